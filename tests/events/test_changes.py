"""One change in a copy of a report is found, and an unchanged copy has none: figures, dates, names, quotations."""

import pytest
from tellings import FLOOD_A, FLOOD_B, HARBOUR_A, HARBOUR_B, TRIAL, article

from reader.analysis import analyse
from reader.events import compare
from reader.model import Comparison

TEXTS = [HARBOUR_A, HARBOUR_B, FLOOD_A, FLOOD_B, TRIAL]
CHANGES = [
    (HARBOUR_A, "2,300 workers", "4,300 workers"),
    (HARBOUR_A, "14 container", "17 container"),
    (HARBOUR_A, "600 tonnes", "900 tonnes"),
    (HARBOUR_A, "on Monday", "on Friday"),
    (HARBOUR_B, "Anselm Corvi", "Bettina Morrow"),
    (FLOOD_A, "60 sheep", "80 sheep"),
    (FLOOD_A, "Greta Solheim", "Rosalind Achterberg"),
    (FLOOD_A, "Saturday", "Thursday"),
    (FLOOD_B, "5 million", "7 million"),
    (TRIAL, "Wednesday", "Tuesday"),
    (TRIAL, "four years", "six years"),
]


def beside(a: str, b: str) -> Comparison:
    one, other = article(a, "a", published="2031-05-12"), article(b, "b", published="2031-05-12")
    return compare(one, analyse(one), other, analyse(other))


@pytest.mark.parametrize(("text", "was", "now"), CHANGES)
def test_a_change_is_the_one_fact_that_differs(text: str, was: str, now: str) -> None:
    place = article(text).text.index(was)
    found = [fact for fact in beside(text, text.replace(was, now, 1)).facts if fact.verdict == "differs"]
    assert found
    assert all(fact.a.span and fact.a.span.start < place + len(was) and place < fact.a.span.end for fact in found)


@pytest.mark.parametrize("text", TEXTS)
def test_an_unchanged_copy_has_no_difference(text: str) -> None:
    comparison = beside(text, text)
    assert {fact.verdict for fact in comparison.facts} <= {"same"}
    assert {pair.kind for pair in comparison.quotes} <= {"identical"}
    assert {passage.relation for passage in comparison.passages} == {"same"}
    assert comparison.only_a == comparison.only_b == ()


def test_a_figure_keeps_who_stated_it() -> None:
    told = "{} said on Friday that about {} houses in the valley of Tarnfeld had been flooded by the Orlen."
    comparison = beside(told.format("Mayor Greta Solheim", "400"), told.format("Farmer Ove Lund", "700"))
    (fact,) = [fact for fact in comparison.facts if fact.kind == "number"]
    assert (fact.a.attributed, fact.b.attributed) == ("Greta Solheim", "Ove Lund")


SPELT = [
    ("in Hope, Arkansas", "in Hope, Ark.", "form"),
    ("in NorthCarolina", "in North Carolina", "spelling"),
]


@pytest.mark.parametrize(("was", "now", "verdict"), SPELT)
def test_another_way_of_writing_a_name_is_no_conflict(was: str, now: str, verdict: str) -> None:
    told = "The old candidate made the announcement before a large crowd {} on a warm evening in May."
    facts = [fact for fact in beside(told.format(was), told.format(now)).facts if fact.kind in ("name", "place")]
    assert {fact.verdict for fact in facts} <= {verdict}
