"""truth.json of an archive: its organs, its reports, what must be found and what may be mentioned."""
import json

from archive import between, world
from check_reports import folded


def write_files(out, seed, archive, written, seeded):
    _write(out / "regions.json", world.regions_file(archive.regions))
    _write(out / "aliases.json", world.aliases_file(archive.organs))
    _write(out / "truth.json", make_truth(seed, archive, written, seeded))


def make_truth(seed, archive, written, seeded):
    findings, tolerated = between.find(archive, written)
    told = [one.finding | {"variant": one.variant} for one in seeded if one.finding]
    for finding in findings:
        finding["variant"] = _variant(finding, seeded)
    by_key = {one.entry.key: one for one in written}
    for finding in told:
        if finding["rule"] == "text.boilerplate":
            finding["passage"] = _passage(*(by_key[key].truth for key in finding["reports"]), finding["sections"])
    findings = [_plain(finding) for finding in [*findings, *told]]
    return {"seed": str(seed), "organs": [_organ(archive, organ) for organ in archive.organs],
            "reports": [{"id": one.entry.key, "path": one.path, "sha256": one.sha256, "organ": one.entry.organ.id, "year": one.entry.year,
                         "name": one.entry.name, "form": one.entry.form} for one in written],
            "findings": sorted(findings, key=lambda finding: (finding["rule"], finding["organ"], finding["years"])),
            "tolerated": [_plain(finding) for finding in tolerated]}


def _variant(finding, seeded):
    """Of the break that it is due to; "follows" where it is none's own."""
    keys = {(one.rule, one.organ, one.years): one.variant for one in seeded}
    return keys.get((finding["rule"], finding["organ"], tuple(finding["years"])), "follows")


def _organ(archive, organ):
    names = {str(entry.year): entry.name for entry in archive.of(organ)}
    return {"id": organ.id, "name": organ.name, "region": organ.place.name, "formerly": organ.former_names(), "names": names}


def _plain(finding):
    """Numbers of money as JSON numbers."""
    number = lambda value: value if value is None or isinstance(value, (int, float)) else float(value)
    cells = [cell | {"expected": number(cell["expected"]), "actual": number(cell["actual"])} for cell in finding["cells"]]
    return finding | {"cells": cells}


def _passage(first, second, sections):
    """The longest run of characters that two narratives share."""
    texts = [{section["key"]: folded(section["text"]) for section in truth["sections"]} for truth in (first, second)]
    return max((longest_common(*(text.get(key, "") for text in texts)) for key in sections), key=len)


def longest_common(a, b):
    """The longest common run, by halving its length: a run of n has runs of every shorter length."""
    low, high, best = 0, min(len(a), len(b)), ""
    while low < high:
        length = (low + high + 1) // 2
        runs = {a[i:i + length] for i in range(len(a) - length + 1)}
        found = next((b[i:i + length] for i in range(len(b) - length + 1) if b[i:i + length] in runs), None)
        if found is None:
            high = length - 1
        else:
            low, best = length, found
    return best


def _write(path, content):
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
