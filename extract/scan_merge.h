// A page that is text in one part and a picture of text in another.
#pragma once

#include <vector>

#include "model/page.h"

namespace gongkai {

// The scan's words and rulings inside of the pictures that show a table or take most of the page,
// the text layer's elsewhere; in the text layer's space. (What is written into a photograph or a
// chart is no text of the report.)
Page MergeScan(Page text, const Page& scan, const std::vector<Box>& pictures);

}  // namespace gongkai
