"""The nouns of the program, as frozen values that every layer may hold and none may change."""

from reader.model.analysis import Analysis, DateMention, Entity, Figure, Quote, Speaker
from reader.model.article import Article, Origin
from reader.model.event import (
    ComparedQuote,
    Comparison,
    Copies,
    Event,
    Fact,
    FactSide,
    Landing,
    Only,
    Op,
    Passage,
    SharedCopy,
)
from reader.model.note import Anchor, Note, Target
from reader.model.problem import Problem
from reader.model.span import Span

__all__ = [
    "Analysis",
    "Anchor",
    "Article",
    "ComparedQuote",
    "Comparison",
    "Copies",
    "DateMention",
    "Entity",
    "Event",
    "Fact",
    "FactSide",
    "Figure",
    "Landing",
    "Note",
    "Only",
    "Op",
    "Origin",
    "Passage",
    "Problem",
    "Quote",
    "SharedCopy",
    "Span",
    "Speaker",
    "Target",
]
