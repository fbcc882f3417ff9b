"""Quotations and notes as the CSV that Readwise imports: Highlight, Title, Author, URL, Note, Location, Date."""

from collections.abc import Iterator

from reader.export import table
from reader.export.dossier import Dossier
from reader.export.labels import name_of
from reader.export.table import Cell
from reader.model import Article, Span

HEADER = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def render(dossier: Dossier) -> str:
    """The table with its header: direct quotations with who said them, then the user's notes with their passages."""
    return table.render((HEADER, *_quotes(dossier), *_notes(dossier)))


def _quotes(dossier: Dossier) -> Iterator[tuple[Cell, ...]]:
    for number, (article, analysis) in enumerate(dossier.members):
        for quote in analysis.quotes:
            if quote.kind == "direct" and quote.attributed:
                words = " … ".join(dossier.words(number, span) for span in quote.spans)
                yield _row(article, words, quote.speaker.name or "", quote.spans[0])


def _notes(dossier: Dossier) -> Iterator[tuple[Cell, ...]]:
    for own in dossier.notes:
        for passage in own.passages:
            if passage.exact:
                article = dossier.members[passage.member].article
                yield _row(article, passage.exact, f"Your note: {own.note.body}", passage.span)


def _row(article: Article, words: str, note: str, span: Span | None) -> tuple[Cell, ...]:
    where = "" if span is None else article.paragraph_at(span.start) + 1
    author = article.author or name_of(article)
    return words, article.label, author, article.url or "", note, where, (article.published or "")[:10]
