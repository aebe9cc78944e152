"""Breaks that are put into an archive on purpose. Which cells then differ is found by between.py, not told here.

Each `seed` function changes the entries of one organ (or region) and returns the years that the finding is about, or None where the organ does not suit."""
from typing import NamedTuple

from archive import breaks_numbers, breaks_outlier, breaks_region, breaks_reports, breaks_text
from chance import stream


class Break(NamedTuple):
    rule: str
    variant: str
    seed: object         # (rng, archive, organ or region) -> [[years], ...] or None; of text and outliers: findings
    subject: str = "organ"


BREAKS = (
    *(Break("series.carry_over", *row) for row in breaks_numbers.CARRY_OVER),
    *(Break("series.in_force", *row) for row in breaks_numbers.IN_FORCE),
    *(Break("series.cumulative", *row) for row in breaks_numbers.CUMULATIVE),
    *(Break("series.outlier", *row) for row in breaks_outlier.OUTLIER),
    *(Break("series.missing_year", *row) for row in breaks_reports.MISSING),
    *(Break("series.duplicate", *row) for row in breaks_reports.DUPLICATE),
    *(Break("text.boilerplate", *row) for row in breaks_text.BOILERPLATE),
    *(Break("hierarchy.sum", *row, "region") for row in breaks_region.HIERARCHY),
)


class Seeded(NamedTuple):
    rule: str
    variant: str
    organ: str
    years: tuple
    finding: dict | None = None  # where no arithmetic can find it


def seed_breaks(seed, archive, each):
    """Every kind `each` times, as far as there are organs that suit it."""
    seeded = []
    for turn in range(each):
        for kind in BREAKS:
            seeded += _seed_one(stream(seed, "break", kind.rule, kind.variant, turn), archive, kind)
    return seeded


def _seed_one(rng, archive, kind):
    subjects = archive.top_totals() if kind.subject == "region" else archive.plain_organs()
    rng.shuffle(subjects)
    for subject in subjects:
        done = kind.seed(rng, archive, subject)
        if done is not None:
            organ = subject.total if kind.subject == "region" else subject
            archive.used.add(organ.id)
            for entry in archive.all():
                entry.full |= entry.organ is organ
            return [_seeded(kind, organ, one) for one in done]
    return []


def _seeded(kind, organ, one):
    """`one`: the years, or (rule, organ, years) of a finding of another rule, or a whole finding."""
    if isinstance(one, dict):
        return Seeded(kind.rule, kind.variant, organ.id, tuple(one["years"]), {"rule": kind.rule, "organ": organ.id} | one)
    if isinstance(one, tuple):
        rule, other, years = one
        return Seeded(rule, kind.variant, other.id, tuple(years))
    return Seeded(kind.rule, kind.variant, organ.id, tuple(one))
