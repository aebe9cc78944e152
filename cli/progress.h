// How far the reading of scanned pages is, for a person who waits.
#pragma once

namespace gongkai {

// One line on standard error, drawn again for each page and gone after the last one; nothing where
// standard error is no terminal, or there is one page only.
void ShowProgress(int done, int total);

// Takes the line away, so that a message does not stand behind it.
void ClearProgress();

}  // namespace gongkai
