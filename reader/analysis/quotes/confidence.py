"""How sure a quote is: the measured precision of quotes of its layout with its kind of speaker.

A quote counts as right where its span and its speaker's mention both are. The table was measured by `calibrate.py` on
376 annotated US news articles (282,000 words, 5,000 quotes); what the annotation does not tell, whether a pronoun's
person is the right one, is multiplied in.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from reader.model.analysis import QuoteKind, Via

NESTED = 0.5
"""Quotes inside quotes are too rare to be measured: an estimate."""
_CLEAR_PRONOUN, _BY_CONTEXT, _WITH_RIVAL = 0.97, 0.85, 0.6
"""Share of pronouns and roles whose person is right: where only one person fits, where only the context tells, and
where another person fits as well: estimates."""
_UNSEEN = 0.4
"""For a layout without a row."""
_TABLE = """
direct according: all 0.77, name 0.80
direct after quote: all 0.71, name 0.79, none 0.58, pronoun 0.65
direct after quote shared: all 0.81, name 0.87, none 0.72, pronoun 0.82
direct after that: all 0.79, name 0.81, none 0.74, pronoun 0.82
direct after that shared: all 0.60
direct carried: all 0.15, name 0.13, pronoun 0.19
direct colon: all 0.60, name 0.65
direct fallback: all 0.26, name 0.28, none 0.19, pronoun 0.22
direct first: all 0.96, name 0.97, none 0.95, pronoun 0.96, title 0.88
direct first late: all 0.52, name 0.56, pronoun 0.51
direct inverted: all 0.95, name 0.96, none 0.87
direct middle: all 0.85, name 0.85, pronoun 0.86
direct signed: all 0.84, name 0.84
direct unattributed: all 0.07, none 0.07
indirect according: all 0.78, name 0.69, none 0.85
indirect after clause: all 0.78, name 0.83, none 0.68, pronoun 0.74, title 0.88
indirect after clause shared: all 0.65, name 0.65, none 0.52, pronoun 0.86
indirect after inf: all 0.47, name 0.38, none 0.58, pronoun 0.51
indirect after inf shared: all 0.61, name 0.67
indirect after np: all 0.70, name 0.77, none 0.56, pronoun 0.67
indirect after np shared: all 0.54, name 0.54, none 0.51, pronoun 0.57
indirect after that: all 0.75, name 0.78, none 0.66, pronoun 0.74
indirect after that shared: all 0.68, name 0.67, none 0.60, pronoun 0.78
indirect first: all 0.80, name 0.79, none 0.78, pronoun 0.83
indirect first late: all 0.58, none 0.61
indirect inverted: all 0.94, name 0.94
indirect middle: all 0.69, name 0.66, none 0.69, pronoun 0.72
mixed according: all 0.69, name 0.62, none 0.79
mixed after clause: all 0.73, name 0.82, none 0.56, pronoun 0.64
mixed after clause shared: all 0.67, name 0.64, none 0.71, pronoun 0.70
mixed after inf: all 0.58, name 0.55
mixed after inf shared: all 0.67, name 0.67
mixed after np: all 0.58, name 0.66, none 0.42, pronoun 0.52
mixed after np shared: all 0.54, name 0.56, none 0.43, pronoun 0.58, title 0.56
mixed after quote: all 0.32, name 0.33, none 0.33, pronoun 0.31
mixed after quote shared: all 0.50
mixed after that: all 0.80, name 0.80, none 0.76, pronoun 0.85
mixed after that shared: all 0.69, name 0.74, none 0.52, pronoun 0.68
mixed carried: all 0.00
mixed first: all 0.56, name 0.60, none 0.58, pronoun 0.50
mixed inverted: all 0.80, name 0.82
mixed middle: all 0.60, name 0.65, pronoun 0.64
mixed passive: all 0.00, none 0.00
"""


class Group(NamedTuple):
    """Quotes that were measured together."""

    layout: str
    speaker: str


@lru_cache(maxsize=1024)
def group_of(kind: QuoteKind, layout: str, mode: str, inherited: bool, late: bool, via: Via) -> Group:
    """The group of a quote, by what its frame says; `via`: how its speaker is named; `late`: words of the reporter's
    stand before what is said before its speaker."""
    words = [kind, layout]
    if late:
        words.append("late")
    if layout == "after":
        words += [mode] + ["shared"] * inherited
    return Group(" ".join(words), via)


@cache
def _rows() -> dict[str, dict[str, float]]:
    rows = {}
    for line in _TABLE.strip().splitlines():
        layout, cells = line.split(": ")
        rows[layout] = {name: float(rate) for name, rate in (cell.split() for cell in cells.split(", "))}
    return rows


@lru_cache(maxsize=1024)
def confidence(group: Group, doubtful: bool, rival: bool = False) -> float:
    """Estimated probability that span and speaker are both right, 0 to 1.

    `doubtful`: the mention alone does not tell who is meant; `rival`: another person fits it as well.
    """
    row = _rows().get(group.layout, {})
    rate = row.get(group.speaker, row.get("all", _UNSEEN))
    if group.speaker == "pronoun" or doubtful:
        rate *= _WITH_RIVAL if rival else _BY_CONTEXT if doubtful else _CLEAR_PRONOUN
    return round(rate, 2)
