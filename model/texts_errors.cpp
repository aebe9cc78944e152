// Why an input could not be read or an output not be written: the reason, and what to do.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    // The frame: file, page, reason, a fact in brackets, advice.
    {"errors.message", "{file}：{text}", "{file}: {text}"},
    {"errors.reason", "{page}{reason}{detail}。{advice}", "{page}{reason}{detail}. {advice}"},
    {"errors.page", "第 {page} 页，", "page {page}: "},
    {"errors.stdin", "标准输入", "standard input"},
    {"errors.stdout", "标准输出", "standard output"},
    {"errors.detail", "（{text}）", " ({text})"},

    {"errors.not_found", "文件打不开", "the file cannot be opened"},
    {"errors.not_found.advice", "请核对文件名和读取权限。",
     "Check its name and your right to read it."},
    {"errors.empty", "文件是空的", "the file is empty"},
    {"errors.empty.advice", "请重新下载或重新导出该文件。", "Download or export it again."},
    {"errors.too_large", "文件超出处理上限", "the file is beyond what is accepted"},
    {"errors.too_large.advice", "请确认这是一份年度报告；如是合订本，请拆分后逐份读取。",
     "Make sure that it is one annual report; split a volume that holds several."},
    {"errors.encrypted", "文件已加密，没有密码或密码不对",
     "the file is encrypted, and the password is missing or wrong"},
    {"errors.encrypted.advice", "请用 --password 给出打开密码。",
     "Give the password that opens it with --password."},
    {"errors.damaged", "文件已损坏或不完整", "the file is damaged or cut short"},
    {"errors.damaged.advice", "请重新下载，或用原来的软件打开后另存一份。",
     "Download it again, or open it in the program that made it and save a copy."},
    {"errors.no_pages", "PDF 里一页也没有", "the PDF has no pages"},
    {"errors.no_pages.advice", "请重新导出 PDF。", "Export the PDF again."},
    {"errors.unsupported", "不是可以读取的文件", "this is not a file that gongkai reads"},
    {"errors.unsupported.advice",
     "可以读取 PDF、TIFF、PNG、JPEG、HTML、纯文本和 Markdown；其他格式请先转换；从管道读取请用 - "
     "作文件名。",
     "It reads PDF, TIFF, PNG, JPEG, HTML, plain text and Markdown: convert other formats first; "
     "to read from a pipe, give - as the file."},
    {"errors.not_a_report", "里面没有政府信息公开工作年度报告的标题、章节或表格",
     "nothing in it belongs to an annual report on government-information disclosure: no title, "
     "section or table"},
    {"errors.not_a_report.advice", "请确认给的是年度报告的正文。",
     "Make sure that it is the report itself."},
    {"errors.no_text", "页面上没有读到文字", "no text was found on its pages"},
    {"errors.no_text.advice",
     "如是扫描件，请不要用 --ocr off，并确认页面不是空白、字迹清楚；最好提供由 Word 或 WPS 直接导出的 "
     "PDF。",
     "If it is a scan, leave out --ocr off and make sure that its pages are not blank and can be "
     "read; best give a PDF exported from Word or WPS."},
    {"errors.not_writable", "无法写入", "it cannot be written"},
    {"errors.not_writable.advice", "请核对文件夹是否存在、是否可写、磁盘是否已满。",
     "Check that the folder exists, that you may write to it and that the disk is not full."},
    {"errors.bad_json", "不是 gongkai 写出的报告 JSON",
     "this is not report JSON as gongkai writes it"},
    {"errors.bad_json.advice", "请用 gongkai read 重新生成；格式见 gongkai schema。",
     "Make it again with gongkai read; gongkai schema prints the format."},
    {"errors.bad_decisions", "不是正确的决定文件", "this is no proper decisions file"},
    {"errors.bad_decisions.advice",
     "请改正后重试；草稿可用 gongkai check --format decisions 生成，格式见 docs/decisions.md。",
     "Mend it and try again; gongkai check --format decisions writes a draft, docs/decisions.md tells "
     "the format."},
    {"errors.bad_rules", "规则文件有误", "there is a mistake in the rules file"},
    {"errors.bad_rules.advice", "请按所示行列改正；写法见 docs/own-rules.md，例子见 gongkai rules。",
     "Mend it at that line and column; docs/own-rules.md says how rules are written, gongkai rules "
     "prints some."},

    {"errors.changed", "读取期间文件被改动", "the file was written to while it was read"},
    {"errors.changed.advice", "请等写入结束后再试。", "Try again once it is no longer written to."},
    {"errors.timeout", "读取超过了时间上限", "reading it took longer than the limit"},
    {"errors.timeout.advice", "如文件确实很大，请用 --timeout 放宽后加 --retry-failed 重试。",
     "If it really is that large, give more time with --timeout and try again with --retry-failed."},
    {"errors.memory", "读取超过了内存上限", "reading it needed more memory than the limit"},
    {"errors.memory.advice", "如文件确实很大，请用 --memory 放宽后加 --retry-failed 重试。",
     "If it really is that large, give more with --memory and try again with --retry-failed."},
    {"errors.crash", "读取它的进程中途退出", "the process that read it ended in the middle"},
    {"errors.crash.advice", "请用别的软件打开并另存一份，再试一次；如能提供该文件，请报告这个问题。",
     "Open it in another program, save a copy and try that; report the fault if you can share the file."},
    {"errors.bad_archive", "不是可以使用的 gongkai 档案库", "this is no archive of gongkai that can be used"},
    {"errors.bad_archive.advice", "请核对文件名；档案库由 gongkai import 建立。",
     "Check the name; gongkai import makes archives."},
    {"errors.busy", "另一个进程正在写入这个档案库", "another process is writing to the archive"},
    {"errors.busy.advice", "请等它结束后再试。", "Try again once it has ended."},

    // Facts that need words of their own.
    {"errors.detail.newer_archive", "由更新版本的 gongkai 写成", "it was written by a later gongkai"},
    {"errors.detail.mute", "进程不再应答", "it no longer answered"},
    {"errors.detail.link_loop", "链接绕回了自己", "a link leads back to itself"},
    {"errors.detail.no_such_file", "没有这个文件", "no such file"},
    {"errors.detail.no_right", "没有读取权限", "no right to read it"},
    {"errors.detail.folder", "这是文件夹", "it is a folder"},
    {"errors.detail.memory", "内存不足", "out of memory"},
    {"errors.detail.pixels", "一页超过一亿像素", "more than 100 megapixels on one page"},
    {"errors.detail.special", "这是设备或管道", "it is a device or a pipe"},
    {"errors.detail.rules_size", "超过 1 MB", "larger than 1 MB"},
    {"errors.detail.at", "{at}：{reason}", "{at}: {reason_en}"},

    // What is wrong at a place of JSON.
    {"errors.json.object", "应为对象", "expected an object"},
    {"errors.json.array", "应为数组", "expected an array"},
    {"errors.json.string", "应为字符串", "expected a string"},
    {"errors.json.bool", "应为 true 或 false", "expected true or false"},
    {"errors.json.number", "应为数字", "expected a number"},
    {"errors.json.null", "应为 null", "expected null"},
    {"errors.json.missing", "缺少成员“{name}”", "the member \"{name}\" is missing"},
    {"errors.json.unknown", "不认识的成员“{name}”", "unknown member \"{name}\""},

    // What is wrong in a rules file.
    {"errors.rules.schema", "应为“gongkai.rules/1”", "expected \"gongkai.rules/1\""},
    {"errors.rules.id", "编号应如“own.new_vs_total”", "expected an id such as \"own.new_vs_total\""},
    {"errors.rules.built_in", "“{name}”是内置规则，规则文件不能取代",
     "\"{name}\" is a built-in rule, which a file cannot replace"},
    {"errors.rules.twice", "编号“{name}”重复", "the id \"{name}\" stands twice"},
    {"errors.rules.kind", "“sum”和“text”应有其一，且只有其一", "expected either \"sum\" or \"text\""},
    {"errors.rules.severity", "应为“error”、“warning”或“info”",
     "expected \"error\", \"warning\" or \"info\""},
    {"errors.rules.severity_off", "应为“error”、“warning”、“info”或“off”",
     "expected \"error\", \"warning\", \"info\" or \"off\""},
    {"errors.rules.unknown_rule", "没有规则“{name}”，最接近的是“{nearest}”",
     "no rule \"{name}\"; the nearest is \"{nearest}\""},
    {"errors.rules.unknown_family", "没有这一族规则“{name}”，最接近的是“{nearest}”",
     "no family of rules \"{name}\"; the nearest is \"{nearest}\""},
    {"errors.rules.unknown_table", "没有表“{name}”，最接近的是“{nearest}”",
     "no table \"{name}\"; the nearest is \"{nearest}\""},
    {"errors.rules.unknown_section", "没有部分“{name}”，最接近的是“{nearest}”",
     "no section \"{name}\"; the nearest is \"{nearest}\""},
    {"errors.rules.unknown_detail", "消息里不能用“{name}”，最接近的是“{nearest}”",
     "no detail \"{name}\" for a message; the nearest is \"{nearest}\""},
    {"errors.rules.pointer_begin", "位置应以 / 开头", "a pointer begins with /"},
    {"errors.rules.pointer_long", "位置超过 500 字节", "a pointer longer than 500 bytes"},
    {"errors.rules.pointer_steps", "位置超过 8 级", "a pointer of more than 8 steps"},
    {"errors.rules.pointer_empty", "两个斜杠之间是空的", "a step between two slashes is empty"},
    {"errors.rules.pointer_star", "* 须独占一级", "* has to be a whole step"},
    {"errors.rules.pointer_name", "{name} 须独占一级", "{name} has to be a whole step"},
    {"errors.rules.pointer_letters", "名称只能用 a 至 z、0 至 9 和下划线",
     "a name is made of a to z, 0 to 9 and _"},
    {"errors.rules.first_step", "第一级须写明是哪张表", "the first step has to name a table"},
    {"errors.rules.statistics", "应为 /statistics/@名称/value 或 /statistics/@名称/cumulative",
     "expected /statistics/@NAME/value or /statistics/@NAME/cumulative"},
    {"errors.rules.no_cell", "格式里没有单元格“{name}”，最接近的是“{nearest}”",
     "no form has a cell \"{name}\"; the nearest is \"{nearest}\""},
    {"errors.rules.unbound", "名称“{name}”没有出现在“wholes”的第一项里",
     "the name \"{name}\" does not stand in the first of \"wholes\""},
    {"errors.rules.no_wildcard", "这里不能用 *", "* may not stand here"},
    {"errors.rules.compare", "应为“=”、“>=”或“<=”", "expected \"=\", \">=\" or \"<=\""},
    {"errors.rules.least", "至少要有一项", "expected at least one"},
    {"errors.rules.most", "超过 {count} 项", "more than {count}"},
    {"errors.rules.message_empty", "消息是空的", "the message is empty"},
    {"errors.rules.long", "超过 1000 字节", "longer than 1000 bytes"},
    {"errors.rules.folded", "文字先归一再查找：应写 {folded}，不写 {written}（作符号时前面加 \\）",
     "text is folded before it is searched: write {folded} for {written} (with \\ where it is a "
     "sign)"},
    {"errors.rules.pattern", "RE2 不接受这个表达式：{reason}", "no pattern that RE2 takes: {reason}"},
    {"errors.rules.pattern_large", "表达式过于庞大", "the pattern is too large"},
    {"errors.rules.pattern_empty", "表达式什么也不写也能符合", "the pattern also fits where there is nothing"},
    {"errors.rules.must_both", "“must”和“must_not”只能有其一", "expected \"must\" or \"must_not\", not both"},
});

}  // namespace

std::span<const TextEntry> ErrorTexts() { return kTexts; }

}  // namespace gongkai
