"""Titles: wordings, the year's spelling, and where the line is broken."""
from typing import NamedTuple

from chance import weighted

USUAL = "{a}{y}年政府信息公开工作年度报告"
ODD = {
    "{a}{y}年政府信息公开年度报告": 5, "{y}年{a}政府信息公开工作年度报告": 4, "{a}{y}年度政府信息公开工作年度报告": 4,
    "{y}年度{a}政府信息公开年度报告": 2, "{a}{y}年信息公开年度报告": 2, "{a}{y}年政务信息公开年度报告": 1,
    "{a}{y}年政府信息公开工作报告": 2, "{a}{y}年度政府信息公开工作情况报告": 2, "{a}{y}年政府信息公开年报": 1,
    "{a}政府信息公开工作年度报告（{y}年）": 2, "{a}{y}年政府信息公开工作年度总结报告": 1, "{y}{a}{y}年度政府信息公开年度报告": 1,
    "政府信息公开工作年度报告": 1,
}
# Where a title is cut in two or three; the last one cuts inside a word, as narrow pages do.
BREAKS = (("政府信息公开",), ("公开",), ("年度报告",), ("年政府", "年度报告"))
CHINESE = "〇一二三四五六七八九"


class Title(NamedTuple):
    lines: list
    names_agency: bool


def spell_year(year, features):
    if "year_chinese" in features:
        return "".join(CHINESE[int(digit)] for digit in str(year))
    if "year_full_width" in features:
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(year))
    return f" {year} " if "year_spaced" in features else str(year)


def make_title(rng, agency, year, features):
    pattern = weighted(rng, ODD) if "title_odd" in features else USUAL
    text = pattern.format(a=agency, y=spell_year(year, features)).strip()
    return Title(_broken(rng, text, agency) if "title_broken" in features else [text], "{a}" in pattern)


def _broken(rng, text, agency):
    if text.startswith(agency) and rng.random() < 0.5:
        return [agency, text.removeprefix(agency).strip()]
    lines = []
    for mark in rng.choice(BREAKS):
        head, found, tail = text.partition(mark)
        if found and head:
            lines.append(head)
            text = found + tail
    return [*lines, text]
