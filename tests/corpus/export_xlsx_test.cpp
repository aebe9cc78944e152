#include <catch2/catch.hpp>

#include <zip.h>

#include <filesystem>

#include "corpus/archive_writer.h"
#include "corpus/export.h"
#include "corpus/export_xlsx_book.h"
#include "corpus/zip_xml.h"
#include "tests/corpus/files.h"
#include "tests/corpus/scratch.h"

namespace gongkai {
namespace {

using testing::Scratch;
using testing::SmallRecord;

// Empty where there is no such entry.
std::string Entry(const std::string& path, const std::string& name) {
  const auto sizes = SizesOfWholeXml(path);
  REQUIRE(sizes);
  std::string bytes(sizes->contains(name) ? sizes->at(name) : 0, '\0');
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, nullptr);
  REQUIRE(archive != nullptr);
  if (zip_file_t* file = zip_fopen(archive, name.c_str(), 0)) {
    CHECK(zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_fclose(file);
  }
  zip_discard(archive);
  return bytes;
}

std::string Sheet(const std::string& path, int number) {
  return Entry(path, "xl/worksheets/sheet" + std::to_string(number) + ".xml");
}

std::size_t Count(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
  return count;
}

bool Holds(const std::string& text, const std::string& what) {
  return text.find(what) != text.npos;
}

std::string Exported(const Scratch& scratch, const Record& record, const ExportOptions& options) {
  const std::string archive = scratch / "a.db";
  {
    auto writer = ArchiveWriter::Open(archive, "1");
    writer.value()->StoreReading({"/r/a.pdf", {}}, record);
    REQUIRE(writer.value()->Save());
  }
  auto database = OpenArchive(archive);
  REQUIRE_FALSE(ExportArchive(database.value(), options));
  return options.path;
}

}  // namespace

TEST_CASE("numbers are numbers, texts are texts, and every digit is kept") {
  const Scratch scratch;
  Record record = SmallRecord("a");
  record.cells.resize(2);
  record.cells[1].value = Decimal::Parse("123456789012345678");
  record.cells[1].raw = "=1+1";
  const std::string book =
      Exported(scratch, record, {ExportFormat::kXlsx, scratch / "a.xlsx", {}, {}, kExcelRows});
  const std::string cells = Sheet(book, 2);
  CHECK(Holds(cells, "<v>7730.28</v>"));
  CHECK(Holds(cells, "<t>123456789012345678</t>"));
  CHECK(Holds(cells, "<t>=1+1</t>"));
  CHECK_FALSE(Holds(cells, "<f>"));
  CHECK(Holds(cells, "<t>数字</t>"));  // the code "number" in words
  CHECK(Holds(cells, "<autoFilter ref=\"A1:X3\"/>"));
  CHECK(Holds(cells, "state=\"frozen\""));
  CHECK(Holds(Entry(book, "docProps/core.xml"), "1980-01-01T00:00:00Z"));
}

TEST_CASE("rows that do not fit a sheet go on in another one") {
  const Scratch scratch;
  Record record = SmallRecord("a");
  const CellRecord cell = record.cells[0];
  record.cells.clear();
  record.indicators.assign(7, {"收到申请数", "件", ""});
  for (int i = 0; i < 7; ++i) {
    record.cells.push_back(cell);
    record.cells.back().pointer = "/statistics/" + std::to_string(i) + "/value";
    record.cells.back().value = Decimal(1000 + i);
  }
  ExportOptions options{ExportFormat::kXlsx, scratch / "a.xlsx", {}, Language::kEn, 4};
  const std::string book = Exported(scratch, record, options);
  const std::string names = Entry(book, "xl/workbook.xml");
  for (const char* name : {"reports", "cells", "cells 2", "cells 3", "findings", "files"}) {
    CHECK(Count(names, "<sheet name=\"" + std::string(name) + "\"") == 1);
  }
  CHECK_FALSE(Holds(names, "cells 4"));
  const std::vector<std::size_t> rows{4, 4, 2};
  for (int sheet = 2; sheet <= 4; ++sheet) {
    CHECK(Count(Sheet(book, sheet), "<row ") == rows[static_cast<std::size_t>(sheet - 2)]);
    CHECK(Holds(Sheet(book, sheet), "<t>as printed</t>"));  // each has the header
  }
  CHECK(Holds(Sheet(book, 2), "<v>1002</v>"));
  CHECK(Holds(Sheet(book, 3), "<v>1003</v>"));
  CHECK(Holds(Sheet(book, 4), "<v>1006</v>"));
}

TEST_CASE("what a cell cannot hold is cut or replaced") {
  const std::string longest(32'767, 'x');
  CHECK(SheetText(longest) == longest);
  CHECK(SheetText(longest + "y") == longest.substr(1) + "…");
  std::string wide;
  for (int i = 0; i < 16'384; ++i) wide += "𠮷";  // two UTF-16 units each: 32,768
  CHECK(SheetText(wide) == wide.substr(0, 16'383 * std::string("𠮷").size()) + "…");
  CHECK(SheetText("a\xEF\xBF\xBF" "b\xEF\xBF\xBE") == "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
  CHECK(SheetText("a\xFF") == "a\xEF\xBF\xBD");
  CHECK(SheetText("甲\n乙") == "甲\n乙");
}

TEST_CASE("control characters do not break a workbook") {
  const Scratch scratch;
  Record record = SmallRecord("a");
  record.cells[0].raw = "a\x01\x1F<&>";
  const std::string book =
      Exported(scratch, record, {ExportFormat::kXlsx, scratch / "a.xlsx", {}, {}, kExcelRows});
  CHECK(Holds(Sheet(book, 2), "<t>a_x0001__x001F_&lt;&amp;&gt;</t>"));
}

// The library makes such a workbook without a word.
TEST_CASE("a workbook that the disk has no room for is never taken for whole") {
  const Scratch scratch;
  const auto write = [&](const std::string& name) {
    XlsxBook book(scratch / name);
    book.AddSheet("a", {{"甲", 10}});
    for (int i = 0; i < 100; ++i) {
      book.NextRow();
      book.Text(0, "文" + std::to_string(i));
    }
    return book.Close();
  };
  REQUIRE_FALSE(write("whole.xlsx"));
  const auto sizes = SizesOfWholeXml(scratch / "whole.xlsx");
  REQUIRE(sizes);
  const auto size = sizes->at("xl/worksheets/sheet1.xml");
  // From no room for the rows, by room for them and not for what stands around them, to enough.
  for (rlim_t room = size - 1500; room <= size + 200; room += 50) {
    std::optional<std::string> fault;
    {
      const testing::FullDisk full(room);
      fault = write("a.xlsx");
    }
    INFO(room);
    CHECK(fault.has_value() == (room < size));
    if (!fault) {
      CHECK(testing::ReadBytes(scratch / "a.xlsx") == testing::ReadBytes(scratch / "whole.xlsx"));
    }
  }
}

TEST_CASE("a workbook goes to a file only") {
  const Scratch scratch;
  REQUIRE(ArchiveWriter::Open(scratch / "a.db", "1").ok());
  auto database = OpenArchive(scratch / "a.db");
  const auto error =
      ExportArchive(database.value(), {ExportFormat::kXlsx, "/dev/null", {}, {}, kExcelRows});
  REQUIRE(error);
  CHECK(error->code == ErrorCode::kNotWritable);
}

TEST_CASE("a ZIP of XML is whole or not") {
  const Scratch scratch;
  testing::WriteBytes(scratch / "no.zip", "PK");
  CHECK_FALSE(SizesOfWholeXml(scratch / "no.zip"));
  CHECK_FALSE(SizesOfWholeXml(scratch / "none.zip"));
  const std::vector<std::pair<std::string, bool>> rows{
      {"<?xml version=\"1.0\"?>\n<a b=\"c\"><d/></a>", true},
      {"<a></a>", true}, {"<a></a>\n", true},
      {"<?xml version=\"1.0\"?>\n<a b=\"c\"><d/></a", false}, {"<a><d></d>", false},
      {"<a>", false}, {"<?xml version=\"1.0\"?>", false}, {"", false}, {"a", false}};
  for (const auto& [xml, whole] : rows) {
    INFO(xml);
    std::filesystem::remove(scratch / "a.zip");
    zip_t* archive = zip_open((scratch / "a.zip").c_str(), ZIP_CREATE, nullptr);
    REQUIRE(archive != nullptr);
    zip_file_add(archive, "x.xml", zip_source_buffer(archive, xml.data(), xml.size(), 0), 0);
    REQUIRE(zip_close(archive) == 0);
    const auto sizes = SizesOfWholeXml(scratch / "a.zip");
    CHECK(sizes.has_value() == whole);
    if (sizes) CHECK(sizes->at("x.xml") == xml.size());
  }
}

}  // namespace gongkai
