// The names that the report JSON has for the values of the model's enumerations.
#pragma once

#include <optional>
#include <string_view>

#include "model/report.h"

namespace gongkai {

template <typename E>
struct JsonName {
  E value;
  std::string_view name;
};

inline constexpr JsonName<Origin> kOriginNames[] = {
    {Origin::kText, "text"}, {Origin::kOcr, "ocr"}, {Origin::kMixed, "mixed"}};

// Form::kUnknown is null.
inline constexpr JsonName<Form> kFormNames[] = {{Form::k2021, "2021"},
                                                {Form::k2019, "2019"},
                                                {Form::k2014, "2014"},
                                                {Form::kNarrative, "narrative"}};

inline constexpr JsonName<ReadingKind> kReadingNames[] = {
    {ReadingKind::kText, "text"}, {ReadingKind::kOcr, "ocr"}, {ReadingKind::kBlank, "blank"}};

// CellState::kNumber is not written: the number itself says it.
inline constexpr JsonName<CellState> kStateNames[] = {{CellState::kBlank, "blank"},
                                                      {CellState::kPlaceholder, "placeholder"},
                                                      {CellState::kNotANumber, "not_a_number"},
                                                      {CellState::kUnreadable, "unreadable"}};

inline constexpr JsonName<LabelMatch> kMatchNames[] = {{LabelMatch::kExact, "exact"},
                                                       {LabelMatch::kVariant, "variant"},
                                                       {LabelMatch::kMisspelt, "misspelt"},
                                                       {LabelMatch::kNeighbours, "neighbours"}};

inline constexpr JsonName<Severity> kSeverityNames[] = {
    {Severity::kError, "error"}, {Severity::kWarning, "warning"}, {Severity::kInfo, "info"}};

inline constexpr JsonName<FindingCause> kCauseNames[] = {{FindingCause::kDocument, "document"},
                                                         {FindingCause::kReading, "reading"}};

inline constexpr JsonName<Verdict> kVerdictNames[] = {{Verdict::kOpen, "open"},
                                                      {Verdict::kConfirmed, "confirmed"},
                                                      {Verdict::kDismissed, "dismissed"}};

// The name of `value`, or nothing where it is written as null.
template <typename E, std::size_t N>
std::optional<std::string_view> NameOf(const JsonName<E> (&names)[N], E value) {
  for (const auto& entry : names) {
    if (entry.value == value) return entry.name;
  }
  return std::nullopt;
}

template <typename E, std::size_t N>
std::optional<E> ParseName(const JsonName<E> (&names)[N], std::string_view name) {
  for (const auto& entry : names) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

}  // namespace gongkai
