// What the tests of the rules share: a case a line, and the strokes that several of them use.
#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

#include "rules/rules.h"
#include "tests/rules/report_builder.h"

namespace gongkai::testing {

inline const std::string kNew = "/applications/new_received/";
inline const std::string kTotal = "/applications/outcome/total/";
inline const std::string kGranted = "/applications/outcome/granted/";
inline const std::string kForward = "/applications/carried_forward/";

// A change of a whole report without fault, and the one finding of `rule` that it raises.
struct RuleCase {
  const char* what;
  std::function<void(Report&)> change;
  const char* rule;
  std::vector<std::string> at;  // of the one finding of this rule; empty: there must be none
  Form form = Form::k2021;
};

void CheckCases(const std::vector<RuleCase>& cases);

std::vector<const Finding*> Of(const Report& report, const std::string& rule);

// All that was found and not assessed, for a test that fails to show.
std::string Messages(const Report& report);

// 21 received and granted, all of them from natural persons.
void Receive(Report& report, const char* count = "21");

// The narrative of section 一.
void SetOverview(Report& report, const char* text);

}  // namespace gongkai::testing
