#include "corpus/import_paths.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "corpus/path_text.h"
#include "tests/corpus/scratch.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;
using testing::Scratch;

void Touch(const std::string& path) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path) << "x";
}

FindOptions Options() {
  FindOptions options;
  options.open = [](const std::string& path) -> Result<std::string> {
    std::ifstream file(path);
    if (!file) return Error{ErrorCode::kNotFound, path, "", 0};
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  return options;
}

// Paths below the scratch folder, each fault with a mark before it.
std::vector<std::string> Names(const FoundFiles& found, const Scratch& scratch) {
  std::vector<std::string> names;
  for (const FoundFile& file : found.files) {
    std::string name = fs::path(file.path).lexically_relative(scratch / "");
    if (file.error) name.insert(0, 1, '!');
    names.push_back(std::move(name));
  }
  return names;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder is walked by the bytes of its names, and hidden files are left out") {
  const Scratch scratch;
  for (const char* name : {"b/2", "b/10", "a", "c/d/e", ".hidden", "b/.hidden/x", "\xFF"}) {
    Touch(scratch / name);
  }
  const FoundFiles found = FindFiles({scratch / ""}, Options());
  CHECK(Names(found, scratch) == Strings{"a", "b/10", "b/2", "c/d/e", "\xFF"});
  CHECK(found.hidden == 2);
}

TEST_CASE("files come in the order in which they are named, and once") {
  const Scratch scratch;
  for (const char* name : {"a", "b", "c"}) Touch(scratch / name);
  const Strings names{scratch / "c", scratch / "", scratch / "./c", scratch / "x/../a"};
  CHECK(Names(FindFiles(names, Options()), scratch) == Strings{"c", "a", "b"});
}

TEST_CASE("lists and patterns") {
  const Scratch scratch;
  for (const char* name : {"a1", "a2", "b1", "star*", "new\nline"}) Touch(scratch / name);
  std::ofstream(scratch / "lines") << scratch / "b1" << "\r\n\n" << scratch / "a1" << "\n" << scratch / "gone";
  std::ofstream(scratch / "noughts") << scratch / "new\nline" << '\0' << scratch / "a2" << '\0';
  const auto found = [&](const std::string& name) { return Names(FindFiles({name}, Options()), scratch); };
  const auto list = [&](const std::string& name) { return found(std::string("@").append(scratch / name)); };
  CHECK(list("lines") == Strings{"b1", "a1", "!gone"});
  CHECK(list("noughts") == Strings{"new\nline", "a2"});
  CHECK(list("none") == Strings{"!none"});
  CHECK(found(scratch / "a?") == Strings{"a1", "a2"});
  CHECK(found(scratch / "star*") == Strings{"star*"});  // a file of that very name
  CHECK(found(scratch / "z*") == Strings{"!z*"});
}

TEST_CASE("links are followed, but not in a circle and not in more than one way") {
  const Scratch scratch;
  Touch(scratch / "a/file");
  fs::create_directory_symlink("..", scratch / "a/up");
  fs::create_symlink("file", scratch / "a/link");
  fs::create_symlink("self", scratch / "a/self");
  fs::create_symlink("nothing", scratch / "a/torn");
  CHECK(Names(FindFiles({scratch / ""}, Options()), scratch) ==
        Strings{"a/file", "a/link", "!a/self", "!a/torn", "!a/up"});

  // Two links at each of thirty levels: as many ways as there are numbers of 30 bits.
  const Scratch forks;
  for (int level = 0; level < 30; ++level) {
    const std::string folder = forks / std::to_string(level);
    fs::create_directory(folder);
    for (const char* link : {"l", "r"}) {
      fs::create_directory_symlink("../" + std::to_string(level + 1), folder + "/" + link);
    }
  }
  Touch(forks / "30/file");
  CHECK(Names(FindFiles({forks / "0"}, Options()), forks).size() == 1);
}

TEST_CASE("the archive's own files are left out, and so is what is too old") {
  const Scratch scratch;
  for (const char* name : {"a", "archive.db", "archive.db-wal"}) Touch(scratch / name);
  FindOptions options = Options();
  options.left_out = {scratch / "archive.db", scratch / "archive.db-wal"};
  CHECK(Names(FindFiles({scratch / ""}, options), scratch) == Strings{"a"});
  options.since = 4'000'000'000;
  CHECK(FindFiles({scratch / ""}, options).files.empty());
}

}  // namespace gongkai
