// The texts of an archive: what the comparison of two reports says.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"help.compare", "比较两份报告，或档案中同一机关的两个年度",
     "Compare two reports, or two years of an agency in an archive"},
    {"help.compare.examples",
     "例：\n"
     "  gongkai compare 2022.pdf 2023.pdf\n"
     "  gongkai compare 2022.pdf 2023.json --format html -o 对比.html\n"
     "  gongkai compare --archive 全县.db --agency 甲乙镇人民政府 2022 2023\n"
     "\n"
     "表格逐格比较（增减、增减率），正文标出删去、新增和照抄的文字。",
     "Examples:\n"
     "  gongkai compare 2022.pdf 2023.pdf\n"
     "  gongkai compare 2022.pdf 2023.json --format html -o compared.html\n"
     "  gongkai compare --archive county.db --agency NAME 2022 2023\n"
     "\n"
     "Tables are compared cell by cell, with differences and rates; in the narrative, what was "
     "deleted, inserted and copied is marked."},
    {"help.compare.before", "前一份：报告文件或 gongkai read 输出的 JSON；用 --archive 时为年度",
     "the earlier one: a report, or the JSON of gongkai read; with --archive, a year"},
    {"help.compare.after", "后一份，同上", "the later one, likewise"},
    {"help.compare.format", "输出格式：text（默认）、json 或 html", "text (the default), json or html"},
    {"help.compare.output", "写到文件（默认标准输出）", "write to this file (standard output by default)"},
    {"help.compare.archive", "gongkai import 建立的档案", "an archive that gongkai import made"},
    {"help.compare.agency", "档案中的机关名称", "the agency's name in the archive"},

    {"compare.archive_and_agency", "--archive 和 --agency 要一起给出。用法：gongkai --help",
     "--archive and --agency go together. Usage: gongkai --help --lang en"},
    {"compare.two_years", "用 --archive 时，A 和 B 是两个四位数的年度。用法：gongkai --help",
     "With --archive, A and B are two years of four digits. Usage: gongkai --help --lang en"},
    {"compare.one_input", "A 和 B 不能都是标准输入。用法：gongkai --help",
     "A and B cannot both be standard input. Usage: gongkai --help --lang en"},
    {"compare.no_agency", "{archive}：没有“{agency}”的报告。请核对机关名称。",
     "{archive}: there is no report of “{agency}”. Check the agency's name."},
    {"compare.no_year", "{archive}：没有“{agency}”{year}年的报告，有的年度是 {years}。",
     "{archive}: there is no report of “{agency}” for {year}; the years there are: {years}."},
    {"compare.several", "“{agency}”{year}年有 {count} 份不同的报告，这里比较的是 {file}。",
     "There are {count} different reports of “{agency}” for {year}; this compares {file}."},

    {"compare.title", "{agency}：{before}与{after}对比", "{agency}: {before} and {after} compared"},
    {"compare.title.two", "{agency_before}（{before}）与{agency}（{after}）对比",
     "{agency_before} ({before}) and {agency} ({after}) compared"},
    {"compare.title.nameless", "{before}与{after}对比", "{before} and {after} compared"},
    {"compare.skip", "跳到正文", "Skip to the content"},
    {"compare.contents", "目录", "Contents"},
    {"compare.side", "{side}  {file}", "{side}  {file}"},
    {"compare.year", "{year}年", "{year}"},
    {"compare.separator", "，", ", "},
    {"compare.list_separator", "、", ", "},

    {"compare.summary.cells", "表格：共 {cells} 格，{differ} 格不同",
     "Tables: {differ} of {cells} cells differ"},
    {"compare.summary.no_cells", "表格：没有两份都有的格", "Tables: no cell stands in both"},
    {"compare.summary.other_form", "；另有 {cells} 格只有一份的格式有",
     "; {cells} more exist in the form of one report only"},
    {"compare.summary.sections", "正文：{sections} 节有文字（{counts}）；后一份的文字有 {percent}% 与前一份相同",
     "Narrative: {sections} sections with text ({counts}); {percent} % of the later text stands in "
     "the earlier one"},
    {"compare.summary.carry_over", "结转：{counts}", "Carried over: {counts}"},

    {"compare.part.facts", "基本信息", "Facts"},
    {"compare.part.carry_over", "结转衔接", "Carried over"},
    {"compare.part.narrative", "正文", "Narrative"},
    {"compare.fact.title", "标题", "title"},
    {"compare.fact.agency", "机关", "agency"},
    {"compare.fact.year", "年度", "year"},
    {"compare.fact.period", "统计期限", "period"},
    {"compare.fact.form", "格式版本", "form"},

    {"compare.carry_over.rows", "{before}“四、结转下年度继续办理”应等于{after}“二、上年结转政府信息公开申请数量”",
     "{before} “四、结转下年度继续办理” should equal {after} “二、上年结转政府信息公开申请数量”"},
    {"compare.column", "申请人", "applicant"},
    {"compare.agreement", "核对", "result"},
    {"compare.agreement.agrees", "一致", "agrees"},
    {"compare.agreement.differs", "不一致", "differs"},
    {"compare.agreement.open", "无法核对", "cannot be compared"},

    {"compare.table.active_disclosure", "表二 主动公开政府信息情况", "Table 2: active disclosure"},
    {"compare.table.applications", "表三 收到和处理政府信息公开申请情况", "Table 3: applications"},
    {"compare.table.review_litigation", "表四 行政复议、行政诉讼情况", "Table 4: review and litigation"},
    {"compare.table.statistics", "统计表", "Statistics"},
    {"compare.cumulative", "·历年累计", ", cumulative"},
    {"compare.item", "项目", "item"},
    {"compare.difference", "增减", "change"},
    {"compare.percent", "增减率", "rate"},
    {"compare.left_out", "其余 {cells} 格都是 0、空白或没有",
     "{cells} more cells hold 0 or nothing in both"},
    {"compare.row_unplaced", "有一份报告这一行缺格，数字属于哪一列不能确定",
     "one report's row has too few cells: which columns its numbers belong to is not known"},
    {"compare.cell.blank", "空白", "blank"},
    {"compare.cell.unreadable", "无法辨认", "unreadable"},
    {"compare.cell.missing", "缺", "missing"},
    {"compare.cell.not_in_form", "无此栏", "no such cell"},
    {"compare.cell.unplaced", "不明", "not known"},
    {"compare.cell.doubtful", "{number}（存疑）", "{number} (doubtful)"},

    {"compare.preamble", "（引言）", "(preamble)"},
    {"compare.heading_before", "前一份的标题：{heading}", "heading of the earlier report: {heading}"},
    {"compare.section", "{change}；前 {before} 字，后 {after} 字",
     "{change}; {before} characters, then {after}"},
    {"compare.section.share", "，后一份有 {percent}% 与前一份相同",
     "; {percent} % of the later text stands in the earlier one"},
    {"compare.no_table", "{side}没有此表", "{side} has no such table"},
    {"compare.no_text", "两份都没有文字", "no text in either"},
    {"compare.change.same", "完全相同", "unchanged"},
    {"compare.change.numbers", "沿用（仅数字不同）", "copied (only numbers changed)"},
    {"compare.change.changed", "有改动", "changed"},
    {"compare.change.added", "新增", "added"},
    {"compare.change.removed", "删去", "removed"},
    {"compare.moved", "移位", "moved"},
    {"compare.copied", "沿用 {count} 字", "{count} characters copied"},
    {"compare.elided", "……（{count}字相同）……", " … ({count} characters the same) … "},
    {"compare.legend.deleted", "删去", "deleted"},
    {"compare.legend.inserted", "新增", "inserted"},
    {"compare.legend.copied", "沿用：连续 {count} 字以上与前一份相同（数字除外）",
     "copied: {count} characters or more in a row as in the earlier report, numbers aside"},
});

}  // namespace

std::span<const TextEntry> CompareTexts() { return kTexts; }

}  // namespace gongkai
