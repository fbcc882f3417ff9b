"""The list as packed numbers, and the cursor's place in it when it is made anew."""

from array import array
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from reader.library import Order
from reader.session.listing import Item, flat, grouped

events = st.lists(
    st.tuples(st.integers(1, 2**44), st.lists(st.integers(1, 2**44), min_size=1, max_size=4, unique=True)),
    max_size=8,
    unique_by=lambda event: event[0],
)


def order(made: list[tuple[int, list[int]]]) -> Order:
    """As the library packs it."""
    keys = [key for _, members in made for key in members]
    starts = accumulate((len(members) for _, members in made), initial=0)
    return Order(array("q", [event for event, _ in made]), array("q", keys), array("i", starts))


@given(events, st.data())
def test_every_member_of_an_unfolded_event_has_a_row(made, data) -> None:
    unfolded = data.draw(st.sets(st.sampled_from([key for key, _ in made]))) if made else set()
    listing = grouped(order(made), unfolded)
    wanted = []
    for event, members in made:
        if len(members) == 1:
            wanted.append(Item(members[0], False))
        else:
            wanted.append(Item(event, True))
            wanted += [Item(key, False, True) for key in members if event in unfolded]
    assert [listing.item(index) for index in range(len(listing))] == wanted


def test_an_article_is_found_wherever_it_stands() -> None:
    listing = grouped(order([(9, [5, 4]), (3, [3])]), {9})
    assert listing.find(Item(4, False)) == 2
    assert listing.find(Item(3, False)) == 3
    assert listing.find(Item(9, True)) == 0
    assert listing.find(Item(7, False)) is None


def test_the_header_above_a_row() -> None:
    listing = grouped(order([(9, [5, 4]), (3, [3])]), {9})
    assert [listing.header_of(index) for index in range(4)] == [0, 0, 0, None]


def test_two_listings_are_the_same_only_if_they_were_made_at_once() -> None:
    assert flat([1]) != flat([1])


def test_the_cursor_stays_on_its_article_when_the_list_is_regrouped(session) -> None:
    session.do("down", "group")
    assert session.state.listing.item(session.state.cursor).key == session.state.reading.key
    session.do("sort", "sort", "sort", "group")
    assert session.state.listing.item(session.state.cursor).key == session.state.reading.key
    assert session.source == "Northern Wire"


def test_the_cursor_goes_to_the_header_of_a_folded_event(session) -> None:
    session.do("down", "fold_all")
    item = session.state.listing.item(session.state.cursor)
    assert item.is_event
    assert session.state.reading.key in session.world.library.members(item.key)


def test_the_cursor_stops_at_both_ends(session) -> None:
    session.do(*["page_up"] * 3)
    assert session.state.cursor == 0
    session.do(*["page_down"] * 9)
    assert session.state.cursor == len(session.state.listing) - 1
