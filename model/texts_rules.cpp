// What each rule checks (.what), on what it rests (.basis), and how a report is mended (.mend).
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    // structure
    {"rule.section.missing.what", "格式规定的六个部分是否齐全。",
     "Are the six sections that the form demands all there?"},
    {"rule.section.missing.basis",
     "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号所附年度报告格式（2019、2020年度为国办公开办函〔2019〕60号）。",
     "Article 50 of the regulations on disclosure; the form of 2021 (of 2019 for the years 2019 "
     "and "
     "2020)."},
    {"rule.section.missing.mend", "补写缺少的部分；确无内容的，保留标题并写明“无”。",
     "Write the missing section; where there is nothing to say, keep the heading and say so."},
    {"rule.section.empty.what", "各部分标题之下是否有文字或表格。",
     "Is there a text or a table below each heading?"},
    {"rule.section.empty.basis", "《政府信息公开条例》第五十条规定了各部分应有的内容。",
     "Article 50 of the regulations says what each section has to hold."},
    {"rule.section.empty.mend", "填写内容，或写明本年度没有这方面的情况。",
     "Fill it in, or say that there was nothing of the kind this year."},
    {"rule.section.order.what", "各部分是否按格式规定的次序排列。",
     "Do the sections stand in the form's order?"},
    {"rule.section.order.basis", "国办公开办函〔2021〕30号所附年度报告格式。", "The form of 2021."},
    {"rule.section.order.mend", "按一至六的次序重排各部分。", "Put the sections in the order of one to six."},
    {"rule.section.duplicate.what", "同一部分是否出现两次以上。",
     "Does a section stand there more than once?"},
    {"rule.section.duplicate.basis", "国办公开办函〔2021〕30号所附年度报告格式，每一部分一次。",
     "The form of 2021 has each section once."},
    {"rule.section.duplicate.mend", "合并重复的部分，或改正写错的标题。",
     "Join the two, or mend the heading that is wrong."},
    {"rule.table.missing.what", "三张表（主动公开、申请办理、复议诉讼）是否都在。",
     "Are the three tables there: active disclosure, applications, review and litigation?"},
    {"rule.table.missing.basis", "国办公开办函〔2021〕30号所附年度报告格式的第二、三、四部分。",
     "Sections two, three and four of the form of 2021."},
    {"rule.table.missing.mend", "补上缺少的表；数量为零的也要列表，填“0”。",
     "Add the table; where all of its numbers are zero it is still due, filled with 0."},
    {"rule.table.row_missing.what", "表格的行是否齐全。", "Does the table have all rows of the form?"},
    {"rule.table.row_missing.basis", "国办公开办函〔2021〕30号所附年度报告格式的表样。",
     "The tables of the form of 2021."},
    {"rule.table.row_missing.mend", "照格式补上缺少的行，没有数量的填“0”。",
     "Add the row as the form prints it; write 0 where there is nothing to count."},
    {"rule.table.column_missing.what", "表格的列是否齐全，表四每一格是否都在。",
     "Does the table have all columns of the form, and table 4 every cell?"},
    {"rule.table.column_missing.basis", "国办公开办函〔2021〕30号所附年度报告格式的表样。",
     "The tables of the form of 2021."},
    {"rule.table.column_missing.mend", "照格式补上缺少的列。", "Add the column as the form prints it."},
    {"rule.table.row_short.what",
     "每一行的单元格数与表头的列数是否一致。不一致的行，数字归属不明，一个也不采用。",
     "Does each row have as many cells as the header has columns? Of a row that does not, nobody "
     "can "
     "tell which number belongs where, and none is taken."},
    {"rule.table.row_short.basis", "表格的列以表头为准。", "A table's columns are those of its header."},
    {"rule.table.row_short.mend", "补齐该行的单元格，没有数量的填“0”。",
     "Give the row all of its cells; write 0 where there is nothing to count."},
    {"rule.table.header.what", "表头、行名和分组名称是否与格式一致。",
     "Are headers, row and group labels those of the form?"},
    {"rule.table.header.basis", "国办公开办函〔2021〕30号所附年度报告格式的表样。",
     "The tables of the form of 2021."},
    {"rule.table.header.mend", "照格式改正名称。", "Write the labels as the form prints them."},
    {"rule.table.form_mismatch.what", "表格是否为报告年度所应使用的格式。",
     "Are the tables those of the form that the report's year demands?"},
    {"rule.table.form_mismatch.basis",
     "2021年度起用国办公开办函〔2021〕30号的格式，2019、2020年度用国办公开办函〔2019〕60号的格式。",
     "The form of 2021 holds from the year 2021 on, that of 2019 for the years 2019 and 2020."},
    {"rule.table.form_mismatch.mend", "换用报告年度的格式，重新填写有关数字。",
     "Use the form of the report's year and fill in its numbers."},

    // cells
    {"rule.cell.blank.what", "数字单元格是否空白。", "Is a cell for a number blank?"},
    {"rule.cell.blank.basis", "格式要求没有数量的填“0”；空白分不清是零还是漏填。",
     "The form asks for 0 where there is nothing; of a blank nobody can tell zero from forgotten."},
    {"rule.cell.blank.mend", "核实后填写数字，没有的填“0”。", "Fill in the number, 0 where there is none."},
    {"rule.cell.placeholder.what", "数字单元格里是否用“/”“—”“无”代替数字。",
     "Does “/”, “—” or 无 stand in place of a number?"},
    {"rule.cell.placeholder.basis", "格式要求填写数字，没有数量的填“0”。",
     "The form asks for numbers, and for 0 where there is nothing."},
    {"rule.cell.placeholder.mend", "改填数字，没有的填“0”。", "Write a number, 0 where there is none."},
    {"rule.cell.not_a_number.what", "数字单元格里的文字是否为数字。",
     "Is what stands in a cell for a number a number?"},
    {"rule.cell.not_a_number.basis", "格式要求填写数字。", "The form asks for numbers."},
    {"rule.cell.not_a_number.mend", "改填数字，说明文字移到正文。",
     "Write the number; move the words into the text."},
    {"rule.cell.unreadable.what", "单元格里有墨迹而读不出数字。",
     "Is there ink in a cell that nobody could read as a number?"},
    {"rule.cell.unreadable.basis", "读不出的数字不猜测，也不当作空白。",
     "What cannot be read is neither guessed nor taken for a blank."},
    {"rule.cell.unreadable.mend", "对照原件填写；或换用更清楚的扫描件。",
     "Look at the original, or read a better scan."},
    {"rule.cell.unit.what", "单元格里是否写了计量单位，或数额与表头的单位矛盾。",
     "Is a unit written inside a cell, or does an amount contradict the header's unit?"},
    {"rule.cell.unit.basis", "单位以表头为准：收费金额为万元，其余为件数。",
     "The header gives the unit: ten thousand yuan for fees, counts elsewhere."},
    {"rule.cell.unit.mend", "去掉单位，按表头的单位换算后填写。",
     "Leave the unit out and give the number in the header's unit."},
    {"rule.cell.note.what", "单元格里除数字外是否另有说明。",
     "Does a cell hold a note beside its number?"},
    {"rule.cell.note.basis", "格式只要求填写数字；说明不影响数字，只作提示。",
     "The form asks for the number only; the note does not change it."},
    {"rule.cell.note.mend", "把说明移到正文。", "Move the note into the text."},
    {"rule.cell.negative.what", "不可能为负的数字是否为负（2019年格式的“本年增/减”除外）。",
     "Is a count negative that cannot be (the change of the form of 2019 can)?"},
    {"rule.cell.negative.basis", "件数和金额不小于零。", "Counts and amounts are not below zero."},
    {"rule.cell.negative.mend", "核实后改正。", "Look it up and mend it."},
    {"rule.cell.low_confidence.what", "识别把握低于90%的数字。",
     "Numbers that were read with a confidence below 0.9."},
    {"rule.cell.low_confidence.basis", "可能读错的数字不得悄悄放过。",
     "A number that may be wrong must not leave silently."},
    {"rule.cell.low_confidence.mend", "对照原件核对；结果记入决定文件（--decisions）。",
     "Compare it with the original; a decisions file (--decisions) keeps what you found."},

    // arithmetic
    {"rule.active_disclosure.in_force.what", "现行有效件数不应少于本年制发减本年废止的件数。",
     "Documents in force cannot be fewer than those issued this year less those repealed."},
    {"rule.active_disclosure.in_force.basis",
     "《政府信息公开条例》第二十条第（一）项；本年制发而未废止的文件仍然有效。各地口径不一，故为警告。",
     "Article 20 (1); what was issued and not repealed is in force. Wordings differ, hence a "
     "warning."},
    {"rule.active_disclosure.in_force.mend", "核对三个数字，现行有效件数应含往年制发而仍有效的。",
     "Check the three; in force includes what earlier years issued."},
    {"rule.applications.balance.what", "每列：本年新收＋上年结转＝办理结果总计＋结转下年度。",
     "In each column received and carried over are equal to outcome and carried forward."},
    {"rule.applications.balance.basis", "表三表头注明的勾稽关系：第一项加第二项之和，等于第三项加第四项之和。",
     "The form prints it at the head of table 3: item one plus two equals item three plus four."},
    {"rule.applications.balance.mend", "逐件核对台账，改正不符的数字。",
     "Compare with the register of applications and mend the number that is wrong."},
    {"rule.applications.outcome_total.what", "每列：办理结果各行之和＝（七）总计。",
     "In each column the outcome rows add up to （七）总计."},
    {"rule.applications.outcome_total.basis", "国办公开办函〔2021〕30号格式表三，（七）总计为（一）至（六）之和。",
     "Table 3 of the form of 2021: （七） is the total of （一） to （六）."},
    {"rule.applications.outcome_total.mend", "核对各行，改正总计或有误的行。",
     "Check the rows; mend the total or the row that is wrong."},
    {"rule.applications.row_total.what", "每行：自然人与五类法人或其他组织之和＝总计。",
     "In each row natural persons and the five kinds of organisations add up to the total."},
    {"rule.applications.row_total.basis", "国办公开办函〔2021〕30号格式表三的表头。",
     "The header of table 3 of the form of 2021."},
    {"rule.applications.row_total.mend", "核对各列，改正总计或有误的列。",
     "Check the columns; mend the total or the column that is wrong."},
    {"rule.review.total.what", "行政复议：维持、纠正、其他、尚未审结四项之和＝总计。",
     "Administrative review: its four results add up to the total."},
    {"rule.review.total.basis", "《政府信息公开条例》第五十条第（三）项；格式表四。",
     "Article 50 (3); table 4 of the form."},
    {"rule.review.total.mend", "核对案件，改正不符的数字。", "Check the cases and mend the number."},
    {"rule.direct_litigation.total.what", "未经复议直接起诉：四项之和＝总计。",
     "Litigation without review: its four results add up to the total."},
    {"rule.direct_litigation.total.basis", "《政府信息公开条例》第五十条第（三）项；格式表四。",
     "Article 50 (3); table 4 of the form."},
    {"rule.direct_litigation.total.mend", "核对案件，改正不符的数字。",
     "Check the cases and mend the number."},
    {"rule.litigation_after_review.total.what", "复议后起诉：四项之和＝总计。",
     "Litigation after review: its four results add up to the total."},
    {"rule.litigation_after_review.total.basis", "《政府信息公开条例》第五十条第（三）项；格式表四。",
     "Article 50 (3); table 4 of the form."},
    {"rule.litigation_after_review.total.mend", "核对案件，改正不符的数字。",
     "Check the cases and mend the number."},

    // the narrative against the tables and against itself
    {"rule.narrative.applications.what", "正文所写的新收、收到（受理）、上年结转、结转下年度的申请数量与表三是否一致；“收到”可含上年结转，"
     "两种口径都对不上才算。",
     "Do the numbers of applications received, carried over and carried forward that the text "
     "says agree with table 3? 收到 may include what was carried over; only what fits neither way "
     "is found."},
    {"rule.narrative.applications.basis",
     "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。正文只有一种读法的为错误，有几种读法、口径可能不同或文字取自扫描的为警告。",
     "The numbers of one report should agree; article 50 of the regulations. An error where the "
     "text can be read in one way only; a warning where there are several, where it may count "
     "more or less than the table, and of scans."},
    {"rule.narrative.applications.mend", "核实后改正正文或表格中写错的一处；口径不同的，在正文中写明。",
     "Find out which of the two is wrong and mend it; where they count different things, say so "
     "in the text."},
    {"rule.narrative.outcome.what", "正文所写的办结、答复、予以公开、部分公开、不予公开、无法提供、不予处理、其他处理数量与表三是否一致。",
     "Do the outcomes that the text counts agree with table 3?"},
    {"rule.narrative.outcome.basis",
     "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。正文只有一种读法的为错误，有几种读法、口径可能不同或文字取自扫描的为警告。",
     "The numbers of one report should agree; article 50 of the regulations. An error where the "
     "text can be read in one way only; a warning where there are several, where it may count "
     "more or less than the table, and of scans."},
    {"rule.narrative.outcome.mend", "核实后改正正文或表格中写错的一处；口径不同的，在正文中写明。",
     "Find out which of the two is wrong and mend it; where they count different things, say so "
     "in the text."},
    {"rule.narrative.normative_documents.what", "正文所写的规章、行政规范性文件制发、废止、现行有效件数与表二是否一致。",
     "Do the normative documents issued, repealed and in force that the text counts agree with "
     "table 2?"},
    {"rule.narrative.normative_documents.basis",
     "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。正文只有一种读法的为错误，有几种读法、口径可能不同或文字取自扫描的为警告。",
     "The numbers of one report should agree; article 50 of the regulations. An error where the "
     "text can be read in one way only; a warning where there are several, where it may count "
     "more or less than the table, and of scans."},
    {"rule.narrative.normative_documents.mend", "核实后改正正文或表格中写错的一处；口径不同的，在正文中写明。",
     "Find out which of the two is wrong and mend it; where they count different things, say so "
     "in the text."},
    {"rule.narrative.licences.what", "正文所写的行政许可决定数量与表二是否一致。",
     "Does the number of licences that the text says agree with table 2?"},
    {"rule.narrative.licences.basis",
     "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。各地对“处理决定”的统计口径不一，故为警告。",
     "The numbers of one report should agree; article 50 of the regulations. A warning, since "
     "organs count decisions in different ways."},
    {"rule.narrative.licences.mend", "核实后改正正文或表格中写错的一处；口径不同的，在正文中写明。",
     "Find out which of the two is wrong and mend it; where they count different things, say so "
     "in the text."},
    {"rule.narrative.penalties.what", "正文所写的行政处罚、行政强制数量与表二是否一致，包括正文说没有而表中有的。",
     "Do the penalties and coercive measures that the text counts agree with table 2, also where "
     "it says that there were none?"},
    {"rule.narrative.penalties.basis",
     "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。各地对“处理决定”的统计口径不一，故为警告。",
     "The numbers of one report should agree; article 50 of the regulations. A warning, since "
     "organs count decisions in different ways."},
    {"rule.narrative.penalties.mend", "核实后改正正文或表格中写错的一处；口径不同的，在正文中写明。",
     "Find out which of the two is wrong and mend it; where they count different things, say so "
     "in the text."},
    {"rule.narrative.review.what", "正文所写的行政复议数量和结果与表四是否一致。",
     "Do the reviews and their results that the text counts agree with table 4?"},
    {"rule.narrative.review.basis",
     "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。正文只有一种读法的为错误，有几种读法、口径可能不同或文字取自扫描的为警告。",
     "The numbers of one report should agree; article 50 of the regulations. An error where the "
     "text can be read in one way only; a warning where there are several, where it may count "
     "more or less than the table, and of scans."},
    {"rule.narrative.review.mend", "核实后改正正文或表格中写错的一处；口径不同的，在正文中写明。",
     "Find out which of the two is wrong and mend it; where they count different things, say so "
     "in the text."},
    {"rule.narrative.litigation.what", "正文所写的行政诉讼数量和结果与表四是否一致；直接起诉、复议后起诉可合计也可分别写。",
     "Do the lawsuits and their results that the text counts agree with table 4? Direct ones and "
     "those after review may be told apart or together."},
    {"rule.narrative.litigation.basis",
     "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。正文只有一种读法的为错误，有几种读法、口径可能不同或文字取自扫描的为警告。",
     "The numbers of one report should agree; article 50 of the regulations. An error where the "
     "text can be read in one way only; a warning where there are several, where it may count "
     "more or less than the table, and of scans."},
    {"rule.narrative.litigation.mend", "核实后改正正文或表格中写错的一处；口径不同的，在正文中写明。",
     "Find out which of the two is wrong and mend it; where they count different things, say so "
     "in the text."},
    {"rule.narrative.fees.what", "正文所写的行政事业性收费金额与表二（万元）是否一致；信息处理费是另一回事，不作比较。",
     "Does the amount of administrative fees that the text says agree with table 2 (in 万元)? Fees "
     "for processing information are another thing and are not compared."},
    {"rule.narrative.fees.basis",
     "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。正文只有一种读法的为错误，有几种读法、口径可能不同或文字取自扫描的为警告。",
     "The numbers of one report should agree; article 50 of the regulations. An error where the "
     "text can be read in one way only; a warning where there are several, where it may count "
     "more or less than the table, and of scans."},
    {"rule.narrative.fees.mend", "核实后改正正文或表格中写错的一处；口径不同的，在正文中写明。",
     "Find out which of the two is wrong and mend it; where they count different things, say so "
     "in the text."},
    {"rule.narrative.contradiction.what", "正文两处对同一事项、同一年度所写的数量是否一致。",
     "Do two places of the text say the same number for the same thing and year?"},
    {"rule.narrative.contradiction.basis", "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。",
     "The numbers of one report should agree; article 50 of the regulations."},
    {"rule.narrative.contradiction.mend", "核实后统一前后两处的数字。",
     "Find out which is right and write it in both places."},
    {"rule.narrative.percent.what", "正文的占比和增减百分比与旁边的数字是否相符，允许按所写位数四舍五入或舍去尾数。",
     "Do shares and changes in per cent agree with the numbers beside them, rounded or cut to the "
     "printed places?"},
    {"rule.narrative.percent.basis", "同一份报告中的数字应当一致；《政府信息公开条例》第五十条。",
     "The numbers of one report should agree; article 50 of the regulations."},
    {"rule.narrative.percent.mend", "按所写数字重新计算百分比，或改正写错的数字。",
     "Work the percentage out again, or mend the number that is wrong."},

    // narrative and identity
    {"rule.narrative.sum.what", "正文所写总数与紧接其后列出的各分项之和是否一致；只核对自称完整的列举。",
     "Does a whole in the text agree with the parts listed behind it? Only of lists that claim to "
     "be "
     "complete."},
    {"rule.narrative.sum.basis", "同一份报告中的数字应当一致。",
     "Numbers of one report must agree with each other."},
    {"rule.narrative.sum.mend", "改正总数或分项；列举不全的，加“等”或“其中主要”。",
     "Mend the whole or a part; say so where the list is not complete."},
    {"rule.identity.year.what", "标题、统计期限和正文所写的年度是否一致。",
     "Do title, period and text speak of the same year?"},
    {"rule.identity.year.basis", "《政府信息公开条例》第四十九条：年度报告按年发布。",
     "Article 49 of the regulations: a report a year."},
    {"rule.identity.year.mend", "改正写错的年度；常见的是沿用上一年的文字。",
     "Mend the year; most often last year's text was kept."},
    {"rule.identity.period.what", "统计期限是否为当年1月1日至12月31日的完整年度。",
     "Is the period a full year, from 1 January to 31 December?"},
    {"rule.identity.period.basis", "国办公开办函〔2021〕30号：数据统计期限为当年1月1日至12月31日。",
     "The form of 2021: the numbers are those of 1 January to 31 December."},
    {"rule.identity.period.mend", "改正统计期限。", "Mend the period."},
    {"rule.identity.agency.what", "报告中的机关名称和“全乡”“我县”一类称呼是否与发布机关相符。",
     "Do the organ's names and words such as 全乡 or 我县 fit the organ whose report it is?"},
    {"rule.identity.agency.basis", "《政府信息公开条例》第四十九条：年度报告由本机关编制发布。",
     "Article 49: each organ publishes its own report."},
    {"rule.identity.agency.mend", "核对是否沿用了其他机关的文字，改正名称和有关数字。",
     "See whether another organ's text was used; mend the name, and look at the numbers."},

    // slips of writing
    {"rule.text.doubled.what", "是否有连写两遍的字、词、句（审核审核、的的）；有意的重叠（人人、研究研究）除外。",
     "Is a word or a sentence written twice in a row? Words that are doubled on purpose are not "
     "meant."},
    {"rule.text.doubled.basis", "文字差错，不涉及数字。", "A slip of writing; no number is concerned."},
    {"rule.text.doubled.mend", "删去重复的文字。", "Strike the second one."},
    {"rule.text.missing_number.what",
     "量词前是否漏写数字（公开核准企业资质条），并列的数字中是否有一个漏写量词。",
     "Does a measure word lack its number, or one number of a list its unit?"},
    {"rule.text.missing_number.basis", "同一份报告中的数字应当完整。",
     "The numbers of a report have to be whole."},
    {"rule.text.missing_number.mend", "补上数字或量词；没有数量的写“0”。",
     "Write the number or the unit; 0 where there is nothing to count."},
    {"rule.text.numbering.what",
     "“一是、二是、三是”“（一）（二）（三）”和各部分的编号是否连续、不重复，所写“六个部分”与列出的是否一致。",
     "Do lists and parts count on without a gap and without repeating a number, and are there as "
     "many parts as the report says?"},
    {"rule.text.numbering.basis", "编号缺漏往往说明漏写或误删了一项。",
     "A gap often means that an item was lost."},
    {"rule.text.numbering.mend", "核对是否漏项，改正编号。",
     "See whether an item is missing; mend the numbers."},
    {"rule.text.leftover.what", "是否残留网页、编辑器的代码，或者格式中的说明文字（该部分以表格形式报告、宋体加粗）。",
     "Was markup left in, or the form's instructions to the writer?"},
    {"rule.text.leftover.basis", "格式中的说明供填写时参照，不属于报告内容。",
     "The form's instructions are for the writer and no part of the report."},
    {"rule.text.leftover.mend", "删去残留的代码和说明文字。", "Strike what was left in."},

    // statistics tables before 2019
    {"rule.statistics.total.what",
     "2019年以前的统计表：总数与完整的分项之和是否相等，历年累计是否不小于本年数。",
     "Statistics tables before 2019: is a whole the sum of its parts, where all of them are listed, "
     "and is the cumulative number not less than this year's?"},
    {"rule.statistics.total.basis", "《政府信息公开情况统计表》及其指标解释。",
     "The national statistics annex and its definitions."},
    {"rule.statistics.total.mend", "核对原始记录，改正总数或分项。",
     "Check the records; mend the whole or a part."},
});

}  // namespace

std::span<const TextEntry> RuleTexts() { return kTexts; }

}  // namespace gongkai
