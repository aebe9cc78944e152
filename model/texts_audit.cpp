// The texts of an archive: what the audit between reports and its pages say.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"help.audit", "核对档案库中各份报告之间的关系", "Check the reports of an archive against each other"},
    {"help.audit.examples",
     "例：\n"
     "  gongkai audit --archive 全县.db\n"
     "  gongkai audit --archive 全县.db --aliases 别名.json --regions 区划.json\n"
     "  gongkai audit --archive 全县.db --format json -o 核对.json\n"
     "  gongkai audit --archive 全县.db --html 核对结果\n"
     "\n"
     "用浏览器打开 核对结果/index.html 查看。别名文件和区划文件的写法见 docs/audit.md。发现错误时退出码为 1。",
     "Examples:\n"
     "  gongkai audit --archive county.db\n"
     "  gongkai audit --archive county.db --aliases aliases.json --regions regions.json\n"
     "  gongkai audit --archive county.db --format json -o audit.json\n"
     "  gongkai audit --archive county.db --html pages\n"
     "\n"
     "A browser shows pages/index.html. "
     "docs/audit.md tells how aliases and regions are written. The status is 1 where an error was "
     "found."},
    {"help.audit.archive", "gongkai import 建立的档案库", "an archive that gongkai import made"},
    {"help.audit.aliases", "别名文件：哪些名称是同一个机关", "an aliases file: which names are one organ"},
    {"help.audit.regions", "区划文件：机关的隶属关系和汇总报告",
     "a regions file: who belongs to whom, and whose reports hold the sums"},
    {"help.audit.format", "输出格式：text（默认）或 json；用 --html 而不给本项时只写汇总",
     "text (the default) or json; with --html and without this, only the summary"},
    {"help.audit.html",
     "把网页写到这个文件夹：总览和每份报告一页，含原件图像；再次运行时更新网页，保留已有图像",
     "write pages to this folder: an overview and a page a report, with pictures of the originals; a "
     "rerun replaces pages and keeps pictures"},
    {"help.audit.jobs", "线程数；0 为处理器核心数（默认）。结果与它无关",
     "threads; 0: as many as there are cores (the default). The result does not depend on it"},
    {"audit.line", "{agency} {years}：{severity}：{rule}：{message}（{place}）",
     "{agency} {years}: {severity}: {rule}: {message} ({place})"},
    {"audit.dismissed", "［已驳回］", " [dismissed]"},
    {"audit.summary",
     "机关 {organs}，报告 {reports}：错误 {errors}，警告 {warnings}，提示 {infos}，未核对 {gaps}；没有机关或年度的报告 "
     "{unplaced} 份",
     "{organs} organs, {reports} reports: {errors} errors, {warnings} warnings, {infos} infos, {gaps} not "
     "assessed; {unplaced} reports without organ or year"},

    // Findings. {later}, {earlier} and {place} are places, with their years.
    {"series.carry_over",
     "{later}是 {actual}，{earlier}是 {expected}，两者应当相等（{columns} 栏不符）",
     "{later_en} is {actual}, but {earlier_en} is {expected}; they must be equal ({columns} column(s) "
     "differ)"},
    {"series.carry_over.doubtful",
     "{later}是“{actual}”，{earlier}是“{expected}”，两者应当相等，但有空白或没有把握的数字（{columns} 栏）",
     "{later_en} is “{actual}”, {earlier_en} is “{expected}”; they must be equal, but some are blank or "
     "read with doubt ({columns} column(s))"},
    {"series.carry_over.restated",
     "{later}是 {actual}，{earlier}是 {expected}（{columns} 栏不符）；报告已作说明：“{reason}”",
     "{later_en} is {actual}, {earlier_en} is {expected} ({columns} column(s) differ); the report "
     "explains it: “{reason}”"},
    {"series.carry_over.cumulative",
     "{later}是 {actual}，应为 {expected}：{earlier}的 {past} 加本年的 {added}（{rows} 行不符）",
     "{later_en} is {actual}, but should be {expected}: {past} of {earlier_en} and {added} of the year "
     "({rows} row(s) differ)"},
    {"series.carry_over.falls",
     "{later}是 {actual}，比{earlier}的 {past} 还少；累计数只会增加，本年又有 {added}，应不少于 {expected}（{rows} 行不符）",
     "{later_en} is {actual}, less than {past} of {earlier_en}; a cumulative number never falls, and with "
     "{added} of the year it is {expected} at least ({rows} row(s) differ)"},
    {"series.in_force",
     "{later}是 {actual}，按{earlier}的 {past}、本年制发 {came}、废止 {went} 推算是 {expected}",
     "{later_en} is {actual}; {past} of {earlier_en}, {came} issued and {went} repealed give {expected}"},
    {"series.in_force.negative",
     "{later}：{earlier}只有 {past}，本年制发 {came}，却废止了 {went}",
     "{later_en}: there were {past} in {earlier_en} and {came} were issued, yet {went} were repealed"},
    {"series.in_force.jump",
     "{later}是 {actual}，按{earlier}的 {past}、本年制发 {came}、废止 {went} 推算只有 {expected}，相差悬殊",
     "{later_en} is {actual}, but {past} of {earlier_en}, {came} issued and {went} repealed give only "
     "{expected}"},
    {"series.missing_year", "前后年度都有报告，缺 {years} 年的报告",
     "there are reports before and after, but none of {years}"},
    {"series.duplicate",
     "{year} 年有两份报告，{cells} 个数字不同，如{place}：一份是“{one}”，另一份是“{other}”（{first}；{second}）",
     "{year} has two reports, and {cells} number(s) differ, such as {place_en}: “{one}” in one, "
     "“{other}” in the other ({first}; {second})"},
    {"series.duplicate.same", "{year} 年有两份报告，数字相同（{first}；{second}）",
     "{year} has two reports with the same numbers ({first}; {second})"},
    {"series.outlier", "{place}是 {actual}，与其他年度相差悬殊（{years} 年的中位数是 {median}）",
     "{place_en} is {actual}, far from all other years (median of {years} years: {median})"},
    {"text.boilerplate.year", "{year} 年报告的文字有 {percent}% 与 {other_year} 年的报告相同，如“{quote}”",
     "{percent} % of the text of {year} is that of the report of {other_year}, such as “{quote}”"},
    {"text.boilerplate.organ",
     "{year} 年报告的文字有 {percent}% 与{other} {other_year} 年的报告相同，如“{quote}”",
     "{percent} % of the text of {year} is that of the report of {other} of {other_year}, such as "
     "“{quote}”"},
    {"text.boilerplate.passage",
     "{year} 年报告有一段 {length} 字的文字与{other} {other_year} 年的报告相同：“{quote}”",
     "a passage of {length} characters in {year} is that of the report of {other} of {other_year}: "
     "“{quote}”"},
    {"hierarchy.sum",
     "{place}是 {actual}，下属 {parts} 份报告相加是 {expected}（{cells} 个数字不符）",
     "{place_en} is {actual}, but the {parts} reports below add up to {expected} ({cells} number(s) "
     "differ)"},
    {"audit.not_all_there", "下属机关的报告不全，缺 {count} 份（如{first}），未核对合计",
     "{count} of the reports below are not there ({first} …), so the sum was not assessed"},

    // The rules, for `gongkai explain`.
    {"rule.series.carry_over.what",
     "上年报告的“结转下年度继续办理”与本年报告的“上年结转”逐栏相等；统计表的历年累计等于上年累计加本年数，且不会减少。",
     "What last year's report carries forward is what this year's report carries over, column by "
     "column; a cumulative number of the statistics is last year's and this year's together, and never "
     "falls."},
    {"rule.series.carry_over.basis", "国办公开办函〔2021〕30号表三的填报说明；统计表“历年累计”的含义。",
     "The notes on table 3 of the national form; what a cumulative number is."},
    {"rule.series.carry_over.mend",
     "对照两年的台账更正填错的一份；如上年数字确需更正，请在报告中写明原因（已说明的只作提示）。",
     "Mend the report that is wrong, by the register of both years; where last year's number was "
     "corrected, say so in the report (then it is only told)."},
    {"rule.series.in_force.what", "现行有效件数与上年现行有效数、本年制发数、废止数相符。",
     "Documents in force fit those of last year, those issued and those repealed."},
    {"rule.series.in_force.basis",
     "表二各栏的含义；实际报告中文件会到期失效、重新清理，因此一般差异只作提示，不可能的才是警告。",
     "What the columns of table 2 are; in real reports documents lapse and are counted anew, so that a "
     "difference is only told, and what cannot be is a warning."},
    {"rule.series.in_force.mend", "核对文件清理结果，更正件数或说明变化原因。",
     "Go through the list of documents; mend the number or tell why it changed."},
    {"rule.series.missing_year.what", "机关每年都有报告，中间不缺年度。",
     "An organ has a report for every year, without a gap."},
    {"rule.series.missing_year.basis", "《政府信息公开条例》第四十九条。",
     "Article 49 of the Regulations."},
    {"rule.series.missing_year.mend", "补入缺少的报告；机关更名的请写入别名文件，新设或撤销的请写入区划文件。",
     "Add the missing report; name renamed organs in the aliases file, founded or dissolved ones in the "
     "regions file."},
    {"rule.series.duplicate.what", "同一机关同一年度只有一份报告；有两份的，数字应当相同。",
     "An organ has one report a year; where it has two, their numbers are the same."},
    {"rule.series.duplicate.basis", "年度报告一年一份。", "There is one report a year."},
    {"rule.series.duplicate.mend", "确认以哪一份为准，更正或撤下另一份。",
     "Find out which one holds, and mend or withdraw the other."},
    {"rule.series.outlier.what", "一个数字与本机关其他年度（至少五年）不相差二十倍以上。",
     "A number is not twenty times more or less than in the other years of its organ (five at least)."},
    {"rule.series.outlier.basis",
     "对数的修正 z 分数（Iglewicz、Hoaglin 1993）大于 3.5，且与中位数相差二十倍以上、50 以上。",
     "A modified z-score of logarithms above 3.5 (Iglewicz and Hoaglin 1993), twenty times the median and 50 "
     "away from it."},
    {"rule.series.outlier.mend", "核对是否多写、少写了位数，或单位（元、万元）填错。",
     "Look for digits too many or too few, or a wrong unit (元, 万元)."},
    {"rule.text.boilerplate.what", "报告的文字不照抄上年或其他机关的报告。",
     "The text is not last year's, or another organ's."},
    {"rule.text.boilerplate.basis",
     "除去格式用语后，相同的文字超过一半左右（六字片段的相似度 0.4），或整段 150 字以上相同。",
     "Without the form's own phrases, about half of the text is the same (resemblance of six-character "
     "shingles 0.4), or a passage of 150 characters is."},
    {"rule.text.boilerplate.mend", "按本年实际情况重写，并核对照抄的数字和名称。",
     "Write about this year, and go through the copied numbers and names."},
    {"rule.hierarchy.sum.what", "地区汇总报告的数字等于所属各机关报告之和。",
     "The numbers of a region's report are the sums over its organs."},
    {"rule.hierarchy.sum.basis", "区划文件（--regions）所写的隶属关系；下属报告齐全时才核对。",
     "Who belongs to whom, as the regions file (--regions) says; only where all reports are there."},
    {"rule.hierarchy.sum.mend", "对照各机关的报告更正汇总数。", "Mend the sum by the reports of the organs."},
});

}  // namespace

std::span<const TextEntry> AuditTexts() { return kTexts; }

}  // namespace gongkai
