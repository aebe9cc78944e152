// One source a format; export.cpp chooses among them. REQUIRES: MakePlaceNames was called; a
// snapshot.
#pragma once

#include "corpus/export.h"

namespace gongkai {

std::optional<Error> ExportJsonl(Database& archive, const ExportOptions& options);
std::optional<Error> ExportCsv(Database& archive, const ExportOptions& options);
std::optional<Error> ExportXlsx(Database& archive, const ExportOptions& options);

}  // namespace gongkai
