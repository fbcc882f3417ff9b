"""The bars above the panes: the library and what is being done in the background; the sources of the event."""

from collections.abc import Sequence

from reader.session.state import State
from reader.text.cells import cell_width, fit
from reader.ui.present import event_names
from reader.ui.present.articles import Line
from reader.ui.present.signs import UNICODE, Signs

BAR_CELLS = 12


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
    pieces: list[tuple[str, str]] = []
    for place, name in enumerate(fitted_names(reading.sources, width - 5 * many)):
        current = place == reading.place
        number = f"{place + 1}" if place < 9 else "·"
        pieces.append((f" {number} {name} ", "source-current" if current else "dim-meta"))
    if many == 1:
        pieces.append(("  the only source", "dim-meta"))
    return tuple(pieces)


def fitted_names(names: Sequence[str], room: int) -> list[str]:
    """The names, the longest cut first until all of them fit."""
    widths = [cell_width(name) for name in names]
    while sum(widths) > room and max(widths) > 4:
        widths[widths.index(max(widths))] -= 1
    return [name if cell_width(name) <= width else fit(name, width) for name, width in zip(names, widths, strict=True)]
