#include "extract/html_page_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr auto kFurnitureElements = std::to_array<std::string_view>({
    "aside",
    "footer",
    "nav",
});

// Parts of class names and ids as content systems of government sites write them.
constexpr auto kFurnitureWords = std::to_array<std::string_view>({
    "bread",    "crumb",     "location",    "position", "curpos",     "dqwz",      "weizhi",
    "nav",      "menu",      "sidebar",     "share",    "bdshare",    "bshare",    "jiathis",
    "foot",     "copyright", "bottom-info", "related",  "relate",     "xgxx",      "recommend",
    "toolbar",  "qrcode",    "ewm",         "erweima",  "pager",      "prevnext",  "prev-next",
    "fontsize", "font-size", "search",      "login",    "friendlink", "link-list", "comment",
    "topbar",   "top-bar",   "sitetit",     "site-tit", "site-name",  "sitename",  "logo",
    "accessib",
});
constexpr auto kArticleWords = std::to_array<std::string_view>({
    "article",
    "content",
    "zoom",
    "trs_",
    "ucap",
    "editor",
    "detail",
    "vsb",
    "newstext",
    "news_text",
    "pages_text",
    "xxgk_text",
    "maintext",
    "main-text",
});

constexpr auto kFormWords = std::to_array<std::string_view>({
    "第二十条",         "信息内容",   "制发件数",     "废止件数",       "现行有效", "新制作数量",
    "新公开数量",       "公开总数量", "处理决定数量", "收费金额",       "项目数量", "采购总金额",
    "勾稽关系",         "申请人情况", "自然人",       "法人或其他组织", "商业企业", "科研机构",
    "新收政府信息公开", "上年结转",   "予以公开",     "部分公开",       "不予公开", "无法提供",
    "不予处理",         "结转下年度", "行政复议",     "行政诉讼",       "结果维持", "结果纠正",
    "尚未审结",         "复议后起诉", "指标名称",     "统计指标",       "计量单位", "历年累计",
    "主动公开",         "申请总数",   "答复总数",     "行政规范性文件",
});

// A cell that is nothing but this, a colon aside.
constexpr auto kMetadataLabels = std::to_array<std::string_view>({
    "索引号",   "信息索引号", "索取号",   "名称",     "信息名称",     "标题",     "分类",
    "信息分类", "主题分类",   "体裁分类", "组配分类", "服务对象分类", "发布机构", "发布单位",
    "发文机关", "发文单位",   "发文日期", "发文字号", "文号",         "信息文号", "公开日期",
    "公开时间", "公开方式",   "公开形式", "公开范围", "公开时限",     "公开类别", "公开责任部门",
    "责任部门", "生成日期",   "生成时间", "成文日期", "发布日期",     "发布时间", "有效性",
    "是否有效", "信息有效性", "时效",     "效力状态", "废止日期",     "失效日期", "关键词",
    "主题词",   "文件下载",   "来源",     "信息来源", "内容概述",     "统一编号", "统一登记号",
    "载体类型", "语种",       "记录形式", "审核程序",
});

constexpr auto kSectionNames = std::to_array<std::string_view>({
    "总体情况",
    "概述",
    "基本情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
});

constexpr auto kReportSpeech =
    std::to_array<std::string_view>({"信息公开", "政务公开", "年度报告", "本报告", "年报"});

constexpr auto kBreadcrumbs = std::to_array<std::string_view>({
    "当前位置",
    "您当前",
    "您现在",
    "您的位置",
    "您所在",
    "你当前",
    "你现在",
    "你的位置",
    "所在位置",
    "现在位置",
    ">",
    "»",
    "＞",
    "›",
    "首页/",
});

// At the start of a line, brackets aside.
constexpr auto kInfoStarts = std::to_array<std::string_view>({
    "发布日期", "发布时间", "发布机构", "发布单位",   "发表时间", "更新时间", "公开日期",
    "公开时间", "生成日期", "成文日期", "发文日期",   "信息来源", "文章来源", "稿件来源",
    "来源:",    "作者:",    "编辑:",    "责任编辑",   "责编",     "审核:",    "供稿",
    "浏览次数", "浏览量",   "访问量",   "访问次数",   "阅读次数", "阅读量",   "点击数",
    "点击次数", "点击量",   "字体:",    "字体大小",   "字号",     "打印",     "关闭",
    "分享",     "保护视力", "索引号",   "信息索引号", "文号:",    "发文字号", "主题分类",
    "信息分类", "上一篇",   "下一篇",   "上一条",     "下一条",   "返回顶部", "返回首页",
    "相关链接", "相关文章", "相关信息", "相关阅读",   "相关附件", "扫一扫",   "采集时间",
    "标题:",    "单位:",    "名称:",    "无障碍",     "关怀版",   "微信扫",
});

constexpr auto kFooterWords = std::to_array<std::string_view>({
    "版权所有",
    "主办单位",
    "主办:",
    "承办单位",
    "承办:",
    "ICP备",
    "icp备",
    "公网安备",
    "网站标识码",
    "网站地图",
    "网站声明",
    "技术支持",
    "建议使用",
    "Copyright",
    "COPYRIGHT",
    "copyright",
    "©",
});

constexpr auto kNameLabels = std::to_array<std::string_view>({
    "名称",
    "标题",
    "信息名称",
    "名称:",
    "标题:",
    "信息名称:",
});

template <typename Words>
bool ContainsAny(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

template <typename Words>
bool StartsWithAny(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

template <typename Words>
bool IsAnyOf(std::string_view text, const Words& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string WithoutOpening(std::string_view line) {
  std::string folded = FoldTight(line);
  while (!folded.empty() && (folded[0] == '[' || folded[0] == '(')) folded.erase(0, 1);
  if (folded.starts_with("【")) folded.erase(0, std::string_view("【").size());
  return folded;
}

}  // namespace

bool IsFurnitureElement(std::string_view name) { return IsAnyOf(name, kFurnitureElements); }
bool HasFurnitureWord(std::string_view marks) { return ContainsAny(marks, kFurnitureWords); }
bool HasArticleWord(std::string_view marks) { return ContainsAny(marks, kArticleWords); }

int CountFormWords(std::string_view cells) {
  return static_cast<int>(std::count_if(kFormWords.begin(), kFormWords.end(),
                                        [&](auto word) { return cells.find(word) != cells.npos; }));
}

int CountMetadataWords(std::string_view cells) {
  int count = 0;
  for (std::size_t at = 0; at < cells.size();) {
    const std::size_t end = std::min(cells.find('\n', at), cells.size());
    std::string cell = FoldTight(cells.substr(at, end - at));
    cell.resize(std::min(cell.size(), cell.find(':')));
    count += IsAnyOf(std::string_view(cell), kMetadataLabels) ? 1 : 0;
    at = end + 1;
  }
  return count;
}

bool SpeaksOfReport(std::string_view sentence) { return ContainsAny(sentence, kReportSpeech); }
bool IsSectionName(std::string_view line) { return IsAnyOf(line, kSectionNames); }

bool NamesReport(std::string_view line) {
  const bool report = line.find("报告") != line.npos || line.find("年报") != line.npos;
  const bool about = line.find("公开") != line.npos || line.find("年度报告") != line.npos;
  return report && about;
}

bool EndsAsReportName(std::string_view line) {
  return line.ends_with("报告") || line.ends_with("年报") || line.ends_with("总结");
}

bool IsBreadcrumb(std::string_view line) { return ContainsAny(line, kBreadcrumbs); }
bool IsInfoLine(std::string_view line) { return StartsWithAny(WithoutOpening(line), kInfoStarts); }
bool IsFooterLine(std::string_view line) { return ContainsAny(FoldTight(line), kFooterWords); }
bool IsNameLabel(std::string_view cell) { return IsAnyOf(cell, kNameLabels); }

}  // namespace gongkai
