// "Forming a table" of the HTML standard, with positions that are covered at most once.
#include "extract/html_table.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gongkai {
namespace {

// The standard's own limits for the attributes.
constexpr int kMaxColSpan = 1000;
constexpr int kMaxRowSpan = 65534;
// Positions that spans may cover in one table beside one for each cell; the largest form has 400.
// Behind it every span is 1.
constexpr int kMaxSpannedPositions = 200'000;

const HtmlNode& At(const HtmlTree& tree, int node) {
  return tree.nodes[static_cast<std::size_t>(node)];
}

template <typename Take>
void ForEachChild(const HtmlTree& tree, int node, Take take) {
  for (int child = node + 1; child < At(tree, node).end; child = At(tree, child).end) {
    if (!At(tree, child).hidden) take(child, At(tree, child).name);
  }
}

struct RowGroup {
  int order = 1;  // 0 thead, 1 tbody, 2 tfoot
  std::vector<int> rows;
};

struct Parts {
  std::vector<int> captions;
  std::vector<RowGroup> groups;  // in the order of display
};

Parts FindParts(const HtmlTree& tree, int table) {
  Parts parts;
  ForEachChild(tree, table, [&](int child, std::string_view name) {
    if (name == "caption") parts.captions.push_back(child);
    if (name != "tbody" && name != "thead" && name != "tfoot") return;
    RowGroup group;
    group.order = name == "thead" ? 0 : name == "tfoot" ? 2 : 1;
    ForEachChild(tree, child, [&](int row, std::string_view row_name) {
      if (row_name == "tr") group.rows.push_back(row);
    });
    parts.groups.push_back(std::move(group));
  });
  std::stable_sort(parts.groups.begin(), parts.groups.end(),
                   [](const RowGroup& a, const RowGroup& b) { return a.order < b.order; });
  return parts;
}

class TableBuilder {
 public:
  explicit TableBuilder(const HtmlTree& tree) : tree_(tree) {}

  HtmlTable Build(const Parts& parts) {
    table_.captions = parts.captions;
    for (const RowGroup& group : parts.groups) {
      group_end_ = row_ + static_cast<int>(group.rows.size());
      std::fill(free_from_.begin(), free_from_.end(), row_);  // spans end with their group
      for (int row : group.rows) PlaceRow(row);
    }
    Trim();
    return std::move(table_);
  }

 private:
  void PlaceRow(int row) {
    std::size_t col = 0;
    ForEachChild(tree_, row, [&](int cell, std::string_view name) {
      if (name != "td" && name != "th") return;
      while (col < free_from_.size() && free_from_[col] > row_) ++col;
      col = PlaceCell(cell, col);
    });
    ++row_;
  }

  // Returns the column behind the cell.
  std::size_t PlaceCell(int node, std::size_t col) {
    HtmlCell cell{node, row_, static_cast<int>(col), 1, 1};
    int cols = std::clamp(At(tree_, node).col_span, 1, kMaxColSpan);
    int rows = At(tree_, node).row_span;
    if (rows == 0) rows = kMaxRowSpan;  // to the end of the group
    rows = std::clamp(rows, 1, std::max(1, group_end_ - row_));
    if (spanned_ + static_cast<long long>(cols) * rows > kMaxSpannedPositions) cols = rows = 1;
    spanned_ += cols * rows - 1;
    std::size_t end = col + static_cast<std::size_t>(cols);
    if (end > free_from_.size()) free_from_.resize(end, 0);
    for (std::size_t at = col + 1; at < end; ++at) {
      if (free_from_[at] > row_) end = at;
    }
    std::fill(free_from_.begin() + static_cast<std::ptrdiff_t>(col),
              free_from_.begin() + static_cast<std::ptrdiff_t>(end), row_ + rows);
    cell.col_span = static_cast<int>(end - col);
    cell.row_span = rows;
    table_.cells.push_back(cell);
    return end;
  }

  void Trim() {
    for (const HtmlCell& cell : table_.cells) {
      table_.rows = std::max(table_.rows, cell.row + 1);
      table_.cols = std::max(table_.cols, cell.col + 1);
    }
    for (HtmlCell& cell : table_.cells) {
      cell.row_span = std::min(cell.row_span, table_.rows - cell.row);
      cell.col_span = std::min(cell.col_span, table_.cols - cell.col);
    }
  }

  const HtmlTree& tree_;
  HtmlTable table_;
  std::vector<int> free_from_;  // by column: the first row in which it is free
  int row_ = 0, group_end_ = 0;
  int spanned_ = 0;
};

}  // namespace

HtmlTable FindTableCells(const HtmlTree& tree, int table) {
  return TableBuilder(tree).Build(FindParts(tree, table));
}

}  // namespace gongkai
