#include "cli/audit_html_pictures.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <mutex>
#include <optional>
#include <utility>

#include "cli/audit_html_originals.h"
#include "cli/extract_arguments.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/show_picture.h"
#include "cli/show_png.h"
#include "model/error_text.h"

namespace gongkai {
namespace {

constexpr std::string_view kZipMark = "!/";  // of a path in a ZIP

// Of a PNG file that this program wrote: its header stands at the beginning, big end first.
std::optional<PictureSize> ReadPngSize(const std::string& path) {
  constexpr std::string_view kBegin("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  constexpr int kMostSide = 1 << 20;
  std::array<char, 24> head{};
  std::ifstream file(path, std::ios::binary);
  if (!file.read(head.data(), head.size())) return std::nullopt;
  if (std::string_view(head.data(), kBegin.size()) != kBegin) return std::nullopt;
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      value = value << 8 | static_cast<unsigned char>(head[i]);
    }
    return value;
  };
  const std::uint32_t width = number(16), height = number(20);
  if (width == 0 || height == 0 || width > kMostSide || height > kMostSide) return std::nullopt;
  return PictureSize{static_cast<int>(width), static_cast<int>(height)};
}

class PictureMaker {
 public:
  PictureMaker(Database& archive, const AuditBook& book, const std::string& folder)
      : archive_(archive),
        book_(book),
        folder_(folder),
        options_(ExtractArguments().Options()),
        pictures_(book.reports.size()) {
    options_.progress = nullptr;
  }

  std::vector<DocumentPictures> Make(int threads) {
    for (std::size_t i = 0; i < book_.reports.size(); ++i) Prepare(i);
    const auto states = VisitOriginals(
        wanted_, threads,
        [this](std::size_t index, const std::string& name, const std::string& bytes) {
          Draw(work_[index], name, bytes);
        });
    ClearProgress();
    for (std::size_t i = 0; i < work_.size(); ++i) {
      if (states[i] == OriginalState::kFound) continue;
      pictures_[work_[i].report].obstacle = Text(states[i] == OriginalState::kChanged
                                                     ? "pages.original.changed"
                                                     : "pages.original.missing",
                                                 book_.language);
    }
    return std::move(pictures_);
  }

 private:
  struct Work {
    std::size_t report;
    std::vector<int> pages;
  };

  std::string FileOf(std::size_t report, int page) const {
    return folder_ + "/" + PictureFile(book_.reports[report], page);
  }

  // Takes what is there already, and notes what has to be drawn.
  void Prepare(std::size_t report) {
    if (!book_.reports[report].has_pages) {
      pictures_[report].obstacle = Text("pages.original.flowing", book_.language);
      return;
    }
    Work work{report, {}};
    Statement page = archive_.Prepare(
        "SELECT DISTINCT page FROM cells WHERE reading = ? AND x0 IS NOT NULL ORDER BY page");
    page.With(book_.reports[report].reading);
    while (page.Step()) {
      const int number = static_cast<int>(page.Integer(0));
      if (const auto size = ReadPngSize(FileOf(report, number))) {
        pictures_[report].pages[number] = *size;
      } else {
        work.pages.push_back(number);
      }
    }
    if (work.pages.empty()) return;
    work_.push_back(std::move(work));
    wanted_.push_back(PathsOf(book_.reports[report].sha256));
  }

  WantedOriginal PathsOf(const std::string& sha256) {
    WantedOriginal original{sha256, {}, {}};
    Statement path = archive_.Prepare(
        "SELECT i.path, i.container IS NOT NULL "
        "FROM inputs i JOIN documents d ON d.id = i.document WHERE d.sha256 = ? ORDER BY i.path");
    path.With(sha256);
    while (path.Step()) {
      std::string name = path.String(0);
      if (path.Integer(1) == 0) {
        original.files.push_back(std::move(name));
      } else {
        original.zips.push_back(name.substr(0, name.find(kZipMark)));
      }
    }
    return original;
  }

  void Draw(const Work& work, const std::string& name, const std::string& bytes) {
    DocumentPictures& pictures = pictures_[work.report];
    const MediaType type = FindMediaType(bytes, name);
    for (const int page : work.pages) {
      auto size = HasPages(type) ? DrawPage(work.report, page, type, bytes)
                                 : Error{ErrorCode::kUnsupported, "", "", 0};
      if (size.ok()) {
        pictures.pages[page] = size.value();
      } else {
        pictures.obstacle =
            Text("pages.original.undrawn", book_.language,
                 {{"page", std::to_string(page)},
                  {"reason", ErrorReason(size.error(), book_.language)}});
      }
    }
    const std::lock_guard lock(write_);
    ShowProgress(++drawn_, static_cast<int>(work_.size()));
  }

  Result<PictureSize> DrawPage(std::size_t report, int page, MediaType type,
                               const std::string& bytes) {
    const auto raster = RenderShownPage(bytes, type, page, kPictureDpi, options_);
    if (!raster.ok()) return raster.error();
    const auto png = WriteGreyPng(raster.value());
    if (!png) return Error{ErrorCode::kTooLarge, "", "", 0};
    const std::lock_guard lock(write_);  // WriteOutput asks for the process's umask
    if (auto error = WriteOutput(FileOf(report, page), *png)) return *error;
    return PictureSize{raster.value().width, raster.value().height};
  }

  Database& archive_;
  const AuditBook& book_;
  const std::string& folder_;
  ExtractOptions options_;
  std::vector<DocumentPictures> pictures_;  // each is written by one thread
  std::vector<Work> work_;                  // parallel to wanted_
  std::vector<WantedOriginal> wanted_;
  std::mutex write_;  // for files, and for what the person who waits sees
  int drawn_ = 0;
};

}  // namespace

std::vector<DocumentPictures> MakePictures(Database& archive, const AuditBook& book,
                                           const std::string& folder, int threads) {
  return PictureMaker(archive, book, folder).Make(threads);
}

}  // namespace gongkai
