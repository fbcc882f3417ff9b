"""Names written in several ways are merged across articles, and names that only look alike are not."""

import pytest

from reader.analysis.names import merge
from reader.model import Entity
from reader.model.analysis import EntityType

LIKE_ENOUGH, ALIKE_AT_MOST = 0.95, 0.02

P: EntityType = "person"
O: EntityType = "organisation"  # noqa: E741
L: EntityType = "place"

VARIANTS: list[tuple[EntityType, str, str]] = [
    (P, "Sergei Danilov", "Sergey Danilov"),
    (P, "Volodymyr Melnyk", "Vladimir Melnyk"),
    (P, "Oleksandr Hrytsenko", "Alexander Gritsenko"),
    (P, "Olena Vovchenko", "Elena Vovchenko"),
    (P, "Andriy Shevchuk", "Andrei Shevchuk"),
    (P, "Viktor Zelinskyy", "Viktor Zelinsky"),
    (P, "Dmytro Kovalskiy", "Dmitry Kovalsky"),
    (P, "Yevhen Horbulin", "Yevgeny Gorbulin"),
    (P, "Mikhail Chernykh", "Mihail Chernyh"),
    (P, "Alexei Yudin", "Aleksey Yudin"),
    (P, "Mohammed al-Rashid", "Muhammad al-Rashid"),
    (P, "Omar Hussein", "Umar Husain"),
    (P, "Yusuf Karam", "Youssef Karam"),
    (P, "Abdel Fattah Mansour", "Abdel-Fattah Mansour"),
    (P, "Khalid al-Hadi", "Khaled al-Hadi"),
    (P, "Walid al-Hadi", "Waleed Al Hadi"),
    (P, "José Aranda", "Jose Aranda"),
    (P, "Łukasz Wrona", "Lukasz Wrona"),
    (P, "Ayşe Demirel", "Ayse Demirel"),
    (P, "Søren Østergaard", "Soren Ostergaard"),
    (P, "Jürgen Köhler", "Jurgen Kohler"),
    (P, "William Harker", "Bill Harker"),
    (P, "Robert Fennimore", "Bob Fennimore"),
    (P, "James Tolland", "Jim Tolland"),
    (P, "Elizabeth Marrin", "Liz Marrin"),
    (P, "Katherine Dole", "Kate Dole"),
    (P, "J. R. Benton", "John Benton"),
    (P, "Harold Benton", "Harold J. Benton"),
    (P, "Harold Benton", "H. Benton"),
    (P, "Harold Benton", "Benton"),
    (P, "Maria van der Berg", "van der Berg"),
    (P, "Maria van der Berg", "Maria Van der Berg"),
    (P, "Martin Lowe Jr.", "Martin Lowe"),
    (P, "Xi Weiming", "Xi Wei-ming"),
    (P, "Park Sung-jin", "Park Sungjin"),
    (P, "Ólafur Grímsson", "Olafur Grimsson"),
    (L, "United States", "U.S."),
    (L, "United States", "US"),
    (L, "United States of America", "USA"),
    (L, "United Kingdom", "Britain"),
    (L, "United Kingdom", "UK"),
    (L, "Kyiv", "Kiev"),
    (L, "Odesa", "Odessa"),
    (L, "Turkey", "Türkiye"),
    (L, "Myanmar", "Burma"),
    (L, "São Paulo", "Sao Paulo"),
    (L, "Côte d'Ivoire", "Ivory Coast"),
    (L, "The Netherlands", "Netherlands"),
    (O, "United Nations", "U.N."),
    (O, "European Union", "EU"),
    (O, "World Health Organization", "World Health Organisation"),
    (O, "World Seed Organization", "WSO"),
    (O, "National Road Safety Board", "NRSB"),
    (O, "Department of Defense", "DoD"),
    (O, "Ministry of Defence", "Ministry of Defense"),
    (O, "Corvane Metals", "Corvane Metals Inc."),
    (O, "Corvane Metals Ltd", "Corvane Metals plc"),
    (O, "Fennick & Low", "Fennick and Low"),
    (O, "Hezbollah", "Hizbullah"),
    (O, "Al-Qaeda", "Al Qaida"),
    (O, "Defence Ministry", "Ministry of Defence"),
    (O, "The Northern Wire", "Northern Wire"),
]

LOOK_ALIKES: list[tuple[EntityType, str, str]] = [
    (P, "Sergei Danilov", "Sergei Orlov"),
    (P, "Sergei Danilov", "Svetlana Danilova"),
    (P, "Sergei Danilov", "Anton Danilov"),
    (P, "Robert Fenn", "Roberta Fenn"),
    (P, "Paul Marten", "Paula Marten"),
    (P, "Martin Lowe Jr.", "Martin Lowe Sr."),
    (P, "Henrik Dahl II", "Henrik Dahl III"),
    (P, "Harold Benton", "Clara Benton"),
    (P, "Harold J. Benton", "Harold K. Benton"),
    (P, "George Hale", "Georgia Hale"),
    (P, "John Harker", "Joan Harker"),
    (P, "Karl Stein", "Karla Stein"),
    (P, "Ivan Petrov", "Ivan Petrenko"),
    (P, "Ivan Petrov", "Ivan Pavlov"),
    (P, "Omar Hadid", "Omar Haddad"),
    (P, "Ali Hassan", "Ali Hussein"),
    (P, "Kim Sung-ho", "Kim Jung-ho"),
    (P, "Wang Wei", "Wang Hui"),
    (P, "Michael Brandt", "Michelle Brandt"),
    (P, "Daniel Moser", "Daniela Moser"),
    (P, "Erik Holm", "Erika Holm"),
    (P, "Tomas Reyer", "Tomas Meyer"),
    (P, "Anna Keller", "Anton Keller"),
    (P, "Jon Aasen", "Jan Aasen"),
    (P, "Lena Moser", "Lina Moser"),
    (P, "Peter Hansen", "Peter Hanssler"),
    (P, "Maria Lindholm", "Mario Lindholm"),
    (P, "Louis Ferrand", "Louise Ferrand"),
    (P, "Stephen Cole", "Stephanie Cole"),
    (P, "Ruth Calloway", "Ruth Galloway"),
    (L, "North Korea", "South Korea"),
    (L, "Sudan", "South Sudan"),
    (L, "Austria", "Australia"),
    (L, "Slovakia", "Slovenia"),
    (L, "Niger", "Nigeria"),
    (L, "Iran", "Iraq"),
    (L, "Mali", "Malawi"),
    (L, "Guinea", "Guinea-Bissau"),
    (L, "Guinea", "Papua New Guinea"),
    (L, "Congo", "Democratic Republic of the Congo"),
    (L, "Ireland", "Northern Ireland"),
    (L, "Washington", "Washington State"),
    (L, "Dominica", "Dominican Republic"),
    (L, "Georgia", "South Georgia"),
    (L, "Virginia", "West Virginia"),
    (L, "Obervenn", "Untervenn"),
    (L, "Port Ansel", "Port Hansel"),
    (L, "Gambia", "Zambia"),
    (O, "Russian Foreign Ministry", "Russian Defence Ministry"),
    (O, "Ministry of Health", "Ministry of Defence"),
    (O, "Bank of England", "Bank of Ireland"),
    (O, "Green Party of Norland", "Green Party of Ostland"),
    (O, "Corvane Metals", "Corvane Motors"),
    (O, "National Road Safety Board", "National Rail Safety Board"),
    (O, "World Seed Organization", "World Seafood Organization"),
    (O, "University of Harrow", "University of Marlow"),
    (O, "Supreme Court", "High Court"),
    (O, "Democratic Party", "Democratic Union"),
    (O, "Northern Wire", "Northern Fire"),
    (O, "Marlowe Rovers", "Marlowe United"),
    (O, "First Army", "Fifth Army"),
    (O, "Israeli army", "Iranian army"),
]


def merged(kind: EntityType, one: str, other: str) -> bool:
    return len(merge([[Entity(one, kind, ())], [Entity(other, kind, ())]])) == 1


def test_most_variants_of_a_name_are_merged():
    missed = [pair for pair in VARIANTS if not merged(*pair)]
    assert 1 - len(missed) / len(VARIANTS) >= LIKE_ENOUGH, missed


def test_names_that_look_alike_are_hardly_ever_merged():
    wrong = [pair for pair in LOOK_ALIKES if merged(*pair)]
    assert len(wrong) / len(LOOK_ALIKES) <= ALIKE_AT_MOST, wrong


@pytest.mark.parametrize(
    ("kind", "one", "other_kind", "other"),
    [
        ("place", "Russia", "organisation", "Russian Foreign Ministry"),
        ("place", "Norland", "organisation", "Bank of Norland"),
        ("place", "Washington", "person", "Harold Washington"),
        ("place", "Jordan", "person", "Michael Jordan"),
        ("organisation", "Benton Foundation", "person", "Harold Benton"),
    ],
)
def test_a_place_is_neither_its_ministry_nor_its_namesake(kind, one, other_kind, other):
    assert len(merge([[Entity(one, kind, ())], [Entity(other, other_kind, ())]])) == 2


def test_a_surname_of_two_people_joins_neither():
    people = [Entity("Harold Benton", "person", ()), Entity("Clara Benton", "person", ())]
    assert len(merge([people, [Entity("Benton", "person", ())]])) == 3


def test_father_and_son_stay_two_when_both_are_named_in_one_article():
    article = [Entity("Martin Lowe", "person", ()), Entity("Martin Lowe Jr.", "person", ())]
    assert len(merge([article, [Entity("Martin Lowe", "person", ())]])) == 2
