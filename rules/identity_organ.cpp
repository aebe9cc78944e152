// Names of other organs where the text says whose report this is. A report names many organs (those
// above it, those that it works with, those in the names of laws), and writes its own in many ways
// (县政府办 for 某县人民政府办公室): another one is said only where place, level or office cannot be the
// same, in a sentence that presents the report, in the signature, or in 我局, 我镇.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "model/unicode.h"
#include "rules/identity.h"

namespace gongkai {
namespace {

using Text = std::u32string_view;

bool Holds(Text text, Text word) { return text.find(word) != text.npos; }

// The organ that the title names, folded: up to its year or its subject.
std::u32string OwnOrgan(const Report& report) {
  const TextFact& fact = report.agency.value.empty() ? report.title : report.agency;
  std::u32string text = DecodeUtf8(FoldTight(fact.value));
  for (const Text end : {U"20", U"政府信息公开", U"政务公开", U"信息公开"}) {
    const auto at = text.find(end, 1);
    if (at != text.npos) text.resize(at);
  }
  return text;
}

// ---- 我局 in the report of a 镇 ----

struct SelfWord {
  Text kind;    // the organ's name holds it, or the word is another's
  Text before;  // 忘我局…: characters that make another word of it
  Text behind;  // 我局限, 我委托, 我镇定, 我乡村
};
constexpr auto kSelfWords = std::to_array<SelfWord>({
    {U"局", U"自忘大小", U"限面势部"},
    {U"委", U"自忘大小", U"托派婉员"},
    {U"厅", U"自忘大小", U""},
    {U"镇", U"自忘大小", U"静定痛"},
    {U"乡", U"自忘大小", U"村镇亲土"},
    {U"街道", U"自忘大小", U""},
});

// What an organ is, by the end of its name; a name that ends in nothing of these (中心, 站, 学校) may
// be called anything.
constexpr auto kKinds = std::to_array<Text>(
    {U"人民政府", U"镇政府", U"乡政府", U"县政府", U"区政府", U"市政府", U"镇", U"乡", U"街道",
     U"办事处", U"局", U"厅", U"委员会", U"管委会", U"委"});

bool IsTownship(Text organ) {
  return Holds(organ, U"镇") || Holds(organ, U"乡") || Holds(organ, U"街道");
}

// Within “…”, somebody else may be speaking.
bool IsQuoted(Text text, std::size_t at) {
  constexpr std::size_t kFarthest = 200;  // characters; no quotation of a report is longer
  Text before = text.substr(at - std::min(at, kFarthest), std::min(at, kFarthest));
  const auto line = before.rfind(U'\n');
  if (line != before.npos) before.remove_prefix(line);
  return std::count(before.begin(), before.end(), U'"') % 2 != 0;
}

void FindSelfWord(const SectionText& prose, const SelfWord& word, ForeignWord& found) {
  const Text text = prose.text;
  const std::u32string wanted = U"我" + std::u32string(word.kind);
  for (auto at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if (at > 0 && IsOneOf(text[at - 1], word.before)) continue;
    if (end < text.size() && IsOneOf(text[end], word.behind)) continue;
    if (IsQuoted(text, at)) continue;
    if (found.count++ == 0) {
      found.word = Quote(prose, at, end);
      found.quote = QuoteAround(prose, at, end);
    }
    found.AddPlace(prose.pointer);
  }
}

void CheckSelfWords(const Report& report, Text organ, const std::vector<SectionText>& prose,
                    Findings& out) {
  const bool known = std::any_of(kKinds.begin(), kKinds.end(),
                                 [&](Text kind) { return organ.ends_with(kind); });
  if (!known) return;
  for (const SelfWord& word : kSelfWords) {
    if (Holds(organ, word.kind)) continue;
    // 我乡 in a 镇 is a word for the area: CheckAreaWords.
    const bool area = word.kind == U"镇" || word.kind == U"乡" || word.kind == U"街道";
    if (area && IsTownship(organ)) continue;
    ForeignWord found;
    for (const SectionText& text : prose) FindSelfWord(text, word, found);
    SayForeign(std::move(found), report, "identity.agency", out);
  }
}

// ---- another organ's name ----

constexpr auto kLevels =
    std::to_array<Text>({U"省", U"市", U"县", U"区", U"旗", U"镇", U"乡", U"街道"});
// Ends in a level and names no place: 城市管理, 城乡建设, 开发区.
constexpr auto kNoPlaces = std::to_array<Text>(
    {U"城", U"住房和城", U"住房城", U"社", U"园", U"开发", U"景", U"辖", U"地", U"全", U"自治", U"新",
     U"管理", U"试验", U"实验", U"综合实验", U"高新", U"示范"});

// The places in a name, by level: 淮安市洪泽区 -> 市 淮安, 区 洪泽.
std::map<Text, std::vector<Text>> PlacesIn(Text name) {
  std::map<Text, std::vector<Text>> places;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const auto level = std::find_if(kLevels.begin(), kLevels.end(),
                                    [&](Text l) { return StandsAt(name, at, l); });
    if (level == kLevels.end()) continue;
    const Text place = name.substr(begin, at - begin);
    const bool named = !place.empty() && std::find(kNoPlaces.begin(), kNoPlaces.end(), place) ==
                                             kNoPlaces.end();
    if (named) places[*level].push_back(place);
    begin = at + level->size();
    at = begin - 1;
  }
  return places;
}

bool AreLike(Text a, Text b) { return a.ends_with(b) || b.ends_with(a); }

// Is there a level at which both name a place, and no place of one is one of the other's?
bool DifferInPlace(Text a, Text b) {
  const auto ours = PlacesIn(a), theirs = PlacesIn(b);
  for (const auto& [level, names] : ours) {
    const auto other = theirs.find(level);
    if (other == theirs.end()) continue;
    const bool shared = std::any_of(names.begin(), names.end(), [&](Text x) {
      return std::any_of(other->second.begin(), other->second.end(),
                         [&](Text y) { return AreLike(x, y); });
    });
    if (!shared) return true;
  }
  return false;
}

// 镇, 乡 or 街道 where the other one is another of them.
bool DifferInTownship(Text a, Text b) {
  const auto kind = [](Text name) -> Text {
    const auto places = PlacesIn(name);
    Text found;
    for (const Text level : {U"镇", U"乡", U"街道"}) {
      if (!places.contains(level)) continue;
      if (!found.empty()) return {};
      found = level;
    }
    return found;
  };
  const Text ours = kind(a), theirs = kind(b);
  return !ours.empty() && !theirs.empty() && ours != theirs;
}

// 教育 of 某县教育局; empty where it is no office.
Text OfficeOf(Text name) {
  for (const Text kind : {U"委员会", U"局", U"厅", U"委"}) {
    if (!name.ends_with(kind)) continue;
    name.remove_suffix(kind.size());
    const auto place = name.find_last_of(U"省市县区旗州");
    return place == name.npos ? name : name.substr(place + 1);
  }
  return {};
}

// Do two offices share less than half of the characters of the shorter name? (发改 and 发展和改革 share
// all of them, 卫生健康 and 卫生计生 half.)
bool DifferInOffice(Text a, Text b) {
  Text shorter = OfficeOf(a), longer = OfficeOf(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  if (shorter.size() < 2) return false;
  const auto shared = std::count_if(shorter.begin(), shorter.end(),
                                    [&](char32_t c) { return IsOneOf(c, longer); });
  return static_cast<std::size_t>(shared) * 2 < shorter.size();
}

bool IsSubsequence(Text part, Text whole) {
  std::size_t at = 0;
  for (const char32_t c : whole) {
    if (at < part.size() && part[at] == c) ++at;
  }
  return at == part.size();
}

bool IsOther(Text name, Text organ) {
  if (IsSubsequence(name, organ) || IsSubsequence(organ, name)) return false;
  return DifferInPlace(name, organ) || DifferInTownship(name, organ) ||
         DifferInOffice(name, organ);
}

struct Named {
  std::size_t begin, end;
  std::u32string name;
};

// The name behind 现将: up to what the report is about, without its year.
std::optional<Named> FindPresented(Text text, std::size_t from) {
  constexpr std::size_t kFarthest = 45;  // characters
  Text rest = text.substr(from, kFarthest);
  rest = rest.substr(0, rest.find_first_of(U"。,;:\n"));
  std::size_t end = rest.npos;
  for (const Text subject : {U"政府信息公开", U"政务公开", U"信息公开", U"政务信息"}) {
    end = std::min(end, rest.find(subject));
  }
  if (end == rest.npos) return std::nullopt;
  Named named{from, from + end, {}};
  for (const char32_t c : rest.substr(0, end)) {
    if (!IsOneOf(c, U"0123456789《\"")) named.name.push_back(c);
  }
  for (const Text year : {U"年度", U"年"}) {
    const auto at = named.name.find(year);
    if (at == named.name.npos) continue;
    named.name.erase(at, year.size());
    break;
  }
  return named;
}

// A name that can be compared: of an organ, and not one that is only pointed at (本机关, 各部门).
bool IsName(Text name) {
  constexpr std::size_t kShortest = 3;
  constexpr auto kPointing = std::to_array<Text>(
      {U"本", U"各", U"其", U"该", U"全", U"上级", U"上年", U"有关", U"相关", U"一"});
  return name.size() >= kShortest && std::all_of(name.begin(), name.end(), IsHan) &&
         !Holds(name, U"我") && std::none_of(kPointing.begin(), kPointing.end(), [&](Text word) {
           return name.starts_with(word);
         });
}

void Compare(const SectionText& prose, const Named& named, Text organ, ForeignWord& found) {
  if (!IsName(named.name) || !IsOther(named.name, organ)) return;
  if (found.count++ == 0) {
    found.word = EncodeUtf8(named.name);
    found.quote = QuoteAround(prose, named.begin, named.end);
  }
  found.AddPlace(prose.pointer);
}

void LookForPresented(const SectionText& prose, Text organ, ForeignWord& found) {
  constexpr auto kPresent = std::to_array<Text>(
      {U"现将", U"现公布", U"现公开", U"特向社会公布", U"现向社会公布", U"现向社会公开"});
  for (const Text word : kPresent) {
    for (auto at = prose.text.find(word); at != prose.text.npos;
         at = prose.text.find(word, at + 1)) {
      const auto named = FindPresented(prose.text, at + word.size());
      if (named) Compare(prose, *named, organ, found);
    }
  }
}

// The organ's name on a line of its own above the last date.
void LookForSignature(const SectionText& prose, Text organ, ForeignWord& found) {
  constexpr std::size_t kLongest = 30;  // characters
  const Text text = prose.text;
  if (!text.ends_with(U"日")) return;
  const auto date = text.rfind(U'\n');
  if (date == text.npos || date == 0 || !StandsAt(text, date + 1, U"20")) return;
  const auto before = text.rfind(U'\n', date - 1);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  if (date - begin > kLongest) return;
  const std::u32string name(text.substr(begin, date - begin));
  const bool known = std::any_of(kKinds.begin(), kKinds.end(),
                                 [&](Text kind) { return Text(name).ends_with(kind); });
  if (known) Compare(prose, {begin, date, name}, organ, found);
}

}  // namespace

void CheckOrganNames(const Report& report, const std::vector<SectionText>& prose, Findings& out) {
  const std::u32string organ = OwnOrgan(report);
  if (organ.empty()) return;
  CheckSelfWords(report, organ, prose, out);
  ForeignWord found;
  for (const SectionText& text : prose) LookForPresented(text, organ, found);
  if (!prose.empty()) LookForSignature(prose.back(), organ, found);
  SayForeign(std::move(found), report, "identity.agency.name", out);
}

}  // namespace gongkai
