"""The pages of an event as Markdown for the clipboard, with a reference behind every line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Article, Span
from reader.session.event_pages import stating
from reader.session.event_pages.building import quotes_in, title_of
from reader.session.event_pages.model import Cell, EventPage, Facts, Gaps, Matrix, Reports, Timeline

if TYPE_CHECKING:
    from reader.events.matrix import SpeakerRow

HEADINGS = {
    "only": "Only in {name}’s report",
    "missing": "Not found in {name}’s report",
    "moved": "Told earlier or later in {name}’s report",
}


def reference(article: Article, span: Span | None) -> str:
    """Where a passage stands: source, day, paragraph, address."""
    paragraph = f"¶{article.paragraph_at(span.start) + 1}" if span else ""
    parts = [article.source or article.file, (article.published or "")[:10], paragraph, article.url or ""]
    return ", ".join(part for part in parts if part)


def markdown(page: EventPage) -> str:
    """The page's rows as they are chosen and ordered now."""
    match page:
        case Matrix():
            lines = _matrix(page)
        case Cell():
            lines = _cell(page)
        case Facts():
            lines = _facts(page)
        case Gaps():
            lines = _gaps(page)
        case Timeline():
            lines = _timeline(page)
        case _:
            lines = _headlines(page.event)
    return "\n".join(lines) + "\n"


def table(rows: list[list[str]], numbers: range = range(0)) -> list[str]:
    """A Markdown table, its first row the head; the columns of `numbers` to the right."""
    safe = [[" ".join(one.split()).replace("\\", "\\\\").replace("|", "\\|") for one in row] for row in rows]
    rule = ["---:" if n in numbers else "---" for n in range(len(rows[0]))]
    return [f"| {' | '.join(row)} |" for row in (safe[0], rule, *safe[1:])]


def _matrix(page: Matrix) -> list[str]:
    event = page.event
    many = len(event.keys)
    rows = [["speaker", *event.names, "same", "varied", "only here"]]
    for row in page.rows:
        counts = [str(len(quotes)) if quotes else "–" for quotes in row.quotes]
        rows.append([f"– {title_of(row)}" if row.described else title_of(row), *counts, *_shared(event, row)])
    totals = [str(len(quotes_in(page, len(page.rows), place))) for place in range(many)]
    rows.append([title_of(None), *totals, "", "", ""])
    return table(rows, range(1, many + 4))


def _shared(event: Reports, row: SpeakerRow) -> list[str]:
    if not row.only:
        return ["", "", ""]
    return [str(row.same), str(row.varied), stating.only_here(event, row, False)]


def _cell(page: Cell) -> list[str]:
    article = page.event.members[page.place].article
    lines = [f"**{page.title}** in {page.event.names[page.place]}", ""]
    for said in page.rows:
        words = " … ".join(stating.flat(span, article.text) for span in said.quote.spans)
        lines.append(f"- {words} — {reference(article, said.quote.spans[0])}")
    return lines


def _facts(page: Facts) -> list[str]:
    event = page.event
    rows = [["", "kind", "about", "stated"]]
    for fact in page.rows:
        stated = [
            f"{value} ({'; '.join(_stated_by(event, one.member, one.span, one.attributed) for one in statements)})"
            for value, statements in stating.values(event, fact)
        ]
        rows.append([stating.VERDICTS[fact.verdict], fact.kind, fact.subject, " · ".join(stated)])
    return table(rows)


def _stated_by(event: Reports, place: int, span: Span | None, attributed: str | None) -> str:
    who = f", according to {attributed}" if attributed else ""
    return f"{reference(event.members[place].article, span)}{who}"


def _gaps(page: Gaps) -> list[str]:
    event = page.event
    lines = [f"**{HEADINGS[page.which].format(name=event.names[page.home])}**", ""]
    for gap in page.rows:
        article = event.members[gap.place].article
        words = " ".join(stating.flat(span, article.text) for span in gap.spans)
        there = "; ".join(reference(event.members[place].article, span) for place, span, _ in gap.elsewhere)
        lines.append(f"- {words} — {reference(article, gap.spans[0])}{f' ↔ {there}' if there else ''}")
    return lines


def _timeline(page: Timeline) -> list[str]:
    event = page.event
    rows = [["date", "role", *event.names]]
    for row in page.rows:
        cells: list[list[str]] = [[] for _ in event.keys]
        for mention in row.mentions:
            text = event.members[mention.member].article.text
            words = f"“{stating.flat(mention.span, text)}” " if mention.span else ""
            place = f"¶{mention.paragraph + 1}" if mention.paragraph is not None else "metadata"
            cells[mention.member].append(f"{words}{place}")
        rows.append([row.date or "undated", stating.ROLES[row.role], *("; ".join(cell) or "–" for cell in cells)])
    return table(rows)


def _headlines(event: Reports) -> list[str]:
    lines = []
    for name, member in zip(event.names, event.members, strict=True):
        article = member.article
        lead = article.paragraphs[0] if article.paragraphs else Span(0, 0)
        lines += [f"- **{name}**: {article.title or '(no headline)'}", f"  {stating.flat(lead, article.text)}"]
        lines.append(f"  — {reference(article, lead)}")
    return lines
