"""One synthetic report: the document to be written and the truth about it."""
from decimal import Decimal
from typing import NamedTuple

import arithmetic
import claims
import features as feature_table
import forms
import grids
import headings
import narrative
import printing
import slips
from agencies import make_agency
from chance import stream
from document import Document, Paragraph, Section
from errors import Draft, seed_errors, shorten_row
from labels import Labels
from titles import make_title
from scan_values import make_dense
from values import make_values

# Slips of the prose that no number decides.
PROSE_ALONE = ("narrative.sum", "identity.year", "text.doubled")
# Families of rules whose truth is complete, so that any other finding of theirs is a false alarm.
JUDGED = ["applications.", "review.", "direct_litigation.", "litigation_after_review.", "active_disclosure.", "cell.blank", "cell.placeholder",
          "cell.unit", "cell.note", "cell.negative", "cell.not_a_number", "table.missing", "table.row_missing", "table.column_missing",
          "section.missing", "narrative.", "text.", "identity.year", "identity.agency"]


class Report(NamedTuple):
    document: Document
    truth: dict


def make_report(seed, lacks=(), clean=False, plain=False, dense=False, common=False):
    """The report of a seed. `clean`: no seeded errors. `plain`: no variations. `lacks`: features its format cannot carry.
    `dense`: tables full of numbers, and hardly a word around them. `common`: places have names of common characters."""
    features = frozenset() if plain else feature_table.draw(seed, lacks)
    agency = make_agency(stream(seed, "agency"), common)
    year = stream(seed, "year").randint(2019, 2025)
    form = "2019" if year < 2021 else "2021"
    form2, form3 = _table_forms(form, features)
    values = make_dense(stream(seed, "dense"), form2, form3) if dense else make_values(stream(seed, "values"), agency, form2, form3)
    draft = Draft(dict(values), form2, form3)
    if not clean:
        seed_errors(stream(seed, "errors"), draft, mixed_form=(form2, form3) != (form, form))
    for table, printed_form in (("active_disclosure", form2), ("applications", form3)):
        if printed_form != form and table not in draft.lost_tables:
            draft.report("table.form_mismatch", f"/{table}")
    if "row_short" in features:
        shorten_row(stream(seed, "short"), draft)
    chosen = None if dense or plain else slips.choose(seed, agency, bool(clean or draft.text_errors or draft.lost_sections), draft.values)
    features = slips.seed_cell(chosen, draft, features)
    if chosen and chosen.slip and chosen.slip.where != "fees":
        draft.report(chosen.slip.rule)
    printed = printing.print_cells(stream(seed, "print"), draft.values, features)
    labels = Labels(stream(seed, "labels"), draft, features)
    known = known_cells(draft, printed)
    said = None if dense else claims.Facts(stream(seed, "claims"), year, agency, values, draft.text_errors)
    document, named = _document(seed, agency, year, said, draft, printed, labels, features, values, chosen)
    if said:
        report_prose(draft, said, known)
    return Report(document, make_truth(document, named, form, draft, known, labels))


def known_cells(draft, printed):
    """Without a row that is a cell short: which number belongs where is not known, so that the truth has nothing to say of it."""
    return {pointer: cell for pointer, cell in printed.items() if not (draft.short_row and pointer.startswith(draft.short_row + "/"))}


def report_prose(draft, said, known):
    """A number in the prose is a fault where the cells that say the same are known, and no way to read it fits them."""
    draft.findings += [{"rule": rule, "at": None} for rule in said.broken]
    draft.findings += [{"rule": rule, "at": None} for rule in draft.text_errors if rule in PROSE_ALONE]
    cells = {pointer: cell.value for pointer, cell in known.items()}
    for claim in said.claims:
        ways = [_sum(cells, way) for way in claim.ways]
        if None in ways:
            draft.unjudged.add(claim.rule)
        elif claim.value not in ways + [_sum(cells, way) for way in claim.spare]:
            draft.report(claim.rule, claim.ways[0][0].rsplit("/", 1)[0])


def _sum(cells, pointers):
    values = [cells.get(pointer) for pointer in pointers]
    return None if None in values else sum(values)


def _table_forms(form, features):
    if form == "2019" or not features & {"old_form", "old_form_table2", "other_in_one_row"}:
        return form, form
    if "old_form" in features:
        return "2019", "2019"
    return ("2019", "2021") if "old_form_table2" in features else ("2021", "2019")


def _document(seed, agency, year, said, draft, printed, labels, features, values, chosen):
    rng = stream(seed, "text")
    # Where the text names a wrong year or organ, the title has to name the right one.
    wrong = "identity.year" in draft.text_errors or (chosen and chosen.slip and chosen.slip.rule.startswith("identity."))
    title_features = features - {"title_odd"} if wrong else features
    title = make_title(stream(seed, "title"), agency.name, year, title_features)
    preamble = narrative.preamble(rng, agency, year, draft.text_errors)
    prose = _prose(rng, agency, year, said, draft, features) if said else _few_words()
    if chosen:
        preamble = slips.write(seed, chosen, year, values, preamble, prose)
    tables = make_tables(draft, printed, labels, features)
    sections = []
    for key, number in forms.SECTIONS:
        if key not in draft.lost_sections:
            heading = headings.section_heading(rng, key, year, features)
            blocks = prose.get(key) or table_blocks(key, tables[key], features)
            sections.append(Section(key, number, heading, headings.printed_heading(number, heading, features), blocks))
    if "preamble_inside" in features:
        sections[0].blocks[:0] = [Paragraph(text) for text in preamble]
        preamble = []
    subtitle = _subtitle(rng, year) if "subtitle" in features else ""
    return Document(title.lines, subtitle, agency.name, year, preamble, sections, features), title.names_agency


def _prose(rng, agency, year, said, draft, features):
    return {"overview": narrative.overview(rng, agency, year, said, draft.text_errors, features),
            "problems": narrative.problems(rng, agency), "other_matters": narrative.other_matters(rng, agency, year, said, features)}


def _few_words():
    return {key: [Paragraph(text)] for key, text in narrative.BRIEF.items()}


def _subtitle(rng, year):
    day = rng.randint(8, 30)
    return rng.choice((f"发布日期：{year + 1}-01-{day:02}", f"（{year + 1}年1月{day}日）"))


def make_tables(draft, printed, labels, features):
    """{section key: its grids, or None where the table is lost}."""
    makers = {"active_disclosure": lambda: grids.disclosure_grids(draft, printed, labels, features),
              "applications": lambda: [grids.applications_grid(draft, printed, labels, features)],
              "review_litigation": lambda: [grids.review_grid(printed, labels, features)]}
    return {table: None if table in draft.lost_tables else make() for table, make in makers.items()}


def table_blocks(key, tables, features):
    """What stands in a section that has a table."""
    if tables is None:
        return [Paragraph(narrative.NO_TABLE[key])]
    return [Paragraph(narrative.TABLE_SENTENCE[key]), *tables] if "table_sentence" in features else tables


def make_truth(document, names_agency, form, draft, known, labels):
    """The truth of one report, in the shape that check_reports.py reads."""
    cells = {pointer: cell.value for pointer, cell in known.items()}
    truth = {"title": document.title, "agency": document.agency, "year": document.year, "form": form}
    if not names_agency:
        del truth["agency"]
    for table in forms.TABLE_SECTIONS:
        truth[table] = {}
    for pointer, value in cells.items():
        set_cell(truth, pointer, json_number(value))
    truth["sections"] = [{"key": section.key, "heading": section.heading, "text": section.text} for section in document.sections]
    if document.preamble:
        truth["sections"].insert(0, {"key": "preamble", "text": "\n".join(document.preamble)})
    truth["findings"] = [*draft.findings, *labels.findings, *printing.findings(known), *arithmetic.check(cells)]
    truth["judged_rules"] = JUDGED
    truth["unjudged_rules"] = sorted(draft.unjudged)
    if draft.short_row:
        truth["unscored"] = [draft.short_row + "/"]
    return truth


def set_cell(node, pointer, value):
    *path, last = pointer.strip("/").split("/")
    for key in path:
        node = node.setdefault(key, {})
    node[last] = value


def json_number(value):
    """A JSON number: an amount without a fraction is an integer."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == int(value) else float(value)
