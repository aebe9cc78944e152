"""Which degradations meet on one scan: by name, one at a time, and by chance within a class.

A recipe is what happens to one file: its class, its resolution, the names of its degradations. Parameters are drawn
anew for each page, as sheets are fed one by one.
"""
from dataclasses import dataclass
from typing import NamedTuple

import scan_effects as effects
from scan_seal import seal


class Range(NamedTuple):
    """A parameter drawn between two bounds; whole numbers where both are."""
    low: float
    high: float

    def draw(self, rng):
        whole = isinstance(self.low, int) and isinstance(self.high, int)
        return int(rng.integers(self.low, self.high + 1)) if whole else float(rng.uniform(self.low, self.high))


class Step(NamedTuple):
    function: object
    parameters: dict = {}


# name: step, in the order in which a sheet goes through them: paper, stamp, copier, glass, lamp, sensor, file.
STEPS = {
    "tint": Step(effects.tint), "show": Step(effects.show_through, {"amount": Range(0.06, 0.14)}),
    "thick": Step(effects.thicken, {"spread": Range(0.03, 0.06)}), "thin": Step(effects.thin, {"loss": Range(0.02, 0.04)}),
    "copy": Step(effects.photocopy), "copy2": Step(effects.photocopy, {"toner": 0.05}),
    "seal": Step(seal, {"ink": "any"}), "sealdark": Step(seal, {"ink": "dark"}),
    "sealgrey": Step(lambda pixels, dpi, rng: effects.grey(seal(pixels, dpi, rng))),
    "skew": Step(effects.skew, {"degrees": Range(-1.5, 1.5)}), "skewmild": Step(effects.skew, {"degrees": Range(-0.5, 0.5)}),
    "keystone": Step(effects.perspective),
    "streak": Step(effects.streak), "speck": Step(effects.speckle), "speckmuch": Step(effects.speckle, {"per_cm2": 3.0, "largest": 0.35}),
    "edge": Step(effects.edge), "lamp": Step(effects.lamp), "curl": Step(effects.curl),
    "blurmild": Step(effects.blur, {"sigma": 0.06}), "blur": Step(effects.blur, {"sigma": Range(0.08, 0.12)}),
    "noisemild": Step(effects.noise, {"sigma": 6}), "noise": Step(effects.noise, {"sigma": Range(9, 15)}),
    "fax": Step(effects.bilevel, {"threshold": Range(150, 185)}),
    "jpegmild": Step(effects.jpeg, {"quality": 70}), "jpeg": Step(effects.jpeg, {"quality": Range(30, 60)}),
    "turn90": Step(effects.quarter_turns, {"degrees": 90}), "turn180": Step(effects.quarter_turns, {"degrees": 180}),
    "turn270": Step(effects.quarter_turns, {"degrees": 270}),
}
# Every scanner has glass and a sensor, however good.
GLASS, SENSOR = 0.05, 2.0

MILD = ("skewmild", "blurmild", "noisemild", "jpegmild", "tint")
OFFICE = ("skew", "noise", "blur", "jpeg", "fax", "lamp", "curl", "seal", "sealdark", "speck", "edge", "streak", "thin", "thick",
          "show", "tint", "keystone", "turn90", "turn180", "turn270")
# What no office keeps: a stamp or a shadow turned black over the words, and two of one kind.
APART = ({"fax", "seal"}, {"fax", "sealdark"}, {"fax", "lamp"}, {"fax", "curl"}, {"fax", "jpeg"}, {"fax", "show"}, {"seal", "sealdark"},
         {"thin", "thick"}, {"lamp", "curl"}, {"turn90", "turn180"}, {"turn90", "turn270"}, {"turn180", "turn270"}, {"fax", "tint"})
# Beyond the four classes that have a bar: a stamp that the scanner made grey, much dust, a fax at 150 dpi.
HARD = ((200, ("sealgrey",)), (200, ("sealgrey", "noise")), (200, ("speckmuch",)), (150, ("fax",)), (200, ("copy", "skew", "speck", "fax")),
        (150, ("noise", "blur", "sealdark", "jpeg", "skew", "lamp")), (200, ("blur", "blurmild", "noise")))
CLASSES = ("clean", "office", "poor", "fax_of_photocopy", "hard")


@dataclass(frozen=True)
class Recipe:
    kind: str           # one of CLASSES, or single
    dpi: int
    names: tuple        # of STEPS; () is a scan and no more

    @property
    def label(self):
        return "_".join((self.kind, str(self.dpi), *(self.names or ("plain",))))

    @property
    def bilevel(self):
        return "fax" in self.names

    def turned(self):
        return any(name.startswith("turn") for name in self.names)


def draw(kind, rng):
    """A recipe of a class; `rng` is a random.Random."""
    if kind == "clean":
        names = rng.choice((*((name,) for name in MILD), (), ("fax",), ()))
        return Recipe(kind, 300 if names == ("fax",) else rng.choice((200, 200, 300)), names)
    if kind == "office":
        names = tuple(rng.sample(OFFICE, rng.choice((1, 2, 2))))
        return draw(kind, rng) if any(pair <= set(names) for pair in APART) else Recipe(kind, rng.choice((200, 200, 200, 300)), in_order(names))
    if kind == "poor":
        return Recipe(kind, 150, in_order(("noise", "blur", rng.choice(("seal", "seal", "sealdark")), *rng.choice(((), ("jpeg",), ("skew",))))))
    if kind == "fax_of_photocopy":
        return Recipe(kind, 300, in_order(("copy", "fax", *rng.choice(((), ("skew",), ("speck",), ("skew", "speck"), ("streak",))))))
    dpi, names = rng.choice(HARD)
    return Recipe(kind, dpi, in_order(names))


def singles(dpi=200):
    """Each degradation alone."""
    return [Recipe("single", dpi, names) for names in ((), *((name,) for name in STEPS if name not in ("copy2",)), ("copy", "fax"))]


def in_order(names):
    return tuple(sorted(names, key=list(STEPS).index))


def apply(pixels, recipe, rng, reverse=None):
    """One page through a recipe. `pixels` RGB as printed; `reverse` the other side of the sheet."""
    colourful = {"tint", "seal", "sealdark"} & set(recipe.names)
    page = pixels if colourful or (not recipe.bilevel and rng.random() < 0.5) else effects.grey(pixels)
    last = [name for name in recipe.names if name == "fax" or name.startswith(("jpeg", "turn"))]
    for name in recipe.names:
        if name not in last:
            page = take_step(name, page, recipe.dpi, rng, reverse)
    page = effects.noise(effects.blur(page, recipe.dpi, rng, GLASS), recipe.dpi, rng, SENSOR)
    for name in last:
        page = take_step(name, page, recipe.dpi, rng, reverse)
    return page


def take_step(name, page, dpi, rng, reverse):
    function, parameters = STEPS[name]
    drawn = {key: value.draw(rng) if isinstance(value, Range) else value for key, value in parameters.items()}
    if name == "show":
        drawn["reverse"] = reverse
    return function(page, dpi, rng, **drawn)
