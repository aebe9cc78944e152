#include <string>

#include "fuzz/fuzz.h"
#include "normalize/report_json.h"
#include "rules/rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  auto report = ReadReportJson(AsText(data, size));
  if (!report.ok()) return 0;
  CheckReport(report.value());
  const std::string json = WriteReportJson(report.value(), Language::kEn);
  const auto again = ReadReportJson(json);
  Require(again.ok() && WriteReportJson(again.value(), Language::kEn) == json);
  return 0;
}
