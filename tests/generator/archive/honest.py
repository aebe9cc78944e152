"""What differs between honest reports: no error may be found in any of it. Every archive has it, clean or not."""
from archive import entries
from archive.series import ORGANISATIONS, add_series
from chance import happens, stream

NOTES = (
    "关于数据衔接的说明：{last}年度报告中“结转下年度继续办理”的数量，因统计口径调整，与本年度“上年结转”的数量不一致，以本报告为准。",
    "本年度上年结转政府信息公开申请数量与上年报告所列结转数量不一致，系对上年年底在办件重新核实后更正所致。",
    "说明：经复核，上年度报告中结转下年度继续办理的数据有误，现予更正，上年结转数量以本报告为准。",
    "因机构职责调整，上年结转数据与{last}年度报告的结转下年度数据存在差异，特此说明。",
)
RESTATED, FEWEST_RESTATED = 0.03, 2  # of the organs
RECOUNTED = 0.3     # of the pairs of years whose documents in force are no plain sum (in real series about half)


def restate(seed, archive):
    """Some carry over another number than last year's report says, and tell why."""
    rng = stream(seed, "restated")
    able = [organ for organ in archive.plain_organs() if archive.pairs(organ)]
    for organ in rng.sample(able, min(len(able), max(FEWEST_RESTATED, round(RESTATED * len(able))))):
        _, after = rng.choice(archive.pairs(organ))
        entries.carry_over(after.values, rng.choice(("natural_person", "natural_person", *ORGANISATIONS)), rng.choice((1, 2, 5)))
        after.restated = True
        after.notes.append(rng.choice(NOTES).format(last=after.year - 1))
        archive.used.add(organ.id)


def recount(seed, archive):
    """Documents lapse without being repealed, or are found again: in_force moves a little, for all years that follow."""
    row = "/active_disclosure/normative_documents"
    for organ in archive.organs:
        years = [entry for entry in archive.of(organ) if entry.year >= 2021]
        for position in range(1, len(years)):
            rng = stream(seed, organ.id, "recount", years[position].year)
            later = years[position:]
            change = rng.choice((1, 2, -1, -2, -3))
            if happens(rng, RECOUNTED) and all(_room(entry.values, row) + change >= 0 for entry in later):
                for entry in later:
                    entry.values[f"{row}/in_force"] += change


def _room(values, row):
    """By how much in_force may fall: below issued − repealed it cannot be, nor so low that more is repealed next year than there is."""
    return min(values[f"{row}/in_force"] - max(values[f"{row}/issued"] - values[f"{row}/repealed"], 0) - 2, values[f"{row}/in_force"] // 3)


def add_totals(archive):
    """A region's report holds the sums over its organs and over the regions in it; the innermost first."""
    for region in reversed(archive.regions):
        if not region.total:
            continue
        for entry in archive.of(region.total):
            if entry.year >= 2014:
                entry.values = add_series([child.values for child in archive.children(region, entry.year)])
