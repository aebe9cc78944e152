#include "normalize/sections_furniture.h"

#include <algorithm>
#include <array>

#include "model/unicode.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

// Labels of metadata that open a line and are followed by a colon, a space or nothing.
constexpr auto kLabels = std::to_array<Words>({
    U"索引号",       U"信息索引号", U"信息索取号",   U"发布时间", U"发布日期",   U"发文日期",
    U"成文日期",     U"生成日期",   U"更新时间",     U"更新日期", U"公开日期",   U"公开时间",
    U"日期",         U"时间",       U"来源",         U"信息来源", U"文章来源",   U"稿件来源",
    U"稿源",         U"浏览次数",   U"浏览量",       U"浏览",     U"访问量",     U"访问次数",
    U"点击数",       U"点击量",     U"点击次数",     U"点击率",   U"阅读",       U"阅读量",
    U"阅读次数",     U"字体",       U"字体大小",     U"字号",     U"当前位置",   U"您当前所在位置",
    U"您当前的位置", U"您的位置",   U"您所在的位置", U"所在位置", U"打印",       U"分享",
    U"分享到",       U"发布机构",   U"发布单位",     U"发文机关", U"发文单位",   U"公开机构",
    U"公开主体",     U"公开形式",   U"公开方式",     U"公开范围", U"公开时限",   U"主题分类",
    U"体裁分类",     U"主题词",     U"关键词",       U"关键字",   U"文号",       U"发文字号",
    U"责任编辑",     U"责任部门",   U"作者",         U"编辑",     U"审核",       U"名称",
    U"标题",         U"目录名称",   U"有效性",       U"是否有效", U"效力状态",   U"单位",
    U"采集时间",     U"信息分类",   U"信息类别",     U"分类",     U"保护视力色", U"视力保护色",
    U"背景色",       U"朗读",       U"保存",         U"收藏",     U"打印本页",   U"语音播报",
    U"扫一扫",       U"视力保护",   U"内容概述",
});

constexpr auto kTail = std::to_array<Words>({
    U"分享到",   U"上一篇",   U"下一篇",   U"上一条",   U"下一条",   U"关闭窗口",   U"关闭本页",
    U"打印本页", U"返回顶部", U"主办单位", U"承办单位", U"版权所有", U"网站标识码", U"公网安备",
    U"ICP备",    U"相关链接", U"网站地图", U"联系我们", U"扫一扫",   U"相关阅读",   U"相关文章",
    U"技术支持", U"友情链接", U"返回首页", U"我要纠错", U"隐私声明", U"网站声明",   U"责任编辑",
    U"【打印",   U"[打印",    U"【关闭",   U"[关闭",    U"无障碍",
});

bool OpensWithLabel(const CompactText& line) {
  const Words text(line.text);
  return std::any_of(kLabels.begin(), kLabels.end(), [&](Words label) {
    if (!text.starts_with(label)) return false;
    const std::size_t end = label.size();
    return end == text.size() || text[end] == ':' || text[end] == '[' || line.GapBefore(end);
  });
}

bool HasNoWords(Words text) {
  return std::none_of(text.begin(), text.end(), [](char32_t c) { return IsHan(c); });
}

bool IsBreadcrumb(Words text) {
  const auto arrows =
      std::count(text.begin(), text.end(), U'>') + std::count(text.begin(), text.end(), U'»');
  return arrows >= 2 || (arrows == 1 && Contains(text, U"首页")) || text == U"首页";
}

}  // namespace

bool OpensWithLatinKey(Words text) {
  std::size_t end = 0;
  while (end < text.size() && end < 20 && text[end] < 0x80 && text[end] != ':') ++end;
  return end >= 2 && end < text.size() && text[end] == ':';
}

bool IsDateLine(Words text) {
  constexpr Words kSigns = U"年月日号()-./:时分〇零一二三四五六七八九十";
  const bool digits = std::any_of(text.begin(), text.end(), IsDigit) || Contains(text, U"年");
  return digits && text.size() >= 6 && text.size() <= 24 &&
         std::all_of(text.begin(), text.end(),
                     [&](char32_t c) { return IsDigit(c) || kSigns.find(c) != Words::npos; });
}

bool IsHeadFurniture(const CompactText& line) {
  const Words text(line.text);
  return HasNoWords(text) || OpensWithLatinKey(text) || IsDateLine(text) || OpensWithLabel(line) ||
         (text.size() < 200 && IsBreadcrumb(text));
}

bool IsTailFurniture(const CompactText& line) {
  const Words text(line.text);
  // The imprint of a site takes a few lines; a longer paragraph is the report's.
  if (text.size() > 200) return false;
  return std::any_of(kTail.begin(), kTail.end(), [text](Words word) {
    const std::size_t at = text.find(word);
    return at == 0 || (at != Words::npos && text.size() < 60 && word != U"联系我们");
  });
}

bool EndsAsOrgan(Words name) {
  constexpr auto kEnds = std::to_array<Words>(
      {U"政府", U"办公室", U"办公厅", U"厅",   U"局",   U"委",  U"委员会", U"管委会", U"处",
       U"镇",   U"乡",     U"街道",   U"中心", U"院",   U"社",  U"署",     U"站",     U"所",
       U"队",   U"区",     U"县",     U"市",   U"省",   U"部",  U"办",     U"会",     U"公司",
       U"分局", U"大学",   U"学校",   U"部门", U"总站", U"机关"});
  return std::any_of(kEnds.begin(), kEnds.end(), [name](Words end) { return name.ends_with(end); });
}

}  // namespace gongkai
