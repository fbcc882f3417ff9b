"""Figures, dates and names on aligned passages: conflict, precision, form and spelling are told apart."""

import pytest
from tellings import article, at, everywhere, figure, person, plain

from reader.events import compare
from reader.events.naming import pair_names
from reader.model import Analysis, Article, DateMention, Entity, Fact

FRAME = "Rescue workers searched the collapsed mine near Halvern all night, where {} were trapped by the blast at dawn."


def told(words: str, value: float, counted: str | None, hedge: str | None, name: str) -> tuple[Article, Analysis]:
    made = article(FRAME.format(words), name)
    number = words.removeprefix("about ").removeprefix("more than ").split()[0]
    return made, plain(made, figures=(figure(made, number, value, counted, hedge),))


def numbers(a: tuple[Article, Analysis], b: tuple[Article, Analysis]) -> list[Fact]:
    return [fact for fact in compare(*a, *b).facts if fact.kind == "number"]


VERDICTS = [
    (("40 miners", 40, "miners", None), ("40 miners", 40, "miners", None), "same"),
    (("40 miners", 40, "miners", None), ("forty miners", 40, "miners", None), "same"),
    (("40 miners", 40, "miners", None), ("more than 40 miners", 40, "miners", "over"), "precision"),
    (("40 miners", 40, "miners", None), ("more than 40 workers", 40, "miners", "over"), "precision"),
    (("43 miners", 43, "miners", None), ("more than 40 miners", 40, "miners", "over"), "precision"),
    (("1,012 miners", 1012, "miners", None), ("about 1,000 miners", 1000, "miners", "about"), "precision"),
    (("1,012 miners", 1012, "miners", None), ("1,000 miners", 1000, "miners", None), "precision"),
    (("9.9 miners", 9.9, "miners", None), ("10 miners", 10.0, "miners", None), "precision"),
    (("9.4 miners", 9.4, "miners", None), ("10 miners", 10.0, "miners", None), "differs"),
    (("40 miners", 40, "miners", None), ("60 miners", 60, "miners", None), "differs"),
    (("40 miners", 40, "miners", None), ("41 miners", 41, "miners", None), "differs"),
    (("about 40 miners", 40, "miners", "about"), ("60 miners", 60, "miners", None), "differs"),
    (("more than 500 miners", 500, "miners", "over"), ("more than 600 miners", 600, "miners", "over"), "differs"),
    (("160,000 miners", 160000, "miners", None), ("100,000 miners", 100000, "miners", None), "differs"),
]


@pytest.mark.parametrize(("a", "b", "verdict"), VERDICTS)
def test_verdict_on_figures(a: tuple, b: tuple, verdict: str) -> None:  # type: ignore[type-arg]
    (fact,) = numbers(told(*a, "a"), told(*b, "b"))
    assert fact.verdict == verdict
    assert (fact.a.value, fact.b.value) == (a[1], b[1])


def test_figures_of_different_things_are_not_compared() -> None:
    assert numbers(told("40 miners", 40, "miners", None, "a"), told("3 engineers", 3, "engineers", None, "b")) == []


def test_people_under_another_name_are_the_same_crowd_only_where_the_counts_are_near() -> None:
    (fact,) = numbers(told("40 miners", 40, "miners", None, "a"), told("42 people", 42, "people", None, "b"))
    assert fact.verdict == "differs"
    assert numbers(told("40 miners", 40, "miners", None, "a"), told("90 people", 90, "people", None, "b")) == []
    assert numbers(told("4 miners", 4, "miners", None, "a"), told("5 people", 5, "people", None, "b")) == []


def test_each_figure_has_one_partner() -> None:
    def both(killed: int, hurt: int, name: str) -> tuple[Article, Analysis]:
        made = article(
            f"The blast in the Halvern mine at dawn killed {killed} miners and hurt {hurt} miners, police said.", name
        )
        found = (figure(made, f"{killed}", killed, "miners"), figure(made, f"{hurt}", hurt, "miners"))
        return made, plain(made, figures=found)

    facts = numbers(both(12, 30, "a"), both(12, 34, "b"))
    assert sorted((fact.a.value, fact.b.value, fact.verdict) for fact in facts) == [
        (12, 12, "same"),
        (30, 34, "differs"),
    ]


def dated(day: str, value: str, name: str, published: str | None = None) -> tuple[Article, Analysis]:
    made = article(f"The minister opened the new bridge across the Sele on {day} in front of a cheering crowd.", name)
    made = article(made.text, name, published=published)
    return made, plain(made, dates=(DateMention(at(made.text, day), value, "event", True),))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (("Tuesday", "2031-03-04"), ("Tuesday", "2031-03-04"), "same"),
        (("Tuesday", "2031-03-04"), ("March 4", "2031-03-04"), "same"),
        (("March", "2031-03"), ("March 4", "2031-03-04"), "precision"),
        (("Tuesday", "2031-03-04"), ("Wednesday", "2031-03-05"), "differs"),
        (("March 4", "2032-03-04"), ("March 4, 2031", "2031-03-04"), "precision"),
        (("March 4", "2032-03-04"), ("4 March", "2031-03-04"), "same"),
        (("March 4, 2032", "2032-03-04"), ("March 4, 2031", "2031-03-04"), "differs"),
    ],
)
def test_verdict_on_dates(a: tuple[str, str], b: tuple[str, str], verdict: str) -> None:
    facts = [fact for fact in compare(*dated(*a, "a"), *dated(*b, "b")).facts if fact.kind == "date"]
    assert [fact.verdict for fact in facts] == [verdict]


def test_a_day_of_publication_is_no_day_of_the_event() -> None:
    one = dated("Tuesday", "2031-03-04", "a", "2031-03-04")
    other = dated("Tuesday", "2031-03-04", "b", "2031-03-07")
    facts = [fact for fact in compare(*one, *other).facts if fact.kind == "date"]
    assert [fact.verdict for fact in facts] == ["same"]


def test_another_name_in_the_same_place_differs() -> None:
    def signed(name: str, key: str) -> tuple[Article, Analysis]:
        made = article(
            f"The treaty on the river was signed by Chancellor {name} in the great hall of Bryn at noon.", key
        )
        return made, plain(made, entities=(person(made, name),))

    (fact,) = compare(*signed("Ada Norrell", "a"), *signed("Lukas Brandt", "b")).facts
    assert (fact.kind, fact.verdict, fact.a.value, fact.b.value) == ("name", "differs", "Ada Norrell", "Lukas Brandt")


def test_an_abbreviated_place_is_the_style_of_a_house_and_no_fact() -> None:
    def opened(place: str, key: str) -> tuple[Article, Analysis]:
        made = article(f"The chancellor opened the sawmill in Bryn, {place}, in front of her neighbours at noon.", key)
        name = place.removesuffix(".")
        return made, plain(made, entities=(Entity(name, "place", everywhere(made.text, name)),))

    facts = compare(*opened("Velm.", "a"), *opened("Velmora", "b")).facts
    assert [fact for fact in facts if fact.kind == "place"] == []


PAIRS = [
    ("Sergei Lavrin", "Sergey Lavrin", "person", "spelling"),
    ("Oleksandr Zelenky", "Oleksandr Zelenkyy", "person", "spelling"),
    ("Mohammed al-Katib", "Muhammad al-Katib", "person", None),
    ("Anna Berg", "Berg", "person", "same"),
    ("Anna Berg", "A. Berg", "person", "same"),
    ("Anna Berg", "Otto Berg", "person", None),
    ("Anna Berg", "Anna Burke", "person", None),
    ("NORA", "Northern Rivers Authority", "organisation", None),
    ("NRA", "Northern Rivers Authority", "organisation", "form"),
    ("N.R.A.", "Northern Rivers Authority", "organisation", "form"),
    ("U.S.", "United States", "place", "form"),
    ("Britain", "United Kingdom", "place", "form"),
    ("Kharvov", "Kharviv", "place", "spelling"),
    ("Austria", "Australia", "place", None),
    ("Sudan", "South Sudan", "place", None),
    ("Niger", "Nigeria", "place", None),
]


def test_a_surname_of_no_known_kind_is_no_other_spelling_of_the_full_name() -> None:
    one, other = article("It was Anna Berg who came.", "a"), article("It was a Berg-era law.", "b")
    sides = (
        plain(one, entities=(person(one, "Anna Berg"),)),
        plain(other, entities=(Entity("Berg", "other", everywhere(other.text, "Berg")),)),
    )
    assert [pair.likeness for pair in pair_names(*sides)] == ["same"]


@pytest.mark.parametrize(("a", "b", "type_", "likeness"), PAIRS)
def test_names_of_one_bearer(a: str, b: str, type_: str, likeness: str | None) -> None:
    one, other = article(f"It was {a} who came.", "a"), article(f"It was {b} who came.", "b")
    sides = [
        plain(made, entities=(Entity(name, type_, everywhere(made.text, name)),))  # type: ignore[arg-type]
        for made, name in ((one, a), (other, b))
    ]
    assert [pair.likeness for pair in pair_names(*sides)] == ([likeness] if likeness else [])
