"""The bars above the panes: the library and what is being done in the background; the sources of the event."""

from collections.abc import Sequence

from reader.session.state import State
from reader.text.cells import cell_width, fit
from reader.ui.present import event_names
from reader.ui.present.articles import Line
from reader.ui.present.signs import UNICODE, Signs

BAR_CELLS = 12
TOLD = 8
"""Cells of a source's name by which it can be told from others."""
NAME = 24
"""Cells of a source's name at most where not all have room for theirs."""


def header(
    state: State, name: str, articles: int, events: int, signs: Signs = UNICODE, width: int = 0
) -> tuple[Line, Line]:
    """Left: the library and its size, or the event whose page is shown. Right: what is being done in the background.

    `width`: cells of the screen, where they are known: an event's name ends in an ellipsis then where it is longer.
    """
    size = f"{articles:,} article{'s' * (articles != 1)}"
    if events:
        size += f" in {events:,} event{'s' * (events != 1)}"
    right = _progress(state, signs)
    room = width - 9 - sum(cell_width(text) for text, _ in right)
    about = _event(state, signs, room) if state.view is not None else ""
    return ((" reader ", "title"), (f" {about or f'{name} {signs.dot} {size}'}", "dim-meta")), right


def _progress(state: State, signs: Signs) -> Line:
    """What is being done in the background, and how far it is."""
    progress = state.progress
    if progress.finished:
        return ()
    if not progress.total:
        return ((f" {progress.phase} … ", "dim-meta"),)
    full = progress.done * BAR_CELLS // progress.total
    done, rest = ("=", "-") if signs is not UNICODE else ("━", "─")
    label = f" {progress.phase} {progress.done:,} of {progress.total:,} {_left(progress.seconds, signs)}"
    return (label, "dim-meta"), (done * full, "accent"), (rest * (BAR_CELLS - full) + " ", "dim-meta")


def _event(state: State, signs: Signs, room: int) -> str:
    from reader.session.event_pages.model import EventPage

    if not isinstance(state.view, EventPage) or not state.view.event.title:
        return ""
    event = state.view.event
    many = len(event.keys) + event.left_out
    name = event_names.full(event.row, signs) if event.row else ""
    named = [f"{many} report{'s' * (many != 1)}", *([name] if name else []), event.title]
    about = f" {signs.dot} ".join(named)
    return fit(about, room, signs.ellipsis) if 0 < room < cell_width(about) else about


def _left(seconds: int | None, signs: Signs) -> str:
    """How long it still takes, where that is worth a word."""
    if seconds is None or seconds < 5:
        return ""
    return f"{signs.dot} {f'{round(seconds / 60)} min' if seconds >= 90 else f'{seconds} s'} left "


def strip(state: State, width: int) -> Line:
    """The event's sources with their numbers; the one on the screen stands out."""
    reading = state.reading
    if reading is None or not reading.strip:
        return ()
    many = len(reading.strip)
    labels = source_labels(reading.sources, width, (reading.place,))
    pieces = [(label, "source-current" if place == reading.place else "dim-meta") for place, label in enumerate(labels)]
    if many == 1:
        pieces.append(("  the only source", "dim-meta"))
    return tuple(pieces)


def source_labels(names: Sequence[str], width: int, current: Sequence[int]) -> list[str]:
    """The sources of a strip of `width` cells: the number to press, and the name.

    Where there are so many that no name could be told from its beginning, those on the screen and those beside them
    keep their names, and the others their numbers.
    """
    numbers = [f" {place + 1} " if place < 9 else " · " for place in range(len(names))]
    fitted = fitted_names(names, width - 5 * len(names))
    if all(cell_width(short) >= min(TOLD, cell_width(name)) for short, name in zip(fitted, names, strict=True)):
        return [f"{number}{name} " for number, name in zip(numbers, fitted, strict=True)]
    room = width - 3 * len(names)
    found = dict.fromkeys(range(len(names)), "")
    for place in sorted(found, key=lambda place: min((abs(place - one), place < one) for one in current)):
        cells = min(NAME, cell_width(names[place]))
        if room < min(cells, TOLD) + 1:
            break
        found[place] = fit(names[place], min(cells, room - 1)) + " "
        room -= cell_width(found[place])
    return [f"{number}{found[place]}" for place, number in enumerate(numbers)]


def fitted_names(names: Sequence[str], room: int) -> list[str]:
    """The names, the longest cut first until all of them fit."""
    widths = [cell_width(name) for name in names]
    while sum(widths) > room and max(widths) > 4:
        widths[widths.index(max(widths))] -= 1
    return [name if cell_width(name) <= width else fit(name, width) for name, width in zip(names, widths, strict=True)]
