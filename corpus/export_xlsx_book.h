// A workbook that is written row by row: the wrapper of libxlsxwriter, which keeps finished rows in
// files beside the output and no more than one in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace gongkai {

struct XlsxLibrary;

struct SheetColumn {
  std::string header;
  int width = 10;  // in digits
};

// Text as a cell can hold it: no more than Excel's 32,767 UTF-16 units, without what XML cannot
// carry.
std::string SheetText(std::string_view text);

class XlsxBook {
 public:
  // `path`: of a file that may be written over. What goes wrong is kept until Close.
  explicit XlsxBook(const std::string& path);
  ~XlsxBook();

  // From here on rows go to a new sheet, with a frozen header and a filter.
  void AddSheet(const std::string& name, const std::vector<SheetColumn>& columns);
  void NextRow();
  // Of the present row, columns in ascending order.
  void Number(std::size_t column, double value);
  void Text(std::size_t column, std::string_view text);

  // Is it time for another sheet? Rows count with the header.
  bool IsFull(std::uint32_t rows) const;
  bool failed() const { return !fault_.empty(); }

  // Everything is on the disk, or what went wrong, in the library's or the system's words.
  std::optional<std::string> Close();

 private:
  struct Free {
    void operator()(lxw_workbook* book) const;
  };
  struct Sheet {
    std::string entry;  // of the ZIP that the workbook is
    std::uint64_t bytes = 0;
  };

  void EndSheet();
  bool IsWhole() const;  // the file that was made
  void Fail(std::string_view what);

  std::string path_, folder_;
  const XlsxLibrary* library_;
  std::unique_ptr<lxw_workbook, Free> book_;
  lxw_format* heading_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  std::uint32_t row_ = 0;        // the present one; 0 is the header
  std::size_t columns_ = 0;
  std::vector<Sheet> sheets_;    // that were ended
  std::string fault_;
};

}  // namespace gongkai
