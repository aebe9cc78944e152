// The texts of an archive: what importing many reports says.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"help.import", "把许多报告读入一个档案库", "Read many reports into an archive"},
    {"help.import.examples",
     "例：\n"
     "  gongkai import 报告/ --archive 全县.db              文件夹及其下所有文件\n"
     "  gongkai import 2023.zip @清单.txt --archive 全县.db  压缩包，清单（每行一个路径）\n"
     "  gongkai import 报告/ --archive 全县.db --log 导入.jsonl --jobs 4\n"
     "  gongkai import 报告/ --archive 全县.db --retry-failed --timeout 300\n"
     "\n"
     "中断后再执行同一命令即可接着做。每个文件的结果是 imported（已导入）、unchanged（未变）、"
     "failed（失败，附原因）之一；有失败时退出码为 3。",
     "Examples:\n"
     "  gongkai import reports/ --archive county.db               a folder and all below it\n"
     "  gongkai import 2023.zip @list.txt --archive county.db     a ZIP, a list (a path a line)\n"
     "  gongkai import reports/ --archive county.db --log import.jsonl --jobs 4\n"
     "  gongkai import reports/ --archive county.db --retry-failed --timeout 300\n"
     "\n"
     "Interrupted, it goes on when the same command is given again. A file ends as imported, "
     "unchanged or failed (with a reason); the status is 3 where any has failed."},
    {"help.import.path", "报告文件、文件夹、ZIP、@清单 或带通配符的路径",
     "reports, folders, ZIP files, @lists or patterns"},
    {"help.import.archive", "档案库文件；没有则新建", "the archive; it is made where there is none"},
    {"help.import.jobs", "同时读取的进程数；0 为处理器核心数（默认）。结果与它无关",
     "processes that read at the same time; 0: as many as there are cores (the default). The result "
     "does not depend on it"},
    {"help.import.log", "把每个文件的结果追加到这个文件，每行一个 JSON 对象",
     "append what became of each file to this file, a JSON object a line"},
    {"help.import.retry", "以前失败过的文件再试一次", "try files again that have failed before"},
    {"help.import.since", "只读这一天（含）以后修改过的文件", "only files that were changed on this day or after"},
    {"help.import.dry_run", "只列出会做什么，不写入", "only say what would be done; nothing is written"},
    {"help.import.decisions", "决定文件：人的结论也存入档案库（docs/decisions.md）",
     "a person's verdicts, to be kept in the archive (docs/decisions.md)"},
    {"help.import.timeout", "每份报告的时间上限（秒），扫描页每页另加 20 秒（默认 60）",
     "seconds a report may take, 20 more for each scanned page (60 by default)"},
    {"help.import.memory", "每个读取进程的内存上限（MB），0 为不限（默认 2048）",
     "megabytes of memory a reading process may take; 0: no limit (2048 by default)"},
    {"help.worker", "import 的读取进程，不直接使用", "a reading process of import; not for direct use"},
    {"help.worker.examples", "由 gongkai import 启动。", "Started by gongkai import."},

    {"import.separator", "，", ", "},
    {"import.failed", "{file}：失败（{reason}）：{message}", "{file}: failed ({reason}): {message}"},
    {"import.progress", "已完成 {done}/{total}，失败 {failed}，每秒 {rate} 份，剩余 {left}",
     "{done}/{total} done, {failed} failed, {rate} a second, {left} left"},
    {"import.reasons", "（{list}）", " ({list})"},
    {"import.summary", "导入 {imported}，未变 {unchanged}，失败 {failed}{reasons}，用时 {time}",
     "{imported} imported, {unchanged} unchanged, {failed} failed{reasons}, in {time}"},
    {"import.hidden", "；另有 {count} 个隐藏文件未读", "; {count} hidden file(s) left out"},
    {"import.unconfined", "注意：本系统不支持 seccomp，读取进程未能与网络和文件隔离。",
     "Note: this system has no seccomp; the reading processes were not kept from network and files."},
    {"import.go_on", "已读入的都在档案库中；排除原因后再执行同一命令即可接着做。",
     "What was read is in the archive; mend the cause and give the same command again to go on."},
    {"import.stopped", "已按要求停下；再执行同一命令即可接着做。",
     "Stopped as asked; give the same command again to go on."},
    {"import.since", "--since {text}：不是日期，请写成 2024-02-01。用法：gongkai --help",
     "--since {text}: no date; write it as 2024-02-01. Usage: gongkai --help --lang en"},
    {"import.would_read", "会读取：{file}", "would be read: {file}"},
    {"import.would_unpack", "会解压：{file}", "would be unpacked: {file}"},
    {"import.is_unchanged", "未变：{file}", "unchanged: {file}"},
    {"import.has_failed", "失败（{reason}）：{file}", "failed ({reason}): {file}"},
});

}  // namespace

std::span<const TextEntry> ImportTexts() { return kTexts; }

}  // namespace gongkai
