"""The organs of an archive and the regions that they belong to. All of it is invented."""
from dataclasses import dataclass

import agencies
from chance import happens, stream
from archive.organs import Organ, Place

# (name now, name before or "", last year of that name; with no name before: the year before the organ was founded).
BUREAUS = (
    ("自然资源局", "国土资源局", 2018), ("生态环境局", "环境保护局", 2018), ("农业农村局", "农业局", 2018), ("教育局", "", 0), ("财政局", "", 0),
    ("文化和旅游局", "文化广电新闻出版局", 2018), ("市场监督管理局", "工商行政管理局", 2014), ("卫生健康局", "卫生和计划生育局", 2018), ("司法局", "", 0),
    ("应急管理局", "安全生产监督管理局", 2018), ("乡村振兴局", "扶贫开发办公室", 2020), ("水务局", "水利局", 2016), ("交通运输局", "", 0), ("民政局", "", 0),
    ("住房和城乡建设局", "", 0), ("审计局", "", 0), ("医疗保障局", "", 2018), ("退役军人事务局", "", 2018), ("行政审批服务局", "", 2016),
)
TOWNS = (("镇人民政府", "我镇", 4, 120), ("乡人民政府", "我乡", 3, 60), ("街道办事处", "我街道", 8, 200))
LOCAL = ("村", "社区", "路", "小区", "片区", "水库", "广场", "集市", "大桥", "园区")
FIRST, LAST = agencies.FIRST + agencies.COMMON_FIRST, agencies.LAST + agencies.COMMON_LAST


@dataclass
class Region:
    place: Place
    within: str   # the name of the region above, or ""
    organs: list  # without the one that reports for the whole region
    total: Organ | None = None


def make_world(seed, count, years):
    """([Region], [Organ]) with `count` organs."""
    maker = _Maker(seed, count, years)
    while len(maker.organs) < count:
        maker.add_city()
    everyone = [organ for region in maker.regions for organ in (*region.organs, region.total) if organ]
    for organ in everyone:
        _live(seed, organ, years)
    added_up = {region.place.name for region in maker.regions if region.total}
    for region in maker.regions:
        if {region.place.name, region.within} & added_up:
            for organ in region.organs:  # so that regions.json tells from when on it belongs to the sum
                organ.founded |= organ.first > years[0]
        _merge(stream(seed, "merge", region.place.name), region, years)
    _mark_bare(everyone)
    return maker.regions, sorted(everyone, key=lambda organ: organ.id)


class _Maker:
    def __init__(self, seed, count, years):
        self.rng, self.count, self.years = stream(seed, "world"), count, years
        self.regions, self.organs, self.towns = [], [], []
        pool = [first + last for first in FIRST for last in LAST]
        self.rng.shuffle(pool)
        self.names = iter(pool)
        self.province = next(self.names) + "省"

    def add_city(self):
        rng = self.rng
        city = Place(next(self.names) + "市", (self.province,))
        reports_total = len(self.regions) % 3 == 1  # not the first, so that a small archive has both
        region = Region(city, "", [])
        self.regions.append(region)
        self._add(region, "人民政府办公室", "我办", 60, 0)
        for bureau in rng.sample(BUREAUS, 7):
            self._bureau(region, bureau, 60, 9000)
        for number in range(rng.randint(2, 3)):
            self._add_county(city, reports_total or number == 1)
        if reports_total:
            self._total(region, "全市")
        else:
            self._add(region, "人民政府", "我市", 300, 100000)

    def _add_county(self, city, reports_total):
        rng, name = self.rng, next(self.names)
        kind = rng.choice("县县县区")
        became_district = kind == "区" and happens(rng, 0.5)
        place = Place(name + kind, (*city.above, city.name), name + "县" if became_district else "", 2020 if became_district else 0)
        region = Region(place, city.name, [])
        self.regions.append(region)
        self._add(region, "人民政府办公室", "我办", 40, 0)
        for bureau in rng.sample(BUREAUS, 6):
            self._bureau(region, bureau, 12, 2500)
        for _ in range(rng.randint(3, 5)):
            self._town(region)
        if reports_total:
            self._total(region, f"全{kind}")

    def _bureau(self, region, bureau, scale, licences):
        name, before, until = bureau
        organ = self._add(region, name, "我局", scale, licences)
        if organ and before:
            organ.formerly, organ.until = before, until
        elif organ and until:
            organ.first, organ.founded = until + 1, True

    def _town(self, region):
        rng = self.rng
        # Every third town has the name of one in another region.
        if self.towns and happens(rng, 0.3):
            own, we, scale, licences = rng.choice(self.towns)
        else:
            ending, we, scale, licences = rng.choice(TOWNS)
            own = rng.choice(FIRST) + rng.choice(LAST) + ending
        if own in [organ.own for organ in region.organs]:
            return
        self.towns.append((own, we, scale, licences))
        self._add(region, own, we, scale, licences)

    def _add(self, region, own, we, scale, licences):
        if len(self.organs) >= self.count:
            return None
        rng = self.rng
        organ = Organ(f"o{len(self.organs):04}", region.place, own, we, round(scale * rng.choice((0.4, 0.7, 1, 1, 1.7, 3))),
                      round(licences * rng.choice((0, 0.3, 1, 1, 2))))
        organ.locals = [rng.choice(FIRST.replace("和", "")) + rng.choice(LAST) + ending for ending in LOCAL]  # 和和溪村 would read as a slip
        organ.contact = f"邮编：{rng.randint(900000, 999999)}，电话：0999-{rng.randint(2000000, 8999999)}，联系人：{rng.choice('赵钱孙李')}{rng.choice(agencies.GIVEN)}"
        self.organs.append(organ)
        region.organs.append(organ)
        return organ

    def _total(self, region, we):
        organ = self._add(region, "人民政府", we, 0, 0)
        if organ:
            region.organs.remove(organ)
            organ.is_total = True
            region.total = organ


def _live(seed, organ, years):
    """First and last year: most from the first to the last of the archive."""
    rng = stream(seed, organ.id, "life")
    organ.last = years[-1]
    if not organ.founded:
        organ.first = years[0]
        if happens(rng, 0.12) and not organ.is_total:  # its first reports are not in the archive
            organ.first = min(years[0] + rng.randint(1, 6), years[-1] - 2)
    organ.first = max(organ.first, years[0])
    if organ.first > years[-1] - 1:
        organ.first, organ.founded = years[0], False


def _merge(rng, region, years):
    """In some regions an organ is dissolved, and another one takes over its work."""
    if len(region.organs) < 6 or years[-1] < 2021 or not happens(rng, 0.5):
        return
    gone, heir = rng.sample(region.organs[1:], 2)
    gone.last, gone.dissolved = rng.randint(max(2019, gone.first + 1), years[-1] - 1), True
    heir.doubles = gone.last + 1


def _mark_bare(organs):
    taken = {}
    for organ in organs:
        for own in {organ.own, organ.formerly or organ.own}:
            taken.setdefault(own, set()).add(organ.id)
    for organ in organs:
        alone = all(len(taken[own]) == 1 for own in (organ.own, organ.formerly or organ.own))
        organ.bare = alone and not organ.own.startswith("人民政府")


def regions_file(regions):
    """regions.json (README.md says what it means)."""
    rows = []
    for region in regions:
        row = {"name": region.place.name}
        if region.place.formerly:
            row["formerly"] = [region.place.formerly]
        if region.within:
            row["within"] = region.within
        if region.total:
            row["total"] = region.total.name
        row["organs"] = [_member(organ) for organ in region.organs]
        rows.append(row)
    return {"regions": rows}


def _member(organ):
    life = ({"from": organ.first} if organ.founded else {}) | ({"to": organ.last} if organ.dissolved else {})
    return {"name": organ.name} | life


def aliases_file(organs):
    """aliases.json."""
    return {"aliases": [{"name": organ.name, "formerly": organ.former_names()} for organ in organs if organ.former_names()]}
