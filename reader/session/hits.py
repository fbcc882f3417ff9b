"""What a query to the library has found, as the list shows it: articles, or quotes, names, notes in their sections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Problem
from reader.session.listing import flat
from reader.session.opening import at_cursor, show, show_under_cursor
from reader.session.registry import said
from reader.session.state import Find, Query, State
from reader.session.world import World

if TYPE_CHECKING:
    from reader.notes import StoredNote
    from reader.search import Results, Section
    from reader.search.advice import Advice
    from reader.search.query import Node

HITS_SHOWN = 1_000
"""Hits of a library query that the list shows; the count goes on where it is cheap."""
SORTS = ("date", "relevance", "oldest", "source", "title", "quotes")
"""The orders that a key goes through, as the query language calls them."""


class Found(NamedTuple):
    """A row of the sections of quotes, names and notes."""

    label: str
    """Who said it; the name; the note's first line."""
    text: str = ""
    """The words: of the quote, or those that the note is on."""
    key: int = 0
    offset: int | None = None
    """Where it stands in the article."""
    type: str = ""
    """Of a name."""
    articles: int = 0
    """Of a name: how many articles have it."""
    note: StoredNote | None = None


def searched(state: State, world: World, text: str, section: Section = "all") -> State:
    """The hits of a query in the list; a query that cannot be understood leaves the last good ones."""
    from reader.search import find
    from reader.session.personal import personal

    own = personal(state.memory, world.notes, text)
    column: Section = section if section in ("titles", "texts") else "all"
    results = find(world.library, text, limit=HITS_SHOWN, personal=own, section=column)
    if results.problem and results.problem.severity == "error":
        if state.prompt is not None:
            return replace(state, prompt=replace(state.prompt, problem=results.problem))
        return said(state, described(results.problem), "error")
    if results.node is None and state.prompt is not None:  # nothing is asked for yet
        return nothing_asked(state, world)
    before = state.query.counts if state.query and state.query.text == text else {}
    query = Query(text, results.total, results.more, results.terms, results, section, (), before)
    keys = [hit.key for hit in results.hits]
    if section in ("quotes", "names", "notes"):
        found = _rows(world, query, state)
        keys = [one.key for one in found]
        query = replace(query, found=found)
    state = replace(state, query=query, listing=flat(keys), cursor=0, selected=frozenset())
    if state.prompt is not None:
        state = replace(state, prompt=replace(state.prompt, problem=None))
    state = mark(show_under_cursor(state, world))
    return said(state, described(results.problem)) if results.problem else state


def nothing_asked(state: State, world: World) -> State:
    """The whole list, as before the search, while the field is open."""
    from reader.session.ordering import relist

    prompt = replace(state.prompt, problem=None) if state.prompt else None
    return relist(replace(state, query=None, find=None, prompt=prompt), world)


def described(problem: Problem) -> str:
    """What is wrong with a query, where, and what would be right."""
    at = f" at column {problem.column}" if problem.column is not None else ""
    return f"{problem.message}{at}; {problem.hint}" if problem.hint else f"{problem.message}{at}"


def mark(state: State) -> State:
    """Mark the query's words in the article that is shown."""
    from reader.search import spans_in_text

    if state.reading is None or state.query is None:
        return replace(state, find=None)
    spans = spans_in_text(state.reading.article.text, state.query.terms)
    return replace(state, find=Find(state.query.text, spans) if spans else None)


def _rows(world: World, query: Query, state: State) -> tuple[Found, ...]:
    from reader.search import sections
    from reader.session.personal import personal

    results = query.results
    assert results is not None
    if query.section == "names":
        return tuple(
            Found(one.form, "", one.key, type=one.type, articles=one.articles)
            for one in sections.names(world.library, results.node, HITS_SHOWN)
            if one.key is not None
        )
    if query.section == "notes":
        return tuple(_note_row(world, stored) for stored in _notes(world, results.node))
    own = personal(state.memory, world.notes, query.text)
    said = sections.quotes(world.library, results.query, results.node, own, HITS_SHOWN)
    return tuple(Found("", "", one.key, one.place) for one in said)


def quote_row(world: World, found: Found) -> Found:
    """A row of the quotes in full; they are looked up when they come into view."""
    from reader.search.quoted import words

    article, quotes = world.library.article(found.key), world.library.analysis(found.key, indexed=True).quotes
    if found.offset is None or found.offset >= len(quotes):
        return found
    quote = quotes[found.offset]
    speaker = quote.speaker.name or "nobody named"
    return found._replace(label=speaker, text=words(article, quote), offset=quote.spans[0].start)


def _notes(world: World, node: Node | None) -> list[StoredNote]:
    from reader.search.plain import in_any
    from reader.search.sections import words_alone

    wanted = words_alone(node)
    if wanted is None:
        return []
    texts = (
        (stored, (stored.note.body, *stored.note.tags, *(target.exact for target in stored.note.targets)))
        for stored in world.notes.all()
    )
    return [stored for stored, words in texts if in_any(wanted, words)]


def _note_row(world: World, stored: StoredNote) -> Found:
    note = stored.note
    keys = [key for target in note.targets if (key := world.library.key_of(target.article)) is not None]
    first, _, _ = note.body.strip().partition("\n")
    exact = next((target.exact for target in note.targets if target.exact), "")
    return Found(first or exact, " ".join(exact.split()), keys[0] if keys else 0, note=stored)


def show_found(state: State, world: World) -> State:
    """Show the article of a quote, name or note in the list, a quote at its place."""
    assert state.query is not None
    found = state.query.found[state.cursor]
    if state.query.section != "quotes":
        return show(state, world, found.key) if found.key else replace(state, reading=None)
    offset = quote_row(world, found).offset
    if state.reading is None or state.reading.key != found.key:
        state = show(state, world, found.key, offset)
    return at_cursor(state, offset or 0) if state.reading and state.reading.key == found.key else state


def open_hit(state: State, world: World) -> State:
    """Enter on a hit: read on there; on a name or a saved search: look for it."""
    item = state.listing.item(state.cursor)
    if item.saved is not None:
        return searched(state, world, state.saved[item.saved].query) if item.saved < len(state.saved) else state
    query = state.query
    if query is None:
        return state
    if query.section == "names":
        from reader.search.names import Named

        found = query.found[state.cursor]
        return searched(state, world, Named(found.label, found.type, found.articles).query)
    if query.section == "notes":
        from reader.session.actions.noting import go_to_note

        stored = query.found[state.cursor].note
        return go_to_note(state, world, stored.note) if stored else state
    state = at_hit(mark(show_under_cursor(state, world)), world)
    if state.reading is None:
        return state
    memory = replace(state.memory, read=state.memory.read | {state.reading.article.id})
    return replace(state, pane="text", memory=memory)


def at_hit(state: State, world: World) -> State:
    """Put the text's cursor on what was looked for: the quotation asked for, else the first of the words."""
    query, reading = state.query, state.reading
    if query is None or reading is None or query.section == "quotes":
        return state
    from reader.search import quoted

    asked = quoted.asked(query.results.node) if query.results else ()
    quote = quoted.best(world.library, reading.key, asked) if asked else None
    if quote is not None:
        return at_cursor(state, quote.spans[0].start)
    if state.find is None or not state.find.spans:
        return state
    state = at_cursor(state, state.find.spans[0].start)
    assert state.find is not None
    return replace(state, find=replace(state.find, current=0))


def sorted_otherwise(state: State, world: World) -> State:
    """The same hits in the next order: the query says which."""
    assert state.query is not None
    words = [word for word in state.query.text.split() if not word.startswith("sort:")]
    at = state.query.results.query.sort if state.query.results else ""
    by = SORTS[(SORTS.index(at or "date") + 1) % len(SORTS)]
    return said(searched(state, world, " ".join([*words, f"sort:{by}"]), state.query.section), f"sorted by {by}")


# what is counted and looked up after the hits are on the screen


def counted(state: State, world: World, query: Query) -> tuple[Mapping[Section, str], Advice | None]:
    """How much each section of a query has, and what to do where nothing is found. May be called from any thread."""
    from reader.search import find, sections
    from reader.session.personal import personal

    results = query.results
    if results is None or results.node is None:
        return {}, None
    own = personal(state.memory, world.notes, query.text)
    all_ = results if query.section not in sections.COLUMNS else find(world.library, query.text, 1, personal=own)
    counts: dict[Section, str] = {"all": all_.shown_total}
    if sections.has_bare_words(results.node) and all_.total:
        for section in ("titles", "texts"):
            counts[section] = find(world.library, query.text, 1, personal=own, section=section).shown_total
    said_in = sections.quotes(world.library, results.query, results.node, own, HITS_SHOWN + 1)
    named = sections.names(world.library, results.node, HITS_SHOWN + 1)
    counts["quotes"], counts["names"] = _many(len(said_in)), _many(len(named))
    counts["notes"] = str(len(_notes(world, results.node)))
    return {name: count for name, count in counts.items() if count != "0" or name == "all"}, _advice(
        world, query, all_, own
    )


def how_many(state: State, world: World, text: str) -> str:
    """How many articles a query finds; "!" for one that cannot be understood. May be called from any thread."""
    from reader.search import find
    from reader.session.personal import personal

    results = find(world.library, text, 1, personal=personal(state.memory, world.notes, text))
    return "!" if results.problem and results.problem.severity == "error" else results.shown_total


def _many(count: int) -> str:
    return f"{HITS_SHOWN}+" if count > HITS_SHOWN else str(count)


def _advice(world: World, query: Query, results: Results, own: object) -> Advice | None:
    from reader.search import find
    from reader.search.advice import advise

    if results.total:
        return None
    return advise(
        world.library,
        query.text,
        results.query,
        lambda text: bool(find(world.library, text, 1, personal=own).total),  # type: ignore[arg-type]
    )
