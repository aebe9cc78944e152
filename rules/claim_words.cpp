#include "rules/claim_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "model/unicode.h"
#include "normalize/chinese_number.h"

namespace gongkai {
namespace {

struct WordList {
  Term word;
  std::string_view writings;  // parted by blanks
};

constexpr auto kWords = std::to_array<WordList>({
    {Term::kFiller,
     "共 共计 总计 合计 总共 一共 计 依法 依规 依法依规 及时 均 都 已 已经 现已 全部 认真 规范 严格 妥善 "
     "稳妥 积极 顺利 完成 进行 予以 作出了 了 的 地 得 为 是 有 数 量 数量 总数 总量 总数量 件数 总件数 "
     "案件数 案件数量 宗数 各种 有关 相关 关于 涉及 所有 案件 案 办件 件 工作 情况 "
     "方面 另 另有 另外 此外 同时 并 并且 且 也 还 仍 则 对 就 在 至 到 达 达到 于 由 向 以 中 "
     "发生 出现 产生 存在 形成 一 任何 形式 任何形式 公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 "
     "公民、法人及其他组织 公民、法人与其他组织 公民、法人、其他组织 公民、法人和社会组织 公民、法人 公民法人和其他组织 "
     "自然人、法人和其他组织 自然人、法人或其他组织 处理结果 办理结果 答复结果 年底 年末 底 末 等原因 群众 公众 社会 社会公众 社会各界 "
     "申请人 提出 提交 要求 请求 事宜 _ \" ' - 分别 分别为 分别是 其 该 本 "
     "主要 依照 按照 根据 规定 法定 期限 时限 期限内 法定期限内 规定期限内 规定时限内 法定时限内 "
     "规定时间内 按要求 按规定 依法依规 内 时间 之内 继续 年度 上 需 需要 目前 累计 我们 代表 期间 "
     "合法 有效地 程序 要求的 次数 总次数 总计数 为止 数为 数是 共有 仅 只 单位内 未有 作 作出"},
    {Term::kJoin, "和 及 、 与 或 或者 以及 及其 /"},
    {Term::kOwn,
     "我局 我委 我办 我厅 我院 我署 我镇 我乡 我街道 我街 我处 我中心 我单位 我部门 我机关 我校 我会 "
     "我队 我站 我所 我部 我社 我厂 本局 本委 本办 本厅 本镇 本乡 本街道 本街 本处 本中心 本单位 本部门 "
     "本机关 本行政机关 本会 本队 本站 本所 本辖区 全局 全委 全镇 全乡 全街道 全街 全厅 全办 "
     "局机关 委机关 局办公室 镇党政办 党政办 党政办公室"},
    {Term::kLevel,
     "全省 全市 全县 全区 全州 全旗 全盟 我省 我市 我县 我区 我州 我旗 我盟 各级行政机关 各级政府 "
     "各级人民政府 各级各部门 各部门 及其部门 各职能部门、镇街 各职能部门 各级政府及其部门 各级行政机关和单位"},
    {Term::kTopic,
     "政府信息公开 信息公开 政务公开 政府公开 政务信息公开 公开政府信息 公开信息 信息公开类 "
     "政府信息公开类 政府信息公开工作 信息公开工作 信息公开事务 政府信息公开事务 政府信息公开行为 "
     "信息公开行为 政府信息公开事项 政府信息公开案件 信息公开案件 公开类 政府信息公开的 政务公开工作"},
    {Term::kInfo, "信息 政府信息 政务信息 类 各类 类型 类信息 相关信息 目录 清单 内容 事项"},
    {Term::kApply, "申请 申请件 申请书 申请表 申请量 申请数 申请数量 申请事项 申请案件 申请总量 申请总数 "
     "公开申请 申请公开"},
    {Term::kCause,
     "因 由于 引起 引发 导致 提起 被 被提起 被申请 而 所 引起的 引发的 针对 相关联 产生的 发生的 申请提起 受到"},
    {Term::kIncludes, "其中 含 包括 包含 其中包括"},
    {Term::kThisYear, "全年 本年 本年度 今年 一年来 年内 全年度 年度内 这一年 过去一年 本报告年度 "
     "本年内 报告期内 统计期内 本报告期内"},
    {Term::kOtherYear, "上年 去年 上年度 上一年 上一年度 前年 往年 去年同期 上年同期 "
     "以往 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 "
     "第四季度 近年来 近几年 近三年 近五年 "},
    {Term::kSince, "截至 截止 截至目前 截止目前 以来 历年 历史"},
    {Term::kCompared,
     "同比 环比 较 比 相比 相较 增加 减少 增长 下降 上升 多 少 增幅 降幅 回落 提高 提升 相比于 增 减"},
    {Term::kPart,
     "公民 明年 下年 下年度 下一年 下一年度 次年 计划 将 拟 预计 "
     "当年 按时 按期 延期 逾期 超期 超时 补正 撤回 撤销 当场 即时 首次 再次 重点 部分 转办 转送 移交 "
     "代办 个别 初次 简易程序 普通程序 一般程序 涉及民生 联合 牵头 "
     "市本级 县本级 区本级 州本级 省本级 镇本级 本级 下属 所属 直属 基层 系统 全系统 下级 上级 市级 县级 区级 "
     "省级 乡级 镇级"},
    {Term::kChannel,
     "通过 网上 网络 互联网 在线 线上 线下 信函 邮寄 信件 书面 邮件 电子邮件 电子邮箱 当面 现场 窗口 传真 "
     "平台 网站 政府网站 门户网站 官网 微信 微博 公众号 邮政 寄件 快递 电话 短信 当面申请 网络申请 "
     "信函申请 网上申请 邮寄申请 其他渠道 其他方式 渠道 口头 来信 来访 系统平台 依申请公开系统 依申请公开平台"},
    {Term::kNot, "未 尚未 未曾 从未 均未 暂未 并未 未予 不"},
    {Term::kNone, "无 没有 不存在 无任何 暂无 均无 并无 零 没"},
    {Term::kApplication,
     "依申请公开 依申请 依申请公开政府信息 依申请信息公开 信息公开依申请 依申请公开申请 政府信息依申请公开 "
     "政务公开依申请 依申请公开件 依申请公开事项 依申请公开案件 政府信息公开依申请 依申请公开信息 "
     "政府信息申请 信息公开申请 政府信息公开申请 政府信息公开申请件 信息公开申请件 政府信息公开的申请 "
     "公开政府信息申请 政府信息公开申请案件 依申请公开办件 依申请件 依申请公开申请件 申请公开政府信息 "
     "政务信息公开申请 信息公开的申请 依申请公开政府信息申请 主动申请公开 依申请公开政务信息"},
    {Term::kNew, "新收 新收到 新增 新受理 新接收 新收申请 本年新收 新收各类"},
    {Term::kReceived,
     "收到 接到 接收 接受 受理 收悉 共收 收 收办 接收到 受理了 收到了 登记 收到并受理 接收并受理 接收受理 登记受理"},
    {Term::kHandled, "办理 处理 接办 承办 办理回复 受理办理 受理并办理 办理了 处理了 收到和处理"},
    {Term::kDone, "办结 办理完毕 办理完成 办毕 完成办理 审结完成 办结了 办理办结"},
    {Term::kAnswered,
     "答复 回复 作出答复 依法答复 完成答复 予以答复 答复了 办结答复 办理答复 书面答复 给予答复 回复完毕 答复完毕 "
     "答复完成 答复办结"},
    {Term::kCarriedOver,
     "上年结转 上年度结转 上一年结转 上一年度结转 去年结转 上年转接 上年度转接 上年结转的 上年结转申请 "
     "上年遗留 上年度遗留 往年结转 结转上年 结转上年度 上年结余 上年接转 上年转结"},
    {Term::kCarriedForward,
     "结转下年 结转下年度 结转下一年 结转下一年度 结转至下年 结转至下年度 结转至下一年 结转至下一年度 结转到下年 "
     "结转到下年度 结转到下一年度 转下年 转下年度 转下一年 转下一年度 转至下年 转至下年度 转入下年 转入下年度 "
     "转入下一年度 结转明年 结转至明年 顺延到下年度 顺延至下年度 顺延到下一年度 顺延至下一年度 结转次年 结转至次年 "
     "下年结转 下年度结转 跨年 跨年度 转结下年度 结转下年度继续办理 结转下年继续办理 转下年度办理"},
    {Term::kNatural, "自然人 公民个人 个人 自然人申请 自然人申请人 自然人的"},
    {Term::kOrganisation,
     "法人 组织 其他组织 法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 "
     "法人与其他组织 法人组织 法人或组织 法人或其他组织申请"},
    {Term::kGranted, "予以公开 同意公开 全部公开 准予公开 予以全部公开 答复同意公开 答复予以公开"},
    {Term::kPartly, "部分公开 予以部分公开 同意部分公开 部分予以公开"},
    {Term::kRefused, "不予公开 不同意公开 免予公开 不予以公开 未予公开 答复不予公开"},
    {Term::kUnavailable, "无法提供 不能提供 无法提供信息 答复无法提供"},
    {Term::kNotProcessed, "不予处理 不予以处理 不作处理 不予办理"},
    {Term::kOtherOutcome, "其他处理 作其他处理 作出其他处理 其它处理 其他方式处理 其他处理方式 其他处理情形"},
    {Term::kReview,
     "行政复议 复议 行政复议案件 行政复议申请 行政复议案 复议案件 复议案 行政复议件 行政法复议"},
    {Term::kLitigation,
     "行政诉讼 诉讼 行政诉讼案件 行政诉讼案 诉讼案件 行政应诉 行政诉讼事项 行政应诉案件 起诉 被诉 行政诉讼件"},
    {Term::kDirect, "未经复议直接起诉 未经行政复议直接起诉 直接起诉 未经复议"},
    {Term::kAfterReview, "复议后起诉 行政复议后起诉 经复议后起诉"},
    {Term::kUpheld, "维持 结果维持 复议维持 予以维持 维持原行政行为 被维持 维持原判"},
    {Term::kCorrected, "纠正 结果纠正 被纠正 纠错 被纠错 被依法纠正 被依法纠错 复议审查机关纠错 予以纠正"},
    {Term::kPending, "尚未审结 未审结 尚在审理 正在审理 正在审理中 尚未办结 尚未结案 未结案 审理中"},
    {Term::kOtherResult, "其他结果 其他结果的 其它结果"},
    {Term::kIssued, "制发 制定 印发 出台 新制定 新出台 制定印发 制定出台 印发出台 制定发布 制发并公开 "
     "新制发 制定并公开 制定并发布 制发公开 制定公开 制作 新制作 制发数 制发件数 制发量 新印发"},
    {Term::kRepealed, "废止 宣布废止 废止件数 废止失效 宣布失效 予以废止 清理废止"},
    {Term::kInForce, "现行有效 现行有效的 继续有效 现行 有效 现行有效件数 保留有效"},
    {Term::kPublished, "公开 发布 公布 公示 发出 主动发布"},
    {Term::kActively, "主动公开 主动公开了 主动公开各类"},
    {Term::kNormative, "规范性文件 行政规范性文件 行政性规范性文件 规范性文件数量"},
    {Term::kRegulation, "规章 政府规章 行政规章 部门规章 地方政府规章"},
    {Term::kDecided, "作出 做出 实施 执行 作出了 共作出 做出了 核发 下达"},
    {Term::kLicence, "行政许可 行政许可决定 行政许可处理决定 行政许可案件"},
    {Term::kPenalty,
     "行政处罚 行政处罚决定 行政处罚案件 行政处罚处理决定 行政处罚案 处罚 处罚决定"},
    {Term::kCoercive,
     "行政强制 行政强制措施 行政强制决定 行政强制案件 行政强制处理决定 行政强制执行"},
    {Term::kFee, "行政事业性收费 行政事业性收费金额 行政事业性收费总额 行政事业性收费总金额 行政事业性收费项目 "
     "行政事业收费"},
    {Term::kCharged, "收取 收费 收费金额 金额 征收 收缴 费用 总金额 收入 总额"},
    {Term::kProcessingFee, "信息处理费 政府信息公开信息处理费 信息公开处理费 处理费 信息处理费用 检索费 复制费"},
});

struct ReasonList {
  std::string_view row;
  std::string_view writings;
};

constexpr auto kReasons = std::to_array<ReasonList>({
    {"outcome/refused/state_secret", "属于国家秘密 涉及国家秘密"},
    {"outcome/refused/forbidden_by_law",
     "其他法律行政法规禁止公开 法律行政法规禁止公开 其他法律、行政法规禁止公开 法律、行政法规禁止公开"},
    {"outcome/refused/security_and_stability", "危及\"三安全一稳定\" 三安全一稳定"},
    {"outcome/refused/third_party_rights", "保护第三方合法权益 涉及第三方合法权益"},
    {"outcome/refused/internal_affairs",
     "属于三类内部事务信息 三类内部事务信息 属于内部事务信息 内部事务信息"},
    {"outcome/refused/process_information",
     "属于四类过程性信息 四类过程性信息 属于过程性信息 过程性信息"},
    {"outcome/refused/enforcement_files", "属于行政执法案卷 行政执法案卷 行政执法案卷信息"},
    {"outcome/refused/administrative_queries", "属于行政查询事项 行政查询事项"},
    {"outcome/unavailable/not_held",
     "本机关不掌握相关政府信息 本机关不掌握 本机关不掌握相关信息 不掌握相关政府信息 不掌握相关信息"},
    {"outcome/unavailable/needs_creation",
     "没有现成信息需要另行制作 没有现成信息、需要另行制作 没有现成信息 需要另行制作 需另行制作"},
    {"outcome/unavailable/still_unclear", "补正后申请内容仍不明确 补正后仍不明确 补正后内容仍不明确"},
    {"outcome/not_processed/petition",
     "信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访举报投诉类事项"},
    {"outcome/not_processed/repeated", "重复申请"},
    {"outcome/not_processed/publications", "要求提供公开出版物"},
    {"outcome/not_processed/excessive", "无正当理由大量反复申请 大量反复申请"},
    {"outcome/not_processed/reconfirmation", "要求行政机关确认或重新出具已获取信息"},
    {"outcome/other/overdue_correction",
     "申请人无正当理由逾期不补正 无正当理由逾期不补正 申请人逾期不补正 逾期不补正"},
});

struct Entry {
  std::string_view writing;
  Term word;
  std::string_view row = {};
};

// By the first character; longer writings first.
class Dictionary {
 public:
  Dictionary() {
    entries_.reserve(kWords.size() * 32);
    for (const WordList& list : kWords) Add(list.writings, {{}, list.word});
    for (const ReasonList& list : kReasons) Add(list.writings, {{}, Term::kReason, list.row});
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      const auto first_a = FirstOf(a.writing), first_b = FirstOf(b.writing);
      if (first_a != first_b) return first_a < first_b;
      return a.writing.size() != b.writing.size() ? a.writing.size() > b.writing.size()
                                                  : a.writing < b.writing;
    });
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      begins_.try_emplace(FirstOf(entries_[i].writing), i);
    }
  }

  const Entry* Find(std::string_view text) const {
    const std::uint32_t first = FirstOf(text);
    const auto begin = begins_.find(first);
    if (begin == begins_.end()) return nullptr;
    for (std::size_t i = begin->second; i < entries_.size(); ++i) {
      if (FirstOf(entries_[i].writing) != first) break;
      if (text.starts_with(entries_[i].writing)) return &entries_[i];
    }
    return nullptr;
  }

 private:
  // The bytes of the first character, which has three of them or one.
  static std::uint32_t FirstOf(std::string_view text) {
    std::uint32_t first = 0;
    const std::size_t length = static_cast<unsigned char>(text.front()) < 0x80 ? 1 : 3;
    for (const char c : text.substr(0, length)) first = first << 8 | static_cast<unsigned char>(c);
    return first;
  }

  void Add(std::string_view rest, Entry entry) {
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      entry.writing = rest.substr(0, end);
      if (end > 0) entries_.push_back(entry);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  std::vector<Entry> entries_;
  std::unordered_map<std::uint32_t, std::size_t> begins_;
};

const Dictionary& Words() {
  static const Dictionary kDictionary;
  return kDictionary;
}

// How many characters at the front are a short name of the agency: in its order, ending as names of
// organs and places do. 市科委 of 上海市科学技术委员会.
std::size_t OwnName(std::u32string_view text, std::u32string_view agency) {
  constexpr std::u32string_view kEnds = U"局委办厅府会院署镇乡道处县市区旗州省心队社校所站";
  std::size_t length = 0, at = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    at = agency.find(text[i], at);
    if (at == agency.npos) break;
    ++at;
    if (i > 0 && kEnds.find(text[i]) != kEnds.npos) length = i + 1;
  }
  return length;
}

// 2023年, 2023年度, 二〇二三年.
struct Year {
  std::size_t length = 0;
  int year = 0;
};

Year FindYear(std::u32string_view text) {
  if (text.size() < 5 || text[4] != U'年') return {};
  const auto digits = text.substr(0, 4);
  std::optional<std::int64_t> value;
  if (std::all_of(digits.begin(), digits.end(), [](char32_t c) { return c >= '0' && c <= '9'; })) {
    value = Decimal::Parse(EncodeUtf8(digits))->digits();
  } else if (IsChineseNumeral(digits.front())) {
    value = ParseChineseNumber(digits);
  }
  if (!value || *value < 1990 || *value > 2099) return {};
  return {text.size() > 5 && text[5] == U'度' ? std::size_t{6} : 5, static_cast<int>(*value)};
}

std::size_t CountCharacters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

struct Piece {
  Token token;
  std::size_t length = 0;  // characters
  bool by_name = false;    // of the agency's name
};

// 2022年结转, 结转2024年, 结转至2024年度 say by their year which of the two they are.
Piece Carried(std::u32string_view text, const WordContext& context) {
  constexpr auto kInto = std::to_array<std::u32string_view>(
      {U"结转至", U"结转到", U"结转", U"转至", U"转入", U"转", U"顺延至", U"顺延到"});
  Piece piece;
  constexpr std::u32string_view kFirst = U"结转顺";  // of all of them
  const bool digit = text.front() >= '0' && text.front() <= '9';
  if (!digit && kFirst.find(text.front()) == kFirst.npos) return piece;
  if (const Year year = FindYear(text);
      year.length > 0 && text.substr(year.length).starts_with(U"结转")) {
    if (year.year + 1 == context.year) piece.token.word = Term::kCarriedOver;
    piece.length = year.length + 2;
  }
  for (const auto into : kInto) {
    if (piece.length > 0 || !text.starts_with(into)) continue;
    const Year year = FindYear(text.substr(into.size()));
    if (year.length == 0) continue;
    if (year.year == context.year + 1) piece.token.word = Term::kCarriedForward;
    piece.length = into.size() + year.length;
  }
  return piece;
}

// Is the word at the front of the level whose organs the report's table counts? 全市 in the report
// of a 县 is not.
bool IsLevel(std::u32string_view text, const WordContext& context) {
  const bool named = text.front() == U'全' || text.front() == U'我';
  return context.level != 0 && (!named || text[1] == context.level);
}

// 因本机关不掌握等原因无法提供: a reason that is given for the outcome behind it is no row of its own.
std::size_t ReasonGiven(std::u32string_view text, std::string_view bytes) {
  constexpr std::u32string_view kBecause = U"因", kAndOthers = U"等原因";
  const std::size_t because = text.starts_with(kBecause) ? kBecause.size() : 0;
  const std::string_view rest = bytes.substr(because * std::string_view("因").size());
  const Entry* entry = rest.empty() ? nullptr : Words().Find(rest);
  if (entry == nullptr || entry->word != Term::kReason) return 0;
  const std::size_t end = because + CountCharacters(entry->writing);
  return text.substr(end).starts_with(kAndOthers) ? end + kAndOthers.size() : 0;
}

// `bytes`: the same text as UTF-8.
Piece FindPiece(std::u32string_view text, std::string_view bytes, const WordContext& context) {
  if (const Piece carried = Carried(text, context); carried.length > 0) return carried;
  Piece piece;
  if (const Year year = FindYear(text); year.length > 0) {
    piece.token.word = year.year == context.year ? Term::kThisYear : Term::kOtherYear;
    piece.token.year = year.year;
    piece.length = year.length;
    return piece;
  }
  if (const std::size_t reason = ReasonGiven(text, bytes); reason > 0) {
    piece.token.word = Term::kFiller;
    piece.length = reason;
    return piece;
  }
  if (const Entry* entry = Words().Find(bytes)) {
    piece.token.word = entry->word;
    piece.token.row = entry->row;
    piece.length = CountCharacters(entry->writing);
    if (entry->word == Term::kLevel && !IsLevel(text, context)) {
      piece.token.word = Term::kUnknown;
    }
  }
  if (const std::size_t own = OwnName(text, context.agency); own > piece.length) {
    piece.token.word = Term::kOwn;
    piece.length = own;
    piece.by_name = true;
  }
  if (piece.length == 0) piece.length = 1;
  return piece;
}

std::size_t Bytes(std::u32string_view characters) {
  std::size_t bytes = 0;
  for (const char32_t c : characters) bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  return bytes;
}

void Push(std::vector<Token>& tokens, Token token) {
  if (!tokens.empty() && tokens.back().word == Term::kUnknown && token.word == Term::kUnknown) {
    tokens.back().span.end = token.span.end;
    return;
  }
  tokens.push_back(token);
}

// Between numbers there are only words.
void FindWords(std::string_view text, Span span, const WordContext& context,
               std::vector<Token>& tokens) {
  const std::u32string characters = DecodeUtf8(text.substr(span.begin, span.size()));
  std::size_t at = span.begin;
  for (std::size_t i = 0; i < characters.size();) {
    Piece piece = FindPiece(std::u32string_view(characters).substr(i),
                            text.substr(at, span.end - at), context);
    const std::size_t bytes = Bytes(std::u32string_view(characters).substr(i, piece.length));
    piece.token.span = {at, at + bytes};
    // 县政府办公室 in the report of a 市人民政府办公室: the tail of another name.
    const bool tail = !tokens.empty() && tokens.back().word == Term::kUnknown &&
                      tokens.back().span.end == at;
    if (piece.by_name && tail) piece.token.word = Term::kUnknown;
    Push(tokens, piece.token);
    i += piece.length;
    at += bytes;
  }
}

}  // namespace

std::vector<Token> FindTokens(std::string_view text, Span clause,
                              const std::vector<ProseNumber>& numbers, const WordContext& context) {
  std::vector<Token> tokens;
  std::size_t from = clause.begin;
  auto number = std::lower_bound(numbers.begin(), numbers.end(), clause.begin,
                                 [](const ProseNumber& n, std::size_t at) {
                                   return n.span.begin < at;
                                 });
  for (; number != numbers.end() && number->span.end <= clause.end; ++number) {
    FindWords(text, {from, number->span.begin}, context, tokens);
    Token token;
    token.word = Term::kNumber;
    token.span = number->span;
    token.number = static_cast<std::size_t>(number - numbers.begin());
    tokens.push_back(token);
    from = number->span.end;
  }
  FindWords(text, {from, clause.end}, context, tokens);
  return tokens;
}

WordSet WordsOf(const std::vector<Token>& tokens, std::size_t from, std::size_t to) {
  WordSet set = 0;
  for (std::size_t i = from; i < to; ++i) set |= Bit(tokens[i].word);
  return set;
}

}  // namespace gongkai
