// The tables of an archive. docs/archive.md tells analysts what is in them.
#pragma once

#include <span>
#include <string_view>

#include "corpus/sqlite.h"

namespace gongkai {

// One step a schema version: steps[n] leads from version n to n + 1. Published steps never change.
std::span<const std::string_view> ArchiveSteps();

// Brings a database to the last version, step by step, each a transaction. Error kBadArchive where it is
// another program's or of a later version; kNotWritable and the like from SQLite.
std::optional<Error> Migrate(Database& database, std::span<const std::string_view> steps);

// The same fault where an archive that is only read is not of the last version.
std::optional<Error> CheckVersion(Database& database);

}  // namespace gongkai
