#include "corpus/text_diff.h"

#include <algorithm>

#include "corpus/text_stretches.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

void Add(std::vector<TextEdit>& edits, EditKind kind, std::u32string_view text, bool number,
         bool copied) {
  if (text.empty()) return;
  const bool joins = !edits.empty() && edits.back().kind == kind &&
                     edits.back().number == number && edits.back().copied == copied;
  if (joins) {
    edits.back().text += EncodeUtf8(text);
  } else {
    edits.push_back({kind, EncodeUtf8(text), number, copied});
  }
}

// An equality, parted by the numbers in it that differ.
void AddSame(std::vector<TextEdit>& edits, const TextStretch& stretch, const CutText& before,
             const CutText& after) {
  const bool copied = WeightOf(stretch, before, after) >= kCopiedCharacters;
  std::size_t from = stretch.before;
  for (std::size_t i = stretch.before; i < stretch.before_end; ++i) {
    const std::size_t j = stretch.after + (i - stretch.before);
    if (before.At(i) == after.At(j)) continue;
    Add(edits, EditKind::kSame, before.Range(from, i), false, copied);
    Add(edits, EditKind::kDeleted, before.At(i), true, copied);
    Add(edits, EditKind::kInserted, after.At(j), true, copied);
    from = i + 1;
  }
  Add(edits, EditKind::kSame, before.Range(from, stretch.before_end), false, copied);
}

TextChange ChangeOf(const std::vector<TextEdit>& edits) {
  TextChange change = TextChange::kSame;
  for (const TextEdit& edit : edits) {
    if (edit.kind == EditKind::kSame) continue;
    if (edit.number) {
      change = TextChange::kNumbers;
    } else if (CountCharacters(edit.text) > 0) {
      return TextChange::kChanged;
    }
  }
  return change;
}

std::vector<std::string_view> SplitParagraphs(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    paragraphs.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return paragraphs;
}

// With the line feeds between them.
std::string_view TextOf(const std::vector<std::string_view>& paragraphs,
                        const ParagraphRange& range) {
  if (range.count == 0) return {};
  const std::string_view first = paragraphs[range.first];
  const std::string_view last = paragraphs[range.first + range.count - 1];
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

}  // namespace

ParagraphDiff DiffParagraphs(std::string_view before, std::string_view after) {
  const CutText old_text = CutIntoTokens(before), new_text = CutIntoTokens(after);
  ParagraphDiff diff;
  for (const TextStretch& stretch : FindStretches(old_text, new_text)) {
    if (stretch.same) {
      AddSame(diff.edits, stretch, old_text, new_text);
      continue;
    }
    Add(diff.edits, EditKind::kDeleted, old_text.Range(stretch.before, stretch.before_end), false,
        false);
    Add(diff.edits, EditKind::kInserted, new_text.Range(stretch.after, stretch.after_end), false,
        false);
  }
  diff.change = ChangeOf(diff.edits);
  return diff;
}

std::vector<ParagraphDiff> DiffTexts(std::string_view before, std::string_view after) {
  const auto olds = SplitParagraphs(before), news = SplitParagraphs(after);
  std::vector<ParagraphDiff> diffs;
  for (const ParagraphPair& pair : MatchParagraphs(olds, news)) {
    ParagraphDiff diff = DiffParagraphs(TextOf(olds, pair.before), TextOf(news, pair.after));
    diff.place = pair;
    if (pair.before.count == 0) diff.change = TextChange::kAdded;
    if (pair.after.count == 0) diff.change = TextChange::kRemoved;
    diffs.push_back(std::move(diff));
  }
  return diffs;
}

std::size_t CountCharacters(std::string_view text) {
  const std::u32string decoded = DecodeUtf8(text);
  return static_cast<std::size_t>(
      std::count_if(decoded.begin(), decoded.end(), [](char32_t c) { return !IsSpace(c); }));
}

std::size_t CountSame(const std::vector<ParagraphDiff>& paragraphs) {
  std::size_t same = 0;
  for (const ParagraphDiff& paragraph : paragraphs) {
    for (const TextEdit& edit : paragraph.edits) {
      if (edit.kind == EditKind::kSame) same += CountCharacters(edit.text);
    }
  }
  return same;
}

}  // namespace gongkai
