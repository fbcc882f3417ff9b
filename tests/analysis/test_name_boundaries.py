"""Where names begin and end: long bodies, elections, addresses, everyday words with a capital."""

import pytest

from reader.analysis import analyse
from reader.model import Article, Span


def names(text: str, kind: str | None = None) -> list[str]:
    entities = analyse(Article("a", "a.txt", text, (Span(0, len(text)),)), parts=()).entities
    return [mention.of(text) for entity in entities if kind in (None, entity.type) for mention in entity.mentions]


@pytest.mark.parametrize(
    "name",
    [
        "National Society for the Advancement of Deaf Children",
        "Norwood and South Western Railway",
        "Association of Mill Owners and Weavers",
        "St Brannoc's Hospital",
        "Corvane Systems, Inc.",
        "University of Santiago",
        "Bank for International Relief",
    ],
)
def test_a_long_name_is_one(name: str) -> None:
    assert name in names(f"A report by the {name} was read in May by the {name} again.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Voters chose Libertarian Scott Marlow in May.", "Scott Marlow"),
        ("The winner beat Incumbent Republican Peter Holm by a mile.", "Peter Holm"),
        ("A letter by Ann Carter & Tom Harris was read.", "Ann Carter"),
        ("The flat in London E17 was sold.", "London"),
        ("He once met bin Rashed in a tent.", "bin Rashed"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert name in names(text)


def test_an_election_names_no_place() -> None:
    text = "She lost the 2011 Norland general election and the 2014 United States Senate election in Montana."
    found = "2011 Norland general election", "2014 United States Senate election in Montana"
    assert sorted(names(text)) == sorted(found)
    assert names(text, "place") == []
    assert names("In Canada an election is held in May.", "place") == ["Canada"]


def test_a_city_and_its_state_are_two_places_but_for_the_capital() -> None:
    assert names("She lives in Marlow, Ohio, now.", "place") == ["Marlow", "Ohio"]
    assert "Washington, D.C." in names("She lives in Washington, D.C., and writes.", "place")


@pytest.mark.parametrize(
    "text",
    [
        "Fresh fish and friendly staff.",
        "I know what I want.",
        "AMAZING food, and it was CHEAP.",
        "Buyer beware of this.",
    ],
)
def test_everyday_words_with_a_capital_are_no_names(text: str) -> None:
    assert names(text) == []
