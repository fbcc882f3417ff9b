"""The user's notes, marked as theirs."""

from collections.abc import Iterator

from reader.export.dossier import Dossier, NotedPassage, OwnNote
from reader.export.page import Block, Heading, Inline, Own, Paragraph, listed, quoted


def notes(dossier: Dossier) -> Iterator[Block]:
    """Each note: what it is on, and its words as a quotation."""
    if not dossier.notes:
        return
    yield Heading(2, ("Your notes",))
    yield Paragraph(("These are yours; no source says them.",))
    for own in dossier.notes:
        yield Paragraph(listed(*_about(dossier, own)))
        yield Own(tuple(own.note.body.splitlines()) or ("",))


def _about(dossier: Dossier, own: OwnNote) -> Iterator[Inline]:
    tags = "".join(f" #{tag}" for tag in own.note.tags)
    yield f"Your note, {own.note.status}{tags}, on"
    for passage in own.passages:
        if passage.exact:
            yield quoted(" ".join(passage.exact.split()))
        yield dossier.ref(passage.member, passage.span)
        yield _state(passage)


def _state(passage: NotedPassage) -> str:
    if passage.state == "orphan":
        return "(the passage is not there any more)"
    return "(the passage has changed since)" if passage.state == "moved" else ""
