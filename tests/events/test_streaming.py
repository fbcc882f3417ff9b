"""A library of years is grouped a few weeks at a time, and no event is the worse for it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tellings import FLOOD_A, FLOOD_B, HARBOUR_A, HARBOUR_B, TRIAL, article

from reader.events import Grouper, Lead, group, lead
from reader.events.bonds import Bonds
from reader.events.clusters import enough
from reader.events.streaming import Stream, by_day
from reader.events.weighing import Table, counted

FIRST = date(2031, 1, 6)


def told(name: str, day: int | None, text: str) -> Lead:
    published = None if day is None else (FIRST + timedelta(days=day)).isoformat()
    return lead(article(text, name, published=published))


YEAR = [
    one
    for week in range(52)
    for one in (
        told(f"h{week:02}", 7 * week, f"{HARBOUR_A} Week {week}."),
        told(f"i{week:02}", 7 * week + 1, f"{HARBOUR_B} Week {week}."),
        told(f"f{week:02}", 7 * week + 2, f"{FLOOD_A} Week {week}."),
        told(f"g{week:02}", 7 * week + 2, f"{FLOOD_B} Week {week}."),
    )
]


def test_the_first_events_are_told_long_before_the_last_articles_are_read() -> None:
    read = []

    def leads() -> Iterator[Lead]:
        for one in YEAR:
            read.append(one.id)
            yield one

    stream = Stream(leads, Bonds())
    read.clear()
    assert next(stream.events()).date == FIRST.isoformat()
    assert len(read) < 40


def test_every_article_is_in_one_event_of_its_own_weeks() -> None:
    events = list(Stream(lambda: YEAR, Bonds()).events())
    assert sorted(name for event in events for name in event.articles) == sorted(one.id for one in YEAR)
    for event in events:
        assert len({name[0] in "hi" for name in event.articles}) == 1
        weeks = [int(name[1:]) for name in event.articles]
        assert max(weeks) - min(weeks) <= 2


def test_an_article_without_a_date_joins_an_event_that_was_let_go() -> None:
    trial = [told("t1", 0, f"{TRIAL} First edition."), told("t2", 1, f"{TRIAL} Second edition.")]
    late = told("t3", None, f"{TRIAL} Third edition.")
    events = group([*YEAR, *trial, late])
    event = next(event for event in events if "t3" in event.articles)
    assert event.articles == ("t1", "t2", "t3")
    assert event == next(e for e in group([*trial, late, *YEAR[-4:]]) if "t3" in e.articles) or event.score > 0.5


def test_articles_put_together_by_hand_are_one_event_however_far_apart() -> None:
    events = group(YEAR, together=[frozenset(("h00", "f51"))])
    assert any({"h00", "f51"} <= set(event.articles) for event in events)
    assert any("2 put together by hand" in event.why for event in events)


@pytest.mark.parametrize("seed", range(6))
def test_articles_that_come_after_the_others_make_the_same_events(seed: int) -> None:
    rng = random.Random(seed)
    leads = {one.id: one for one in YEAR[:80]}
    names = sorted(leads)
    rng.shuffle(names)
    at_first, later = names[:50], names[50:]
    events = group(leads[name] for name in at_first)
    while later:
        home = [(leads[name], event.id) for event in events for name in event.articles]
        grouper = Grouper.restore(home)
        for _ in range(rng.randint(1, 6)):
            if later:
                grouper.add(leads[later.pop()])
        events = grouper.events()
    assert {event.articles for event in events} == {event.articles for event in group(leads.values())}


def test_what_has_changed_is_told_alone_and_whole() -> None:
    leads = {one.id: one for one in YEAR}
    events = group(leads.values())
    before = {event.articles for event in events}
    grouper = Grouper.restore([(leads[name], event.id) for event in events for name in event.articles])
    assert grouper.changed() == []
    grouper.add(told("n", 7 * 30, f"{HARBOUR_A} Late edition."))
    changed = grouper.changed()
    assert any("n" in event.articles for event in changed)
    assert len(changed) < 12
    mine = {name for event in changed for name in event.articles}
    assert all(mine >= set(articles) or mine.isdisjoint(articles) for articles in before)
    assert grouper.changed() == []
    assert {event.articles for event in changed} <= {event.articles for event in grouper.events()}


def test_weights_survive_storage_and_steer_the_likenesses() -> None:
    weights = counted(YEAR)
    again = Table.unpacked(weights.packed)
    assert again.vector(YEAR[0]) == weights.vector(YEAR[0])
    assert len(YEAR) in again.steady
    assert 2 * len(YEAR) not in again.steady
    assert Table({}, 0).vector(YEAR[0]) != weights.vector(YEAR[0])


def test_two_large_groups_must_be_more_alike_than_a_few_reports_and_a_large_group() -> None:
    assert enough(0.22, 0.2, 0.3, smaller=2)
    assert not enough(0.22, 0.2, 0.3, smaller=12)
    assert enough(0.3, 0.2, 0.3, smaller=400)
    assert not enough(0.19, 0.2, 0.3, smaller=1)


def test_leads_are_read_by_day_those_without_one_first() -> None:
    mixed = [told("b", 3, TRIAL), told("c", None, TRIAL), told("a", 1, TRIAL)]
    assert [one.id for one in by_day(mixed)] == ["c", "a", "b"]


def test_what_belongs_to_the_page_is_no_part_of_the_lead() -> None:
    menu = " ".join(f"Province{n} Republic{n} Island{n}" for n in range(40))
    appeal = "Already have an account? Log in here to continue reading this article."
    plain = article(TRIAL, "t")
    cluttered = replace(plain, text=f"{menu}\n\n{appeal}\n\n{plain.text}")
    assert lead(cluttered).stems == lead(plain).stems
    assert lead(cluttered).names == lead(plain).names


def test_a_text_in_another_language_keeps_its_lead() -> None:
    text = " ".join(f"slowo{n}" for n in range(60))
    assert len(lead(article(text)).stems) > 10
