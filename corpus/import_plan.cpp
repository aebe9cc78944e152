#include "corpus/import_plan.h"

#include "corpus/import_reasons.h"
#include "corpus/path_text.h"
#include "corpus/sha256.h"
#include "corpus/zip_reader.h"

namespace gongkai {
namespace {

class Planner {
 public:
  Planner(Database* archive, const std::string& reader, bool retry_failed)
      : reader_(&reader), retry_failed_(retry_failed) {
    if (archive == nullptr) return;
    document_.emplace(archive->Prepare(
        "SELECT reason, message_zh, message_en FROM documents WHERE sha256 = ? AND reader = ?"));
    container_.emplace(archive->Prepare(
        "SELECT 1 FROM containers c WHERE path = ?1 AND sha256 = ?2 AND complete AND NOT EXISTS "
        "(SELECT 1 FROM inputs i LEFT JOIN documents d ON d.id = i.document WHERE i.container = c.id "
        "AND (d.reader <> ?3 OR (?4 AND coalesce(i.reason, d.reason) IS NOT NULL)))"));
  }

  PlannedFile Zip(std::string path, const std::string& sha256) {
    const bool known = container_ && container_->With(path, sha256, *reader_, retry_failed_).Step();
    return {std::move(path), known ? Intent::kUnchanged : Intent::kUnpack, std::nullopt};
  }

  PlannedFile Plain(std::string path, const std::string& sha256) {
    if (!document_ || !document_->With(sha256, *reader_).Step()) return {std::move(path), Intent::kRead, {}};
    if (document_->IsNull(0)) return {std::move(path), Intent::kUnchanged, {}};
    if (retry_failed_) return {std::move(path), Intent::kRead, {}};
    return {std::move(path), Intent::kFailed,
            Failure{document_->String(0), document_->String(1), document_->String(2)}};
  }

 private:
  const std::string* reader_;
  bool retry_failed_;
  std::optional<Statement> document_, container_;
};

}  // namespace

std::vector<PlannedFile> PlanImport(
    Database* archive, const std::string& reader, const std::vector<FoundFile>& files,
    bool retry_failed, const std::function<Result<std::string>(const std::string& path)>& open) {
  Planner planner(archive, reader, retry_failed);
  std::vector<PlannedFile> plan;
  for (const FoundFile& file : files) {
    const std::string path = PathText(file.path);
    const bool zip = !file.error && IsZipFile(file.path);
    const auto content = file.error ? Result<std::string>(*file.error)
                         : zip      ? Sha256OfFile(file.path)
                                    : open(file.path);
    if (!content.ok()) {
      plan.push_back({path, Intent::kFailed, FailureOf(content.error())});
    } else {
      plan.push_back(zip ? planner.Zip(path, content.value())
                         : planner.Plain(path, Sha256Hex(content.value())));
    }
  }
  return plan;
}

}  // namespace gongkai
