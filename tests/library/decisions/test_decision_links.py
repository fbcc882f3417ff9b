"""What must be together and what apart, however many decisions contradict each other: the later wins."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reader.library.decisions import Apart, Together
from reader.library.decisions.links import NO_LINKS, Links, links

NAMES = st.sampled_from("abcdef")
EVENTS = st.lists(
    st.one_of(
        st.builds(lambda ids: Together(tuple(sorted(ids))), st.sets(NAMES, min_size=2, max_size=3)),
        st.builds(
            lambda one, ids: Apart(one, tuple(sorted(ids - {one})) or ("z",)),
            NAMES,
            st.sets(NAMES, min_size=1, max_size=3),
        ),
    ),
    max_size=8,
)


def test_sets_with_a_common_article_are_one() -> None:
    assert links([Together(("a", "b")), Together(("b", "c"))]).together == (frozenset("abc"),)


def test_an_article_taken_out_leaves_the_others_together() -> None:
    found = links([Together(("a", "b", "c")), Apart("a", ("b", "c"))])
    assert found.together == (frozenset("bc"),)
    assert found.apart == (frozenset("ab"), frozenset("ac"))


def test_putting_together_again_wins_over_an_earlier_parting() -> None:
    assert links([Apart("a", ("b", "c")), Together(("a", "b"))]) == Links((frozenset("ab"),), (frozenset("ac"),))


@given(EVENTS)
def test_no_two_links_contradict_each_other(events: list) -> None:
    found = links(events)
    assert all(one.isdisjoint(other) for one, other in combinations(found.together, 2))
    assert all(len(pair) == 2 and not any(pair <= one for one in found.together) for pair in found.apart)


@given(EVENTS)
def test_the_last_decision_holds(events: list) -> None:
    found = links(events)
    if events and isinstance(events[-1], Together):
        assert any(set(events[-1].articles) <= one for one in found.together)
    elif events:
        assert all(frozenset((events[-1].article, other)) in found.apart for other in events[-1].others)


@given(EVENTS)
def test_links_are_kept_as_text(events: list) -> None:
    found = links(events)
    assert Links.unpacked(found.packed) == found
    assert found.changed_since(found) == frozenset()
    assert Links.unpacked("") == NO_LINKS
