// The texts of an archive: what the pages of an audit say.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"pages.language", "zh-CN", "en"},
    {"pages.title", "政府信息公开工作年度报告核对结果", "Annual reports on information disclosure: audit"},
    {"pages.subtitle", "档案库 {archive}", "Archive {archive}"},
    {"pages.up", "← 返回总览", "← Back to the overview"},
    {"pages.more", "另有 {count} 条", "{count} more"},

    {"pages.total.organs", "机关", "organs"},
    {"pages.total.reports", "报告", "reports"},
    {"pages.total.errors", "错误", "errors"},
    {"pages.total.warnings", "警告", "warnings"},
    {"pages.total.infos", "提示", "infos"},
    {"pages.total.dismissed", "已驳回", "dismissed"},
    {"pages.total.not_assessed", "跨年未核对", "not assessed"},
    {"pages.total.unplaced", "无机关或年度", "unplaced"},

    {"pages.part.findings", "发现", "Findings"},
    {"pages.part.rules", "各规则的发现", "Findings by rule"},
    {"pages.part.years", "问题最多的机关（按年度）", "Organs with the most findings, by year"},
    {"pages.part.organs", "机关与报告", "Organs and reports"},
    {"pages.part.unplaced", "没有机关或年度的报告", "Reports without organ or year"},
    {"pages.findings.first", "共 {all} 条，这里列出最重要的 {shown} 条；全部的发现见下面各规则的页。",
     "These are the {shown} most severe of {all}; the chart of the rules below leads to all of them."},
    {"pages.chart.rules", "各规则的发现数", "Number of findings by rule"},
    {"pages.chart.organs", "机关各年度的错误和警告数", "Errors and warnings of organs by year"},
    {"pages.chart.about", "格中是该机关当年报告涉及的错误和警告数，空处没有报告。点格打开报告。",
     "A field holds the errors and warnings of the organ's report of that year; where there is none, there "
     "is no report. It leads to the report."},
    {"pages.chart.field", "{organ} {year}年：错误 {errors}，警告 {warnings}",
     "{organ} {year}: {errors} errors, {warnings} warnings"},
    {"pages.organs.about", "年度右上角是报告涉及的错误和警告数。",
     "The small number beside a year counts errors and warnings of that report."},
    {"pages.organs.page", "机关与报告（第 {page} 页，共 {pages} 页）",
     "Organs and reports (page {page} of {pages})"},
    {"pages.organs.pages", "分页", "Pages"},
    {"pages.organ", "机关", "Organ"},
    {"pages.organ.reports", "报告", "Reports"},
    {"pages.organ.also", "又作：{names}", "also: {names}"},
    {"pages.rule", "{rule}（{count} 条）", "{rule} ({count})"},

    {"pages.filter", "筛选", "Filter"},
    {"pages.filter.severity", "级别", "Severity"},
    {"pages.filter.rule", "规则", "Rule"},
    {"pages.filter.year", "年度", "Year"},
    {"pages.filter.organ", "机关", "Organ"},
    {"pages.filter.text", "文字", "Text"},
    {"pages.filter.all", "全部", "all"},
    {"pages.filter.reset", "清除", "Clear"},
    {"pages.filter.count", "显示 {shown} 条，共 {all} 条", "{shown} of {all} shown"},

    {"pages.years", "本机关各年度的报告", "Reports of this organ"},
    {"pages.fact.file", "文件", "file"},
    {"pages.fact.sha256", "SHA-256", "SHA-256"},
    {"pages.fact.origin", "读取方式", "read from"},
    {"pages.fact.none", "未找到", "not found"},
    {"pages.origin.text", "文字", "text"},
    {"pages.origin.ocr", "扫描图像（识别）", "scanned pictures (OCR)"},
    {"pages.origin.mixed", "文字和扫描图像", "text and scanned pictures"},
    {"pages.findings", "发现", "Findings"},
    {"pages.findings.count", "发现（{count} 条）", "Findings ({count})"},
    {"pages.findings.none", "没有发现问题。", "Nothing was found."},
    {"pages.between", "与其他报告核对", "between reports"},
    {"pages.more_places", "另有 {count} 处", "{count} more places"},
    {"pages.other_year", "{year}年报告", "report of {year} "},
    {"pages.other_organ", "{agency}{year}年报告", "report of {agency} of {year} "},
    {"pages.mark", "发现 {number}", "finding {number}"},
    {"pages.not_assessed", "未核对", "Not assessed"},

    {"pages.no_text", "（没有文字）", "(no text)"},
    {"pages.table.missing", "报告中没有读到这张表。", "The report does not have this table."},
    {"pages.row.missing", "无此行", "no row"},
    {"pages.row.unplaced", "这一行缺格，不能确定数字属于哪一列：{numbers}",
     "This row has too few cells; which columns its numbers belong to is not known: {numbers}"},
    {"pages.label.none", "（行名缺，按位置认定）", "(no label; known by its neighbours)"},
    {"pages.label.printed", "原文：{label}", "printed: {label}"},
    {"pages.doubtful", "存疑（把握 {percent}%）", "doubtful ({percent} % sure)"},
    {"pages.statistics.indicator", "指标", "indicator"},
    {"pages.statistics.unit", "单位", "unit"},
    {"pages.statistics.value", "本年", "this year"},
    {"pages.statistics.cumulative", "历年累计", "cumulative"},
    {"pages.unit.amount", "（单位：万元）", "（单位：万元）"},
    {"pages.others", "其他数字", "Other numbers"},

    {"pages.original", "原件", "The original"},
    {"pages.original.page", "原件第 {page} 页", "Page {page} of the original"},
    {"pages.original.about", "点表中的数字，可看它在原件上的位置；点框中的数字返回表格。图为灰度。",
     "A number of the tables leads to where it stands here; its outline leads back. Pictures are in shades "
     "of grey."},
    {"pages.original.nothing", "没有在页面上定位的数字。", "No number has a place on a page."},
    {"pages.original.flowing", "网页和文本文件没有固定版面，不显示原件图像。",
     "Web pages and text files have no fixed layout: there is no picture of the original."},
    {"pages.original.missing", "在导入时的位置找不到原件，不显示图像。",
     "The original is no longer where it was imported from: there is no picture."},
    {"pages.original.changed", "导入之后文件已改变（SHA-256 不同），不显示图像。",
     "The file has changed since it was imported (its SHA-256 differs): there is no picture."},
    {"pages.original.undrawn", "第 {page} 页没有图像：{reason}", "There is no picture of page {page}: {reason}"},
    {"pages.close", "关闭", "Close"},
});

}  // namespace

std::span<const TextEntry> AuditPageTexts() { return kTexts; }

}  // namespace gongkai
