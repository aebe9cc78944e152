#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/extract/html_sample.h"

namespace gongkai {
namespace {

const std::string kPreamble =
    "根据《中华人民共和国政府信息公开条例》要求，现公布本年度报告，所列数据的统计期限自1月1日起至12"
    "月31日止，电话00000000。";
const std::string kTable =
    "<table><tr><td>行政复议<td>结果维持<td>尚未审结<tr><td>1<td>2<td>3</table>";
const std::string kReport =
    "<p>" + kPreamble + "</p><p>一、总体情况</p><p>甲。</p><p>四、行政复议</p>" + kTable +
    "<p>六、其他需要报告的事项</p><p>无。</p><p>某镇人民政府</p><p>2024年1月8日</p>";
const std::string kBody = "P " + kPreamble +
                          "\nP 一、总体情况\nP 甲。\nP 四、行政复议\n"
                          "G 2x3 / |行政复议 |结果维持 |尚未审结 / |1 |2 |3\n"
                          "P 六、其他需要报告的事项\nP 无。\nP 某镇人民政府\nP 2024年1月8日\n";
const std::string kName = "某镇人民政府2023年政府信息公开工作年度报告";

struct Row {
  std::string name, before, after, title;  // title: what is kept of `before`
};

const std::vector<Row> kFurniture = {
    {"nothing", "", "", ""},
    {"semantic elements", "<nav>首页</nav><aside>x</aside>", "<aside>y</aside><footer>z</footer>",
     ""},
    {"menus of links", "<div><a href=1>首页</a> <a href=2>政务公开</a></div>",
     "<ul><li><a href=1>通知</a></ul>", ""},
    {"menus by class", "<div class=mainNav><ul><li>首页<li>政府信息公开年报</ul></div>",
     "<div id=share>微信 微博</div>", ""},
    {"breadcrumbs", "<div>当前位置：<a href=1>首页</a> &gt; 政府信息公开 &gt; 年度报告</div>", "",
     ""},
    {"a title in h1", "<h1>" + kName + "</h1>", "", "Pbh " + kName + "\n"},
    {"a title in div", "<div class=tit>" + kName + "</div>", "", "P " + kName + "\n"},
    {"a title in two lines", "<h1>某镇人民政府<br>2023年政府信息公开工作年度报告</h1>", "",
     "Pbh 某镇人民政府\nPbh 2023年政府信息公开工作年度报告\n"},
    {"a title and its column's name", "<h2 class=nav>政府信息公开年报</h2><p>" + kName + "</p>", "",
     "P " + kName + "\n"},
    {"nothing but a column's name", "<p>政府信息公开年报</p>", "", "P 政府信息公开年报\n"},
    {"titles of other years", "<ul><li><a href=1>" + kName + "</a></ul>",
     "<a href=2>" + kName + "</a>", ""},
    {"dates and counters",
     "<p>发布日期：2024-01-08 来源：某镇 浏览次数：8</p><p>【字体：大 中 小】</p>",
     "<p>【打印】【关闭】</p>", ""},
    {"a table of metadata",
     "<table><tr><td>索引号<td>1/2024<td>发布机构<td>某镇<tr><td>名称<td colspan=3>" + kName +
         "</table>",
     "", ""},
    {"a footer", "", "<p>主办单位：某镇人民政府</p><p>地址：某路1号</p><p>Copyright © 版权所有</p>",
     ""},
    {"neighbours", "",
     "<p>上一篇：没有了</p><p>相关链接：</p><p><a href=1>附件：年度报告.pdf</a></p>", ""},
};

TEST_CASE("the report is found among a page's furniture") {
  for (const Row& row : kFurniture) {
    INFO(row.name);
    CHECK(ShowHtml("<div class=top>" + row.before + "</div><div class=TRS_Editor>" + kReport +
                   "</div>" + row.after) == row.title + kBody);
  }
}

TEST_CASE("also where no container holds it") {
  for (const Row& row : kFurniture) {
    INFO(row.name);
    const std::string shown = ShowHtml(row.before + kReport + row.after);
    CHECK(shown.find(row.title + kBody) != std::string::npos);
    CHECK(shown.size() <= row.title.size() + kBody.size());
  }
}

TEST_CASE("the name of a column is a title only where there is no other") {
  const std::string column = "<div><p>政府信息公开年报</p></div>";
  const std::string report = "<div id=zoom>" + kReport + "</div>";
  CHECK(ShowHtml(column + report) == "P 政府信息公开年报\n" + kBody);
  CHECK(ShowHtml(column + "<p>" + kName + "</p>" + report) == "P " + kName + "\n" + kBody);
}

TEST_CASE("nothing of a report is lost to its surroundings") {
  struct Kept {
    std::string name, html, want;
  };
  const std::string end = "<p>六、其他需要报告的事项</p>";
  const std::vector<Kept> rows = {
      {"links in the text", "<p>一、总体情况</p><p>见<a href=1>某网站</a>。</p>",
       "P 一、总体情况\nP 见某网站。\n"},
      {"a paragraph that is a link between two headings",
       "<p>一、总体情况</p><p><a href=1>某网站</a></p><p>二、甲</p>",
       "P 一、总体情况\nP 某网站\nP 二、甲\n"},
      {"a container with the name of furniture",
       "<div id=print-nav-share><p>乙</p><p>一、总体情况</p><p>甲</p></div>",
       "P 乙\nP 一、总体情况\nP 甲\n"},
      {"sections in containers of their own",
       "<div class=content-1><p>一、总体情况</p><p>甲</p></div><div "
       "class=content-2><p>二、乙</p><p>丙</p></div>",
       "P 一、总体情况\nP 甲\nP 二、乙\nP 丙\n"},
      {"plain words behind the end", end + "<p>无</p><p>附件下载</p>",
       "P 六、其他需要报告的事项\nP 无\nP 附件下载\n"},
      {"footer's words in a sentence", end + "<p>本镇为主办单位，办理3件。</p>",
       "P 六、其他需要报告的事项\nP 本镇为主办单位，办理3件。\n"},
      {"no headings at all", "<p>甲</p><p>" + kName + "</p><p>乙</p>",
       "P 甲\nP " + kName + "\nP 乙\n"},
      {"nothing but links", "<p><a href=1>甲</a></p>", "P 甲\n"},
  };
  for (const Kept& row : rows) {
    INFO(row.name);
    CHECK(ShowHtml(row.html) == row.want);
  }
}

TEST_CASE("the titles that a page names") {
  struct Named {
    std::string name, html;
    std::vector<std::string> want;
  };
  const std::string site = kName + "-通知公告_某镇";
  const std::vector<Named> rows = {
      {"none", "<p>甲</p>", {}},
      {"an empty one", "<title> </title><p>甲</p>", {}},
      {"title", "<title>" + kName + "</title>x", {kName}},
      {"with the site's name", "<title>\n " + site + " </title>x", {kName, site}},
      {"a hyphen inside another title", "<title>某镇-某县</title>x", {"某镇-某县"}},
      {"a meta element is more telling",
       "<title>某网站</title><meta name=ArticleTitle content='" + kName + "'>x",
       {kName, "某网站"}},
      {"and less so where it names no report",
       "<meta name=ArticleTitle content='某网站'><title>" + kName + "</title>x",
       {kName, "某网站"}},
      {"other meta elements say nothing", "<meta name=keywords content='年报公开报告'>x", {}},
      {"a table of metadata",
       "<table><tr><td>索引号：<td>1<td>发布机构：<td>某镇<tr><td>名称：<td>" + kName + "</table>x",
       {kName}},
      {"a title of a picture", "<svg><title>no</title></svg>x", {}},
  };
  for (const Named& row : rows) {
    INFO(row.name);
    const Result<Document> document = ReadHtml(row.html);
    REQUIRE(document.ok());
    CHECK(document.value().titles == row.want);
    CHECK(document.value().media_type == "text/html");
    CHECK_FALSE(document.value().pages);
  }
}

}  // namespace
}  // namespace gongkai
