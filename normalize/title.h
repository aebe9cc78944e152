// The title of a report: what it looks like, and which of a document's lines a person would name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/report.h"
#include "normalize/headings_plan.h"
#include "normalize/headings_text.h"

namespace gongkai {

// The parts of a title in the compact text of a line, as offsets.
struct TitleShape {
  std::size_t begin = 0, end = 0;  // 某镇2023年政府信息公开工作年度报告（2023年）
  std::size_t agency_begin = 0, agency_end = 0;  // equal where it names no organ
  std::optional<int> year;
  bool quoted = false;    // in 《》, or behind 现公布 and the like: taken from a sentence
  bool generic = false;   // not even 信息公开 is left: 工作年度报告
  bool sentence = false;  // the line goes on with something else than a title's surroundings

  bool NamesAgency() const { return agency_begin < agency_end; }
  bool Complete() const { return year.has_value() && NamesAgency(); }
};

// The first title in the line, nothing where it holds none: a notice about reports (…年度报告有关事项
// 的通知), a sentence that reports (工作情况报告如下), one that speaks of 我局 or 本机关.
std::optional<TitleShape> ParseTitle(const CompactText& line);

struct Title {
  TextFact fact;
  std::string agency;
  std::optional<int> year;
  bool complete = false;
};

struct TitleChoice {
  std::optional<Title> best;
  // Lines of the body that belong to a title, the best one or another printing of it; sorted.
  std::vector<std::size_t> lines;
  // Where text goes on behind a title that is glued to its first sentence: line and offset.
  std::optional<std::pair<std::size_t, std::size_t>> glued;
};

// Among the lines before the first heading, then the names that the format gives, then the first
// sentences: the first that is complete (names organ and year), else the most telling.
// Confidence 1 from a line of its own, 0.95 from the format's names, 0.8 otherwise.
TitleChoice FindTitle(const Document& document, const HeadingPlan& plan);

}  // namespace gongkai
