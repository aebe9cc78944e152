#include <algorithm>
#include <array>

#include "corpus/compare_parts.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

bool HasKey(const Section& section) { return section.key != "unknown"; }

// The ways in which two sections are known to be the same one, the surest first.
constexpr auto kWays = std::to_array<bool (*)(const Section&, const Section&)>({
    [](const Section& a, const Section& b) {
      return a.key == b.key && FoldTight(a.heading) == FoldTight(b.heading);
    },
    [](const Section& a, const Section& b) { return HasKey(a) && a.key == b.key; },
    [](const Section& a, const Section& b) {
      return !a.heading.empty() && FoldTight(a.heading) == FoldTight(b.heading);
    },
});

using Partners = std::vector<std::optional<std::size_t>>;  // of each section after

Partners FindPartners(const Report& before, const Report& after) {
  Partners partners(after.sections.size());
  std::vector<bool> taken(before.sections.size());
  for (const auto& is_same : kWays) {
    for (std::size_t j = 0; j < after.sections.size(); ++j) {
      for (std::size_t i = 0; i < before.sections.size() && !partners[j]; ++i) {
        if (taken[i] || !is_same(before.sections[i], after.sections[j])) continue;
        partners[j] = i;
        taken[i] = true;
      }
    }
  }
  return partners;
}

// Paragraphs without a character do not count, in whatever place they stand.
TextChange ChangeOf(const std::vector<ParagraphDiff>& paragraphs) {
  TextChange change = TextChange::kSame;
  for (const ParagraphDiff& paragraph : paragraphs) {
    if (paragraph.edits.empty()) continue;
    const bool numbers = paragraph.change == TextChange::kNumbers;
    if (paragraph.place.moved || (paragraph.change != TextChange::kSame && !numbers)) {
      return TextChange::kChanged;
    }
    if (numbers) change = TextChange::kNumbers;
  }
  return change;
}

ComparedSection ComparePair(const Report& before, std::optional<std::size_t> i, const Report& after,
                            std::optional<std::size_t> j) {
  static const Section kNone;
  const Section& old_section = i ? before.sections[*i] : kNone;
  const Section& new_section = j ? after.sections[*j] : kNone;
  ComparedSection section;
  section.at_before = i;
  section.at_after = j;
  section.key = j ? new_section.key : old_section.key;
  section.number_before = old_section.number;
  section.heading_before = old_section.heading;
  section.number_after = new_section.number;
  section.heading_after = new_section.heading;
  section.paragraphs = DiffTexts(old_section.text, new_section.text);
  section.change = !i   ? TextChange::kAdded
                   : !j ? TextChange::kRemoved
                        : ChangeOf(section.paragraphs);
  section.characters_before = CountCharacters(old_section.text);
  section.characters_after = CountCharacters(new_section.text);
  section.characters_same = CountSame(section.paragraphs);
  return section;
}

}  // namespace

std::vector<ComparedSection> CompareSections(const Report& before, const Report& after) {
  const Partners partners = FindPartners(before, after);
  std::vector<bool> paired(before.sections.size());
  for (const auto& partner : partners) {
    if (partner) paired[*partner] = true;
  }
  std::vector<ComparedSection> sections;
  std::size_t next = 0;
  const auto gone_to = [&](std::size_t end) {
    for (; next < end; ++next) {
      if (!paired[next]) sections.push_back(ComparePair(before, next, after, std::nullopt));
    }
  };
  for (std::size_t j = 0; j < partners.size(); ++j) {
    if (partners[j]) gone_to(*partners[j]);
    sections.push_back(ComparePair(before, partners[j], after, j));
  }
  gone_to(before.sections.size());
  return sections;
}

}  // namespace gongkai
