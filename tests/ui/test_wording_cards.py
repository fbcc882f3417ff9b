"""The page of one quotation's versions: the words as they stand, those of one side marked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Quote, Span, Speaker
from reader.session.comparing.model import Version, Versions
from reader.ui.present import marked
from reader.ui.present.wordings import WordingCards, differing

HERE = "“We shall keep the harbour open until the last boat is in,” Lind said."
THERE = "Lind said they would “keep the harbour open until the last boat is home”."
TEXT = st.lists(st.sampled_from(["the", "boat,", "“kept", "harbour”", "open.", "U.S.", "it’s", "1,200"]), max_size=12)


def version(place: int, text: str, said: str, **how: object) -> Version:
    """A version of the quotation that is these words of a text."""
    start = text.index(said)
    quote = Quote(f"q{place}", "direct", (Span(start, start + len(said)),), speaker=Speaker("Lind"))
    return Version(place, f"Paper {place + 1}", place, (quote,), text, 1, **how)


def drawn(cards: WordingCards, width: int) -> list[str]:
    """Every row of every card."""
    return [
        "".join(text for text, _ in cards.draw_row(index, row, width)).rstrip()
        for index in range(len(cards))
        for row in range(cards.height(index, width))
    ]


def page(brackets: bool) -> WordingCards:
    """Two versions, and a source that does not quote it."""
    here = version(0, HERE, HERE[: HERE.index(" Lind")], kind="identical", kept=11, words=11, length=11)
    said = "“keep the harbour open until the last boat is home”"
    there = version(1, THERE, said, kind="reworded", kept=9, words=11, length=10, speaker="same speaker")
    nowhere = Version(2, "Paper 3", 2, text="The harbour was open.", paragraph=1, told=Span(0, 21))
    return WordingCards(Versions("q0", 0, 1, (here, there, nowhere)), brackets=brackets)


def test_each_version_says_how_it_differs_and_who_speaks() -> None:
    lines = drawn(page(False), 100)
    assert " 1 Paper 1  on the screen · 11 words · ¶1" in lines
    assert " 2 Paper 2  wording differs · 9 of 11 words kept · 1 more · same speaker · ¶1 ↔ ¶1" in lines
    assert any("not quoted in Paper 3’s report · the passage is told in ¶1" in line for line in lines)
    assert "   The harbour was open." in lines
    assert lines.count("   Lind") == 2


def test_what_only_one_has_is_woven_in_and_in_brackets_without_colour() -> None:
    text = " ".join(line.strip() for line in drawn(page(True), 100))
    assert "[-We shall-]" in text
    assert "[-in,-] {+home”+}" in text
    assert "keep the harbour open until the last boat is" in text


@settings(deadline=None)
@given(TEXT, TEXT)
def test_the_second_text_is_given_as_it_stands(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    text, inks = differing(a, [Span(0, len(a))], b, [Span(0, len(b))])
    assert text == b.rstrip()
    assert all(role == marked.COME and text[start:end].strip() for start, end, role in inks)
    same, none = differing(b, [Span(0, len(b))], b, [Span(0, len(b))])
    assert (same, none) == (b.rstrip(), [])


@settings(deadline=None)
@given(TEXT, TEXT)
def test_woven_together_no_word_of_either_is_lost(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    text, inks = differing(a, [Span(0, len(a))], b, [Span(0, len(b))], woven=True)
    gone = [(start, end) for start, end, role in inks if role.startswith(marked.GONE)]
    left_over = list(text)
    for start, end in gone:
        left_over[start:end] = " " * (end - start)
    assert "".join(left_over).split() == b.split() or not right
