"""One report of an archive before it is written down, and the ways to change its numbers so that it still agrees with itself."""
from dataclasses import dataclass, field


@dataclass
class Entry:
    organ: object
    year: int
    name: str                # of the organ, as printed
    values: dict             # as series.make_series makes them
    prose: object            # prose.Prose
    blanks: set = field(default_factory=set)     # pointers of cells that are left blank
    notes: list = field(default_factory=list)    # sentences for the last section
    full: bool = False       # zeros are written, whatever the habit: a break is to be certain
    restated: bool = False   # a note says that last year's number was corrected
    copy: str = ""           # of a report that is filed twice: which one
    like: object = None      # the entry whose very bytes this one is
    style: str = ""          # the seed of its looks: another one gives other sentences around the same numbers

    @property
    def key(self):
        return f"{self.organ.id}_{self.year}{self.copy}"

    @property
    def form(self):
        return "narrative" if self.year < 2014 else "2014" if self.year < 2019 else "2019" if self.year < 2021 else "2021"

    @property
    def has_tables(self):
        return self.year >= 2019

    @property
    def has_annex(self):
        return 2014 <= self.year < 2019


def add(values, row, column, number):
    """To a cell of table 3 and to the total of its row."""
    values[f"/applications/{row}/{column}"] += number
    values[f"/applications/{row}/total"] += number


def carry_over(values, column, number):
    """So many more came over from last year, and were granted."""
    for row in ("carried_over", "outcome/granted", "outcome/total"):
        add(values, row, column, number)


def receive(values, column, number, kept=False):
    """So many more came in, and were granted, or are carried forward."""
    for row in ("new_received", "carried_forward") if kept else ("new_received", "outcome/granted", "outcome/total"):
        add(values, row, column, number)
