"""Elections and votes by year and place: "the 2019 Norland general election" is one event and names no place.

Who reads that a place is named must find something said of the place, not of one of its elections.
"""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.names.bodies import Run, candidate_at
from reader.analysis.names.segments import Candidate

_YEAR = re.compile(r"(?<![\w.,/-])(?:1[789]|20)\d\d(?:[-–/]\d\d(?:\d\d)?)? \Z")
_VOTE = re.compile(
    r" (?:(?:general|presidential|parliamentary|legislative|gubernatorial|mayoral|local|state|federal|provincial"
    r"|regional|municipal|council|senate|special|leadership|independence|constitutional|assembly|snap|party) ){0,3}"
    r"(?:by-)?(?:elections?|primaries|primary|referendum|caucuses|run-off|runoff)(?![\w-])"
)
_IN = " in "
_CHAMBERS = ("Senate", "House", "House of Representatives", "Presidential")


def elections(text: str, runs: Sequence[Run]) -> Iterator[Candidate]:
    """The elections that a year, a run of capitalised words and a word for a vote make up, in order."""
    for number, (offset, words) in enumerate(runs):
        if not text[offset - 2 : offset - 1].isdigit() or text[offset - 1] != " ":
            continue
        end = offset + len(words)
        year = _YEAR.search(text, max(0, offset - 13), offset)
        vote = _VOTE.match(text, end) if year else None
        if not year or not vote:
            continue
        end = vote.end()
        if words.endswith(_CHAMBERS) and number + 1 < len(runs) and text.startswith(_IN, end):
            place, name = runs[number + 1]
            if place == end + len(_IN):  # "the 2006 United States Senate election in Montana"
                end = place + len(name)
        yield candidate_at(text, year.start(), end)
