"""An archive before it is written: its entries, and questions about them."""
from archive import entries, honest, prose, series, world
from archive.organs import printed_name


class Archive:
    def __init__(self, seed, count, years):
        self.regions, self.organs = world.make_world(seed, count, years)
        self.used = set()  # organs in which something was seeded, one thing each, and reports of regions, so that no two meet
        self.entries = {}
        for organ in self.organs:
            for year, values in series.make_series(seed, organ, years).items():
                self.entries[organ.id, year] = entries.Entry(organ, year, printed_name(seed, organ, year), values, prose.make_prose(seed, organ, year))
        self.copies = []   # reports that are filed twice
        honest.recount(seed, self)
        honest.restate(seed, self)
        honest.add_totals(self)

    def all(self):
        return [*sorted(self.entries.values(), key=lambda entry: entry.key), *self.copies]

    def of(self, organ):
        """Its entries by year."""
        return [self.entries[organ.id, year] for year in range(organ.first, organ.last + 1) if (organ.id, year) in self.entries]

    def pairs(self, organ):
        """(entry, entry of the next year), both with table 3."""
        years = [entry for entry in self.of(organ) if entry.has_tables]
        return [(before, after) for before, after in zip(years, years[1:]) if before.year + 1 == after.year]

    def children(self, region, year):
        """The entries that a region's report adds up; None where one of them is not there."""
        wanted = [organ for organ in region.organs if organ.lives(year)]
        found = [self.entries.get((organ.id, year)) for organ in wanted]
        for inner in self.regions:
            if inner.within == region.place.name:
                found += [self.entries.get((inner.total.id, year))] if inner.total else self.children(inner, year)
        return found

    def plain_organs(self):
        """Those whose numbers no other report adds up, and in which nothing was seeded yet."""
        added = {organ.id for region in self.regions if self._is_added_up(region) for organ in (*region.organs, region.total) if organ}
        return [organ for organ in self.organs if organ.id not in added | self.used]

    def top_totals(self):
        """Regions with a report of their own that no other region's report adds up."""
        return [region for region in self.regions if region.total and not self._above_has_total(region)]

    def _is_added_up(self, region):
        return bool(region.total) or self._above_has_total(region)

    def _above_has_total(self, region):
        return any(other.place.name == region.within and other.total for other in self.regions)
