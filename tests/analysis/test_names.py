"""People, organisations and places of an article: boundaries, kinds, titles, and one record for each."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.names import find_entities
from reader.analysis.sentences import split
from reader.model import Article, Entity, Span


def entities(text: str) -> tuple[Entity, ...]:
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Span(start, start + len(part)))
        start += len(part) + 2
    return find_entities(Article("a", "a.txt", text, tuple(paragraphs)), split(text, paragraphs))


def named(text: str) -> dict[str, str]:
    return {entity.name: entity.type for entity in entities(text)}


def one(text: str, name: str) -> Entity:
    (found,) = [entity for entity in entities(text) if entity.name == name]
    return found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The envoy met Harold Benton in the capital.", "Harold Benton", "person"),
        ("The prize went to J. R. Benton of the club.", "J. R. Benton", "person"),
        ("He was followed by Maria van der Berg, a nurse.", "Maria van der Berg", "person"),
        ("Relatives of Omar bin Rashid wept.", "Omar bin Rashid", "person"),
        ("Relatives of Walid al-Hadi wept.", "Walid al-Hadi", "person"),
        ("Nobody saw Sean O'Malley leave.", "Sean O'Malley", "person"),
        ("It was signed by Anna-Lena Mark-Holt.", "Anna-Lena Mark-Holt", "person"),
        ("The train left for France on time.", "France", "place"),
        ("It rained in New York for days.", "New York", "place"),
        ("Fighting went on in the Republic of the Congo.", "Republic of the Congo", "place"),
        ("The flood reached Marlow County at night.", "Marlow County", "place"),
        ("The case went to the Ministry of Health and Welfare.", "Ministry of Health and Welfare", "organisation"),
        ("She teaches at the University of Marlow.", "University of Marlow", "organisation"),
        ("He worked for the Bank of England.", "Bank of England", "organisation"),
        ("The Food and Drug Administration agreed.", "Food and Drug Administration", "organisation"),
        ("It was bought by Benton & Sons.", "Benton & Sons", "organisation"),
        ("It is owned by the Kurdistan Workers' Party.", "Kurdistan Workers' Party", "organisation"),
        ("A statement by NATO said so.", "NATO", "organisation"),
        ("He joined the Democratic Party in May.", "Democratic Party", "organisation"),
    ],
)
def test_a_name_is_found_whole_and_of_its_kind(text, name, kind):
    assert named(text).get(name) == kind, named(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("He met the Secretary of State there.", "State"),
        ("Protesters marched. Officials said nothing.", "Protesters"),
        ("However, nobody came.", "However"),
        ("The vote is on Tuesday in March.", "Tuesday"),
        ("The pro-Russian crowd cheered.", "Russian"),
        ("German and French officials met.", "German"),
        ("I think that we lost.", "I"),
        ("See https://www.Example.com/Paris/London for more.", "Paris"),
        ("Recognizing the risk, he left.", "Recognizing"),
        ("President Benton spoke.", "President"),
    ],
)
def test_what_is_no_name(text, absent):
    mentions = [m.of(text) for entity in entities(text) for m in entity.mentions]
    assert absent not in mentions


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Moscow greeted German Chancellor Olaf Benton.", "Olaf Benton", "German Chancellor"),
        ("It was said by Foreign Minister Ivan Petrov.", "Ivan Petrov", "Foreign Minister"),
        ("Aides to US Secretary of State Harold Benton left.", "Harold Benton", "US Secretary of State"),
        ("A call from Lt. Gen. Harold Benton came.", "Harold Benton", "Lt. Gen."),
        ("In it, spokesman Harold Benton denied this.", "Harold Benton", "spokesman"),
        (
            "So said Harold Benton, the company's chief executive, on Monday.",
            "Harold Benton",
            "company's chief executive",
        ),
        ("NATO Secretary-General Jens Berg spoke.", "Jens Berg", "Secretary-General"),
        ("The ruling of Mr Justice Holt stood.", "Holt", "Mr Justice"),
    ],
)
def test_titles_are_kept_apart_from_the_name(text, name, title):
    assert title in one(text, name).titles


def test_the_place_before_a_title_is_an_entity_of_its_own():
    text = "It was Germany's Chancellor Olaf Benton who left."
    assert named(text) == {"Germany": "place", "Olaf Benton": "person"}


def test_a_surname_after_the_full_name_is_the_same_person():
    found = one("The mayor, Harold Benton, spoke. Benton then left. Nobody followed Benton.", "Harold Benton")
    assert len(found.mentions) == 3
    assert found.aliases == ("Benton",)


def test_two_people_of_one_surname_stay_two_and_the_bare_surname_is_the_one_the_article_is_about():
    text = "Harold Benton met his sister Clara Benton. Benton then left. Harold Benton stayed."
    assert len(one(text, "Harold Benton").mentions) == 3
    assert len(one(text, "Clara Benton").mentions) == 1


def test_between_two_equals_the_bare_surname_is_the_one_last_named_in_full():
    text = "Harold Benton met his sister Clara Benton. Benton then left, and Benton wept."
    assert len(one(text, "Clara Benton").mentions) == 3


def test_a_hyphen_between_two_countries_joins_no_name():
    assert named("The India-Russia talks went on.") == {"India": "place", "Russia": "place"}


def test_a_title_that_is_past_is_a_title():
    assert named("It was then-Secretary of State Harold Benton who left.") == {"Harold Benton": "person"}


def test_an_acronym_joins_its_long_form_without_a_bracket():
    found = one("The World Seed Organization met. Later the WSO voted.", "World Seed Organization")
    assert (found.type, found.aliases) == ("organisation", ("WSO",))


def test_the_usual_forms_of_a_country_are_one():
    found = one("The United States agreed. The U.S. then paid, and the US left.", "United States")
    assert set(found.aliases) == {"U.S.", "US"}


def test_two_spellings_of_one_person_are_one():
    text = "First Sergei Danilov spoke. Then Sergey Danilov wept. Sergei Orlov did not."
    assert len(one(text, "Sergei Danilov").mentions) == 2
    assert len(one(text, "Sergei Orlov").mentions) == 1


def test_a_ministry_is_not_its_country():
    text = "Russia denied it. The Russian Foreign Ministry said nothing."
    assert named(text) == {"Russia": "place", "Russian Foreign Ministry": "organisation"}


def test_possessives_are_left_out_of_the_mention():
    text = "They read Harold Benton’s letter and Russia's reply."
    assert {m.of(text) for entity in entities(text) for m in entity.mentions} == {"Harold Benton", "Russia"}


def test_a_headline_in_title_case_names_only_what_is_known():
    text = "Mayor Benton Quits Over Missing Bridge Money In Paris\n\nThe mayor, Harold Benton, quit on Monday."
    assert named(text) == {"Harold Benton": "person", "Paris": "place"}
    assert len(one(text, "Harold Benton").mentions) == 2


def test_a_capital_at_the_start_of_a_sentence_is_trusted_where_the_text_confirms_it():
    text = "Stabrow was late. Nobody saw why Jan Stabrow was late."
    assert [m.of(text) for m in one(text, "Jan Stabrow").mentions] == ["Stabrow", "Jan Stabrow"]


def test_nothing_gives_nothing():
    assert entities("") == ()
    assert entities("no names at all in here.") == ()


def test_the_same_article_gives_the_same_entities():
    text = "Harold Benton of NATO met Clara Holt in Paris. Benton and Holt left for the U.S. in May."
    assert entities(text) == entities(text)


@given(
    st.lists(
        st.sampled_from(["Benton", "the", "U.S.", "Gen.", "of", "NATO", "’s", "said", ",", ".", "Paris", "A-", "al-B"])
    )
)
def test_mentions_lie_in_the_text_and_do_not_overlap(words):
    text = " ".join(words)
    mentions = sorted(m for entity in entities(text) for m in entity.mentions)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))
