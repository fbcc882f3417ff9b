"""What stands beside a search: what may be typed next, what is wrong with it, how much each section has."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.session.hits import described
from reader.session.state import Query, State
from reader.text.cells import cell_width, fit
from reader.ui.present.articles import ArticleRows, Line
from reader.ui.present.signs import UNICODE, Signs

if TYPE_CHECKING:
    from reader.model import Problem

_TITLES = {
    "all": "Found",
    "titles": "In headlines",
    "texts": "In the text",
    "quotes": "Quotes",
    "names": "Names",
    "notes": "Notes",
}


def status(
    state: State, options: Sequence[str], chosen: int, at: int, width: int, signs: Signs = UNICODE
) -> tuple[Line, Line]:
    """The line above the field for a search: an error with its place, else suggestions, and the number of hits.

    `at`: cells from the left to the first letter of what is typed.
    """
    prompt, query = state.prompt, state.query
    right: Line = ((f" {total(state)} ", "dim-meta"),) if query or state.asking else ()
    room = width - sum(cell_width(text) for text, _ in right)
    if prompt is not None and prompt.problem is not None:
        return error(prompt.problem, at, width, signs), ()
    if options:
        return suggestions(options, chosen, room), right
    if query and query.advice and not query.total:
        return ((fit(f" {query.advice.message}", room), "only"),), right
    if state.message:
        return ((fit(f" {state.message.text}", room), "dim-meta"),), right
    return sections(query, room, signs) if query else ((" Tab lists what may be asked for", "dim-meta"),), right


def total(state: State) -> str:
    """ "17 found", "1,000+ found"; "…" as long as that is not known, with how far the looking has come."""
    query, asking = state.query, state.asking
    if asking is not None and (query is None or (query.text, query.section) != (asking.text, asking.section)):
        return "… found"
    if query is None:
        return ""
    if asking is not None:
        looked = query.results.looked if query.results else 0
        return f"{query.total:,} … found" + (f" in {looked:,} looked at" if looked else "")
    known = query.counts.get("all") if query.more and query.section == "all" else None
    return f"{known or shown(query)} found"


def shown(query: Query) -> str:
    """ "17", or "1,000+"."""
    return f"{query.total:,}{'+' if query.more else ''}"


def error(problem: "Problem", at: int, room: int, signs: Signs = UNICODE) -> Line:
    """The message with a sign over the column that it is about, on the side of it that has room; where neither has, in
    fewer words."""
    column = min(max(0, at + (problem.column or 1) - 1), max(0, room - 1))
    right, left = room - column - 2, column - 1
    said = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    for text in (described(problem), said, problem.hint):
        if text and cell_width(text) <= max(left, right):
            break
    else:
        text = said
    if cell_width(text) <= right or right >= left:
        return ((" " * column, ""), (fit(f"{signs.unfolded} {text}", max(2, room - column)).rstrip(), "error"))
    text = fit(text, left).rstrip()
    return ((" " * max(0, left - cell_width(text)), ""), (f"{text} {signs.unfolded}", "error"))


def suggestions(options: Sequence[str], chosen: int, room: int) -> Line:
    """What may stand here, best first, the one taken marked."""
    pieces: list[tuple[str, str]] = [(" Tab ", "key")]
    used = cell_width(" Tab ")
    first = max(0, chosen - 4)
    for number, option in enumerate(options[first:], first):
        shown = f" {option.strip()} "
        if used + cell_width(shown) + 1 > room:
            break
        pieces += [(shown, "hit" if number == chosen else ""), (" ", "")]
        used += cell_width(shown) + 1
    return tuple(pieces)


def sections(query: Query, room: int, signs: Signs = UNICODE) -> Line:
    """How much each section has, that which is shown marked; the key for the next one where there is room."""
    pieces: list[tuple[str, str]] = [(" ", "")]
    used = 1
    for name, count in query.counts.items():
        lead = f" {signs.dot} " if len(pieces) > 1 else ""
        shown = f"{name} {count}"
        if used + cell_width(lead + shown) > room:
            break
        pieces += [(lead, "dim-meta"), (shown, "heading" if name == query.section else "dim-meta")]
        used += cell_width(lead + shown)
    tail = f" {signs.dot} Ctrl+T next {signs.dot} Esc shows all articles"
    if len(query.counts) > 1 and used + cell_width(tail) <= room:
        pieces.append((tail, "dim-meta"))
    return tuple(pieces)


def rows(state: State) -> type[ArticleRows]:
    """How the list is drawn; what draws hits is imported with the first search, so that no first frame waits for it."""
    if state.query is None:
        return ArticleRows
    from reader.ui.present.hits import HitRows

    return HitRows


def title(query: Query) -> str:
    """The list's title: the section, and how much of it there is."""
    return f"{_TITLES[query.section]} {query.counts.get(query.section, '')}".strip()


def empty(query: Query) -> str:
    """What an empty list says."""
    if query.section != "all":
        return f"Nothing under {query.section}. Ctrl+T goes on to the next section."
    if query.advice:
        return query.advice.message
    return "Nothing found."
