"""What is counted and looked up after the hits are on the screen: how much each section of a search has, what to do
where nothing is found, how much a saved search finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader.session.hits import HITS_SHOWN, notes_with
from reader.session.state import Query, State
from reader.session.world import World

if TYPE_CHECKING:
    from reader.search import Personal, Results, Section
    from reader.search.advice import Advice
    from reader.search.lexicon import Lexicon


def counted(state: State, world: World, query: Query, lexicon: Lexicon) -> tuple[Mapping[Section, str], Advice | None]:
    """How much each section of a query has, and what to do where nothing is found. May be called from any thread.

    Never empty for what was understood, so that it is not counted again.
    """
    from reader.search import sections
    from reader.session.personal import personal

    results = query.results
    if results is None or results.node is None:
        return {"all": "0"}, None
    own = personal(state.memory, world.notes, query.text)
    whole = results if query.section not in sections.COLUMNS else _first(lexicon, results.written, own)
    counts: dict[Section, str] = {"all": _in_all(lexicon, whole, own, "all")}
    if sections.has_bare_words(results.node) and whole.total:
        for section in sections.COLUMNS:
            counts[section] = _in_all(lexicon, _first(lexicon, results.written, own, section), own, section)
    said_in = sections.quotes(lexicon, results.node, own, HITS_SHOWN + 1)
    named = sections.names(lexicon, results.node, HITS_SHOWN + 1)
    counts["quotes"], counts["names"] = _many(len(said_in)), _many(len(named))
    counts["notes"] = str(len(notes_with(world, results.node)))
    known = {name: count for name, count in counts.items() if count != "0" or name == "all"}
    return known, _advice(lexicon, query, whole, own)


def how_many(state: State, world: World, text: str, lexicon: Lexicon) -> str:
    """How many articles a query finds; "!" for one that cannot be understood. May be called from any thread."""
    from reader.session.personal import personal

    own = personal(state.memory, world.notes, text)
    results = _first(lexicon, text, own)
    return "!" if results.problem and results.problem.severity == "error" else _in_all(lexicon, results, own, "all")


def _first(lexicon: Lexicon, text: str, own: Personal, section: Section = "all") -> Results:
    from reader.search import found

    *_, results = found(lexicon, text, 1, None, False, own, section, float("inf"))
    return results


def _in_all(lexicon: Lexicon, results: Results, own: Personal, section: Section) -> str:
    """How many there are: exactly, where the index can say it."""
    from reader.search import counted

    many = counted(lexicon, results, own, section) if results.more else None
    return results.shown_total if many is None else f"{many:,}"


def _many(count: int) -> str:
    return f"{HITS_SHOWN:,}+" if count > HITS_SHOWN else str(count)


def _advice(lexicon: Lexicon, query: Query, results: Results, own: Personal) -> Advice | None:
    from reader.search.advice import advise

    if results.total:
        return None
    is_found: Callable[[str], bool] = lambda text: bool(_first(lexicon, text, own).total)  # noqa: E731
    return advise(lexicon.library, query.text, results.query, is_found)
