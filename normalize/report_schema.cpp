// The schema's fixed part is a text to be read; the tables' part is made from the forms, so that a
// new row is in the schema as soon as it is in the form.

#include "normalize/report_json.h"
#include "normalize/report_json_out.h"
#include "normalize/report_json_pointers.h"

namespace gongkai {
namespace {

constexpr std::string_view kTablesMark = "@TABLES@";

constexpr std::string_view kSchema = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "gongkai.report/1",
  "title": "One annual report on government-information disclosure, as read and checked",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "source", "title", "agency", "year", "period", "form", "sections", "tables",
               "evidence", "findings", "not_assessed"],
  "properties": {
    "schema": {"const": "gongkai.report/1"},
    "source": {"$ref": "#/definitions/source"},
    "title": {"$ref": "#/definitions/text_or_null"},
    "agency": {"$ref": "#/definitions/text_or_null"},
    "year": {"type": ["integer", "null"], "minimum": 1, "maximum": 9999},
    "period": {
      "description": "ISO dates; null where the document does not say",
      "type": ["object", "null"],
      "additionalProperties": false,
      "required": ["from", "to"],
      "properties": {
        "from": {"$ref": "#/definitions/text_or_null"},
        "to": {"$ref": "#/definitions/text_or_null"}
      }
    },
    "form": {"$ref": "#/definitions/form"},
    "sections": {"type": "array", "items": {"$ref": "#/definitions/section"}},
@TABLES@
    "statistics": {"type": "array", "items": {"$ref": "#/definitions/statistics_row"}},
    "tables": {
      "description": "How the tables were recognised",
      "type": "array",
      "items": {"$ref": "#/definitions/table"}
    },
    "evidence": {
      "description": "By JSON Pointer: one entry for every number and every null of the tables",
      "type": "object",
      "propertyNames": {
        "pattern": "^/(title|agency|year|(active_disclosure|applications|review_litigation|statistics)/.+)$"
      },
      "additionalProperties": {"$ref": "#/definitions/evidence"}
    },
    "findings": {"type": "array", "items": {"$ref": "#/definitions/finding"}},
    "not_assessed": {"type": "array", "items": {"$ref": "#/definitions/not_assessed"}}
  },
  "definitions": {
    "text_or_null": {"type": ["string", "null"]},
    "number_or_null": {
      "description": "null: the cell is there and holds no number. A count is an integer.",
      "type": ["number", "null"]
    },
    "texts": {"type": "array", "items": {"type": "string"}},
    "pointers": {"type": "array", "items": {"type": "string", "pattern": "^/"}},
    "page": {"type": ["integer", "null"], "minimum": 1},
    "box": {
      "description": "x0, y0, x1, y1 in PDF points from the page's top left",
      "type": ["array", "null"],
      "items": {"type": "number"},
      "minItems": 4,
      "maxItems": 4
    },
    "form": {"enum": ["2021", "2019", "2014", "narrative", null]},
    "match": {"enum": ["exact", "variant", "misspelt", "neighbours"]},
    "details": {"type": "object", "additionalProperties": {"type": "string"}},
    "source": {
      "type": "object",
      "additionalProperties": false,
      "required": ["name", "sha256", "bytes", "media_type", "pages", "origin"],
      "properties": {
        "name": {"type": "string"},
        "sha256": {"type": "string"},
        "bytes": {"type": "integer", "minimum": 0},
        "media_type": {"type": "string"},
        "pages": {"type": ["integer", "null"], "minimum": 0},
        "origin": {"enum": ["text", "ocr", "mixed"]}
      }
    },
    "section": {
      "type": "object",
      "additionalProperties": false,
      "required": ["key", "number", "heading", "text", "page", "has_table", "parts"],
      "properties": {
        "key": {"type": "string"},
        "number": {"type": "string"},
        "heading": {"type": "string"},
        "text": {"type": "string"},
        "page": {"$ref": "#/definitions/page"},
        "has_table": {"type": "boolean"},
        "parts": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["number", "heading", "text"],
            "properties": {
              "number": {"type": "string"},
              "heading": {"type": "string"},
              "text": {"type": "string"}
            }
          }
        }
      }
    },
    "statistics_row": {
      "type": "object",
      "additionalProperties": false,
      "required": ["label", "unit"],
      "properties": {
        "label": {"type": "string"},
        "unit": {"type": "string"},
        "key": {"type": "string", "pattern": "^[a-z_]+(\\.[a-z_]+)+$"},
        "value": {"$ref": "#/definitions/number_or_null"},
        "cumulative": {"$ref": "#/definitions/number_or_null"}
      }
    },
    "table": {
      "type": "object",
      "additionalProperties": false,
      "required": ["key", "form", "columns", "rows"],
      "properties": {
        "key": {"type": "string"},
        "form": {"$ref": "#/definitions/form"},
        "columns": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["key", "printed", "match"],
            "properties": {
              "key": {"type": "string"},
              "printed": {"type": "string"},
              "match": {"$ref": "#/definitions/match"}
            }
          }
        },
        "rows": {"type": "array", "items": {"$ref": "#/definitions/table_row"}}
      }
    },
    "table_row": {
      "type": "object",
      "additionalProperties": false,
      "required": ["pointer", "printed", "match", "group_missing", "cells", "columns", "placed",
                   "raw", "page", "box"],
      "properties": {
        "pointer": {"type": "string", "pattern": "^/"},
        "printed": {"type": "string"},
        "match": {"$ref": "#/definitions/match"},
        "group_missing": {"type": "boolean"},
        "cells": {"type": "integer", "minimum": 0},
        "columns": {"type": "integer", "minimum": 0},
        "placed": {"type": "boolean"},
        "raw": {"$ref": "#/definitions/texts"},
        "page": {"$ref": "#/definitions/page"},
        "box": {"$ref": "#/definitions/box"}
      }
    },
    "evidence": {
      "type": "object",
      "additionalProperties": false,
      "required": ["raw", "page", "box", "confidence", "reading"],
      "properties": {
        "raw": {"description": "the characters in the document", "type": "string"},
        "page": {"$ref": "#/definitions/page"},
        "box": {"$ref": "#/definitions/box"},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "reading": {"enum": ["text", "ocr", "blank"]},
        "state": {"enum": ["blank", "placeholder", "not_a_number", "unreadable"]},
        "unit": {"description": "printed inside the cell", "type": "string"},
        "note": {"description": "what else the cell says", "type": "string"}
      }
    },
    "finding": {
      "type": "object",
      "additionalProperties": false,
      "required": ["rule", "severity", "message", "at", "operands", "cause", "because",
                   "because_message", "fingerprint", "text", "details"],
      "properties": {
        "rule": {"type": "string"},
        "severity": {"enum": ["error", "warning", "info"]},
        "message": {"type": "string"},
        "at": {"$ref": "#/definitions/pointers"},
        "expected": {"type": "number"},
        "actual": {"type": "number"},
        "operands": {"$ref": "#/definitions/pointers"},
        "cause": {
          "description": "the likelier one; reading: what the finding rests on was read with doubt",
          "enum": ["document", "reading"]
        },
        "because": {"description": "the id of because_message in the catalogue", "type": "string"},
        "because_message": {"type": "string"},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "text": {"description": "the message's id in the catalogue", "type": "string"},
        "details": {"$ref": "#/definitions/details"},
        "decision": {
          "description": "what a person said of the finding; a dismissed one no longer counts",
          "type": "object",
          "additionalProperties": false,
          "required": ["verdict", "reason", "by", "when"],
          "properties": {
            "verdict": {"enum": ["open", "confirmed", "dismissed"]},
            "reason": {"type": "string"},
            "by": {"type": "string"},
            "when": {"type": "string"}
          }
        }
      }
    },
    "not_assessed": {
      "type": "object",
      "additionalProperties": false,
      "required": ["rule", "at", "reason", "message", "details"],
      "properties": {
        "rule": {"type": "string"},
        "at": {"type": "string", "pattern": "^/"},
        "reason": {"description": "the message's id in the catalogue", "type": "string"},
        "message": {"type": "string"},
        "details": {"$ref": "#/definitions/details"}
      }
    }
  }
}
)";

// Opens two objects: the schema, and the properties that it allows and no others.
void OpenObjectSchema(JsonWriter& out) {
  out.OpenObject();
  out.Key("type");
  out.String("object");
  out.Key("additionalProperties");
  out.Bool(false);
  out.Key("properties");
  out.OpenObject();
}

void WriteCells(JsonWriter& out, const RowPointers& row) {
  for (const CellPointer& cell : row.cells) {
    out.Key(cell.column->key);
    out.OpenObject(JsonWriter::Style::kLine);
    out.Key("$ref");
    out.String("#/definitions/number_or_null");
    out.Close();
  }
}

// The rows of all tables, nested as their pointers say.
std::string TablesSchema() {
  JsonWriter out;
  out.OpenObject();
  std::vector<std::string_view> open;
  const auto close_to = [&](std::size_t depth) {
    for (; open.size() > depth; open.pop_back()) {
      out.Close();
      out.Close();
    }
  };
  for (const RowPointers& row : TablePointers()) {
    const auto steps = PointerSteps(row.row->pointer);
    std::size_t shared = 0;
    while (shared < open.size() && open[shared] == steps[shared]) ++shared;
    close_to(shared);
    for (; open.size() < steps.size(); open.push_back(steps[open.size()])) {
      out.Key(steps[open.size()]);
      OpenObjectSchema(out);
    }
    WriteCells(out, row);
  }
  close_to(0);
  out.Close();
  return std::move(out).Take();
}

// The members of an object that stands alone, indented as they stand in the schema.
std::string AsMembers(std::string_view object) {
  constexpr std::string_view kOpen = "{\n", kClose = "\n}\n";
  object.remove_prefix(kOpen.size());
  object.remove_suffix(kClose.size());
  std::string members = "  ";
  for (const char c : object) {
    members.push_back(c);
    if (c == '\n') members += "  ";
  }
  return members + ",";
}

}  // namespace

std::string ReportSchema() {
  std::string schema(kSchema);
  return schema.replace(schema.find(kTablesMark), kTablesMark.size(), AsMembers(TablesSchema()));
}

}  // namespace gongkai
