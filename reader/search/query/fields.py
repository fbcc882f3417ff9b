"""The fields of the query language: what each asks about, and which values it knows."""

from collections.abc import Sequence
from typing import Literal

from reader.model.frozen import dataclass

Kind = Literal["words", "date", "number", "choice", "sort"]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field as help, completion and errors speak of it."""

    name: str
    kind: Kind
    help: str
    choices: tuple[str, ...] = ()


SORTS = ("relevance", "date", "oldest", "source", "title", "quotes")

_FIELDS = (
    FieldSpec("title", "words", "words of the headline"),
    FieldSpec("text", "words", "words of the text"),
    FieldSpec("source", "words", "the outlet"),
    FieldSpec("author", "words", "the byline"),
    FieldSpec("event", "words", "words of a headline of any report of the same event"),
    FieldSpec("who", "words", "a person or organisation that is named"),
    FieldSpec("person", "words", "a person that is named"),
    FieldSpec("org", "words", "an organisation that is named"),
    FieldSpec("place", "words", "a place that is named"),
    FieldSpec("speaker", "words", "who said it, by any of their names"),
    FieldSpec("quote", "words", 'words that were said; quote:"…"~ finds other wordings'),
    FieldSpec("note", "words", "words of a note on the article"),
    FieldSpec("tag", "words", "a tag of the article or of a note on it"),
    FieldSpec("only", "words", "told by this outlet and no other"),
    FieldSpec("date", "date", "when it was published: 2022-02-15, 2022-02, 2022-02-10..15, >7d, today"),
    FieldSpec("num", "number", "a figure in the text: 300, >=100k, 5..10"),
    FieldSpec("is", "choice", "read, unread, starred, noted", ("read", "unread", "starred", "noted")),
    FieldSpec(
        "has",
        "choice",
        "a quote, figure, name, note, or other sources of the same event",
        ("quote", "figure", "name", "note", "title", "date", "sources"),
    ),
    FieldSpec("sort", "sort", "the order of the hits", SORTS),
)

FIELDS = {field.name: field for field in _FIELDS}
"""Every field by its name, in the order of the documentation."""


def nearest_field(name: str) -> str | None:
    """The field that somebody who wrote this may have meant."""
    return nearest(name, list(FIELDS))


def nearest(written: str, known: Sequence[str]) -> str | None:
    """Which of some words somebody who wrote this may have meant."""
    from rapidfuzz.process import extractOne

    found = extractOne(written, known, score_cutoff=60)
    return found[0] if found else None
