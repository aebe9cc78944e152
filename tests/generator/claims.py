"""What the prose says in numbers, and which cells say the same: sentences that are right, near misses that look wrong and are not,
and, where errors.py asks for it, one that is wrong."""
from decimal import Decimal
from typing import NamedTuple

import forms
from chance import happens, weighted

ORGANISATIONS = ("business", "research", "public_welfare", "legal_service", "other")
DIGITS = "零一二三四五六七八九"
OUTCOMES = (("予以公开", "granted"), ("部分公开", "partly_granted"), ("不予公开", "refused/"), ("无法提供", "unavailable/"), ("不予处理", "not_processed/"),
            ("其他处理", "other/"))
REASONS = (("属于四类过程性信息", "refused/process_information"), ("行政执法案卷", "refused/enforcement_files"), ("本机关不掌握相关政府信息", "unavailable/not_held"),
           ("没有现成信息需要另行制作", "unavailable/needs_creation"), ("信访举报投诉类申请", "not_processed/petition"), ("重复申请", "not_processed/repeated"))


class Claim(NamedTuple):
    rule: str
    value: object  # int, or Decimal in 万元
    ways: tuple    # of ways to read it: each a tuple of pointers whose sum it is; one that fits is enough
    spare: tuple = ()  # ways that count only where all of their cells are known: a total by its parts


class Facts:
    """The sentences of section one and of the last one, with their claims."""

    def __init__(self, rng, year, agency, cells, off):
        self.rng, self.year, self.agency, self.cells, self.off = rng, year, agency, cells, off
        self.claims, self.broken = [], []  # broken: rules that the text breaks by itself

    def total(self, row):
        return self.cells[f"/applications/{row}/total"]

    def group(self, row):
        """The rows of a group of outcomes; the row itself where it is none."""
        keys = sorted({pointer.rsplit("/", 1)[0] for pointer in self.cells if pointer.startswith(f"/applications/outcome/{row}")})
        return [key for key in keys if key.startswith(f"/applications/outcome/{row}")]

    def count(self, value, unit="件"):
        """A number as people write it."""
        text = str(value)
        if 0 < value < 100 and happens(self.rng, 0.06):
            return chinese(value) + unit
        if value >= 1000 and happens(self.rng, 0.2):
            text = f"{value:,}"
        return f" {text} {unit}" if happens(self.rng, 0.15) else text + unit

    def claim(self, rule, value, *ways, spare=()):
        self.claims.append(Claim(rule, value, ways, tuple(spare)))

    def rows(self, rule, value, *ways):
        """A claim on the totals of rows of table 3."""
        totals = [tuple(f"{row}/total" for row in way) for way in ways]
        parts = [tuple(f"{row}/{column}" for row in way for column in forms.COLUMN_KEYS[:-1]) for way in ways]
        self.claim(rule, value, *totals, spare=parts)


def chinese(value):
    if value == 2:
        return "两"
    tens, ones = divmod(value, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def applications(facts, near=True):
    """`near`: with sentences that no table has to agree with."""
    rng, year = facts.rng, facts.year
    received, over, done, forward = (facts.total(row) for row in ("new_received", "carried_over", "outcome/total", "carried_forward"))
    new, old = "/applications/new_received", "/applications/carried_over"
    said = received + facts.off.get("narrative.applications", 0)
    if not said + over:
        facts.rows("narrative.applications", 0, (new,), (new, old))
        return rng.choice((f"{year}年，未收到政府信息公开申请。", f"{year}年度，{facts.agency.we}未收到任何形式的政府信息公开申请。",
                           f"{year}年，没有收到依申请公开事项。", "全年收到政府信息公开申请0件。"))
    facts.rows("narrative.applications", said, (new,))
    carried = f"，上年结转{facts.count(over)}" if over else ""
    if over:
        facts.rows("narrative.applications", over, (old,))
    text = rng.choice((f"{year}年，新收政府信息公开申请{facts.count(said)}{carried}", f"{year}年，{facts.agency.we}新收到政府信息公开申请{facts.count(said)}{carried}",
                       f"本年度新收{facts.count(said)}政府信息公开申请{carried}"))
    text += _done(facts, done, forward) + "。"
    return text + "".join(make(facts) for make in rng.sample((_outcomes, _reasons, _applicants, _near_applications if near else _nothing, _whole, _nothing), 2))


def _nothing(_):
    return ""


def _done(facts, done, forward):
    said = done + facts.off.get("narrative.outcome", 0)
    total = tuple(f"{row}" for row in ("/applications/outcome/total",))
    facts.rows("narrative.outcome", said, total)
    details = tuple(f"{row}/total" for row in facts.group("") if not row.endswith("outcome/total"))
    facts.claims[-1] = facts.claims[-1]._replace(spare=facts.claims[-1].spare + (details,))
    text = facts.rng.choice((f"，已办结{facts.count(said)}", f"，均依法办理，办结{facts.count(said)}", f"，办理完毕{facts.count(said)}"))
    if not forward:
        return text
    facts.rows("narrative.applications", forward, ("/applications/carried_forward",))
    return text + facts.rng.choice((f"，结转下年度继续办理{facts.count(forward)}", f"，{facts.count(forward)}结转下年办理", f"，结转至{facts.year + 1}年{facts.count(forward)}"))


def _outcomes(facts):
    """By result: all that are not zero."""
    parts = []
    for label, row in OUTCOMES:
        rows = facts.group(row)
        value = sum(facts.cells[f"{pointer}/total"] for pointer in rows)
        if value:
            facts.rows("narrative.outcome", value, tuple(rows))
            parts.append(label + facts.count(value))
    return f"在已答复的申请中，{'、'.join(parts)}。" if parts else ""


def _reasons(facts):
    """By the form's single rows."""
    parts = []
    for label, row in REASONS:
        value = facts.total(f"outcome/{row}")
        if value:
            facts.rows("narrative.outcome", value, (f"/applications/outcome/{row}",))
            parts.append(label + facts.count(value))
    return f"未提供的政府信息公开申请中，{'，'.join(parts)}。" if parts else ""


def _applicants(facts):
    row = "/applications/new_received"
    person = facts.cells[f"{row}/natural_person"]
    others = facts.total("new_received") - person
    facts.rows("narrative.applications", person + others, (row,), (row, "/applications/carried_over"))
    facts.claim("narrative.applications", person, (f"{row}/natural_person",), (f"{row}/natural_person", "/applications/carried_over/natural_person"))
    both = (row, "/applications/carried_over")
    facts.claim("narrative.applications", others, tuple(f"{row}/{column}" for column in ORGANISATIONS),
                tuple(f"{r}/{column}" for r in both for column in ORGANISATIONS))
    return f"收到的政府信息公开申请{facts.count(person + others)}中，自然人申请{facts.count(person)}，法人或其他组织申请{facts.count(others)}。"


def _whole(facts):
    """With what was carried over: either reading of 共收到 is right."""
    new, old = "/applications/new_received", "/applications/carried_over"
    received, over = facts.total("new_received"), facts.total("carried_over")
    facts.rows("narrative.applications", received + over, (new,), (new, old))
    facts.rows("narrative.applications", over, (old,))
    return facts.rng.choice((f"全年共受理政府信息公开申请{facts.count(received + over)}（含上年结转{facts.count(over)}）。",
                             f"全年共收到政府信息公开申请{facts.count(received + over)}，其中上年结转{facts.count(over)}。"))


def _near_applications(facts):
    """Sentences that no table has to agree with."""
    rng, year = facts.rng, facts.year
    number = rng.randint(3, 90)
    return rng.choice((
        f"{year - 1}年收到政府信息公开申请{number}件。", f"较上年增加{number}件。", f"通过网络渠道收到申请{number}件。", f"收到政府信息公开申请约{number}件。",
        f"收到政府信息公开申请{number}余件。", f"其中按时答复{number}件。", f"邻县水利局收到政府信息公开申请{number}件。", f"全年受理群众来电咨询{number}件。",
        f"受理行政许可申请{number}件。", f"自条例施行以来，累计收到政府信息公开申请{number}件。", f"截至{year}年6月底，收到政府信息公开申请{number}件。",
        f"全年公开行政许可{number}件、行政处罚{number}件。", f"回复政府信息公开申请电话咨询{number}次。", f"收到网民留言{number}条，公开答复{number}条。",
        f"县政府办公室收到政府信息公开申请{number}件，办结{number}件。", f"计划明年办结政府信息公开申请{number}件。", f"收到第{number}件政府信息公开申请后专门会商。"))


def documents(facts):
    base = "/active_disclosure/normative_documents"
    key = "issued" if f"{base}/issued" in facts.cells else "made"
    issued = facts.cells.get(f"{base}/{key}")
    if issued is None:
        return ""
    issued += facts.off.get("narrative.normative_documents", 0)
    facts.claim("narrative.normative_documents", issued, (f"{base}/{key}",))
    if not issued:
        return "本年度未制发行政规范性文件。"
    text = f"{facts.rng.choice(('制发', '印发', '制定'))}行政规范性文件{facts.count(issued)}"
    if key == "issued" and happens(facts.rng, 0.5):
        for word, column in (("废止", "repealed"), ("现行有效", "in_force")):
            value = facts.cells[f"{base}/{column}"]
            facts.claim("narrative.normative_documents", value, (f"{base}/{column}",))
            text += f"，{word}{facts.count(value)}"
    return text + "。" + facts.rng.choice(("", f"清理规范性文件{facts.rng.randint(3, 40)}件。", f"公开各类政策文件{facts.rng.randint(3, 40)}件。",
                                          f"解读规范性文件{facts.rng.randint(3, 40)}件。"))


def decisions(facts):
    """Licences, penalties and coercive measures; not of reports that say nothing of them."""
    rules = (("行政许可", "licences", "narrative.licences"), ("行政处罚", "penalties", "narrative.penalties"),
             ("行政强制", "coercive_measures", "narrative.penalties"))
    wrong = {"narrative.licences", "narrative.penalties"} & set(facts.off)
    if not wrong and happens(facts.rng, 0.5):
        return facts.rng.choice(("", f"公示行政许可信息{facts.rng.randint(3, 40)}条、行政处罚信息{facts.rng.randint(3, 40)}条。",
                                 f"公布行政许可事项{facts.rng.randint(3, 40)}项。"))
    parts = []
    for label, row, rule in rules:
        pointer = f"/active_disclosure/{row}/decisions"
        if pointer not in facts.cells:
            return ""
        shift = facts.off.get(rule, 0) if row != "coercive_measures" else 0
        value = facts.cells[pointer] + shift
        facts.claim(rule, value, (pointer,))
        parts.append(f"{label}{facts.count(value)}")
    if facts.claims[-2].value == 0 and happens(facts.rng, 0.5) and facts.claims[-1].value == 0:
        return f"全年作出{parts[0]}，无行政处罚、行政强制。"
    return f"全年作出{'、'.join(parts)}。"


def fees(facts):
    pointer = "/active_disclosure/fees/amount"
    amount = facts.cells.get(pointer)
    if amount is None:
        return ""
    off = facts.off.get("narrative.fees", 0)
    if not off and happens(facts.rng, 0.5):
        return facts.rng.choice(("", f"收取政府信息公开信息处理费{facts.rng.randint(3, 40)}元。"))
    said = Decimal(amount) + off
    facts.claim("narrative.fees", said, (pointer,))
    if said == 0:
        return "未收取行政事业性收费。"
    yuan = said * 10000
    if yuan == int(yuan) and happens(facts.rng, 0.4):
        return f"行政事业性收费{int(yuan)}元。"
    return f"行政事业性收费金额{said:f}万元。"


def disputes(facts):
    base = "/review_litigation"
    review, direct, later = (facts.cells[f"{base}/{group}/total"] for group in ("review", "direct_litigation", "litigation_after_review"))
    review += facts.off.get("narrative.review", 0)
    suits = direct + later + facts.off.get("narrative.litigation", 0)
    parts = [tuple(f"{base}/{group}/{part}" for part in forms.REVIEW_PARTS) for group in ("review", "direct_litigation", "litigation_after_review")]
    facts.claim("narrative.review", review, (f"{base}/review/total",), spare=parts[:1])
    facts.claim("narrative.litigation", suits, (f"{base}/direct_litigation/total", f"{base}/litigation_after_review/total"),
                (f"{base}/direct_litigation/total",), (f"{base}/litigation_after_review/total",), spare=[parts[1] + parts[2]])
    if not review + suits:
        return facts.rng.choice(("全年未发生因政府信息公开引起的行政复议和行政诉讼。", "没有因政府信息公开申请提起的行政复议、行政诉讼。", "无政府信息公开行政复议、行政诉讼案件。"))
    text = f"全年发生政府信息公开行政复议{facts.count(review)}"
    if review and happens(facts.rng, 0.4):
        upheld = facts.cells[f"{base}/review/upheld"]
        facts.claim("narrative.review", upheld, (f"{base}/review/upheld",))
        text += f"（其中结果维持{facts.count(upheld)}）"
    return text + f"、行政诉讼{facts.count(suits, facts.rng.choice(('件', '起', '宗')))}。"


def percentages(facts):
    """A share or a change; off by so many tenths where it is to be wrong."""
    rng, off = facts.rng, facts.off.get("narrative.percent", 0)
    whole = rng.randint(40, 900)
    part = rng.randint(5, whole - 5)
    places = rng.choice((0, 1, 2))
    if off:
        facts.broken.append("narrative.percent")
    if happens(rng, 0.5):
        share = Decimal(part * 100) / whole + Decimal(off * 3) / 10**places
        return f"开展政策解读{whole}次，其中图文解读{part}次，占比{round(share, places)}%。"
    change = Decimal((whole - part) * 100) / part + Decimal(off * 3) / 10**places
    return f"回复群众留言{whole}条，较上年的{part}条增长{round(change, places)}%。"


def again(facts):
    """The number of applications once more, in the last section."""
    off = facts.off.get("narrative.contradiction", 0)
    received = facts.total("new_received")
    if not off and (not received or happens(facts.rng, 0.7)):
        return ""
    said = facts.total("new_received") + facts.off.get("narrative.applications", 0)
    facts.rows("narrative.applications", received + off, ("/applications/new_received",))
    if received + off != said and said + facts.total("carried_over"):
        facts.broken.append("narrative.contradiction")
    return f"另外，{facts.year}年新收政府信息公开申请{received + off}件，已列入台账。"
