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
    AuditFinding finding = Begin(narrative, link.to, link.same_organ ? "text.boilerplate.year"
                                                                     : "text.boilerplate.organ");
    const double share = std::max(link.resemblance, link.containment);
    finding.details.emplace_back("percent", std::to_string(std::lround(share * 100)));
    if (!link.passages.empty()) Quote(finding, narrative, link.passages.front().here);
    out_->found.push_back(std::move(finding));
  }

  void TellPassage(const PassageMember& member) {
    if (IsFiledTwice(member.narrative, member.to)) return;
    AuditFinding finding = Begin(member.narrative, member.to, "text.boilerplate.passage");
    const TextRange& here = member.passage.here;
    finding.details.emplace_back("length",
                                 std::to_string(here.character_end - here.character_begin));
    Quote(finding, member.narrative, here);
    out_->found.push_back(std::move(finding));
  }

 private:
  // One report of an organ and year at two places is series.duplicate, and its text is no copy.
  bool IsFiledTwice(std::size_t narrative, std::size_t other) const {
    const Narrative& here = (*narratives_)[narrative];
    const Narrative& there = (*narratives_)[other];
    return here.organ == there.organ && here.head.year == there.head.year;
  }

  AuditFinding Begin(std::size_t narrative, std::size_t other, const char* message) {
    const Narrative& here = (*narratives_)[narrative];
    const Narrative& there = (*narratives_)[other];
    const AuditReport later = reader_->Read(here.head.reading), earlier = reader_->Read(there.head.reading);
    AuditFinding finding = NewAuditFinding("text.boilerplate", {here.organ->name, {}, {}, {}}, {});
    finding.years = {std::min(later.year, earlier.year), std::max(later.year, earlier.year)};
    finding.years.erase(std::unique(finding.years.begin(), finding.years.end()), finding.years.end());
    finding.message = message;
    finding.at = {PlaceOf(later), PlaceOf(earlier)};
    finding.details = {{"year", std::to_string(later.year)},
                       {"other_year", std::to_string(earlier.year)},
                       {"other", earlier.agency}};
    return finding;
  }

  // The words, and the sections of the later report that they stand in.
  void Quote(AuditFinding& finding, std::size_t narrative, const TextRange& range) {
    const std::int64_t reading = (*narratives_)[narrative].head.reading;
    const std::string text = reader_->Narrative(reading);
    finding.passage = text.substr(range.byte_begin, range.byte_end - range.byte_begin);
    const std::u32string decoded = DecodeUtf8(finding.passage);
    const std::string quote = EncodeUtf8(std::u32string_view(decoded).substr(0, kQuoted));
    finding.details.emplace_back("quote", quote + (decoded.size() > kQuoted ? "……" : ""));
    finding.at.front().pointer = SectionAt(reading, range.byte_begin);
  }

  // The section that a byte of the narrative belongs to, as a pointer; see AuditReader::Narrative.
  std::string SectionAt(std::int64_t reading, std::size_t byte) {
    const AuditReport report = reader_->Read(reading);
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
