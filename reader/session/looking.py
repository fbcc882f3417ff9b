"""Looking up what the state asks for: the part of a search that may be done in any thread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.session.asking import Answer, Asking
from reader.session.hits import HITS_SHOWN, ROWED, Found, answered, note_row, notes_with
from reader.session.state import Query, State
from reader.session.world import World

if TYPE_CHECKING:
    from reader.search import Personal, Results, Section
    from reader.search.lexicon import Lexicon


def answers(asking: Asking, state: State, world: World, lexicon: Lexicon, in_view: int = 0) -> Iterator[Answer]:
    """What is found, as it is found, with the words of the hits that come into view first: so many, if that is known.

    For any thread.
    """
    from reader.search import found, with_snippets
    from reader.session.personal import personal

    own = personal(state.memory, world.notes, asking.text)
    column: Section = asking.section if asking.section in ("titles", "texts") else "all"
    for results in found(lexicon, asking.text, HITS_SHOWN, None, asking.typing, own, column):
        if asking.section not in ROWED:
            answer = Answer(with_snippets(lexicon, results, in_view or state.list_height // 2 + 1))
        elif results.is_whole:
            answer = Answer(results, _rows(asking, results, world, own, lexicon))
        else:
            continue
        yield _counted(answer, asking, state, world, lexicon) if results.is_whole and lexicon.is_small else answer


def _counted(answer: Answer, asking: Asking, state: State, world: World, lexicon: Lexicon) -> Answer:
    """With what each section has: of a small library that is known as soon as the hits are."""
    from reader.session.counts import counted

    results = answer.results
    query = Query(asking.text, results.total, results.more, results.terms, results, asking.section, answer.found)
    counts, advice = counted(state, world, query, lexicon)
    return answer._replace(counts=counts, advice=advice)


def _rows(asking: Asking, results: Results, world: World, own: Personal, lexicon: Lexicon) -> tuple[Found, ...]:
    from reader.search import sections

    if asking.section == "names":
        return tuple(
            Found(one.form, "", one.key, type=one.type, articles=one.articles)
            for one in sections.names(lexicon, results.node, HITS_SHOWN)
            if one.key is not None
        )
    if asking.section == "notes":
        return tuple(note_row(world, stored) for stored in notes_with(world, results.node))
    said = sections.quotes(lexicon, results.node, own, HITS_SHOWN)
    return tuple(Found("", "", one.key, one.place) for one in said)


def settled(state: State, world: World) -> State:
    """What is being looked for, looked up at once: for whoever has no thread to do it."""
    if state.asking is None:
        return state
    from reader.search import Lexicon

    asking = state.asking
    for answer in answers(asking, state, world, Lexicon(world.library)):
        state = answered(state, world, asking, answer)
    return state
