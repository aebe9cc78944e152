// What the commands say: help, wrong usage, the frame around findings.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"help.gongkai", "gongkai：读取政府信息公开工作年度报告，给出核对过的 JSON",
     "gongkai: China's annual reports on government-information disclosure become checked JSON"},
    {"help.gongkai.examples",
     "例：\n"
     "  gongkai read 报告.pdf                 读取一份报告，JSON 写到标准输出\n"
     "  gongkai read 报告.pdf -o 报告.json    写到文件\n"
     "  gongkai check *.pdf *.html            核对多份报告，每个问题一行\n"
     "  gongkai read --help                   某个命令的用法\n"
     "\n"
     "退出码：0 完成；1 完成，check 发现错误；2 用法不对；3 有文件无法读取。\n"
     "For English: gongkai --help --lang en",
     "Examples:\n"
     "  gongkai read report.pdf                  read one report, JSON on standard output\n"
     "  gongkai read report.pdf -o report.json   into a file\n"
     "  gongkai check *.pdf *.html --lang en     check many, one line a finding\n"
     "  gongkai read --help --lang en            how one command is used\n"
     "\n"
     "Exit status: 0 done; 1 done, and check found an error; 2 wrong usage; 3 an input could not "
     "be read."},

    {"help.read", "读取一份报告，输出 JSON", "Read one report, print its JSON"},
    {"help.read.examples",
     "例：\n"
     "  gongkai read 报告.pdf -o 报告.json\n"
     "  gongkai read 扫描件.tif --jobs 0       各页分给所有处理器核心同时识别\n"
     "  gongkai read 加密.pdf --password 口令\n"
     "  curl -s 网址 | gongkai read -",
     "Examples:\n"
     "  gongkai read report.pdf -o report.json\n"
     "  gongkai read scan.tif --jobs 0         its pages on all cores at the same time\n"
     "  gongkai read locked.pdf --password secret\n"
     "  curl -s ADDRESS | gongkai read -"},
    {"help.read.file", "PDF、扫描图像（TIFF、PNG、JPEG）、HTML、纯文本或 Markdown 文件；- 为标准输入",
     "a PDF, a scan (TIFF, PNG, JPEG), HTML, plain text or Markdown; - is standard input"},
    {"help.read.timings", "把各步骤所用的 CPU 秒数写到标准错误；结果与它无关",
     "seconds of CPU by stage, on standard error; the result does not depend on it"},
    {"help.read.output", "写到这个文件：要么完整，要么不动", "write to this file, whole or not at all"},

    {"help.check", "核对报告，列出问题", "Check reports, list what was found"},
    {"help.check.examples",
     "例：\n"
     "  gongkai check 报告.pdf 另一份.html\n"
     "  gongkai check 报告.json               read 写出的 JSON 也可以\n"
     "  gongkai check *.pdf --format json     供程序使用\n"
     "  gongkai check *.pdf --format decisions > 决定.json   逐条填写结论\n"
     "  gongkai check *.pdf --decisions 决定.json            被驳回的不再计入",
     "Examples:\n"
     "  gongkai check report.pdf another.html\n"
     "  gongkai check report.json             the JSON that read wrote will do as well\n"
     "  gongkai check *.pdf --format json     for programs\n"
     "  gongkai check *.pdf --format decisions > verdicts.json   a draft to fill in\n"
     "  gongkai check *.pdf --decisions verdicts.json            dismissed ones no longer count"},
    {"help.check.file", "报告，或 read 写出的 JSON；- 为标准输入",
     "reports, or the JSON that read wrote; - is standard input"},
    {"help.check.format",
     "输出格式：text 给人看（默认），json、sarif 给程序用，decisions 是决定文件的草稿",
     "text for people (the default), json and sarif for programs, decisions a draft of a decisions "
     "file"},
    {"help.check.decisions", "决定文件：人对各个问题的结论，被驳回的不再计入（docs/decisions.md）",
     "a person's verdicts on findings; dismissed ones no longer count (docs/decisions.md)"},

    {"help.show", "把读出的内容画在页面上", "Draw what was read over a page"},
    {"help.show.examples",
     "例：\n"
     "  gongkai show 报告.pdf --page 3 -o 第3页.png\n"
     "  gongkai show 报告.pdf --page 3 -o 第3页.png --dpi 200 --layers grids,cells\n"
     "\n"
     "图下方说明各种颜色。网页和纯文本没有页面，请用 gongkai read。",
     "Examples:\n"
     "  gongkai show report.pdf --page 3 -o page3.png\n"
     "  gongkai show report.pdf --page 3 -o page3.png --dpi 200 --layers grids,cells\n"
     "\n"
     "The strip below the picture says what each colour means. Web pages and plain text have no "
     "pages: use gongkai read."},
    {"help.show.file", "PDF 或扫描图像（TIFF、PNG、JPEG）；- 为标准输入",
     "a PDF or a scan (TIFF, PNG, JPEG); - is standard input"},
    {"help.show.page", "第几页，从 1 数起（默认 1）", "which page, from 1 (the default)"},
    {"help.show.output", "PNG 写到这个文件；- 为标准输出",
     "write the PNG to this file; - is standard output"},
    {"help.show.dpi", "每英寸的像素数，20 到 1200（默认 100）",
     "pixels an inch, 20 to 1200 (100 by default)"},
    {"help.show.layers", "要画的内容，用逗号分开；none 为什么都不画（默认全部）",
     "what to draw, parted by commas; none draws nothing (all by default)"},

    {"help.rules", "输出内置的表格勾稽规则，格式同 --rules 的规则文件",
     "Print the built-in arithmetic as a rules file"},
    {"help.rules.examples",
     "例：\n"
     "  gongkai rules > 规则.json                    以内置规则为样本，改成自己的规则\n"
     "  gongkai check --rules 规则.json 报告.pdf     按规则文件核对\n"
     "\n"
     "规则文件的写法见 docs/own-rules.md。",
     "Examples:\n"
     "  gongkai rules > rules.json                     the built-in sums, to write others after\n"
     "  gongkai check --rules rules.json report.pdf    check by a rules file\n"
     "\n"
     "docs/own-rules.md says how rules are written."},
    {"help.rules_file", "规则文件（JSON）：增加自己的规则，调整或关闭已有规则",
     "a rules file (JSON) that adds rules, sets severities or switches rules off"},

    {"help.explain", "说明核对规则：查什么、依据、怎样改", "Explain the rules of the checker"},
    {"help.explain.examples",
     "例：\n"
     "  gongkai explain                        列出全部规则\n"
     "  gongkai explain applications.balance   说明一条规则\n"
     "  gongkai explain --format markdown      全部规则的文档（中英文）",
     "Examples:\n"
     "  gongkai explain                        a line for every rule\n"
     "  gongkai explain applications.balance   what one rule checks\n"
     "  gongkai explain --format markdown      the page of all rules, in both languages"},
    {"help.explain.rule", "规则的编号；不写则列出全部", "the rules' ids; all in a line each where none is given"},
    {"help.explain.format", "输出格式：text（默认）或 markdown", "text (the default) or markdown"},
    {"explain.line", "{rule}  {severity}  {what}", "{rule}  {severity}  {what}"},
    {"explain.text", "{rule}（{severity}）\n  查什么：{what}\n  依据：{basis}\n  怎样改：{mend}",
     "{rule} ({severity})\n  checks: {what}\n  rests on: {basis}\n  to mend: {mend}"},
    {"explain.markdown",
     "**{severity}** {what}\n\n- 依据：{basis}\n- 怎样改：{mend}",
     "**{severity}** {what}\n\n- rests on: {basis}\n- to mend: {mend}"},
    {"explain.unknown", "没有规则 {rule}。全部规则：gongkai explain",
     "There is no rule {rule}. All of them: gongkai explain --lang en"},

    {"help.schema", "输出报告 JSON 的 JSON Schema", "Print the JSON Schema of a report"},
    {"help.schema.examples", "例：\n  gongkai schema > report.schema.json",
     "Example:\n  gongkai schema > report.schema.json"},

    {"help.help", "显示用法", "Print this help"},
    {"help.version", "显示版本", "Print the version"},
    {"help.lang", "消息所用语言：zh（默认）或 en", "the language of messages: zh (the default) or en"},
    {"help.ocr",
     "哪些页按图像识别：auto 没有可用文字层的页（默认），off 一概不，force 全部",
     "which pages are read from their picture: auto those without a usable text layer (the "
     "default), off none, force all"},
    {"help.dpi",
     "扫描图像每英寸的像素数，50 到 1200；PDF 页面也按它转成图像（默认看文件本身）",
     "pixels an inch of a scan, 50 to 1200; pages of a PDF are rendered at it, too (by default as "
     "the file says)"},
    {"help.jobs", "同时识别几页；0 为所有处理器核心（默认 1）。结果与它无关",
     "pages that are read at the same time; 0: as many as there are cores (1 by default). The "
     "result does not depend on it"},
    {"help.max_pages", "页数上限，超过的文件不读（默认 2000）",
     "files of more pages are refused (2000 by default)"},
    {"help.password", "加密 PDF 的打开密码", "the password that opens an encrypted PDF"},
    {"help.label.usage", "用法", "Usage"},
    {"help.label.options", "选项", "OPTIONS"},
    {"help.label.arguments", "参数", "Arguments"},
    {"help.label.command", "命令", "COMMAND"},
    {"help.label.required", "（必需）", "(required)"},
    {"help.label.group_options", "选项", "Options"},
    {"help.label.group_commands", "命令", "Commands"},

    // {detail} is the parser's own sentence.
    {"usage.unexpected", "有不认识的参数（{detail}）。用法：gongkai --help",
     "{detail}. Usage: gongkai --help --lang en"},
    {"usage.missing", "缺少命令或参数（{detail}）。用法：gongkai --help",
     "{detail}. Usage: gongkai --help --lang en"},
    {"usage.count", "参数的个数不对（{detail}）。用法：gongkai --help",
     "{detail}. Usage: gongkai --help --lang en"},
    {"usage.value", "参数的值不对（{detail}）。用法：gongkai --help",
     "{detail}. Usage: gongkai --help --lang en"},
    {"usage.other", "用法不对（{detail}）。用法：gongkai --help",
     "{detail}. Usage: gongkai --help --lang en"},
    {"usage.same_file", "{file}：-o 不能写到输入文件上，请换一个文件名。",
     "{file}: -o would overwrite the input; give another name."},

    {"show.no_such_page", "{file}：没有第 {page} 页。这份文件共 {pages} 页，请用 --page 给出 1 到 {pages}。",
     "{file}: there is no page {page}. It has {pages}; give --page a number from 1 to {pages}."},
    {"show.flowing", "{file}：这种文件不分页，画不出来。请用 gongkai read 查看读出的内容。",
     "{file}: such a file has no pages to draw. Use gongkai read to see what is read from it."},
    {"show.too_many_pixels", "{file}：第 {page} 页按 {dpi} dpi 太大，画不出来。请用 --dpi 给出较小的数。",
     "{file}: page {page} is too large for a picture at {dpi} dpi. Give --dpi a smaller number."},
    {"show.nothing_read", "{reason} 图上因此没有读出的标题和数字。",
     "{reason} The picture therefore shows no headings and no numbers."},
    {"show.heading", "{name} 第 {page}/{pages} 页", "{name}, page {page} of {pages}"},
    {"show.word", "词", "word"},
    {"show.ruling", "线", "ruling"},
    {"show.grid", "表格，行数 x 列数", "table, rows x columns"},
    {"show.grid_cell", "单元格内的文字，或空白单元格", "a cell's words, or a blank cell"},
    {"show.section", "标题及其章节", "heading and its section"},
    {"show.fact", "题名、机关、年度", "title, agency, year"},
    {"show.number", "数字及读出的值", "number and the value read"},
    {"show.null", "空白或不是数字", "blank, or no number"},
    {"show.doubtful", "没有把握（低于 90%）", "doubtful (below 90 %)"},
    {"show.finding", "核对发现问题", "a finding points here"},

    {"check.error", "错误", "error"},
    {"check.warning", "警告", "warning"},
    {"check.info", "提示", "info"},
    {"check.not_assessed", "未核对", "not assessed"},
    {"check.table_2", "表二", "table 2"},
    {"check.table_3", "表三", "table 3"},
    {"check.table_4", "表四", "table 4"},
    {"check.page", "第 {page} 页", "page {page}"},
    {"check.more_places", " 等，另有 {count} 处", " and {count} more"},
    {"check.summary",
     "{file}：错误 {errors}，警告 {warnings}，提示 {infos}，未核对 {not_assessed}{dismissed}",
     "{file}: {errors} errors, {warnings} warnings, {infos} infos, {not_assessed} not "
     "assessed{dismissed}"},
    {"check.summary.dismissed", "，已驳回 {count}", ", {count} dismissed"},
    {"check.rule_total", "{rule}：{severity} {findings}，涉及 {reports} 份报告",
     "{rule}: {severity}, {findings} finding(s) in {reports} report(s)"},
    {"check.dismissed", "［已驳回{reason}，{by} {when}］", " [dismissed{reason}, {by} {when}]"},
    {"check.confirmed", "［已确认{reason}，{by} {when}］", " [confirmed{reason}, {by} {when}]"},
    {"check.reason", "：{reason}", ": {reason}"},
    {"check.decision_gone",
     "{file}：决定 {fingerprint}（{rule}，{by} {when}）所指的问题已经不在报告中，可以删去。",
     "{file}: the finding {fingerprint} ({rule}), decided by {by} on {when}, is no longer there; the "
     "decision can be taken out."},
});

}  // namespace

std::span<const TextEntry> CommandTexts() { return kTexts; }

}  // namespace gongkai
