#include "corpus/import_paths.h"

#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <set>
#include <unordered_set>
#include <utility>

#include "corpus/path_text.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

// Folders below folders; a file system allows about this many in a path of 4096 bytes.
constexpr std::size_t kDeepest = 2000;

Error NotOpened(std::string detail) { return {ErrorCode::kNotFound, "", std::move(detail), 0}; }

Error ErrorOf(int number) {
  switch (number) {
    case ENOENT: return NotOpened("errors.detail.no_such_file");
    case EACCES:
    case EPERM: return NotOpened("errors.detail.no_right");
    case ELOOP: return NotOpened("errors.detail.link_loop");
    default: return NotOpened(std::strerror(number));
  }
}

class Finder {
 public:
  explicit Finder(const FindOptions& options) : options_(&options) {
    for (const std::string& path : options.left_out) seen_.insert(path);
  }

  void AddName(const std::string& name) {
    if (name.size() > 1 && name.front() == '@' && !Exists(name)) return AddList(name.substr(1));
    if (!Exists(name) && name.find_first_of("*?[") != name.npos) return AddPattern(name);
    AddPath(AbsolutePath(name));
  }
  FoundFiles Take() && { return std::move(found_); }

 private:
  using Folder = std::pair<dev_t, ino_t>;

  static bool Exists(const std::string& name) {
    struct stat facts {};
    return lstat(name.c_str(), &facts) == 0;
  }

  void AddList(const std::string& list) {
    const auto bytes = options_->open(list);
    if (!bytes.ok()) return AddFault(AbsolutePath(list), bytes.error());
    const char end = bytes.value().find('\0') == std::string::npos ? '\n' : '\0';
    std::string_view left = bytes.value();
    while (!left.empty()) {
      std::string_view line = left.substr(0, left.find(end));
      left.remove_prefix(std::min(left.size(), line.size() + 1));
      if (end == '\n' && line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty()) AddPath(AbsolutePath(line));
    }
  }

  void AddPattern(const std::string& pattern) {
    glob_t matches{};
    const bool some = glob(pattern.c_str(), 0, nullptr, &matches) == 0;
    for (std::size_t i = 0; some && i < matches.gl_pathc; ++i) {
      AddPath(AbsolutePath(matches.gl_pathv[i]));
    }
    globfree(&matches);
    if (!some) AddFault(AbsolutePath(pattern), NotOpened("errors.detail.no_such_file"));
  }

  void AddPath(std::string path) {
    if (path.size() > 1 && path.ends_with('/')) path.pop_back();
    struct stat facts {};
    if (stat(path.c_str(), &facts) != 0) return AddFault(path, ErrorOf(errno));
    if (S_ISDIR(facts.st_mode)) return AddFolder(path, facts);
    if (options_->since && facts.st_mtim.tv_sec < *options_->since) return;
    if (seen_.insert(path).second) found_.files.push_back({std::move(path), std::nullopt});
  }

  void AddFolder(const std::string& path, const struct stat& facts) {
    const Folder folder{facts.st_dev, facts.st_ino};
    const bool inside = std::find(above_.begin(), above_.end(), folder) != above_.end();
    if (inside || above_.size() > kDeepest) return AddFault(path, ErrorOf(ELOOP));
    if (!walked_.insert(folder).second) return;  // its files stand here already, by another way
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
      names.push_back(at->path().filename());
    }
    if (error) AddFault(path, ErrorOf(error.value()));
    std::sort(names.begin(), names.end());
    above_.push_back(folder);
    for (const std::string& name : names) {
      if (IsHiddenName(name)) {
        ++found_.hidden;
      } else {
        AddPath(path == "/" ? path + name : path + "/" + name);
      }
    }
    above_.pop_back();
  }

  void AddFault(const std::string& path, Error error) {
    error.file = path;
    if (seen_.insert(path).second) found_.files.push_back({path, std::move(error)});
  }

  const FindOptions* options_;
  FoundFiles found_;
  std::unordered_set<std::string> seen_;
  std::set<Folder> walked_;    // links that fork would else give as many ways as there are combinations
  std::vector<Folder> above_;  // the folders that are being walked, for links that lead back
};

}  // namespace

bool IsHiddenName(std::string_view name) { return name.starts_with('.'); }

FoundFiles FindFiles(const std::vector<std::string>& names, const FindOptions& options) {
  Finder finder(options);
  for (const std::string& name : names) finder.AddName(name);
  return std::move(finder).Take();
}

}  // namespace gongkai
