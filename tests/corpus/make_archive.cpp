// make_archive ARCHIVE COUNT REPORT.json...: an archive of COUNT reports for tests and
// measurements, made of the JSON of some in turn, without an import. From the second round on a
// report is one of another organ and of another hash. The last file of all could not be read, the
// first report has a copy, and its first finding is dismissed.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "corpus/archive_writer.h"
#include "normalize/report_json.h"
#include "rules/rules.h"

namespace gongkai {
namespace {

std::vector<Record> ReadRecords(int count, char** files) {
  std::vector<Record> records;
  for (int i = 0; i < count; ++i) {
    std::ifstream in(files[i], std::ios::binary);
    const std::string json(std::istreambuf_iterator<char>(in), {});
    auto report = ReadReportJson(json);
    if (!report.ok()) return {};
    CheckReport(report.value());
    records.push_back(MakeRecord(report.value(), json));
  }
  return records;
}

Record InRound(Record record, int round) {
  if (round == 0) return record;
  const std::string number = std::to_string(round);
  record.sha256.replace(0, number.size(), number);
  record.agency += number;
  return record;
}

void Fill(ArchiveWriter& writer, const std::vector<Record>& records, int count) {
  constexpr int kReportsASave = 200;
  for (int i = 0; i < count; ++i) {
    const auto which = static_cast<std::size_t>(i) % records.size();
    const Record record = InRound(records[which], i / static_cast<int>(records.size()));
    const std::string path = "/r/" + std::to_string(i) + " " + record.name;
    writer.StoreReading({path, {}}, record);
    if (i == 0) {
      const auto document = writer.FindDocument(record.sha256);
      writer.StorePlace({"/r/copy.html", {}}, document->id);
      if (!record.findings.empty()) {
        writer.StoreDecision({record.findings[0].fingerprint, "dismissed", "原件如此", "张三",
                              "2024-02-01", record.findings[0].rule, record.agency, ""});
      }
    }
    if (i % kReportsASave == 0) writer.Save();
  }
  writer.StoreFailure({"/r/空.pdf", {}}, std::string(64, '0'), 0,
                      {"unreadable", "文件是空的", "the file is empty"});
}

}  // namespace
}  // namespace gongkai

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const auto records = gongkai::ReadRecords(argc - 3, argv + 3);
  auto writer = gongkai::ArchiveWriter::Open(argv[1], "test");
  if (records.empty() || !writer.ok()) return 3;
  gongkai::Fill(*writer.value(), records, std::atoi(argv[2]));
  return writer.value()->Save() ? 0 : 3;
}
