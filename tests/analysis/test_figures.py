"""Quantities: value, unit, what is counted, and how surely."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.figures import find_figures
from reader.analysis.sentences import split
from reader.model import Article, Span


def figures(text: str):
    article = Article("a", "a.txt", text, (Span(0, len(text)),))
    return find_figures(article, split(text, article.paragraphs))


@pytest.mark.parametrize(
    ("text", "value", "unit", "of", "hedge"),
    [
        ("They sent 100,000 troops to the border.", 100_000, None, "troops", None),
        ("Some 160,000 soldiers marched.", 160_000, None, "soldiers", "about"),
        ("About 40 Oramian soldiers marched.", 40, None, "soldiers", "about"),
        ("More than 300 people came.", 300, None, "people", "over"),
        ("No more than 300 people came.", 300, None, "people", "under"),
        ("At least two people died.", 2, None, "people", "over"),
        ("As many as 500 homes burned.", 500, None, "homes", "under"),
        ("Nearly 70 houses burned.", 70, None, "houses", "about"),
        ("It took slightly over three hours.", 3, "hours", None, "over"),
        ("It took two and a half hours.", 2.5, "hours", None, None),
        ("One hundred thousand people came.", 100_000, None, "people", None),
        ("Twenty-five sailors drowned.", 25, None, "sailors", None),
        ("Half a million people fled.", 500_000, None, "people", None),
        ("It cost 1.5 million euros.", 1_500_000, "€", None, None),
        ("It cost $3.2bn in all.", 3.2e9, "US$", None, None),
        ("It cost £40m.", 40e6, "£", None, None),
        ("It cost US$5 billion.", 5e9, "US$", None, None),
        ("It won 12 per cent of voters.", 12, "%", "voters", None),
        ("It won 12.5% of the vote.", 12.5, "%", None, None),
        ("Two-thirds of the seats were empty.", 0.6667, None, "seats", None),
        ("Half of the houses burned.", 0.5, None, "houses", None),
        ("It lies 20 km from here.", 20, "km", None, None),
        ("It lies 12 miles from here.", 12, "miles", None, None),
        ("It holds 3 tonnes of grain.", 3, "tonnes", None, None),
        ("A 45-year-old man was hurt.", 45, "years", None, None),
        ("Ada Holt, 45, was hurt.", 45, "years", None, None),
        ("The suspect, aged 30, fled.", 30, "years", None, None),
        ("They have a five-year plan.", 5, "years", None, None),
        ("More than two dozen countries signed.", 24, None, "countries", "over"),
        ("The two leaders met.", 2, None, "leaders", None),
        ("It drew 300 or more people.", 300, None, None, "over"),
        ("There were 2,014 people.", 2014, None, "people", None),
        ("The bank cut rates by 25 basis points.", 25, "basis points", None, None),
        ("Only one person survived.", 1, None, "person", None),
        ("Speeds reached 200 km/h.", 200, "km/h", None, None),
        ("Fewer than 40 houses stand.", 40, None, "houses", "under"),
        ("Almost 3,000 farmers marched.", 3000, None, "farmers", "about"),
        ("Around a dozen boats sank.", 12, None, "boats", "about"),
        ("Up to 90 nurses were hired.", 90, None, "nurses", "under"),
        ("It cost nearly 240,000 dollars.", 240_000, "US$", None, "about"),
        ("Three hundred and twelve passengers waited.", 312, None, "passengers", None),
        ("It burned 4,000 hectares of forest.", 4000, "hectares", None, None),
        ("Over 2.5 million voters stayed away.", 2_500_000, None, "voters", "over"),
    ],
)
def test_one_figure(text, value, unit, of, hedge):
    found = [(f.value, f.unit, f.of, f.hedge) for f in figures(text)]
    assert found == [(value, unit, of, hedge)]


@pytest.mark.parametrize(
    "text",
    [
        "The Oram II accord held.",
        "He was the first of his name.",
        "It opened in 2014.",
        "It opened on 3 March 2019.",
        "It opened on March 3, 2019.",
        "They met at 5 p.m. and at 17:30.",
        "They won 3-2.",
        "Article 5 applies.",
        "He flew on Flight 370 with COVID-19.",
        "See https://example.org/2019/a-76396 for more.",
        "It was no one's fault; one of them knew.",
        "He died three years ago.",
        "In the 1990s it rained.",
        "He ran the 9/11 inquiry.",
        "Call 0201234567.",
    ],
)
def test_what_is_no_quantity(text):
    assert figures(text) == ()


def test_a_range_is_two_figures_of_one_kind():
    low, high = figures("Between 10 and 15 people came.")
    assert (low.value, high.value, low.of, high.of) == (10, 15, "people", "people")
    low, high = figures("Prices rose 10-15 percent.")
    assert (low.value, low.unit, high.value, high.unit) == (10, "%", 15, "%")


def test_the_span_holds_number_sign_and_unit():
    text = "Over three hours and $3.2bn later, 12 per cent remained."
    assert [f.span.of(text) for f in figures(text)] == ["three hours", "$3.2bn", "12 per cent"]


@given(st.integers(min_value=2, max_value=999_999))
def test_digits_with_and_without_commas_are_worth_the_same(number):
    if 1000 <= number < 2100:
        return  # without a comma it may be a year
    plain, grouped = figures(f"They counted {number} sheep."), figures(f"They counted {number:,} sheep.")
    assert [f.value for f in plain] == [f.value for f in grouped] == [number]


@given(st.text(alphabet="0123456789,. $%-–½ onetwhudrmilk()'\n", max_size=80))
def test_spans_lie_in_the_text_and_do_not_overlap(text):
    found = figures(text)
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in found)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
