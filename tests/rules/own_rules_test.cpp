// Rules of one's own: what a file may say, what is refused and where, and that the built-in
// arithmetic is written in the same language.
#include "model/texts.h"
#include "normalize/report_json.h"
#include "rules/catalogue.h"
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string FileOf(const std::string& rules, const std::string& severity = "{}") {
  return R"({"schema": "gongkai.rules/1", "rules": [)" + rules + R"(], "severity": )" + severity +
         "}";
}

std::string Said(const Error& error, Language language) {
  const bool known = error.detail.starts_with("errors.detail.");
  return known ? Text(error.detail, language, error.details) : error.detail;
}

RuleSet Rules(const std::string& json) {
  auto rules = ReadRules(json);
  INFO(json);
  if (!rules.ok()) FAIL(Said(rules.error(), Language::kEn));
  return rules.value();
}

std::string FaultOf(const std::string& json) {
  const auto rules = ReadRules(json);
  if (rules.ok()) return "none";
  CHECK((rules.error().code == ErrorCode::kBadRules));
  const std::string zh = Said(rules.error(), Language::kZh);
  CHECK(zh.find("{nearest}") == zh.npos);
  return Said(rules.error(), Language::kEn);
}

std::string MessageOf(const Finding& finding, Language language) {
  return Text(finding.message, language, finding.details);
}

void AddStatistic(Report& report, const char* label, const char* value, const char* all) {
  report.statistics.push_back({label, "件", "", NumberReading(value), NumberReading(all)});
}

// Strokes that make every built-in sum fail, stay open, lack a row or rest on a doubt.
const std::vector<std::function<void(Report&)>> kStrokes = {
    [](Report&) {},
    [](Report& r) { Receive(r); Set(r, kTotal + "natural_person", "20"); },
    [](Report& r) { Set(r, kGranted + "business", "4"); },
    [](Report& r) {
      Set(r, kNew + "natural_person", "20");
      At(r, "/applications/carried_over/natural_person") = StateReading(CellState::kBlank, "");
    },
    [](Report& r) {
      Set(r, kNew + "natural_person", "20");
      At(r, kNew + "natural_person").confidence = 0.5;
    },
    [](Report& r) { DropRow(r, "/applications/carried_forward"); },
    [](Report& r) { DropRow(r, "/applications/new_received"); },
    [](Report& r) { DropTable(r, "applications"); },
    [](Report& r) {
      Set(r, kGranted + "business", "4");
      Set(r, kGranted + "total", "5");
      DropValues(r, kGranted + "other");
    },
    [](Report& r) { Set(r, "/review_litigation/review/upheld", "10"); },
    [](Report& r) { Set(r, "/review_litigation/direct_litigation/other", "1"); },
    [](Report& r) { Set(r, "/review_litigation/litigation_after_review/pending", "1"); },
    [](Report& r) { DropRow(r, "/review_litigation/review"); },
    [](Report& r) { Set(r, "/active_disclosure/regulations/issued", "3"); },
    [](Report& r) {
      Set(r, "/active_disclosure/regulations/issued", "3");
      At(r, "/active_disclosure/regulations/repealed").confidence = 0.5;
    },
    [](Report& r) {
      At(r, "/active_disclosure/regulations/repealed") = StateReading(CellState::kBlank, "");
    },
};

}  // namespace

TEST_CASE("the built-in sums, printed and loaded under other ids, find the same", "[rules]") {
  std::string severities;
  for (const SumRule& sum : BuiltInSums()) {
    severities += (severities.empty() ? "\"" : ", \"") + sum.id + "\": \"off\"";
  }
  std::string json = Replaced(WriteRules(BuiltInSums()), "\"id\": \"", "\"id\": \"own.");
  json = json.substr(0, json.rfind('}')) + ", \"severity\": {" + severities + "}}";
  const RuleSet own = Rules(json);
  const RuleSet replaced = Rules(WriteRules(BuiltInSums()));
  CHECK(replaced.sums.size() == BuiltInSums().size());
  for (const Form form : {Form::k2021, Form::k2019}) {
    for (const auto& stroke : kStrokes) {
      Report first = WholeReport(form);
      if (form == Form::k2019 && &stroke - kStrokes.data() >= 13) continue;  // has no such column
      stroke(first);
      Report second = first, third = first;
      CheckReport(first);
      CheckReport(second, own);
      CheckReport(third, replaced);
      CHECK(Replaced(Messages(second), "own.", "") == Messages(first));
      CHECK(Messages(third) == Messages(first));
      REQUIRE(second.findings.size() == first.findings.size());
      for (std::size_t i = 0; i < first.findings.size(); ++i) {
        const Finding &a = first.findings[i], &b = second.findings[i];
        CHECK(((a.severity == b.severity) && (a.cause == b.cause)));
        CHECK(a.because == b.because);
        CHECK(a.at == b.at);
        CHECK(a.operands == b.operands);
        CHECK(((a.expected == b.expected) && (a.actual == b.actual)));
        CHECK(MessageOf(a, Language::kEn) == MessageOf(b, Language::kEn));
        CHECK(third.findings[i].fingerprint == a.fingerprint);
      }
    }
  }
}

TEST_CASE("sums of a file", "[rules]") {
  struct SumCase {
    const char* what;
    const char* sum;
    std::function<void(Report&)> change;
    std::vector<std::string> at;  // of the findings, the first place of each
  };
  const char* kPerColumn =
      R"("parts": ["/applications/new_received/{column}"],
         "wholes": ["/applications/outcome/total/{column}"], "compare": "<=")";
  const char* kCumulative =
      R"("parts": ["/statistics/{row}/value"], "wholes": ["/statistics/{row}/cumulative"],
         "compare": ">=")";
  const char* kChannels =
      R"("parts": ["/statistics/@网站 公开数/value", "/statistics/@公报公开数/value"],
         "wholes": ["/statistics/@主动公开数/value"])";
  const char* kAll = R"("parts": ["/review_litigation/*/upheld", "-/review_litigation/review/*"],
                         "wholes": ["/active_disclosure/penalties/decisions"])";
  const auto statistics = [](const char* web, const char* total) {
    return [web, total](Report& r) {
      AddStatistic(r, "主动公开数", total, "90");
      AddStatistic(r, "网站公开数", web, "90");
      AddStatistic(r, "公报公开数", "4", "90");
    };
  };
  const std::vector<SumCase> cases = {
      {"each column", kPerColumn,
       [](Report& r) { Set(r, kTotal + "business", "3"); Set(r, kTotal + "total", "3"); },
       {kTotal + "business", kTotal + "total"}},
      {"equal is not more", kPerColumn, [](Report& r) { Receive(r); }, {}},
      {"a blank may be anything", kPerColumn,
       [](Report& r) {
         Set(r, kTotal + "business", "3");
         At(r, kNew + "business") = StateReading(CellState::kBlank, "");
       },
       {}},
      {"rows of the statistics by name", kChannels, statistics("5", "10"),
       {"/statistics/0/value"}},
      {"that add up", kChannels, statistics("6", "10"), {}},
      {"a row by its key, and the same row by its label",
       R"("parts": ["/statistics/@disclosure.website/value", "/statistics/@公报公开数/*"],
          "wholes": ["/statistics/@disclosure.published/value"])",
       [](Report& r) {
         AddStatistic(r, "主动公开数", "9", "9");
         AddStatistic(r, "网站公开数", "5", "5");
         AddStatistic(r, "公报公开数", "1", "2");
         r.statistics[0].key = "disclosure.published";
         r.statistics[1].key = "disclosure.website";
         r.statistics[2].key = "disclosure.gazette";
       },
       {"/statistics/0/value"}},
      {"a report without statistics", kChannels, [](Report&) {}, {}},
      {"each row of the statistics", kCumulative, statistics("100", "104"),
       {"/statistics/0/cumulative", "/statistics/1/cumulative"}},
      {"a name that two rows have",
       R"("parts": ["/statistics/@合计/value"], "wholes": ["/statistics/@主动公开数/value"])",
       [](Report& r) {
         AddStatistic(r, "主动公开数", "9", "9");
         AddStatistic(r, "合计", "1", "1");
         AddStatistic(r, "合计", "2", "2");
       },
       {}},
      {"the second of them",
       R"("parts": ["/statistics/@合计#2/value"], "wholes": ["/statistics/@主动公开数/value"])",
       [](Report& r) {
         AddStatistic(r, "主动公开数", "9", "9");
         AddStatistic(r, "合计", "9", "9");
         AddStatistic(r, "合计", "2", "2");
       },
       {"/statistics/0/value"}},
      {"what is added is not subtracted again", kAll,
       [](Report& r) { Set(r, "/review_litigation/review/upheld", "5"); },
       {"/active_disclosure/penalties/decisions"}},
      {"only where the document has it",
       R"("parts": ["/active_disclosure/procurement/projects"],
          "wholes": ["/active_disclosure/penalties/decisions"],
          "when": ["/active_disclosure/procurement"])",
       [](Report& r) { Set(r, "/active_disclosure/penalties/decisions", "5"); }, {}},
  };
  for (const SumCase& c : cases) {
    Report report = WholeReport();
    c.change(report);
    CheckReport(report, Rules(FileOf(R"({"id": "own.sum", "sum": {)" + std::string(c.sum) + "}}")));
    INFO(c.what << "\n" << Messages(report));
    std::vector<std::string> at;
    for (const Finding* finding : Of(report, "own.sum")) at.push_back(finding->at[0]);
    CHECK(at == c.at);
  }
}

TEST_CASE("a sum of a file says what the file says, in both languages", "[rules]") {
  const std::string rule = R"({"id": "own.sum", "severity": "info",
      "sum": {"parts": ["/applications/new_received/total"],
              "wholes": ["/applications/outcome/total/total"]})";
  Report report = WholeReport();
  Set(report, kNew + "total", "7");
  Report with_message = report, in_doubt = report;
  CheckReport(report, Rules(FileOf(rule + "}")));
  const auto plain = Of(report, "own.sum");
  REQUIRE(plain.size() == 1);
  CHECK((plain[0]->severity == Severity::kInfo));
  CHECK(plain[0]->fingerprint.size() == 16);
  CHECK(plain[0]->because == "because.exact_text");
  CHECK(MessageOf(*plain[0], Language::kZh) ==
        "表三“（七）总计”总计：各项相加（7）为7，应与之相等的是0");
  CHECK(MessageOf(*plain[0], Language::kEn).find("column “总计”: the parts add up") !=
        std::string::npos);

  const std::string message =
      R"(, "message": {"zh": "{place}是{actual}", "en": "{place}: {actual}"}})";
  CheckReport(with_message, Rules(FileOf(rule + message)));
  const auto own = Of(with_message, "own.sum");
  REQUIRE(own.size() == 1);
  CHECK(MessageOf(*own[0], Language::kZh) == "表三“（七）总计”总计是0");
  CHECK(MessageOf(*own[0], Language::kEn) == "table 3, row “（七）总计”, column “总计”: 0");
  CHECK(own[0]->fingerprint == plain[0]->fingerprint);  // rewording keeps a person's decision

  At(in_doubt, kNew + "total").confidence = 0.5;
  CheckReport(in_doubt, Rules(FileOf(rule + message)));
  const auto doubtful = Of(in_doubt, "own.sum");
  REQUIRE(doubtful.size() == 1);
  CHECK((doubtful[0]->severity == Severity::kInfo));
  CHECK((doubtful[0]->cause == FindingCause::kReading));
  CHECK(doubtful[0]->message == "arithmetic.reading");

  const auto json = ReadReportJson(WriteReportJson(with_message, Language::kZh));
  REQUIRE(json.ok());
  CHECK(Messages(json.value()) == Messages(with_message));
}

TEST_CASE("texts that must or must not occur", "[rules]") {
  struct TextCase {
    const char* what;
    const char* text;     // the rule
    const char* written;  // in section 一
    std::vector<std::string> at;
    const char* quote = "";
  };
  const std::vector<TextCase> cases = {
      {"must, and is not there", R"("must": "学生|师生", "sections": ["overview"])", "公开信息。",
       {"/sections/1/text"}},
      {"must, and is there", R"("must": "学生|师生", "sections": ["overview"])", "面向师生公开。", {}},
      {"must, anywhere", R"("must": "学生|师生")", "公开信息。", {"/sections"}},
      {"must, in a section that is not there", R"("must": "减免", "sections": ["fees"])", "", {}},
      {"must not", R"("must_not": "机密|保密")", "全年公开。涉及保密事项，不便公开！其余照旧。",
       {"/sections/1/text"}, "涉及保密事项，不便公开"},
      {"must not, elsewhere", R"("must_not": "保密", "sections": ["problems", "title"])",
       "涉及保密事项。", {}},
      {"full width and half width", R"x("must_not": "\\(略\\)", "sections": ["overview"])x",
       "情况（略）。", {"/sections/1/text"}, "情况（略）"},
      {"a pattern stays in its paragraph", R"("must_not": "甲.*乙", "sections": ["overview"])",
       "甲\n乙", {}},
      {"the title", R"("must_not": "工作年度报告", "sections": ["title"])", "", {"/title"},
       "甲乙镇人民政府2023年政府信息公开工作年度报告"},
      {"a heading", R"("must_not": "总体情况", "sections": ["overview"])", "",
       {"/sections/1/heading"}, "总体情况"},
      {"an assertion alone", R"("must_not": "\\b", "sections": ["overview"])", "a b",
       {"/sections/1/text"}, "a b"},
  };
  for (const TextCase& c : cases) {
    Report report = WholeReport();
    SetOverview(report, c.written);
    CheckReport(report, Rules(FileOf(R"({"id": "own.text", "text": {)" + std::string(c.text) +
                                     R"(}, "message": {"zh": "不妥", "en": "amiss"}})")));
    INFO(c.what << "\n" << Messages(report));
    const auto found = Of(report, "own.text");
    REQUIRE(found.size() == c.at.size());
    if (found.empty()) continue;
    CHECK(found[0]->at == c.at);
    CHECK((found[0]->severity == Severity::kWarning));
    CHECK(MessageOf(*found[0], Language::kZh) == "不妥");
    if (*c.quote) CHECK(found[0]->details[0].second == c.quote);
  }
}

TEST_CASE("a file sets severities and switches rules off", "[rules]") {
  struct SeverityCase {
    const char* severity;
    std::optional<Severity> blank, row_total;
  };
  const std::vector<SeverityCase> cases = {
      {"{}", Severity::kWarning, Severity::kError},
      {R"({"cell.*": "off"})", {}, Severity::kError},
      {R"({"cell.blank": "info", "cell.*": "off"})", Severity::kInfo, Severity::kError},
      {R"({"cell.*": "error", "applications.*": "info"})", Severity::kError, Severity::kInfo},
      {R"({"applications.row_total": "off"})", Severity::kWarning, {}},
  };
  for (const SeverityCase& c : cases) {
    INFO(c.severity);
    Report report = WholeReport();
    Set(report, kGranted + "business", "4");
    At(report, kNew + "other") = StateReading(CellState::kBlank, "");
    CheckReport(report, Rules(FileOf("", c.severity)));
    for (const auto& [rule, severity] :
         {std::pair("cell.blank", c.blank), std::pair("applications.row_total", c.row_total)}) {
      const auto found = Of(report, rule);
      REQUIRE(found.size() == (severity ? 1 : 0));
      if (severity) CHECK((found[0]->severity == *severity));
    }
  }
}

TEST_CASE("where the reading is in doubt, a rule that a file makes graver stays mild", "[rules]") {
  for (const char* severity : {"error", "info"}) {
    Report report = WholeReport();
    Set(report, kGranted + "business", "4");
    At(report, kGranted + "business").confidence = 0.5;
    CheckReport(report, Rules(FileOf("", R"({"applications.row_total": ")" +
                                             std::string(severity) + "\"}")));
    const auto found = Of(report, "applications.row_total");
    REQUIRE(found.size() == 1);
    CHECK((found[0]->severity ==
           (severity == std::string("error") ? Severity::kWarning : Severity::kInfo)));
  }
}

TEST_CASE("what is wrong with a file is said with its line and column", "[rules]") {
  const auto sum = [](const std::string& parts, const std::string& wholes,
                      const std::string& more = "") {
    return FileOf("\n{\"id\": \"own.a\", \"sum\": {\"parts\": [\"" + parts +
                  "\"], \"wholes\": [\"" + wholes + "\"]" + more + "}}");
  };
  const auto text = [](const std::string& rule) {
    return FileOf("\n{\"id\": \"own.a\", \"text\": {" + rule +
                  "},\n\"message\": {\"zh\": \"不妥\"}}");
  };
  const std::string cell = "/applications/new_received/total";
  const struct {
    std::string json, fault;
  } cases[] = {
      {"", "1:1: "},
      {"{\n  \"schema\" 1}", "2:12: "},
      {"[]", "1:1: expected an object"},
      {"{}", "1:1: the member \"schema\" is missing"},
      {"{\"schema\": \"gongkai.report/1\"}", "1:12 /schema: expected \"gongkai.rules/1\""},
      {"{\"schema\": \"gongkai.rules/1\",\n \"rule\": []}", "2:10: unknown member \"rule\""},
      {"{\"schema\": \"gongkai.rules/1\", \"a\": 1, \"a\": 2}", "1:44: the key \"a\" stands twice"},
      {FileOf("{}"), "the member \"id\" is missing"},
      {FileOf("{\"id\": \"own\"}"), "1:48 /rules/0/id: expected an id such as"},
      {FileOf("{\"id\": \"cell.blank\", \"sum\": {}}"), "is a built-in rule"},
      {FileOf("{\"id\": \"review.total\", \"text\": {}}"), "is a built-in rule"},
      {FileOf("{\"id\": \"own.a\"}"), "expected either \"sum\" or \"text\""},
      {sum("applications", cell), "2:35 /rules/0/sum/parts/0: a pointer begins with /"},
      {sum("/applications//total", cell), "a step between two slashes is empty"},
      {sum("/applications/new*/total", cell), "* has to be a whole step"},
      {sum("/applications/a{b}/total", cell), "{name} has to be a whole step"},
      {sum("/applications/{B}/total", cell), "a name is made of"},
      {sum("/1/2/3/4/5/6/7/8/9", cell), "more than 8 steps"},
      {sum("/aplications/new_received/total", cell), "no table \"aplications\"; the nearest is "
                                                     "\"applications\""},
      {sum("/*/new_received/total", cell), "the first step has to name a table"},
      {sum("/applications/new_received/totl", cell),
       "no form has a cell \"/applications/new_received/totl\"; the nearest is "
       "\"/applications/new_received/total\""},
      {sum("/applications/new_received", cell), "no form has a cell"},
      {sum("/applications/{row}/total", cell),
       "the name \"row\" does not stand in the first of \"wholes\""},
      {sum("/statistics/0", cell), "expected /statistics/@NAME/value"},
      {sum(cell, cell, ", \"compare\": \"==\""), "expected \"=\", \">=\" or \"<=\""},
      {sum(cell, cell, ", \"at\": \"/applications/*/total\""), "* may not stand here"},
      {sum(cell, cell, ", \"when\": []"), "expected at least one"},
      {text("\"must\": \"(\""), "2:34 /rules/0/text/must: no pattern that RE2 takes: missing )"},
      {text("\"must\": \"a*\""), "the pattern also fits where there is nothing"},
      {text("\"must\": \"（略）\""), "write ( for （"},
      {text("\"must\": \"(((a{100}){100}){100})\""), "no pattern that RE2 takes"},
      {text("\"must\": \"a\", \"must_not\": \"b\""), "not both"},
      {text("\"sections\": []"), "the member \"must_not\" is missing"},
      {text("\"must\": \"a\", \"sections\": [\"overveiw\"]"), "the nearest is \"overview\""},
      {Replaced(text("\"must\": \"a\""), "不妥", "{quote}"), "no detail \"quote\" for a message"},
      {Replaced(text("\"must\": \"a\""), "不妥", ""),
       "3:19 /rules/0/message/zh: the message is empty"},
      {FileOf("", "{\n\"cell.blnak\": \"off\"}"),
       "2:15 /severity/cell.blnak: no rule \"cell.blnak\"; the nearest is \"cell.blank\""},
      {FileOf("", "{\"cells.*\": \"off\"}"),
       "no family of rules \"cells.*\"; the nearest is \"cell.*\""},
      {FileOf("", "{\"cell.*\": \"none\"}"),
       "expected \"error\", \"warning\", \"info\" or \"off\""},
      {std::string(1'000'001, ' '), "larger than 1 MB"},
      {std::string(100, '['), "nested too deep"},
  };
  for (const auto& c : cases) {
    const std::string fault = FaultOf(c.json);
    INFO(c.json.substr(0, 300) << "\n" << fault);
    CHECK(fault.find(c.fault) != fault.npos);
  }
}

TEST_CASE("a file is bounded, and what it makes of a report", "[rules]") {
  std::string many, terms;
  for (int i = 0; i < 201; ++i) {
    many += (i ? ",{" : "{") + std::string("\"id\": \"own.r") + std::to_string(i) +
            R"(", "text": {"must": "a"}, "message": {"zh": "a"}})";
    terms += std::string(i ? "," : "") + "\"/applications/new_received/total\"";
  }
  CHECK(FaultOf(FileOf(many)).find("more than 200") != std::string::npos);
  const std::string whole = R"("wholes": ["/applications/outcome/total/total"]}})";
  CHECK(FaultOf(FileOf(R"({"id": "own.a", "sum": {"parts": [)" + terms + "], " + whole))
            .find("more than 50") != std::string::npos);
  CHECK(FaultOf(FileOf(R"({"id": "own.a", "text": {"must": "a"}, "message": {"zh": "a"}},
                          {"id": "own.a", "text": {"must": "a"}, "message": {"zh": "a"}})"))
            .find("stands twice") != std::string::npos);

  std::string wild;
  for (int i = 0; i < 50; ++i) wild += std::string(i ? "," : "") + "\"/applications/**/*\"";
  std::string rules;
  for (int i = 0; i < 100; ++i) {
    rules += (i ? ",{" : "{") + std::string("\"id\": \"own.r") + std::to_string(i) +
             R"(", "sum": {"parts": [)" + wild +
             R"(], "wholes": ["/applications/{row...}/{column}"], "compare": "<="}})";
  }
  Report report = WholeReport();
  CheckReport(report, Rules(FileOf(rules)));
  REQUIRE(!report.not_assessed.empty());
  CHECK(report.not_assessed.back().reason == "not_assessed.too_many");
}

TEST_CASE("rules of a file have ids of their own", "[rules]") {
  const RuleSet rules = Rules(FileOf(
      R"({"id": "own.a", "severity": "info", "text": {"must": "a"}, "message": {"zh": "a"}})",
      R"({"own.*": "error"})"));
  Report report = WholeReport();
  CheckReport(report, rules);
  REQUIRE(Of(report, "own.a").size() == 1);
  CHECK((Of(report, "own.a")[0]->severity == Severity::kError));
  const RuleSet copy = rules;  // a value
  CheckReport(report, copy);
  CHECK(Of(report, "own.a").size() == 1);
}
