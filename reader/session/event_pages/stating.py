"""What the rows of an event's pages say, as words: for the screen, the clipboard and the status line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Span
from reader.model.analysis import DateRole
from reader.model.event import Verdict
from reader.session.event_pages.model import Gap, GapList, Reports

if TYPE_CHECKING:
    from reader.events.matrix import SpeakerRow
    from reader.events.statements import EventFact, Statement
    from reader.model import Passage

VERDICTS: dict[Verdict, str] = {
    "differs": "differs",
    "precision": "precision",
    "spelling": "spelling",
    "form": "form",
    "same": "agree",
}
ROLES: dict[DateRole, str] = {
    "event": "event",
    "published": "published",
    "dateline": "dateline",
    "mentioned": "mentioned",
}
ONE = "only one source tells this event"
NO_FACTS = "no facts differ in what could be matched"


def flat(span: Span, text: str) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(text).split())


def stated(event: Reports, statement: Statement, named: bool = False) -> str:
    """What an article states, in its own words; a date with the day that is meant, a figure with how exact it is.

    `named`: a person or a place, by the form that was held against the others.
    """
    from reader.events.hedges import hedged

    value = statement.value
    plain = "" if value is None else f"{value:,.10g}" if isinstance(value, float | int) else value
    if statement.span is None or (named and plain):
        return plain
    article, analysis = event.members[statement.member]
    words = flat(statement.span, article.text)
    figure = next((one for one in analysis.figures if one.span == statement.span), None)
    if figure is not None:
        return hedged(article.text, figure)
    is_day = isinstance(value, str) and value[:4].isdigit() and value not in words
    return f"{value} “{words}”" if is_day else words or plain


def values(event: Reports, fact: EventFact) -> list[tuple[str, list[Statement]]]:
    """What is stated, each once, with who states it; what the first report states comes first."""
    found: dict[str, list[Statement]] = {}
    for statement in fact.statements:
        found.setdefault(stated(event, statement, fact.kind in ("name", "place")), []).append(statement)
    return list(found.items())


AGREEMENT: dict[Verdict, str] = {
    "differs": "not the same is stated",
    "precision": "the same is stated more and less exactly",
    "spelling": "one name in two spellings",
    "form": "one name in two forms",
    "same": "the same is stated",
}


def why(event: Reports, fact: EventFact) -> str:
    """Why statements were held against each other: which passages report the same thing, and how alike they are."""
    stated = [one for one in fact.statements if one.span]
    parts = []
    for n, one in enumerate(stated):
        for other in stated[n + 1 :]:
            found = None if one.member == other.member else _shared(event, one, other)
            if found:
                sure = "" if found.sure else ", perhaps"
                score = f"{found.score:.2f}".removeprefix("0")
                parts.append(f"{_at(event, one)} and {_at(event, other)} tell the same ({score}{sure})")
    return "; ".join([AGREEMENT[fact.verdict], *parts])


def _at(event: Reports, statement: Statement) -> str:
    return f"{event.names[statement.member]} {where(event, statement)}"


def _shared(event: Reports, one: Statement, other: Statement) -> Passage | None:
    """The two passages, one of each report, in which the statements stand; None where they are not linked."""
    a, b = one.span, other.span
    for passage in event.compared(one.member, other.member).passages:
        if a and b and any(span.overlaps(a) for span in passage.a) and any(span.overlaps(b) for span in passage.b):
            return passage
    return None


def where(event: Reports, statement: Statement, sign: str = "¶") -> str:
    """The paragraph of a statement; in metadata where it was found."""
    if statement.span is not None:
        return f"{sign}{event.paragraph(statement.member, statement.span)}"
    origins = {origin.field: origin for origin in event.members[statement.member].article.origins}
    origin = origins.get("published")
    return f"line {origin.line}" if origin and origin.line else "metadata"


def origin(event: Reports, place: int) -> str:
    """Where a report's date of publication was read: its line, and the words or the name of the field there."""
    article = event.members[place].article
    found = next((one for one in article.origins if one.field == "published"), None)
    if found is None:
        return f"published {article.published}, from its metadata"
    words = f"“{found.text}”" if any(letter.isdigit() for letter in found.text) else f"the field “{found.text}”"
    line = f"line {found.line}, " if found.line else ""
    return f"published {article.published}, read from {line}{words}"


def sentence(event: Reports, place: int, span: Span) -> Span:
    """The sentences that hold a passage of a report."""
    held = [one for one in event.members[place].analysis.sentences if one.overlaps(span)]
    return Span(min(held[0].start, span.start), max(held[-1].end, span.end)) if held else span


def only_here(event: Reports, row: SpeakerRow, narrow: bool) -> str:
    """How many utterances each report alone has: `2+0`; the sum where that would be too long."""
    if not row.only:
        return "…"
    return str(sum(row.only)) if narrow else "+".join(map(str, row.only))


def about_gap(event: Reports, gap: Gap, which: GapList, home: int) -> str:
    """How a passage is told here and elsewhere, without saying why."""
    if which == "only":
        others = [n for n in range(len(event.keys)) if n != home]
        if len(others) == 1:
            return f"not found in {event.names[others[0]]}’s report"
        return f"not found in the {len(others)} other reports"
    if which == "missing":
        return f"not found in {event.names[home]}’s report"
    place, _, paragraph = gap.elsewhere[0]
    return f"¶{gap.paragraph} here ↔ ¶{paragraph} in {event.names[place]}"
