// What the pages of an audit call things.
#pragma once

#include <string>
#include <vector>

#include "model/finding.h"
#include "model/reading.h"
#include "model/texts.h"
#include "rules/places.h"

namespace gongkai {

// The words that a page needs by the hundred are looked up once.
class PageWords {
 public:
  explicit PageWords(Language language);

  std::string Say(std::string_view id, const TextDetails& details = {}) const {
    return Text(id, language, details);
  }
  std::string In(const Wording& wording) const {
    return language == Language::kZh ? wording.zh : wording.en;
  }
  std::string SeverityText(Severity severity) const;
  static std::string_view SeverityClass(Severity severity);  // "error"
  std::string TableText(const std::string& key) const;  // 表三 收到和处理政府信息公开申请情况
  std::string Rule(const std::string& rule) const;  // what it asks for; empty where unknown
  std::string YearsText(const std::vector<int>& years) const;  // 2019、2020年

  // 21; 空白; “/”: blank, placeholder and unreadable are told apart from 0 and from each other.
  std::string ReadingText(const Reading& reading) const;
  std::string DoubtText(const Reading& reading) const;  // 存疑（把握 50%）

  const Language language;
  const std::string blank, unreadable, missing, unplaced, no_row;
};

}  // namespace gongkai
