#include "rules/claims.h"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "model/unicode.h"
#include "rules/claim_subjects.h"
#include "rules/claim_words.h"

namespace gongkai {
namespace {

// Sections that tell what was done in the year; the others tell of plans, or of what is in the
// report.
constexpr auto kTold = std::to_array<std::string_view>(
    {"overview", "active_disclosure", "applications", "review_litigation", "other_matters",
     "unknown"});

constexpr WordSet kNegations = Bit(Term::kNot) | Bit(Term::kNone);

bool Contains(std::string_view text, std::string_view word) {
  return text.find(word) != text.npos;
}

// The table of a government's report counts its whole territory, which is of this level; that of
// another organ does not, and those of a 镇 or 街道 have no organs below them.
char32_t LevelOf(std::string_view agency) {
  constexpr std::u32string_view kLevels = U"省市县区州旗盟";
  for (const std::string_view organ : {"人民政府", "管理委员会", "管委会"}) {
    if (agency.ends_with(organ)) {
      agency.remove_suffix(organ.size());
      break;
    }
  }
  const std::u32string name = DecodeUtf8(agency);
  return !name.empty() && kLevels.find(name.back()) != kLevels.npos ? name.back() : 0;
}

// （二）依申请公开情况, 2.依申请公开: a heading in the text, and what it is about.
bool IsHeading(std::string_view sentence) {
  static const re2::RE2 kHeading(
      "^(?:\\([一二三四五六七八九十0-9]{1,3}\\)|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、])");
  return re2::RE2::PartialMatch(re2::StringPiece(sentence.data(), sentence.size()), kHeading);
}

// May `number` count the subject by its unit? 行政许可事项20项 are matters, 规范性文件2条 pieces of news.
bool Counts(Subject subject, const ProseNumber& number) {
  if (subject == Subject::kFees) return number.kind == UnitKind::kMoney;
  if (number.kind != UnitKind::kCount) return false;
  constexpr auto kNever = std::to_array<std::string_view>({"人次", "篇", "期", "场", "笔"});
  constexpr auto kNotOfTable2 = std::to_array<std::string_view>({"条", "条次", "项"});
  const auto is = [&](std::string_view unit) { return number.unit == unit; };
  if (std::any_of(kNever.begin(), kNever.end(), is)) return false;
  const bool table2 = subject >= Subject::kNormativeIssued && subject < Subject::kFees;
  return !table2 || std::none_of(kNotOfTable2.begin(), kNotOfTable2.end(), is);
}

bool IsDecision(Subject subject) {
  return subject == Subject::kLicences || subject == Subject::kPenalties ||
         subject == Subject::kCoercive;
}

// The names of organs end like this; one that is not known as the report's own may be another.
bool EndsLikeOrgan(std::string_view words) {
  constexpr auto kEnds = std::to_array<std::string_view>(
      {"局", "委员会", "镇", "乡", "街道", "公司", "中心", "大队", "支队", "学校", "医院", "办事处",
       "办公室", "办公厅", "政府", "部门", "单位", "法院", "社区", "村", "学院", "大学"});
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return words.ends_with(end); });
}

// 全县 in the report of a 镇: more than the table counts.
bool NamesMore(std::string_view words) {
  constexpr auto kMore = std::to_array<std::string_view>(
      {"全省", "全市", "全县", "全区", "全州", "全旗", "全盟", "我省", "我市", "我县", "我区"});
  return std::any_of(kMore.begin(), kMore.end(),
                     [&](std::string_view word) { return Contains(words, word); });
}

// Under whose lead something was done is not who did it.
bool IsUnderLead(std::string_view clause) {
  constexpr auto kLead = std::to_array<std::string_view>(
      {"领导", "指导", "支持", "部署", "要求", "关心", "安排", "精神", "组织下", "监督"});
  return std::any_of(kLead.begin(), kLead.end(),
                     [&](std::string_view word) { return Contains(clause, word); });
}

// Reads one section, sentence by sentence.
class Reader {
 public:
  Reader(const WordContext& words, std::size_t section, const Prose& prose,
         std::vector<Claim>& claims)
      : words_(words), section_(section), prose_(prose), claims_(claims) {}

  void Read(std::string_view key) {
    in_applications_ = key == "applications";
    in_disputes_ = key == "review_litigation";
    for (const Sentence& sentence : FindSentences(prose_)) ReadSentence(sentence);
  }

 private:
  struct Clause {
    Span span;
    std::vector<Token> tokens;
    WordSet words = 0;
    bool numbers = false;
  };

  std::string_view Text(Span span) const {
    return std::string_view(prose_.text).substr(span.begin, span.size());
  }

  void ReadSentence(const Sentence& sentence) {
    const std::string_view text = Text(sentence.span);
    if (sentence.opens_paragraph) BeginParagraph(text);
    context_.group = context_.document = Term::kUnknown;
    context_.disclosure = in_disputes_ || in_applications_ || in_part_;
    since_ = foreign_ = false;
    numbers_ = FindProseNumbers(prose_, sentence.span);
    clauses_.clear();
    const std::size_t first = claims_.size();
    for (const Span span : FindClauses(prose_.text, sentence.span)) {
      Clause clause{span, FindTokens(prose_.text, span, numbers_, words_), 0, false};
      clause.words = WordsOf(clause.tokens, 0, clause.tokens.size());
      clause.numbers = (clause.words & Bit(Term::kNumber)) != 0;
      clauses_.push_back(std::move(clause));
      ReadClause();
    }
    MarkApart(first);
  }

  void BeginParagraph(std::string_view text) {
    if (IsHeading(text)) {
      const std::string_view heading = text.substr(0, std::min(text.size(), kMaxHeading));
      in_part_ = Contains(heading, "依申请") || Contains(heading, "申请公开") ||
                 Contains(heading, "信息公开申请");
    }
    context_ = {};
    context_.applications = in_applications_ || in_part_;
    other_year_ = false;
  }

  void ReadClause() {
    const Clause& clause = clauses_.back();
    UpdateScope(clause);
    UpdateContext(clause);
    if (!other_year_ && !foreign_) {
      if (clause.numbers) {
        ReadNumbers();
      } else if ((clause.words & kNegations) != 0) {
        ReadNegation(clause);
      } else {
        ReadAllUpheld(clause);
        ReadAllDone(clause);
      }
    }
  }

  // Whose year and whose organ the clause speaks of; both hold until another is named.
  void UpdateScope(const Clause& clause) {
    const bool compared = (clause.words & Bit(Term::kCompared)) != 0;
    for (const Token& token : clause.tokens) {
      if (compared) break;
      if (token.word == Term::kOtherYear) other_year_ = true;
      if (token.word == Term::kThisYear) {
        other_year_ = false;
        if (token.year == 0) since_ = false;  // 截至2023年底…全年
      }
    }
    since_ = since_ || (clause.words & Bit(Term::kSince)) != 0;
    if ((clause.words & Bit(Term::kOwn)) != 0) foreign_ = false;
    const bool organ = std::any_of(clause.tokens.begin(), clause.tokens.end(), [&](const Token& t) {
      return t.word == Term::kUnknown &&
             (EndsLikeOrgan(Text(t.span)) || NamesMore(Text(t.span)));
    });
    if (organ && !IsUnderLead(Text(clause.span))) foreign_ = true;
    if (clause.numbers && HasUnknownActor(clause)) foreign_ = true;
  }

  // 某处收到5件，办结5件: who did the first did the second as well.
  static bool HasUnknownActor(const Clause& clause) {
    constexpr WordSet kVerbs = Bit(Term::kNew) | Bit(Term::kReceived) | Bit(Term::kHandled) |
                               Bit(Term::kDone) | Bit(Term::kAnswered);
    const auto verb = std::find_if(clause.tokens.begin(), clause.tokens.end(),
                                   [](const Token& t) { return (Bit(t.word) & kVerbs) != 0; });
    if (verb == clause.tokens.end()) return false;
    return std::any_of(clause.tokens.begin(), verb,
                       [](const Token& t) { return t.word == Term::kUnknown; });
  }

  void UpdateContext(const Clause& clause) {
    const bool topic = (clause.words & (Bit(Term::kTopic) | Bit(Term::kApplication))) != 0;
    context_.disclosure = context_.disclosure || topic;
    context_.applications =
        context_.applications || (clause.words & Bit(Term::kApplication)) != 0;
    if (DecidesReviews(clause.words)) context_.disclosure = context_.applications = false;
    const bool review = (clause.words & Bit(Term::kReview)) != 0;
    const bool litigation = (clause.words & Bit(Term::kLitigation)) != 0;
    if (review || litigation) {
      context_.group = review && litigation ? Term::kUnknown
                       : review             ? Term::kReview
                                            : Term::kLitigation;
    }
  }

  void ReadNumbers() {
    const std::vector<Token>& tokens = clauses_.back().tokens;
    std::size_t from = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].word != Term::kNumber) continue;
      ReadNumber(from, i, EndOfTail(tokens, i));
      // 4件为不予公开、1件为不予处理: the words behind a number end with the enumeration comma.
      from = i + 1;
      const std::size_t tail = EndOfTail(tokens, i);
      if (tail < tokens.size() && tokens[tail].word == Term::kJoin) from = tail + 1;
    }
  }

  // Behind a number, words are its own up to the next 、; but before a next number they are that's.
  static std::size_t EndOfTail(const std::vector<Token>& tokens, std::size_t number) {
    std::size_t i = number + 1;
    while (i < tokens.size() && tokens[i].word != Term::kNumber && tokens[i].word != Term::kJoin) {
      ++i;
    }
    return i < tokens.size() && tokens[i].word == Term::kNumber ? number + 1 : i;
  }

  // The number tokens[at], with the words before it from tokens[from], and behind it up to `to`.
  void ReadNumber(std::size_t from, std::size_t at, std::size_t to) {
    const Clause& clause = clauses_.back();
    const WordSet before = WordsOf(clause.tokens, from, at);
    const WordSet behind = WordsOf(clause.tokens, at + 1, to);
    const ProseNumber& number = numbers_[clause.tokens[at].number];
    Span quote{from < at ? clause.tokens[from].span.begin : number.span.begin,
               to > at + 1 ? clause.tokens[to - 1].span.end : number.span.end};
    std::optional<Named> named = Name(before | behind, number);
    // 予以公开5件政策文件 counts something else.
    const bool goes_on = to > at + 1 && clause.tokens[at + 1].word == Term::kUnknown;
    if (!named && (before & ~kNeutral) != 0 && !goes_on) {
      named = Name(before, number);
    }
    if (!named && ((before | behind) & ~kNeutral) == 0 && from == 0 && IsPlainBefore()) {
      named = Name(clauses_[clauses_.size() - 2].words, number);
      quote.begin = clauses_[clauses_.size() - 2].span.begin;
    }
    if (!named) return;
    Add(*named, number, quote);
    if (named->subjects.front() == Subject::kReason) NameRow(from, to);
  }

  // The last claim's row: that of the one reason that stands in tokens[from] to tokens[to - 1].
  void NameRow(std::size_t from, std::size_t to) {
    const std::vector<Token>& tokens = clauses_.back().tokens;
    std::string_view row;
    bool one = true;
    for (std::size_t i = from; i < to; ++i) {
      if (tokens[i].word != Term::kReason) continue;
      one = one && (row.empty() || row == tokens[i].row);
      row = tokens[i].row;
    }
    if (row.empty() || !one) return claims_.pop_back();
    claims_.back().row = row;
  }

  // 收到政府信息公开申请，共21件: may the clause before be that of this one's number?
  bool IsPlainBefore() const {
    return clauses_.size() > 1 && !clauses_[clauses_.size() - 2].numbers;
  }

  std::optional<Named> Name(WordSet words, const ProseNumber& number) const {
    if ((words & kNegations) != 0) {
      if (number.value != Decimal(0)) return std::nullopt;
    }
    if (IsOneOfMany(words)) return std::nullopt;
    auto named = NameSubject(words & ~kNegations, context_);
    if (!named || !Counts(named->subjects.front(), number)) return std::nullopt;
    // 公开行政许可46209件、行政处罚6件: how many were published, the second one as well.
    const WordSet clause = clauses_.back().words;
    const bool published = (clause & (Bit(Term::kPublished) | Bit(Term::kActively))) != 0;
    if (published && IsDecision(named->subjects.front())) return std::nullopt;
    if ((words & kNegations) != 0 && !CanBeNone(named->subjects.front())) return std::nullopt;
    const bool in_force = named->subjects.front() == Subject::kNormativeInForce ||
                          named->subjects.front() == Subject::kRegulationsInForce;
    return since_ && !in_force ? std::nullopt : named;
  }

  void Add(const Named& named, const ProseNumber& number, Span quote) {
    Claim claim;
    claim.subjects = named.subjects;
    claim.applicants = named.applicants;
    claim.number = number;
    claim.level = words_.level != 0;
    claim.section = section_;
    claim.quote = quote;
    const Subject subject = named.subjects.front();
    if (named.applicants == Applicants::kAll) {
      // 予以公开9件，其中自然人8件: of those, not of what was received.
      context_.whole = subject <= Subject::kAnswered ? std::optional(subject) : std::nullopt;
    }
    if (subject >= Subject::kNormativeIssued && subject <= Subject::kRegulationsInForce) {
      context_.document = subject <= Subject::kNormativeInForce ? Term::kNormative
                                                                : Term::kRegulation;
    }
    claims_.push_back(std::move(claim));
  }

  // 县政府收到5件: the table of a government may count all of its organs.
  bool IsOneOfMany(WordSet words) const {
    return words_.level != 0 && (words & Bit(Term::kOwn)) != 0;
  }

  void ReadNegation(const Clause& clause) {
    if (since_ || IsOneOfMany(clause.words)) return;
    for (const Subject subject : NameNothing(clause.tokens, context_)) AddNothing(subject, clause);
  }

  void AddNothing(Subject subject, const Clause& clause) {
    Claim claim;
    claim.subjects = {subject};
    claim.number.span = clause.span;
    claim.number.kind = subject == Subject::kFees ? UnitKind::kMoney : UnitKind::kCount;
    claim.negation = true;
    claim.level = words_.level != 0;
    claim.section = section_;
    claim.quote = clause.span;
    claims_.push_back(std::move(claim));
  }

  // 行政复议7件，诉讼9件，均获维持: what the sentence has counted was all upheld.
  void ReadAllUpheld(const Clause& clause) {
    static const re2::RE2 kAllUpheld("^(?:结果)?(?:均|全部|都)(?:获|被|予以|依法|为|得到|结果)*维持$");
    const std::string_view text = Text(clause.span);
    if (!re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kAllUpheld)) return;
    const std::size_t end = claims_.size();
    for (std::size_t i = end; i > 0 && IsOfSentence(claims_[i - 1]); --i) {
      const Subject whole = claims_[i - 1].subjects.front();
      if (whole != Subject::kReview && whole != Subject::kLitigation) break;
      Claim claim = claims_[i - 1];
      if (claim.negation) break;
      claim.subjects = {whole == Subject::kReview ? Subject::kReviewUpheld
                                                  : Subject::kLitigationUpheld};
      claim.quote.end = clause.span.end;
      claims_.push_back(std::move(claim));
    }
    std::reverse(claims_.begin() + static_cast<std::ptrdiff_t>(end), claims_.end());
  }

  // 收到20件，均已办结; 所有申请均已办理完成: nothing was left over. 均已答复 may be said of less.
  void ReadAllDone(const Clause& clause) {
    constexpr WordSet kAllowed = Bit(Term::kFiller) | Bit(Term::kDone) | Bit(Term::kPart) |
                                 Bit(Term::kApply) | Bit(Term::kApplication) | Bit(Term::kTopic) |
                                 Bit(Term::kThisYear);
    const std::string_view text = Text(clause.span);
    const bool all = Contains(text, "均") || Contains(text, "全部") || Contains(text, "所有");
    if (!all || since_ || (clause.words & Bit(Term::kDone)) == 0 ||
        (clause.words & ~kAllowed) != 0) {
      return;
    }
    const bool named = (clause.words & (Bit(Term::kApply) | Bit(Term::kApplication))) != 0;
    const bool received = !claims_.empty() && clauses_.size() > 1 &&
                          IsOfSentence(claims_.back()) &&
                          claims_.back().quote.begin >= clauses_[clauses_.size() - 2].span.begin &&
                          claims_.back().subjects.front() <= Subject::kHandled &&
                          claims_.back().applicants == Applicants::kAll;
    if (!received && !(named && context_.applications)) return;
    AddNothing(Subject::kLeftOver, clause);
  }

  bool IsOfSentence(const Claim& claim) const {
    return claim.section == section_ && claim.quote.begin >= clauses_.front().span.begin;
  }

  // 收到21件，上年结转2件: what was carried over has its own number, so 收到 is 新收. But 收到23件
  // （含上年结转2件） counts it.
  void MarkApart(std::size_t first) {
    const auto begin = claims_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto over = std::find_if(begin, claims_.end(), [](const Claim& claim) {
      return claim.subjects.front() == Subject::kCarriedOver;
    });
    if (over == claims_.end()) return;
    constexpr std::size_t kReach = 12;  // bytes before the quote: (其中含
    const std::size_t from = over->quote.begin - std::min(over->quote.begin, kReach);
    const std::string_view around =
        std::string_view(prose_.text).substr(from, over->quote.end - from);
    if (Contains(around, "含") || Contains(around, "包括") || Contains(around, "其中")) return;
    for (auto claim = begin; claim != claims_.end(); ++claim) {
      // 共收到 may still count both.
      const std::string_view said = Text(claim->quote);
      const bool all = Contains(said, "共") || Contains(said, "合计") || Contains(said, "总");
      claim->apart = claim->subjects.front() == Subject::kReceived && !all;
    }
  }

  static constexpr std::size_t kMaxHeading = 60;  // bytes; 20 characters are more than a heading

  const WordContext& words_;
  std::size_t section_;
  const Prose& prose_;
  std::vector<Claim>& claims_;
  bool in_applications_ = false, in_disputes_ = false, in_part_ = false;
  bool other_year_ = false, since_ = false, foreign_ = false;
  ClaimContext context_;
  std::vector<ProseNumber> numbers_;
  std::vector<Clause> clauses_;
};

}  // namespace

Narrative ReadNarrative(const Report& report) {
  Narrative narrative;
  const WordContext words{DecodeUtf8(report.agency.value), report.year.value_or(0),
                          LevelOf(report.agency.value)};
  for (const Section& section : report.sections) {
    narrative.sections.push_back(MakeProse(section.text));
  }
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const std::string& key = report.sections[i].key;
    if (std::find(kTold.begin(), kTold.end(), key) == kTold.end()) continue;
    Reader(words, i, narrative.sections[i], narrative.claims).Read(key);
  }
  return narrative;
}

}  // namespace gongkai
