#include "cli/findings_format.h"

#include <array>

#include "cli/findings.h"
#include "cli/sarif.h"

namespace gongkai {
namespace {

template <char... kText>
std::string Opening(Language) {
  return {kText...};
}

std::string OpenDraft(Language) {
  return "{\n  \"schema\": \"gongkai.decisions/1\",\n  \"decisions\": [\n";
}

constexpr auto kFormats = std::to_array<FindingsFormat>({
    {"text", Opening<>, WriteFindingsText, "", "", true},
    {"json", Opening<'[', '\n'>, WriteFindingsJson, ",\n", "\n]\n", false},
    {"sarif", OpenSarif, WriteFindingsSarif, ",\n", "\n    ]\n  }]\n}\n", false},
    {"decisions", OpenDraft, WriteFindingsDraft, ",\n", "\n  ]\n}\n", false},
});

}  // namespace

std::span<const FindingsFormat> FindingsFormats() { return kFormats; }

}  // namespace gongkai
