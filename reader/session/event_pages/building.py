"""Makes the rows of an event's pages from the comparisons that are there, and chooses and orders them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from reader.model import Span
from reader.model.event import Verdict
from reader.session.event_pages.model import (
    Cell,
    Elsewhere,
    EventPage,
    Facts,
    Gap,
    GapList,
    Gaps,
    Matrix,
    Reports,
    Said,
    Timeline,
)
from reader.session.event_pages.sections import sorted_in

if TYPE_CHECKING:
    from reader.events.matrix import SpeakerRow
    from reader.events.statements import EventFact
    from reader.session.memory import Memory

ORDER: tuple[Verdict, ...] = ("differs", "precision", "spelling", "form", "same")
"""In which facts are shown; of each those that the texts state come before the reports' own dates."""


def first_of(page: EventPage) -> int:
    """The report whose comparisons a page wants before all others."""
    return page.home if isinstance(page, Gaps) else page.place if isinstance(page, Cell) else 0


def built(page: EventPage, memory: Memory) -> EventPage:
    """The page with its rows; the cursor stays on its row where that is still there."""
    match page:
        case Matrix():
            return _matrix(page)
        case Cell():
            return replace(page, rows=tuple(_said(page.event, page.place, one.quote.id) for one in page.rows))
        case Facts():
            return _facts(page)
        case Gaps():
            return _gaps(page, memory)
        case Timeline():
            return _timeline(page)
    return page


def shown(page: EventPage, memory: Memory) -> EventPage:
    """The same rows otherwise chosen or ordered; nothing is looked for anew."""
    match page:
        case Matrix():
            return _chosen_speakers(page)
        case Facts():
            return _chosen_facts(page)
        case Gaps():
            return _chosen_gaps(page, memory)
        case Timeline():
            return _chosen_dates(page)
    return page


def _kept(rows: tuple[object, ...], now: tuple[object, ...], cursor: int) -> int:
    """Where the row under the cursor is now."""
    row = rows[cursor] if cursor < len(rows) else None
    return now.index(row) if row in now else max(0, min(cursor, len(now) - 1))


# who said what


def _matrix(page: Matrix) -> Matrix:
    from reader.events import speakers

    event = page.event
    found = speakers(event.members, event.compared if event.complete and event.total else None)
    return _chosen_speakers(replace(page, speakers=found))


def _chosen_speakers(page: Matrix) -> Matrix:
    found = page.speakers
    if found is None:
        return page
    unnamed = _ordered(page, (found.unnamed,)) if found.unnamed else ()
    described = _ordered(page, found.described) if page.unfolded and unnamed else ()
    rows = (*_ordered(page, found.named), *unnamed, *described)
    same = [(row.speaker, row.described) for row in page.rows]
    at = same[page.cursor] if page.cursor < len(same) else None
    now = [(row.speaker, row.described) for row in rows]
    if at is None and same:
        cursor = len(rows)  # the last row, of all quotations
    elif at in now:
        cursor = now.index(at)
    else:
        cursor = now.index((None, False)) if at and at[1] and unnamed else min(page.cursor, len(rows))
    return replace(page, rows=rows, cursor=cursor)


def _ordered(page: Matrix, rows: tuple[SpeakerRow, ...]) -> tuple[SpeakerRow, ...]:
    """The rows that are wanted, in the order that is; who is not even described stays last."""
    chosen = [row for row in rows if not (page.only and row.everywhere)]
    if page.sort == "name":
        chosen.sort(key=lambda row: (row.speaker is None, (row.speaker or "").casefold()))
    elif page.sort == "difference":
        chosen.sort(key=lambda row: (row.speaker is None, -(row.varied + sum(row.only))))
    return tuple(chosen)


def quotes_in(page: Matrix, row: int, column: int) -> tuple[str, ...]:
    """Ids of the quotations of a cell; all of the report in the last row."""
    if row < len(page.rows):
        return page.rows[row].quotes[column]
    return tuple(quote.id for quote in page.event.members[column].analysis.quotes)


def title_of(row: SpeakerRow | None) -> str:
    """How a row is called."""
    if row is None:
        return "all quotes"
    return row.speaker or ("speaker not found" if row.described else "unnamed, by description")


def cell(page: Matrix) -> Cell:
    """The quotations of the cell under the cursor."""
    row = page.rows[page.cursor] if page.cursor < len(page.rows) else None
    said = tuple(_said(page.event, page.column, one) for one in quotes_in(page, page.cursor, page.column))
    return Cell(event=page.event, rows=said, title=title_of(row), place=page.column, under=page)


def _said(event: Reports, place: int, id: str) -> Said:
    quote = next(one for one in event.members[place].analysis.quotes if one.id == id)
    others = (_elsewhere(event, place, other, id) for other in range(len(event.keys)) if other != place)
    return Said(place, quote, event.paragraph(place, quote.spans[0]), tuple(others))


def _elsewhere(event: Reports, place: int, other: int, id: str) -> Elsewhere:
    if (min(place, other), max(place, other)) not in event.known:
        return Elsewhere(other, None, None)
    for pair in event.compared(place, other).quotes:
        if pair.a == id and pair.b is not None:
            theirs = next(one for one in event.members[other].analysis.quotes if one.id == pair.b)
            return Elsewhere(other, pair.kind, event.paragraph(other, theirs.spans[0]), theirs.spans)
    return Elsewhere(other, "only", None)


# facts


def _facts(page: Facts) -> Facts:
    from reader.events import event_facts

    return _chosen_facts(replace(page, facts=event_facts(page.event.members, page.event.compared)))


def _chosen_facts(page: Facts) -> Facts:
    chosen = (
        fact
        for fact in page.facts
        if (page.agreeing or fact.verdict != "same") and (page.kind is None or fact.kind == page.kind)
    )
    rows = tuple(
        sorted(chosen, key=lambda fact: (ORDER.index(fact.verdict), not any(one.span for one in fact.statements)))
    )
    return replace(page, rows=rows, cursor=_kept(page.rows, rows, page.cursor))


def fact_id(event: Reports, fact: EventFact) -> str:
    """A name for a fact that outlives the session: what was stated, in which reports."""
    stated = [f"{event.members[one.member].article.id} {one.value}" for one in fact.statements]
    return _digest("fact", fact.kind, fact.subject, *stated)


def _digest(*parts: object) -> str:
    return sha256("\0".join(map(str, parts)).encode()).hexdigest()[:16]


# coverage


def _gaps(page: Gaps, memory: Memory) -> Gaps:
    from reader.events import displaced, missing_here, only_here, prominence

    event, home = page.event, page.home
    if not event.has_all_of(home) or not event.total:
        return replace(page, lists={}, rows=(), cursor=0)
    members, compared = event.members, event.compared
    lists: dict[GapList, tuple[Gap, ...]] = {
        "only": tuple(
            _gap(event, home, "only", home, one.spans, one.weight, one.why)
            for one in only_here(home, members, compared)
        ),
        "missing": tuple(
            _gap(
                *(event, home, "missing", one.tellings[0].member, one.tellings[0].spans, one.weight, one.why),
                tuple((t.member, t.spans[0], t.paragraph + 1) for t in one.tellings[1:]),
            )
            for one in missing_here(home, members, compared)
        ),
        "moved": tuple(
            _gap(
                *(event, home, "moved", home, (one.told.span,), one.told.weight),
                ("later here" if one.shift > 0 else "earlier here", *one.told.why),
                ((one.telling.member, one.telling.spans[0], one.telling.paragraph + 1),),
            )
            for one in displaced(prominence(home, members, compared))
        ),
    }
    return _chosen_gaps(replace(page, lists=lists), memory)


def _gap(
    event: Reports,
    home: int,
    which: GapList,
    place: int,
    spans: tuple[Span, ...],
    weight: float,
    why: tuple[str, ...],
    elsewhere: tuple[tuple[int, Span, int], ...] = (),
) -> Gap:
    article, about = event.members[place].article, event.members[home].article
    id = _digest("gap", which, about.id, article.id, *spans, *(there[0] for there in elsewhere if which == "moved"))
    return Gap(place, spans, event.paragraph(place, spans[0]), weight, why, elsewhere, id)


def _chosen_gaps(page: Gaps, memory: Memory) -> Gaps:
    found = (gap for gap in page.lists.get(page.which, ()) if not (page.only and gap.id in memory.seen))
    rows = sorted_in(page.which, found)
    return replace(page, rows=rows, cursor=_kept(page.rows, rows, page.cursor))


# the timeline


def _timeline(page: Timeline) -> Timeline:
    from reader.events import chronology

    made = _chosen_dates(replace(page, dates=chronology(page.event.members)))
    if page.dates:
        return made
    if not made.rows:
        return made
    most = max(made.rows, key=lambda row: (row.role == "event", len(row.members), len(row.mentions)))
    return replace(made, cursor=made.rows.index(most))  # begins on the day that most reports are about


def _chosen_dates(page: Timeline) -> Timeline:
    visible = [place for place in range(len(page.event.keys)) if place not in page.hidden]
    rows = []
    for row in page.dates:
        mentions = tuple(mention for mention in row.mentions if mention.member not in page.hidden)
        kept = replace(row, mentions=mentions)
        if mentions and not (page.only and row.date is not None and set(kept.members) >= set(visible)):
            rows.append(kept)
    at = [(row.date, row.role) for row in page.rows]
    now = [(row.date, row.role) for row in rows]
    here = at[page.cursor] if page.cursor < len(at) else None
    earlier = sum((row.date or "~") < (here[0] or "~") for row in rows) if here else 0
    cursor = now.index(here) if here in now else max(0, min(earlier, len(now) - 1))
    mention = page.mention if page.rows and rows and cursor < len(rows) and here in now else 0
    mention = min(mention, len(rows[cursor].mentions) - 1) if rows else 0
    return replace(page, rows=tuple(rows), cursor=cursor, mention=mention)
