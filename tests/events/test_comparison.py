"""What comparing two reports shows, on invented events."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import FLOOD_A, FLOOD_B, HARBOUR_A, HARBOUR_B, TRIAL, article, figure, person, plain, quote

from reader.events import compare, land, mirror, reported_by
from reader.model import Analysis, Article, Comparison

A = article(HARBOUR_A, "a", published="2031-05-12")
B = article(HARBOUR_B, "b", published="2031-05-13")
SLAP = '"a slap in the face of every customer we have"'
FOUND_A = plain(
    A,
    entities=(person(A, "Teodor Vasko"), person(A, "Ilka Brandvold")),
    figures=(
        figure(A, "2,300", 2300, "workers", "about"),
        figure(A, "14", 14, "ships"),
        figure(A, "600", 600, "tonnes"),
    ),
    quotes=(
        quote(A, SLAP, "Ilka Brandvold"),
        quote(A, '"We will not go back until the night shifts are paid as night shifts,"', "Teodor Vasko", "q2"),
    ),
)
FOUND_B = plain(
    B,
    entities=(person(B, "Teodor Vasko"), person(B, "Anselm Corvi"), person(B, "Ilka Brandvold")),
    figures=(figure(B, "3,200", 3200, "workers", "about"), figure(B, "Fourteen", 14, "ships")),
    quotes=(
        quote(B, '"until the night shifts are paid as night shifts"', "Teodor Vasko"),
        quote(B, SLAP, "Ilka Brandvold", "q2"),
    ),
)


@pytest.fixture(scope="module")
def harbour() -> Comparison:
    return compare(A, FOUND_A, B, FOUND_B)


def linked(comparison: Comparison, a: str, b: str) -> bool:
    return any(
        a in " ".join(span.of(A.text) for span in p.a) and b in " ".join(span.of(B.text) for span in p.b)
        for p in comparison.passages
        if p.sure
    )


def test_passages_are_found_in_whatever_order(harbour: Comparison) -> None:
    assert linked(harbour, "14 container ships", "Fourteen container ships")
    assert linked(harbour, "2,300 workers", "3,200 workers")
    assert linked(harbour, "slap in the face", "slap in the face")
    assert linked(harbour, "We will not go back", "stay out")
    assert any(passage.moved for passage in harbour.passages)


def test_what_one_side_tells_is_listed_with_reasons(harbour: Comparison) -> None:
    only_a = [" ".join(span.of(A.text) for span in only.spans) for only in harbour.only_a]
    only_b = [" ".join(span.of(B.text) for span in only.spans) for only in harbour.only_b]
    assert {text.split()[0] for text in only_a} == {"The", "Fruit"}
    assert [text.split()[1] for text in only_b] == ["mayor"]
    assert "Anselm Corvi" in harbour.only_b[0].why


def test_the_figure_that_differs_is_the_only_conflict(harbour: Comparison) -> None:
    (fact,) = [fact for fact in harbour.facts if fact.verdict == "differs"]
    assert (fact.kind, fact.a.value, fact.b.value) == ("number", 2300, 3200)
    assert fact.subject == "workers had joined the strike"
    passage = next(
        p for p in harbour.passages if p.relation == "differs" and fact.a.span and p.a[0].covers(fact.a.span)
    )
    assert passage.sure


def test_days_of_publication_are_no_fact(harbour: Comparison) -> None:
    assert A.published != B.published
    assert not [fact for fact in harbour.facts if fact.kind == "date" or fact.a.span is None]


def test_the_same_quotations_are_found_and_told_apart(harbour: Comparison) -> None:
    pairs = {(pair.a, pair.b): pair.kind for pair in harbour.quotes}
    assert pairs == {("q1", "q2"): "identical", ("q2", "q1"): "trimmed"}


def test_landing_on_the_counterpart(harbour: Comparison) -> None:
    def go(words: str) -> tuple[str, str]:
        landing = land(harbour, A, FOUND_A, B, FOUND_B, A.text.index(words))
        return landing.label, landing.span.of(B.text)

    assert go("slap in the face")[0] == "same quote"
    assert "slap in the face" in go("Harbour master")[1]
    assert go("2,300")[0] == "differs"
    assert "3,200" in go("2,300")[1]
    assert go("14 container")[1].startswith("Fourteen")


def test_landing_beside_what_is_not_reported(harbour: Comparison) -> None:
    landing = land(harbour, A, FOUND_A, B, FOUND_B, A.text.index("Fruit importers"))
    assert (landing.found, landing.label, landing.score) == (False, "not reported", 0.0)
    assert landing.between is not None
    assert "Teodor Vasko" in landing.span.of(B.text)


def test_the_gutter_knows_which_paragraphs_are_told(harbour: Comparison) -> None:
    assert reported_by(harbour, A, "a") == (True, True, True, False, False)
    assert reported_by(harbour, B, "b") == (True, True, True, False, True)


def test_shared_copy_is_measured(harbour: Comparison) -> None:
    assert 0 < harbour.shared_copy.share_a < 0.5
    same = compare(A, FOUND_A, A, FOUND_A).shared_copy
    assert (same.share_a, same.share_b) == (1.0, 1.0)


@pytest.mark.parametrize("text", [HARBOUR_A, FLOOD_B, TRIAL, "One.", "Yes. No. Yes.", "* * *\n\nTwo.\n\nThree"])
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    one, other = article(text, "a"), article(text, "b")
    comparison = compare(one, plain(one), other, plain(other))
    assert {passage.relation for passage in comparison.passages} <= {"same"}
    assert not any(passage.moved for passage in comparison.passages)
    assert comparison.only_a == comparison.only_b == ()
    assert not [fact for fact in comparison.facts if fact.verdict != "same"]


def test_reports_on_different_events_have_nothing_sure_in_common() -> None:
    texts = [HARBOUR_A, FLOOD_A, TRIAL]
    for x in texts:
        for y in texts:
            if x != y:
                one, other = article(x), article(y, "b")
                assert not any(p.sure for p in compare(one, plain(one), other, plain(other)).passages)


def test_a_removed_paragraph_is_the_top_gap() -> None:
    lines = [line for line in HARBOUR_A.strip().split("\n") if line]
    for n, gone in enumerate(lines):
        shorter = article("\n".join(lines[:n] + lines[n + 1 :]), "b")
        comparison = compare(A, plain(A), shorter, plain(shorter))
        assert comparison.only_b == ()
        assert len(comparison.only_a) == 1
        assert comparison.only_a[0].spans[0].of(A.text) in gone


@pytest.mark.parametrize(("a", "b"), [("", HARBOUR_A), (HARBOUR_A, ""), ("", ""), ("!!!", "???")])
def test_empty_articles_are_no_error(a: str, b: str) -> None:
    one, other = article(a), article(b, "b")
    comparison = compare(one, plain(one), other, plain(other))
    assert not any(passage.sure for passage in comparison.passages)
    landing = land(comparison, one, plain(one), other, plain(other), 0)
    assert not landing.found
    assert reported_by(comparison, one, "a") == (False,) * len(one.paragraphs)


LINES = st.sampled_from(
    [line for text in (HARBOUR_A, HARBOUR_B, FLOOD_A, FLOOD_B, TRIAL) for line in text.split("\n") if line]
)
TEXTS = st.lists(LINES, max_size=7).map("\n".join)


def pair(a: str, b: str) -> tuple[Article, Analysis, Article, Analysis]:
    one, other = article(a), article(b, "b")
    return one, plain(one), other, plain(other)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_comparing_b_with_a_is_the_mirror(a: str, b: str) -> None:
    one, found, other, found_other = pair(a, b)
    comparison = compare(one, found, other, found_other)
    back = compare(other, found_other, one, found)
    assert back == mirror(comparison)
    assert mirror(back) == comparison


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_every_sentence_is_in_a_passage_or_told_on_one_side(a: str, b: str) -> None:
    one, found, other, found_other = pair(a, b)
    comparison = compare(one, found, other, found_other)
    for side, analysis, only in (("a", found, comparison.only_a), ("b", found_other, comparison.only_b)):
        told = [span for p in comparison.passages for span in getattr(p, side)]
        alone = [span for item in only for span in item.spans]
        assert set(told) | set(alone) == set(analysis.sentences)
        assert len(alone) == len(set(alone))
        sure = [span for p in comparison.passages if p.sure for span in getattr(p, side)]
        assert len(sure) == len(set(sure))
        assert not set(sure) & set(alone)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_every_sentence_lands_somewhere(a: str, b: str) -> None:
    one, found, other, found_other = pair(a, b)
    comparison = compare(one, found, other, found_other)
    for sentence in found.sentences:
        landing = land(comparison, one, found, other, found_other, sentence.start)
        assert landing.span in found_other.sentences or not found_other.sentences
        assert landing.found == (landing.label != "not reported")
