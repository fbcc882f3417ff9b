"""The vote of a small linear model on what kind of name a candidate is.

Multinomial logistic regression over the evidence of `features.py`; `scripts/train_names.py` makes the weights.
"""

import zlib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from reader.model.analysis import EntityType

TYPES: tuple[EntityType | None, ...] = ("person", "organisation", "place", "other", None)
"""The classes, in the order of the weights; None: no name."""

Scores = tuple[float, float, float, float, float]
_SCALE = 100.0


@cache
def weights() -> dict[str, Scores]:
    """Evidence → its weight for each class, in hundredths of a logit; read once."""
    packed = resources.files(__package__).joinpath("weights.z").read_bytes()
    table = {}
    for line in zlib.decompress(packed).decode().split("\n"):
        name, *values = line.split("\t")
        a, b, c, d, e = map(int, values)
        table[name] = (float(a), float(b), float(c), float(d), float(e))
    return table


def score(evidence: Iterable[str], table: dict[str, Scores], start: Scores = (0.0, 0.0, 0.0, 0.0, 0.0)) -> Scores:
    """`start` and the weights of all the evidence, added up."""
    a, b, c, d, e = start
    for v, w, x, y, z in filter(None, map(table.get, evidence)):
        a += v
        b += w
        c += x
        d += y
        e += z
    return a, b, c, d, e
