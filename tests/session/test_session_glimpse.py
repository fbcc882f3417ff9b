"""The top of a long list for the first frame, and the whole after it."""

import pytest

from reader.session import ordering
from reader.session.state import State
from reader.session.world import World


@pytest.fixture
def two_events(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen so small that two events fill it."""
    monkeypatch.setattr(ordering, "TOP", 2)


@pytest.mark.usefixtures("two_events")
def test_a_glimpse_is_the_top_of_the_list(world: World) -> None:
    seen, first = ordering.glimpse(State(), world), ordering.first(State(), world)
    assert 0 < len(seen.listing) < len(first.listing)
    assert seen.listing.rows == first.listing.rows[: len(seen.listing)]
    assert (seen.cursor, seen.reading) == (first.cursor, first.reading)


@pytest.mark.usefixtures("two_events")
def test_the_whole_list_follows_and_nothing_moves(world: World) -> None:
    seen, first = ordering.glimpse(State(), world), ordering.first(State(), world)
    whole = ordering.whole(seen, world)
    assert whole.listing.rows == first.listing.rows
    assert (whole.cursor, whole.reading) == (seen.cursor, seen.reading)


@pytest.mark.usefixtures("two_events")
@pytest.mark.parametrize("state", [State(grouped=False), State(sort="title")])
def test_a_list_in_another_order_is_whole_at_once(world: World, state: State) -> None:
    assert ordering.glimpse(state, world).listing.rows == ordering.first(state, world).listing.rows
