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

// 21; 空白, 无此项 and the like; with a mark where the reading is doubtful. `placed`: as ComparedRow.
std::string NumberText(const std::optional<Reading>& reading, bool placed, Language language);
std::string DifferenceText(const NumberPair& numbers);  // +49, -3, 0; empty where there is none
std::string PercentText(const NumberPair& numbers);     // +233.3%; empty where there is none

// The label and unit of a row of the statistics, of `after` where it has it.
std::string StatisticLabel(const ComparedStatistic& row);

// 一、总体情况, or what the preamble is called.
std::string SectionTitle(const ComparedSection& section, Language language);

// How much of the later text stands in the earlier one: 62 of 100 characters; 0 where it is empty.
int PercentSame(const ComparedSection& section);

// What a reader wants to know first, a sentence a line.
std::vector<std::string> SummaryLines(const ComparedReports& reports);

// Is there something to see: not twice 0, not twice nothing?
bool IsWorthShowing(const NumberPair& numbers);

}  // namespace gongkai
