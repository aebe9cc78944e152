// validate_schema SCHEMA.json FILE.json...: does every file follow the schema? valijson is slow to
// compile: it is included here and nowhere else.
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

nlohmann::json Load(const char* file) {
  std::ifstream in(file, std::ios::binary);
  return nlohmann::json::parse(in);
}

bool Validate(const valijson::Schema& schema, const char* file) {
  const nlohmann::json json = Load(file);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, Adapter(json), &results)) return true;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    std::string place;
    for (const std::string& part : error.context) place += part;
    std::printf("%s: %s: %s\n", file, place.c_str(), error.description.c_str());
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  valijson::Schema schema;
  const nlohmann::json schema_json = Load(argv[1]);
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(schema_json), schema);
  int invalid = 0;
  for (int i = 2; i < argc; ++i) invalid += Validate(schema, argv[i]) ? 0 : 1;
  std::printf("%d files follow the schema, %d do not\n", argc - 2 - invalid, invalid);
  return invalid == 0 ? 0 : 1;
}
