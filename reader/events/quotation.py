"""The same utterance in two articles: found, and put into the class that says how its wording or extent differs.

A different speaker is a veto. A short fragment proves nothing by itself: it counts only inside passages that are
aligned anyway, or from the mouth of the same named speaker. Marks, dashes and the place of the full stop are nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.events.naming import NamePair
from reader.events.places import Places
from reader.events.utterances import Cut, cuts
from reader.events.wording import MARKS, Token, diff_tokens
from reader.model import Analysis, Article, ComparedQuote, Passage, Quote
from reader.model.event import QuoteClass
from reader.model.frozen import dataclass

FRAGMENT = 5
"""Words below which a quotation is a fragment."""

_KEPT = 0.6
"""Part of the shorter quotation's words that the other must have."""

_SAID = 0.45
"""Part of the weightier words of a quotation that an indirect report of it must have."""

_SCATTERED = 0.75
"""Part of the shorter's words below which some of them must stand in a row in both."""

_RUN = 4
_ALIKE = 3
"""Terms that two indirect reports of one utterance have in common at least."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation, cut into words."""

    quote: Quote
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    """Words without the marks between them."""
    marked: tuple[str, ...]
    """The words inside quotation marks; all of them where none are marked."""
    content: frozenset[str]
    """The terms that mean something."""
    speaker: str | None
    """A key that is the same in both articles for the same person."""
    where: frozenset[int]
    """The passages that it touches."""
    surely: frozenset[int]
    """Those of them that are linked for sure."""


class _Match(NamedTuple):
    score: float
    a: int
    b: int
    kind: QuoteClass


def compare_quotes(
    a: Article,
    analysis_a: Analysis,
    b: Article,
    analysis_b: Analysis,
    passages: Sequence[Passage],
    names: Iterable[NamePair],
) -> tuple[ComparedQuote, ...]:
    """Every quotation of both articles: in pairs, then those that one side alone has, in the order of the texts."""
    speakers = _speaker_keys(names)
    homes_a = Places((span, n) for n, passage in enumerate(passages) for span in passage.a)
    homes_b = Places((span, n) for n, passage in enumerate(passages) for span in passage.b)
    left, right = (
        [
            _said(quote, cut, table, homes, passages)
            for quote, cut in zip(analysis.quotes, cuts(article, analysis), strict=True)
        ]
        for article, analysis, table, homes in (
            (a, analysis_a, speakers[0], homes_a),
            (b, analysis_b, speakers[1], homes_b),
        )
    )
    pairs = _assign(left, right)
    compared = [_compared(left[m.a], right[m.b], m) for m in sorted(pairs, key=lambda m: (m.a, m.b))]
    told_a, told_b = {m.a for m in pairs}, {m.b for m in pairs}
    only_a = [ComparedQuote(s.quote.id, None, "only", (), 0.0) for n, s in enumerate(left) if n not in told_a]
    only_b = [ComparedQuote(None, s.quote.id, "only", (), 0.0) for n, s in enumerate(right) if n not in told_b]
    return (*compared, *only_a, *only_b)


def _speaker_keys(names: Iterable[NamePair]) -> tuple[dict[str, str], dict[str, str]]:
    left: dict[str, str] = {}
    right: dict[str, str] = {}
    for pair in names:
        for table, entity in ((left, pair.a), (right, pair.b)):
            for form in (entity.name, *entity.aliases):
                table.setdefault(form, pair.a.name)
    return left, right


def _said(
    quote: Quote, cut: Cut, speakers: Mapping[str, str], homes: Places[int], passages: Sequence[Passage]
) -> _Said:
    name = quote.speaker.name
    speaker = speakers.get(name, name) if name else None
    where = frozenset(homes.touching(quote.spans))
    return _Said(quote, *cut, speaker, where, frozenset([place for place in where if passages[place].sure]))


def _assign(left: Sequence[_Said], right: Sequence[_Said]) -> list[_Match]:
    """The best pairs, one to one; then parts of a quotation that the other side gives in one piece."""
    matches = [match for i, j in _candidates(left, right) if (match := _match(left[i], right[j], i, j))]
    matches.sort(key=lambda m: (-m.score, m.a, m.b))
    chosen: list[_Match] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    rest: list[_Match] = []
    for match in matches:
        if match.a in used_a or match.b in used_b:
            rest.append(match)
            continue
        used_a.add(match.a)
        used_b.add(match.b)
        chosen.append(match)
    return _parts(left, right, chosen, rest, used_a, used_b)


def _parts(
    left: Sequence[_Said],
    right: Sequence[_Said],
    chosen: list[_Match],
    rest: Iterable[_Match],
    used_a: set[int],
    used_b: set[int],
) -> list[_Match]:
    """Adds further parts: A's one quotation is several in B ("split"), or several of A are one in B ("merged")."""
    parts: dict[tuple[QuoteClass, int], list[_Match]] = defaultdict(list)
    for match in rest:
        x, y = left[match.a], right[match.b]
        if match.kind in {"paraphrased"} or min(len(x.marked), len(y.marked)) < 3:
            continue
        if match.a in used_a and match.b not in used_b and _inside(y.marked, x.marked):
            parts["split", match.a].append(match)
            used_b.add(match.b)
        elif match.b in used_b and match.a not in used_a and _inside(x.marked, y.marked):
            parts["merged", match.b].append(match)
            used_a.add(match.a)
    found = list(chosen)
    for (kind, place), more in sorted(parts.items()):
        for n, match in enumerate(found):
            if (match.a if kind == "split" else match.b) == place:
                found[n] = match._replace(kind=kind)
        found.extend(match._replace(kind=kind) for match in more)
    return found


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(short) < len(long) and LCSseq.similarity(short, long) >= 0.85 * len(short)


def _candidates(left: Sequence[_Said], right: Sequence[_Said]) -> list[tuple[int, int]]:
    """Pairs that share a word that means something, or have the very same words."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, said in enumerate(right):
        for term in said.content or {" ".join(said.keys)}:
            holders[term].append(n)
    found: set[tuple[int, int]] = set()
    for n, said in enumerate(left):
        for term in said.content or {" ".join(said.keys)}:
            places = holders.get(term, ())
            if len(places) <= 50:
                found.update((n, place) for place in places)
    return sorted(found)


def _match(x: _Said, y: _Said, i: int, j: int) -> _Match | None:
    """Whether two quotations are one utterance, and how they differ."""
    if x.speaker and y.speaker and x.speaker != y.speaker:
        return None
    if not x.keys or not y.keys:
        return None
    together = bool(x.where & y.where)
    same_speaker = x.speaker is not None and x.speaker == y.speaker
    indirect = (x.quote.kind == "indirect") + (y.quote.kind == "indirect")
    if together and x.keys == y.keys and x.quote.kind == y.quote.kind:
        return _Match(1.0 if same_speaker else 0.95, i, j, _class(x, y, 1.0))
    if indirect:
        return _reported(x, y, i, j, together, same_speaker, indirect)
    short = min(len(x.marked), len(y.marked))
    common = LCSseq.similarity(x.marked, y.marked)
    kept = common / short if short else 0.0
    if short < FRAGMENT and not _proves(x, y, kept, same_speaker):
        return None
    if kept < _KEPT or (common < 3 and not together and kept < 1.0):
        return None
    if kept < _SCATTERED and not _in_a_row(x.marked, y.marked):
        return None
    if not together and not same_speaker and (kept < 0.85 or not _weighty(x, y)):
        return None
    score = common / max(len(x.marked), len(y.marked)) * 0.5 + kept * 0.35 + 0.1 * together + 0.05 * same_speaker
    return _Match(round(min(1.0, score), 3), i, j, _class(x, y, kept))


def _in_a_row(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether four words in a row are common, or half of a short one: what is common here and there may be chance."""
    run = min(_RUN, (min(len(one), len(other)) + 1) // 2)
    runs = {tuple(one[n : n + run]) for n in range(len(one) - run + 1)}
    return any(tuple(other[n : n + run]) in runs for n in range(len(other) - run + 1))


def _proves(x: _Said, y: _Said, kept: float, same_speaker: bool) -> bool:
    """Whether a fragment may be a part of the other quotation: word for word, and in the place or mouth to be so."""
    if kept < 1.0 or not x.marked or not y.marked:
        return False
    return bool(x.surely & y.surely) or (same_speaker and len(x.marked) == len(y.marked) > 1)


def _weighty(x: _Said, y: _Said) -> bool:
    return len(x.content & y.content) >= 2


def _class(x: _Said, y: _Said, kept: float) -> QuoteClass:
    if x.marked == y.marked:
        one, other = _with_commas(x), _with_commas(y)
        return "identical" if one == other or len(x.keys) != len(y.keys) else "punctuation"
    if kept >= 0.999 and _runs(x.marked, y.marked):
        return "trimmed"
    return "reworded"


def _with_commas(said: _Said) -> list[str]:
    keys = [token.key for token in said.tokens]
    while keys and keys[-1] in MARKS:
        keys.pop()
    return keys


def _runs(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of the shorter stand in the longer in order; what is left out may be at the ends or between."""
    short, long = sorted((one, other), key=len)
    return int(LCSseq.similarity(short, long)) == len(short)


def _reported(x: _Said, y: _Said, i: int, j: int, together: bool, same_speaker: bool, indirect: int) -> _Match | None:
    """Quoted in one article, in indirect speech in the other (or in both): only where the passages agree.

    They must do so for sure, but where one speaker's own words are in one of the two.
    """
    if x.surely.isdisjoint(y.surely) and not (together and same_speaker and indirect == 1):
        return None
    common = x.content & y.content
    least = min(len(x.content), len(y.content))
    share = len(common) / least if least else 0.0
    if indirect == 2 and (share < _KEPT or len(common) < _ALIKE):
        return None  # neither gives the words: two reporters' phrases must say nearly the same
    if share < _SAID or (len(common) < 2 and not same_speaker):
        return None
    score = 0.3 + 0.4 * share + 0.1 * same_speaker
    return _Match(round(min(0.9, score), 3), i, j, "paraphrased" if indirect == 1 else "reworded")


def _compared(x: _Said, y: _Said, match: _Match) -> ComparedQuote:
    return ComparedQuote(x.quote.id, y.quote.id, match.kind, diff_tokens(x.tokens, y.tokens), match.score)
