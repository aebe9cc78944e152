// What the tests of archives share: a folder of one's own, and a small report as a record.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "corpus/archive_record.h"

namespace gongkai::testing {

// A new folder that goes with the object.
class Scratch {
 public:
  Scratch() {
    std::string name = std::filesystem::temp_directory_path() / "gongkai corpus XXXXXX";
    if (mkdtemp(name.data()) == nullptr) std::abort();
    folder_ = name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(folder_); }

  std::string operator/(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

// `content` stands for the bytes of the file: another content is another document.
inline Record SmallRecord(const std::string& content) {
  Record record;
  record.sha256 = content;
  record.bytes = 100;
  record.name = content + ".pdf";
  record.media_type = "application/pdf";
  record.origin = "text";
  record.title = "甲乙镇人民政府2023年政府信息公开工作年度报告";
  record.agency = "甲乙镇人民政府";
  record.year = 2023;
  record.pages = 3;
  record.period_from = "2023-01-01";
  record.period_to = "2023-12-31";
  record.form = "2021";
  record.report = R"({"title": ")" + content + R"("})";
  const auto number = [](std::string pointer, const std::string& digits) {
    CellRecord cell;
    cell.pointer = std::move(pointer);
    cell.value = Decimal::Parse(digits);
    cell.state = "number";
    cell.raw = digits;
    cell.place = {3, Box{486.1, 470.2, 497.0, 484.5}};
    cell.kind = "text";
    return cell;
  };
  record.cells = {number("/active_disclosure/fees/amount", "7730.28"),
                  number("/applications/new_received/total", "21")};
  CellRecord blank;
  blank.pointer = "/statistics/0/value";
  blank.state = blank.kind = "blank";
  record.cells.push_back(blank);
  record.indicators = {{"收到申请数", "件", "applications.received"}};
  record.sections = {{"overview", "一", "总体情况", "我镇认真做好主动公开工作。", 1}};
  record.findings = {{"identity.year", "error", "document", "年度不一致", "years differ",
                      "00000000000000aa", {"/year", "/title"}, Decimal(2023), std::nullopt}};
  return record;
}

}  // namespace gongkai::testing
