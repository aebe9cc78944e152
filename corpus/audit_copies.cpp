#include "corpus/audit_copies.h"

#include <algorithm>
#include <cmath>

#include "corpus/near_copies.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// Characters of a passage that are quoted in a message; the finding has all of it.
constexpr std::size_t kQuoted = 40;

struct Narrative {
  const Organ* organ;
  ReportHead head;
};

std::vector<Narrative> NarrativesOf(const std::vector<Organ>& organs) {
  std::vector<Narrative> narratives;
  for (const Organ& organ : organs) {
    for (const ReportHead& head : organ.reports) narratives.push_back({&organ, head});
  }
  return narratives;
}

class Teller {
 public:
  Teller(AuditReader& reader, const std::vector<Narrative>& narratives, AuditFindings& out)
      : reader_(&reader), narratives_(&narratives), out_(&out) {}

  void TellCopy(std::size_t narrative, const CopyLink& link) {
    if (IsFiledTwice(narrative, link.to)) return;
    const AuditReport later = Read(narrative);
    AuditFinding finding = Begin(narrative, later, Read(link.to));
    finding.message = link.same_organ ? "text.boilerplate.year" : "text.boilerplate.organ";
    const double share = std::max(link.resemblance, link.containment);
    finding.details.emplace_back("percent", std::to_string(std::lround(share * 100)));
    const bool quoted = !link.passages.empty();
    Quote(finding, later, quoted ? link.passages.front().here : TextRange{});
    out_->found.push_back(std::move(finding));
  }

  void TellPassage(const PassageMember& member) {
    if (IsFiledTwice(member.narrative, member.to)) return;
    const AuditReport later = Read(member.narrative);
    AuditFinding finding = Begin(member.narrative, later, Read(member.to));
    finding.message = "text.boilerplate.passage";
    const TextRange& here = member.passage.here;
    finding.details.emplace_back("length",
                                 std::to_string(here.character_end - here.character_begin));
    Quote(finding, later, here);
    out_->found.push_back(std::move(finding));
  }

 private:
  // One report of an organ and year at two places is series.duplicate, and its text is no copy.
  bool IsFiledTwice(std::size_t narrative, std::size_t other) const {
    const Narrative& here = (*narratives_)[narrative];
    const Narrative& there = (*narratives_)[other];
    return here.organ == there.organ && here.head.year == there.head.year;
  }

  AuditReport Read(std::size_t narrative) {
    return reader_->Read((*narratives_)[narrative].head.reading);
  }

  AuditFinding Begin(std::size_t narrative, const AuditReport& later, const AuditReport& earlier) {
    const OrganSeries organ{(*narratives_)[narrative].organ->name, {}, {}, {}};
    std::vector<int> years{std::min(later.year, earlier.year), std::max(later.year, earlier.year)};
    years.erase(std::unique(years.begin(), years.end()), years.end());
    AuditFinding finding = NewAuditFinding("text.boilerplate", organ, std::move(years));
    finding.at = {PlaceOf(later), PlaceOf(earlier)};
    finding.details = {{"year", std::to_string(later.year)},
                       {"other_year", std::to_string(earlier.year)},
                       {"other", earlier.agency}};
    return finding;
  }

  // The words, and the section of the later report that they begin in.
  static void Quote(AuditFinding& finding, const AuditReport& later, const TextRange& range) {
    const std::string text = NarrativeOf(later.sections);
    finding.passage = text.substr(range.byte_begin, range.byte_end - range.byte_begin);
    const std::u32string decoded = DecodeUtf8(finding.passage);
    const std::string quote = EncodeUtf8(std::u32string_view(decoded).substr(0, kQuoted));
    finding.details.emplace_back("quote", quote + (decoded.size() > kQuoted ? "……" : ""));
    if (!finding.passage.empty()) finding.at.front().pointer = SectionAt(later, range.byte_begin);
  }

  // The section that a byte of NarrativeOf belongs to, as a pointer.
  static std::string SectionAt(const AuditReport& report, std::size_t byte) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < report.sections.size(); ++i) {
      if (report.sections[i].text.empty()) continue;
      end += report.sections[i].text.size() + 1;
      if (byte < end) return "/sections/" + std::to_string(i);
    }
    return "";
  }

  AuditReader* reader_;
  const std::vector<Narrative>* narratives_;
  AuditFindings* out_;
};

}  // namespace

void CheckCopies(AuditReader& reader, const std::vector<Organ>& organs, int threads,
                 AuditFindings& out) {
  const std::vector<Narrative> narratives = NarrativesOf(organs);
  std::vector<NarrativeHead> heads;
  for (const Narrative& narrative : narratives) {
    heads.push_back({reader.Sha256(narrative.head.reading), narrative.organ->name,
                     narrative.head.year, narrative.organ->names});
  }
  const auto read = [&](std::size_t i) { return reader.Narrative(narratives[i].head.reading); };
  const NearCopies copies = FindNearCopies(heads, read, threads);
  Teller teller(reader, narratives, out);
  for (const CopyGroup& group : copies.groups) {
    for (const CopyMember& member : group.members) {
      for (const CopyLink& link : member.links) teller.TellCopy(member.narrative, link);
    }
  }
  for (const PassageGroup& group : copies.passages) {
    for (const PassageMember& member : group.members) teller.TellPassage(member);
  }
}

}  // namespace gongkai
