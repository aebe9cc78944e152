#include "corpus/output_file.h"

#include <catch2/catch.hpp>

#include <filesystem>

#include "tests/corpus/files.h"
#include "tests/corpus/scratch.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;
using testing::FilesIn;
using testing::ReadBytes;
using testing::Scratch;
using testing::WriteBytes;

OutputFile Opened(const std::string& path) {
  auto file = OutputFile::Open(path);
  REQUIRE(file.ok());
  return std::move(file.value());
}

}  // namespace

TEST_CASE("an output is seen once it is committed, and not before") {
  const Scratch scratch;
  const std::string path = scratch / "a.txt";
  WriteBytes(path, "old");
  {
    OutputFile file = Opened(path);
    for (int i = 0; i < 100'000; ++i) file.Write("new");
    CHECK_FALSE(file.Finish());
    CHECK(ReadBytes(path) == "old");
    CHECK_FALSE(file.Commit());
  }
  CHECK(ReadBytes(path).size() == 300'000);
  CHECK(FilesIn(scratch / "") == std::vector<std::string>{"a.txt"});
}

TEST_CASE("an output that is given up leaves nothing") {
  const Scratch scratch;
  WriteBytes(scratch / "a.txt", "old");
  {
    OutputFile file = Opened(scratch / "a.txt");
    file.Write("new");
    OutputFile moved = std::move(file);
    CHECK_FALSE(moved.Finish());
  }
  CHECK(ReadBytes(scratch / "a.txt") == "old");
  CHECK(FilesIn(scratch / "") == std::vector<std::string>{"a.txt"});
}

TEST_CASE("what a link leads to is replaced, and the link stays") {
  const Scratch scratch;
  fs::create_directory(scratch / "there");
  WriteBytes(scratch / "there/a.txt", "old");
  fs::create_symlink("there/a.txt", scratch / "link");
  OutputFile file = Opened(scratch / "link");
  file.Write("new");
  CHECK_FALSE(file.Commit());
  CHECK(fs::is_symlink(scratch / "link"));
  CHECK(ReadBytes(scratch / "there/a.txt") == "new");
}

TEST_CASE("what cannot be written says so, with its name as it was given") {
  const Scratch scratch;
  fs::create_directory(scratch / "folder");
  WriteBytes(scratch / "file", "");
  for (const std::string name : {"folder", "none/a.txt", "file/a.txt"}) {
    const auto file = OutputFile::Open(scratch / name);
    REQUIRE_FALSE(file.ok());
    CHECK(file.error().code == ErrorCode::kNotWritable);
    CHECK(file.error().file == scratch / name);
    CHECK_FALSE(file.error().detail.empty());
  }
  OutputFile full = Opened("/dev/full");
  full.Write("x");
  REQUIRE(full.Commit());
  CHECK(full.Commit()->file == "/dev/full");
  OutputFile null = Opened("/dev/null");
  null.Write("x");
  CHECK_FALSE(null.Commit());
  CHECK(fs::is_character_file("/dev/null"));
}

}  // namespace gongkai
