#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/extract/html_sample.h"

namespace gongkai {
namespace {

struct Row {
  std::string name, html, want;
};

void CheckRows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(ShowHtml(row.html) == row.want);
  }
}

TEST_CASE("paragraphs end where a browser breaks the line") {
  CheckRows({
      {"p", "<p>甲</p><p>乙</p>", "P 甲\nP 乙\n"},
      {"p without end tags", "<p>甲<p>乙", "P 甲\nP 乙\n"},
      {"br", "甲<br>乙<br/>丙</br>丁", "P 甲\nP 乙\nP 丙\nP 丁\n"},
      {"div in div", "<div>甲<div>乙</div>丙</div>", "P 甲\nP 乙\nP 丙\n"},
      {"li", "<ul><li>甲<li>乙</ul>", "P 甲\nP 乙\n"},
      {"hr", "甲<hr>乙", "P 甲\nP 乙\n"},
      {"pre", "<pre>甲\n乙</pre>", "P 甲\nP 乙\n"},
      {"inline elements do not", "<p><span>2</span><font>0</font><b>2</b>3<a>年</a><o:p></o:p></p>",
       "P 2023年\n"},
      {"nor elements that HTML does not know",
       "<p><ucaptitle>甲</ucaptitle><st1:chsdate>1</st1:chsdate></p>", "P 甲1\n"},
      {"empty blocks are nothing", "<p></p><div> <p>&nbsp;</p></div><p>甲</p><br><br>", "P 甲\n"},
      {"a formatting element over paragraphs", "<font><p>甲</p><p>乙</p></font>", "P 甲\nP 乙\n"},
      {"crossed tags", "<p><font>甲</p><p>乙</font>丙</p>", "P 甲\nP 乙丙\n"},
      {"stray end tags", "</div></span><p>甲</div>乙</p></table>", "P 甲乙\n"},
      {"text without elements", "甲", "P 甲\n"},
  });
}

TEST_CASE("white space is collapsed as a browser does") {
  CheckRows({
      {"runs", "<p>  a \t b\n\n c </p>", "P a b c\n"},
      {"no-break and ideographic spaces", "<p>&nbsp;　政府&nbsp;&nbsp;信息　公开</p>",
       "P 政府 信息 公开\n"},
      {"a space between Chinese characters stays", "<p>一、 概述</p>", "P 一、 概述\n"},
      {"a line of the source that wraps does not", "<p>政府信息\n   公开（\n甲）</p>",
       "P 政府信息公开（甲）\n"},
      {"but it does beside Latin characters", "<p>共\n12 件</p>", "P 共 12 件\n"},
      {"between elements", "<p><span>1</span>\n<span>2</span></p>", "P 1 2\n"},
      {"characters without width", "<p>1&#8203;2&#xFEFF;3&shy;4</p>", "P 1234\n"},
      {"control characters",
       "<p>1\x01\x02"
       "2</p>",
       "P 12\n"},
      {"references", "<p>&lt;a&gt; &amp; &#20844; &bogus; &#0; &</p>",
       "P <a> & 公 &bogus; \uFFFD &\n"},
      {"a lone sign is text", "<p>1 < 2 <3 <", "P 1 < 2 <3 <\n"},
  });
}

TEST_CASE("what no browser shows is left out") {
  CheckRows({
      {"scripts and styles", "<style>p{}</style><script>'<p>no</p>'</script><p>甲</p>", "P 甲\n"},
      {"noscript, template, forms",
       "<noscript>no</noscript><template><p>no</p></template><select><option>no</select>"
       "<button>no</button><textarea>no</textarea><p>甲</p>",
       "P 甲\n"},
      {"pictures with text", "<svg><text>no</text><title>no</title></svg><p>甲<img alt=no></p>",
       "P 甲\n"},
      {"comments", "<p>1<!-- no -->2<!-->3<!--->4</p>", "P 1234\n"},
      {"Word's conditional comments",
       "<!--[if gte mso 9]><xml><p>no</p></xml><![endif]--><p>甲</p>", "P 甲\n"},
      {"Word's list numbers stay",
       "<p class=MsoNormal><![if !supportLists]><span "
       "style='mso-list:Ignore'>（一）<span>&nbsp;</span></span><![endif]>甲</p>",
       "P （一） 甲\n"},
      {"hidden elements",
       "<p>甲甲甲</p><p style='DISPLAY : none !important'>no</p><p hidden>no</p>", "P 甲甲甲\n"},
      {"but not a hidden page", "<p>x</p><div style='display:none'><p>甲乙丙丁</p></div>",
       "P x\nP 甲乙丙丁\n"},
      {"an unclosed script is no reason to lose the page", "<script>var a;<p>甲</p>",
       "P var a;\nP 甲\n"},
      {"nor an unclosed comment", "<!-- x><p>甲</p>", "P 甲\n"},
      {"nor an unclosed quote", "<p class='x>甲</p><p>乙</p>", "P 甲\nP 乙\n"},
      {"a page that ends in a tag", "<p>甲</p><p class=", "P 甲\n"},
      {"the head", "<html><head><title>no</title></head><body>甲</body></html>", "P 甲\n"},
  });
}

TEST_CASE("headings, bold and centred paragraphs") {
  CheckRows({
      {"headings", "<h1>甲</h1><h6>乙</h3>丙", "Pbh 甲\nPbh 乙\nP 丙\n"},
      {"bold throughout", "<p><b>甲</b><strong>乙</strong></p>", "Pb 甲乙\n"},
      {"bold in part", "<p><b>甲</b>乙</p>", "P 甲乙\n"},
      {"font-weight",
       "<p style='font-weight:700'>甲</p><p style='font-weight: bold'>乙</p><p "
       "style='font-weight:400'>丙</p>",
       "Pb 甲\nPb 乙\nP 丙\n"},
      {"bold and back", "<b><p style='font-weight:normal'>甲</p></b>", "P 甲\n"},
      {"centred", "<p align=center>甲</p><p style='TEXT-ALIGN: center'>乙</p><center>丙</center>",
       "Pc 甲\nPc 乙\nPc 丙\n"},
      {"centred and back", "<div align=center><p>甲</p><p align=left>乙</p></div>",
       "Pc 甲\nP 乙\n"},
      {"an attribute without sense", "<p align=banana style=';;:;text-align'>甲</p>", "P 甲\n"},
  });
}

TEST_CASE("tables become grids") {
  CheckRows({
      {"plain", "<table><tr><td>a<td>b<tr><td>1<td>2</table>", "G 2x2 / |a |b / |1 |2\n"},
      {"colspan and rowspan", "<table><tr><td colspan=2>a<td rowspan=2>b<tr><td>1<td>2</table>",
       "G 2x3 / |a(1x2) |b(2x1) / |1 |2\n"},
      {"a rowspan moves the next row", "<table><tr><td rowspan=2>a<td>b<tr><td>1</table>",
       "G 2x2 / |a(2x1) |b / |1@1\n"},
      {"rows of different lengths", "<table><tr><td>a<td>b<td>c<tr><td>1</table>",
       "G 2x3 / |a |b |c / |1\n"},
      {"blank cells", "<table><tr><td>a<td>&nbsp;<tr><td><o:p> </o:p><td></table>",
       "G 2x2 / |a | / | |\n"},
      {"thead first, tfoot last",
       "<table><tfoot><tr><td>c<td>3<tbody><tr><td>b<td>2<thead><tr><th>a<th>1</table>",
       "G 3x2 / |a |1 / |b |2 / |c |3\n"},
      {"rowspan 0 and beyond its group",
       "<table><tbody><tr><td rowspan=0>a<td>1<tr><td>2<tbody><tr><td rowspan=9>b<td>3</table>",
       "G 3x2 / |a(2x1) |1 / |2@1 / |b |3\n"},
      {"overlapping spans", "<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>1</table>",
       "G 2x3 / |a |b(2x1) |c / |1\n"},
      {"spans without sense",
       "<table><tr><td colspan=-3>a<td rowspan=x>b<td "
       "colspan=99999999999>c<tr><td>1<td>2<td>3</table>",
       "G 2x3 / |a |b |c / |1 |2 |3\n"},
      {"spans with units", "<table><tr><td colspan=' 2 '>a<tr><td rowspan=1.5>1<td>2</table>",
       "G 2x2 / |a(1x2) / |1 |2\n"},
      {"a caption stands before", "<table><caption>题<tr><td>a<td>b</table>",
       "Pc 题\nG 1x2 / |a |b\n"},
      {"hidden rows and cells",
       "<table><tr style='display:none'><td>x<td>y<tr><td>a<td hidden>x<td>b</table>",
       "G 1x2 / |a |b\n"},
      {"stray content before the rows", "<table><p>甲</p><tr><td>a<td>b</table>",
       "P 甲\nG 1x2 / |a |b\n"},
      {"a table inside a paragraph", "<p>甲<table><tr><td>a<td>b</table>乙</p>",
       "P 甲\nG 1x2 / |a |b\nP 乙\n"},
      {"a table that is never closed", "<table><tr><td>a<td>b<tr><td>1<td>2<table><tr><td>c<td>d",
       "G 2x2 / |a |b / |1 |2\nG 1x2 / |c |d\n"},
      {"cells without a table", "<tr><td>a</td><td>b</td></tr>", "P a\nP b\n"},
      {"no cells", "<table></table><table><tr></table>", ""},
  });
}

TEST_CASE("the text of a cell is one line") {
  CheckRows({
      {"wrapped header words", "<table><tr><td>商业<br>企业<td><p>科研</p><p>机构</p></table>",
       "G 1x2 / |商业企业 |科研机构\n"},
      {"vertical text", "<table><tr><td>总<br>计<td>1</table>", "G 1x2 / |总计 |1\n"},
      {"lines that are not Chinese", "<table><tr><td>12<br>34<td>a<p>b</table>",
       "G 1x2 / |12 34 |a b\n"},
      {"a number in pieces",
       "<table><tr><td>a<td><p><span>1</span><span>2<o:p></o:p></span></p></table>",
       "G 1x2 / |a |12\n"},
      {"spaces inside", "<table><tr><td>商业 企业<td>1 234</table>", "G 1x2 / |商业 企业 |1 234\n"},
  });
}

TEST_CASE("tables that only lay out the page") {
  const std::string prose(3 * 80, 'x');
  const std::string inner = "<table><tr><td>a<td>b<tr><td>1<td>2</table>";
  const std::string grid = "G 2x2 / |a |b / |1 |2\n";
  CheckRows({
      {"one cell", "<table><tr><td><p>甲</p><p>乙</p></table>", "P 甲\nP 乙\n"},
      {"one column", "<table><tr><td>甲<tr><td>乙</table>", "P 甲\nP 乙\n"},
      {"around prose", "<table><tr><td>左<td>" + prose + "</table>", "P 左\nP " + prose + "\n"},
      {"around a table", "<table><tr><td>左<td>" + inner + "</table>", "P 左\n" + grid},
      {"three deep", "<table><tr><td><table><tr><td>左<td>" + inner + "</table></table>",
       "P 左\n" + grid},
      {"a table inside a cell of data",
       "<table><tr><td>label<td>12<tr><td>other<td>x" + inner + "</table>",
       "G 2x2 / |label |12 / |other |x\n" + grid},
      {"a frame whose rows are the report",
       "<table><tr><td colspan=3>一、总体情况<tr><td colspan=3>" + prose +
           "<tr><td colspan=3>二、甲"
           "<tr><td>信息<td>一<td>二<tr><td>规章<td>0<td>1<tr><td>文件<td>2<td></table>",
       "P 一、总体情况\nP " + prose +
           "\nP 二、甲\nG 3x3 / |信息 |一 |二 / |规章 |0 |1 / |文件 |2 |\n"},
      {"a note below data",
       "<table><tr><td>a<td>1<td>2<tr><td>b<td>3<td>4<tr><td colspan=3>" + prose + "</table>",
       "G 2x3 / |a |1 |2 / |b |3 |4\nP " + prose + "\n"},
  });
}

}  // namespace
}  // namespace gongkai
