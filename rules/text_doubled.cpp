// Words written twice in a row: 审核审核, 的的, 报告报告如下. Chinese doubles many words on purpose
// (人人, 研究研究, 一个一个), and where two compounds meet the end of one may be the beginning of the
// next (县政府|政府信息, 政务公开|公开栏); both are no slips, and only what cannot be either is said.
#include <algorithm>
#include <array>
#include <vector>

#include "model/unicode.h"
#include "rules/catalogue.h"
#include "rules/text_slips.h"

namespace gongkai {
namespace {

constexpr std::size_t kLongest = 60;  // characters; a sentence that was pasted twice
// From here on a stretch is no word but a phrase, and chance does not repeat it.
constexpr std::size_t kPhrase = 8, kPhraseHan = 6;

// Particles that cannot follow themselves, but for these neighbours: 目的的, 的的确确, 调和和…
struct Particle {
  char32_t character;
  std::u32string_view before, behind;
};
constexpr auto kParticles = std::to_array<Particle>({
    {U'的', U"目标有", U"确士"},
    {U'和', U"调缓温总平中附饱共谐祥亲柔", U"谐平解睦好善气美顺县田硕龙政林静"},
    {U'与', U"参给赠授", U"会时否"},
    {U'但', U"非不", U"是愿"},
    {U'被', U"", U"子告"},
    {U'也', U"", U"门许"},
});

// Verbs and adverbs that are doubled on purpose.
constexpr auto kReduplicated = std::to_array<std::u32string_view>(
    {U"研究", U"讨论", U"商量", U"考虑", U"了解", U"学习", U"沟通", U"交流", U"锻炼", U"休息",
     U"检查", U"打听", U"介绍", U"体验", U"整理", U"许多", U"很多", U"非常", U"琢磨", U"合计"});

// Words that end one compound and begin another: the second may belong to what follows.
constexpr auto kJoints = std::to_array<std::u32string_view>(
    {U"政府", U"公开", U"信息", U"申请", U"行政", U"工作", U"服务", U"管理", U"政务", U"社会",
     U"教育", U"建设", U"监督", U"业务", U"安全", U"培训", U"文化", U"办公", U"村民", U"居民",
     U"人民", U"企业", U"单位", U"部门", U"网络", U"网站", U"公众", U"技术", U"经济", U"法律",
     U"法规", U"制度", U"计划", U"规划", U"财政", U"文件", U"年度", U"情况", U"数据", U"平台",
     U"中心", U"街道", U"社区", U"项目", U"事项", U"会议", U"宣传", U"组织", U"领导", U"干部",
     U"机关", U"应急", U"环境", U"生产", U"卫生", U"健康", U"民生", U"基层", U"群众", U"媒体"});

// What makes a noun of the second word, so that the first one stands alone: 年度报告|报告期.
constexpr std::u32string_view kSuffixes =
    U"期会人员书表单制室处科组栏率量点站局厅部区县镇乡村街路市者化性数费所法学科级类型";
// Behind these a word ends for certain.
constexpr std::u32string_view kEnds = U",。;:、!?)\n的和与及等";
constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千万亿两几每第逐多数某×";

bool AllHan(std::u32string_view word) { return std::all_of(word.begin(), word.end(), IsHan); }

bool HasNumeral(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(), [](char32_t c) { return IsOneOf(c, kNumerals); });
}

bool IsOneCharacter(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), [&](char32_t c) { return c == word.front(); });
}

template <typename Words>
bool Holds(const Words& words, std::u32string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsDoubledParticle(std::u32string_view text, std::size_t at) {
  const auto it = std::find_if(kParticles.begin(), kParticles.end(),
                               [&](const Particle& p) { return p.character == text[at]; });
  if (it == kParticles.end()) return false;
  const bool third = at + 2 < text.size() && text[at + 2] == text[at];
  if (at > 0 && (IsOneOf(text[at - 1], it->before) || text[at - 1] == text[at])) return false;
  return !third && (at + 2 >= text.size() || !IsOneOf(text[at + 2], it->behind));
}

bool IsDoubledWord(std::u32string_view text, std::size_t at, std::size_t length) {
  const std::u32string_view word = text.substr(at, length);
  if (!AllHan(word) || IsOneCharacter(word) || HasNumeral(word)) return false;
  if (length == 2 && Holds(kReduplicated, word)) return false;
  const std::size_t behind = at + 2 * length;
  if (behind >= text.size()) return true;
  if (Holds(kJoints, word.substr(word.size() - 2))) return IsOneOf(text[behind], kEnds);
  return !IsOneOf(text[behind], kSuffixes);
}

bool IsDoubledPhrase(std::u32string_view word) {
  const auto han = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), IsHan));
  return han >= kPhraseHan && word.find(U'\n') == word.npos && !IsElided(word);
}

bool IsSlip(std::u32string_view text, std::size_t at, std::size_t length) {
  if (length == 1) return IsDoubledParticle(text, at);
  if (length >= kPhrase) return IsDoubledPhrase(text.substr(at, length));
  return IsDoubledWord(text, at, length);
}

// The same stretch may be cut in several ways: 政务服务服务点 holds 务服|务服 and 服务|服务. It is a slip
// only if every one of them is.
bool IsSlipHoweverCut(std::u32string_view text, std::size_t at, std::size_t length) {
  for (std::size_t cut = at; cut < at + length; ++cut) {  // then the same words come again
    if (!IsSlip(text, cut, length)) return false;
    const std::size_t next = cut + 2 * length;
    if (next >= text.size() || text[next] != text[cut + length]) break;
  }
  return true;
}

// For every character the next place that may hold the same one (the size of the text where there
// is none): a stretch can only stand twice where its first character does.
std::vector<std::size_t> NextPlaces(std::u32string_view text) {
  constexpr std::size_t kSlots = 4096;  // characters of one slot share a chain
  std::vector<std::size_t> next(text.size()), seen(kSlots, text.size());
  for (std::size_t i = text.size(); i-- > 0;) {
    std::size_t& slot = seen[text[i] % kSlots];
    next[i] = slot;
    slot = i;
  }
  return next;
}

// The length of the longest stretch at `at` that stands there twice and is a slip; 0 where none.
// What began one character before was looked at there.
std::size_t FindLength(std::u32string_view text, const std::vector<std::size_t>& next,
                       std::size_t at) {
  std::size_t longest = 0;
  for (std::size_t again = next[at]; again < text.size() && again - at <= kLongest;
       again = next[again]) {
    const std::size_t length = again - at;
    if (text.substr(at, length) != text.substr(again, length)) continue;
    if (at > 0 && text[at - 1] == text[again - 1] && IsHan(text[at - 1])) continue;
    if (IsSlipHoweverCut(text, at, length)) longest = length;
  }
  return longest;
}

}  // namespace

void FindDoubled(const SectionText& prose, Findings& out) {
  const std::u32string_view text = prose.text;
  const std::vector<std::size_t> next = NextPlaces(text);
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (!IsHan(text[at]) && text[at] != U'"') continue;
    const std::size_t length = FindLength(text, next, at);
    if (length == 0) continue;
    Finding finding = NewFinding("text.doubled");
    finding.at = {prose.pointer};
    finding.details = {{"word", Quote(prose, at, at + length)},
                       {"quote", QuoteAround(prose, at, at + 2 * length)}};
    out.found.push_back(std::move(finding));
    at += 2 * length - 1;
  }
}

}  // namespace gongkai
