"""Finds the sentences of two articles that report the same thing, in whatever order they are told.

Links are sure or merely related. A sure link joins sentences into passages of at most a few sentences a side; a related
one is a hint where to look, and its sentences still count as told on one side only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.events.likeness import Likeness, likeness
from reader.events.order import longest_run
from reader.events.units import Unit
from reader.model.frozen import dataclass

SURE = 0.5
"""Likeness from which two sentences are taken to report the same thing."""

CONTENT = 4.0
"""Weight of common words, names left out, without which no link is sure but one of the same words."""

RICH = 12.0
SURE_RICH = 0.42
"""Less likeness is enough where so much of what was done is common."""

RELATED = 0.16
"""Likeness from which two sentences are shown as related, if neither has a better one."""

TOLD = 0.35
"""Likeness from which a related sentence counts as told on both sides."""

_LEAD = 5
"""Sentences at the head of an article that say what it is about."""

_STRANGERS = 0.1
"""Mean likeness, to whatever the other article has, of the two most alike of each lead's sentences, below which two
articles tell of different events: what they share is background, copied phrases or the page they stand on."""

_DISTANT = 0.2
"""The same mean below which they may do so."""

_COPIES = 0.8
"""The same mean from which one is so much like a copy of the other that the page around it may be one as well."""

_DISTANT_SURE = 0.12
"""What more likeness a sure link then needs."""

_OTHER_SPEAKER = 0.65
"""Likeness that a sure link needs where different people are said to have said it."""

_SUPPORTED = 0.6
"""Part of the words that a sentence must share with one beside a sure link to belong to it."""

_SECOND = 0.8
"""Part of its best link's likeness that a sentence's second link must reach."""

_AGAIN = 0.7
"""Part of the likeness of the other's best link that a sentence must reach to be told by a sentence that tells more of
another."""

_SIDE = 4
"""Sentences a passage has on one side at most."""

_HEADING = 3
"""Words up to which a line is a heading, and says little of what an article is about."""

_CANDIDATES = 8
_FREQUENT = 60
"""A term in more sentences than this nominates no candidates."""


class Link(NamedTuple):
    """Two sentences that are alike."""

    a: int
    b: int
    score: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences that belong together on the two sides, by their places."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    sure: bool
    moved: bool = False

    @property
    def tells(self) -> bool:
        """Whether what one side tells is, at least in part, told on the other."""
        return self.sure or self.score >= TOLD


def align(a: Sequence[Unit], b: Sequence[Unit]) -> list[Block]:
    """All passages, in A's order.

    Every sentence is in at most one sure passage; a related one joins a sentence that has none to what is most like it.
    """
    if any(unit.words for unit in a) and [unit.words for unit in a] == [unit.words for unit in b]:
        return [Block((n,), (n,), 1.0, True) for n in range(len(a))]
    links = _links(a, b)
    sure = _sure_blocks(a, b, [link for link in links if link.sure])
    taken_a = {place: block.score for block in sure for place in block.a}
    taken_b = {place: block.score for block in sure for place in block.b}
    related: list[Block] = []
    for link in links:
        known = [taken[place] for taken, place in ((taken_a, link.a), (taken_b, link.b)) if place in taken]
        if len(known) == 2 or (link.sure and known and link.score < _AGAIN * known[0]):
            continue
        taken_a.setdefault(link.a, link.score)
        taken_b.setdefault(link.b, link.score)
        related.append(Block((link.a,), (link.b,), round(link.score, 3), False))
    return _mark_moved(sorted(sure + related, key=lambda block: (block.a, block.b, not block.sure)))


def _links(a: Sequence[Unit], b: Sequence[Unit]) -> list[Link]:
    """Links worth having, most alike first."""
    found: dict[tuple[int, int], Likeness] = {}
    best_a: defaultdict[int, float] = defaultdict(float)
    best_b: defaultdict[int, float] = defaultdict(float)
    for i, j in _candidates(a, b):
        alike = likeness(a[i], b[j])
        best_a[i] = max(best_a[i], alike.score)
        best_b[j] = max(best_b[j], alike.score)
        if alike.score >= RELATED:
            found[i, j] = alike
    common = _common_ground(a, b, best_a, best_b)
    links = []
    for (i, j), alike in found.items():
        sure = (
            common >= _STRANGERS
            and (common >= _COPIES or not (a[i].furniture or b[j].furniture))
            and (
                is_sure(alike, common < _DISTANT, _others_say(a[i], b[j]))
                or (common >= _DISTANT and _in_the_same_words(a[i], b[j]))
            )
            and alike.score >= _SECOND * min(best_a[i], best_b[j])
        )
        low, high = sorted((best_a[i], best_b[j]))
        if sure or alike.score >= (high if alike.score < TOLD else max(low, _AGAIN * high)):
            links.append(Link(i, j, alike.score, sure))
    links.extend(_supported(a, b, links))
    links.sort(key=lambda link: (-link.score, link.a, link.b))
    return links


def _common_ground(
    a: Sequence[Unit], b: Sequence[Unit], best_a: Mapping[int, float], best_b: Mapping[int, float]
) -> float:
    """How much of what the two leads tell is told in the other article, wherever it stands there, 0 to 1."""
    best: list[float] = []
    for side, likest in ((a, best_a), (b, best_b)):
        lead = [unit.place for unit in side if not unit.furniture and len(unit.words) > _HEADING][:_LEAD]
        best.extend(sorted((likest.get(place, 0.0) for place in lead), reverse=True)[:2])
    return sum(best) / len(best) if best else _DISTANT


def _supported(a: Sequence[Unit], b: Sequence[Unit], links: Iterable[Link]) -> list[Link]:
    """Links of sentences too short to prove anything by themselves, but next to a sure link and in nearly its words."""
    sure = {(link.a, link.b) for link in links if link.sure}
    ends_a, ends_b = {i for i, _ in sure}, {j for _, j in sure}
    found: list[Link] = []
    waiting = sorted(sure)
    while waiting:
        i, j = waiting.pop()
        for step in (-1, 1):
            m, n = i + step, j + step
            if not (0 <= m < len(a) and 0 <= n < len(b)) or m in ends_a or n in ends_b:
                continue
            if a[m].furniture or b[n].furniture:
                continue
            kept = _kept(a[m].words, b[n].words)
            if kept >= _SUPPORTED:
                found.append(Link(m, n, kept, True))
                ends_a.add(m)
                ends_b.add(n)
                waiting.append((m, n))
    return found


def _kept(one: Sequence[str], other: Sequence[str]) -> float:
    """Part of the longer text's words that both have in the same order; 1 for two without words."""
    longer = max(len(one), len(other))
    return float(LCSseq.similarity(one, other)) / longer if longer else 1.0


def is_sure(alike: Likeness, distant: bool = False, others_say: bool = False) -> bool:
    """Whether so much likeness is no chance; `distant` where the two articles may tell of different events."""
    score = alike.score - _DISTANT_SURE * distant
    if others_say and score < _OTHER_SPEAKER:
        return False
    if alike.content >= RICH:
        return score >= SURE_RICH
    return score >= SURE and (alike.content >= CONTENT or (alike.verbatim >= 0.9 and not distant))


def _in_the_same_words(x: Unit, y: Unit) -> bool:
    return len(x.words) > _HEADING and x.words == y.words and not _others_say(x, y)


def _others_say(x: Unit, y: Unit) -> bool:
    return bool(x.speakers) and bool(y.speakers) and x.speakers.isdisjoint(y.speakers)


def _candidates(a: Sequence[Unit], b: Sequence[Unit]) -> set[tuple[int, int]]:
    """The pairs to look at: for each sentence of either side the few with which it shares most."""
    return _nominate(a, b) | {(i, j) for j, i in _nominate(b, a)}


def _nominate(a: Sequence[Unit], b: Sequence[Unit]) -> set[tuple[int, int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for unit in b:
        for stem in unit.weights:
            holders[stem].append(unit.place)
    found: set[tuple[int, int]] = set()
    for unit in a:
        shared: defaultdict[int, float] = defaultdict(float)
        for stem, value in unit.weights.items():
            places = holders.get(stem, ())
            if len(places) <= _FREQUENT:
                for place in places:
                    shared[place] += value
        best = sorted(shared, key=lambda place: (-shared[place], place))[:_CANDIDATES]
        found.update((unit.place, place) for place in best)
    return found


def _sure_blocks(a: Sequence[Unit], b: Sequence[Unit], links: Iterable[Link]) -> list[Block]:
    """Passages from sure links, the surest first: one to one, or one to a few neighbours that tell more of it."""
    blocks: list[_Growing] = []
    at_a: dict[int, _Growing] = {}
    at_b: dict[int, _Growing] = {}
    for link in links:
        left, right = at_a.get(link.a), at_b.get(link.b)
        if left is None and right is None:
            block = _Growing([link.a], [link.b], [link.score])
            blocks.append(block)
            at_a[link.a] = at_b[link.b] = block
        elif left is not None and right is None:
            if left.takes(left.b, link.b, left.a, a, b):
                left.b.append(link.b)
                left.scores.append(link.score)
                at_b[link.b] = left
        elif right is not None and left is None and right.takes(right.a, link.a, right.b, b, a):
            right.a.append(link.a)
            right.scores.append(link.score)
            at_a[link.a] = right
    return [block.closed() for block in blocks]


@dataclass(slots=True)
class _Growing:
    """A passage being put together."""

    a: list[int]
    b: list[int]
    scores: list[float]

    @staticmethod
    def takes(side: list[int], new: int, other: list[int], others: Sequence[Unit], own: Sequence[Unit]) -> bool:
        """Whether a further sentence joins a side: there is room, and it tells more of the other's one sentence."""
        if len(side) >= _SIDE or len(other) > 1:
            return False
        single = others[other[0]].weights
        told: set[str] = set()
        for place in side:
            told |= single.keys() & own[place].weights.keys()
        more = (single.keys() & own[new].weights.keys()) - told
        return sum(single[stem] for stem in more if stem not in others[other[0]].names) >= CONTENT

    def closed(self) -> Block:
        return Block(tuple(sorted(self.a)), tuple(sorted(self.b)), round(max(self.scores), 3), True)


def _mark_moved(blocks: Sequence[Block]) -> list[Block]:
    """Marks what is told in another order: what stands outside the longest run that both tell in the same order."""
    kept = longest_run([block.b[0] for block in blocks])
    return [block if n in kept else replace(block, moved=True) for n, block in enumerate(blocks)]
