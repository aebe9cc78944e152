"""Reports of 2014 to 2018 with the national annex 政府信息公开情况统计表 (FORMS.md section 6), and mistakes in its sums.

A row of the annex: key, label, unit. Its parts follow it; SUMS says which of them add up to it."""
from chance import happens, stream
from agencies import make_agency
from document import Document, Grid, Paragraph, Section
from titles import make_title

GROUP = "——"
ROWS = (
    (None, "一、主动公开情况", GROUP),
    ("disclosure.published", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条"),
    ("disclosure.normative_documents", "其中：主动公开规范性文件数", "条"),
    ("disclosure.normative_documents_issued", "制发规范性文件总数", "件"),
    (None, "（二）通过不同渠道和方式公开政府信息的情况", GROUP),
    ("disclosure.gazette", "1.政府公报公开政府信息数", "条"),
    ("disclosure.website", "2.政府网站公开政府信息数", "条"),
    ("disclosure.microblog", "3.政务微博公开政府信息数", "条"),
    ("disclosure.wechat", "4.政务微信公开政府信息数", "条"),
    ("disclosure.other_channels", "5.其他方式公开政府信息数", "条"),
    (None, "二、回应解读情况", GROUP),
    ("response.topics", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次"),
    (None, "（二）通过不同渠道和方式回应解读的情况", GROUP),
    ("response.press_conferences", "1.参加或举办新闻发布会总次数", "次"),
    ("response.press_conferences_by_head", "其中：主要负责同志参加新闻发布会次数", "次"),
    ("response.interviews", "2.政府网站在线访谈次数", "次"),
    ("response.interviews_by_head", "其中：主要负责同志参加政府网站在线访谈次数", "次"),
    ("response.interpretations", "3.政策解读稿件发布数", "篇"),
    ("response.social_media", "4.微博微信回应事件数", "次"),
    ("response.other_channels", "5.其他方式回应事件数", "次"),
    (None, "三、依申请公开情况", GROUP),
    ("applications.received", "（一）收到申请数", "件"),
    ("applications.in_person", "1.当面申请数", "件"),
    ("applications.fax", "2.传真申请数", "件"),
    ("applications.network", "3.网络申请数", "件"),
    ("applications.letter", "4.信函申请数", "件"),
    ("applications.processed", "（二）申请办结数", "件"),
    ("applications.processed_on_time", "1.按时办结数", "件"),
    ("applications.processed_extended", "2.延期办结数", "件"),
    ("applications.answered", "（三）申请答复数", "件"),
    ("applications.already_published", "1.属于已主动公开范围数", "件"),
    ("applications.granted", "2.同意公开答复数", "件"),
    ("applications.partly_granted", "3.同意部分公开答复数", "件"),
    ("applications.refused", "4.不同意公开答复数", "件"),
    ("applications.refused.state_secret", "其中：涉及国家秘密", "件"),
    ("applications.refused.trade_secret", "涉及商业秘密", "件"),
    ("applications.refused.privacy", "涉及个人隐私", "件"),
    ("applications.refused.security_and_stability", "危及国家安全、公共安全、经济安全和社会稳定", "件"),
    ("applications.refused.not_information", "不是《条例》所指政府信息", "件"),
    ("applications.refused.other_law", "法律法规规定的其他情形", "件"),
    ("applications.other_body", "5.不属于本行政机关公开数", "件"),
    ("applications.not_held", "6.申请信息不存在数", "件"),
    ("applications.to_be_corrected", "7.告知作出更改补充数", "件"),
    ("applications.other_route", "8.告知通过其他途径办理数", "件"),
    ("review.total", "四、行政复议数量", "件"),
    ("review.upheld", "（一）维持具体行政行为数", "件"),
    ("review.corrected", "（二）被依法纠错数", "件"),
    ("review.other", "（三）其他情形数", "件"),
    ("litigation.total", "五、行政诉讼数量", "件"),
    ("litigation.upheld", "（一）维持具体行政行为或者驳回原告诉讼请求数", "件"),
    ("litigation.corrected", "（二）被依法纠错数", "件"),
    ("litigation.other", "（三）其他情形数", "件"),
    ("complaints.total", "六、举报投诉数量", "件"),
    ("fees.amount", "七、依申请公开信息收取的费用", "万元"),
    (None, "八、机构建设和保障经费情况", GROUP),
    ("capacity.offices", "（一）政府信息公开工作专门机构数", "个"),
    ("capacity.reading_points", "（二）设置政府信息公开查阅点数", "个"),
    ("capacity.staff", "（三）从事政府信息公开工作人员数", "人"),
    ("capacity.staff_full_time", "1.专职人员数（不包括政府公报及政府网站工作人员数）", "人"),
    ("capacity.staff_part_time", "2.兼职人员数", "人"),
    ("capacity.budget", "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）", "万元"),
    (None, "九、政府信息公开会议和培训情况", GROUP),
    ("meetings.meetings", "（一）召开政府信息公开工作会议或专题会议数", "次"),
    ("meetings.trainings", "（二）举办各类培训班数", "次"),
    ("meetings.trainees", "（三）接受培训人员数", "人次"),
)
SUMS = {
    "applications.received": ("in_person", "fax", "network", "letter"),
    "applications.processed": ("processed_on_time", "processed_extended"),
    "applications.refused": ("refused.state_secret", "refused.trade_secret", "refused.privacy", "refused.security_and_stability",
                             "refused.not_information", "refused.other_law"),
    "applications.answered": ("already_published", "granted", "partly_granted", "refused", "other_body", "not_held", "to_be_corrected", "other_route"),
    "review.total": ("upheld", "corrected", "other"),
    "litigation.total": ("upheld", "corrected", "other"),
    "capacity.staff": ("staff_full_time", "staff_part_time"),
}
NARRATIVE = (("overview", "概述", "本机关按照年度要点公开政府信息，各项指标见统计表。"), ("problems", "存在的主要问题及改进情况", "信息更新还不够及时，将逐月检查。"))


def make_annex_report(seed, lacks=(), clean=False):
    """(document, truth) of a seed: about half with one sum broken, or a cumulative number below this year's."""
    rng = stream(seed, "annex")
    agency, year = make_agency(stream(seed, "agency")), rng.randint(2014, 2018)
    values, past = _numbers(rng), _numbers(rng)
    cumulative = {key: values[key] + past[key] for key in values} if happens(rng, 0.4) else None
    findings = []
    if not clean and happens(rng, 0.6):
        _break(rng, values, cumulative, findings)
    # A sum that fails with a blank part is not assessed: nothing is left blank where one is broken.
    blanks = {key for key, value in values.items() if not value and happens(rng, 0.5)} if not findings and "blank_cells" not in lacks and happens(rng, 0.4) else set()
    title = make_title(stream(seed, "title"), agency.name, year, frozenset())
    grid, statistics = annex_grid(values, cumulative, blanks)
    sections = [Section(key, number, heading, f"{number}、{heading}", [Paragraph(text)])
                for number, (key, heading, text) in zip("一二", NARRATIVE)]
    sections.append(Section("statistics", "三", "政府信息公开情况统计表", "三、政府信息公开情况统计表", [grid]))
    preamble = [f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"]
    truth = {"title": title.lines[0], "agency": agency.name, "year": year, "form": "2014", "statistics": statistics,
             "sections": [{"key": section.key, "heading": section.heading, "text": section.text} for section in sections],
             "findings": findings, "judged_rules": ["statistics.", "cell.blank", "cell.not_a_number", "cell.unit", "text.", "identity."]}
    return Document(title.lines, "", agency.name, year, preamble, sections), truth


def _numbers(rng):
    """Every sum holds: parts first, then their wholes (不同意公开 before the answers that it is part of)."""
    values = {key: rng.choice((0, 0, rng.randint(0, 30))) for key, _, _ in ROWS if key}
    add_up(values)
    return values


def add_up(values):
    """Sets every whole to what its parts add up to."""
    for whole in SUMS:
        values[whole] = sum(values[part] for part in _parts(whole))
    values["disclosure.published"] = max(values[f"disclosure.{channel}"] for channel in ("gazette", "website", "microblog", "wechat", "other_channels"))


def _parts(whole):
    return [f"{whole.split('.')[0]}.{part}" for part in SUMS[whole]]


def _break(rng, values, cumulative, findings):
    if cumulative is not None and happens(rng, 0.4):
        key = rng.choice(("complaints.total", "meetings.trainees", "capacity.reading_points"))
        values[key] = cumulative[key] + rng.randint(1, 9)
        return findings.append({"rule": "statistics.total", "at": pointer(key, "cumulative")})
    whole = rng.choice([whole for whole in SUMS if whole != "applications.refused"])
    column, numbers = ("cumulative", cumulative) if cumulative is not None and happens(rng, 0.5) else ("value", values)
    numbers[whole] += rng.randint(1, 5)
    if cumulative is not None and column == "value":
        past = cumulative[whole] - values[whole]
        if past < 0:  # then it is larger than what it is said to be part of
            findings.append({"rule": "statistics.total", "at": pointer(whole, "cumulative")})
    findings.append({"rule": "statistics.total", "at": pointer(whole, column)})


def pointer(wanted, column):
    return f"/statistics/{[key for key, _, _ in ROWS if key].index(wanted)}/{column}"


def annex_grid(values, cumulative, blanks):
    """(grid, rows of the truth). `cumulative`: {key: number, or None for a blank cell}; None where the form has no such column."""
    grid = Grid("statistics", [0.6, 0.1, 0.15, 0.15] if cumulative else [0.7, 0.1, 0.2], header_rows=1)
    heads = ["统计指标", "单位", "统计数"] + (["历年累计"] if cumulative else [])
    for column, head in enumerate(heads):
        grid.put(0, column, head, role="head")
    statistics = []
    for row, (key, label, unit) in enumerate(ROWS, 1):
        grid.put(row, 0, label)
        grid.put(row, 1, unit)
        numbers = {} if key is None else {"value": None if key in blanks else values[key]}
        if key and cumulative:
            numbers["cumulative"] = cumulative[key]
        texts = [GROUP] * (len(heads) - 2) if key is None else ["" if number is None else str(number) for number in numbers.values()]
        for column, text in enumerate(texts, 2):
            grid.put(row, column, text, role="number")
        if key:
            statistics.append({"label": label, "unit": unit, **numbers})
    return grid, statistics
