"""How one article reports: how much of it is quotation, of what kind, and with which verbs of speech.

Counts, no verdicts. Verbs are told apart by one thing only: whether the word says no more than that something was said
("said", "told", "according to") or also how or to what end ("claimed", "warned", "admitted").
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reader.analysis.quotes.cues import forms
from reader.analysis.vocabulary import word_set
from reader.model import Analysis, Article, Quote, Span
from reader.model.frozen import dataclass

NEUTRAL = word_set(
    """
    say tell add ask answer reply respond state announce report write tweet post read speak talk continue put quote cite
    """
) | {"according to"}
"""Verbs, by their plain form, that say no more than that something was said, asked or written."""

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_MARKED = re.compile(
    r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?|„[^“”]*[“”]?|(?<!\w)‘[^’]*(?:’\w[^’]*)*’?|(?<!\w)'[^']*(?:'\w[^']*)*'?"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech and how often the article uses it for what it quotes."""

    form: str
    """As the article writes it most often: "said"."""
    lemma: str
    count: int

    @property
    def neutral(self) -> bool:
        """Whether it says no more than that something was said."""
        return self.lemma in NEUTRAL


@dataclass(frozen=True, slots=True)
class Profile:
    """The figures of one article."""

    words: int
    direct: int
    partial: int
    """Some of the words in quotation marks, the rest in the reporter's."""
    indirect: int
    unattributed: int
    """In quotation marks, with nobody said to have said it."""
    quoted_words: int
    """Words between quotation marks, unattributed ones among them."""
    speakers: int
    """Different people and bodies that are quoted, those without a name among them."""
    verbs: tuple[Verb, ...]
    """The commonest first."""

    @property
    def quotes(self) -> int:
        """All that is said by anybody."""
        return self.direct + self.partial + self.indirect

    @property
    def share(self) -> float:
        """Part of the words that is quotation, 0 to 1."""
        return self.quoted_words / self.words if self.words else 0.0


def profile(article: Article, analysis: Analysis) -> Profile:
    """The figures of an article."""
    text, said = article.text, [quote for quote in analysis.quotes if quote.attributed]
    kinds = Counter(quote.kind for quote in said)
    return Profile(
        words=sum(1 for _ in _WORD.finditer(text)),
        direct=kinds["direct"],
        partial=kinds["mixed"],
        indirect=kinds["indirect"],
        unattributed=len(analysis.quotes) - len(said),
        quoted_words=sum(
            1 for span in _joined(_marked(text, analysis.quotes)) for _ in _WORD.finditer(text, span.start, span.end)
        ),
        speakers=len({_speaker(quote, text) for quote in said}),
        verbs=verbs(text, said),
    )


def verbs(text: str, quotes: Iterable[Quote]) -> tuple[Verb, ...]:
    """The verbs of speech of some quotes, the commonest first; forms of one verb count together."""
    found: dict[str, Counter[str]] = {}
    for quote in quotes:
        if quote.cue:
            lemma, form = verb_of(quote.cue.of(text))
            found.setdefault(lemma, Counter())[form] += 1
    counted = [Verb(max(seen, key=lambda f: (seen[f], f)), lemma, seen.total()) for lemma, seen in found.items()]
    return tuple(sorted(counted, key=lambda verb: (-verb.count, verb.lemma)))


def verb_of(cue: str) -> tuple[str, str]:
    """(plain form, form as written) of the verb in a cue: of "has repeatedly denied" that is (deny, denied)."""
    words = " ".join(cue.lower().split())
    if words.startswith("according to"):
        return "according to", "according to"
    for word in reversed(words.split(" ")):
        known = forms().get(word.strip(",.:;"))
        if known:
            return known.lemma, word.strip(",.:;")
    return words, words


def _speaker(quote: Quote, text: str) -> str:
    speaker = quote.speaker
    return speaker.name or (speaker.mention.of(text).lower() if speaker.mention else "")


def _marked(text: str, quotes: Iterable[Quote]) -> Iterator[Span]:
    """What stands between quotation marks: all of a direct quote, parts of a mixed one."""
    for quote in quotes:
        for span in quote.spans if quote.kind != "indirect" else ():
            if quote.kind == "direct":
                yield span
            else:
                yield from (Span(*match.span()) for match in _MARKED.finditer(text, span.start, span.end))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Without overlaps, so that nothing is counted twice."""
    last = 0
    for span in sorted(spans):
        if span.end > last:
            yield Span(max(span.start, last), span.end)
            last = span.end
