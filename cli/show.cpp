// gongkai show: a page of a PDF with what was read drawn over it, for a person to look at.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/extract_arguments.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/read_report.h"
#include "cli/show_layers.h"
#include "cli/show_legend.h"
#include "cli/show_picture.h"
#include "extract/pdf.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;
constexpr int kLeastDpi = 20, kMostDpi = 1200;
// A4 at 600 dpi is 35 megapixels; one takes 7 bytes while it is drawn.
constexpr double kMostPixels = 40e6;
// Pixels a side, which leaves room for the legend below within kMostPixelsASide: its lines are at
// most as many as its items, 14 points each, in a picture at least as wide as one of them.
constexpr double kMostSide = 28000;
constexpr double kLeastWidth = 240;  // points
constexpr const char* kNoLayer = "none";

struct ShowArguments {
  std::string file, output;
  int page = 1, dpi = 100;
  std::vector<std::string> layers;
  ExtractArguments extract;
};

std::vector<std::string> LayerNames() {
  std::vector<std::string> names;
  for (const Layer& layer : Layers()) names.emplace_back(layer.name);
  return names;
}

std::vector<const Layer*> ChosenLayers(const std::vector<std::string>& names) {
  std::vector<const Layer*> chosen;
  for (const Layer& layer : Layers()) {
    if (std::find(names.begin(), names.end(), layer.name) != names.end()) chosen.push_back(&layer);
  }
  return chosen;
}

bool IsFlowing(MediaType type) { return !HasPages(type) && type != MediaType::kUnknown; }

// Of the page as it is shown.
Box ShownBox(const Page& page) { return Map(page.shown, {0, 0, page.width, page.height}); }

bool WouldOverwriteInput(const ShowArguments& arguments) {
  std::error_code missing;
  return std::filesystem::equivalent(arguments.file, arguments.output, missing);
}

bool IsTooLarge(const Page& page, double dpi) {
  const double width = ShownBox(page).Width() * dpi / kPointsPerInch;
  const double height = ShownBox(page).Height() * dpi / kPointsPerInch;
  return width * height > kMostPixels || std::max(width, height) > kMostSide;
}

TextDetails DetailsOf(const ShowArguments& arguments, std::size_t pages) {
  return {{"file", arguments.file},
          {"name", std::filesystem::path(arguments.file).filename()},
          {"page", std::to_string(arguments.page)},
          {"pages", std::to_string(pages)},
          {"dpi", std::to_string(arguments.dpi)}};
}

// The text id of what stands against a picture of the page; nothing where nothing does.
std::optional<std::string_view> FindObstacle(const std::vector<Page>& pages,
                                             const ShowArguments& arguments) {
  const auto index = static_cast<std::size_t>(arguments.page) - 1;
  if (index >= pages.size()) return "show.no_such_page";
  if (IsTooLarge(pages.at(index), arguments.dpi)) return "show.too_many_pixels";
  return std::nullopt;
}

// The picture with the layers over it and the legend below; nothing where memory ran out.
std::optional<std::string> Draw(const Raster& picture, const ShownPage& shown,
                                const TextDetails& details,
                                const std::vector<const Layer*>& layers, Language language) {
  const double scale = picture.dpi / kPointsPerInch;
  const int width = std::max(picture.width, static_cast<int>(std::ceil(kLeastWidth * scale)));
  Canvas measure(1, 1, scale);
  const Legend legend = LayOutLegend(details, layers, width / scale, language, measure);
  const int strip = static_cast<int>(std::ceil(legend.height * scale));
  Canvas canvas(width, picture.height + strip, scale);
  canvas.DrawPicture(picture);
  for (const Layer* layer : layers) layer->draw(canvas, shown);
  DrawLegend(canvas, legend, picture.height / scale);
  return canvas.WritePng();
}

int Refuse(const std::string& message) {
  Complain(message);
  return kInputUnread;
}

int Refuse(const Error& error, const std::string& file, Language language) {
  Error named = error;
  named.file = file;
  return Refuse(ErrorMessage(named, language));
}

// What is read from the file, as far as it goes: a page can be looked at though the file is no
// report, or is a scan that is not to be read: all the more so.
struct ShownFile {
  std::vector<Page> pages;
  Document document;
  Result<Report> report;
};

// A file whose pages hold no text still has pages: the first of a PDF's, and of its like.
Result<FixedPages> PagesWithoutText(const std::string& bytes, const ExtractOptions& options) {
  auto read = ReadPdfPages(bytes, options);
  if (!read.ok()) return read.error();
  return FixedPages{std::move(read.value().pages), "", Origin::kText};
}

Result<ShownFile> ReadShownFile(const std::string& bytes, MediaType type, const std::string& file,
                                const ExtractOptions& options) {
  auto pages = ExtractPages(bytes, file, options);
  if (pages.ok()) {
    Document document = MakeDocument(pages.value(), type);
    auto report = ReadDocument(document, bytes, file);
    return ShownFile{std::move(pages.value().pages), std::move(document), std::move(report)};
  }
  Error error = pages.error();
  error.file = file;
  if (error.code != ErrorCode::kNoText || type != MediaType::kPdf) return error;
  auto bare = PagesWithoutText(bytes, options);
  if (!bare.ok()) return bare.error();
  return ShownFile{std::move(bare.value().pages), Document(), error};
}

int ShowPage(const std::string& bytes, MediaType type, const ShownFile& file,
             const ShowArguments& arguments, const ExtractOptions& options, Language language) {
  const TextDetails details = DetailsOf(arguments, file.pages.size());
  if (const auto obstacle = FindObstacle(file.pages, arguments)) {
    return Refuse(Text(*obstacle, language, details));
  }
  const Page& page = file.pages.at(static_cast<std::size_t>(arguments.page) - 1);
  const auto picture = RenderShownPage(bytes, type, arguments.page, arguments.dpi, options);
  if (!picture.ok()) return Refuse(picture.error(), arguments.file, language);
  const Report report = file.report.ok() ? file.report.value() : Report();
  const ShownPage shown{page, FindShownGrids(file.document, page), report};
  const auto png = Draw(picture.value(), shown, details, ChosenLayers(arguments.layers), language);
  if (!png) return Refuse(Text("show.too_many_pixels", language, details));
  return WriteOrComplain(arguments.output, *png, language);
}

int RunShow(const ShowArguments& arguments, Language language) {
  if (WouldOverwriteInput(arguments)) {
    Complain(Text("usage.same_file", language, {{"file", arguments.file}}));
    return kWrongUsage;
  }
  const auto bytes = ReadInput(arguments.file);
  if (!bytes.ok()) return Refuse(bytes.error(), arguments.file, language);
  const MediaType type = FindMediaType(bytes.value(), arguments.file);
  if (IsFlowing(type)) return Refuse(Text("show.flowing", language, {{"file", arguments.file}}));
  const ExtractOptions options = arguments.extract.Options();
  const auto file = ReadShownFile(bytes.value(), type, arguments.file, options);
  if (!file.ok()) return Refuse(file.error(), arguments.file, language);
  const int status = ShowPage(bytes.value(), type, file.value(), arguments, options, language);
  if (status == kDone && !file.value().report.ok()) {
    const std::string reason = ErrorMessage(file.value().report.error(), language);
    Complain(Text("show.nothing_read", language, {{"reason", reason}}));
  }
  return status;
}

}  // namespace

Declared DeclareShow(Language language) {
  const auto own = std::make_shared<ShowArguments>();
  own->layers = LayerNames();
  auto layers = LayerNames();
  layers.emplace_back(kNoLayer);
  const std::string shown = "words,rulings,grids,headings,cells";
  std::vector<Argument> rows = {
      {"FILE", "help.show.file", " ", &own->file, true},
      {"-o,--output", "help.show.output", "PNG", &own->output, true},
      {"--page", "help.show.page", "N", &own->page, false, {}, {1, std::numeric_limits<int>::max()}},
      {"--dpi", "help.show.dpi", "N", &own->dpi, false, {}, {kLeastDpi, kMostDpi}},
      {"--layers", "help.show.layers", shown, &own->layers, false, layers, {}, ','},
  };
  DeclareExtract(own->extract, {.dpi = false}, rows);
  return {std::move(rows), [own, language] { return RunShow(*own, language); }};
}

}  // namespace gongkai
