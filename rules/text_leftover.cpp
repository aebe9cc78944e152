// What was left in by mistake: markup of the editor, and the instructions of the form that a writer
// was to follow and not to keep.
#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "model/unicode.h"
#include "rules/catalogue.h"
#include "rules/text_slips.h"

namespace gongkai {
namespace {

// Folded, without spaces; none of them is ever meant in a report.
constexpr auto kMarkup = std::to_array<std::u32string_view>(
    {U"[if!", U"[endif]", U"supportLists", U"&nbsp;", U"&lt;", U"&gt;", U"&quot;", U"&amp;",
     U"&ldquo;", U"&rdquo;", U"<!--", U"<o:p", U"</o:p", U"<br", U"<span", U"</span", U"<div",
     U"</div", U"</p>", U"<p>", U"<pstyle", U"<fontface", U"</font", U"<strong", U"</strong",
     U"<ahref", U"<table", U"</table", U"</td", U"</tr", U"style=\"", U"class=\"", U"mso-",
     U"MsoNormal", U"font-family:", U"font-size:", U"text-indent:", U"line-height:",
     U"javascript:"});

constexpr auto kInstructions = std::to_array<std::u32string_view>(
    {U"该部分以表格形式报告", U"本部分以表格形式报告", U"宋体加粗", U"加粗小四", U"小四号字",
     U"三号仿宋", U"仿宋_GB2312", U"仿宋GB2312", U"方正小标宋", U"(文字描述)", U"(文字说明)",
     U"事项报告格式", U"工作年度报告格式模板", U"根据《根据", U"第五十条第四项规定的各级人民政府",
     U"(此处填写", U"(请填写", U"(填写", U"XX年", U"××年", U"XXXX", U"(单位名称)", U"(机关名称)",
     U"减少用负数表示", U"减用负值表示"});

struct Leftover {
  std::string word, quote;
  std::vector<std::string> at;
  int count = 0;
};

struct Kind {
  const char* message;
  std::span<const std::u32string_view> words;
  std::u32string firsts;  // the characters that the words begin with
};

std::u32string FirstsOf(std::span<const std::u32string_view> words) {
  std::u32string firsts;
  for (const std::u32string_view word : words) {
    if (!IsOneOf(word.front(), firsts)) firsts.push_back(word.front());
  }
  return firsts;
}

// One pass over the text: almost no character begins any of the words.
void Look(const SectionText& prose, const Kind& kind, Leftover& found) {
  const std::u32string_view text = prose.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!IsOneOf(text[at], kind.firsts)) continue;
    const auto word = std::find_if(kind.words.begin(), kind.words.end(),
                                   [&](std::u32string_view w) { return StandsAt(text, at, w); });
    if (word == kind.words.end()) continue;
    if (found.count++ == 0) {
      found.word = Quote(prose, at, at + word->size());
      found.quote = QuoteAround(prose, at, at + word->size());
    }
    if (found.at.empty() || found.at.back() != prose.pointer) found.at.push_back(prose.pointer);
    at += word->size() - 1;
  }
}

}  // namespace

void FindLeftovers(const Report& report, const std::vector<SectionText>& prose, Findings& out) {
  std::vector<SectionText> places;
  places.push_back(MakeSectionText(report.title.value, "/title", ""));
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const std::string heading = "/sections/" + std::to_string(i) + "/heading";
    places.push_back(MakeSectionText(report.sections[i].heading, heading, ""));
    places.push_back(prose[i]);
  }
  for (const Kind& kind : {Kind{"text.leftover", kMarkup, FirstsOf(kMarkup)},
                           Kind{"text.leftover.form", kInstructions, FirstsOf(kInstructions)}}) {
    Leftover found;
    for (const SectionText& place : places) Look(place, kind, found);
    if (found.count == 0) continue;
    Finding finding = NewFinding("text.leftover");
    finding.message = kind.message;
    finding.at = std::move(found.at);
    finding.details = {{"word", found.word},
                       {"count", std::to_string(found.count)},
                       {"quote", found.quote}};
    out.found.push_back(std::move(finding));
  }
}

}  // namespace gongkai
