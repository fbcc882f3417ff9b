"""What a reader would miss comes first; what belongs to the page is not listed; links are called what they are."""

import pytest
from tellings import article, plain

from reader.events import compare
from reader.events.landing import grade
from reader.model import Passage, Span

SHARED = "The council of Marrick voted on Monday to close the swimming bath beside the old harbour wall next spring."
NEW = "Engineer Casper Lund warned that the roof beams were eaten by salt and might collapse within eighteen months."
RETOLD = "The swimming bath is beside the harbour wall, and the council wants it closed."


def test_what_the_other_has_nowhere_comes_before_what_it_tells_in_other_words() -> None:
    a = article(
        "\n".join((SHARED, RETOLD, NEW, "Pia Rand is a reporter for the Marrick Gazette.", "View all posts")), "a"
    )
    b = article(SHARED + "\nBathers had asked for a vote in public.", "b")
    found = [only.spans[0].of(a.text) for only in compare(a, plain(a), b, plain(b)).only_a]
    assert found[0] == NEW
    assert not any("reporter" in words or "posts" in words for words in found)


@pytest.mark.parametrize(
    ("relation", "score", "sure", "label"),
    [
        ("same", 0.4, True, "same words"),
        ("similar", 0.9, True, "same passage"),
        ("similar", 0.5, True, "similar"),
        ("differs", 0.5, True, "differs"),
        ("similar", 0.4, False, "related"),
        ("similar", 0.18, False, "weakly related"),
    ],
)
def test_a_link_is_called_what_its_likeness_holds(relation: str, score: float, sure: bool, label: str) -> None:
    passage = Passage((Span(0, 1),), (Span(0, 1),), relation, score, sure)  # type: ignore[arg-type]
    assert grade(passage) == label
