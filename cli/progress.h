// How far the work is, for a person who waits.
#pragma once

#include <cstddef>
#include <string>

namespace gongkai {

// Pages that are read: one line on standard error, drawn again for each and gone after the last one; nothing where
// standard error is no terminal, or there is one page only.
void ShowProgress(int done, int total);

// The same for any text: a line that stands until the next one or ClearProgress.
void ShowProgressLine(const std::string& text);
bool HasProgressLine();  // standard error is a terminal

// Part of `total` as a bar of a fixed width: "[####....]".
std::string ProgressBar(std::size_t done, std::size_t total);

// Takes the line away, so that a message does not stand behind it.
void ClearProgress();

}  // namespace gongkai
