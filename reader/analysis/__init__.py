"""What one article says, who says it and about whom: a pure function from an article to its analysis.

No input, no output, no clock; linear in the length of the text."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from reader.model import Analysis, Article, DateMention, Entity, Figure, Quote, Span

__all__ = ["PARTS", "analyse"]

FindNames = Callable[[Article, Sequence[Span]], tuple[Entity, ...]]
"""The names of an article whose sentences are given."""


PARTS = frozenset({"quotes", "dates", "figures"})
"""What an analysis has beside sentences and names, on which the quotes rest."""


def analyse(
    article: Article, upto: int | None = None, names: FindNames | None = None, parts: Collection[str] = PARTS
) -> Analysis:
    """Everything that is found in `article`. The same article gives the same analysis, always.

    `upto`: look at the paragraphs that end within so many code points only; a text of many megabytes takes a minute
    as a whole, and somebody may be waiting. `names`: what finds the names, where it is not the program itself. `parts`:
    those of `PARTS` that are wanted. The modules are imported on first use, so that commands pay only for what they
    analyse.
    """
    from reader.analysis.names.finding import find_entities
    from reader.analysis.sentences import split

    if upto is not None and len(article.text) > upto:
        paragraphs = tuple(paragraph for paragraph in article.paragraphs if paragraph.end <= upto)
        article = replace(article, text=article.text[:upto], paragraphs=paragraphs)
    sentences = split(article.text, article.paragraphs)
    entities = (names or find_entities)(article, sentences)
    return Analysis(
        sentences=sentences,
        quotes=_quotes(article, sentences, entities) if "quotes" in parts else (),
        entities=entities,
        dates=_dates(article, sentences) if "dates" in parts else (),
        figures=_figures(article, sentences) if "figures" in parts else (),
    )


def _quotes(article: Article, sentences: Sequence[Span], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    from reader.analysis.quotes.assemble import find_quotes

    return find_quotes(article, sentences, entities)


def _dates(article: Article, sentences: Sequence[Span]) -> tuple[DateMention, ...]:
    from reader.analysis.dates.finding import find_dates

    return find_dates(article, sentences)


def _figures(article: Article, sentences: Sequence[Span]) -> tuple[Figure, ...]:
    from reader.analysis.figures.finding import find_figures

    return find_figures(article, sentences)
