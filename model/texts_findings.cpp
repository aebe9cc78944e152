// What the checks say. {name} in Chinese may be {name_en} in English, where the detail differs by
// language; labels of the form are quoted as printed in both.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    // structure
    {"section.missing", "缺少{sections}部分", "missing section: {sections_en}"},
    {"section.empty", "{sections}部分只有标题，没有内容",
     "a heading with nothing below it: {sections_en}"},
    {"section.order", "“{heading}”排在“{before}”之后，与规定顺序不符",
     "“{heading}” stands behind “{before}”, against the form's order"},
    {"section.duplicate", "“{section}”出现了{count}次", "“{section}” stands {count} times"},
    {"table.missing", "没有找到{tables}", "not found: {tables_en}"},
    {"table.row_missing", "缺少{count}行：{rows}", "{count} row(s) missing: {rows_en}"},
    {"table.column_missing", "{table}缺少{columns}列", "{table_en} lacks the column(s) {columns_en}"},
    {"table.row_short",
     "{table}有{count}行的单元格数与表头的{columns}列对不上，数字归属不明，未予采用：{rows}",
     "{table_en}: {count} row(s) whose cells do not fit the header's {columns} columns, so that "
     "which number belongs where is not known: {rows_en}"},
    {"table.header", "{table}的表头或行名有缺漏或错字：{faults}",
     "{table_en}: labels missing or misspelt: {faults_en}"},
    {"table.form_mismatch", "按报告年度应使用{demanded}年版格式，但{places}是{other}年版格式",
     "the report's year demands the form of {demanded}, but of the form of {other} are: "
     "{places_en}"},

    // cells
    {"cell.blank", "{count}个单元格空白（没有数量的应填“0”）：{places}",
     "{count} blank cell(s), where a 0 should be written: {places_en}"},
    {"cell.placeholder", "{count}个单元格填的是{raw}而不是数字：{places}",
     "{count} cell(s) hold {raw} in place of a number: {places_en}"},
    {"cell.not_a_number", "{count}个单元格的内容{raw}不是数字：{places}",
     "{count} cell(s) hold {raw}, which is no number: {places_en}"},
    {"cell.unreadable", "{count}个单元格无法辨认{raw}：{places}",
     "{count} cell(s) cannot be read {raw}: {places_en}"},
    {"cell.unit", "{count}个单元格内写有计量单位{raw}，请核对是否与表头一致：{places}",
     "{count} cell(s) hold a unit of their own, {raw}: {places_en}"},
    {"cell.note", "{count}个单元格除数字外另有说明{raw}：{places}",
     "{count} cell(s) hold a note beside the number, {raw}: {places_en}"},
    {"cell.negative", "{count}个单元格为负数{raw}，该项不可能为负：{places}",
     "{count} cell(s) are negative, {raw}, and cannot be: {places_en}"},
    {"cell.low_confidence", "{count}个单元格识别把握不大{raw}，请人工核对：{places}",
     "{count} cell(s) were read with doubt, {raw}: {places_en}"},
    {"cell.low_confidence.statistics", "统计表中有{count}个数字识别把握不大，请人工核对",
     "{count} number(s) of the statistics table were read with doubt"},

    // arithmetic
    {"active_disclosure.in_force",
     "表二“{row}”：本年制发减本年废止为{expected}件，现行有效却只有{actual}件，请核对",
     "table 2, “{row}”: issued less repealed are {expected}, but in force are only {actual}"},
    {"applications.balance",
     "表三“{column}”列：本年新收加上年结转（{sum}）为{expected}，办理结果总计加结转下年度为{actual}，"
     "两者应相等",
     "table 3, column “{column}”: received and carried over ({sum}) are {expected}, total outcome "
     "and carried forward are {actual}; they should be equal"},
    {"applications.outcome_total",
     "表三“{column}”列：本年度办理结果各行之和（{sum}）为{expected}，“{row}”填的是{actual}",
     "table 3, column “{column}”: the outcome rows add up ({sum}) to {expected}, but “{row}” is "
     "{actual}"},
    {"applications.row_total", "表三“{row}”行：各列之和（{sum}）为{expected}，{column}填的是{actual}",
     "table 3, row “{row}”: the columns add up ({sum}) to {expected}, but “{column}” is {actual}"},
    {"review.total", "表四“{row}”：四项之和（{sum}）为{expected}，{column}填的是{actual}",
     "table 4, “{row}”: its four results add up ({sum}) to {expected}, but “{column}” is {actual}"},
    {"direct_litigation.total", "表四“{row}”：四项之和（{sum}）为{expected}，{column}填的是{actual}",
     "table 4, “{row}”: its four results add up ({sum}) to {expected}, but “{column}” is {actual}"},
    {"litigation_after_review.total",
     "表四“{row}”：四项之和（{sum}）为{expected}，{column}填的是{actual}",
     "table 4, “{row}”: its four results add up ({sum}) to {expected}, but “{column}” is {actual}"},

    {"arithmetic.reading",
     "{place}识别把握不大，更可能是误读而不是报告有误，请对照原件：各项之和（{sum}）为{expected}，应与之相等的是"
     "{actual}",
     "{place_en} was read with doubt, and a misreading is likelier than an error of the report; "
     "look at the original: the sum ({sum}) is {expected}, and should be equal to {actual}"},

    // rules of one's own; {place} is what each language calls it
    {"own.message", "{message}", "{message_en}"},
    {"own.sum.equal", "{place}：各项相加（{sum}）为{expected}，应与之相等的是{actual}",
     "{place}: the parts add up ({sum}) to {expected}, and {actual} should be equal to that"},
    {"own.sum.at_least", "{place}：各项相加（{sum}）为{expected}，不应小于它的是{actual}",
     "{place}: the parts add up ({sum}) to {expected}, and {actual} should not be less"},
    {"own.sum.at_most", "{place}：各项相加（{sum}）为{expected}，不应大于它的是{actual}",
     "{place}: the parts add up ({sum}) to {expected}, and {actual} should not be more"},

    // the narrative against the tables and against itself
    {"narrative.table", "正文所写的{actual}与{place}（{expected}）不一致：“{quote}”",
     "the text says {actual}, but {place_en} is {expected_en}: “{quote}”"},
    {"narrative.table.none", "正文说没有，{place}却是{expected}：“{quote}”",
     "the text says that there was none, but {place_en} is {expected_en}: “{quote}”"},
    {"narrative.table.all_done", "正文说已全部办结，{place}却是{expected}：“{quote}”",
     "the text says that all were done, but {place_en} is {expected_en}: “{quote}”"},
    {"narrative.table.unit",
     "正文所写的{actual}与{place}（{expected}万元）相差一万倍，疑为“元”与“万元”混用：“{quote}”",
     "the text says {actual}, and {place_en} is {expected_en} of 万元, ten thousand times as much; "
     "元 and 万元 were rather mixed up: “{quote}”"},
    {"narrative.contradiction", "正文前后不一致：“{one}”与“{other}”",
     "the text contradicts itself: “{one}” and “{other}”"},
    {"narrative.percent", "按所写数字应为{expected}%，正文写的是{actual}%：“{quote}”",
     "by the numbers beside it this should be {expected} %, but the text says {actual} %: "
     "“{quote}”"},

    // narrative and identity
    {"narrative.sum",
     "正文所列分项之和（{sum}）为{expected}{unit}，与所写总数{actual}{unit}不符：“{quote}”",
     "the parts that the text lists add up ({sum}) to {expected}, but its whole is {actual} "
     "({unit}): “{quote}”"},
    {"identity.year", "标题写的是{title}年，报告期却在{period}年",
     "the title says {title}, but the period of the report is in {period}"},
    {"identity.agency", "{organ}的报告中出现了“{word}”（{count}处）：“{quote}”",
     "“{word}” ({count}×) in the report of “{organ}”: “{quote}”"},
    {"identity.period.reversed", "报告期止于{to}，早于起始日{from}",
     "the period ends on {to}, before it begins on {from}"},
    {"identity.period.partial", "报告期{from}至{to}不是一个完整的年度",
     "the period from {from} to {to} is no full calendar year"},

    {"identity.year.text", "报告年度是{title}年，文中却写的是{found}年：“{quote}”",
     "the report is of {title}, but its text says {found}: “{quote}”"},
    {"identity.year.early", "{title}年度报告不可能在{title}年1月公布：“{quote}”",
     "the report for {title} cannot have been published in January {title}: “{quote}”"},
    {"identity.year.plan", "{title}年度报告把{title}年当作今后的打算：“{quote}”",
     "the report for {title} speaks of {title} as a year to come: “{quote}”"},
    {"identity.year.title", "标题中有两个年度，{title}年和{found}年：“{quote}”",
     "the title gives two years, {title} and {found}: “{quote}”"},
    {"identity.agency.name", "{organ}的报告中写的是“{word}”（{count}处）：“{quote}”",
     "the report of “{organ}” is given under the name of “{word}” ({count}×): “{quote}”"},

    // slips of writing
    {"text.doubled", "“{word}”重复：“{quote}”", "“{word}” stands twice in a row: “{quote}”"},
    {"text.missing_number", "量词前缺少数字：“{quote}”",
     "a measure word without its number: “{quote}”"},
    {"text.missing_number.unit", "数字后缺少量词：“{quote}”", "a number without its unit: “{quote}”"},
    {"text.numbering.skipped", "编号不连续，应为“{wanted}”处写的是“{found}”：“{quote}”",
     "“{found}” stands where “{wanted}” is due: “{quote}”"},
    {"text.numbering.repeated", "编号“{found}”重复，应为“{wanted}”：“{quote}”",
     "“{found}” stands twice; “{wanted}” is due: “{quote}”"},
    {"text.numbering.parts", "写明由{said}部分组成，列出的却是{named}部分：“{quote}”",
     "{said} parts are said and {named} are named: “{quote}”"},
    {"text.leftover", "正文中残留网页或编辑器代码“{word}”（{count}处）：“{quote}”",
     "markup was left in the text, “{word}” ({count}×): “{quote}”"},
    {"text.leftover.form", "正文中残留格式说明或套用文字“{word}”（{count}处）：“{quote}”",
     "words of the form's instructions were left in, “{word}” ({count}×): “{quote}”"},

    // statistics tables before 2019
    {"statistics.total", "统计表“{row}”（{column}）：各分项之和（{sum}）为{expected}，填的是{actual}",
     "statistics table, “{row}” ({column_en}): its parts add up ({sum}) to {expected}, but it is "
     "{actual}"},
    {"statistics.total.published",
     "统计表“{row}”（{column}）填的是{actual}，网站、公报等各渠道之和（{sum}）只有{expected}，请核对",
     "statistics table, “{row}” ({column_en}) is {actual}, but the channels below it add up ({sum}) "
     "to {expected} only"},
    {"statistics.total.cumulative", "统计表“{row}”：累计数{actual}小于本年数{value}",
     "statistics table, “{row}”: the cumulative {actual} is less than this year's {value}"},
    {"cell.not_a_number.statistics", "统计表中有{count}个单元格的内容不是数字",
     "{count} cell(s) of the statistics table hold no number"},
    {"cell.unit.contradiction",
     "表二行政事业性收费填的是{actual}（表头单位为万元），正文写的是“{quote}”，即{expected}万元",
     "table 2, fees: {actual} under 万元, but the text says “{quote}”, which is {expected} 万元"},

    // whether the document or the reading is to blame, and why
    {"because.doubtful", "{doubt}识别把握不大，可能是误读", "{doubt_en} was read with doubt"},
    {"because.unreadable", "页面上有墨迹而辨认不出", "there is ink that could not be read"},
    {"because.scanned_text", "所依据的文字由扫描图像识别，可能有误读",
     "it rests on words read from a picture, which may be misread"},
    {"because.exact_text", "所依据的文字和数字取自文件本身的文字，不经识别",
     "it rests on the file's own characters; nothing was guessed from a picture"},
    {"because.sure_reading", "所依据的数字由扫描图像识别，把握在90%以上",
     "the numbers that it rests on were read from a picture, each with a confidence of 0.9 or "
     "more"},

    // why a sum was not assessed
    {"not_assessed.blank", "{place}空白，按0计算对不上，无法判断",
     "{place_en} is blank, and the sum does not hold with 0 there"},
    {"not_assessed.placeholder", "{place}未填数字，按0计算对不上，无法判断",
     "{place_en} holds no number, and the sum does not hold with 0 there"},
    {"not_assessed.not_a_number", "{place}的内容不是数字", "{place_en} holds no number"},
    {"not_assessed.unreadable", "{place}无法辨认", "{place_en} cannot be read"},
    {"not_assessed.doubtful", "对不上，但{place}识别把握不大，可能是误读",
     "the sum fails, but {place_en} was read with doubt and may be wrong"},
    {"not_assessed.row_missing", "缺少{place}行", "the row is missing: {place_en}"},
    {"not_assessed.row_not_placed", "{place}行的数字归属不明",
     "which number of the row belongs where is not known: {place_en}"},
    {"not_assessed.cell_missing", "{place}没有单元格", "there is no cell at {place_en}"},
    {"not_assessed.too_many", "规则要比较的组合过多，其余未核对",
     "the rule compares more combinations than are allowed; the others were not checked"},
    {"not_assessed.section_missing", "缺少要查找的部分：{sections}",
     "the section to be searched is missing: {sections_en}"},
    {"not_assessed.too_large", "数字过大，无法相加：{place}", "too large to be added up: {place_en}"},
});

}  // namespace

std::span<const TextEntry> FindingTexts() { return kTexts; }

}  // namespace gongkai
