// The words by which a page's report and its furniture are known, as tables of data. Texts are
// given without white space.
#pragma once

#include <string_view>

namespace gongkai {

// Semantic elements that never hold a report: nav, footer, aside.
bool IsFurnitureElement(std::string_view name);
// In an element's id and class, in lower case.
bool HasFurnitureWord(std::string_view marks);  // "breadcrumb", "share"
bool HasArticleWord(std::string_view marks);    // "trs_editor", "zoom"

int CountFormWords(std::string_view cells);      // labels of the forms' tables
int CountMetadataWords(std::string_view cells);  // cells that are labels: 索引号, 发布机构

bool SpeaksOfReport(std::string_view sentence);  // 信息公开条例, 年度报告
bool IsSectionName(std::string_view line);       // 总体情况, without a number
bool NamesReport(std::string_view line);       // 某镇2023年政府信息公开工作年度报告
bool EndsAsReportName(std::string_view line);  // 报告, 年报
bool IsBreadcrumb(std::string_view line);      // 当前位置：首页>...
bool IsInfoLine(std::string_view line);        // 发布日期：..., 【打印】
bool IsFooterLine(std::string_view line);      // 版权所有, ICP备
bool IsNameLabel(std::string_view cell);       // 名称, 标题

}  // namespace gongkai
