"""Random choices that are the same on every machine for the same seed."""
import random


def stream(*parts):
    """An independent generator for each named purpose, so that one choice more does not shift all others."""
    return random.Random(":".join(str(part) for part in parts))


def weighted(rng, table):
    """One key of {value: weight} or of ((value, weight), ...)."""
    pairs = tuple(table.items()) if isinstance(table, dict) else tuple(table)
    return rng.choices([value for value, _ in pairs], [weight for _, weight in pairs])[0]


def happens(rng, probability):
    return rng.random() < probability


def split(rng, total, weights):
    """Whole parts that add up to `total`, drawn by weight."""
    parts = [0] * len(weights)
    scale = sum(weights)
    left = total
    for i, weight in enumerate(weights[:-1]):
        share = total * weight / scale
        parts[i] = max(0, min(left, round(rng.gauss(share, max(share, 0.3) ** 0.5))))
        left -= parts[i]
    parts[-1] = left
    return parts
