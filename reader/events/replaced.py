"""Names that stand in each other's place in two passages of otherwise the same words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from reader.events.finding import Found, Pair
from reader.events.naming import NamePair
from reader.events.subjects import around, clearest
from reader.events.swaps import Swap
from reader.model import Entity, Fact, Span
from reader.model.event import FactKind, Verdict

_AROUND = 4
"""Words around a place that must be the same for it to be the same place."""

_FIRM = 6
"""Words around a place that must be the same for it to be so beyond doubt."""

_KEPT = 0.6
"""Part of the shorter passage's words that the other must have for a name in it to be in the place of another."""

COPIED = 0.8
"""The same part from which one is a copy of the other: a name may be changed here and left as it was there."""

_WORD = re.compile(r"[^\W_]+")
_CALENDAR = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_SHORT = 6
"""Letters that an abbreviation has at most: "Calif.", "Penn."."""

Named = tuple[Span, Entity]


def compare_names(a: Found, b: Found, pair: Pair, names: Sequence[NamePair]) -> Iterator[Fact]:
    """The names that one passage has where the other has another: somebody else, or the same in another form."""
    if not pair.swaps:
        return
    known = {(pair.a.name, pair.b.name) for pair in names}
    partners = {x.name: y for x, y in ((p.a, p.b) for p in names)}
    left, right = a.names.within(pair.passage.a), b.names.within(pair.passage.b)
    for swap in pair.swaps:
        if swap.around < _AROUND or pair.kept < _KEPT:
            continue
        ours = [named for named in left if named[0].overlaps(swap.a)]
        theirs = [named for named in right if named[0].overlaps(swap.b)]
        if any(
            _CALENDAR.match(found.text, span.start) for found, named in ((a, ours), (b, theirs)) for span, _ in named
        ):
            continue  # "In May Congo's senate": the month is no part of the name
        for (one, x), (other, y) in zip(ours, theirs, strict=False):
            if len(ours) != len(theirs) or (x.name, y.name) in known or not _same_stretch(swap, one, other):
                continue
            verdict = _verdict(a.words(one), x, b.words(other), y)
            if verdict == "differs" and not _differs(pair, swap, ours, theirs, partners, right):
                continue
            kind: FactKind = "place" if x.type == "place" else "name"
            if verdict == "form" and "place" in (x.type, y.type) and _shortened(a.words(one), b.words(other)):
                continue  # "Hope, Ark.": the style of a house, which says nothing else
            why = f"{a.words(one)} · {b.words(other)}, in the same place"
            subject = clearest(around(a.text, a.sentence(one), one), around(b.text, b.sentence(other), other))
            subject = subject or x.type if verdict == "differs" else x.name
            yield Fact(kind, verdict, subject, a.side(x.name, one), b.side(y.name, other), why)


def _dated(text: str, named: Iterable[Named]) -> bool:
    """Whether a name is taken to begin with a month or a day: "In May Congo's senate"."""
    return any(_CALENDAR.match(text, span.start) for span, _ in named)


def _same_stretch(swap: Swap, one: Span, other: Span) -> bool:
    """Whether both names end with what differs, or both go on into what is common."""
    return (one.end > swap.a.end) == (other.end > swap.b.end)


def _differs(
    pair: Pair,
    swap: Swap,
    ours: Sequence[Named],
    theirs: Sequence[Named],
    partners: Mapping[str, Entity],
    right: Sequence[Named],
) -> bool:
    """Whether a name is put in the place of one of its kind, which the other passage does not have elsewhere."""
    if len(ours) != 1:
        return False
    (one, x), (other, y) = ours[0], theirs[0]
    copied = swap.around >= _FIRM and pair.kept >= COPIED
    if not pair.fills(swap, one, other) or (x.type != y.type and not copied):
        return False
    partner = partners.get(x.name)
    return copied or partner is None or not any(entity is partner for _, entity in right)


def _verdict(one: str, x: Entity, other: str, y: Entity) -> Verdict:
    from reader.analysis.names import same_name
    from reader.analysis.names.matching import same_person

    if one.replace(" ", "").casefold() == other.replace(" ", "").casefold():
        return "spelling"
    if _shortened(one, other):
        return "form"
    if _words(one) <= _words(y.name) or _words(other) <= _words(x.name):
        return "form"
    return "spelling" if same_name(x, y) or same_person(one, other) else "differs"


def _words(name: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(name)}


def _shortened(one: str, other: str) -> bool:
    """Whether one of two forms is the other's abbreviation."""
    return _abbreviates(one, other) or _abbreviates(other, one)


def _abbreviates(short: str, long: str) -> bool:
    """Whether a form is made of letters of the other in their order: "Ark.", "Fla", "Pa."."""
    letters = short.rstrip(".").casefold()
    whole = long.casefold()
    return (
        1 < len(letters) <= _SHORT < len(whole) + 3
        and len(letters) < len(whole)
        and letters[0] == whole[0]
        and (whole.startswith(letters) or len(letters) <= 3)
        and LCSseq.similarity(letters, whole) == len(letters)
    )
