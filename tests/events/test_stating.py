"""What a fact is about, and who is said to have stated it: in the article's words, and only where it says so."""

import pytest
from tellings import article, at

from reader.events.attribution import stated_by
from reader.events.subjects import around, clearest, counted
from reader.model import Figure, Quote, Span, Speaker

COUNTED = [
    ("About 2,300 workers had joined the strike by noon.", "2,300", "workers", "workers had joined the strike"),
    ("The blast at the mill killed at least 14 people on Monday.", "14", "people", "blast at the mill killed … people"),
    ("Some 40 people were injured in the crush.", "40", "people", "people were injured in the crush"),
    ("The dam will take 31 houses.", "31", "houses", "dam will take … houses"),
    ("Four hundred houses in the valley burned, police said.", "Four hundred", "houses", "houses in the valley burned"),
    ("Prices rose 3 percent in March.", "3 percent", None, "Prices rose … % in March"),
    ("They spoke of the 41-year-old Greta Solheim of Tarn.", "41-year", None, "Greta Solheim, aged …"),
    ("Greta Solheim, 41, keeps the inn.", "41", None, "Greta Solheim, aged …"),
]


@pytest.mark.parametrize(("text", "words", "of", "subject"), COUNTED)
def test_a_figure_is_named_by_what_it_counts(text: str, words: str, of: str | None, subject: str) -> None:
    made = article(text)
    unit = "%" if "percent" in words else "years" if words.startswith("41") else None
    found = Figure(at(made.text, words), 1.0, unit, of)
    assert counted(made.text, Span(0, len(made.text)), found) == subject


DAYS = [
    (
        "Dockers in Velmora walked out on Monday after the talks.",
        "Monday",
        "Dockers in Velmora walked out … after the talks",
    ),
    ("Mayor Anselm Corvi said on Monday that he would not come.", "Monday", "Mayor Anselm Corvi said …"),
    ("On Monday, dockers walked out.", "Monday", "… dockers walked out"),
    (
        "The 9 May fire made a far greater part of the old town uninhabitable.",
        "9 May",
        "… fire made a far greater part",
    ),
    (
        "The ban was lifted on Friday by order of the new Harbour Master.",
        "Friday",
        "ban was lifted … by order of the new Harbour Master",
    ),
    ("The council adjourned until Tuesday at 3 p.m.", "Tuesday", "council adjourned …"),
    ("Corvi had spoken to the board early on, and as recently as Monday.", "Monday", "Corvi had spoken …"),
]


@pytest.mark.parametrize(("text", "words", "subject"), DAYS)
def test_a_day_is_named_by_what_happened_on_it(text: str, words: str, subject: str) -> None:
    assert around(text, Span(0, len(text)), at(text, words), day=True) == subject


def test_of_two_articles_words_those_are_taken_that_say_enough() -> None:
    assert clearest("early hours …", "broke into the depot in the early hours …").startswith("broke")
    assert clearest("workers had joined", "workers who mend the nets had joined") == "workers had joined"


SAID = [
    ("The police said 40 people had died.", "said", "40 people had died", "40", "The police"),
    (
        "The police said that at least 40 people had died.",
        "said",
        "that at least 40 people had died",
        "40",
        "The police",
    ),
    ("The firm announced it would move 40 of its ships.", "announced", "it would move 40 of its ships", "40", None),
    ("The firm said it would move some of its 40 ships.", "said", "it would move some of its 40 ships", "40", None),
    ("The firm said a crew which had saved 40 left.", "said", "a crew which had saved 40 left", "40", None),
    ("The firm said the crew, having saved 40, left.", "said", "the crew, having saved 40, left", "40", None),
]


@pytest.mark.parametrize(("text", "cue", "said", "words", "speaker"), SAID)
def test_only_what_was_stated_is_attributed(text: str, cue: str, said: str, words: str, speaker: str | None) -> None:
    mention = Span(0, text.index(cue) - 1)
    quote = Quote(
        "q1", "indirect", (at(text, said),), at(text, cue), Speaker(None, "group", mention, "title"), confidence=0.9
    )
    assert stated_by(text, (quote,), at(text, words)) == speaker


def test_a_speakers_own_words_are_attributed_whatever_the_verb() -> None:
    text = "“We saved 40 of our 90 ships,” vowed the owner."
    quote = Quote(
        "q1", "direct", (Span(0, text.index("”") + 1),), at(text, "vowed"), Speaker("Ilka Rand"), confidence=0.9
    )
    assert stated_by(text, (quote,), at(text, "90")) == "Ilka Rand"


def test_nobody_is_named_where_the_speaker_is_unsure_or_called_after_somebody_else() -> None:
    text = "His lawyer said he had repaid 40 crowns."
    quote = Quote(
        *("q1", "indirect", (at(text, "he had repaid 40 crowns"),), at(text, "said")),
        speaker=Speaker("Odile Fenwick", "person", at(text, "His lawyer"), "title"),
        confidence=0.9,
    )
    assert stated_by(text, (quote,), at(text, "40")) == "His lawyer"
