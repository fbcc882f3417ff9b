"""The user's decisions for the verbs that read articles directly: as on the screen, from the same notes folder."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.cli.intake import Intake
from reader.cli.place import find
from reader.library.decisions import Decisions, DecisionStore
from reader.library.decisions.links import Links, links
from reader.model import Analysis, Article, Event, Problem

if TYPE_CHECKING:
    from reader.events import Lead

Correct = Callable[[Article, Analysis], Analysis]


def decided(options: Namespace, problems: list[Problem]) -> Decisions:
    """What has been decided about the articles at the PATHs; what is wrong in the file is added to `problems`."""
    store = DecisionStore(find(options, options.paths).notes)
    found = store.current()
    problems.extend(store.problems())
    return found


def analysed(
    options: Namespace, intake: Intake, analyse: Callable[[Article], Analysis]
) -> Iterator[tuple[Article, Analysis]]:
    """Each article with its analysis under the decisions.

    They hold for events, so where there are any about speakers or names, all articles are read and grouped first; else
    an article is given as soon as it is read.
    """
    decisions = decided(options, intake.problems)
    if not decisions.about_words:
        yield from ((article, analyse(article)) for article in intake)
        return
    articles = list(intake)
    correct = correcting(decisions, articles)
    yield from ((article, correct(article, analyse(article))) for article in articles)


def correcting(decisions: Decisions, articles: Sequence[Article]) -> Correct:
    """What brings an analysis of one of the articles under the decisions about its event."""
    if not decisions.about_words:
        return lambda article, found: found
    from reader.events import lead
    from reader.library.decisions.apply import corrected

    found = grouped([lead(article) for article in articles], links(decisions.events))
    members = {id: event.articles for event in found for id in event.articles}

    def correct(article: Article, found: Analysis) -> Analysis:
        about = decisions.within(members.get(article.id, (article.id,)))
        return corrected(article, found, about) if about else found

    return correct


def grouped(leads: Sequence["Lead"], linked: Links) -> list[Event]:
    """Articles grouped into events, newest first, with the links that the user has made or cut."""
    from reader.events import group
    from reader.library.decisions.links import NO_LINKS
    from reader.library.linking import evidence

    if linked == NO_LINKS:
        return group(leads)
    found = group(leads, together=linked.together, apart=linked.apart)
    return [replace(event, why=evidence(event.articles, event.why, linked)) for event in found]
