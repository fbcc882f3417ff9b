"""A hyphen that only breaks a line goes, one that belongs to the word stays."""

import pytest

from reader.text.hyphens import Lexicon, lexicon_of, seam


def joined(before: str, after: str, known: Lexicon | None = None) -> str:
    piece, between = seam(before, after, known or lexicon_of([before, after]))
    return f"{piece}{between}{after}"


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("in the gal-", "lery", "gallery"),
        ("an examin-", "ation", "examination"),
        ("the govern-", "ment", "government"),
        ("on Wednes-", "day morning", "Wednesday"),
        ("has con-", "sulted them", "consulted"),
        ("fog is war-", "ning enough", "warning"),
        ("he said him-", "self", "himself"),
        ("a self-", "governing port", "self-governing"),
        ("a three-", "day talk", "three-day"),
        ("a closed-", "door talk", "closed-door"),
        ("a face-to-", "face talk", "face-to-face"),
        ("the Belmont-", "Harrow line", "Belmont-Harrow"),
        ("since 2019-", "and", "2019- and"),
        ("the end—", "he said", "end—he"),
    ],
)
def test_by_the_pieces(before: str, after: str, word: str) -> None:
    known = lexicon_of(["the govern-", "ment of Wednesday spoke"]) if word == "Wednesday" else None
    assert word in joined(before, after, known)


def test_a_word_that_stands_elsewhere_decides() -> None:
    lines = ["the sea-", "side and the sea-side road", "the har-", "bour is a harbour"]
    known = lexicon_of(lines)
    assert joined("the sea-", "side", known) == "the sea-side"
    assert joined("the har-", "bour", known) == "the harbour"


def test_the_habit_of_the_text_decides_what_the_pieces_leave_open() -> None:
    assert joined("the pilo-", "thouse") == "the pilo-thouse"
    assert joined("the pilo-", "thouse", lexicon_of(["an examin-", "ation"])) == "the pilothouse"
