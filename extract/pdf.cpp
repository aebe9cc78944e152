// One pass a page: Poppler draws it on a device that keeps what a layout needs.
#include "extract/pdf.h"

#include <poppler/PDFDoc.h>
#include <poppler/Page.h>

#include <exception>
#include <utility>

#include "extract/pdf_device.h"
#include "extract/pdf_document.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;  // displayed at this, a device unit is a point

Page MakePage(::Page& source, int number) {
  Page page;
  page.number = number;
  page.width = source.getCropWidth();
  page.height = source.getCropHeight();
  // 0 to 359; what is no quarter turn is none, to Poppler.
  if (source.getRotate() == 90 || source.getRotate() == 270) std::swap(page.width, page.height);
  return page;
}

Error TooMuch(int number) {
  Error error;
  error.code = ErrorCode::kTooLarge;
  error.detail = "drawing operators";
  error.page = number;
  return error;
}

Result<PdfPages> ReadPages(std::string_view bytes, const ExtractOptions& options) {
  auto document = OpenPdf(bytes, options);
  if (!document.ok()) return document.error();
  PDFDoc& pdf = *document.value();
  PdfPages out;
  out.title = ReadPdfTitle(pdf);
  PdfBudget budget;
  PdfFonts fonts;
  PageDevice device(fonts, budget);
  bool any = false;
  for (int number = 1; number <= pdf.getNumPages(); ++number) {
    ::Page* source = pdf.getPage(number);
    if (source == nullptr) {  // broken beyond mending, but its neighbours keep their numbers
      out.pages.emplace_back().number = number;
      out.facts.emplace_back();
      continue;
    }
    any = true;
    budget.NextPage();
    Page page = MakePage(*source, number);
    pdf.displayPage(&device, number, kPointsPerInch, kPointsPerInch, /*rotate=*/0,
                    /*useMediaBox=*/false, /*crop=*/true, /*printing=*/false,
                    PdfBudget::AbortCheck, &budget, BelongsToPage, nullptr);
    if (budget.Exceeded()) return TooMuch(number);
    out.facts.push_back(device.MoveTo(page));
    out.pages.push_back(std::move(page));
  }
  if (!any) return Error{};
  return out;
}

}  // namespace

Result<PdfPages> ReadPdfPages(std::string_view bytes, const ExtractOptions& options) {
  try {
    return ReadPages(bytes, options);
  } catch (const std::exception& failure) {
    Error error;
    error.detail = failure.what();
    return error;
  }
}

}  // namespace gongkai
