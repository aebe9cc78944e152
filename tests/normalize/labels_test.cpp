#include "normalize/labels.h"

#include <catch2/catch.hpp>

#include "model/unicode.h"

namespace gongkai {
namespace {

const FormRow& RowOf(const std::string& pointer) {
  for (const FormTable* table : FormTables()) {
    for (const FormRow& row : table->rows) {
      if (row.pointer == pointer) return row;
    }
  }
  FAIL("no row " << pointer);
  return ActiveDisclosureTable().rows.front();
}

TEST_CASE("a printed label is taken apart") {
  struct {
    const char *printed, *number, *core;
  } const rows[] = {
      {"一、本年新收政府信息公开申请数量", "一", "本年新收政府信息公开申请数量"},
      {"（二） 部分公开（区分处理的，只计这一情形）", "(二)", "部分公开"},
      {"1.属于国家秘密", "1", "属于国家秘密"},
      {"1、属于国家秘密", "1", "属于国家秘密"},
      {"１．属于国家秘密", "1", "属于国家秘密"},
      {"3.危及“三安全一稳定”", "3", "危及三安全一稳定"},
      {"(一)、予以公开", "(一)", "予以公开"},
      {"三安全一稳定", "", "三安全一稳定"},
      {"总 计", "", "总计"},
      {"规章(设区的市、自治州人民政府应提供相关数据)", "", "规章"},
      {"", "", ""},
      {"（一", "", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.printed);
    const Label label = ParseLabel(row.printed);
    CHECK(label.number == row.number);
    CHECK(EncodeUtf8(label.core) == row.core);
  }
}

TEST_CASE("labels with slips are still their row's, other labels are not") {
  struct {
    const char *printed, *pointer;
    bool accepted;
  } const rows[] = {
      {"2.其他法律行政止公开", "/applications/outcome/refused/forbidden_by_law", true},
      {"2.其他法律、行政法规禁止公开", "/applications/outcome/refused/forbidden_by_law", true},
      {"规范性文件", "/active_disclosure/normative_documents", true},
      {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "/applications/outcome/partly_granted",
       true},
      {"1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",
       "/applications/outcome/other/overdue_correction", true},
      {"3.其他", "/applications/outcome/other/all", false},
      {"行政处罚", "/active_disclosure/coercive_measures", false},
      {"（三）不予公开", "/applications/outcome/granted", false},
      {"其他主动公开文件", "/active_disclosure/normative_documents", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.printed);
    CHECK((LabelSimilarity(ParseLabel(row.printed), RowOf(row.pointer)) >= kLabelAccepted) ==
          row.accepted);
  }
}

TEST_CASE("a slip in the form's own bracket is one, another bracket is none") {
  const FormRow& row = RowOf("/applications/outcome/partly_granted");
  CHECK(HasSlipInBracket(ParseLabel("（二）部分公开（区分处理的，只计这一情形，不计其形）"), row));
  for (const char* text : {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开",
                           "（二）部分公开（指区分处理）"}) {
    CHECK_FALSE(HasSlipInBracket(ParseLabel(text), row));
  }
}

TEST_CASE("known labels are told from other words") {
  for (const char* text : {"规章", "行政许可", "（七）总计", "（三）不予公开", "四、结转下年度继续办理"}) {
    CHECK(IsKnownLabel(text));
  }
  for (const char* text : {"信息内容", "见附件", "自然人", "2023年", "", "本年制发件数"}) {
    CHECK_FALSE(IsKnownLabel(text));
  }
}

TEST_CASE("similarity is symmetric and bounded") {
  CHECK(Similarity(U"", U"") == 0);
  CHECK(Similarity(U"总计", U"总计") == 1);
  CHECK(Similarity(U"总计", U"其他") == 0);
  CHECK(Similarity(U"科研机构", U"科研") == Similarity(U"科研", U"科研机构"));
}

}  // namespace
}  // namespace gongkai
