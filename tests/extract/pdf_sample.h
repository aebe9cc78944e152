// PDFs made by hand, small enough to be read in a test.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai {

struct SamplePage {
  std::string content;
  std::string box = "0 0 200 100";  // the media box
  std::string entries = "";         // more of the page's dictionary: "/Rotate 90"
};

// A Type 3 font of one glyph, a, `width` wide.
inline std::string MakeType3(std::string name, const std::string& scale, const std::string& width) {
  return std::move(name) + "<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[" + scale +
         " 0 0 " + scale + " 0 0]/CharProcs<<>>/Encoding<</Differences[97/a]>>/FirstChar 97" +
         "/LastChar 97/Widths[" + width + "]>>";
}

// Objects 1 (catalogue), 2 (page tree), 3 (resources: F1 Helvetica, F2 Helvetica-Bold, F3 a font of
// which no glyph has a Unicode, F4 and F5 Type 3 fonts as web browsers and as TeX make them), and the
// pages from 8 on.
inline std::string MakePdf(const std::vector<SamplePage>& pages, std::string_view trailer = "") {
  std::vector<std::pair<int, std::string>> objects{
      {1, "<</Type/Catalog/Pages 2 0 R>>"},
      {3, "<</Font<</F1 4 0 R/F2 5 0 R/F3 6 0 R" + MakeType3("/F4", ".001", "1000") +
              MakeType3("/F5", "1", "8") + ">>/Pattern<<>>>>"},
      {4, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"},
      {5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"},
      {6,
       "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Odd/Encoding/Identity-H"
       "/DescendantFonts[7 0 R]>>"},
      {7,
       "<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Odd/DW 1000"
       "/CIDSystemInfo<</Registry(Odd)/Ordering(Odd)/Supplement 0>>>>"}};
  std::string kids;
  int number = 8;
  for (const SamplePage& page : pages) {
    const std::string contents = std::to_string(number + 1) + " 0 R";
    kids += std::to_string(number) + " 0 R ";
    objects.emplace_back(number, "<</Type/Page/Parent 2 0 R/Resources 3 0 R/MediaBox[" + page.box +
                                     "]/Contents " + contents + page.entries + ">>");
    objects.emplace_back(number + 1, "<</Length " + std::to_string(page.content.size()) +
                                         ">>stream\n" + page.content + "\nendstream");
    number += 2;
  }
  objects.emplace_back(2, "<</Type/Pages/Kids[" + kids + "]/Count " +
                              std::to_string(pages.size()) + ">>");
  std::string pdf = "%PDF-1.4\n";
  for (const auto& [index, body] : objects) {
    pdf += std::to_string(index) + " 0 obj" + body + "endobj\n";
  }
  // No cross-reference table: Poppler makes one, as it does for files whose table is lost.
  return pdf + "trailer<</Root 1 0 R/Size " + std::to_string(number) + std::string(trailer) +
         ">>\nstartxref\n0\n%%EOF\n";
}

inline std::string MakePdf(std::string content, std::string entries = "") {
  return MakePdf({SamplePage{std::move(content), "0 0 200 100", std::move(entries)}});
}

}  // namespace gongkai
