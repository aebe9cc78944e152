#include "cli/audit_html.h"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "cli/audit_html_book.h"
#include "cli/audit_html_index.h"
#include "cli/audit_html_pictures.h"
#include "cli/audit_html_report.h"
#include "cli/output.h"
#include "corpus/parallel.h"
#include "normalize/report_json.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

// Reports that are in memory at the same time: 70 KB of JSON each, and ten times that as a Report.
constexpr std::size_t kBatch = 64;

std::optional<Error> MakeFolders(const std::string& folder) {
  for (const char* name : {"reports", "pages", "rules"}) {
    std::error_code failed;
    fs::create_directories(fs::path(folder) / name, failed);
    if (failed) return Error{ErrorCode::kNotWritable, folder, failed.message(), 0};
  }
  return std::nullopt;
}

class PagesWriter {
 public:
  PagesWriter(Database& archive, const AuditBook& book, const AuditPagesOptions& options)
      : archive_(archive), book_(book), options_(options) {}

  std::optional<Error> Write() {
    const auto pictures = MakePictures(archive_, book_, options_.folder, options_.threads);
    for (std::size_t begin = 0; begin < book_.reports.size() && !failure_; begin += kBatch) {
      WriteBatch(begin, std::min(begin + kBatch, book_.reports.size()), pictures);
    }
    for (const auto& [name, page] : WriteIndexPages(book_)) Put(name, page);
    if (!failure_ && archive_.fault()) failure_ = archive_.fault();
    if (!failure_) RemoveOld();
    return failure_;
  }

 private:
  void WriteBatch(std::size_t begin, std::size_t end,
                  const std::vector<DocumentPictures>& pictures) {
    std::vector<std::string> json;
    Statement row = archive_.Prepare("SELECT report FROM readings WHERE id = ?");
    for (std::size_t i = begin; i < end; ++i) {
      row.With(book_.reports[i].reading);
      json.push_back(row.Step() ? row.String(0) : "");
    }
    ForStretches(end - begin, 1, options_.threads, [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) {
        WriteReport(begin + i, json[i], pictures[begin + i]);
      }
    });
  }

  void WriteReport(std::size_t index, const std::string& json, const DocumentPictures& pictures) {
    const auto report = ReadReportJson(json);
    if (!report.ok()) return Fail(report.error());
    Put(ReportFile(book_.reports[index]),
        WriteReportPage(LayOutReportPage(book_, index, report.value(), pictures)));
  }

  void Fail(Error error) {
    const std::lock_guard lock(mutex_);
    if (failure_) return;
    if (error.file.empty()) error.file = archive_.path();
    failure_ = std::move(error);
  }

  // One at a time: WriteOutput asks for the process's umask.
  void Put(const std::string& name, const std::string& page) {
    const std::lock_guard lock(mutex_);
    if (failure_) return;
    failure_ = WriteOutput(options_.folder + "/" + name, page);
    written_.insert(name);
  }

  // Pages of an earlier run that nothing leads to any more: only files with names that this program
  // gives.
  void RemoveOld() const {
    for (const char* folder : {"", "reports", "rules"}) {
      std::error_code ignored;
      std::vector<fs::path> old;
      const fs::path path = fs::path(options_.folder) / folder;
      for (const auto& entry : fs::directory_iterator(path, ignored)) {
        const std::string name = fs::path(folder) / entry.path().filename();
        if (IsOurs(name) && !written_.contains(name)) old.push_back(entry.path());
      }
      for (const fs::path& page : old) fs::remove(page, ignored);
    }
  }

  static bool IsOurs(std::string_view name) {
    constexpr std::string_view kEnd = ".html";
    if (!name.ends_with(kEnd)) return false;
    name.remove_suffix(kEnd.size());
    if (name.starts_with("organs-")) return name.find_first_not_of("0123456789", 7) == name.npos;
    if (name.starts_with("reports/")) {
      return name.size() == 24 && name.find_first_not_of("0123456789abcdef", 8) == name.npos;
    }
    return name.starts_with("rules/") &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.-0123456789", 6) == name.npos;
  }

  Database& archive_;
  const AuditBook& book_;
  const AuditPagesOptions& options_;
  std::set<std::string> written_;
  std::optional<Error> failure_;
  std::mutex mutex_;
};

}  // namespace

std::optional<Error> WriteAuditPages(Database& archive, const AuditResult& audit,
                                     const AuditPagesOptions& options) {
  if (auto error = MakeFolders(options.folder)) return error;
  const auto book = ReadAuditBook(archive, audit, options.language);
  if (!book.ok()) return book.error();
  return PagesWriter(archive, book.value(), options).Write();
}

}  // namespace gongkai
