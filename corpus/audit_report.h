// A report as the audit between reports sees it: its numbers, and where they stand.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/sqlite.h"
#include "model/decimal.h"
#include "model/geometry.h"

namespace gongkai {

struct AuditCell {
  std::optional<Decimal> value;
  std::string raw;
  int page = 0;  // 0: none
  std::optional<Box> box;
  double confidence = 1.0;

  bool IsCertain() const { return value && confidence >= kCertain; }
  static constexpr double kCertain = 0.9;  // CONTRACT: below, a number may have been misread
};

struct AuditIndicator {
  std::string label, unit;
};

struct AuditSection {
  std::string key, heading, text;
};

struct AuditReport {
  std::int64_t reading = 0;
  std::string sha256, path, agency, title, form;
  int year = 0;
  std::map<std::string, AuditCell, std::less<>> cells;  // by JSON Pointer
  std::vector<AuditIndicator> indicators;               // by their place in /statistics
  std::vector<AuditSection> sections;

  const AuditCell* Find(std::string_view pointer) const;   // null where there is none
  std::optional<Decimal> Value(std::string_view pointer) const;
};

// The texts of the sections that have any, parted by line breaks.
std::string NarrativeOf(const std::vector<AuditSection>& sections);

// Reads reports out of an archive, one at a time. REQUIRES: outlives nothing but the database.
class AuditReader {
 public:
  explicit AuditReader(Database& archive);
  AuditReport Read(std::int64_t reading);
  std::string Sha256(std::int64_t reading);
  std::string Narrative(std::int64_t reading);  // NarrativeOf its sections

 private:
  void ReadCells(AuditReport& report);
  std::vector<AuditSection> ReadSections(std::int64_t reading);

  Statement head_, cells_, indicators_, sections_;
};

}  // namespace gongkai
