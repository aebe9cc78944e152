"""The national forms as tables of data. A cell is known by its JSON Pointer in the report (FORMS.md's keys)."""
from typing import NamedTuple

COLUMNS = (
    ("natural_person", "自然人"), ("business", "商业企业"), ("research", "科研机构"), ("public_welfare", "社会公益组织"),
    ("legal_service", "法律服务机构"), ("other", "其他"), ("total", "总计"),
)
COLUMN_KEYS = tuple(key for key, _ in COLUMNS)

OUTCOME = "三、本年度办理结果"
REFUSED, UNAVAILABLE, NOT_PROCESSED, OTHER = "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"
OVERDUE = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
UNPAID = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"


class Row(NamedTuple):
    """A row of table 3: `stage` and `group` are the merged cells to the left of its label."""
    key: str
    stage: str | None
    group: str | None
    label: str


def _outcome(group, prefix, *pairs):
    return tuple(Row(f"outcome/{prefix}{key}", OUTCOME, group, label) for key, label in pairs)


_HEAD = (
    Row("new_received", None, None, "一、本年新收政府信息公开申请数量"),
    Row("carried_over", None, None, "二、上年结转政府信息公开申请数量"),
    *_outcome(None, "", ("granted", "（一）予以公开"),
              ("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）")),
    *_outcome(REFUSED, "refused/", ("state_secret", "1.属于国家秘密"), ("forbidden_by_law", "2.其他法律行政法规禁止公开"),
              ("security_and_stability", "3.危及“三安全一稳定”"), ("third_party_rights", "4.保护第三方合法权益"),
              ("internal_affairs", "5.属于三类内部事务信息"), ("process_information", "6.属于四类过程性信息"),
              ("enforcement_files", "7.属于行政执法案卷"), ("administrative_queries", "8.属于行政查询事项")),
    *_outcome(UNAVAILABLE, "unavailable/", ("not_held", "1.本机关不掌握相关政府信息"),
              ("needs_creation", "2.没有现成信息需要另行制作"), ("still_unclear", "3.补正后申请内容仍不明确")),
    *_outcome(NOT_PROCESSED, "not_processed/", ("petition", "1.信访举报投诉类申请"), ("repeated", "2.重复申请"),
              ("publications", "3.要求提供公开出版物"), ("excessive", "4.无正当理由大量反复申请"),
              ("reconfirmation", "5.要求行政机关确认或重新出具已获取信息")),
)
_TAIL = (Row("outcome/total", OUTCOME, None, "（七）总计"), Row("carried_forward", None, None, "四、结转下年度继续办理"))

APPLICATION_ROWS = {
    "2021": (*_HEAD, *_outcome(OTHER, "other/", ("overdue_correction", OVERDUE), ("unpaid_fee", UNPAID), ("other", "3.其他")), *_TAIL),
    "2019": (*_HEAD, *_outcome(None, "other/", ("all", OTHER)), *_TAIL),
}
GROUP_POINTERS = {REFUSED: "/applications/outcome/refused", UNAVAILABLE: "/applications/outcome/unavailable",
                  NOT_PROCESSED: "/applications/outcome/not_processed", OTHER: "/applications/outcome/other"}
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


class Article(NamedTuple):
    """One block of table 2: its heading, its column heads and its rows."""
    heading: str
    columns: tuple  # (key, head)
    rows: tuple     # (key, label)


_CHANGES = (("last_year", "上一年项目数量"), ("change", "本年增/减"))
_DECISIONS_2019 = (*_CHANGES, ("decisions", "处理决定数量"))
_DECISIONS = (("decisions", "本年处理决定数量"),)
_PENALTIES = (("penalties", "行政处罚"), ("coercive_measures", "行政强制"))
ARTICLES = {
    "2021": (
        Article("第二十条第（一）项", (("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")),
                (("regulations", "规章"), ("normative_documents", "行政规范性文件"))),
        Article("第二十条第（五）项", _DECISIONS, (("licences", "行政许可"),)),
        Article("第二十条第（六）项", _DECISIONS, _PENALTIES),
        Article("第二十条第（八）项", (("amount", "本年收费金额（单位：万元）"),), (("fees", "行政事业性收费"),)),
    ),
    "2019": (
        Article("第二十条第（一）项", (("made", "本年新制作数量"), ("published", "本年新公开数量"), ("public_total", "对外公开总数量")),
                (("regulations", "规章"), ("normative_documents", "规范性文件"))),
        Article("第二十条第（五）项", _DECISIONS_2019, (("licences", "行政许可"), ("other_services", "其他对外管理服务事项"))),
        Article("第二十条第（六）项", _DECISIONS_2019, _PENALTIES),
        Article("第二十条第（八）项", _CHANGES, (("fees", "行政事业性收费"),)),
        Article("第二十条第（九）项", (("projects", "采购项目数量"), ("amount", "采购总金额")), (("procurement", "政府集中采购"),)),
    ),
}

REVIEW_GROUPS = (("review", "行政复议"), ("direct_litigation", "未经复议直接起诉"), ("litigation_after_review", "复议后起诉"))
REVIEW_COLUMNS = (("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结"), ("total", "总计"))
REVIEW_PARTS = ("upheld", "corrected", "other", "pending")

SECTIONS = (
    ("overview", "一"), ("active_disclosure", "二"), ("applications", "三"), ("review_litigation", "四"),
    ("problems", "五"), ("other_matters", "六"),
)
TABLE_SECTIONS = ("active_disclosure", "applications", "review_litigation")


def pointers(table, form):
    """Every cell of one table, in the order of the form."""
    if table == "active_disclosure":
        return [f"/{table}/{row}/{column}" for article in ARTICLES[form]
                for row, _ in article.rows for column, _ in article.columns]
    if table == "applications":
        return [f"/{table}/{row.key}/{column}" for row in APPLICATION_ROWS[form] for column in COLUMN_KEYS]
    return [f"/{table}/{group}/{column}" for group, _ in REVIEW_GROUPS for column, _ in REVIEW_COLUMNS]


def is_amount(pointer):
    return pointer.endswith("/amount")
