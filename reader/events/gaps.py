"""What one article tells and the other does not, ranked by how much it would be missed, and how much is shared copy.

A rank is a description of the passage: who speaks in it, which names and figures it has, where it stands. It says
nothing about why the other article lacks it.
"""

from collections.abc import Iterable, Sequence

from reader.events.places import Places
from reader.events.reading import read
from reader.model import Analysis, Article, Only, Quote, SharedCopy, Span

_RUN = 5
"""Words in a row that two articles hardly have in common by chance."""

_CREDITED = 0.2
"""Shared part from which an agency that only one side credits is named for both."""

_LINE = 4
"""Words below which a line tells hardly anything."""

_FULL = 45
"""Words from which a passage's length adds no more to its weight."""


def told_only_here(article: Article, analysis: Analysis, told: Iterable[int]) -> tuple[Only, ...]:
    """The sentences whose places are not in `told`, neighbours within a paragraph together, weightiest first."""
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
    found = Weights(article, analysis)
    weighed = [found.weigh(tuple(analysis.sentences[place] for place in group)) for group in groups]
    return tuple(sorted(weighed, key=lambda only: (-only.weight, only.spans)))


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
        words, furniture = self._reading.extent(spans)
        place = spans[0].start / max(1, len(text))
        weight = 0.1 + 0.25 * min(1.0, words / _FULL) + 0.2 * (1.0 - place)
        weight += 0.2 * min(1.0, len(quotes)) + 0.15 * min(1.0, len(names) / 3) + 0.1 * min(1.0, len(figures) / 2)
        if words < _LINE or furniture:
            weight *= 0.3
        return Only(spans, round(min(1.0, weight), 3), _why(text, quotes, names, figures))


def _why(text: str, quotes: Sequence[Quote], names: Sequence[str], figures: Sequence[Span]) -> tuple[str, ...]:
    speakers = list(dict.fromkeys(quote.speaker.name for quote in quotes if quote.speaker.name))
    found = [f"quote by {name}" for name in speakers[:2]] or (["quote"] if quotes else [])
    found.extend(name for name in names if name not in speakers)
    return (*found[:5], *(" ".join(span.of(text).split()) for span in figures[:2]))


def shared_copy(a: Article, words_a: Sequence[str], b: Article, words_b: Sequence[str]) -> SharedCopy:
    """How much of each article stands in the other in runs of at least five words."""
    common = _runs(words_a) & _runs(words_b)
    share_a, share_b = _covered(words_a, common), _covered(words_b, common)
    agency = a.agency if a.agency == b.agency else None
    if agency is None and min(share_a, share_b) >= _CREDITED:
        agency = a.agency or b.agency
    return SharedCopy(round(share_a, 3), round(share_b, 3), agency)


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False))


def _covered(words: Sequence[str], runs: set[tuple[str, ...]]) -> float:
    if not runs:
        return 0.0
    count = end = 0
    for start in range(len(words) - _RUN + 1):
        if tuple(words[start : start + _RUN]) in runs:
            count += start + _RUN - max(start, end)
            end = start + _RUN
    return count / len(words) if words else 0.0
