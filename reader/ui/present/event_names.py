"""How an event is called: after its people, its place and its day, with the headline beside it."""

from reader.library.values import EventRow
from reader.text.cells import cell_width, fit
from reader.ui.present.signs import UNICODE, Signs, long_day
from reader.ui.widgets.line import Line

HEADLINE = 24
"""Cells from which the beginning of a headline tells an event from another of the same people in the same place."""

BEGINNING = 9
"""Cells from which it says something beside one name, where there is no room for more."""


def parts(event: EventRow) -> list[str]:
    """People and place, as far as they are known."""
    return [part for part in (", ".join(event.people), event.place) if part]


def full(event: EventRow, signs: Signs = UNICODE) -> str:
    """`Scholz, Macron · Berlin · 12 Mar 2022`; empty where neither people nor place are known."""
    named = parts(event)
    return f" {signs.dot} ".join([*named, *([long_day(event.date)] if event.date else [])]) if named else ""


def in_list(event: EventRow, day: str, room: int, signs: Signs = UNICODE) -> Line:
    """On one row of `room` cells: the name and as much of the headline as there is room for.

    What happened tells events apart that have people and place in common: where there is little room, the place goes
    first, then all people but one. `day` stands after the name where no headline fits. An event without people is told
    by its headline, and the place stands after it.
    """
    joint = f" {signs.dot} "
    if not event.people:
        place = f"{joint}{event.place}" if event.place else ""
        whole = cell_width(event.title) + cell_width(place) <= room
        return ((fit(event.title + place if whole else event.title, room), "event"),)
    name = _shortened(event, room, joint)
    person = next((one for one in event.people if _going_on(event.title, one) != event.title), event.people[0])
    for shown, least in ((name, HEADLINE), (", ".join(event.people), HEADLINE), (person, BEGINNING)):
        headline = _going_on(event.title, shown)
        rest = room - cell_width(shown) - 2
        if headline and rest >= min(least, cell_width(headline)):
            if least == BEGINNING and headline.startswith(person):
                return ((fit(headline, room), "event"),)
            return ((f"{shown}  ", "event"), (fit(headline, rest), "dim-meta"))
    dated = f"{name}{joint}{day}" if day and cell_width(name) + cell_width(joint) + cell_width(day) <= room else name
    return ((fit(dated, room), "event"),)


def _going_on(headline: str, name: str) -> str:
    """A headline after a name: without that name where it begins with it and goes on with what its bearer does."""
    title, _, rest = headline.partition(" ")
    for start in (rest if title.endswith(".") else headline, headline):  # "Rep. Venn opens the locks"
        for form in (name, name.rpartition(" ")[2]):
            after = start.removeprefix(f"{form} ")
            if after != start and after[:1].isalnum() and not after.startswith("and "):
                return after
    return headline


def _shortened(event: EventRow, room: int, joint: str) -> str:
    """People and place, of the people as many as there is room for."""
    place = f"{joint}{event.place}" if event.place else ""
    for many in range(len(event.people), 0, -1):
        people = ", ".join(event.people[:many])
        if cell_width(people) + cell_width(place) <= room:
            return people + place
    return event.people[0]
