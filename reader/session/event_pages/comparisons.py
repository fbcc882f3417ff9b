"""The reports of an event, and the comparisons of each with each, which are made one by one between keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Article, Comparison
from reader.session.event_pages.model import Reports

if TYPE_CHECKING:
    from reader.session.state import Reading
    from reader.session.world import World

MOST = 20
"""Reports of an event that are compared: each further one costs as many comparisons as there are reports already."""
EACH, ROUNDS = 5, 20
"""Comparisons, and parts of them all, after which rows are made anew, beside the first round and the last."""


def reports(world: World, reading: Reading, before: Reports | None) -> Reports:
    """The reports of the open article's event, with what is known of them already where they are still the same."""
    from reader.events.across import Member

    library = world.library
    keys = reading.strip[:MOST]
    keys = keys if reading.key in keys else (*keys[:-1], reading.key)
    members = tuple(Member(library.article(key), library.analysis(key)) for key in keys)
    names = told_apart(
        [(reading.sources[reading.strip.index(key)], m.article) for key, m in zip(keys, members, strict=True)]
    )
    events = library.events([library.event_of(reading.key)])
    title, row = (events[0].title, events[0]) if events else ("", None)
    if before and before.keys == keys and _alike(before.members, members):
        same = (before.names, before.title, before.row) == (names, title, row)
        return before if same else replace(before, names=names, title=title, row=row)
    return Reports(keys, names, members, left_out=len(reading.strip) - len(keys), title=title, row=row)


def told_apart(sources: Sequence[tuple[str, Article]]) -> tuple[str, ...]:
    """The sources' names; those that several reports have with the day of each, or else a number."""
    names = [name for name, _ in sources]
    days = [f"{name} {(article.published or '')[:10]}".rstrip() for name, article in sources]
    made = [name if names.count(name) == 1 else days[n] for n, name in enumerate(names)]
    return tuple(
        name if made.count(name) == 1 else f"{name} ({made[: n + 1].count(name)})" for n, name in enumerate(made)
    )


def _alike(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(before) == len(now) and all(one == other for one, other in zip(before, now, strict=True))


def further(world: World, event: Reports, first: int) -> Reports:
    """One more comparison, of some 15 ms; those of the report `first` come before the others."""
    pair = event.missing(first)
    if pair is None:
        return event
    one, other = (event.keys[place] for place in pair)
    there = all(world.row(key) is not None for key in (one, other))  # a report may be gone from the folder by now
    return replace(event, known={**event.known, pair: world.library.comparison(one, other) if there else Comparison()})


def is_due(event: Reports, first: int) -> bool:
    """Whether enough has been compared since the last time for the rows to be made anew."""
    done = len(event.known)
    each = max(EACH, event.total // ROUNDS)
    return event.complete or done % each == 0 or (done == len(event.keys) - 1 and event.has_all_of(first))
