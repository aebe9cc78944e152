#include "normalize/forms.h"

#include <array>

namespace gongkai {
namespace {

constexpr auto kDocuments2019 = std::to_array<FormColumn>({
    {"made", "本年新制作数量", "新制作"},
    {"published", "本年新公开数量", "新公开"},
    {"public_total", "对外公开总数量", "公开总"},
});
constexpr auto kDocuments2021 = std::to_array<FormColumn>({
    {"issued", "本年制发件数", "制发"},
    {"repealed", "本年废止件数", "废止"},
    {"in_force", "现行有效件数", "有效"},
});
constexpr auto kDecisions2019 = std::to_array<FormColumn>({
    {"last_year", "上一年项目数量", "上一年"},
    {"change", "本年增/减", "增", false, true},
    {"decisions", "处理决定数量", "决定"},
});
constexpr auto kDecisions2021 = std::to_array<FormColumn>({
    {"decisions", "本年处理决定数量", "决定"},
});
constexpr auto kFees2019 = std::to_array<FormColumn>({
    {"last_year", "上一年项目数量", "上一年"},
    {"change", "本年增/减", "增", false, true},
});
constexpr auto kFees2021 = std::to_array<FormColumn>({
    {"amount", "本年收费金额", "金额", true},
});
constexpr auto kProcurement = std::to_array<FormColumn>({
    {"projects", "采购项目数量", "项目"},
    {"amount", "采购总金额", "金额", true},
});
constexpr auto kApplicants = std::to_array<FormColumn>({
    {"natural_person", "自然人", "自然人"},
    {"business", "商业企业", "商业"},
    {"research", "科研机构", "科研"},
    {"public_welfare", "社会公益组织", "社会公"},
    {"legal_service", "法律服务机构", "法律服"},
    {"other", "其他", "其他"},
    {"total", "总计", "总计"},
});
constexpr auto kReviewOutcomes = std::to_array<FormColumn>({
    {"upheld", "结果维持", "维持"},
    {"corrected", "结果纠正", "纠正"},
    {"other", "其他结果", "其他"},
    {"pending", "尚未审结", "审结"},
    {"total", "总计", "总计"},
});

constexpr auto kDocumentSets =
    std::to_array<ColumnSet>({{kForm2019, kDocuments2019}, {kForm2021, kDocuments2021}});
constexpr auto kDecisionSets =
    std::to_array<ColumnSet>({{kForm2019, kDecisions2019}, {kForm2021, kDecisions2021}});
constexpr auto kFeeSets = std::to_array<ColumnSet>({{kForm2019, kFees2019}, {kForm2021, kFees2021}});
constexpr auto kServiceSets = std::to_array<ColumnSet>({{kForm2019, kDecisions2019}});
constexpr auto kProcurementSets = std::to_array<ColumnSet>({{kForm2019, kProcurement}});
constexpr auto kApplicantSets = std::to_array<ColumnSet>({{kBothForms, kApplicants}});
constexpr auto kReviewSets = std::to_array<ColumnSet>({{kBothForms, kReviewOutcomes}});

constexpr auto kActiveRows = std::to_array<FormRow>({
    {"/active_disclosure/regulations", kBothForms, "", "规章", "", "", kDocumentSets},
    {"/active_disclosure/normative_documents", kBothForms, "", "行政规范性文件", "", "规范性文件",
     kDocumentSets},
    {"/active_disclosure/licences", kBothForms, "", "行政许可", "", "", kDecisionSets},
    {"/active_disclosure/other_services", kForm2019, "", "其他对外管理服务事项", "", "",
     kServiceSets},
    {"/active_disclosure/penalties", kBothForms, "", "行政处罚", "", "", kDecisionSets},
    {"/active_disclosure/coercive_measures", kBothForms, "", "行政强制", "", "行政强制措施",
     kDecisionSets},
    {"/active_disclosure/fees", kBothForms, "", "行政事业性收费", "", "", kFeeSets},
    {"/active_disclosure/procurement", kForm2019, "", "政府集中采购", "", "", kProcurementSets},
});

// Rows of table 3 share their columns.
constexpr FormRow Row(std::string_view pointer, std::string_view number, std::string_view label,
                      std::string_view group = "", FormSet forms = kBothForms, bool sum = false,
                      std::string_view variant = "") {
  return {pointer, forms, number, label, group, variant, kApplicantSets, sum};
}

constexpr auto kApplicationRows = std::to_array<FormRow>({
    Row("/applications/new_received", "一", "本年新收政府信息公开申请数量"),
    Row("/applications/carried_over", "二", "上年结转政府信息公开申请数量"),
    Row("/applications/outcome/granted", "(一)", "予以公开", kOutcomeGroup),
    Row("/applications/outcome/partly_granted", "(二)", "部分公开", kOutcomeGroup, kBothForms, false,
        "部分公开区分处理的只计这一情形不计其他情形"),
    Row("/applications/outcome/refused/state_secret", "1", "属于国家秘密", "不予公开"),
    Row("/applications/outcome/refused/forbidden_by_law", "2", "其他法律行政法规禁止公开",
        "不予公开"),
    Row("/applications/outcome/refused/security_and_stability", "3", "危及“三安全一稳定”", "不予公开"),
    Row("/applications/outcome/refused/third_party_rights", "4", "保护第三方合法权益", "不予公开"),
    Row("/applications/outcome/refused/internal_affairs", "5", "属于三类内部事务信息", "不予公开"),
    Row("/applications/outcome/refused/process_information", "6", "属于四类过程性信息", "不予公开"),
    Row("/applications/outcome/refused/enforcement_files", "7", "属于行政执法案卷", "不予公开"),
    Row("/applications/outcome/refused/administrative_queries", "8", "属于行政查询事项", "不予公开"),
    Row("/applications/outcome/unavailable/not_held", "1", "本机关不掌握相关政府信息", "无法提供"),
    Row("/applications/outcome/unavailable/needs_creation", "2", "没有现成信息需要另行制作",
        "无法提供"),
    Row("/applications/outcome/unavailable/still_unclear", "3", "补正后申请内容仍不明确",
        "无法提供"),
    Row("/applications/outcome/not_processed/petition", "1", "信访举报投诉类申请", "不予处理"),
    Row("/applications/outcome/not_processed/repeated", "2", "重复申请", "不予处理"),
    Row("/applications/outcome/not_processed/publications", "3", "要求提供公开出版物", "不予处理"),
    Row("/applications/outcome/not_processed/excessive", "4", "无正当理由大量反复申请", "不予处理"),
    Row("/applications/outcome/not_processed/reconfirmation", "5",
        "要求行政机关确认或重新出具已获取信息", "不予处理"),
    Row("/applications/outcome/other/overdue_correction", "1",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "其他处理", kForm2021),
    Row("/applications/outcome/other/unpaid_fee", "2",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "其他处理",
        kForm2021),
    Row("/applications/outcome/other/other", "3", "其他", "其他处理", kForm2021),
    Row("/applications/outcome/other/all", "(六)", "其他处理", kOutcomeGroup, kForm2019),
    Row("/applications/outcome/total", "(七)", "总计", kOutcomeGroup, kBothForms, true),
    Row("/applications/carried_forward", "四", "结转下年度继续办理"),
});

constexpr auto kReviewRows = std::to_array<FormRow>({
    {"/review_litigation/review", kBothForms, "", "行政复议", "", "", kReviewSets},
    {"/review_litigation/direct_litigation", kBothForms, "", "未经复议直接起诉", "行政诉讼", "",
     kReviewSets},
    {"/review_litigation/litigation_after_review", kBothForms, "", "复议后起诉", "行政诉讼", "",
     kReviewSets},
});

constexpr FormTable kActive{"active_disclosure", "active_disclosure", kActiveRows};
constexpr FormTable kApplications{"applications", "applications", kApplicationRows};
constexpr FormTable kReview{"review_litigation", "review_litigation", kReviewRows};
constexpr auto kTables = std::to_array<const FormTable*>({&kActive, &kApplications, &kReview});

}  // namespace

FormSet FormSetOf(Form form) {
  return form == Form::k2021 ? kForm2021 : form == Form::k2019 ? kForm2019 : FormSet{0};
}

const FormTable& ActiveDisclosureTable() { return kActive; }
const FormTable& ApplicationsTable() { return kApplications; }
const FormTable& ReviewLitigationTable() { return kReview; }
std::span<const FormTable* const> FormTables() { return kTables; }

std::span<const FormColumn> ColumnsOf(const FormRow& row, FormSet form) {
  if ((row.forms & form) == 0) return {};
  for (const ColumnSet& set : row.sets) {
    if (set.forms & form) return set.columns;
  }
  return {};
}

bool IsOutcomeDetail(const FormRow& row) {
  return row.pointer.starts_with("/applications/outcome/") && !row.sum;
}

}  // namespace gongkai
