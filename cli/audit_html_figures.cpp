#include <array>
#include <utility>

#include "cli/audit_html_report.h"
#include "cli/audit_html_words.h"
#include "normalize/report_json_out.h"
#include "rules/places.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kRoom = 2;  // points between a number and its outline: digits stay legible

struct OutlinedNumber {
  std::string pointer, name;
  const Reading* reading;
};

class FigureWriter {
 public:
  FigureWriter(const ReportPage& page, HtmlWriter& out)
      : page_(page), out_(out), words_(page.book.language) {}

  void Write() {
    out_.Break();
    out_.Open("section", {{"id", "original"}, {"aria-labelledby", "original-title"}});
    out_.Element("h2", words_.Say("pages.original"), {{"id", "original-title"}});
    const DocumentPictures& pictures = page_.pictures;
    if (!pictures.obstacle.empty()) {
      out_.Element("p", pictures.obstacle, {{"class", "soft"}});
    } else if (pictures.pages.empty()) {
      out_.Element("p", words_.Say("pages.original.nothing"), {{"class", "soft"}});
    }
    if (!pictures.pages.empty()) {
      out_.Element("p", words_.Say("pages.original.about"), {{"class", "soft"}});
    }
    const auto numbers = NumbersByPage();
    for (const auto& [number, size] : pictures.pages) WriteFigure(number, size, numbers);
    out_.Close();
    if (!pictures.pages.empty()) WriteDialog();
  }

 private:
  using Numbers = std::map<int, std::vector<OutlinedNumber>>;

  Numbers NumbersByPage() const {
    Numbers numbers;
    const auto add = [&](const std::string& pointer, std::string name, const Reading& reading) {
      if (!HasPicture(page_, reading.place)) return;
      numbers[reading.place.page].push_back({pointer, std::move(name), &reading});
    };
    for (const TableValue& value : page_.report.values) {
      add(value.pointer, words_.In(PlaceName(value.pointer)), value.reading);
    }
    for (std::size_t i = 0; i < page_.report.statistics.size(); ++i) {
      const StatisticsRow& row = page_.report.statistics[i];
      const std::string pointer = "/statistics/" + std::to_string(i);
      if (row.value) add(pointer + "/value", row.label, *row.value);
      if (row.cumulative) add(pointer + "/cumulative", row.label, *row.cumulative);
    }
    return numbers;
  }

  void WriteFigure(int number, const PictureSize& size, const Numbers& numbers) {
    const std::string caption =
        words_.Say("pages.original.page", {{"page", std::to_string(number)}});
    out_.Break();
    out_.Open("figure");
    out_.Element("figcaption", caption);
    out_.Open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"},
                      {"aria-label", caption}});
    out_.Open("div", {{"class", "sheet"}});
    out_.Void("img", {{"src", "../" + PictureFile(page_.listed(), number)}, {"alt", caption},
                      {"width", std::to_string(size.width)},
                      {"height", std::to_string(size.height)}, {"loading", "lazy"}});
    if (const auto found = numbers.find(number); found != numbers.end()) {
      for (const OutlinedNumber& outlined : found->second) WriteOutline(outlined, size);
    }
    out_.Close();
    out_.Close();
    out_.Close();
  }

  // In hundredths of a percent of the picture's sides, which is a tenth of a pixel.
  static std::string Percent(double points, int pixels) {
    constexpr double kWhole = 100;
    constexpr int kPlaces = 2;
    const double share = points * kPictureDpi / kPointsPerInch / pixels;
    return Rounded(share * kWhole, kPlaces).ToString() + "%";
  }

  void WriteOutline(const OutlinedNumber& outlined, const PictureSize& size) {
    const Box& box = *outlined.reading->place.box;
    const std::string style = "left:" + Percent(box.x0 - kRoom, size.width) +
                              ";top:" + Percent(box.y0 - kRoom, size.height) +
                              ";width:" + Percent(box.Width() + 2 * kRoom, size.width) +
                              ";height:" + Percent(box.Height() + 2 * kRoom, size.height);
    const std::string name = outlined.name + " " + words_.ReadingText(*outlined.reading);
    out_.Element("a", "", {{"id", CropId(outlined.pointer)}, {"href", Fragment(outlined.pointer)},
                           {"style", style}, {"aria-label", name}, {"tabindex", "-1"}});
  }

  // Where the script shows a number's surroundings; without script the link leads to the figure.
  void WriteDialog() {
    out_.Open("dialog", {{"id", "crop"}, {"aria-labelledby", "crop-title"}});
    out_.Open("form", {{"method", "dialog"}});
    out_.Element("p", "", {{"id", "crop-title"}});
    out_.Element("button", words_.Say("pages.close"));
    out_.Close();
    out_.Open("div", {{"class", "view"}, {"tabindex", "0"}});
    out_.Open("div", {{"class", "sheet"}});
    out_.Close();
    out_.Close();
    out_.Close();
  }

  const ReportPage& page_;
  HtmlWriter& out_;
  PageWords words_;
};

}  // namespace

void WriteFigures(const ReportPage& page, HtmlWriter& out) { FigureWriter(page, out).Write(); }

}  // namespace gongkai
