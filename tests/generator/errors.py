"""Errors that organs really make, put into a draft on purpose. What they break is found by arithmetic.py, not told here."""
from dataclasses import dataclass, field

import forms
from chance import weighted


@dataclass
class Draft:
    """A report between its true numbers and its printed page."""
    values: dict
    form2: str
    form3: str
    lost_tables: set = field(default_factory=set)
    lost_rows: set = field(default_factory=set)      # pointers of rows
    lost_columns: set = field(default_factory=set)   # keys of table 3's columns
    lost_sections: set = field(default_factory=set)
    text_errors: dict = field(default_factory=dict)  # rule that the prose breaks: by how much
    short_row: str | None = None                     # pointer of a row of table 3 that has a cell too few
    findings: list = field(default_factory=list)
    unjudged: set = field(default_factory=set)       # rules whose truth is not known: blanks may stand for zeros

    def report(self, rule, at=None):
        self.findings.append({"rule": rule, "at": at})

    def lose(self, prefix):
        self.values = {pointer: value for pointer, value in self.values.items() if not pointer.startswith(prefix + "/")}


def shorten_row(rng, draft):
    """Damage to the file, not to the report. With a column gone, head and row would agree again, so not then."""
    rows = sorted({pointer.rsplit("/", 1)[0] for pointer in draft.values if pointer.startswith("/applications/")})
    if rows and not draft.lost_columns:
        draft.short_row = rng.choice(rows)
        draft.report("table.row_short", draft.short_row)


def _shift(draft, pointer, rng):
    draft.values[pointer] += rng.choice((1, 1, 2, 10)) if draft.values[pointer] < 1 else rng.choice((-1, 1, 2))


def _balance(rng, draft):
    column = rng.choice(("natural_person", "natural_person", "business", "other"))
    row = rng.choice(("carried_over", "carried_forward", "new_received"))
    before = draft.values[f"/applications/{row}/{column}"]
    _shift(draft, f"/applications/{row}/{column}", rng)
    draft.values[f"/applications/{row}/total"] += draft.values[f"/applications/{row}/{column}"] - before


def _outcome_total(rng, draft):
    _shift(draft, f"/applications/outcome/total/{rng.choice(('natural_person', 'business', 'total'))}", rng)


def _row_total(rng, draft):
    _shift(draft, f"/applications/{rng.choice(forms.APPLICATION_ROWS[draft.form3]).key}/total", rng)


def _review_total(rng, draft):
    pointer = f"/review_litigation/{rng.choice(forms.REVIEW_GROUPS)[0]}/total"
    if draft.values[pointer] and rng.random() < 0.5:
        draft.values[pointer] = 0  # the total forgotten, as in many real reports
    else:
        _shift(draft, pointer, rng)


def _in_force(rng, draft):
    if draft.form2 == "2021":
        issued = rng.randint(2, 9)
        for column, value in (("issued", issued), ("repealed", 0), ("in_force", rng.randrange(issued))):
            draft.values[f"/active_disclosure/normative_documents/{column}"] = value


def _negative(rng, draft):
    candidates = [pointer for pointer in draft.values if not forms.is_amount(pointer) and not pointer.endswith("/change")]
    pointer = rng.choice(candidates)
    draft.values[pointer] = -rng.randint(1, 3)


def _table_missing(rng, draft):
    table = rng.choice(forms.TABLE_SECTIONS)
    draft.lost_tables.add(table)
    draft.report("table.missing", f"/{table}")


def _row_missing(rng, draft):
    rows = ["/active_disclosure/coercive_measures", "/active_disclosure/regulations"]
    rows += [f"/applications/{row.key}" for row in forms.APPLICATION_ROWS[draft.form3] if "/other/" not in row.key]
    row = rng.choice(rows)
    draft.lost_rows.add(row)
    draft.report("table.row_missing", row)


def _column_missing(rng, draft):
    empty = [column for column in forms.COLUMN_KEYS[1:-1]
             if not any(value for pointer, value in draft.values.items() if pointer.startswith("/applications/") and pointer.endswith(f"/{column}"))]
    if empty:
        draft.lost_columns.add(rng.choice(empty))
        draft.report("table.column_missing")


def _section_missing(rng, draft):
    section = rng.choice(("problems", "other_matters", "review_litigation"))
    draft.lost_sections.add(section)
    draft.report("section.missing")
    if section in forms.TABLE_SECTIONS:
        draft.lost_tables.add(section)
        draft.report("table.missing", f"/{section}")


def _prose(rng, draft):
    draft.text_errors[weighted(rng, TEXT)] = rng.choice((1, 2, 10))


CLAIMS = {"narrative.applications": 3, "narrative.outcome": 2, "narrative.normative_documents": 2, "narrative.licences": 1, "narrative.penalties": 2,
          "narrative.review": 2, "narrative.litigation": 1, "narrative.fees": 1, "narrative.contradiction": 1, "narrative.percent": 1}
NUMBERS = {_balance: 3, _outcome_total: 3, _row_total: 3, _review_total: 3, _in_force: 2, _negative: 1, _prose: 25}
TEXT = {"narrative.sum": 3, "identity.year": 1, "text.doubled": 1, **CLAIMS}
# One of these at most: which sums a lost piece leaves to be checked is a matter of opinion once numbers are wrong as well.
STRUCTURE = {_table_missing: 3, _row_missing: 3, _column_missing: 1, _section_missing: 2}


def seed_errors(rng, draft, mixed_form):
    """None, one or two errors. A table of another year's form keeps its rows: what is then missing is not certain."""
    kind = weighted(rng, {"none": 45, "numbers": 37, "structure": 18})
    if kind == "numbers":
        for seed in dict.fromkeys(weighted(rng, NUMBERS) for _ in range(rng.choice((1, 1, 2)))):
            seed(rng, draft)
    elif kind == "structure" and not mixed_form:
        weighted(rng, STRUCTURE)(rng, draft)
    for prefix in (*(f"/{table}" for table in draft.lost_tables), *draft.lost_rows):
        draft.lose(prefix)
    draft.values = {pointer: value for pointer, value in draft.values.items()
                    if not (pointer.startswith("/applications/") and pointer.rsplit("/", 1)[1] in draft.lost_columns)}
