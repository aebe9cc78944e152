#include "extract/furniture.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/layout.h"
#include "layout_drawing.h"

namespace gongkai {
namespace {

using drawing::MakeWord;

TEST_CASE("page numbers") {
  for (const char* text : {"- 3 -", "3", "—3—", "－３－", "第3页 共5页", "第 3 页", "3/5", "-12-",
                           "Page 3 of 5", "第3页/共5页", "· 3 ·", "— 3 —"}) {
    CHECK(IsPageNumber(text));
  }
  for (const char* text : {"", "2023", "三", "3件", "第三页", "-", "1.2", "2023年报告", "共5页纸",
                           "一、总体情况", "0517-8722"}) {
    CHECK_FALSE(IsPageNumber(text));
  }
}

Page WithLine(int number, double y, const std::string& text, double size = 11) {
  Page page = drawing::Draw("\n\n\n\n\n        正文的一行\n", number);
  page.words.push_back(MakeWord(text, {100, y, 300, y + size}));
  return page;
}

std::string Shown(const std::vector<Page>& pages) { return drawing::Show(LayOutPages(pages)); }

TEST_CASE("headers and footers that repeat are left out") {
  const auto text = GENERATE(as<std::string>{}, "某市年报", "某市年报第1页", "https://a.cn/b.html");
  CHECK(Shown({WithLine(1, 30, text), WithLine(2, 30, text), WithLine(3, 30, text)}).find(text) ==
        std::string::npos);
}

TEST_CASE("what stands once, or elsewhere, or in the text's place stays") {
  const std::string text = "某市二〇二三年度报告";
  const auto shown = [&](std::vector<Page> pages) {
    return Shown(pages).find(text) != std::string::npos;
  };
  CHECK(shown({WithLine(1, 60, text)}));
  CHECK(shown({WithLine(1, 60, text), WithLine(2, 60, "其他"), WithLine(3, 60, "另外")}));
  CHECK(shown({WithLine(1, 60, text), WithLine(2, 90, text)}));
  CHECK(shown({WithLine(1, 400, text), WithLine(2, 400, text)}));
  // the organ's name in the title and in the signature
  CHECK(shown({WithLine(1, 60, text), WithLine(2, 60, "其他"), WithLine(3, 60, "另外"),
               WithLine(4, 60, text)}));
}

TEST_CASE("one page: only what is obviously no text") {
  CHECK(Shown({WithLine(1, 800, "-1-")}).find("-1-") == std::string::npos);
  CHECK(Shown({WithLine(1, 800, "1")}).find("P 1\n") == std::string::npos);
  CHECK(Shown({WithLine(1, 60, "2023")}).find("2023") != std::string::npos);
  CHECK(Shown({WithLine(1, 400, "1")}).find("P 1\n") != std::string::npos);
  CHECK(Shown({WithLine(1, 800, "2024年1月15日")}).find("15日") != std::string::npos);
}

Page Scanned(Page page) {
  for (Word& word : page.words) word.reading = ReadingKind::kOcr;
  return page;
}

TEST_CASE("on a scan a misread page number is told by where the others stand") {
  const auto shown = [](const std::string& text, double y) {
    Page page = WithLine(2, y, text);
    page.words.back().box.x1 = 130;
    return Shown({Scanned(WithLine(1, 800, "- 1 -")), Scanned(page), Scanned(WithLine(3, 800, "3"))});
  };
  CHECK(shown("厂2汪", 800).find("厂2汪") == std::string::npos);
  CHECK(shown("厂2汪", 804).find("厂2汪") == std::string::npos);
  CHECK(shown("项。", 770).find("项。") != std::string::npos);
  CHECK(Shown({Scanned(WithLine(1, 800, "- 1 -")), Scanned(WithLine(2, 800, "某市人民政府办公室的年报"))})
            .find("某市") != std::string::npos);
  CHECK(Shown({Scanned(WithLine(1, 800, "厂2汪"))}).find("厂2汪") != std::string::npos);
  CHECK(Shown({WithLine(1, 800, "- 1 -"), WithLine(2, 800, "厂2汪")}).find("厂2汪") != std::string::npos);
}

TEST_CASE("page numbers inside of one long picture stand apart and count on") {
  const auto shown = [](const std::string& first, const std::string& second) {
    Page page = WithLine(1, 760, first);
    page.height = 1800;
    page.words.push_back(MakeWord("下一页的一行", {100, 850, 300, 861}));
    page.words.push_back(MakeWord(second, {100, 1560, 300, 1571}));
    page.words.push_back(MakeWord("再下一页的一行", {100, 1650, 300, 1661}));
    return Shown({page});
  };
  CHECK(shown("-1-", "-2-").find("-1-") == std::string::npos);
  CHECK(shown("-1-", "-2-").find("-2-") == std::string::npos);
  CHECK(shown("-2-", "-1-").find("-1-") != std::string::npos);
  CHECK(shown("某事", "-2-").find("-2-") != std::string::npos);
}

TEST_CASE("a browser's header and footer") {
  CHECK(Shown({WithLine(1, 15, "2024/1/31,10:20")}).find("10:20") == std::string::npos);
  CHECK(Shown({WithLine(1, 820, "https://a.gov.cn/b.html1/1")}).find("gov") == std::string::npos);
  CHECK(Shown({WithLine(1, 820, "网址：https://a.gov.cn/b.html")}).find("gov") != std::string::npos);
}

}  // namespace
}  // namespace gongkai
