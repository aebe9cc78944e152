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

    {"export.statistics", "统计表", "statistics"},
    {"export.this_year", "本年", "this year"},
    {"export.cumulative", "历年累计", "cumulative"},
    {"export.section", "章节", "section "},
});

}  // namespace

std::span<const TextEntry> ExportTexts() { return kTexts; }

}  // namespace gongkai
