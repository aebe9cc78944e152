// The texts of an archive: what exporting and searching an archive say.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"help.export", "把档案库导出为 JSONL、CSV 或 Excel", "Export an archive as JSONL, CSV or a workbook"},
    {"help.export.examples",
     "例：\n"
     "  gongkai export --archive 全县.db --format xlsx -o 全县.xlsx\n"
     "  gongkai export --archive 全县.db --format csv -o 导出         文件夹，里面有四个 CSV\n"
     "  gongkai export --archive 全县.db --format csv --rows findings -o 问题.csv\n"
     "  gongkai export --archive 全县.db --format jsonl -o - | 其他程序\n"
     "\n"
     "四种行：reports 每份报告一行，cells 每个数字一行，findings 每个问题一行，files 每个文件一行"
     "（含读取失败的）。列和编码见 docs/archive.md。",
     "Examples:\n"
     "  gongkai export --archive county.db --format xlsx -o county.xlsx --lang en\n"
     "  gongkai export --archive county.db --format csv -o folder      four CSV files in it\n"
     "  gongkai export --archive county.db --format csv --rows findings -o findings.csv\n"
     "  gongkai export --archive county.db --format jsonl -o - | another-program\n"
     "\n"
     "Four kinds of rows: reports (a row a report), cells (a row a number), findings (a row a "
     "finding), files (a row a file, those that could not be read included). docs/archive.md has "
     "their columns."},
    {"help.export.format",
     "jsonl 每行一份报告的 JSON；csv 带 BOM 的 UTF-8，Excel 可直接打开；xlsx 是 Excel 工作簿",
     "jsonl: a report's JSON a line; csv: UTF-8 with BOM; xlsx: a workbook"},
    {"help.export.output",
     "写到这里：要么完整，要么不动。csv 写到以 .csv 结尾的一个文件，或一个文件夹（没有则新建）；- 为标准输出"
     "（xlsx 除外）",
     "write to this, whole or not at all. csv: to one file that ends in .csv, or to a folder, made "
     "where it is missing; - is standard output (not of xlsx)"},
    {"help.export.rows", "写成一个 CSV 文件时，写哪种行（默认 cells）",
     "which rows go into one CSV file (cells by default)"},
    {"help.archive", "档案库，由 gongkai import 建立", "the archive; gongkai import makes it"},
    {"export.rows_misplaced", "--rows 只用于写成一个 CSV 文件：--format csv，-o 以 .csv 结尾或为 -。",
     "--rows is for one CSV file: --format csv, and -o ends in .csv or is -."},
    {"export.no_stream", "工作簿不能写到标准输出，请用 -o 给出文件名。",
     "A workbook cannot go to standard output: give a file's name with -o."},

    {"help.search", "在档案库各份报告的正文中查找", "Search the narrative of the reports in an archive"},
    {"help.search.examples",
     "例：\n"
     "  gongkai search --archive 全县.db 营商环境\n"
     "  gongkai search --archive 全县.db 政务新媒体 --limit 1000 --format json\n"
     "\n"
     "逐字查找（英文字母不分大小写），每个含有它的章节一行，按机关、年度排列。"
     "以 - 开头的文字写在 -- 之后。",
     "Examples:\n"
     "  gongkai search --archive county.db 营商环境 --lang en\n"
     "  gongkai search --archive county.db 政务新媒体 --limit 1000 --format json\n"
     "\n"
     "The text is looked for as it stands (ASCII letters in either case): a line for each section "
     "that holds it, by agency and year. Put a text that begins with - behind --."},
    {"help.search.text", "要查找的文字，% 和 _ 等符号没有特别的含义",
     "what to look for; no sign has a special meaning"},
    {"help.search.limit", "最多列出多少个章节（默认 50）", "how many sections to list (50 by default)"},
    {"help.search.format", "输出格式：text 给人看（默认），json 给程序用",
     "text for people (the default), json for programs"},
    {"search.hit", "{agency} {year}年 {section}{page}{times}：{snippet}（{path}）",
     "{agency} {year}, {section}{page}{times}: {snippet} ({path})"},
    {"search.page", "，第 {page} 页", ", page {page}"},
    {"search.times", "，共 {times} 处", ", {times} times"},
    {"search.no_agency", "（机关不明）", "(agency unknown)"},
    {"search.no_heading", "（没有标题的章节）", "(a section without a heading)"},
    {"search.nothing", "没有找到。", "Nothing was found."},
    {"search.more", "只列出了前 {limit} 个章节，更多的请用 --limit 给出较大的数。",
     "Only the first {limit} sections are listed: give --limit a larger number for more."},
    {"search.no_query", "要查找的文字应为 1 到 {most} 个字（UTF-8）。",
     "The text to look for has to be of 1 to {most} characters (UTF-8)."},

    {"export.statistics", "统计表", "statistics"},
    {"export.this_year", "本年", "this year"},
    {"export.cumulative", "历年累计", "cumulative"},
    {"export.section", "章节", "section "},

    // The sheets of a workbook, their columns, and the codes that stand in some of these.
    {"export.sheet.reports", "报告", "reports"},
    {"export.sheet.cells", "数字", "cells"},
    {"export.sheet.findings", "问题", "findings"},
    {"export.sheet.files", "文件", "files"},
    {"export.column.agency", "机关", "agency"},
    {"export.column.year", "年度", "year"},
    {"export.column.title", "标题", "title"},
    {"export.column.form", "格式", "form"},
    {"export.column.origin", "来源", "origin"},
    {"export.column.media_type", "文件类型", "media type"},
    {"export.column.pages", "页数", "pages"},
    {"export.column.period_from", "统计期起", "period from"},
    {"export.column.period_to", "统计期止", "period to"},
    {"export.column.errors", "错误", "errors"},
    {"export.column.warnings", "警告", "warnings"},
    {"export.column.infos", "提示", "infos"},
    {"export.column.dismissed", "已驳回", "dismissed"},
    {"export.column.doubtful", "没有把握的数字", "doubtful numbers"},
    {"export.column.new_received", "新收申请", "applications received"},
    {"export.column.carried_over", "上年结转", "carried over"},
    {"export.column.granted", "予以公开", "granted"},
    {"export.column.partly_granted", "部分公开", "partly granted"},
    {"export.column.outcome_total", "办理结果总计", "outcomes in total"},
    {"export.column.carried_forward", "结转下年度", "carried forward"},
    {"export.column.review_total", "行政复议总计", "reviews"},
    {"export.column.review_corrected", "行政复议结果纠正", "reviews: corrected"},
    {"export.column.direct_litigation_total", "未经复议直接起诉总计", "direct litigation"},
    {"export.column.litigation_after_review_total", "复议后起诉总计", "litigation after review"},
    {"export.column.regulations_in_force", "规章现行有效", "regulations in force"},
    {"export.column.normative_documents_issued", "行政规范性文件制发", "normative documents issued"},
    {"export.column.normative_documents_in_force", "行政规范性文件现行有效", "normative documents in force"},
    {"export.column.licences", "行政许可", "licences"},
    {"export.column.penalties", "行政处罚", "penalties"},
    {"export.column.fees", "行政事业性收费（万元）", "fees (10,000 yuan)"},
    {"export.column.statistics_received", "统计表收到申请数", "statistics: applications received"},
    {"export.column.statistics_answered", "统计表申请答复数", "statistics: applications answered"},
    {"export.column.sha256", "SHA-256", "SHA-256"},
    {"export.column.bytes", "字节数", "bytes"},
    {"export.column.path", "文件", "path"},
    {"export.column.copies", "份数", "copies"},
    {"export.column.reader", "读取程序版本", "reader"},
    {"export.column.pointer", "位置", "pointer"},
    {"export.column.table", "表键", "table key"},
    {"export.column.row", "行键", "row key"},
    {"export.column.column", "列键", "column key"},
    {"export.column.table_name", "表", "table"},
    {"export.column.row_name", "行", "row"},
    {"export.column.column_name", "列", "column"},
    {"export.column.value", "数值", "value"},
    {"export.column.raw", "原文", "as printed"},
    {"export.column.state", "状态", "state"},
    {"export.column.unit", "格内单位", "unit in the cell"},
    {"export.column.row_unit", "行的单位", "unit of the row"},
    {"export.column.indicator", "指标键", "indicator key"},
    {"export.column.note", "格内附注", "note in the cell"},
    {"export.column.page", "页", "page"},
    {"export.column.x0", "左", "left"},
    {"export.column.y0", "上", "top"},
    {"export.column.x1", "右", "right"},
    {"export.column.y1", "下", "bottom"},
    {"export.column.confidence", "把握程度", "confidence"},
    {"export.column.reading", "读法", "reading"},
    {"export.column.severity", "级别", "severity"},
    {"export.column.rule", "规则", "rule"},
    {"export.column.message", "说明", "message"},
    {"export.column.cause", "问题出自", "cause"},
    {"export.column.place", "位置", "pointer"},
    {"export.column.place_name", "所在", "place"},
    {"export.column.expected", "应为", "expected"},
    {"export.column.actual", "实为", "actual"},
    {"export.column.fingerprint", "指纹", "fingerprint"},
    {"export.column.verdict", "结论", "verdict"},
    {"export.column.verdict_reason", "理由", "reason for it"},
    {"export.column.decided_by", "决定人", "decided by"},
    {"export.column.decided_when", "决定日期", "decided on"},
    {"export.column.places", "全部位置", "all pointers"},
    {"export.column.reason", "原因", "reason"},
    {"export.code.text", "文字", "text"},
    {"export.code.ocr", "识别", "OCR"},
    {"export.code.mixed", "文字和识别", "text and OCR"},
    {"export.code.number", "数字", "number"},
    {"export.code.blank", "空白", "blank"},
    {"export.code.placeholder", "占位符", "placeholder"},
    {"export.code.not_a_number", "不是数字", "not a number"},
    {"export.code.unreadable", "无法辨认", "unreadable"},
    {"export.code.error", "错误", "error"},
    {"export.code.warning", "警告", "warning"},
    {"export.code.info", "提示", "info"},
    {"export.code.document", "原件", "document"},
    {"export.code.reading", "读取", "the reading"},
    {"export.code.open", "未定", "open"},
    {"export.code.confirmed", "属实", "confirmed"},
    {"export.code.dismissed", "驳回", "dismissed"},
    {"export.code.imported", "已导入", "imported"},
    {"export.code.failed", "失败", "failed"},
});

}  // namespace

std::span<const TextEntry> ExportTexts() { return kTexts; }

}  // namespace gongkai
