"""What a query to the library has found, as the list shows it: articles, or quotes, names, notes in their sections."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Problem
from reader.session.asking import Answer, Asking, ask
from reader.session.listing import flat
from reader.session.opening import at_cursor, show, show_under_cursor
from reader.session.panel import follow_text
from reader.session.registry import said
from reader.session.state import Find, Query, State
from reader.session.world import World

if TYPE_CHECKING:
    from reader.notes import StoredNote
    from reader.search import Section
    from reader.search.query import Node

HITS_SHOWN = 1_000
"""Hits of a library query that the list shows; the count goes on where it is cheap."""
HISTORY = 50
"""Searches remembered."""
ROWED = ("quotes", "names", "notes")
"""Sections whose rows are no articles."""
_LAST_WORD = re.compile(r"(?:^|[\s(-])([a-z]{2,})$")
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


def asked(state: State, world: World, text: str, section: Section = "all") -> State:
    """Ask for the hits of a query: what is shown stays until they are known.

    A query that cannot be understood, or of which nothing but the beginning is there, leaves the last good ones.
    """
    from reader.search import QueryError, parse

    try:
        parsed = parse(text, typing=state.prompt is not None)
    except QueryError as error:
        problem = Problem("", None, error.message, error.hint, column=error.column)
        if state.prompt is None:
            return said(state, described(problem), "error")
        return replace(state, asking=None, prompt=replace(state.prompt, problem=problem))
    if state.prompt is not None:
        state = replace(state, prompt=replace(state.prompt, problem=None))
        if parsed.node is None and not text.strip():
            return nothing_asked(state, world)
        if parsed.node is None and not parsed.sort:
            return replace(state, asking=None)
    return replace(state, asking=ask(text, section, state.prompt is not None))


def answered(state: State, world: World, asking: Asking, answer: Answer) -> State:
    """The hits that were found so far in the list; an answer that comes too late changes nothing."""
    if state.asking is None or state.asking.number != asking.number:
        return state
    asking, results = state.asking, answer.results
    going_on = None if results.is_whole else asking
    if results.problem and results.problem.severity == "error":
        return said(replace(state, asking=None), described(results.problem), "error")
    if state.prompt is not None and not results.keys and (results.is_whole and _is_begun(asking.text)):
        return replace(state, asking=None)
    before = state.query
    same = before is not None and (before.text, before.section) == (asking.text, asking.section)
    counts = answer.counts or (before.counts if before is not None and same else {})
    query = Query(asking.text, results.total, results.more, results.terms, results, asking.section, answer.found)
    listing = flat([one.key for one in answer.found] if asking.section in ROWED else results.keys)
    goes_on = before is not None and same and before.results is not None and not before.results.is_whole
    cursor = state.cursor if goes_on else 0
    query = replace(query, counts=counts, advice=answer.advice)
    state = replace(state, query=query, listing=listing, cursor=cursor, asking=going_on)
    if not goes_on or state.reading is None:
        state = mark(show_under_cursor(state, world))
    if asking.reads and len(listing):
        going_on = going_on and going_on._replace(reads=False)
        return read_first(replace(state, asking=going_on), world)
    return state


def read_first(state: State, world: World) -> State:
    """Go to the first hit in its article; names and notes are chosen from in the list."""
    if state.query is not None and state.query.results is not None:
        state = replace(state, query=replace(state.query, text=state.query.results.written or state.query.text))
    state = remembered(state)
    if state.query is None or state.query.section in ("names", "notes"):
        return replace(state, pane="list")
    return follow_text(at_hit(replace(state, pane="text"), world))


def remembered(state: State) -> State:
    """The search that is on as the latest of the history."""
    about = state.asking or state.query
    if about is None:
        return state
    text, memory = about.text.strip(), state.memory
    if memory.queries[-1:] == (text,):
        return state
    history = (*(one for one in memory.queries if one != text), text)[-HISTORY:]
    return replace(state, memory=replace(memory, queries=history))


def _is_begun(text: str) -> bool:
    """Whether the last word is the beginning of a field's name."""
    from reader.search.query.fields import FIELDS

    last = _LAST_WORD.search(text)
    return last is not None and any(name != last[1] and name.startswith(last[1]) for name in FIELDS)


def nothing_asked(state: State, world: World) -> State:
    """The whole list, as before the search, while the field is open."""
    from reader.session.ordering import relist

    prompt = replace(state.prompt, problem=None) if state.prompt else None
    return relist(replace(state, query=None, asking=None, find=None, prompt=prompt), world)


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


def quote_row(world: World, found: Found) -> Found:
    """A row of the quotes in full; they are looked up when they come into view."""
    from reader.search.quoted import words

    article, quotes = world.library.article(found.key), world.library.analysis(found.key, indexed=True).quotes
    if found.offset is None or found.offset >= len(quotes):
        return found
    quote = quotes[found.offset]
    speaker = quote.speaker.name or "nobody named"
    return found._replace(label=speaker, text=words(article, quote), offset=quote.spans[0].start)


def notes_with(world: World, node: Node | None) -> list[StoredNote]:
    """The notes that have the words of a query."""
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


def note_row(world: World, stored: StoredNote) -> Found:
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
        return asked(state, world, state.saved[item.saved].query) if item.saved < len(state.saved) else state
    query = state.query
    if query is None:
        return state
    if query.section == "names":
        from reader.search.names import Named

        found = query.found[state.cursor]
        return asked(state, world, Named(found.label, found.type, found.articles).query)
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
    return said(asked(state, world, " ".join([*words, f"sort:{by}"]), state.query.section), f"sorted by {by}")
