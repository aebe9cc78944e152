"""The ways in which real reports differ (VARIATIONS.md): one line each, drawn independently of one another."""
from chance import happens, stream

PROBABILITY = {
    # title and headings
    "year_spaced": 0.15, "year_full_width": 0.04, "year_chinese": 0.04, "title_odd": 0.45, "title_broken": 0.3, "subtitle": 0.15,
    "heading_odd": 0.35, "heading_stop": 0.05, "heading_spaced": 0.08, "heading_year": 0.05, "preamble_inside": 0.08,
    "parts_apart": 0.3, "table_sentence": 0.2, "signature": 0.3,
    # labels and heads of the tables
    "ascii_marks": 0.2, "number_comma": 0.12, "number_wide": 0.08, "label_spaced": 0.1, "documents_other_name": 0.25,
    "stage_vertical": 0.4, "head_wrapped": 0.3, "head_two_rows": 0.1, "head_vertical": 0.1, "amount_head_unit": 0.3, "total_in_first_row": 0.15, "tables_split": 0.08,
    "label_slip": 0.15, "head_lost": 0.08, "group_lost": 0.08,
    # the wrong year's form
    "other_in_one_row": 0.1, "old_form": 0.05, "old_form_table2": 0.04,
    # numbers
    "blank_zeros": 0.08, "blank_organisations": 0.06, "blank_cells": 0.08, "placeholder_zeros": 0.04, "placeholder_cells": 0.06,
    "full_width_digits": 0.05, "thousands": 0.1, "unit_cells": 0.06, "unit_everywhere": 0.02, "amount_unit": 0.15,
    "note_cell": 0.06, "not_a_number": 0.02,
    # damage: a row of table 3 has a cell too few, and which one is not known
    "row_short": 0.05, "signed_change": 0.6,
}


def draw(seed, lacks=()):
    """The features of one report; `lacks` are those that its file format cannot carry."""
    return frozenset(name for name, probability in PROBABILITY.items()
                     if happens(stream(seed, "feature", name), probability) and name not in lacks)
