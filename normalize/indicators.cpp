#include "normalize/indicators.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/unicode.h"
#include "normalize/labels.h"

namespace gongkai {
namespace {

// A row is known by a word of its label, below one of the wholes named (any, where none is). The
// first row that fits is taken, so that what is longer or narrower stands first. A row without
// `under` begins a new whole where `whole` says so.
struct Indicator {
  std::string_view key;
  std::string_view words;  // any of these, parted by |
  std::string_view under;  // the key of the whole; empty: anywhere
  bool whole = false;      // rows that follow may be its parts
};

constexpr auto kIndicators = std::to_array<Indicator>({
    // parts, below their whole
    {"disclosure.normative_documents", "主动公开规范性文件", "disclosure.published"},
    {"disclosure.normative_documents_issued", "制发规范性文件", ""},
    {"response.press_conferences_by_head", "主要负责同志参加", "response.press_conferences"},
    {"response.interviews_by_head", "主要负责同志参加", "response.interviews"},
    {"disclosure.gazette", "政府公报", "disclosure.published"},
    {"disclosure.website", "网站公开", "disclosure.published"},
    {"disclosure.microblog", "政务微博|微博公开", "disclosure.published"},
    {"disclosure.wechat", "政务微信|微信公开", "disclosure.published"},
    {"disclosure.other_channels", "其他方式公开|其它方式公开", "disclosure.published"},
    {"response.press_conferences", "新闻发布会", "", true},
    {"response.interviews", "在线访谈", "", true},
    {"response.interpretations", "解读稿件|政策解读", ""},
    {"response.social_media", "微博微信回应", ""},
    {"response.other_channels", "其他方式回应|其它方式回应", ""},
    {"response.topics", "回应公众关注热点|重大舆情", ""},
    {"applications.letter_and_fax", "信函、传真|信函传真|传真、信函|信函和传真", "applications.received"},
    {"applications.in_person", "当面", "applications.received"},
    {"applications.fax", "传真", "applications.received"},
    {"applications.email", "电子邮件", "applications.received"},
    {"applications.network", "网络|网上", "applications.received"},
    {"applications.letter", "信函", "applications.received"},
    {"applications.other_channels", "其他形式|其它形式|其他方式|其它方式", "applications.received"},
    {"applications.processed_on_time", "按时", "applications.processed"},
    {"applications.processed_extended", "延期", "applications.processed"},
    {"applications.refused.state_secret", "国家秘密", "applications.refused"},
    {"applications.refused.trade_secret", "商业秘密", "applications.refused"},
    {"applications.refused.privacy", "个人隐私", "applications.refused"},
    {"applications.refused.security_and_stability", "危及国家安全|社会稳定", "applications.refused"},
    {"applications.refused.not_information", "所指政府信息|所指的政府信息", "applications.refused"},
    {"applications.refused.other_law", "法律法规规定的其他|法律法规规定的其它", "applications.refused"},
    {"applications.denied.reason",
     "信息不存在|所指政府信息|非本部门|内容不明确|免予公开|不予公开范围|其它原因|其他原因", "applications.denied"},
    {"applications.already_published", "属于已主动公开|已主动公开范围", "applications.answered"},
    {"applications.partly_granted", "同意部分公开|部分公开", "applications.answered"},
    {"applications.denied", "否决公开", "applications.answered", true},
    {"applications.refused", "不同意公开|不予公开", "applications.answered", true},
    {"applications.granted", "同意公开", "applications.answered"},
    {"applications.other_body", "不属于本行政机关|不属于本机关", "applications.answered"},
    {"applications.not_held", "信息不存在", "applications.answered"},
    {"applications.to_be_corrected", "更改补充|更改、补充", "applications.answered"},
    {"applications.other_route", "其他途径|其它途径", "applications.answered"},
    {"applications.other_answer", "其他类型|其它类型|其他答复|其他情形", "applications.answered"},
    {"review.upheld", "维持", "review.total"},
    {"review.corrected", "纠错", "review.total"},
    {"review.other", "其他情形|其它情形", "review.total"},
    {"litigation.upheld", "维持|驳回", "litigation.total"},
    {"litigation.corrected", "纠错", "litigation.total"},
    {"litigation.other", "其他情形|其它情形", "litigation.total"},
    {"capacity.staff_full_time", "专职", "capacity.staff"},
    {"capacity.staff_part_time", "兼职", "capacity.staff"},

    // wholes, and what stands alone
    {"applications.processed", "申请办结", "", true},
    {"applications.answered", "申请答复|申请的答复", "", true},
    {"applications.received", "收到申请|收到政府信息公开申请|受理依申请公开|受理政府信息依申请公开|申请总数", "", true},
    {"disclosure.published", "主动公开政府信息|主动公开信息|主动公开文件", "", true},
    {"complaints.total", "举报投诉|投诉举报", ""},
    {"fees.amount", "收取的费用|收取费用", ""},
    {"capacity.budget", "专项经费", ""},
    {"capacity.offices", "专门机构", ""},
    {"capacity.reading_points", "查阅点|查阅场所", ""},
    {"capacity.staff", "从事政府信息公开工作人员|工作人员", "", true},
    {"meetings.trainees", "接受培训", ""},
    {"meetings.trainings", "培训班", ""},
    {"meetings.meetings", "工作会议|专题会议", ""},
    {"review.total", "行政复议", "", true},
    {"litigation.total", "行政诉讼", "", true},
});

// A provincial row that counts two of these at once is neither: 接受行政诉讼、举报数.
constexpr auto kMixed = std::to_array<std::string_view>({"行政诉讼、", "行政复议、"});

bool HoldsAny(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    const auto end = std::min(words.find('|'), words.size());
    if (text.find(words.substr(0, end)) != text.npos) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

// What a label explains in brackets may name other indicators: （不包括政府公报及政府网站工作人员数）.
std::string WithoutBrackets(std::string_view label) {
  std::string text;
  int depth = 0;
  for (const char32_t c : DecodeUtf8(TableWords(label))) {
    if (c == U'(') ++depth;
    if (depth == 0) text += EncodeUtf8(std::u32string_view(&c, 1));
    if (c == U')' && depth > 0) --depth;
  }
  return text;
}

// The wholes that are open at a row: 不同意公开 stands below 答复, and what follows may go on with either.
using Wholes = std::vector<std::string_view>;

bool IsOpen(const Wholes& open, std::string_view key) {
  return std::find(open.begin(), open.end(), key) != open.end();
}

const Indicator* FindIndicator(const std::string& label, const Wholes& open) {
  const auto fits = [&](const Indicator& indicator) {
    return (indicator.under.empty() || IsOpen(open, indicator.under)) &&
           HoldsAny(label, indicator.words);
  };
  const auto it = std::find_if(kIndicators.begin(), kIndicators.end(), fits);
  return it == kIndicators.end() ? nullptr : &*it;
}

}  // namespace

std::vector<std::string_view> FindIndicators(std::span<const StatisticsRow> rows) {
  std::vector<std::string_view> keys;
  Wholes open;
  for (const StatisticsRow& row : rows) {
    const std::string label = WithoutBrackets(row.label);
    const bool mixed = std::any_of(kMixed.begin(), kMixed.end(), [&](std::string_view words) {
      return label.find(words) != label.npos;
    });
    const Indicator* indicator = mixed ? nullptr : FindIndicator(label, open);
    keys.push_back(indicator == nullptr ? std::string_view{} : indicator->key);
    if (indicator == nullptr || !indicator->whole) continue;
    if (indicator->under.empty()) open.clear();
    open.push_back(indicator->key);
  }
  return keys;
}

bool IsIndicator(std::string_view printed) {
  const std::string label = WithoutBrackets(printed);
  return std::any_of(kIndicators.begin(), kIndicators.end(), [&](const Indicator& indicator) {
    return HoldsAny(label, indicator.words);
  });
}

}  // namespace gongkai
