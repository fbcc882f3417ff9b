"""What one article tells and the other does not, ranked by how much it would be missed, and how much is shared copy.

A rank is a description of the passage: who speaks in it, which names and figures it has, where it stands, and how much
of it the other article has nowhere at all. It says nothing about why the other article lacks it. What belongs to the
page and not to the report is missed by nobody, and left out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.events.frequency import weight
from reader.events.kept import Kept
from reader.events.places import Places
from reader.events.reading import Reading, read
from reader.model import Analysis, Article, Only, Quote, SharedCopy, Span

_RUN = 5
"""Words in a row that two articles hardly have in common by chance."""

_CREDITED = 0.2
"""Shared part from which an agency that only one side credits is named for both."""

_LINE = 4
"""Words below which a line tells hardly anything."""

_FRESH = 0.5
"""Part of a passage's terms, by weight, that the other lacks from which the passage is new as a whole."""

_KNOWN = 0.4
"""What a passage weighs of whose terms the other has every one, as a part of its weight."""

_FULL = 45
"""Words from which a passage's length adds no more to its weight."""


def told_only_here(
    article: Article, analysis: Analysis, told: Iterable[int], others: Iterable[Reading]
) -> tuple[Only, ...]:
    """The sentences whose places are not in `told`, neighbours within a paragraph together, weightiest first.

    `others`: the articles that do not tell them.
    """
    known = set(told)
    groups: list[list[int]] = []
    last = (-2, -1)
    for place, sentence in enumerate(analysis.sentences):
        if place in known or not any(sign.isalnum() for sign in sentence.of(article.text)):
            continue
        paragraph = article.paragraph_at(sentence.start)
        if groups and last == (place - 1, paragraph):
            groups[-1].append(place)
        else:
            groups.append([place])
        last = (place, paragraph)
    found = weights(article, analysis)
    vocabulary: frozenset[str] = frozenset().union(*(other.vocabulary for other in others))
    spans = (tuple(analysis.sentences[place] for place in group) for group in groups)
    weighed = [found.beside(vocabulary, found.weigh(own)) for own in spans if found.reports(own)]
    return tuple(sorted(weighed, key=lambda only: (-only.weight, only.spans)))


_SAYS = re.compile(r"[\d“\"„«]|[.!?][”\"’]?$")
"""In a line of a word or two: a figure, somebody's words, or the end of a sentence."""


class Weights:
    """How much each passage of an article would matter to a reader."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self._article = article
        self._reading = read(article.text, analysis.sentences)
        self._quotes = Places((q.spans[0], q) for q in analysis.quotes if q.spans and q.kind != "indirect")
        self._names = Places((own, entity.name) for entity in analysis.entities for own in entity.mentions)
        self._figures = Places((figure.span, figure.span) for figure in analysis.figures)

    def weigh(self, spans: tuple[Span, ...]) -> Only:
        """A passage with its weight, 0 to 1, and what makes it."""
        text = self._article.text
        quotes = self._quotes.touching(spans)
        names = list(dict.fromkeys(self._names.touching(spans)))
        figures = self._figures.touching(spans)
        words = sum(len(sentence.words) for sentence in self._reading.inside(spans))
        place = spans[0].start / max(1, len(text))
        weight = 0.1 + 0.25 * min(1.0, words / _FULL) + 0.2 * (1.0 - place)
        weight += 0.2 * min(1.0, len(quotes)) + 0.15 * min(1.0, len(names) / 3) + 0.1 * min(1.0, len(figures) / 2)
        if words < _LINE or not self.reports(spans):
            weight *= 0.3
        return Only(spans, round(min(1.0, weight), 3), _why(text, quotes, names, figures))

    def reports(self, spans: tuple[Span, ...]) -> bool:
        """Whether a passage tells anything: neither furniture of the page nor a line of a word or two."""
        return any(
            not sentence.furniture
            and (len(sentence.words) >= _LINE or _SAYS.search(sentence.span.of(self._article.text)))
            for sentence in self._reading.inside(spans)
        )

    def beside(self, vocabulary: frozenset[str], only: Only) -> Only:
        """The passage, weighed by how much of it another article, which has these terms, has nowhere."""
        terms = {word.stem for sentence in self._reading.inside(only.spans) for word in sentence.terms}
        whole = sum(weight(term) for term in sorted(terms))
        lacking = sum(weight(term) for term in sorted(terms - vocabulary))
        fresh = min(1.0, lacking / whole / _FRESH) if whole else 0.0
        return replace(only, weight=round(only.weight * (_KNOWN + (1 - _KNOWN) * fresh), 3))


weights = Kept(Weights)
"""The weights of an article's passages, whatever it is compared with."""


def _why(text: str, quotes: Sequence[Quote], names: Sequence[str], figures: Sequence[Span]) -> tuple[str, ...]:
    speakers = list(dict.fromkeys(quote.speaker.name for quote in quotes if quote.speaker.name))
    found = [f"quote by {name}" for name in speakers[:2]] or (["quote"] if quotes else [])
    found.extend(name for name in names if name not in speakers)
    return (*found[:5], *(" ".join(span.of(text).split()) for span in figures[:2]))


def shared_copy(a: Article, one: Reading, b: Article, other: Reading) -> SharedCopy:
    """How much of each article stands in the other in runs of at least five words."""
    words_a, words_b, runs_a, runs_b = one.words, other.words, one.fives, other.fives
    common = runs_a & runs_b
    share_a, share_b = _covered(words_a, common), _covered(words_b, common)
    agency = a.agency if a.agency == b.agency else None
    if agency is None and min(share_a, share_b) >= _CREDITED:
        agency = a.agency or b.agency
    return SharedCopy(round(share_a, 3), round(share_b, 3), agency)


def _covered(words: tuple[str, ...], runs: frozenset[int]) -> float:
    if not runs:
        return 0.0
    count = end = 0
    for start in range(len(words) - _RUN + 1):
        if hash(words[start : start + _RUN]) in runs:
            count += start + _RUN - max(start, end)
            end = start + _RUN
    return count / len(words) if words else 0.0
