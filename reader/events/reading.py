"""What comparing needs of one article's text, cut into words once, however many articles it is compared with."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.analysis.vocabulary import word_set
from reader.events.terms import fold
from reader.events.wording import MARKS, Token, tokens
from reader.model import Span

RUN = 4
"""Words in a row that count as told word for word."""

_KEPT = 200_000
"""Length of a text, in code points, from which its reading is not kept for the next comparison."""

_STOCK_PHRASE = re.compile(
    r"(?:did|do|does|has|have|had|could|was|were)(?: not|n['’]t)"
    r"(?: \w+){0,4}? (?:respond|repl|return|answer|comment|reach)"
    r"[^.]{0,60}?(?:comment|call\w*|e-?mail\w*|request\w*|messages?|reached)\b"
    r"|declined to (?:comment|be named|say)\b[^.]{0,20}"
    r"|on (?:the )?condition of anonymity\b[^.]{0,80}"
    r"|not authori[sz]ed to (?:speak|discuss|talk)\b[^.]{0,50}"
    r"|(?:told|in an interview with) (?:reporters|journalists|CNN|Fox News|the BBC|Reuters|AFP|the Associated Press)\b"
    r"|(?:at|in|during) (?:a|the|an) (?:joint |brief )?(?:news|press) (?:conference|briefing)\b"
    r"|in a (?:statement|tweet|post on \w+|speech|phone interview|telephone interview)\b"
    r"|(?:contributed to this report|the associated press contributed)\b",
    re.I,
)
"""What every report says of its own making: it tells nothing about the event."""

_STOCK_WORDS = word_set(
    """
    anonymity authorized authorised comment comments call calls email emails message messages reached request requests
    named say told interview conference briefing statement tweet post speech contributed
    """
)
"""One of these is in every stock phrase: the others need not be looked for."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence's words."""

    span: Span
    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    """The term of each token, "" where it means nothing."""
    stock: frozenset[int]
    """Indices of the tokens in stock phrases."""
    words: tuple[str, ...]
    """The words as they are compared, without marks."""
    runs: frozenset[tuple[str, ...]]
    """Every four words in a row."""


class Reading:
    """An article's words, by sentence and by place."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        self._tokens = tokens(text)
        self._starts = [token.start for token in self._tokens]
        self.words = plain_words(self._tokens)
        """All words as they are compared, without marks."""
        self.sentences = tuple(self._sentence(span) for span in sentences)

    def between(self, spans: Iterable[Span]) -> list[Token]:
        """The words of several stretches, one after the other."""
        found: list[Token] = []
        for span in spans:
            low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            part = self._tokens[low:high]
            if part and part[-1].start + len(part[-1].text) > span.end:
                part[-1] = part[-1]._replace(text=self.text[part[-1].start : span.end])
            found.extend(part)
        return found

    def _sentence(self, span: Span) -> Sentence:
        own = tuple(self.between((span,)))
        words = plain_words(own)
        runs = frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))
        stems = tuple(fold(self.text[token.start : token.end]) if token.key not in MARKS else "" for token in own)
        stock: set[int] = set()
        if not _STOCK_WORDS.isdisjoint(words):
            for match in _STOCK_PHRASE.finditer(self.text, span.start, span.end):
                stock.update(n for n, token in enumerate(own) if match.start() <= token.start < match.end())
        return Sentence(span, own, stems, frozenset(stock), words, runs)


def plain_words(found: Iterable[Token]) -> tuple[str, ...]:
    """The words without marks, "don't" and "cannot" as two."""
    words: list[str] = []
    for token in found:
        key = token.key
        if key in MARKS:
            continue
        if key.endswith("n't") or key == "cannot":
            words.extend(_NOT.get(key) or (key[:-3], "not"))
        else:
            words.append(key)
    return tuple(words)


_NOT = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not")}


def read(text: str, sentences: tuple[Span, ...]) -> Reading:
    """The article's words; kept for a while, as an article is compared with one after the other of its event."""
    return _read_once(text, sentences) if len(text) < _KEPT else Reading(text, sentences)


@lru_cache(maxsize=48)
def _read_once(text: str, sentences: tuple[Span, ...]) -> Reading:
    return Reading(text, sentences)
