// What the text and the page of a comparison call things.
#pragma once

#include <cstddef>
#include <string>

#include "corpus/compare.h"
#include "model/texts.h"

namespace gongkai {

// The two reports and what is to be said of them, for whatever writes it down.
struct ComparedReports {
  const Report& before;
  const Report& after;
  Comparison comparison;
  std::string file_before, file_after;  // as a person knows them
  Language language = Language::kZh;
};

// What a column of numbers is headed by: 2020年 and 2021年; A and B where the years do not tell.
struct SideNames {
  std::string before, after;
};
SideNames NameSides(const ComparedReports& reports);

std::string FactName(const std::string& key, Language language);
std::string TableTitle(const std::string& key, Language language);  // 表三 收到和处理政府信息公开申请情况
std::string ChangeName(TextChange change, Language language);       // 仅数字不同
std::string AgreementName(Agreement agreement, Language language);

// Why there is no reading.
enum class Absence {
  kMissing,    // the report should have that cell
  kNotInForm,  // its form does not have it
  kUnplaced,   // ComparedRow::placed_before
};
// A cell's two readings as they are shown.
struct NumberTexts {
  std::string before, after;
};
NumberTexts TextsOf(const ComparedCell& cell, const ComparedRow& row, Language language);
NumberTexts TextsOf(const NumberPair& numbers, Language language);  // of the statistics

// 21; 空白 and the like; with a mark where the reading is doubtful.
std::string NumberText(const std::optional<Reading>& reading, Absence absence, Language language);
std::string DifferenceText(const NumberPair& numbers);  // +49, -3, 0; empty where there is none
std::string PercentText(const NumberPair& numbers);     // +233.3%; empty where there is none

// The label and unit of a row of the statistics, of `after` where it has it.
std::string StatisticLabel(const ComparedStatistic& row);

// 一、总体情况, or what the preamble is called.
std::string SectionTitle(const ComparedSection& section, Language language);

// 有改动；前 234 字，后 223 字，…
std::string SectionSummary(const ComparedSection& section, Language language);
bool HasNewHeading(const ComparedSection& section);  // other than the earlier report's

// 2020年没有此表; empty where both have it.
std::string MissingTableText(const ComparedTable& table, const SideNames& sides, Language language);
std::string MissingStatisticsText(const Comparison& comparison, const SideNames& sides,
                                  Language language);

// What a reader wants to know first, a sentence a line.
std::vector<std::string> SummaryLines(const ComparedReports& reports);

// Is there something to see: not twice 0 or nothing, nor 0 in a cell that the other's form lacks?
bool IsWorthShowing(const ComparedCell& cell);
bool IsWorthShowing(const NumberPair& numbers);  // of the statistics

}  // namespace gongkai
