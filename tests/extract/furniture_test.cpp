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
}

TEST_CASE("one page: only what is obviously no text") {
  CHECK(Shown({WithLine(1, 800, "-1-")}).find("-1-") == std::string::npos);
  CHECK(Shown({WithLine(1, 800, "1")}).find("P 1\n") == std::string::npos);
  CHECK(Shown({WithLine(1, 60, "2023")}).find("2023") != std::string::npos);
  CHECK(Shown({WithLine(1, 400, "1")}).find("P 1\n") != std::string::npos);
  CHECK(Shown({WithLine(1, 800, "2024年1月15日")}).find("15日") != std::string::npos);
}

TEST_CASE("a browser's header and footer") {
  CHECK(Shown({WithLine(1, 15, "2024/1/31,10:20")}).find("10:20") == std::string::npos);
  CHECK(Shown({WithLine(1, 820, "https://a.gov.cn/b.html1/1")}).find("gov") == std::string::npos);
  CHECK(Shown({WithLine(1, 820, "网址：https://a.gov.cn/b.html")}).find("gov") != std::string::npos);
}

}  // namespace
}  // namespace gongkai
