"""What an analysis becomes under the user's decisions."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.library.decisions import Decisions, Different, Renamed, Same, SpokenBy
from reader.library.decisions.apply import corrected
from reader.library.decisions.speakers import CORRECTED, SAME_MENTION, SAME_WORDS, spoken_by, words_of
from reader.model import Analysis, Article, Entity, Quote, Span, Speaker

TEXT = (
    'Orla Venn closed the bridge. "It will stay shut for as long as it takes," the minister said. '
    '"Not one day less," the minister said. He left. "No comment," he said. '
    'Dario Feld spoke too. "No comment," Feld said. Venn and O. Venn went home.'
)
WIRE = (
    'The minister was clear: "It will stay shut for as long as it takes, and no longer," said Bram Okker. '
    '"No comment," said Okker.'
)


def article(text: str = TEXT, id: str = "a1") -> Article:
    return Article(id, f"{id}.txt", text, (Span(0, len(text)),))


def span(text: str, words: str, nth: int = 0) -> Span:
    found = [match.start() for match in re.finditer(re.escape(words), text)][nth]
    return Span(found, found + len(words))


def said(
    id: str, text: str, words: str, mention: str, name: str | None, via: str, nth: tuple[int, int] = (0, 0)
) -> Quote:
    speaker = Speaker(name, "person", span(text, mention, nth[1]), via, "Dario Feld" if name == "Orla Venn" else None)
    return Quote(id, "direct", (span(text, words, nth[0]),), None, speaker, confidence=0.5, reasons=("by a rule",))


def named(text: str, name: str, *forms: str) -> Entity:
    places = sorted(span(text, form, n) for form in forms for n in range(text.count(form)))
    return Entity(name, "person", tuple(places), aliases=tuple(form for form in forms if form != name))


VENN = (span(TEXT, "Orla Venn"), span(TEXT, "Venn", 1), span(TEXT, "O. Venn"))
FOUND = Analysis(
    quotes=(
        said("q1", TEXT, '"It will stay shut for as long as it takes,"', "the minister", "Orla Venn", "title"),
        said("q2", TEXT, '"Not one day less,"', "the minister", "Orla Venn", "title", (0, 1)),
        said("q3", TEXT, '"No comment,"', "he said", "Orla Venn", "pronoun"),
        said("q4", TEXT, '"No comment,"', "Feld said", "Dario Feld", "name", (1, 0)),
    ),
    entities=(
        Entity(
            "Orla Venn",
            "person",
            VENN,
            aliases=("Venn", "O. Venn"),
        ),
        named(TEXT, "Dario Feld", "Dario Feld"),
    ),
)
LONGER = '"It will stay shut for as long as it takes, and no longer,"'
ELSEWHERE = Analysis(
    quotes=(
        said(
            "q1",
            WIRE,
            '"It will stay shut for as long as it takes, and no longer,"',
            "Bram Okker",
            "Bram Okker",
            "name",
        ),
        said("q2", WIRE, '"No comment,"', "Okker", "Bram Okker", "name", (0, 1)),
    ),
    entities=(named(WIRE, "Bram Okker", "Bram Okker"),),
)


def decide(*decisions: object, where: Article | None = None, found: Analysis = FOUND) -> Analysis:
    return corrected(
        where or article(),
        found,
        Decisions(
            tuple(one for one in decisions if isinstance(one, SpokenBy)),
            tuple(one for one in decisions if not isinstance(one, SpokenBy)),
        ),
    )


def speakers(found: Analysis) -> list[str | None]:
    return [quote.speaker.name for quote in found.quotes]


def correction(which: int, speaker: str | None) -> SpokenBy:
    return spoken_by(article(), FOUND.quotes[which], speaker, "person" if speaker else None, ["a1", "b2"])


def test_a_corrected_speaker_is_certain_and_says_why() -> None:
    quote = decide(correction(3, "Ilmar Joost")).quotes[3]
    assert quote.speaker == Speaker("Ilmar Joost", "person", FOUND.quotes[3].speaker.mention, "name", None)
    assert quote.confidence == 1.0
    assert quote.reasons == (CORRECTED, "by a rule")


def test_what_goes_by_the_same_description_goes_along() -> None:
    found = decide(correction(0, "Dario Feld"))
    assert speakers(found) == ["Dario Feld", "Dario Feld", "Orla Venn", "Dario Feld"]
    assert found.quotes[1].reasons[0] == SAME_MENTION


def test_a_pronoun_or_a_name_elsewhere_does_not_go_along() -> None:
    assert speakers(decide(correction(2, "Dario Feld"))) == ["Orla Venn", "Orla Venn", "Dario Feld", "Dario Feld"]


def test_what_is_decided_about_a_quote_goes_before_what_is_carried_over_to_it() -> None:
    one, other = correction(0, "Dario Feld"), correction(1, "Ilmar Joost")
    assert speakers(decide(one, other))[:2] == ["Dario Feld", "Ilmar Joost"]
    assert speakers(decide(other, one))[:2] == ["Dario Feld", "Ilmar Joost"]


def test_of_two_decisions_about_one_quote_the_later_wins() -> None:
    assert speakers(decide(correction(3, "Ilmar Joost"), correction(3, "Orla Venn")))[3] == "Orla Venn"


def test_nobody_is_a_decision_too() -> None:
    quote = decide(correction(3, None)).quotes[3]
    assert quote.speaker.name is None
    assert quote.speaker.via == "none"


def test_of_the_same_words_twice_the_one_in_its_context_is_meant() -> None:
    assert speakers(decide(correction(2, "Petra Halvorsen")))[2:] == ["Petra Halvorsen", "Dario Feld"]
    assert speakers(decide(correction(3, "Petra Halvorsen")))[2:] == ["Orla Venn", "Petra Halvorsen"]


def test_the_same_words_in_another_source_are_corrected_but_not_a_short_fragment() -> None:
    found = decide(
        correction(0, "Dario Feld"), correction(3, "Ilmar Joost"), where=article(WIRE, "b2"), found=ELSEWHERE
    )
    assert speakers(found) == ["Dario Feld", "Bram Okker"]
    assert found.quotes[0].reasons[0] == SAME_WORDS


def test_a_quote_is_found_again_in_an_edited_article() -> None:
    text = TEXT.replace("for as long as it takes", "for as long as this takes")
    first = replace(FOUND.quotes[0], spans=(span(text, '"It will stay shut for as long as this takes,"'),))
    found = replace(FOUND, quotes=(first,), entities=())
    assert speakers(decide(correction(0, "Dario Feld"), where=article(text), found=found)) == ["Dario Feld"]


def test_merged_names_are_one_with_all_their_mentions_and_quotes() -> None:
    found = decide(Same(("a1",), ("Orla Venn", "Dario Feld"), "Dario Feld"))
    [entity] = found.entities
    assert (entity.name, len(entity.mentions)) == ("Dario Feld", 4)
    assert set(entity.aliases) == {"Orla Venn", "Venn", "O. Venn"}
    assert set(speakers(found)) == {"Dario Feld"}
    assert all(quote.speaker.rival is None for quote in found.quotes)


def test_a_form_that_is_split_off_takes_its_mentions_along() -> None:
    found = decide(Different(("a1",), "Orla Venn", "O. Venn"))
    names = {entity.name: len(entity.mentions) for entity in found.entities}
    assert names == {"Orla Venn": 2, "Dario Feld": 1, "O. Venn": 1}
    assert speakers(found) == speakers(FOUND)
    [other] = [entity for entity in found.entities if entity.name == "O. Venn"]
    assert other.unlike == ("Orla Venn",)


def test_a_quote_goes_with_the_form_that_its_mention_names() -> None:
    venn = replace(FOUND.quotes[3], speaker=Speaker("Orla Venn", "person", span(TEXT, "O. Venn"), "name"))
    found = decide(Different(("a1",), "Orla Venn", "O. Venn"), found=replace(FOUND, quotes=(venn,)))
    assert speakers(found) == ["O. Venn"]


def test_names_that_were_split_can_be_merged_again_and_the_other_way_round() -> None:
    split, merge = Different(("a1",), "Orla Venn", "O. Venn"), Same(("a1",), ("Orla Venn", "O. Venn"), "Orla Venn")
    assert len(decide(split, merge).entities) == 2
    assert len(decide(merge, split).entities) == 3


def test_a_renamed_name_keeps_the_old_one_as_a_form() -> None:
    found = decide(Renamed(("a1",), "Orla Venn", "Orla Venn-Marrick"))
    assert found.entities[0].name == "Orla Venn-Marrick"
    assert "Orla Venn" in found.entities[0].aliases
    assert "Orla Venn-Marrick" in speakers(found)


def test_a_corrected_speaker_follows_the_names() -> None:
    found = decide(correction(3, "Orla Venn"), Renamed(("a1",), "Orla Venn", "the mayor"))
    assert speakers(found)[3] == "the mayor"


def test_decisions_hold_for_an_event_and_no_other() -> None:
    decisions = Decisions(names=(Renamed(("a1", "b2"), "Orla Venn", "Venn"),))
    assert len(decisions.within({"b2", "c3"})) == 1
    assert not decisions.within({"c3"})


def test_where_nothing_applies_the_analysis_is_the_very_same() -> None:
    assert decide(Renamed(("a1",), "Nobody Here", "X"), Same(("a1",), ("P", "Q"), "P")) is FOUND


NAMES = st.sampled_from(["Orla Venn", "Dario Feld", "Venn", "O. Venn", "Ilmar Joost"])
ANY = st.one_of(
    st.builds(lambda a, b: Same(("a1",), (a, b), b), NAMES, NAMES),
    st.builds(lambda a, b: Different(("a1",), a, b), NAMES, NAMES),
    st.builds(lambda a, b: Renamed(("a1",), a, b), NAMES, NAMES),
    st.builds(correction, st.integers(0, 3), NAMES | st.none()),
)


@given(st.lists(ANY, max_size=6))
def test_no_decision_loses_a_mention_or_a_quote(decisions: list) -> None:
    found = decide(*decisions)
    before = sorted(mention for entity in FOUND.entities for mention in entity.mentions)
    assert sorted(mention for entity in found.entities for mention in entity.mentions) == before
    assert len({entity.name for entity in found.entities}) == len(found.entities)
    assert [words_of(article(), quote) for quote in found.quotes] == [words_of(article(), q) for q in FOUND.quotes]
