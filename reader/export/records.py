"""Values of the model as the records that JSON is made of, on the command line and in files.

Every field name here is an interface: fields may be added, none may be renamed. Keys stand in a fixed order, scores
are rounded, so the same input gives the same bytes."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from reader.model import (
    Analysis,
    Article,
    Comparison,
    DateMention,
    Entity,
    Event,
    Fact,
    FactSide,
    Figure,
    Only,
    Passage,
    Quote,
    Span,
    Speaker,
)

Record = dict[str, Any]


def span(article: Article, place: Span) -> Record:
    """Code points into the article's text, the words there, and the paragraph that holds them."""
    return {
        "start": place.start,
        "end": place.end,
        "text": place.of(article.text),
        "paragraph": article.paragraph_at(place.start),
    }


def spans(article: Article, places: Iterable[Span]) -> list[Record]:
    return [span(article, place) for place in places]


def maybe_span(article: Article, place: Span | None) -> Record | None:
    return None if place is None else span(article, place)


def number(value: float) -> float | int | None:
    """Whole numbers without a fraction; None for what JSON has no number for."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def score(value: float) -> float:
    return round(value, 4)


def show(article: Article) -> Record:
    """An article with its metadata and its cleaned body."""
    return {
        "id": article.id,
        "file": article.file,
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "dateline": article.dateline,
        "place": article.place,
        "author": article.author,
        "agency": article.agency,
        "url": article.url,
        "text": article.text,
        "paragraphs": [list(paragraph) for paragraph in article.paragraphs],
        "captions": list(article.captions),
        "leftovers": list(article.leftovers),
        "tags": list(article.tags),
        "origins": [{"field": o.field, "line": o.line, "text": o.text} for o in article.origins],
    }


def head(article: Article) -> Record:
    """What every record about the inside of one article begins with."""
    return {"id": article.id, "file": article.file, "title": article.title, "text": article.text}


def quotes(article: Article, analysis: Analysis) -> Record:
    return {**head(article), "quotes": [quote(article, found) for found in analysis.quotes]}


def quote(article: Article, found: Quote) -> Record:
    return {
        "id": found.id,
        "kind": found.kind,
        "spans": spans(article, found.spans),
        "cue": maybe_span(article, found.cue),
        "speaker": speaker(article, found.speaker),
        "addressee": found.addressee,
        "nested_in": found.nested_in,
        "confidence": score(found.confidence),
        "reasons": list(found.reasons),
    }


def speaker(article: Article, found: Speaker) -> Record:
    return {
        "name": found.name,
        "type": found.type,
        "mention": maybe_span(article, found.mention),
        "via": found.via,
        "rival": found.rival,
    }


def entities(article: Article, analysis: Analysis) -> Record:
    return {
        **head(article),
        "entities": [entity(article, found) for found in analysis.entities],
        # Dates of the metadata stand nowhere in the text: `show` has them as `published`, `timeline` lists them.
        "dates": [date(article, found) for found in analysis.dates if found.span is not None],
        "figures": [figure(article, found) for found in analysis.figures],
    }


def entity(article: Article, found: Entity) -> Record:
    return {
        "name": found.name,
        "type": found.type,
        "mentions": spans(article, found.mentions),
        "titles": list(found.titles),
        "aliases": list(found.aliases),
        "governing": spans(article, found.governing),
    }


def date(article: Article, found: DateMention) -> Record:
    return {
        "span": maybe_span(article, found.span),
        "value": found.value,
        "role": found.role,
        "certain": found.certain,
    }


def figure(article: Article, found: Figure) -> Record:
    return {
        "span": span(article, found.span),
        "value": number(found.value),
        "unit": found.unit,
        "of": found.of,
        "hedge": found.hedge,
    }


def brief(article: Article) -> Record:
    """An article as a member of an event."""
    return {
        "id": article.id,
        "file": article.file,
        "source": article.source,
        "published": article.published,
        "title": article.title,
    }


def event(found: Event, articles: Sequence[Record]) -> Record:
    return {
        "id": found.id,
        "title": found.title,
        "date": found.date,
        "score": score(found.score),
        "why": list(found.why),
        "articles": list(articles),
        "people": list(found.people),
        "place": found.place,
        "copies": [
            {"articles": list(one.articles), "share": score(one.share), "agency": one.agency} for one in found.copies
        ],
    }


def comparison(a: Article, b: Article, found: Comparison) -> Record:
    shared = found.shared_copy
    return {
        "a": show(a),
        "b": show(b),
        "passages": [passage(a, b, one) for one in found.passages],
        "quotes": [
            {"a": one.a, "b": one.b, "class": one.kind, "ops": ops(one.ops), "score": score(one.score)}
            for one in found.quotes
        ],
        "facts": [fact(a, b, one) for one in found.facts],
        "only_a": [only(a, one) for one in found.only_a],
        "only_b": [only(b, one) for one in found.only_b],
        "shared_copy": {
            "share_a": score(shared.share_a),
            "share_b": score(shared.share_b),
            "agency": shared.agency,
        },
    }


def passage(a: Article, b: Article, found: Passage) -> Record:
    return {
        "a": spans(a, found.a),
        "b": spans(b, found.b),
        "relation": found.relation,
        "score": score(found.score),
        "sure": found.sure,
        "moved": found.moved,
        "ops": ops(found.ops),
    }


def ops(steps: Iterable[tuple[str, str]]) -> list[list[str]]:
    return [list(step) for step in steps]


def fact(a: Article, b: Article, found: Fact) -> Record:
    return {
        "kind": found.kind,
        "verdict": found.verdict,
        "subject": found.subject,
        "a": _side(a, found.a),
        "b": _side(b, found.b),
        "why": found.why,
    }


def _side(article: Article, side: FactSide) -> Record:
    value = number(side.value) if isinstance(side.value, int | float) else side.value
    return {"value": value, "span": maybe_span(article, side.span), "attributed": side.attributed}


def only(article: Article, found: Only) -> Record:
    return {"spans": spans(article, found.spans), "weight": score(found.weight), "why": list(found.why)}
