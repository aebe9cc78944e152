// The columns of an export as data.
#pragma once

#include <span>
#include <string_view>

#include "corpus/export_rows.h"

namespace gongkai {

struct ExportTable {
  std::string_view name;  // "cells": of its CSV file; the catalogue has export.sheet.<name>
  std::span<const ExportColumn> columns;
  std::string_view from;  // what follows FROM
  bool by_reading;        // asked for each reading, whose id is ?1
};

const ExportTable& ExportTableOf(RowKind kind);

}  // namespace gongkai
