// The page of one report.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/audit_html_book.h"
#include "cli/audit_html_layout.h"
#include "cli/audit_html_pictures.h"
#include "corpus/html_page.h"
#include "model/report.h"

namespace gongkai {

// All that is known when the page is written. What it refers to outlives it.
struct ReportPage {
  const AuditBook& book;
  std::size_t index;  // of AuditBook::reports
  const Report& report;
  const DocumentPictures& pictures;
  LaidTables tables;
  Anchors anchors;
  std::vector<const ListedFinding*> findings;  // numbered from 1 on the page
  // By anchor: the numbers of the findings that point there; and by row, table or section those
  // that have their first place in it.
  std::map<std::string, std::vector<std::size_t>> marks, remarks;

  const ListedReport& listed() const { return book.reports[index]; }
};

ReportPage LayOutReportPage(const AuditBook& book, std::size_t index, const Report& report,
                            const DocumentPictures& pictures);

// The whole page.
std::string WriteReportPage(const ReportPage& page);

// Its parts, each appended to `out`.
void WriteTables(const ReportPage& page, HtmlWriter& out);
void WriteFigures(const ReportPage& page, HtmlWriter& out);  // pictures with numbers outlined

// What the parts share.
void WriteMarks(const ReportPage& page, const std::string& anchor, HtmlWriter& out);
void WriteRemarks(const ReportPage& page, const std::string& anchor, HtmlWriter& out);
bool HasRemarks(const ReportPage& page, const std::string& anchor);
bool HasPicture(const ReportPage& page, const Place& place);
std::string CropId(std::string_view pointer);  // of the number's outline in the picture

}  // namespace gongkai
