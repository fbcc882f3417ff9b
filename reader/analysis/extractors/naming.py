"""From names that somebody else has found to entities: tidied, typed as a whole, and merged as our own names are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.addresses import addresses
from reader.analysis.names.chunks import Token, phrase, tokens
from reader.analysis.names.finding import entity_of, with_governments
from reader.analysis.names.grouping import Form, group, surname_forms
from reader.analysis.names.lexicon import Lexicon, fold, lexicon
from reader.analysis.names.segments import Candidate, Part, candidates
from reader.analysis.names.titling import find_title
from reader.model import Article, Entity, Span
from reader.model.analysis import EntityType

Named = tuple[Span, EntityType]

_EDGE = " \t\n\u00a0\"“”„«»‘’'`()[]{}<>,;:!?–—-…*_/|"
_ARTICLE = re.compile(r"[Tt]he\s+(?!Hague\b)|THE\s+")
_POSSESSIVE = re.compile(r"['’][sS]\Z")
_WORDS = re.compile(r"\S+")


def entities_of(article: Article, sentences: Sequence[Span], named: Iterable[Named]) -> tuple[Entity, ...]:
    """Entities in order of their first mention, from names in order of the text.

    A form has one kind throughout the article: the one given to it most often, or a person where it is the surname of
    somebody named in full. Titles are looked for as for our own names; forms of one name are merged by the same rules.
    """
    text, lex = article.text, lexicon()
    found: dict[str, list[Candidate]] = {}
    kinds: dict[str, Counter[EntityType]] = {}
    for candidate, kind in _candidates(text, sentences, named, lex):
        found.setdefault(candidate.part.key, []).append(candidate)
        kinds.setdefault(candidate.part.key, Counter())[kind] += 1
    forms = [
        Form(key, mentions[0].part.text, mentions[0].part.tokens, kinds[key].most_common(1)[0][0], mentions)
        for key, mentions in found.items()
    ]
    people = {
        key for form in forms if form.type == "person" and len(form.tokens) > 1 for key in surname_forms(form.tokens)
    }
    for form in forms:
        if form.key in people and form.key not in lex.countries and form.key not in lex.places:
            form.type = "person"
    return with_governments([entity_of(members, text, lex) for members in group(forms, lex, text)], text, lex)


def _candidates(
    text: str, sentences: Sequence[Span], named: Iterable[Named], lex: Lexicon
) -> Iterator[tuple[Candidate, EntityType]]:
    """The names as our own way of reading them sees them, each with the title before it."""
    own = candidates(text, addresses(text), {sentence.start for sentence in sentences})
    titled = {candidate.start: candidate for candidate in own if candidate.part.title is not None}
    for span, kind in named:
        start, end = tidied(text, span)
        words = _words(text[start:end])
        if not any(letter.isupper() for letter in text[start:end]):
            continue
        offset, title, short = start, None, False
        if kind == "person":
            begin, behind = find_title(words, 0, lex)
            if begin == 0 and behind == len(words):
                continue  # a title without a name
            if begin == 0 and behind:
                title, short = (0, words[behind - 1].end), words[behind - 1].low in lex.short_titles
                start, words = start + words[behind].start, words[behind:]
        if title is None and start in titled:
            offset, part = titled[start].offset, titled[start].part
            title, short = part.title, part.short_title
        part = Part(start - offset, end - offset, text[start:end], phrase(words), words, title, short, False, False, "")
        yield Candidate(start, end, offset, part), kind


def tidied(text: str, span: Span) -> Span:
    """A name without the marks around it, the article before it and the ending behind it; it may be empty."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    if possessive := _POSSESSIVE.search(text, start, end):
        end = possessive.start()
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    return Span(start, max(start, end))


def _words(name: str) -> tuple[Token, ...]:
    """The words of a name, of which one may begin with a small letter."""
    found = tuple(tokens(name))
    if found and found[0].start == 0 and found[-1].end == len(name):
        return found
    words = list(_WORDS.finditer(name))
    return tuple(
        Token(word.start(), word.end(), word[0], fold(word[0]), False, " " if word is not words[-1] else "")
        for word in words
    )
