"""Invented organs: no such place exists. 堃, 喆, 淏 stand outside GB 2312 on purpose (pages declare gb2312 and mean GBK)."""
from typing import NamedTuple

from chance import weighted

FIRST = "岚泓枫皓霁沅筱苍黛碧晴墨琅绮堃淏"
LAST = "溪澄湾渚霖岫垣泽陌汀屿墟"
GIVEN = "喆航敏"
# Of characters that most places are named with: what a recogniser of scans can be asked to know.
COMMON_FIRST = "云青清安永新和兴宁怀昌丰白凤"
COMMON_LAST = "渡塘岭坪桥"
COMMON_GIVEN = "平航敏"
BUREAUS = ("农业农村局", "生态环境局", "市场监督管理局", "教育局", "住房和城乡建设局", "交通运输局", "水务局", "司法局", "文化和旅游局", "财政局")
DEPARTMENTS = ("水利厅", "交通运输厅", "生态环境厅", "自然资源厅", "商务厅")


class Kind(NamedTuple):
    pattern: str   # {p} a place, {q} another, {b} a bureau, {d} a department
    we: str
    scale: int     # about how many applications a year
    licences: int  # about how many licences a year
    weight: int


KINDS = (
    Kind("{p}县{q}镇人民政府", "我镇", 3, 300, 5),
    Kind("{q}镇人民政府", "我镇", 3, 60, 3),
    Kind("{p}县{q}乡人民政府", "我乡", 2, 40, 3),
    Kind("{p}区{q}街道办事处", "我街道", 6, 200, 4),
    Kind("{p}区人民政府{q}街道办事处", "我街道", 9, 100, 1),
    Kind("{p}县{b}", "我局", 8, 2500, 5),
    Kind("{p}市{b}", "我局", 60, 30000, 5),
    Kind("{p}市{q}区{b}", "我局", 20, 9000, 3),
    Kind("{p}区人民政府办公室", "我办", 40, 0, 2),
    Kind("{p}县人民政府", "我县", 120, 80000, 2),
    Kind("{p}市人民政府办公厅", "我厅", 300, 0, 1),
    Kind("{p}市人民政府", "全市", 2500, 1500000, 2),
    Kind("{p}省{d}", "我厅", 150, 12000, 2),
    Kind("{p}省人民政府", "全省", 9000, 6000000, 1),
    Kind("{p}经济技术开发区管理委员会", "我区", 25, 4000, 2),
    Kind("{p}高新技术产业开发区管委会", "我区", 25, 4000, 1),
)


class Agency(NamedTuple):
    name: str
    we: str
    scale: int
    licences: int
    contact: str  # address, telephone, mail


def make_agency(rng, common=False):
    first, last, given = (COMMON_FIRST, COMMON_LAST, COMMON_GIVEN) if common else (FIRST, LAST, GIVEN)
    kind = weighted(rng, [(kind, kind.weight) for kind in KINDS])
    p, q = (rng.choice(first) + rng.choice(last) for _ in range(2))
    name = kind.pattern.format(p=p, q=q, b=rng.choice(BUREAUS), d=rng.choice(DEPARTMENTS))
    scale = round(kind.scale * rng.choice((0, 0.2, 0.6, 1, 1, 1.7, 3)))
    contact = (f"地址：{rng.choice(first)}{rng.choice(last)}路{rng.randint(1, 399)}号，邮编：{rng.randint(900000, 999999)}，"
               f"电话：0999-{rng.randint(2000000, 8999999)}，联系人：{rng.choice('赵钱孙李')}{rng.choice(given)}")
    return Agency(name, kind.we, scale, kind.licences, contact)
