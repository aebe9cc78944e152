"""From an entry to the document that a producer writes down, and the truth of that report alone."""
import annex
import claims
import features as feature_table
import forms
import headings
import narrative
import printing
from archive import prose
from chance import happens, stream
from document import Document, Paragraph, Section
from errors import Draft
from labels import Labels
from report import Report, json_number, known_cells, make_tables, make_truth, report_prose, table_blocks
from titles import make_title

# Variations that leave every number where it is and every name readable: what is looked for here stands between reports.
FEATURES = ("year_spaced", "title_odd", "title_broken", "subtitle", "heading_odd", "heading_spaced", "parts_apart", "table_sentence", "signature",
            "ascii_marks", "number_comma", "documents_other_name", "stage_vertical", "head_wrapped", "total_in_first_row", "thousands", "blank_zeros")


def write_document(seed, entry, lacks=()):
    """Report of an entry: the document and its truth."""
    seed = f"{seed}:{entry.organ.id}:{entry.year}:{entry.style}"
    return _with_tables(seed, entry, lacks) if entry.has_tables else _before_2019(seed, entry)


def _features(seed, entry, lacks):
    lacks = (*lacks, "blank_zeros") if entry.full else lacks
    return frozenset(name for name in FEATURES if name not in lacks and happens(stream(seed, "feature", name), feature_table.PROBABILITY[name]))


def _title(seed, entry, features):
    title = make_title(stream(seed, "title"), entry.name, entry.year, features)
    return title if title.names_agency else make_title(stream(seed, "title"), entry.name, entry.year, features - {"title_odd"})


def _with_tables(seed, entry, lacks):
    features = _features(seed, entry, lacks)
    agency, year, form = entry.organ.as_agency(entry.name), entry.year, entry.form
    draft = Draft(dict(entry.values), form, form)
    printed = printing.print_cells(stream(seed, "print"), draft.values, features)
    for pointer in entry.blanks:
        printed[pointer] = printing.Printed("", None, "cell.blank")
    labels = Labels(stream(seed, "labels"), draft, features)
    said = claims.Facts(stream(seed, "claims"), year, agency, entry.values, {})
    words = {"overview": _overview(seed, entry, _facts(said), features), "problems": _problems(entry), "other_matters": _matters(seed, entry, features)}
    tables = make_tables(draft, printed, labels, features)
    sections = []
    for key, number in forms.SECTIONS:
        heading = headings.section_heading(stream(seed, "heading", key), key, year, features)
        sections.append(Section(key, number, heading, headings.printed_heading(number, heading, features), words.get(key) or table_blocks(key, tables[key], features)))
    preamble = narrative.preamble(stream(seed, "preamble"), agency, year, {})
    subtitle = f"（{year + 1}年1月{stream(seed, 'subtitle').randint(8, 30)}日）" if "subtitle" in features else ""
    title = _title(seed, entry, features)
    document = Document(title.lines, subtitle, agency.name, year, preamble, sections, features)
    known = known_cells(draft, printed)
    report_prose(draft, said, known)
    return Report(document, make_truth(document, True, form, draft, known, labels))


def _facts(said):
    """A line of numbers for each part of section one."""
    return (narrative.published(said.rng, 0) + claims.documents(said), claims.applications(said, near=False), claims.decisions(said),
            claims.percentages(said) + claims.fees(said), claims.disputes(said))


def _overview(seed, entry, facts, features):
    rng = stream(seed, "text")
    fill = lambda text: prose.filled(text, entry.organ, entry.year)
    paragraphs = [Paragraph(fill(entry.prose.formula))] if entry.prose.formula else []
    for index, heading in enumerate(headings.part_headings(rng)):
        text = facts[index] + "".join(map(fill, entry.prose.parts[index]))
        paragraphs += narrative.part(f"（{headings.NUMBERS[index]}）{heading}", text, "parts_apart" in features)
    return paragraphs


def _problems(entry):
    return [Paragraph(prose.filled(text, entry.organ, entry.year)) for text in entry.prose.problems]


def _matters(seed, entry, features):
    paragraphs = [Paragraph(prose.filled(entry.prose.matters, entry.organ, entry.year)), *map(Paragraph, entry.notes)]
    if "signature" in features:
        day = stream(seed, "signature").randint(8, 30)
        paragraphs += [Paragraph(entry.name, "signature"), Paragraph(f"{entry.year + 1}年1月{day}日", "signature")]
    return paragraphs


def _before_2019(seed, entry):
    """概述, the problems and, from 2014 on, the national annex."""
    year = entry.year
    facts = (narrative.published(stream(seed, "facts"), 0), "", "", "", "")
    sections = [Section("overview", "一", "概述", "一、概述", _overview(seed, entry, facts, frozenset())),
                Section("problems", "二", "存在的主要问题及改进情况", "二、存在的主要问题及改进情况", _problems(entry))]
    statistics = []
    if entry.has_annex:
        grid, statistics = annex.annex_grid(entry.values["value"], entry.values["cumulative"], frozenset())
        sections.append(Section("statistics", "三", "政府信息公开情况统计表", "三、政府信息公开情况统计表", [grid]))
    title = _title(seed, entry, frozenset())
    preamble = [f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"]
    truth = {"title": title.lines[0], "agency": entry.name, "year": year, "form": entry.form,
             "sections": [{"key": section.key, "heading": section.heading, "text": section.text} for section in sections],
             "findings": [], "judged_rules": ["statistics.", "text.", "identity."]}
    if statistics:
        truth["statistics"] = [{key: json_number(value) for key, value in row.items()} for row in statistics]
    return Report(Document(title.lines, "", entry.name, year, preamble, sections), truth)
