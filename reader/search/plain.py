"""Whether one article matches a query, found out by looking at it: what the query means, in the plainest words.

The index answers most queries without it. What no index knows (regular expressions, words in one sentence, loose
quotations) is looked up here, and the tests hold every answer of the index against it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from reader.analysis.sentences import split
from reader.library.decisions.values import CORRECTED
from reader.model import Analysis, Article, Quote
from reader.search.bounds import is_day_within, is_figure_within
from reader.search.expressions import Expression, expression
from reader.search.personal import Personal
from reader.search.query.nodes import (
    And,
    Compare,
    Field,
    Flag,
    Near,
    Node,
    Not,
    Or,
    Range,
    Regex,
    Said,
    Same,
    Term,
    Unit,
)
from reader.text.letters import PRIVATE, indexed

LOOSE = 0.6
"""Share of a loose quotation's words that one quotation must have."""
LOOSE_LETTERS = 3
"""Shorter words of a loose quotation do not count."""
_APART = "\n\ue000\n"
"""Between two stretches of one quotation: a word of its own, as the index has it, so that no phrase crosses it."""


class Report(NamedTuple):
    """One of the reports of an event."""

    headline: str
    outlet: str | None


@dataclass(frozen=True)
class Document:
    """An article with everything that a query may ask about it."""

    article: Article
    found: Callable[[], Analysis]
    """What was found in it; asked only by a query that needs it."""
    told: Callable[[], Sequence[Report]] = tuple
    """All reports of its event, its own included; asked likewise."""
    personal: Personal = field(default_factory=Personal)

    @cached_property
    def analysis(self) -> Analysis:
        """What was found in it."""
        return self.found()

    @cached_property
    def reports(self) -> Sequence[Report]:
        """All reports of its event, its own included."""
        return self.told()

    @cached_property
    def entity_forms(self) -> dict[str, tuple[str, ...]]:
        """The forms of each name."""
        return {entity.name: entity.aliases for entity in self.analysis.entities}


def matches(node: Node, document: Document) -> bool:
    """Whether the article is a hit."""
    match node:
        case And(nodes):
            return all(matches(one, document) for one in nodes)
        case Or(nodes):
            return any(matches(one, document) for one in nodes)
        case Not(inner):
            return not matches(inner, document)
        case Same(left, right, unit):
            return _are_together(left, right, unit, document.article)
        case Said(fields):
            return any(is_said(fields, quote, document) for quote in document.analysis.quotes)
        case Field(name, value):
            return _FIELDS[name](value, document)
        case Compare() | Range():
            if node.name == "num":
                return is_figure_within(node, (figure.value for figure in document.analysis.figures))
            return is_day_within(node, document.article.published, document.personal.today or date.today())
        case Flag(name, value):
            return _FLAGS[name, value](document)
        case _:
            article = document.article
            return in_any(node, (article.title or "", article.text))


def _are_together(left: Term, right: Term, unit: Unit, article: Article) -> bool:
    """Whether a sentence or paragraph has both. Only the paragraphs that have both are split into sentences."""
    text = article.text
    for paragraph in article.paragraphs:
        words = paragraph.of(text)
        if _may_have(left, words) and _may_have(right, words) and _has_both(left, right, words):
            if unit == "paragraph":
                return True
            if any(_has_both(left, right, sentence.of(text)) for sentence in split(text, (paragraph,))):
                return True
    return False


def _may_have(term: Term, text: str) -> bool:
    """False where it is plain to see, at the first glance, that the text does not have all the words."""
    return not text.isascii() or term.is_loose or all(word in text.lower() for word in map(folded, term.words))


def _has_both(left: Term, right: Term, text: str) -> bool:
    words = tokens(text)
    return _has(left, words) and _has(right, words)


def in_any(node: Node, texts: Iterable[str]) -> bool:
    """Whether words, nearness and expressions hold of any of the texts; what combines them, of the texts together."""
    texts = list(texts)
    match node:
        case And(nodes):
            return all(in_any(one, texts) for one in nodes)
        case Or(nodes):
            return any(in_any(one, texts) for one in nodes)
        case Not(inner):
            return not in_any(inner, texts)
        case Regex():
            return any(map(compiled(node).in_any_line, texts))
        case Near(left, right, within):
            return any(_near(left, right, within, tokens(text)) for text in texts)
        case Term():
            return any(_has(node, tokens(text)) for text in texts)
    raise TypeError(node)


# words


@lru_cache(maxsize=32)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, without case and accents, as the index has them."""
    return tuple(_word().findall(indexed(text)))


@cache
def _word() -> re.Pattern[str]:
    """A run of letters, digits, marks and characters of private use, as the index takes it."""
    marks = "".join(char for char in map(chr, range(0x300, 0x20000)) if unicodedata.category(char)[0] == "M")
    return re.compile(rf"(?:[^\W_]|[{re.escape(marks)}{PRIVATE[0]}-{PRIVATE[-1]}])+")


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """A word without case and accents."""
    return indexed(word)


def _has(term: Term, words: Sequence[str]) -> bool:
    if term.is_loose:
        wanted = loose_words(term)
        return bool(wanted) and len(wanted & set(words)) >= LOOSE * len(wanted)
    return next(_places(term, words), None) is not None


def loose_words(term: Term) -> set[str]:
    """The words of a loose quotation that count, folded."""
    return {folded(word) for word in term.words if len(word) >= LOOSE_LETTERS}


def _places(term: Term, words: Sequence[str]) -> Iterator[int]:
    *firm, last = map(folded, term.words)
    for start in _begins(firm[0] if firm else last, bool(firm) or not term.is_prefix, words):
        end = start + len(firm)
        if end >= len(words) or list(words[start:end]) != firm:
            continue
        if words[end] == last or (term.is_prefix and words[end].startswith(last)):
            yield start


def _begins(first: str, is_whole: bool, words: Sequence[str]) -> Iterator[int]:
    """Where a word stands, or one that begins so."""
    if not is_whole:
        yield from (place for place, word in enumerate(words) if word.startswith(first))
        return
    place = -1
    with suppress(ValueError):
        while True:
            place = words.index(first, place + 1)
            yield place


def _near(left: Term, right: Term, within: int, words: Sequence[str]) -> bool:
    ones, others = list(_places(left, words)), list(_places(right, words))
    for one in ones:
        for other in others:
            gap = other - (one + len(left.words)) if one < other else one - (other + len(right.words))
            if one != other and gap <= within:
                return True
    return False


def compiled(regex: Regex) -> Expression:
    """The regular expression; it is looked for in each line by itself."""
    return expression(regex.pattern, regex.ignores_case)


# fields


def is_said(fields: Iterable[Field], quote: Quote, document: Document) -> bool:
    text = document.article.text
    said = (_APART.join(span.of(text) for span in quote.spans),)
    name, mention = quote.speaker.name, quote.speaker.mention
    if any(reason.startswith(CORRECTED) for reason in quote.reasons[:1]):  # those words mean somebody else
        mention = None
    by = [*((name, *document.entity_forms.get(name, ())) if name else ()), *((mention.of(text),) if mention else ())]
    return all(in_any(one.value, said if one.name == "quote" else by) for one in fields)


def _named(*types: str) -> Callable[[Node, Document], bool]:
    def is_named(value: Node, document: Document) -> bool:
        return any(
            in_any(value, (form,))
            for entity in document.analysis.entities
            if entity.type in types
            for form in (entity.name, *entity.aliases)
        )

    return is_named


def _only(value: Node, document: Document) -> bool:
    return all(outlet is not None and in_any(value, (outlet,)) for _, outlet in document.reports)


def _quoted(name: str) -> Callable[[Node, Document], bool]:
    def is_quoted(value: Node, document: Document) -> bool:
        return matches(Said((Field(name, value),)), document)

    return is_quoted


def _noted(document: Document) -> tuple[str, ...]:
    return document.personal.notes.get(document.article.id, ())


_FIELDS: dict[str, Callable[[Node, Document], bool]] = {
    "title": lambda value, document: in_any(value, (document.article.title or "",)),
    "text": lambda value, document: in_any(value, (document.article.text,)),
    "source": lambda value, document: in_any(value, (document.article.source or "",)),
    "author": lambda value, document: in_any(value, (document.article.author or "",)),
    "event": lambda value, document: any(in_any(value, (one,)) for one, _ in document.reports),
    "who": _named("person", "organisation"),
    "person": _named("person"),
    "org": _named("organisation"),
    "place": _named("place"),
    "speaker": _quoted("speaker"),
    "quote": _quoted("quote"),
    "note": lambda value, document: any(in_any(value, (one,)) for one in _noted(document)),
    "tag": lambda value, document: any(
        in_any(value, (one,)) for one in document.personal.tags.get(document.article.id, ())
    ),
    "only": _only,
}

_FLAGS: dict[tuple[str, str], Callable[[Document], bool]] = {
    ("is", "read"): lambda document: document.article.id in document.personal.read,
    ("is", "unread"): lambda document: document.article.id not in document.personal.read,
    ("is", "starred"): lambda document: document.article.id in document.personal.starred,
    ("is", "noted"): lambda document: bool(_noted(document)),
    ("has", "note"): lambda document: bool(_noted(document)),
    ("has", "quote"): lambda document: bool(document.analysis.quotes),
    ("has", "figure"): lambda document: bool(document.analysis.figures),
    ("has", "name"): lambda document: bool(document.analysis.entities),
    ("has", "title"): lambda document: document.article.title is not None,
    ("has", "date"): lambda document: document.article.published is not None,
    ("has", "sources"): lambda document: len(document.reports) > 1,
}
