"""What a query may ask about the user's own marks and words, gathered for the screen and the command line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search import Personal

if TYPE_CHECKING:
    from reader.notes import NoteStore
    from reader.session.memory import Memory

_ABOUT_NOTES = ("note", "tag")
"""A query in which one of these words stands may ask for notes; else their files are not read."""


def personal(memory: Memory, notes: NoteStore, query: str) -> Personal:
    """What has been read, starred, tagged and noted, as far as the query may ask for it."""
    if not any(word in query.lower() for word in _ABOUT_NOTES):
        return Personal(memory.read, memory.starred, memory.tags)
    words: dict[str, tuple[str, ...]] = {}
    tags = dict(memory.tags)
    for stored in notes.all():
        for article in dict.fromkeys(target.article for target in stored.note.targets):
            words[article] = (*words.get(article, ()), stored.note.body)
            tags[article] = (*tags.get(article, ()), *stored.note.tags)
    return Personal(memory.read, memory.starred, tags, words)
