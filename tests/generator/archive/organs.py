"""One organ of an archive: its life, the names that it had, and how it writes them from year to year."""
from dataclasses import dataclass, field

from agencies import Agency
from chance import happens, stream, weighted

SHORT = {"人民政府": "政府"}  # 县政府办公室 for 县人民政府办公室
STYLES = {"plain": 10, "above": 3, "all": 1, "bare": 3, "spaced": 1, "wide": 1, "short": 2}


@dataclass(frozen=True)
class Place:
    """A region that organs belong to. `above`: the places that may be written before it."""
    name: str
    above: tuple = ()
    formerly: str = ""
    until: int = 0      # the last year of its former name

    def named(self, year):
        return self.formerly if self.formerly and year <= self.until else self.name


@dataclass
class Organ:
    id: str
    place: Place
    own: str                  # its name without the places
    we: str
    scale: int                # about how many applications a year
    licences: int             # about how many licences a year
    first: int = 0            # years of its reports
    last: int = 0
    formerly: str = ""        # its own name before, without the places
    until: int = 0            # the last year of that name
    founded: bool = False     # `first` and `last` are those of its life, not only of its reports
    dissolved: bool = False
    doubles: int = 0          # it took over another organ in this year
    is_total: bool = False    # its reports hold the sums over its region
    bare: bool = False        # no other organ has that own name: it can stand without the places
    locals: list = field(default_factory=list)  # names of villages, roads, … in its narratives
    contact: str = ""

    @property
    def name(self):
        """As it stands in regions.json and aliases.json."""
        return self.place.name + self.own

    def own_in(self, year):
        return self.formerly if self.formerly and year <= self.until else self.own

    def name_in(self, year):
        return self.place.named(year) + self.own_in(year)

    def former_names(self):
        """Every name but the present one that it had in a year of its life."""
        names = dict.fromkeys(self.name_in(year) for year in range(self.first, self.last + 1))
        return [name for name in names if name != self.name]

    def lives(self, year):
        return self.first <= year <= self.last

    def as_agency(self, name):
        return Agency(name, self.we, self.scale, self.licences, self.contact)


def printed_name(seed, organ, year):
    """As it stands in the title of the year: an organ has a habit, and leaves it in one year of four."""
    rng = stream(seed, organ.id, "name", year)
    habit = weighted(stream(seed, organ.id, "name"), STYLES)
    style = weighted(rng, STYLES) if happens(rng, 0.25) else habit
    place, own = organ.place.named(year), organ.own_in(year)
    above = organ.place.above
    if style == "above" and above:
        return above[-1] + place + own
    if style == "all":
        return "".join(above) + place + own
    if style == "bare" and organ.bare:
        return own
    if style in ("spaced", "wide"):
        return f"{place}{' ' if style == 'spaced' else chr(0x3000)}{own}"
    if style == "short":
        for long, short in SHORT.items():
            own = own.replace(long, short)
    return place + own
