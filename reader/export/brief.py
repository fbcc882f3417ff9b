"""The brief: an event on one page, from its sources to the user's notes, nothing in it that no source or note says."""

from collections.abc import Iterator

from reader.export import html, markdown
from reader.export.dossier import Dossier
from reader.export.page import Block, Heading, Paragraph
from reader.export.sections import dated, own, saying, sources, stating, telling


def blocks(dossier: Dossier) -> Iterator[Block]:
    """All parts in their order."""
    event = dossier.event
    yield Heading(1, (event.title,))
    count = len(dossier.members)
    reports = "1 report" if count == 1 else f"{count} reports"
    texts = f", {event.texts} different texts" if event.texts < count else ""
    yield Paragraph((f"{event.date or 'No date'} · {reports}{texts}. A reference gives the source and its paragraph.",))
    yield from sources.sources(dossier)
    yield from sources.headlines(dossier)
    yield from stating.facts(dossier)
    yield from saying.who(dossier)
    yield from saying.wordings(dossier)
    yield from telling.only(dossier)
    yield from telling.prominence(dossier)
    yield from dated.timeline(dossier)
    yield from sources.shared(dossier)
    yield from own.notes(dossier)


def as_markdown(dossier: Dossier) -> str:
    """The brief as Markdown."""
    return markdown.render(blocks(dossier))


def as_html(dossier: Dossier) -> str:
    """The brief as one HTML file."""
    return html.render(blocks(dossier))
