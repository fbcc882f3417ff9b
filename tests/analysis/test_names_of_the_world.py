"""Invented and rare names are typed by what stands around them, in reports from everywhere."""

import pytest

from reader.analysis.names import find_entities
from reader.analysis.sentences import split
from reader.model import Article, Entity, Span


def entities(text: str, place: str | None = None) -> tuple[Entity, ...]:
    article = Article("a", "a.txt", text, (Span(0, len(text)),), place=place)
    return find_entities(article, split(text, article.paragraphs))


def named(text: str, place: str | None = None) -> dict[str, str]:
    return {entity.name: entity.type for entity in entities(text, place)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Floods have cut off Zorvenn, a town of 6,000 on the lake.", "Zorvenn", "place"),
        ("The mayor of Quellik wept when the count was read.", "Quellik", "place"),
        ("Residents of Dambrowik must leave their homes.", "Dambrowik", "place"),
        ("She was born in the village of Ustramow.", "Ustramow", "place"),
        ("Ash fell on Gunung Selaran for a week.", "Gunung Selaran", "place"),
        ("They swam in Lake Veriden at noon.", "Lake Veriden", "place"),
        ("A shop on Chestnut Street burned.", "Chestnut Street", "place"),
        ("The fisherman Ewurasi Amponsem said he saw it.", "Ewurasi Amponsem", "person"),
        ("It was denied by the party's secretary, Fusenu Alhasan, on Monday.", "Fusenu Alhasan", "person"),
        ("Bodwil Kragg, 54, a welder, joined the march.", "Bodwil Kragg", "person"),
        ("Wanjeku Mbotha, who runs the clinic, was tired.", "Wanjeku Mbotha", "person"),
        ("Mr Danzo told the court that he was ill.", "Danzo", "person"),
        ("Librarian Jo Ellen Fitch wept.", "Jo Ellen Fitch", "person"),
        ("The court heard Anjali Rao KC for an hour.", "Anjali Rao", "person"),
        ("The mining company Ferrobrask said it would appeal.", "Ferrobrask", "organisation"),
        ("He flew with the airline Zefira to the coast.", "Zefira", "organisation"),
        (
            "It was set up by the Centre for Volcanology and Hazard Research.",
            "Centre for Volcanology and Hazard Research",
            "organisation",
        ),
        ("He served in the 5th Artillery Regiment for years.", "5th Artillery Regiment", "organisation"),
    ],
)
def test_what_stands_around_a_name_says_what_it_is(text, name, kind):
    assert named(text).get(name) == kind, named(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Mend the pipes and you do not need the dam.", "Mend"),
        ("Thirty-one houses will drown.", "Thirty-one"),
        ("Outside, police led two men away.", "Outside"),
        ("Near Zorvenn the road was closed.", "Near Zorvenn"),
    ],
)
def test_a_capital_at_the_start_makes_no_name(text, absent):
    assert absent not in named(text)


def test_the_place_that_a_report_is_dated_from_is_a_place():
    assert named("Zarrow voted for the dam. Zarrow needs water.", place="Zarrow") == {"Zarrow": "place"}


def test_the_short_form_of_a_company_is_the_company():
    text = "Corvane Metals has shut its mine. Corvane said nothing more, and shares in Corvane fell."
    (found,) = entities(text)
    assert (found.name, found.type, found.aliases, len(found.mentions)) == (
        "Corvane Metals",
        "organisation",
        ("Corvane",),
        3,
    )


def test_a_person_whose_surname_a_company_bears_stays_a_person():
    text = "Ada Lowell founded Lowell Metals. Lowell is 61."
    assert named(text) == {"Ada Lowell": "person", "Lowell Metals": "organisation"}


def test_an_acronym_in_brackets_need_not_have_every_initial():
    text = "The National Disaster Management Organisation (NADMO) sent tents. NADMO said so."
    (found,) = entities(text)
    assert found.aliases == ("NADMO",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The German government refused.", "German government"),
        ("A spokesman for the Russian defence ministry denied it.", "Russian defence ministry"),
        ("It was said by the US military on Monday.", "US military"),
        ("Troops of the Nigerian army went in.", "Nigerian army"),
        ("He fought the Assad regime for years.", "Assad regime"),
        ("It was hit by the US-led coalition on Monday.", "US-led coalition"),
    ],
)
def test_a_body_of_a_state_is_an_organisation_of_its_own(text, name):
    found = named(text)
    assert found == {name: "organisation"}


def test_a_ministry_with_and_without_capitals_is_one():
    text = "The Russian Foreign Ministry denied it. Later the Russian foreign ministry spoke again. Russia waited."
    assert [len(entity.mentions) for entity in entities(text)] == [2, 1]
