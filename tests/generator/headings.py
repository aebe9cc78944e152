"""Wordings of the six headings."""
from chance import happens

USUAL = {
    "overview": "总体情况", "active_disclosure": "主动公开政府信息情况", "applications": "收到和处理政府信息公开申请情况",
    "review_litigation": "政府信息公开行政复议、行政诉讼情况", "problems": "存在的主要问题及改进情况", "other_matters": "其他需要报告的事项",
}
ODD = {
    "overview": ("概述", "主要工作概述", "基本工作情况", "工作基本情况", "政府信息公开总体情况", "总体工作情况"),
    "active_disclosure": ("主动公开政府信息的情况", "政府信息主动公开情况", "主动公开情况"),
    "applications": ("收到和处理政府信息公开情况", "收到和处理政府信息公开申请的情况", "政府信息依申请公开情况"),
    "review_litigation": ("因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政法复议、行政诉讼情况",
                          "政府信息公开行政复议和行政诉讼情况", "行政复议、行政诉讼情况"),
    "problems": ("存在问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在的主要问题及整改措施", "存在的主要问题和改进措施",
                 "存在的问题及改进措施"),
    "other_matters": ("其他需要报告事项", "需要报告的其他事项", "其他需报告的事项", "其它需要报告的事项"),
}
PARTS = (("主动公开", "主动公开政府信息", "政府信息主动公开"), ("依申请公开", "依申请公开办理", "政府信息依申请公开"),
         ("政府信息管理", "信息管理", "政府信息规范管理"), ("政府信息公开平台建设", "平台建设", "公开平台建设"), ("监督保障", "监督保障机制", "工作监督保障"))
PART_ENDS = ("情况", "方面", "")
NUMBERS = "一二三四五六七八九"


def section_heading(rng, key, year, features):
    if key == "overview" and "heading_year" in features:
        return f"{year}年政府信息公开总体情况"
    odd = "heading_odd" in features and happens(rng, 0.5)
    return rng.choice(ODD[key]) if odd else USUAL[key]


def printed_heading(number, heading, features):
    gap = " " if "heading_spaced" in features else ""
    return f"{number}、{gap}{heading}{'。' if 'heading_stop' in features else ''}"


def part_headings(rng):
    end = rng.choice(PART_ENDS)
    return [rng.choice(words) + end for words in PARTS]
