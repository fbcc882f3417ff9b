"""Which names are one, across articles: a table of variants and one of look-alikes."""

import pytest

from reader.analysis.names import merge, same_name
from reader.model import Entity, Span

PEOPLE = [
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Volodymyr Zelenskiy", "Vladimir Zelensky"),
    ("Dmitry Peskov", "Dmitri Peskov"),
    ("Dmitriy Medvedev", "Dmitry Medvedev"),
    ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
    ("Alexei Navalny", "Aleksey Navalny"),
    ("Alexander Lukashenko", "Aliaksandr Lukashenka"),
    ("Mikhail Khodorkovsky", "Mikhail Khodorkovskiy"),
    ("Boris Yeltsin", "Boris Eltsin"),
    ("Muammar Gaddafi", "Moammar Qaddafi"),
    ("Bashar al-Assad", "Bashar Assad"),
    ("Bashar al-Assad", "Assad"),
    ("Mohammed bin Salman", "Muhammad bin Salman"),
    ("Saddam Hussein", "Saddam Hussain"),
    ("Osama bin Laden", "Usama bin Laden"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Recep Tayyip Erdogan", "Erdogan"),
    ("Viktor Orbán", "Victor Orban"),
    ("François Hollande", "Francois Hollande"),
    ("Joe Biden", "Joseph Biden"),
    ("Joe Biden", "Joseph R. Biden"),
    ("Bill Clinton", "William Clinton"),
    ("George W. Bush", "George Bush"),
    ("George W. Bush", "George Walker Bush"),
    ("John F. Kennedy", "John Kennedy"),
    ("J. Edgar Hoover", "Edgar Hoover"),
    ("Mike Pence", "Michael Pence"),
    ("Tony Blair", "Anthony Blair"),
    ("Liz Cheney", "Elizabeth Cheney"),
    ("Harold Benton Jr.", "Harold Benton Jr."),
    ("Harold Benton Jr.", "Harold Benton"),
    ("Putin", "Vladimir Putin"),
    ("Angela Merkel", "Merkel"),
    ("Ludwig van Beethoven", "Beethoven"),
    ("H. Benton", "Harold Benton"),
]
ORGANISATIONS = [
    ("NATO", "North Atlantic Treaty Organization"),
    ("World Seed Organization", "WSO"),
    ("World Seed Organisation", "World Seed Organization"),
    ("U.N.", "United Nations"),
    ("EU", "European Union"),
    ("Ministry of Defence", "Ministry of Defense"),
    ("Tarn Inc.", "Tarn"),
    ("Tarn AG", "Tarn"),
    ("Oram & Holt", "Oram and Holt"),
    ("The Marlow Times", "Marlow Times"),
    ("Al-Qaeda", "al-Qaida"),
    ("Hezbollah", "Hizbullah"),
    ("FBI", "Federal Bureau of Investigation"),
    ("Department of Seeds", "DoS"),
    ("Marlow Centre", "Marlow Center"),
]
PLACES = [
    ("United States", "U.S."),
    ("US", "U.S."),
    ("United States", "America"),
    ("UK", "United Kingdom"),
    ("Kyiv", "Kiev"),
    ("Kharkiv", "Kharkov"),
    ("Odesa", "Odessa"),
    ("Myanmar", "Burma"),
    ("UAE", "United Arab Emirates"),
    ("Moscow", "MOSCOW"),
    ("The Hague", "Hague"),
]
DIFFERENT_PEOPLE = [
    ("Sergei Lavrov", "Sergei Shoigu"),
    ("George Bush", "Barbara Bush"),
    ("George W. Bush", "George H. W. Bush"),
    ("Bill Clinton", "Hillary Clinton"),
    ("Donald Trump", "Melania Trump"),
    ("Joe Biden", "Hunter Biden"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Harold Benton Jr.", "Harold Benton Sr."),
    ("Henry II", "Henry IV"),
    ("Raúl Castro", "Fidel Castro"),
    ("Vitali Klitschko", "Wladimir Klitschko"),
    ("Lech Kaczyński", "Jarosław Kaczyński"),
    ("Jean-Marie Le Pen", "Marine Le Pen"),
    ("Indira Gandhi", "Rahul Gandhi"),
    ("Boris Johnson", "Jo Johnson"),
    ("Ed Miliband", "David Miliband"),
    ("Serena Williams", "Venus Williams"),
    ("John Kerry", "John McCain"),
    ("Michael Flynn", "Michael Cohen"),
    ("Olaf Scholz", "Olaf Benton"),
    ("Andrei Petrov", "Alexei Petrov"),
    ("Anna Holt", "Adam Holt"),
    ("Maria Orlova", "Marina Orlova"),
    ("Karl Berg", "Kurt Berg"),
    ("Bashar al-Assad", "Hafez al-Assad"),
    ("Mohammed bin Salman", "Mohammed bin Zayed"),
    ("Robert Holt", "Roberta Holt"),
    ("Orlov", "Orlan"),
    ("Bush", "Busch-Meyer"),
    ("Harold Benton", "Benton Harold"),
    ("Ivan Petrov", "Ivan Pavlov"),
    ("J. Benton", "Harold Benton"),
]
DIFFERENT_THINGS = [
    ("Russian Foreign Ministry", "Ukrainian Foreign Ministry", "organisation"),
    ("Ministry of Defence", "Ministry of Justice", "organisation"),
    ("World Bank", "World Trade Organization", "organisation"),
    ("NATO", "NASA", "organisation"),
    ("CIA", "FBI", "organisation"),
    ("BBC", "NBC", "organisation"),
    ("University of Marlow", "University of Barlow", "organisation"),
    ("Republican Party", "Democratic Party", "organisation"),
    ("Bank of Oram", "Bank of Holt", "organisation"),
    ("First Tarn Bank", "Second Tarn Bank", "organisation"),
    ("House of Commons", "House of Lords", "organisation"),
    ("Marlow United", "Marlow City", "organisation"),
    ("European Union", "European Commission", "organisation"),
    ("Security Council", "Security Service", "organisation"),
    ("Oram Police", "Oram Council", "organisation"),
    ("North Korea", "South Korea", "place"),
    ("North Korea", "Korea", "place"),
    ("Iran", "Iraq", "place"),
    ("Austria", "Australia", "place"),
    ("Niger", "Nigeria", "place"),
    ("Mali", "Malawi", "place"),
    ("Slovenia", "Slovakia", "place"),
    ("Washington", "United States", "place"),
    ("Moscow", "Russia", "place"),
    ("East Oram", "West Oram", "place"),
    ("Zambia", "Gambia", "place"),
    ("Guinea", "Guyana", "place"),
    ("Budapest", "Bucharest", "place"),
    ("New York", "New Jersey", "place"),
]


def entity(name: str, kind: str = "person", aliases: tuple[str, ...] = ()) -> Entity:
    return Entity(name, kind, (Span(0, 1),), (), aliases)  # type: ignore[arg-type]


VARIANTS = (
    [(a, b, "person") for a, b in PEOPLE]
    + [(a, b, "organisation") for a, b in ORGANISATIONS]
    + [(a, b, "place") for a, b in PLACES]
)
LOOKALIKES = [(a, b, "person") for a, b in DIFFERENT_PEOPLE] + DIFFERENT_THINGS


def test_the_tables_are_large_enough_to_mean_something():
    assert len(VARIANTS) >= 60
    assert len(LOOKALIKES) >= 60


@pytest.mark.parametrize(("a", "b", "kind"), VARIANTS)
def test_variants_are_one(a, b, kind):
    assert same_name(entity(a, kind), entity(b, kind))
    assert same_name(entity(b, kind), entity(a, kind))


@pytest.mark.parametrize(("a", "b", "kind"), LOOKALIKES)
def test_lookalikes_are_two(a, b, kind):
    assert not same_name(entity(a, kind), entity(b, kind))
    assert not same_name(entity(b, kind), entity(a, kind))


def test_an_organisation_is_never_a_place_of_the_same_name():
    assert not same_name(entity("Marlow", "organisation"), entity("Marlow", "place"))


def test_an_alias_is_as_good_as_the_name():
    assert same_name(entity("World Seed Organization", "organisation", ("WSO",)), entity("WSO", "organisation"))


def test_merge_groups_an_events_entities_over_its_articles():
    first = [entity("Sergei Lavrov"), entity("Sergei Shoigu"), entity("United States", "place")]
    second = [entity("Lavrov"), entity("Sergey Lavrov"), entity("U.S.", "place")]
    groups = merge([first, second])
    assert groups == (((0, 0), (1, 0), (1, 1)), ((0, 1),), ((0, 2), (1, 2)))


def test_merge_leaves_a_surname_that_two_people_bear_by_itself():
    groups = merge([[entity("Harold Benton"), entity("Clara Benton")], [entity("Benton")]])
    assert groups == (((0, 0),), ((0, 1),), ((1, 0),))


def test_every_entity_is_in_exactly_one_group():
    articles = [[entity(a, k), entity(b, k)] for a, b, k in VARIANTS]
    places = sorted(place for group in merge(articles) for place in group)
    assert places == [(i, j) for i in range(len(articles)) for j in range(2)]
    assert merge([]) == ()
