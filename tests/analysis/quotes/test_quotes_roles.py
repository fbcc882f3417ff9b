"""A reader wants the name of who spoke, also where the reporter wrote only the office."""

import re

import pytest

from reader.analysis.quotes import find_quotes
from reader.analysis.sentences import split
from reader.model import Article, Entity, Quote, Span
from reader.model.analysis import EntityType


def quotes(text: str, **names: EntityType) -> tuple[Quote, ...]:
    """The quotes of a text; `names` with "_" for a space."""
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    article = Article("a", "a.txt", text, paragraphs)
    entities = []
    for key, kind in names.items():
        name = key.replace("_", " ")
        forms = (name, name.split()[-1]) if kind == "person" else (name,)
        found = re.finditer("|".join(map(re.escape, forms)), text)
        entities.append(Entity(name, kind, tuple(Span(*match.span()) for match in found)))
    return find_quotes(article, split(text, paragraphs), entities)


def speakers(text: str, **names: EntityType) -> list[str | None]:
    """Speakers of the direct quotes."""
    return [quote.speaker.name for quote in quotes(text, **names) if quote.kind == "direct"]


@pytest.mark.parametrize(
    "text",
    [
        '"We are short of pumps," said its director, Asta Rehn.',
        '"We are short of pumps," the harbour master, Asta Rehn, wrote on Monday.',
        '"We are short of pumps," the union\'s leader, Asta Rehn, told a meeting at the gate.',
        '"We are short of pumps," said the chief of the fire brigade, Asta Rehn, whose people had worked all night.',
        '"We are short of pumps," said its speaker on transport, Asta Rehn. "And of hoses."',
        'Mr Holt\'s aide, Asta Rehn, would not be drawn but said: "We are short of pumps."',
        'Called in by the mayor, the brigade\'s chief, Asta Rehn, said: "We are short of pumps."',
        'Her husband, the novelist Asta Rehn, said: "We are short of pumps."',
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


def test_role_of_two_named_together_shows_both_and_is_not_likely() -> None:
    text = 'The president, Ivar Holt, met the president, Asta Rehn. "There is a table," the president said.'
    (quote,) = quotes(text, Ivar_Holt="person", Asta_Rehn="person")
    assert (quote.speaker.name, quote.speaker.rival) == ("Asta Rehn", "Ivar Holt")
    assert quote.confidence < 0.6
    assert "“the president”: Asta Rehn, or Ivar Holt" in quote.reasons


def test_newcomer_with_a_role_is_not_the_one_spoken_of() -> None:
    text = 'Ivar Holt was taken to hospital. "He will walk again," the doctor said.'
    assert speakers(text, Ivar_Holt="person") == [None]


def test_pronoun_that_fits_two_shows_the_other_and_is_not_likely() -> None:
    text = 'Ivar Holt had met Oskar Brun at the pier. He said, "There is a table."'
    (quote,) = quotes(text, Ivar_Holt="person", Oskar_Brun="person")
    assert (quote.speaker.name, quote.speaker.rival) == ("Ivar Holt", "Oskar Brun")
    assert quote.confidence < 0.6


def test_pronoun_of_who_spoke_before_has_no_rival() -> None:
    text = '"There is a table," Ivar Holt said of Oskar Brun. "We shall sit at it," he said.'
    found = [quote for quote in quotes(text, Ivar_Holt="person", Oskar_Brun="person") if quote.kind == "direct"]
    assert [(quote.speaker.name, quote.speaker.rival) for quote in found] == [("Ivar Holt", None)] * len(found)


def test_pronoun_prefers_who_is_known_to_be_a_man_in_its_own_sentence() -> None:
    text = 'At the grave of Rehn\'s husband, Peter Moe, she met Tom Brun, and after the rites "it was over," he said.'
    (quote,) = quotes(text, Rehn="person", Peter_Moe="person", Tom_Brun="person")
    assert quote.speaker.name != "Rehn"


def test_who_acts_in_the_sentence_before_speaks_and_not_who_spoke_a_paragraph_ago() -> None:
    text = '"There is a table," Asta Rehn said.\nAsked about chairs, Ivar Holt laughed. "What for?"'
    assert speakers(text, Ivar_Holt="person", Asta_Rehn="person") == ["Asta Rehn", "Ivar Holt"]


def test_an_aside_that_leads_to_a_colon_keeps_the_speaker() -> None:
    text = '"There is a table," Asta Rehn said. Then, after a while: "And it is set for two."'
    assert speakers(text, Asta_Rehn="person") == ["Asta Rehn", "Asta Rehn"]


@pytest.mark.parametrize("said", ['" she twinkled. "Sit down."', '" twinkled Asta Rehn.', '" Rehn twinkles.'])
def test_a_comma_inside_the_marks_makes_any_verb_one_of_speech(said: str) -> None:
    text = f'Asta Rehn was glad. "There is a table,{said}'
    (quote,) = (quote for quote in quotes(text, Asta_Rehn="person") if quote.kind == "direct")
    assert quote.speaker.name == "Asta Rehn"
    assert quote.cue is not None
    assert quote.confidence > 0.85


def test_mother_of_two_is_who_the_paragraph_before_is_about() -> None:
    text = 'Asta Rehn, 41, heard a noise.\n"I took the lamp," the mother-of-two told us.'
    assert speakers(text, Asta_Rehn="person") == ["Asta Rehn"]


def test_who_is_spoken_of_is_not_who_speaks() -> None:
    text = 'At dusk Asta Rehn said of Ivar Holt: "There is a table."'
    assert speakers(text, Ivar_Holt="person", Asta_Rehn="person") == ["Asta Rehn"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A report written in 2019 had called for new piles.", "A report written in 2019", None),
        (
            "A study published in March by the college said the pier was old.",
            "A study published in March by the college",
            None,
        ),
        ("Last month officials said the pier would open.", "officials", None),
        ("The MP said he would resign.", "The MP", None),
        (
            "According to the Office of the Registrar of Orvik, the pier was built in 1931.",
            "the Office of the Registrar of Orvik",
            "Office of the Registrar of Orvik",
        ),
    ],
)
def test_whose_words_they_are_is_said_whole_and_no_name_is_made_up(text: str, words: str, name: str | None) -> None:
    (quote,) = quotes(text, Orvik="place")
    assert quote.speaker.mention is not None
    assert quote.speaker.mention.of(text) == words
    assert quote.speaker.name in (name, f"the {name}")
