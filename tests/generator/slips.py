"""Slips of writing, wrong years and other organs' names, seeded as whole sentences; and sentences that come close to each of them and are right.

Every sentence is invented. {y} the report's year, {a} its organ, {o} another organ, {n} {m} {k} numbers, {f} the fees of table 2 in 万元."""
from typing import NamedTuple

import agencies
from chance import happens, stream, weighted
from document import Paragraph


class Slip(NamedTuple):
    rule: str
    where: str  # sentence: at the end of the first paragraph; paragraph: one of its own; problems: one at the end of section five; preamble: at its end; heading: of section one; signature; fees
    text: str
    kinds: str = ""  # only in reports of organs whose name ends in one of these


SLIPS = (
    Slip("text.doubled", "sentence", "对外发布前的核对核对工作由办公室承担。"),
    Slip("text.doubled", "sentence", "公开了较为完整的的目录。"),
    Slip("text.doubled", "preamble", "现将有关内容报告报告如下。"),
    Slip("text.doubled", "sentence", "在服务大厅增设查阅电脑两台在服务大厅增设查阅电脑两台。"),
    Slip("text.missing_number", "sentence", "另公开招考信息{n}条，核准企业资质条，办事提示{m}条。"),
    Slip("text.missing_number", "sentence", "另公开招考类信息{n}条、价格类信息{m}、办事类信息{k}条。"),
    Slip("text.missing_number", "sentence", "另发布便民信息条，方便群众。"),
    Slip("text.numbering", "paragraph", "主要做法：一是健全台账；三是加强抽查。"),
    Slip("text.numbering", "paragraph", "主要做法：一是健全台账；二是加强抽查；二是组织培训；三是通报结果。"),
    Slip("text.numbering", "preamble", "全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项共六部分。"),
    Slip("text.leftover", "sentence", "<!--[if !supportLists]-->栏目已更新。<!--[endif]-->"),
    Slip("text.leftover", "paragraph", "该部分以表格形式报告。"),
    Slip("text.leftover", "preamble", "根据《根据国务院办公厅有关通知》的格式编写。"),
    Slip("identity.year", "preamble", "特向社会公布{last}年度政府信息公开工作年度报告。"),
    Slip("identity.year", "paragraph", "{last}年，全年发布便民提示{n}条，均按期更新。"),
    Slip("identity.year", "sentence", "本机关{y}年政府信息公开工作年度报告已于{y}年1月20日前在网站公布。"),
    Slip("identity.year", "problems", "{y}年将继续在这些方面下功夫。"),
    Slip("identity.agency", "preamble", "现将{o}{y}年政府信息公开工作年度报告公布如下。", "局 厅 镇人民政府 乡人民政府 街道办事处"),
    Slip("identity.agency", "sentence", "我局对此高度重视。", "镇人民政府 乡人民政府 街道办事处 委员会 管委会"),
    Slip("identity.agency", "sentence", "我镇对此高度重视。", "局 厅"),
    Slip("identity.agency", "signature", "{o}", "局 厅 镇人民政府 乡人民政府 街道办事处"),
    Slip("cell.unit", "fees", "全年行政事业性收费{f}万元。"),
)

# None of these is a mistake.
CLOSE = (
    "办事大厅里人人知晓、件件登记，疑难事项集中研究研究、讨论讨论，的的确确方便了群众，达到了公开的目的的同时也减轻了负担。",
    "县政府政府信息公开栏目、政务公开公开栏与年度报告报告期内的数据一并核对。",
    "制发文件、受理案件、符合条件的申请件逐条逐件登记，公示期内接受监督。",
    "附件1、附件2和2个表格一并公开，线上线下各公开3、5条。",
    "本年度未收到要求更正的政府信息件。",
    "一是更新目录：一是补缺，二是改错。二是检查链接；三是答复留言。",
    "一是更新目录，第二是检查链接，三是答复留言。",
    "较{last}年更加规范，按时发布了{last}年政府信息公开工作年度报告。",
    "《条例》自2019年5月15日起施行，国办公开办函〔2021〕30号印发格式。",
    "下一步，{next}年将主动公开更多信息，{next}年1月底前公布本报告。",
    "自2018年以来历年发布的信息均可在网站查阅。",
    "按照上级机关和兄弟单位的经验，委托第三方评估，各镇、各乡、各街道配合。",
    "关于做好{last}年政务公开工作的通知已落实。",
    "全年行政事业性收费{f}万元。",
)


class Chosen(NamedTuple):
    slip: Slip | None
    other: str    # another organ of the same kind
    close: tuple  # sentences that are right


FEES = "/active_disclosure/fees/amount"
# What may take the number out of a cell, or say its unit.
CELL_FEATURES = {"blank_cells", "placeholder_cells", "not_a_number", "note_cell", "unit_cells", "unit_everywhere", "amount_unit"}


def choose(seed, agency, clean, values):
    rng = stream(seed, "slips")
    close = tuple(rng.sample(CLOSE, rng.choice((0, 0, 1, 2))))
    if not values.get(FEES):
        close = tuple(text for text in close if "{f}" not in text)
    slips = [slip for slip in SLIPS if not slip.kinds or agency.name.endswith(tuple(slip.kinds.split()))]
    slips = [slip for slip in slips if slip.where != "fees" or values.get(FEES)]
    rule = rng.choice(sorted({slip.rule for slip in slips}))
    slip = rng.choice([slip for slip in slips if slip.rule == rule]) if happens(rng, 0.35) and not clean else None
    return Chosen(slip, _other(rng, agency.name), close)


def _other(rng, name):
    """The same kind of organ of another place."""
    ending = next((kind for kind in ("镇人民政府", "乡人民政府", "街道办事处", *agencies.BUREAUS, *agencies.DEPARTMENTS) if name.endswith(kind)), "局")
    first = rng.choice([character for character in agencies.FIRST if character not in name])
    last = rng.choice([character for character in agencies.LAST if character not in name])
    level = {"厅": "省"}.get(ending[-1], "县" if "县" in name else "市" if "市" in name else "区")
    return f"{first}{last}{level if ending[-1] in '局厅' else ''}{ending}"


def seed_cell(chosen, draft, features):
    """元 under the header's 万元, where that is the slip; the features of the report then."""
    if not (chosen and chosen.slip and chosen.slip.where == "fees"):
        return features
    draft.values[FEES] *= 10000
    draft.report("cell.unit", FEES)
    draft.report("narrative.fees", FEES)  # the text and the cell differ, whatever the reason
    return features - CELL_FEATURES


def write(seed, chosen, year, values, preamble, prose):
    """Puts the sentences in; returns the preamble. `prose` holds lists of paragraphs by section and is changed."""
    rng = stream(seed, "slips", "write")
    numbers = dict(zip("nmk", (rng.randint(3, 40) for _ in range(3))))
    fill = lambda text: text.format(y=year, last=year - 1, next=year + 1, o=chosen.other, f=values.get(FEES), **numbers)
    overview = prose["overview"]
    for text in chosen.close:
        overview.insert(1, Paragraph(fill(text)))
    if chosen.slip is None:
        return preamble
    text = fill(chosen.slip.text)
    if chosen.slip.where == "fees":
        overview[:] = [block for block in overview if block.text != text]
    if chosen.slip.where == "preamble":
        return [*preamble[:-1], preamble[-1] + text]
    if chosen.slip.where == "signature":
        matters = prose["other_matters"]
        matters[:] = [block for block in matters if block.style != "signature"]
        matters += [Paragraph(text, "signature"), Paragraph(f"{year + 1}年1月{rng.randint(8, 30)}日", "signature")]
    elif chosen.slip.where == "problems":
        prose["problems"].append(Paragraph(text))
    elif chosen.slip.where == "paragraph":
        overview.insert(1, Paragraph(text))
    else:
        overview[0] = Paragraph(overview[0].text + text, overview[0].style, overview[0].bold_to)
    return preamble
