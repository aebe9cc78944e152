"""The narratives: honest ones are drawn afresh for each organ and year; a copied one keeps the sentences and changes the names."""
import itertools
from dataclasses import dataclass, field
from string import Formatter

from archive import phrases
from chance import happens, stream
from headings import NUMBERS

PARTS = len(phrases.PARTS)
# Sentences in a part of section one.
FEWEST, MOST = 4, 6


@dataclass
class Prose:
    """Sentences whose names, {w}, {p0} to {p9} and {y}, are still to be filled in; numbers are fixed."""
    formula: str
    parts: list              # of lists of sentences
    problems: list           # paragraphs
    matters: str
    copied: list = field(default_factory=list)  # (entry, section key) that sentences were copied from


def make_prose(seed, organ, year):
    rng = stream(seed, organ.id, "prose", year)
    formula = rng.choice(phrases.FORMULA) if happens(rng, 0.7) else ""
    parts = [sentences(rng, part, rng.randint(FEWEST, MOST)) for part in range(PARTS)]
    return Prose(formula, parts, _problems(rng), rng.choice(phrases.MATTERS))


def sentences(rng, part, count):
    return [_sentence(rng, action) for action in rng.sample(phrases.PARTS[part], count)]


def _sentence(rng, action):
    order = rng.choice(("{when}，{who}{how}{action}", "{who}{how}{action}", "{when}，{how}{action}", "{how}，{who}{action}", "{when}，{who}{action}",
                        "经{who}提议，{how}{action}", "{action}，由{who}{how}完成"))
    head = order.format(when=rng.choice(phrases.WHEN), who=rng.choice(phrases.WHO), how=rng.choice(phrases.HOW), action=action)
    return _drawn(rng, f"{head}，{rng.choice(phrases.RESULT)}{rng.choice(phrases.TAIL)}。")


def _problems(rng):
    count = rng.randint(2, 3)
    picks = rng.sample(range(len(phrases.FAULTS)), count)
    number = lambda texts: "；".join(f"{NUMBERS[i]}是{text}" for i, text in enumerate(texts))
    first, last = rng.sample(phrases.CLOSING, 2)
    faults = [f"{phrases.FAULTS[pick]}，{reason}" for pick, reason in zip(picks, rng.sample(phrases.REASONS, count))]
    duties = [duty.replace("{who}", rng.choice(phrases.WHO)) for duty in rng.sample(phrases.DUTIES, count)]
    remedies = [f"{phrases.REMEDIES[pick]}，{duty}" for pick, duty in zip(picks, duties)]
    head = _drawn(rng, f"{first}。{rng.choice(phrases.SHOWS)}：{number(faults)}。")
    remedies = _drawn(rng, f"{rng.choice(phrases.PLANS)}：{number(remedies)}。{last}。")
    more = [_sentence(rng, rng.choice(phrases.SUPPORT)) for _ in range(rng.randint(1, 3))]
    return [head, remedies, "".join(more)]


def _drawn(rng, text):
    """Numbers are filled in, and which of the organ's places are meant; one that was just named is not named again."""
    out, places = [], itertools.cycle(rng.sample(range(10), 10))
    for literal, name, _, _ in Formatter().parse(text):
        out.append(literal)
        if name in ("p", "q"):
            out.append(f"{{p{next(places)}}}")
        elif name in ("n", "m"):
            out.append(str(rng.randint(11, 98) if name == "n" else rng.randint(2, 9)))
        elif name:
            out.append(f"{{{name}}}")
    return "".join(out)


def filled(text, organ, year):
    """With the organ's own names."""
    names = {f"p{index}": name for index, name in enumerate(organ.locals)}
    return text.format(w=organ.we, y=year, **names)
