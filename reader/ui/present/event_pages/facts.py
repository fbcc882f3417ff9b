"""Facts that differ, drawn: what each source states, and the sentences in which it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.session.event_pages import stating
from reader.session.event_pages.building import fact_id
from reader.session.event_pages.model import Facts
from reader.text.cells import cell_width
from reader.ui.present.articles import Line
from reader.ui.present.event_pages.look import Look, cut, hanging, legend, passage, source
from reader.ui.widgets.line import wrap_line

if TYPE_CHECKING:
    from reader.events.statements import EventFact, Statement

ROOMY = 110
"""Cells from which what is stated stands beside what it is about, else below it."""
SUBJECT = 34
KIND = 16
"""Cells of the sign, the kind and the seen mark."""


def head(page: Facts, width: int, look: Look) -> list[Line]:
    """How many there are of each sort, and what is shown."""
    count = {sort: sum(one.verdict in verdicts for one in page.facts) for sort, verdicts in _SORTS.items()}
    signs = look.signs
    parts = [
        f"{signs.differs} {count['differs']} differ",
        f"{signs.near} {count['near']} in precision or form",
        f"{signs.equal} {count['same']} agree",
    ]
    agree = "" if page.agreeing or not count["same"] else " (o shows)"
    kind = f" · only {page.kind}s, Tab shows the next kind" if page.kind else ""
    title = ((" Facts that differ", "title"), (f"   {'  '.join(parts)}{agree}{kind}", "dim-meta"))
    return [cut(title, width), *legend(page.event, width), ()]


_SORTS = {"differs": ("differs",), "near": ("precision", "spelling", "form"), "same": ("same",)}


def card(page: Facts, index: int, width: int, look: Look) -> list[Line]:
    """One fact: its sort, what it is about, everything that is stated and by whom."""
    fact = page.rows[index]
    sign, role = _sign(fact, look)
    seen = fact_id(page.event, fact) in look.seen
    kind = fact.kind if fact.verdict in ("differs", "same") else stating.VERDICTS[fact.verdict]
    tick = look.signs.seen if seen else " "
    lead: Line = ((f"{tick}{sign} ", role), (f"{kind:<{KIND - 4}} ", "dim-meta" if seen else role))
    about: Line = ((fact.subject, "dim-meta" if seen else "bold"),)
    stated = _values(page, fact, width, look, "dim-meta" if seen else role)
    if width < ROOMY:
        return hanging(lead, (*about, ("   ", ""), *stated), width, KIND)
    left = [cut(row, SUBJECT - 2) for row in wrap_line(about, SUBJECT - 2)[:2]]
    rows = wrap_line(stated, width - KIND - SUBJECT)
    return _beside(lead, left, rows)


def _beside(lead: Line, left: list[Line], right: list[Line]) -> list[Line]:
    """Two columns after the lead."""
    made = []
    for n in range(max(len(left), len(right))):
        first: Line = lead if n == 0 else ((" " * KIND, ""),)
        one = left[n] if n < len(left) else ()
        used = sum(cell_width(text) for text, _ in one)
        made.append((*first, *one, (" " * (SUBJECT - used), ""), *(right[n] if n < len(right) else ())))
    return made


def _sign(fact: EventFact, look: Look) -> tuple[str, str]:
    if fact.verdict == "differs":
        return look.signs.differs, "differs"
    return (look.signs.equal, "same") if fact.verdict == "same" else (look.signs.near, "similar")


def _values(page: Facts, fact: EventFact, width: int, look: Look, role: str) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    for value, statements in stating.values(page.event, fact):
        who = "; ".join(_who(page, one, width, look) for one in statements)
        gap = f"  {look.signs.dot}  " if pieces else ""
        pieces += [(gap, "dim-meta"), (value, role), (f" ({who})", "dim-meta")]
    return pieces


def _who(page: Facts, one: Statement, width: int, look: Look) -> str:
    attributed = f", “{one.attributed}”" if one.attributed else ""
    name = source(page.event, one.member, width)
    place = stating.where(page.event, one, look.signs.paragraph)
    return f"{name}{' ' if one.span else ', '}{place}{attributed}"


def detail(page: Facts, width: int, height: int, look: Look) -> list[Line]:
    """The sentences of all statements, what is stated marked in them; why they are held against each other."""
    if page.cursor >= page.count:
        return []
    fact = page.rows[page.cursor]
    lines: list[Line] = []
    if page.why:
        why = wrap_line(((f"why: {stating.why(page.event, fact)}", "dim-meta"),), width - 1)
        lines += [((" ", ""), *row) for row in why[: max(1, height // 3)]]
    values = [statements for _, statements in stating.values(page.event, fact)]
    shown = [*(one[0] for one in values), *(other for one in values for other in one[1:])]
    room = min(max(len(values), (height - len(lines)) // 3), max(1, (height - len(lines) - 1) // 2))
    hidden = len(shown) - room
    if hidden > 0:
        shown = shown[:room]
    each = max(1, (height - len(lines) - (hidden > 0)) // max(1, len(shown)) - 1)
    for one in shown:
        lines += _evidence(page, one, width, each, look)
    if hidden > 0:
        lines.append(((f" {hidden} more: Enter shows two side by side, y copies all", "dim-meta"),))
    return lines


def _evidence(page: Facts, one: Statement, width: int, rows: int, look: Look) -> list[Line]:
    event = page.event
    who = f" {look.signs.dot} according to {one.attributed}" if one.attributed else ""
    where = stating.where(event, one, look.signs.paragraph)
    lead: Line = cut(((f" {one.member + 1} {event.names[one.member]}", "bold"), (f" {where}{who}", "dim-meta")), width)
    if one.span is None:
        return [lead, cut(((f"   {stating.origin(event, one.member)}", ""),), width)]
    found = passage(event, one.member, (one.span,), width - 5, rows, look, "differs")
    return [lead, *(((" " * 3, ""), *row) for row in found)]
