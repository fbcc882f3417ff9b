"""Speech without quotation marks: where it ends, and what only looks like it."""

import re

import pytest

from reader.analysis.quotes import find_quotes
from reader.analysis.sentences import split
from reader.model import Article, Span


def indirect(text: str) -> list[str]:
    """What is said without marks, each with its parts joined by bars."""
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    article = Article("a", "a.txt", text, paragraphs)
    quotes = find_quotes(article, split(text, paragraphs), ())
    return ["|".join(span.of(text) for span in quote.spans) for quote in quotes if quote.kind == "indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "Jo Field did not say that the pier was safe.",
        "The council has never claimed the pier was safe.",
        "The pier failed the test it promised to pass.",
        "The share of islanders saying that the pier is safe has grown.",
        "Jo Field was confronted with sharp remarks he had made about the pier.",
        "It is fair to say that the pier is old.",
        "The clerk had altered notes about the pier.",
    ],
)
def test_what_nobody_has_said_is_no_quote(text: str) -> None:
    assert indirect(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Jo Field accused the council of weakening the pier by overloading it.",
            "the council of weakening the pier by overloading it",
        ),
        ("Jo Field criticised the council by calling its plan a joke.", "the council"),
        (
            "Jo Field stressed the need, as agreed in May, to close the pier.",
            "the need, as agreed in May, to close the pier",
        ),
        ("Jo Field promised to close the pier in a heated interview on Monday.", "to close the pier"),
        (
            "Jo Field said the old pier and its proposed demands on the budget had to wait.",
            "the old pier and its proposed demands on the budget had to wait",
        ),
        (
            "Jo Field added that if the pier, which is old, fell down, the whole harbour would close.",
            "if the pier, which is old, fell down, the whole harbour would close",
        ),
        (
            "Jo Field said that during the visit this week, the envoys had seen the pier.",
            "during the visit this week, the envoys had seen the pier",
        ),
        ("A few weeks after Jo Field said that the pier was safe, a storm took it.", "the pier was safe"),
        ("The clerk found a letter saying the pier was safe.", "the pier was safe"),
        ("Jo Field did not say when the pier would open.", "when the pier would open"),
        ("Jo Field has long argued that the pier is too short.", "the pier is too short"),
        ("Jo Field pointed out that the pier was closed.", "the pier was closed"),
        ("Her critics — there are many — say that the pier is too short.", "the pier is too short"),
        (
            "One angler said in a letter read to the meeting that the pier was unsafe.",
            "the pier was unsafe",
        ),
    ],
)
def test_indirect_speech_ends_where_the_speaker_ends(text: str, said: str) -> None:
    assert indirect(text) == [said]


def test_a_source_named_first_reports_what_somebody_said() -> None:
    text = "According to a note from the ministry, Jo Field underlined the need for calm."
    assert indirect(text) == ["Jo Field underlined the need for calm", "the need for calm"]
