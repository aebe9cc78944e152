#include "normalize/headings_words.h"

#include <algorithm>
#include <array>

namespace gongkai {
namespace {

// Sorted by the length in a function below: the longest that fits counts.
constexpr std::array<std::u32string_view, 111> kVocabulary{
    U"政府信息公开", U"政府信息", U"政务信息", U"政务公开", U"信息公开", U"政府", U"政务",
    U"信息",         U"公开",     U"主动",     U"工作",     U"情况",     U"方面", U"的",
    U"及",           U"和",       U"与",       U"以及",     U"、",       U",",    U"年度",
    U"全年",         U"本年",     U"年",       U"行政机关", U"机关",     U"单位", U"行政",
    U"因",           U"被",       U"引起",     U"引发",     U"办理",     U"受理", U"答复",
    U"处理",         U"收到",     U"接收",     U"依申请",   U"申请",     U"提起", U"发生",
    U"有关",         U"相关",     U"主要",     U"基本",     U"总体",     U"概述", U"概况",
    U"综述",         U"存在",     U"问题",     U"其他",     U"其它",     U"需要", U"需",
    U"报告",         U"事项",     U"说明",     U"改进",     U"措施",     U"整改", U"不足",
    U"困难",         U"薄弱环节", U"下一步",   U"打算",     U"计划",     U"思路", U"安排",
    U"数据",         U"数量",     U"统计表",   U"统计",     U"指标",     U"举报", U"投诉",
    U"申诉",         U"复议",     U"诉讼",     U"中",       U"本",       U"我",   U"局",
    U"附件",         U"附表",     U"表",       U"收费",     U"收取",     U"减免", U"费用",
    U"收支",         U"收入",     U"支出",     U"落实",     U"开展",     U"进行", U"关于",
    U"建议",         U"对策",     U"努力",     U"方向",     U"下步",     U"今后", U"内容",
    U"类",           U"其",       U"以",       U"等",       U"要",       U"办法"};

const std::vector<std::u32string_view>& Vocabulary() {
  static const std::vector<std::u32string_view> words = [] {
    std::vector<std::u32string_view> sorted(kVocabulary.begin(), kVocabulary.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](auto a, auto b) { return a.size() > b.size(); });
    return sorted;
  }();
  return words;
}

}  // namespace

const std::vector<HeadingRow>& HeadingRows() {
  static const std::vector<HeadingRow> rows{
      {"statistics", {U"统计表", U"统计报表", U"指标统计", U"统计数据"}, {}, {}},
      {"review_litigation", {U"复议", U"诉讼"}, {}, {U"依申请公开", U"收到和处理", U"统计表"}},
      {"review_litigation", {U"复议", U"诉讼"}, {U"引起", U"引发", U"因", U"被"}, {}},
      {"fees", {U"收费", U"减免", U"费用", U"收支"}, {}, {U"复议", U"诉讼"}},
      {"active_disclosure",
       {U"主动公开", U"公开政府信息"},
       {},
       {U"依申请", U"公开申请", U"申请公开", U"问题", U"不足", U"收到"}},
      {"applications",
       {U"依申请", U"申请情况", U"申请答复", U"申请办理", U"收到和处理", U"收到及处理",
        U"接收和处理"},
       {},
       {U"问题", U"不足"}},
      {"applications", {U"公开申请", U"申请公开"}, {}, {U"问题", U"不足", U"复议", U"诉讼"}},
      {"problems",
       {U"问题", U"不足", U"改进", U"整改", U"困难", U"薄弱环节"},
       {},
       {U"复议", U"诉讼"}},
      {"problems",
       {U"下一步", U"下步", U"今后"},
       {U"打算", U"计划", U"工作", U"安排", U"思路", U"措施"},
       {}},
      {"other_matters",
       {U"其他", U"其它", U"需要", U"需"},
       {U"事项", U"说明", U"报告", U"情况"},
       {U"申诉"}},
      {"overview", {U"概述", U"概况", U"总体", U"综述"}, {}, {}},
      {"overview", {U"基本情况", U"工作基本", U"基本工作"}, {}, {}},
      {"overview", {U"工作情况", U"开展情况", U"工作开展"}, {}, {U"主动"}, 1},
      {"statistics", {U"附表"}, {}, {}},
  };
  return rows;
}

std::size_t LongestHeadingWord(std::u32string_view text) {
  if (text.front() >= '0' && text.front() <= '9') return 1;
  for (const std::u32string_view word : Vocabulary()) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

}  // namespace gongkai
