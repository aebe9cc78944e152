// What a web page prints around a report: labels of its metadata, navigation, buttons, imprint.
#pragma once

#include "normalize/headings_text.h"

namespace gongkai {

// A line before the report's text: 索引号：…, 发布时间：…, 来源：…, 当前位置：首页 > …, 字体：[大 中 小], a date
// alone, a line of signs, `key: value` with a Latin key. Contact lines (地址, 电话, 邮编) are text.
bool IsHeadFurniture(const CompactText& line);

// `key: value` with a Latin key: what tools write at the head of the pages that they keep.
bool OpensWithLatinKey(std::u32string_view text);

// A line behind the report's text: 分享到, 上一篇：…, 关闭窗口, 主办单位：…, ICP备… A signature, a date
// and 附件下载 are none.
bool IsTailFurniture(const CompactText& line);

// Nothing but a date, in brackets or not: 2017年3月, （2023-01-06）.
bool IsDateLine(std::u32string_view text);

// Does the name end as organs' names do: 人民政府, 局, 办公室, 街道 …?
bool EndsAsOrgan(std::u32string_view name);

}  // namespace gongkai
