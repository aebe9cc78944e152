// In SQL, {lang} is zh or en. r is the reading and d its document in every table that has them.
#include "corpus/export_tables.h"

#include <array>

namespace gongkai {
namespace {

// Widths of columns in digits, of which a Chinese character takes two: what is usual, not the
// longest.
constexpr int kAgencyWidth = 28, kTitleWidth = 48, kHashWidth = 12, kPathWidth = 48,
              kNumberWidth = 10, kLabelWidth = 30, kMessageWidth = 60, kWordWidth = 12;

constexpr auto kReports = std::to_array<ExportColumn>({
    {"agency", "r.agency", kAgencyWidth},
    {"year", "r.year", kNumberWidth},
    {"title", "r.title", kTitleWidth},
    {"form", "r.form", kWordWidth},
    {"origin", "r.origin", kWordWidth, true},
    {"media_type", "r.media_type", kWordWidth},
    {"pages", "r.pages", kNumberWidth},
    {"period_from", "r.period_from", kWordWidth},
    {"period_to", "r.period_to", kWordWidth},
    {"errors", "#f.severity = 'error' AND f.verdict <> 'dismissed'", kNumberWidth},
    {"warnings", "#f.severity = 'warning' AND f.verdict <> 'dismissed'", kNumberWidth},
    {"infos", "#f.severity = 'info' AND f.verdict <> 'dismissed'", kNumberWidth},
    {"dismissed", "#f.verdict = 'dismissed'", kNumberWidth},
    {"doubtful", "(SELECT count(*) FROM cells c WHERE c.reading = r.id AND c.confidence < 0.9)",
     kNumberWidth},
    {"new_received", "/applications/new_received/total", kNumberWidth},
    {"carried_over", "/applications/carried_over/total", kNumberWidth},
    {"granted", "/applications/outcome/granted/total", kNumberWidth},
    {"partly_granted", "/applications/outcome/partly_granted/total", kNumberWidth},
    {"outcome_total", "/applications/outcome/total/total", kNumberWidth},
    {"carried_forward", "/applications/carried_forward/total", kNumberWidth},
    {"review_total", "/review_litigation/review/total", kNumberWidth},
    {"review_corrected", "/review_litigation/review/corrected", kNumberWidth},
    {"direct_litigation_total", "/review_litigation/direct_litigation/total", kNumberWidth},
    {"litigation_after_review_total", "/review_litigation/litigation_after_review/total",
     kNumberWidth},
    {"regulations_in_force", "/active_disclosure/regulations/in_force", kNumberWidth},
    {"normative_documents_issued", "/active_disclosure/normative_documents/issued", kNumberWidth},
    {"normative_documents_in_force", "/active_disclosure/normative_documents/in_force",
     kNumberWidth},
    {"licences", "/active_disclosure/licences/decisions", kNumberWidth},
    {"penalties", "/active_disclosure/penalties/decisions", kNumberWidth},
    {"fees", "/active_disclosure/fees/amount", kNumberWidth},
    {"statistics_received", "@applications.received", kNumberWidth},
    {"statistics_answered", "@applications.answered", kNumberWidth},
    {"sha256", "d.sha256", kHashWidth},
    {"bytes", "d.bytes", kNumberWidth},
    {"path", "(SELECT min(i.path) FROM inputs i WHERE i.document = d.id)", kPathWidth},
    {"copies", "(SELECT count(*) FROM inputs i WHERE i.document = d.id)", kNumberWidth},
    {"reader", "d.reader", kWordWidth},
});

constexpr auto kCells = std::to_array<ExportColumn>({
    {"agency", "r.agency", kAgencyWidth},
    {"year", "r.year", kNumberWidth},
    {"sha256", "d.sha256", kHashWidth},
    {"pointer", "p.pointer", kLabelWidth},
    {"table", "n.table_key", kWordWidth},
    {"row", "n.row_key", kWordWidth},
    {"column", "n.column_key", kWordWidth},
    {"table_name", "p.table_name", kWordWidth},
    {"row_name", "coalesce(n.label, p.row_name)", kLabelWidth},
    {"column_name", "p.column_name", kWordWidth},
    {"value", "n.value", kNumberWidth},
    {"raw", "n.raw", kNumberWidth},
    {"state", "n.state", kWordWidth, true},
    {"unit", "n.unit", kNumberWidth},
    {"row_unit", "n.label_unit", kNumberWidth},
    {"indicator", "n.label_key", kLabelWidth},
    {"note", "n.note", kWordWidth},
    {"page", "n.page", kNumberWidth},
    {"x0", "n.x0", kNumberWidth},
    {"y0", "n.y0", kNumberWidth},
    {"x1", "n.x1", kNumberWidth},
    {"y1", "n.y1", kNumberWidth},
    {"confidence", "n.confidence", kNumberWidth},
    {"reading", "n.reading_kind", kWordWidth, true},
});

constexpr auto kFindings = std::to_array<ExportColumn>({
    {"agency", "r.agency", kAgencyWidth},
    {"year", "r.year", kNumberWidth},
    {"sha256", "d.sha256", kHashWidth},
    {"severity", "f.severity", kWordWidth, true},
    {"rule", "f.rule", kLabelWidth},
    {"message", "f.message_{lang}", kMessageWidth},
    {"cause", "f.cause", kWordWidth, true},
    {"place", "f.place", kLabelWidth},
    {"place_name",
     "p.name_before || coalesce(n.label, nullif(s.heading, ''), s.key, '') || p.name_after",
     kLabelWidth},
    {"expected", "f.expected", kNumberWidth},
    {"actual", "f.actual", kNumberWidth},
    {"fingerprint", "f.fingerprint", kLabelWidth},
    {"verdict", "f.verdict", kWordWidth, true},
    {"verdict_reason", "f.reason", kLabelWidth},
    {"decided_by", "f.decided_by", kWordWidth},
    {"decided_when", "f.decided_when", kWordWidth},
    {"path", "(SELECT min(i.path) FROM inputs i WHERE i.document = d.id)", kPathWidth},
    {"places", "f.places", kLabelWidth},
});

constexpr auto kFiles = std::to_array<ExportColumn>({
    {"path", "f.path", kPathWidth},
    {"sha256", "f.sha256", kHashWidth},
    {"bytes", "f.bytes", kNumberWidth},
    {"state", "f.state", kWordWidth, true},
    {"reason", "f.reason", kWordWidth},
    {"message", "f.message_{lang}", kMessageWidth},
});

// In the order of RowKind.
constexpr auto kTables = std::to_array<ExportTable>({
    {"reports", kReports, "readings r JOIN documents d ON d.id = r.document WHERE r.id = ?1", true},
    {"cells", kCells,
     "readings r JOIN documents d ON d.id = r.document JOIN numbers n ON n.report_id = r.id "
     "JOIN export_places p ON p.pointer = n.pointer WHERE r.id = ?1 ORDER BY p.rank",
     true},
    {"findings", kFindings,
     "readings r JOIN documents d ON d.id = r.document JOIN problems f ON f.report_id = r.id "
     "LEFT JOIN export_places p ON p.pointer = f.place "
     "LEFT JOIN indicators n ON n.reading = r.id AND n.position = p.statistic "
     "LEFT JOIN sections s ON s.reading = r.id AND s.position = p.section "
     "WHERE r.id = ?1 ORDER BY f.position",
     true},
    {"files", kFiles, "files f ORDER BY f.path", false},
});

}  // namespace

const ExportTable& ExportTableOf(RowKind kind) { return kTables[static_cast<std::size_t>(kind)]; }

}  // namespace gongkai
