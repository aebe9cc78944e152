// Which pages are read from their picture, and the putting together of both kinds.
#include "extract/pages.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "extract/pdf.h"
#include "extract/pdf_raster.h"
#include "extract/scan_merge.h"
#include "extract/scan_pages.h"
#include "extract/scan_size.h"
#include "extract/text_layer.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;

// At which pages are rendered: at 200 dpi digits are some 20 pixels high, and 300 reads no better
// but takes twice the time; it is worth it only where a picture on the page has more to show.
constexpr double kDpi = 200, kFineDpi = 300, kFinePicture = 250;

Error NoText(std::size_t pages) { return {ErrorCode::kNoText, "", std::to_string(pages), 0}; }

bool HasWords(const std::vector<Page>& pages) {
  return std::any_of(pages.begin(), pages.end(), [](const Page& p) { return !p.words.empty(); });
}

// The first bytes said what it is: what the reader does not know then is broken.
Error Damaged(Error error) {
  if (error.code == ErrorCode::kUnsupported) error.code = ErrorCode::kDamaged;
  return error;
}

PageSource SourceOf(const Page& page, const PaintFacts& facts, const ExtractOptions& options) {
  if (options.scans == nullptr || options.ocr == OcrMode::kOff) return PageSource::kText;
  if (page.width <= 0 || page.height <= 0) return PageSource::kText;  // broken beyond mending
  if (options.ocr == OcrMode::kForce) return PageSource::kPicture;
  return ChoosePageSource(page, facts);
}

double RenderDpi(const Page& page, const ExtractOptions& options) {
  if (options.dpi > 0) return options.dpi;
  const double scale = PaperScale(page.width, page.height);
  double finest = 0;
  for (const Picture& picture : page.pictures) {
    const double points = std::max(picture.box.Width(), picture.box.Height()) * scale;
    const double pixels = std::max(picture.width, picture.height);
    if (points > 0) finest = std::max(finest, pixels * kPointsPerInch / points);
  }
  return scale * (finest > kFinePicture ? kFineDpi : kDpi);
}

// A page of the PDF that is read from its picture.
struct ScanTask {
  std::size_t index = 0;
  PageSource source = PageSource::kPicture;
};

std::vector<ScanTask> ListTasks(const PdfPages& pdf, const ExtractOptions& options) {
  std::vector<ScanTask> tasks;
  for (std::size_t i = 0; i < pdf.pages.size(); ++i) {
    const PageSource source = SourceOf(pdf.pages[i], pdf.facts[i], options);
    if (source != PageSource::kText) tasks.push_back({i, source});
  }
  return tasks;
}

Result<ScanSource> OpenPdfScans(std::string_view bytes, const PdfPages& pdf,
                                const std::vector<ScanTask>& tasks, const ExtractOptions& options) {
  auto rasters = OpenPdfRasters(bytes, options);
  if (!rasters.ok()) return rasters.error();
  return ScanSource([&, read = rasters.value()](std::size_t task) -> Result<ScannedPage> {
    const std::size_t index = tasks[task].index;
    const Page& page = pdf.pages[index];
    auto raster = read(page, pdf.facts[index], RenderDpi(page, options));
    if (!raster.ok()) return raster.error();
    return ScannedPage{page.number, page.width, page.height, std::move(raster.value())};
  });
}

Result<ScanSource> OpenPictureScans(std::string_view bytes, const ExtractOptions& options) {
  return ScanSource([bytes, &options](std::size_t index) -> Result<ScannedPage> {
    const int number = static_cast<int>(index) + 1;
    auto raster = options.scans->decode(bytes, static_cast<int>(index));
    if (!raster.ok()) return raster.error();
    const PaperSize size = FindPaperSize(raster.value(), options.dpi);
    return ScannedPage{number, size.width, size.height, std::move(raster.value())};
  });
}

// REQUIRES: one scan for each task. The text layer's part of the document is what it leaves.
void PutScans(std::vector<Page> scans, const std::vector<ScanTask>& tasks,
              std::vector<Page>& pages) {
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    Page& page = pages[tasks[i].index];
    if (tasks[i].source == PageSource::kBoth) {
      page = MergeScan(page, scans[i], FindOpenPictures(page));
    } else {
      page = std::move(scans[i]);
    }
  }
}

Origin FindOrigin(const std::vector<Page>& pages, bool any_scan) {
  bool any_text = false;
  for (const Page& page : pages) {
    any_text = any_text || std::any_of(page.words.begin(), page.words.end(), [](const Word& word) {
                 return word.reading == ReadingKind::kText;
               });
  }
  if (!any_scan) return Origin::kText;
  return any_text ? Origin::kMixed : Origin::kOcr;
}

}  // namespace

Result<FixedPages> ReadPdf(std::string_view bytes, const ExtractOptions& options) {
  Result<PdfPages> read = ReadPdfPages(bytes, options);
  if (!read.ok()) return read.error();
  PdfPages& pdf = read.value();
  if (pdf.pages.empty()) return Error{ErrorCode::kNoPages, "", "", 0};
  const std::vector<ScanTask> tasks = ListTasks(pdf, options);
  if (!tasks.empty()) {
    std::vector<int> numbers;
    for (const ScanTask& task : tasks) numbers.push_back(pdf.pages[task.index].number);
    auto scans = ReadScannedPages(
        numbers, [&] { return OpenPdfScans(bytes, pdf, tasks, options); }, options);
    if (!scans.ok()) return scans.error();
    PutScans(std::move(scans.value()), tasks, pdf.pages);
  }
  if (!HasWords(pdf.pages)) return NoText(pdf.pages.size());
  const Origin origin = FindOrigin(pdf.pages, !tasks.empty());
  return FixedPages{std::move(pdf.pages), std::move(pdf.title), origin};
}

Result<FixedPages> ReadPictures(std::string_view bytes, const ExtractOptions& options) {
  if (options.scans == nullptr) return Error{ErrorCode::kNoText, "", "", 0};
  const auto count = options.scans->count(bytes);
  if (!count.ok()) return Damaged(count.error());
  if (count.value() < 1) return Error{ErrorCode::kNoPages, "", "", 0};
  const auto pages = static_cast<std::size_t>(count.value());
  if (count.value() > options.max_pages) {
    return Error{ErrorCode::kTooLarge, "",
                 std::to_string(pages) + " > " + std::to_string(options.max_pages) + " pages", 0};
  }
  if (options.ocr == OcrMode::kOff) return NoText(pages);
  std::vector<int> numbers(pages);
  std::iota(numbers.begin(), numbers.end(), 1);
  auto read = ReadScannedPages(numbers, [&] { return OpenPictureScans(bytes, options); }, options);
  if (!read.ok()) return read.error();
  if (!HasWords(read.value())) return NoText(pages);
  return FixedPages{std::move(read.value()), "", Origin::kOcr};
}

}  // namespace gongkai
