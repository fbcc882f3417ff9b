"""Finds the sentences of two articles that report the same thing, in whatever order they are told.

Links are sure or merely related. A sure link joins sentences into passages of at most a few sentences a side; a related
one is a hint where to look, and its sentences still count as told on one side only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from reader.events.blocks import CONTENT, TOLD, Block, Link, mark_moved, sure_blocks
from reader.events.likeness import Likeness, likeness
from reader.events.units import Unit

SURE = 0.5
"""Likeness from which two sentences are taken to report the same thing."""

RICH = 12.0
SURE_RICH = 0.42
"""Less likeness is enough where so much of what was done is common."""

RELATED = 0.16
"""Likeness from which two sentences are shown as related, if neither has a better one."""

_LEAD = 5
"""Sentences at the head of an article that say what it is about."""

_STRANGERS = 0.1
"""Mean likeness, to whatever the other article has, of the two most alike of each lead's sentences, below which two
articles tell of different events: what they share is background, copied phrases or the page they stand on."""

_DISTANT = 0.2
"""The same mean below which they may do so."""

_LONE = 0.3
"""The same mean below which one sure link by itself, outside the leads, proves nothing."""

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

_LEADS_ALIKE = 0.1
"""Likeness from which the first sentences of two reports with common ground are taken to be related. Of 800 pairs of
reports of different events two had so much, of 314 pairs of reports of one event half."""

_LEADS = 0.15
"""What it adds to their likeness that both stand first: reports begin with what happened, each in words of its own."""

_HEADING = 3
"""Words up to which a line is a heading, and says little of what an article is about."""

_CANDIDATES = 5
_FREQUENT = 60
"""A term in more sentences than this nominates no candidates."""


def align(a: Sequence[Unit], b: Sequence[Unit]) -> list[Block]:
    """All passages, in A's order.

    Every sentence is in at most one sure passage; a related one joins a sentence that has none to what is most like it.
    """
    if any(unit.words for unit in a) and [unit.words for unit in a] == [unit.words for unit in b]:
        return [Block((n,), (n,), 1.0, True) for n in range(len(a))]
    links = _links(a, b)
    sure = sure_blocks(a, b, [link for link in links if link.sure])
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
    return mark_moved(sorted(sure + related, key=lambda block: (block.a, block.b, not block.sure)))


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
    if common < _LONE:
        links = _without_lone(a, b, links)
    if common >= _DISTANT:
        links = _with_leads(a, b, links)
    links.sort(key=lambda link: (-link.score, link.a, link.b))
    return links


def _without_lone(a: Sequence[Unit], b: Sequence[Unit], links: list[Link]) -> list[Link]:
    """The links; the only sure one is merely related where it is far from what either article is about.

    Two events of one story share their background, told in one sentence of each: that alone makes them no event.
    """
    sure = [link for link in links if link.sure]
    if len(sure) != 1 or sure[0].a in _lead(a) or sure[0].b in _lead(b):
        return links
    return [link._replace(sure=False) for link in links]


def _with_leads(a: Sequence[Unit], b: Sequence[Unit], links: list[Link]) -> list[Link]:
    """The links, and one between the sentences with which the reports begin, if that is not sure already."""
    leads = _lead(a)[:1], _lead(b)[:1]
    if not all(leads):
        return links
    i, j = leads[0][0], leads[1][0]
    known = next((link for link in links if (link.a, link.b) == (i, j)), None)
    score = known.score if known else likeness(a[i], b[j]).score
    if score < _LEADS_ALIKE or (known and known.sure) or _others_say(a[i], b[j]):
        return links
    return [*(link for link in links if link is not known), Link(i, j, score + _LEADS, False)]


def _lead(side: Sequence[Unit]) -> list[int]:
    """The places of the sentences that say what an article is about."""
    return [unit.place for unit in side if not unit.furniture and len(unit.words) > _HEADING][:_LEAD]


def _common_ground(
    a: Sequence[Unit], b: Sequence[Unit], best_a: Mapping[int, float], best_b: Mapping[int, float]
) -> float:
    """How much of what the two leads tell is told in the other article, wherever it stands there, 0 to 1."""
    best: list[float] = []
    for side, likest in ((a, best_a), (b, best_b)):
        best.extend(sorted((likest.get(place, 0.0) for place in _lead(side)), reverse=True)[:2])
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
    held_a, held_b = _holders(a), _holders(b)
    return _nominate(a, held_b) | {(i, j) for j, i in _nominate(b, held_a)}


def _holders(side: Sequence[Unit]) -> dict[str, list[int]]:
    """In which sentences each term stands."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for unit in side:
        for stem in unit.weights:
            holders[stem].append(unit.place)
    return {stem: places for stem, places in holders.items() if len(places) <= _FREQUENT}


def _nominate(a: Sequence[Unit], holders: Mapping[str, Sequence[int]]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for unit in a:
        shared: defaultdict[int, float] = defaultdict(float)
        for stem, value in unit.weights.items():
            for place in holders.get(stem, ()):
                shared[place] += value
        best = sorted([(-value, place) for place, value in shared.items()])[:_CANDIDATES]
        found.update([(unit.place, place) for _, place in best])
    return found
