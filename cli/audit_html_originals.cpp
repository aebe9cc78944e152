#include "cli/audit_html_originals.h"

#include <map>
#include <unordered_map>
#include <utility>

#include "cli/input.h"
#include "corpus/parallel.h"
#include "corpus/sha256.h"
#include "corpus/zip_reader.h"

namespace gongkai {
namespace {

constexpr int kMostDepth = 8;  // of ZIP in ZIP; beyond, nothing is imported

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

using Use = std::function<void(std::size_t, const std::string&, const std::string&)>;

// Each element of `states` is written by one thread.
class OriginalFinder {
 public:
  OriginalFinder(const std::vector<WantedOriginal>& wanted, const Use& use)
      : wanted_(wanted), use_(use), states_(wanted.size(), OriginalState::kMissing) {}

  std::vector<OriginalState> Find(int threads) {
    ForStretches(wanted_.size(), 1, threads, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) LookAtFiles(i);
    });
    const auto zips = ZipsToOpen();
    ForStretches(zips.size(), 1, threads, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        auto left = zips[i].second;
        GoThrough(ZipReader::OpenFile(ParsePathText(zips[i].first)), left, 0);
      }
    });
    return std::move(states_);
  }

 private:
  using Wanted = std::unordered_map<std::string, std::size_t>;  // by SHA-256

  void LookAtFiles(std::size_t index) {
    for (const std::string& text : wanted_[index].files) {
      const std::string path = ParsePathText(text);
      const auto bytes = ReadInput(path);
      if (!bytes.ok()) continue;
      if (Sha256Hex(bytes.value()) != wanted_[index].sha256) {
        states_[index] = OriginalState::kChanged;
        continue;
      }
      states_[index] = OriginalState::kFound;
      return use_(index, path, bytes.value());
    }
  }

  // A document is looked for in the first of its ZIPs only, so that no two threads find it.
  std::vector<std::pair<std::string, Wanted>> ZipsToOpen() const {
    std::map<std::string, Wanted> zips;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (states_[i] == OriginalState::kFound || wanted_[i].zips.empty()) continue;
      zips[wanted_[i].zips.front()].emplace(wanted_[i].sha256, i);
    }
    return {zips.begin(), zips.end()};
  }

  void GoThrough(Result<std::unique_ptr<ZipReader>> zip, Wanted& left, int depth) {
    if (!zip.ok()) return;
    while (!left.empty()) {
      auto entry = zip.value()->Next();
      if (!entry) return;
      if (entry->error) continue;
      if (LooksLikeZip(entry->bytes) && depth < kMostDepth) {
        GoThrough(ZipReader::OpenBytes(std::move(entry->bytes)), left, depth + 1);
        continue;
      }
      const auto found = left.find(Sha256Hex(entry->bytes));
      if (found == left.end()) continue;
      states_[found->second] = OriginalState::kFound;
      use_(found->second, entry->path, entry->bytes);
      left.erase(found);
    }
  }

  const std::vector<WantedOriginal>& wanted_;
  const Use& use_;
  std::vector<OriginalState> states_;
};

}  // namespace

std::vector<OriginalState> VisitOriginals(const std::vector<WantedOriginal>& wanted, int threads,
                                          const Use& use) {
  return OriginalFinder(wanted, use).Find(threads);
}

std::string ParsePathText(std::string_view text) {
  std::string path;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 3 < text.size() && text[i + 1] == 'x';
    const int high = escape ? HexDigit(text[i + 2]) : -1, low = escape ? HexDigit(text[i + 3]) : -1;
    if (high >= 0 && low >= 0) {
      path += static_cast<char>(high * 16 + low);
      i += 3;
    } else {
      path += text[i];
    }
  }
  return path;
}

}  // namespace gongkai
