"""How an event is called: after its people, its place and its day, with the headline beside it."""

from reader.library.values import EventRow
from reader.text.cells import cell_width, fit
from reader.ui.present.signs import UNICODE, Signs, long_day
from reader.ui.widgets.line import Line

HEADLINE = 12
"""Cells from which the beginning of a headline says something."""


def parts(event: EventRow) -> list[str]:
    """People and place, as far as they are known."""
    return [part for part in (", ".join(event.people), event.place) if part]


def full(event: EventRow, signs: Signs = UNICODE) -> str:
    """`Scholz, Macron · Berlin · 12 Mar 2022`; empty where neither people nor place are known."""
    named = parts(event)
    return f" {signs.dot} ".join([*named, *([long_day(event.date)] if event.date else [])]) if named else ""


def in_list(event: EventRow, day: str, room: int, signs: Signs = UNICODE) -> Line:
    """On one row of `room` cells: the name and as much of the headline as there is room for.

    An event without people is told by its headline, and the place stands after it. `day` stands after the name where no
    headline fits.
    """
    joint = f" {signs.dot} "
    if not event.people:
        place = f"{joint}{event.place}" if event.place else ""
        whole = cell_width(event.title) + cell_width(place) <= room
        return ((fit(event.title + place if whole else event.title, room), "event"),)
    name = _shortened(event, room, joint)
    rest = room - cell_width(name) - 2
    if rest >= HEADLINE:
        return ((f"{name}  ", "event"), (fit(event.title, rest), "dim-meta"))
    dated = f"{name}{joint}{day}" if day and cell_width(name) + cell_width(joint) + cell_width(day) <= room else name
    return ((fit(dated, room), "event"),)


def _shortened(event: EventRow, room: int, joint: str) -> str:
    """People and place, of the people as many as there is room for."""
    place = f"{joint}{event.place}" if event.place else ""
    for many in range(len(event.people), 0, -1):
        people = ", ".join(event.people[:many])
        if cell_width(people) + cell_width(place) <= room:
            return people + place
    return event.people[0]
