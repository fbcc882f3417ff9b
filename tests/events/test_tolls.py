"""Tolls of one event are compared wherever each report tells them; the dead are never held against the injured."""

from dataclasses import replace

from tellings import article, at, figure, plain

from reader.events import compare
from reader.model import Analysis, Article, DateMention

WIRE = """\
A landslide at Orrin in the Sella valley killed 11 people on Tuesday night.

The road to Brana is closed and helicopters cannot fly in the rain.
"""
GAZETTE = """\
The prime minister flew home early from her visit abroad and promised every family in need a new house before winter.

She spoke at Orrin, where Tuesday's landslide in the Sella valley {} 14 people, and thanked the volunteers.
"""


def told(text: str, name: str, words: str, value: float) -> tuple[Article, Analysis]:
    made = article(text, name)
    return made, plain(made, figures=(figure(made, words, value, "people"),))


def verdicts(deed: str) -> list[tuple[object, object, str]]:
    a, b = told(WIRE, "a", "11", 11), told(GAZETTE.format(deed), "b", "14", 14)
    return [(fact.a.value, fact.b.value, fact.verdict) for fact in compare(*a, *b).facts]


def test_the_dead_are_compared_though_the_sentences_tell_of_other_things() -> None:
    assert verdicts("killed") == [(11, 14, "differs")]


def test_the_injured_are_not_the_dead() -> None:
    assert verdicts("injured") == []


def test_the_toll_of_an_earlier_event_at_the_same_place_is_another() -> None:
    before = GAZETTE.replace("Tuesday's landslide", "a June landslide").format("killed")
    a, b = told(WIRE, "a", "11", 11), told(before, "b", "14", 14)
    assert [fact for fact in compare(*a, *b).facts if fact.verdict == "differs"] == []


def test_tolls_of_different_days_are_not_held_against_each_other() -> None:
    made, found = told(WIRE, "a", "11", 11)
    other, theirs = told(GAZETTE.format("killed"), "b", "14", 14)
    for day, differing in (("2031-03-04", 1), ("2031-01-07", 0)):
        one = replace(found, dates=(DateMention(at(made.text, "Tuesday"), "2031-03-04", "event", True),))
        two = replace(theirs, dates=(DateMention(at(other.text, "Tuesday"), day, "mentioned", True),))
        facts = compare(made, one, other, two).facts
        assert sum(fact.kind == "number" and fact.verdict == "differs" for fact in facts) == differing
