"""What an analysis becomes under the user's decisions: a pure function."""

from dataclasses import replace

from reader.library.decisions.names import Named, decide
from reader.library.decisions.speakers import correct
from reader.library.decisions.values import Decisions
from reader.model import Analysis, Article


def corrected(article: Article, found: Analysis, decisions: Decisions) -> Analysis:
    """The analysis under the decisions about its event (`Decisions.within`); the same object where they change nothing.

    Speakers first, names after: a speaker who was chosen by name is renamed and merged with the others.
    """
    quotes = correct(article, found, decisions.speakers) if decisions.speakers else found.quotes
    named = Named(found.entities, quotes)
    if decisions.names:
        named = decide(article, named, decisions.names)
    if named.quotes == found.quotes and named.entities == found.entities:
        return found
    return replace(found, quotes=named.quotes, entities=named.entities)
