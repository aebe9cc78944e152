#include "normalize/identity_agency.h"

#include <algorithm>
#include <array>
#include <optional>

#include "model/unicode.h"
#include "normalize/sections_furniture.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

constexpr std::size_t kLongestName = 30;
constexpr double kConfidence = 0.8;

// 本单位, 我局: the organ speaks of itself. (本溪 and 本 elsewhere in a name are names.)
bool IsPronoun(Words name) {
  return name.starts_with(U"我") ||
         (name.size() > 1 && name.front() == U'本' &&
          Words(U"机单部局级镇乡街县市区委厅处院办").find(name[1]) != Words::npos);
}

bool IsName(Words name) {
  return name.size() >= 2 && name.size() <= kLongestName && EndsAsOrgan(name) && !IsPronoun(name) &&
         !ContainsAny(name, {U"该", U"各", U"有关", U"相关", U"、", U",", U"。", U"和政府"});
}

TextFact MakeFact(std::string name, const Place& place, ReadingKind kind) {
  TextFact fact;
  fact.raw = name;
  fact.value = WithoutSpaces(name);
  fact.place = place;
  fact.confidence = kConfidence;
  fact.kind = kind;
  return fact;
}

// 由某局根据…编制: the longest name between 由 and a word that goes on.
std::optional<std::pair<std::size_t, std::size_t>> FindCompiler(Words text) {
  for (std::size_t at = text.find(U'由'); at != Words::npos; at = text.find(U'由', at + 1)) {
    const std::size_t begin = at + 1;
    constexpr std::array<Words, 9> kOn{U"根据", U"结合", U"按照", U"依据", U"编制",
                                       U"负责", U"汇总", U"依照", U"组织"};
    std::size_t end = Words::npos;
    for (const Words word : kOn) end = std::min(end, text.find(word, begin));
    if (end == Words::npos || !IsName(text.substr(begin, end - begin))) continue;
    if (Contains(text.substr(end, 200), U"编制") || Contains(text.substr(end, 200), U"编写")) {
      return std::pair(begin, end);
    }
  }
  return std::nullopt;
}

// 某局向社会公布: the name back to the sign before it.
std::optional<std::pair<std::size_t, std::size_t>> FindPublisher(Words text) {
  constexpr std::array<Words, 7> kPublishes{
      U"现向社会公", U"特向社会公", U"现面向社会公", U"向社会公", U"编写了", U"编制了", U"起草了"};
  for (const Words word : kPublishes) {
    const std::size_t end = text.find(word);
    if (end == Words::npos) continue;
    const std::size_t sign = text.substr(0, end).find_last_of(U"。,;:)]》");
    const std::size_t begin = sign == Words::npos ? 0 : sign + 1;
    if (IsName(text.substr(begin, end - begin))) return std::pair(begin, end);
  }
  return std::nullopt;
}

std::optional<TextFact> FindInSentences(const HeadingPlan& plan, std::size_t end) {
  for (const auto find : {FindPublisher, FindCompiler}) {
    for (std::size_t i = 0; i < end; ++i) {
      const HeadingLine& line = plan.lines[i];
      if (line.used) continue;
      if (const auto name = find(line.text.text)) {
        return MakeFact(line.text.Raw(name->first, name->second), line.paragraph->place,
                        line.paragraph->reading);
      }
    }
  }
  return std::nullopt;
}

constexpr std::array<Words, 8> kLabels{U"发布机构", U"发布单位", U"发文机关", U"发文单位",
                                       U"公开机构", U"公开主体", U"制发机关", U"单位"};

bool IsLabel(Words text) {
  while (!text.empty() && text.back() == ':') text.remove_suffix(1);
  return std::find(kLabels.begin(), kLabels.end(), text) != kLabels.end();
}

// The name behind a label in a line of metadata; the line may go on with other labels.
std::optional<TextFact> FindInLine(const HeadingLine& line) {
  const CompactText& text = line.text;
  for (const Words label : kLabels) {
    const std::size_t at = Words(text.text).find(label);
    if (at == Words::npos) continue;
    std::size_t begin = at + label.size();
    const bool colon = begin < text.text.size() && text.text[begin] == ':';
    if (!colon && !(begin < text.text.size() && text.GapBefore(begin) && at == 0)) continue;
    begin += colon ? 1 : 0;
    std::size_t end = begin;
    while (end < text.text.size() && text.text[end] != ':' &&
           (end == begin || !text.GapBefore(end))) {
      ++end;
    }
    if (!IsName(Words(text.text).substr(begin, end - begin))) continue;
    return MakeFact(text.Raw(begin, end), line.paragraph->place, line.paragraph->reading);
  }
  return std::nullopt;
}

std::optional<TextFact> FindInGrid(const Grid& grid) {
  for (std::size_t i = 0; i + 1 < grid.cells.size(); ++i) {
    const Cell& value = grid.cells[i + 1];
    if (value.row != grid.cells[i].row || !IsLabel(Compact(grid.cells[i].text).text)) continue;
    if (!IsName(Compact(value.text).text)) continue;
    return MakeFact(value.text, value.place, value.reading);
  }
  return std::nullopt;
}

std::optional<TextFact> FindInMetadata(const Document& document, const HeadingPlan& plan,
                                       std::size_t end) {
  for (std::size_t i = 0; i < end; ++i) {
    if (plan.lines[i].text.text.size() > 200) continue;
    if (auto fact = FindInLine(plan.lines[i])) return fact;
  }
  const std::size_t last_block =
      end < plan.lines.size() ? plan.lines[end].block : document.blocks.size();
  for (std::size_t i = 0; i < last_block; ++i) {
    const auto* grid = std::get_if<Grid>(&document.blocks[i]);
    if (grid == nullptr) continue;
    if (auto fact = FindInGrid(*grid)) return fact;
  }
  return std::nullopt;
}

// The name above a date, or before it in one line, among the last paragraphs.
std::optional<TextFact> FindSignature(const HeadingPlan& plan) {
  constexpr std::size_t kLastLines = 12;
  const std::size_t count = plan.lines.size();
  for (std::size_t i = count; i > 0 && count - i < kLastLines; --i) {
    const HeadingLine& line = plan.lines[i - 1];
    if (line.used) break;
    const Words text(line.text.text);
    if (IsDateLine(text) && i >= 2) {
      const HeadingLine& above = plan.lines[i - 2];
      if (!above.used && IsName(above.text.text)) {
        return MakeFact(above.paragraph->text, above.paragraph->place, above.paragraph->reading);
      }
    }
    const std::size_t digit = text.find(U"20");
    if (digit != Words::npos && digit > 0 && IsDateLine(text.substr(digit)) &&
        IsName(text.substr(0, digit))) {
      return MakeFact(line.text.Raw(0, digit), line.paragraph->place, line.paragraph->reading);
    }
  }
  return std::nullopt;
}

}  // namespace

TextFact FindAgencyInText(const Document& document, const HeadingPlan& plan) {
  const std::size_t heading = plan.headings.empty() ? std::min<std::size_t>(plan.lines.size(), 200)
                                                    : plan.headings.front().line;
  const std::size_t end = std::min(heading + 3, plan.lines.size());
  if (const auto fact = FindInSentences(plan, end)) return *fact;
  if (const auto fact = FindInMetadata(document, plan, heading)) return *fact;
  if (const auto fact = FindSignature(plan)) return *fact;
  return {};
}

}  // namespace gongkai
