#include "corpus/export_formats.h"
namespace gongkai {
std::optional<Error> ExportXlsx(Database&, const ExportOptions&) { return std::nullopt; }
}
