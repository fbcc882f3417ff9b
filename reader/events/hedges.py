"""How exactly an article puts a figure, in words that say neither more nor less than its own.

"At least 20" is no "over 20", and "up to 20" no "under 20": where the bound itself may be meant, the article's words
are given.
"""

import re

from reader.model import Figure
from reader.model.analysis import Hedge

_BOUND = re.compile(
    r"\b(at\s+(?:least|most)|(?:no|not)\s+(?:fewer|less|more)\s+than|up\s+to|as\s+(?:many|much)\s+as)"
    r"\s+(?:(?:an?|the|its|their)\s+)?\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s(?:or\s(?:more|higher|above|less|fewer|so)|plus)\b", re.IGNORECASE)
_PLAIN: dict[Hedge | None, str] = {"about": "about", "over": "over", "under": "under", None: ""}

_REACH = 32
"""Letters before a figure among which its hedge stands."""


def hedge(text: str, figure: Figure) -> tuple[str, str]:
    """The words before a figure and those behind it that say how exact it is; either may be empty."""
    if figure.hedge is None:
        return "", ""
    behind = _BEHIND.match(text, figure.span.end)
    if behind:
        return "", _flat(behind[0]).lower()
    before = _BOUND.search(text, max(0, figure.span.start - _REACH), figure.span.start)
    return (_flat(before[1]).lower() if before else _PLAIN[figure.hedge]), ""


def hedged(text: str, figure: Figure) -> str:
    """A figure as the article writes it, with how exact it is: "at least 20", "three or more", "about $4m"."""
    before, behind = hedge(text, figure)
    return " ".join(part for part in (before, _flat(figure.span.of(text)), behind) if part)


def _flat(words: str) -> str:
    return " ".join(words.split())
