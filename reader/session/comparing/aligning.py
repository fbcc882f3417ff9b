"""Lays the paragraphs of two reports beside each other: each exactly once, the left report in its own order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model import Article, Comparison, Only, Passage, Span
from reader.session.comparing.model import Block, Which

Links = dict[tuple[int, int], float]
"""How much two paragraphs (left, right) have in common: the lengths of the sentences that they share, weighted."""

_RELATED = 0.25
"""What a weak link counts for beside a sure one."""


def blocks(a: Article, b: Article, comparison: Comparison) -> tuple[Block, ...]:
    """The paragraphs of both in blocks: the left ones in order, each with those of the right that tell the same.

    A paragraph of the right that the left does not tell stands after the one that it follows in its own report.
    """
    links = _links(a, b, comparison)
    partner = _pairs(links)
    left = _left_groups(len(a.paragraphs), links, partner)
    right = _right_groups(len(b.paragraphs), links, partner)
    made: list[Block] = []
    for group in left:
        beside = sorted({place for one in group for place in right.get(one, ())})
        elsewhere = () if beside else _best(links, group[0])
        made.append(Block(tuple(group), tuple(beside), elsewhere=elsewhere))
    taken = {place for block in made for place in block.b}
    placed = _with_rest(_moved(made), [place for place in range(len(b.paragraphs)) if place not in taken])
    return _described(placed, a, b, comparison.passages)


def _links(a: Article, b: Article, comparison: Comparison) -> Links:
    alone_a, alone_b = _alone(comparison.only_a), _alone(comparison.only_b)
    links: defaultdict[tuple[int, int], float] = defaultdict(float)
    for passage in comparison.passages:
        if not passage.sure and (alone_a.issuperset(passage.a) or alone_b.issuperset(passage.b)):
            continue  # related, but the one does not tell what the other does
        weight = passage.score * (1.0 if passage.sure else _RELATED)
        lengths_a, lengths_b = _lengths(a, passage.a), _lengths(b, passage.b)
        for one, length in lengths_a.items():
            for other, width in lengths_b.items():
                links[one, other] += weight * min(length, width)
    return dict(links)


def _alone(only: Iterable[Only]) -> set[Span]:
    return {span for one in only for span in one.spans}


def _lengths(article: Article, spans: Sequence[Span]) -> dict[int, int]:
    """Code points of the spans by paragraph."""
    found: defaultdict[int, int] = defaultdict(int)
    for span in spans:
        found[article.paragraph_at(span.start)] += span.end - span.start
    return found


def _pairs(links: Links) -> dict[int, int]:
    """Right paragraph by left one, the strongest links first, one to one."""
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for (one, other), _ in sorted(links.items(), key=lambda item: (-item[1], abs(item[0][0] - item[0][1]), item[0])):
        if one not in partner and other not in taken:
            partner[one] = other
            taken.add(other)
    return partner


def _left_groups(count: int, links: Links, partner: dict[int, int]) -> list[list[int]]:
    """The left paragraphs in order; one whose partner is taken joins its neighbour beside that partner."""
    wanted: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), weight in links.items():
        wanted[one].append((weight, other))
    groups: list[list[int]] = []
    for place in range(count):
        liked = max(wanted[place])[1] if place not in partner and wanted[place] else None
        if groups and liked is not None and any(partner.get(one) == liked for one in groups[-1]):
            groups[-1].append(place)
        elif groups and groups[-1][0] not in partner and place in partner:
            before = groups[-1]
            if len(before) == 1 and wanted[before[0]] and max(wanted[before[0]])[1] == partner[place]:
                before.append(place)
            else:
                groups.append([place])
        else:
            groups.append([place])
    return groups


def _right_groups(count: int, links: Links, partner: dict[int, int]) -> dict[int, list[int]]:
    """For each left paragraph the right ones beside it: its partner, and those without one that it tells best."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    taken = set(partner.values())
    for one, other in partner.items():
        beside[one].append(other)
    best: dict[int, tuple[float, int]] = {}
    for (one, other), weight in links.items():
        if other not in taken and (other not in best or (weight, -one) > (best[other][0], -best[other][1])):
            best[other] = (weight, one)
    for other in range(count):
        if other in best:
            beside[best[other][1]].append(other)
    return beside


def _best(links: Links, one: int) -> tuple[int, ...]:
    """The right paragraph that tells most of a left one which has no partner of its own."""
    found = max(((weight, -other) for (left, other), weight in links.items() if left == one), default=None)
    return () if found is None else (-found[1],)


def _moved(made: Sequence[Block]) -> list[Block]:
    """Marks those that are not in the longest run of blocks that both reports tell in the same order."""
    both = [index for index, block in enumerate(made) if block.b]
    kept = {both[place] for place in _increasing([made[index].b[0] for index in both])}
    return [replace(block, moved=True) if block.b and index not in kept else block for index, block in enumerate(made)]


def _increasing(values: Sequence[int]) -> list[int]:
    """Indices of a longest increasing subsequence (patience sorting, n log n)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[place] = value
            ends[place] = index
    found: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def _with_rest(made: Sequence[Block], rest: Sequence[int]) -> list[Block]:
    """The right paragraphs that stand beside nothing, each after the one before it in its own report."""
    home = {place: index for index, block in enumerate(made) for place in block.b}
    following: defaultdict[int, list[Block]] = defaultdict(list)
    for place in rest:
        home[place] = home.get(place - 1, -1)
        following[home[place]].append(Block((), (place,)))
    placed = list(following[-1])
    for index, block in enumerate(made):
        placed.append(block)
        placed += following[index]
    return placed


def _described(blocks: Sequence[Block], a: Article, b: Article, passages: Sequence[Passage]) -> tuple[Block, ...]:
    """The blocks with what the passages inside them say: how alike, how sure."""
    homes_a = {place: index for index, block in enumerate(blocks) for place in block.a}
    homes_b = {place: index for index, block in enumerate(blocks) for place in block.b}
    inside: defaultdict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        left = {homes_a.get(a.paragraph_at(span.start)) for span in passage.a}
        right = {homes_b.get(b.paragraph_at(span.start)) for span in passage.b}
        for index in left & right - {None}:
            if index is not None:
                inside[index].append(passage)
    return tuple(_signed(block, inside.get(index, []), a, b) for index, block in enumerate(blocks))


def _signed(block: Block, inside: Sequence[Passage], a: Article, b: Article) -> Block:
    if not block.a or not block.b:
        return replace(block, sign="similar", sure=False) if block.elsewhere else block
    score, sure = max((p.score for p in inside), default=0.0), any(p.sure for p in inside)
    if any(passage.relation == "differs" for passage in inside):
        return replace(block, sign="differs", score=score, sure=sure)
    same = [passage for passage in inside if passage.relation == "same"]
    whole = _covers(same, "a", block, a) and _covers(same, "b", block, b)
    return replace(block, sign="same" if whole else "similar", score=score, sure=sure)


def _covers(passages: Sequence[Passage], which: Which, block: Block, article: Article) -> bool:
    """Whether the passages hold every letter and figure of the block's paragraphs."""
    told = sorted(span for passage in passages for span in (passage.a if which == "a" else passage.b))
    for place in block.of(which):
        at = article.paragraphs[place].start
        for span in (*told, Span(article.paragraphs[place].end, article.paragraphs[place].end)):
            if span.end <= at or span.start > article.paragraphs[place].end:
                continue
            if any(sign.isalnum() for sign in article.text[at : span.start]):
                return False
            at = span.end
    return True
