"""A reader wants the name of who spoke, also where the reporter wrote only the office."""

import re

import pytest

from reader.analysis.quotes import find_quotes
from reader.analysis.sentences import split
from reader.model import Article, Entity, Span
from reader.model.analysis import EntityType


def speakers(text: str, **names: EntityType) -> list[str | None]:
    """Speakers of the direct quotes; `names` with "_" for a space."""
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    article = Article("a", "a.txt", text, paragraphs)
    entities = []
    for key, kind in names.items():
        name = key.replace("_", " ")
        forms = (name, name.split()[-1]) if kind == "person" else (name,)
        found = re.finditer("|".join(map(re.escape, forms)), text)
        entities.append(Entity(name, kind, tuple(Span(*match.span()) for match in found)))
    quotes = find_quotes(article, split(text, paragraphs), entities)
    return [quote.speaker.name for quote in quotes if quote.kind == "direct"]


@pytest.mark.parametrize(
    "text",
    [
        '"We are short of pumps," said its director, Asta Rehn.',
        '"We are short of pumps," the harbour master, Asta Rehn, wrote on Monday.',
        '"We are short of pumps," the union\'s leader, Asta Rehn, told a meeting at the gate.',
        '"We are short of pumps," said the chief of the fire brigade, Asta Rehn, whose people had worked all night.',
        '"We are short of pumps," said its speaker on transport, Asta Rehn. "And of hoses."',
    ],
)
def test_name_behind_a_role_is_the_speaker(text: str) -> None:
    assert speakers(text, Asta_Rehn="person") == ["Asta Rehn"]


def test_name_in_what_was_said_is_no_apposition() -> None:
    text = 'According to the ministry, Asta Rehn, 45, was "not on the list of guests".'
    assert speakers(text, Asta_Rehn="person") != ["Asta Rehn"]


def test_role_beside_a_name_tells_a_person() -> None:
    text = 'The mayor of Orvik, Ylva Strand, thanked the islanders. "Every boat was out there," she said.'
    assert speakers(text, Ylva_Strand="organisation", Orvik="place") == ["Ylva Strand"]


@pytest.mark.parametrize(
    ("introduced", "named_again"),
    [
        ("The minister of labour, Ivar Holt, offered to mediate.", "the minister"),
        ("Prime Minister Ivar Holt flew home.", "the head of government"),
        ("The dairy farmer Ivar Holt lost his barn.", "the farmer"),
        ("Ivar Holt, the former judge, was there.", "the judge"),
    ],
)
def test_role_leads_to_who_was_introduced_with_it(introduced: str, named_again: str) -> None:
    text = f'{introduced} "There is a table," {named_again} said.'
    assert speakers(text, Ivar_Holt="person") == ["Ivar Holt"]


def test_deputy_is_not_the_office() -> None:
    text = 'Vice President Ivar Holt flew home. "There is a table," the president said.'
    assert speakers(text, Ivar_Holt="person") == [None]


def test_role_of_two_goes_to_the_one_named_last() -> None:
    text = (
        "The president, Ivar Holt, opened the fair. It rained.\n"
        'A guest was the president of Norland, Asta Rehn. "There is a table," the president said.'
    )
    assert speakers(text, Ivar_Holt="person", Asta_Rehn="person") == ["Asta Rehn"]


def test_role_of_two_named_together_is_left_open() -> None:
    text = 'The president, Ivar Holt, met the president, Asta Rehn. "There is a table," the president said.'
    assert speakers(text, Ivar_Holt="person", Asta_Rehn="person") == [None]


def test_newcomer_with_a_role_is_not_the_one_spoken_of() -> None:
    text = 'Ivar Holt was taken to hospital. "He will walk again," the doctor said.'
    assert speakers(text, Ivar_Holt="person") == [None]
