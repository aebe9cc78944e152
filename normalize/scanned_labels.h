// Labels that a scan's reader is not sure of, set right by the form.
#pragma once

#include "model/document.h"

namespace gongkai {

// The document with every doubtful label of its scanned grids replaced by the form's own words that
// it is surely meant to be. What was read for certain stays as it is printed, slips included, and
// so does what is like no label, or like two. Numbers are never touched.
Document WithScannedLabels(Document document);

}  // namespace gongkai
