"""What the user has put together stays together, and what has been parted stays apart, whatever else happens."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import FLOOD_A, FLOOD_B, HARBOUR_A, HARBOUR_B, TRIAL, article

from reader.events import Grouper, Lead, group, lead
from reader.events.bonds import Bonds
from reader.model import Event

TEXTS = (HARBOUR_A, HARBOUR_B, FLOOD_A, FLOOD_B, TRIAL)
LEADS = [
    lead(article(f"{text} Edition {n}.", f"{name}{n}", published=f"2031-05-{12 + n}"))
    for name, text in zip("hikft", TEXTS, strict=True)
    for n in range(3)
]
IDS = [one.id for one in LEADS]

sets = st.lists(st.frozensets(st.sampled_from([*IDS, "absent"]), max_size=4), max_size=4)


def homes(events: Iterable[Event]) -> dict[str, str]:
    return {name: event.id for event in events for name in event.articles}


def check(events: Sequence[Event], together: Iterable[frozenset[str]], apart: Iterable[frozenset[str]]) -> None:
    home = homes(events)
    assert sorted(home) == sorted(name for event in events for name in event.articles)
    bonds = Bonds(together, apart)
    for block in bonds.blocks():
        assert len({home[name] for name in block if name in home}) <= 1
    for names in apart:
        for name in names & home.keys():
            for other in names & home.keys() - bonds.block(name) - {name}:
                assert home[name] != home[other]


@settings(max_examples=60, deadline=None)
@given(sets, sets, st.permutations(LEADS))
def test_decisions_hold_for_articles_that_come_one_by_one(
    together: list[frozenset[str]], apart: list[frozenset[str]], order: list[Lead]
) -> None:
    grouper = Grouper(together=together, apart=apart)
    for n, one in enumerate(order):
        grouper.add(one)
        if n % 5 == 4:
            check(grouper.events(), together, apart)
    grouper.remove(order[0].id)
    grouper.add(order[0])
    check(grouper.events(), together, apart)
    assert len(grouper) == len(LEADS)


@settings(max_examples=30, deadline=None)
@given(sets, sets, st.permutations(LEADS))
def test_the_order_in_which_articles_come_does_not_matter(
    together: list[frozenset[str]], apart: list[frozenset[str]], order: list[Lead]
) -> None:
    grouper = Grouper(together=together, apart=apart)
    for one in order:
        grouper.add(one)
    assert grouper.events() == group(LEADS, together=together, apart=apart)


@settings(max_examples=40, deadline=None)
@given(sets, sets, st.permutations(LEADS))
def test_decisions_hold_for_a_whole_library_in_any_order(
    together: list[frozenset[str]], apart: list[frozenset[str]], order: list[Lead]
) -> None:
    events = group(LEADS, together=together, apart=apart)
    check(events, together, apart)
    assert group(order, together=reversed(together), apart=reversed(apart)) == events


@settings(max_examples=40, deadline=None)
@given(sets, sets, st.lists(st.integers(0, 4), min_size=len(LEADS), max_size=len(LEADS)))
def test_decisions_are_put_right_in_what_was_stored(
    together: list[frozenset[str]], apart: list[frozenset[str]], stored: list[int]
) -> None:
    pairs = [(one, str(event)) for one, event in zip(LEADS, stored, strict=True)]
    check(Grouper.restore(pairs, together=together, apart=apart).events(), together, apart)


def test_two_events_are_merged_by_one_pair() -> None:
    events = group(LEADS, together=[frozenset(("h0", "t0"))])
    home = homes(events)
    assert home["h0"] == home["t0"]
    assert "2 put together by hand" in next(event for event in events if "h0" in event.articles).why


def test_bonds_reach_through_a_third_article() -> None:
    home = homes(
        group(LEADS, together=[frozenset(("h0", "t0")), frozenset(("t0", "f0"))], apart=[frozenset(("h0", "f0"))])
    )
    assert home["h0"] == home["f0"]


def test_an_article_taken_out_leaves_the_others_as_they_were() -> None:
    before = next(event for event in group(LEADS) if "h0" in event.articles)
    rest = frozenset(before.articles) - {"h0"}
    after = group(LEADS, apart=[frozenset(("h0", other)) for other in rest])
    assert frozenset(next(event for event in after if "h1" in event.articles).articles) == rest


def test_a_replaced_article_keeps_its_decisions() -> None:
    grouper = Grouper(LEADS, together=[frozenset(("h0", "t0"))])
    grouper.add(replace_text("h0", FLOOD_A))
    home = homes(grouper.events())
    assert home["h0"] == home["t0"]


def replace_text(name: str, text: str) -> Lead:
    return lead(replace(article(text, name), published="2031-05-12"))
