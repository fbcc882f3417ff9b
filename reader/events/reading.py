"""What comparing needs of one article's text, cut into words once, however many articles it is compared with."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from reader.analysis.vocabulary import word_set
from reader.events.furniture import is_furniture
from reader.events.kept import MOST
from reader.events.terms import fold
from reader.events.wording import MARKS, Token, Words, cut_up
from reader.model import Span
from reader.model.frozen import dataclass

RUN = 4
"""Words in a row that count as told word for word."""

_KEPT = 200_000
"""Length of a text, in code points, from which its reading is not kept for the next comparison."""

_STOCK_PHRASE = re.compile(
    r"(?:did|do|does|has|have|had|could|was|were)(?: not|n['’]t)"
    r"(?: \w+){0,4}? (?:respond|repl|return|answer|comment|reach)"
    r"[^.]{0,60}?(?:comment|call\w*|e-?mail\w*|request\w*|messages?|reached)\b"
    r"|lesbian, gay, bisexual,? (?:and|or) transgender\b"
    r"|declined to (?:comment|be named|say)\b[^.]{0,20}"
    r"|on (?:the )?condition of anonymity\b[^.]{0,80}"
    r"|not authori[sz]ed to (?:speak|discuss|talk)\b[^.]{0,50}"
    r"|(?:told|in an interview with) (?:reporters|journalists|CNN|Fox News|the BBC|Reuters|AFP|the Associated Press)\b"
    r"|(?:at|in|during) (?:a|the|an) (?:joint |brief )?(?:news|press) (?:conference|briefing)\b"
    r"|in a (?:statement|tweet|post on \w+|speech|phone interview|telephone interview)\b"
    r"|(?:contributed to this report|the associated press contributed)\b",
    re.I,
)
"""What every report says of its own making, and one set phrase: they tell nothing about the event."""

_STOCK_WORDS = word_set(
    """
    anonymity authorized authorised comment comments call calls email emails message messages reached request requests
    named say told interview conference briefing statement tweet post speech contributed bisexual
    """
)
"""One of these is in every stock phrase: the others need not be looked for."""


class Word(NamedTuple):
    """A word that means something."""

    stem: str
    """Its term."""
    start: int
    end: int
    capital: bool
    stock: bool
    """Whether it stands in a stock phrase."""


_word = partial(tuple.__new__, Word)
"""A word of a tuple, without a call of Python's own."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence's words."""

    span: Span
    terms: tuple[Word, ...]
    """The words that mean something."""
    words: tuple[str, ...]
    """The words as they are compared, without marks."""
    runs: frozenset[int]
    """Every four words in a row, by their hash: a tuple would be hashed anew for every sentence of another article."""
    furniture: bool
    """Whether it belongs to the page and reports nothing."""


class Reading:
    """An article's words, by sentence and by place."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        self._cut = cut_up(text)
        self.words, self._places = plain_words(self._cut.keys)
        """All words as they are compared, without marks; and which of them stand before each token."""
        self.sentences = tuple(self._sentence(span) for span in sentences)

    @cached_property
    def fives(self) -> frozenset[int]:
        """Every five words in a row, by their hash."""
        words = self.words
        return frozenset(map(hash, zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The terms that the article has anywhere."""
        return frozenset([word.stem for sentence in self.sentences for word in sentence.terms])

    def inside(self, spans: Iterable[Span]) -> Iterator[Sentence]:
        """The sentences that begin in one of the stretches."""
        for span in spans:
            low = bisect_left(self.sentences, span.start, key=lambda sentence: sentence.span.start)
            for sentence in self.sentences[low:]:
                if sentence.span.start >= span.end:
                    break
                yield sentence

    def between(self, spans: Iterable[Span]) -> list[Token]:
        """The words of several stretches, one after the other."""
        found: list[Token] = []
        for span in spans:
            found.extend(self._cut.tokens(self.text, *self._range(span), min(span.end, len(self.text))))
        return found

    def _range(self, span: Span) -> tuple[int, int]:
        """Which of the tokens begin in a stretch: from the first to the one after the last."""
        return bisect_left(self._cut.starts, span.start), bisect_left(self._cut.starts, span.end)

    def _sentence(self, span: Span) -> Sentence:
        low, high = self._range(span)
        words = self.words[self._places[low] : self._places[high]]
        runs = frozenset(map(hash, zip(words, words[1:], words[2:], words[3:], strict=False)))
        phrases: list[tuple[int, int]] = []
        if not _STOCK_WORDS.isdisjoint(words):
            phrases = [match.span() for match in _STOCK_PHRASE.finditer(self.text, span.start, span.end)]
        own = Words(self._cut.keys[low:high], self._cut.starts[low:high], self._cut.ends[low:high])
        terms = tuple(map(_word, self._terms(own, phrases)))
        return Sentence(span, terms, words, runs, is_furniture(span.of(self.text), words))

    def _terms(self, own: Words, phrases: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int, bool, bool]]:
        text = self.text
        for key, start, end in zip(*own, strict=True):
            if key not in MARKS and (stem := fold(text[start:end])):
                stock = any(low <= start < high for low, high in phrases) if phrases else False
                yield stem, start, end, text[start].isupper(), stock


def plain_words(found: Iterable[str]) -> tuple[tuple[str, ...], "array[int]"]:
    """The words of keys without marks, "don't" and "cannot" as two; how many stand before each key, and of all."""
    words: list[str] = []
    places = array("i")
    for key in found:
        places.append(len(words))
        if key in MARKS:
            continue
        if key.endswith("n't") or key == "cannot":
            words.extend(_NOT.get(key) or (key[:-3], "not"))
        else:
            words.append(key)
    places.append(len(words))
    return tuple(words), places


_NOT = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not")}


def read(text: str, sentences: tuple[Span, ...]) -> Reading:
    """The article's words; kept for a while, as an article is compared with one after the other of its event."""
    return _read_once(text, sentences) if len(text) < _KEPT else Reading(text, sentences)


@lru_cache(maxsize=MOST)
def _read_once(text: str, sentences: tuple[Span, ...]) -> Reading:
    return Reading(text, sentences)
