"""How an event is called in the list: people and place with the headline beside, never wider than there is room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import EventRow
from reader.text.cells import cell_width
from reader.ui.present.event_names import full, in_list
from reader.ui.present.signs import ASCII

HEADLINE = "Bridge talks in Marrick end without a treaty"


def event(people: tuple[str, ...] = ("Venn", "Holt"), place: str | None = "Marrick", title: str = HEADLINE) -> EventRow:
    return EventRow(1, "a", title, "2024-03-12", 3, 3, (), 0.8, 3, None, people, place)


def shown(row: EventRow, room: int) -> str:
    return "".join(text for text, _ in in_list(row, "12 Mar", room)).rstrip()


@pytest.mark.parametrize(
    ("people", "place", "name"),
    [
        (("Venn", "Holt"), "Marrick", "Venn, Holt · Marrick · 12 Mar 2024"),
        (("Venn",), None, "Venn · 12 Mar 2024"),
        ((), "Marrick", "Marrick · 12 Mar 2024"),
        ((), None, ""),
    ],
)
def test_people_place_and_day(people: tuple[str, ...], place: str | None, name: str) -> None:
    assert full(event(people, place)) == name


def test_the_headline_stands_beside_the_name() -> None:
    assert shown(event(), 60) == "Venn, Holt · Marrick  Bridge talks in Marrick end without a…"


def test_what_happened_tells_events_of_the_same_people_and_place_apart() -> None:
    assert shown(event(), 40) == "Venn, Holt  Bridge talks in Marrick end…"
    assert shown(event(), 30) == "Venn  Bridge talks in Marrick…"
    assert shown(event(), 20) == "Venn  Bridge talks…"
    rows = [event(("Venn",), title=title) for title in ("Venn opens the locks", "Rep. Venn denies a bribe")]
    assert [shown(row, 20) for row in rows] == ["Venn  opens the loc…", "Venn  denies a bribe"]


def test_where_there_is_little_room_the_person_stands_there_whom_the_headline_begins_with() -> None:
    assert shown(event(title="Holt opens the locks"), 20) == "Holt  opens the loc…"
    assert shown(event(title="Venn and Holt quarrel"), 20) == "Venn and Holt quarr…"


def test_without_room_for_a_headline_the_day_does() -> None:
    long = event(("Venn-Brandvold",), "Marrick")
    assert shown(long, 24) == "Venn-Brandvold · Marrick"
    assert shown(event(("Venn-Holt",), None), 19) == "Venn-Holt · 12 Mar"


@pytest.mark.parametrize("headline", ["Venn and Holt part ways", "Venn’s locks opened", "Venn, 41, opens the locks"])
def test_a_name_stays_in_a_headline_that_does_not_go_on_with_what_its_bearer_does(headline: str) -> None:
    assert shown(event(("Venn",), None, headline), 60) == f"Venn  {headline}"


def test_an_event_without_people_is_told_by_its_headline() -> None:
    assert shown(event(()), 60) == f"{HEADLINE} · Marrick"
    assert shown(event(()), 40).startswith("Bridge talks in Marrick end without")


def test_plain_characters_only_where_the_font_has_no_others() -> None:
    assert full(event(), ASCII).isascii()
    assert "".join(text for text, _ in in_list(event(), "12 Mar", 60, ASCII)).replace("…", ".").isascii()


@given(
    st.lists(st.sampled_from(["Venn", "北京", "Åland-Holt"]), max_size=3), st.none() | st.just("河"), st.integers(8, 90)
)
def test_it_fills_the_room_and_no_more(people: list[str], place: str | None, room: int) -> None:
    line = in_list(event(tuple(people), place), "12 Mar", room)
    assert sum(cell_width(text) for text, _ in line) <= room
