// The catalogue of rules is whole, and nothing is found under a rule that it does not have.
#include <algorithm>

#include "model/texts.h"
#include "rules/catalogue.h"
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("every rule has its texts, and no text is without its rule", "[rules]") {
  const auto ids = TextIds();
  const auto is_there = [&](const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  for (const RuleInfo& rule : RuleCatalogue()) {
    INFO(rule.id);
    for (const char* part : {".what", ".basis", ".mend"}) {
      CHECK(is_there("rule." + std::string(rule.id) + part));
    }
    CHECK(FindRule(rule.id) == &rule);
  }
  const auto rule_texts = std::count_if(ids.begin(), ids.end(), [](std::string_view id) {
    return id.starts_with("rule.");
  });
  CHECK(static_cast<std::size_t>(rule_texts) == 3 * RuleCatalogue().size());
  CHECK(FindRule("section.nothing") == nullptr);
}

TEST_CASE("a finding says who is to blame and why", "[rules]") {
  struct BlameCase {
    const char* what;
    std::function<void(Report&)> change;
    const char* rule;
    FindingCause cause;
    const char* because;
  };
  const std::vector<BlameCase> cases = {
      {"a text layer is not guessed", [](Report& r) { Set(r, kGranted + "business", "4"); },
       "applications.row_total", FindingCause::kDocument, "because.exact_text"},
      {"a number read for certain",
       [](Report& r) { r.source.origin = Origin::kOcr; Set(r, kGranted + "business", "4"); },
       "applications.row_total", FindingCause::kDocument, "because.sure_reading"},
      {"a number read with doubt",
       [](Report& r) {
         r.source.origin = Origin::kOcr;
         Set(r, kGranted + "business", "4");
         At(r, kGranted + "business").confidence = 0.8;
       },
       "applications.row_total", FindingCause::kReading, "because.doubtful"},
      {"ink", [](Report& r) { At(r, kNew + "other") = StateReading(CellState::kUnreadable, "?"); },
       "cell.unreadable", FindingCause::kReading, "because.unreadable"},
      {"a heading of a scan",
       [](Report& r) { r.source.origin = Origin::kMixed; r.sections.pop_back(); },
       "section.missing", FindingCause::kReading, "because.scanned_text"},
      {"a row of a scan",
       [](Report& r) { r.source.origin = Origin::kOcr; DropRow(r, "/applications/carried_over"); },
       "table.row_missing", FindingCause::kReading, "because.scanned_text"},
      {"a row of a text layer", [](Report& r) { DropRow(r, "/applications/carried_over"); },
       "table.row_missing", FindingCause::kDocument, "because.exact_text"},
  };
  for (const BlameCase& c : cases) {
    Report report = WholeReport();
    c.change(report);
    CheckReport(report);
    INFO(c.what << "\n" << Messages(report));
    const auto found = Of(report, c.rule);
    REQUIRE(found.size() == 1);
    CHECK((found[0]->cause == c.cause));
    CHECK(found[0]->because == c.because);
    for (const Language language : {Language::kZh, Language::kEn}) {
      CHECK(Text(found[0]->because, language, found[0]->details).find('{') == std::string::npos);
    }
  }
}
