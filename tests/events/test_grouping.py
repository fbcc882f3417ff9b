"""Articles on one event come together, whatever their titles, order or dates; look-alikes stay apart."""

import pickle
import random
from dataclasses import replace

import pytest
from tellings import FLOOD_A, FLOOD_B, HARBOUR_A, HARBOUR_B, TRIAL, article

from reader.events import Grouper, Lead, group, lead
from reader.model import Article, Event

REPORTS = [
    article(HARBOUR_A, "h1", title="Velmora dockers walk out", source="Coast Mail", published="2031-05-12"),
    article(HARBOUR_B, "h2", published="2031-05-13"),
    article(FLOOD_A, "f1", title="Hundreds of homes flooded", published="2031-05-12"),
    article(FLOOD_B, "f2", title="Orlen floods Tarnfeld", published="2031-05-13"),
    article(TRIAL, "t1", title="Banker jailed", published="2031-05-12"),
]


def parts(events: list[Event]) -> set[frozenset[str]]:
    return {frozenset(event.articles) for event in events}


EXPECTED = {frozenset(("h1", "h2")), frozenset(("f1", "f2")), frozenset(("t1",))}


def test_each_event_has_its_articles() -> None:
    assert parts(group(map(lead, REPORTS))) == EXPECTED


def test_titles_and_dates_are_not_needed() -> None:
    bare = [replace(report, title=None, published=None) for report in REPORTS]
    assert parts(group(map(lead, bare))) == EXPECTED


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_files_does_not_matter(seed: int) -> None:
    shuffled = list(REPORTS)
    random.Random(seed).shuffle(shuffled)
    assert group(map(lead, shuffled)) == group(map(lead, REPORTS))


@pytest.mark.parametrize("seed", range(5))
def test_articles_arriving_one_by_one_find_their_event(seed: int) -> None:
    shuffled = list(REPORTS)
    random.Random(seed).shuffle(shuffled)
    grouper = Grouper()
    for report in shuffled:
        grouper.add(lead(report))
        grouper.events()
    assert parts(grouper.events()) == EXPECTED


def test_the_same_words_a_month_later_are_another_event() -> None:
    later = replace(REPORTS[1], published="2031-06-20")
    assert len(group([lead(REPORTS[0]), lead(later)])) == 2


def test_an_undated_article_joins_a_dated_event() -> None:
    assert len(group([lead(REPORTS[0]), lead(replace(REPORTS[1], published=None))])) == 1


def test_removing_and_replacing() -> None:
    grouper = Grouper(map(lead, REPORTS))
    grouper.remove("h1")
    grouper.remove("unknown")
    assert parts(grouper.events()) == {frozenset(("h2",)), *EXPECTED - {frozenset(("h1", "h2"))}}
    grouper.add(lead(replace(REPORTS[4], id="h2")))
    assert frozenset(("t1", "h2")) in parts(grouper.events())
    assert len(grouper) == 4
    assert "h1" not in grouper


def test_a_restored_grouper_goes_on_where_it_was() -> None:
    leads = {report.id: lead(report) for report in REPORTS}
    events = group([leads[name] for name in ("h1", "f1", "f2", "t1")])
    grouper = Grouper.restore([(leads[name], event.id) for event in events for name in event.articles])
    assert grouper.events() == events
    grouper.add(leads["h2"])
    assert parts(grouper.events()) == EXPECTED


def test_a_restored_decision_is_kept() -> None:
    grouper = Grouper.restore([(lead(REPORTS[0]), "x"), (lead(REPORTS[4]), "x")])
    assert parts(grouper.events()) == {frozenset(("h1", "t1"))}


def test_an_event_says_what_it_is_and_why() -> None:
    event = next(event for event in group(map(lead, REPORTS)) if "h1" in event.articles)
    assert event.title == "Velmora dockers walk out"
    assert event.date == "2031-05-12"
    assert event.articles == ("h1", "h2")
    assert 0 < event.score < 1
    assert any("Velmora" in reason for reason in event.why)
    assert "1 day apart" in event.why


def test_a_lone_article_is_an_event_without_reasons() -> None:
    (event,) = group([lead(REPORTS[4])])
    assert (event.title, event.why, event.score) == ("Banker jailed", (), 1.0)


def test_empty_articles_are_never_one_event() -> None:
    empty = [Article(id=name, file=name, text="") for name in "abc"]
    events = group(map(lead, empty))
    assert len(events) == 3
    assert {event.title for event in events} == {"(empty)"}


def test_a_lead_is_small_and_survives_storage() -> None:
    made = lead(replace(REPORTS[0], text=REPORTS[0].text * 50, url="https://www.coastmail.example/a?b"))
    assert pickle.loads(pickle.dumps(made)) == made
    assert isinstance(made, Lead)
    assert len(pickle.dumps(made)) < 3000
    assert made.host == "coastmail.example"


@pytest.mark.parametrize("published", ["2031", "2031-05", "9999-99-99", "soon"])
def test_odd_dates_are_no_error(published: str) -> None:
    assert len(group([lead(replace(REPORTS[0], published=published)), lead(REPORTS[1])])) == 1


def test_the_evidence_says_how_alike_the_reports_are() -> None:
    third = article(HARBOUR_A, "h3", source="Evening Bell", published="2031-05-12")
    (event,) = group([*map(lead, REPORTS[:2]), lead(third)])
    assert any(reason.startswith("likeness .") and reason.endswith(" joins") for reason in event.why)
    assert any(reason.startswith("least alike: ") for reason in event.why)


def test_people_and_place_are_told_beside_the_name() -> None:
    told = "VELMORA — {}\n\nThe harbour strike ended on Monday. “It is over,” Vasko said of the long harbour strike."
    first = article(told.format("Dockers met President Teodor Vasko at the gates of the port."), "p1")
    second = article(told.format("The dockers spoke with Teodor Vasko at the gates of the port."), "p2")
    first, second = (replace(one, place="Velmora") for one in (first, second))
    (event,) = group([lead(first), lead(second)])
    assert event.people == ("Teodor Vasko",)
    assert event.place == "Velmora"
    assert event.title == "Teodor Vasko · Velmora"


def test_one_town_has_two_floods_of_one_week_apart() -> None:
    """Two tight groups with half their words in common are two events, however alike they look to a lone report."""
    common = "A flood in Tarnfeld drove hundreds from their homes after heavy rain, rescuers said."
    school = "The Marlow school lost its roof and gymnasium, headmistress Ada Kern told parents in the canteen."
    bridge = "The Ostrel bridge collapsed under a goods train carrying cement, railway inspector Bo Lind reported."
    made = [
        lead(article(f"{common} {own} {own} Reporter {n} was there.", f"{name}{n}", published="2031-05-12"))
        for name, own in (("s", school), ("b", bridge))
        for n in range(8)
    ]
    assert parts(group(made)) == {frozenset(f"{name}{n}" for n in range(8)) for name in "sb"}


def test_a_library_many_times_as_large_is_grouped_alike() -> None:
    """Reports of other days, whatever they tell, do not part what belongs together."""
    others = [
        lead(article(f"{TRIAL} Case {n} of {n * 7}.", f"x{n}", published=f"20{30 + n // 300}-{n % 12 + 1:02}-01"))
        for n in range(400)
    ]
    found = parts(group([*map(lead, REPORTS), *others]))
    assert found >= EXPECTED - {frozenset(("t1",))}
