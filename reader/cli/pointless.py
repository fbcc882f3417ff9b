"""What `reader doctor` says about the decisions: how many there are, and which of them point to nothing any more."""

from collections.abc import Iterator

from reader.cli.checks import Finding, problems
from reader.cli.intake import Intake
from reader.cli.place import Place
from reader.library.decisions import Decision, DecisionStore, Different, Renamed, Same, SpokenBy
from reader.library.decisions.saying import sentence
from reader.model import Article


def decisions(place: Place) -> Iterator[Finding]:
    """The user's decisions, and those without what they are about."""
    store = DecisionStore(place.notes)
    found = store.lines()
    if found or store.problems():
        count = "1 decision" if len(found) == 1 else f"{len(found)} decisions"
        yield Finding("decisions", "ok", count, str(store.file))
    yield from problems("decisions", store.problems())
    if not found:
        return
    wanted = {id for decision, _ in found for id in decision.articles}
    articles = {one.id: one for one in Intake([str(path) for path in place.articles.paths]) if one.id in wanted}
    for decision, line in found:
        if why := _pointless(decision, articles):
            yield Finding("decisions", "notice", f"{why}: {sentence(decision)}", str(store.file), line)


def _pointless(decision: Decision, articles: dict[str, Article]) -> str:
    """Why a decision has nothing to act on; empty where it has."""
    here = [articles[id] for id in decision.articles if id in articles]
    if not here:
        return "none of its articles is here"
    match decision:
        case SpokenBy():
            return "" if any(_says(article, decision) for article in here) else "no quote here has its words"
        case Same(names=names):
            return "" if sum(any(name in one.text for one in here) for name in names) > 1 else "its names are not here"
        case Different(form=name) | Renamed(name=name):
            return "" if any(name in one.text for one in here) else "its name is not here"
    return "" if len(here) > 1 else "only one of its articles is here"


def _says(article: Article, decision: SpokenBy) -> bool:
    from reader.analysis import analyse
    from reader.library.decisions.speakers import places

    return bool(places(article, analyse(article).quotes, decision))
