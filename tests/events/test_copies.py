"""Articles that carry one text are known as copies, however their outlets have dressed it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tellings import FLOOD_A, FLOOD_B, HARBOUR_A, HARBOUR_B, article

from reader.events import group, lead
from reader.events.copies import find_copies
from reader.events.fingerprint import fingerprint
from reader.model import Copies

AGENCY = replace(article(HARBOUR_A, "a1", title="Dockers walk out", source="Coast Mail"), agency="NPA")
OTHER = article(HARBOUR_B, "b1", title="Port stands still", source="Inland Post")


def sentences(text: str) -> list[str]:
    return text.replace("\n\n", " ").split(". ")


def test_a_copy_with_another_first_paragraph_is_a_copy() -> None:
    edited = article(f"Our port is silent this morning, and nobody knows for how long.\n\n{HARBOUR_A}", "a2")
    (copies,) = find_copies(map(lead, (AGENCY, OTHER, edited)))
    assert copies == Copies(("a1", "a2"), 1.0, "NPA")


def test_a_copy_cut_short_is_a_copy() -> None:
    short = article(". ".join(sentences(HARBOUR_A)[:4]) + ".", "a2")
    assert [copies.articles for copies in find_copies(map(lead, (AGENCY, short)))] == [("a1", "a2")]


def test_marks_and_capitals_make_no_difference() -> None:
    assert fingerprint("“The port is shut,” said Ilka Brandvold of the union.") == fingerprint(
        '"THE PORT IS SHUT", said Ilka Brandvold of the union.'
    )


def test_two_tellings_are_two_texts() -> None:
    assert find_copies(map(lead, (AGENCY, OTHER))) == ()
    assert find_copies(map(lead, (article(FLOOD_A, "f1"), article(FLOOD_B, "f2")))) == ()


def test_a_formula_in_every_report_makes_no_copies() -> None:
    formula = "This newspaper is printed on paper made from the straw of our own fields."
    reports = [
        article("\n\n".join((f"Report {n} begins with words {n} that no other of the reports has.",
                             f"It goes on with number {n} and other words {n} of its own.",
                             f"It ends after {n} times as many words {n} as it began with.", formula)), f"r{n}")
        for n in range(30)
    ]  # fmt: skip
    assert find_copies(map(lead, reports)) == ()


def test_an_event_counts_its_texts() -> None:
    copy = replace(AGENCY, id="a2", source="Evening Bell", title="Strike shuts port")
    (event,) = group(map(lead, (AGENCY, copy, OTHER)))
    assert event.texts == 2
    assert [set(copies.articles) for copies in event.copies] == [{"a1", "a2"}]
    assert "3 articles, 2 texts (NPA)" in event.why


@pytest.mark.parametrize("text", ["", "Too short.", "\n\n\n", "…"])
def test_texts_without_sentences_are_nobodys_copy(text: str) -> None:
    assert find_copies([lead(article(text, name)) for name in "abc"]) == ()


@given(st.lists(st.text(max_size=200), max_size=6))
def test_each_article_is_in_one_set_of_copies_at_most(texts: list[str]) -> None:
    found = find_copies([lead(article(text, str(n))) for n, text in enumerate(texts)])
    ids = [name for copies in found for name in copies.articles]
    assert len(ids) == len(set(ids))
    assert all(0 < copies.share <= 1 and len(copies.articles) > 1 for copies in found)
