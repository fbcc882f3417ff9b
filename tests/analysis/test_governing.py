"""Which mentions of a place stand for its government."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.names import find_entities
from reader.analysis.sentences import split
from reader.model import Article, Span


def governing(text: str) -> list[str]:
    article = Article("a", "a.txt", text, (Span(0, len(text)),))
    places = find_entities(article, split(text, article.paragraphs))
    assert all(place.type == "place" for place in places if place.governing)
    found = sorted(span for place in places for span in place.governing)
    assert all(span in place.mentions for place in places for span in place.governing)
    return [span.of(text) for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow denied it.", ["Moscow"]),
        ("Russia has never recognised the border.", ["Russia"]),
        ("Kenya is considering a ban.", ["Kenya"]),
        ("Japan later said that it would pay.", ["Japan"]),
        ("Talks between Ankara and Berlin went on.", ["Ankara", "Berlin"]),
        ("Relations between the United States and China soured.", ["United States", "China"]),
        ("Ties with Norway are bad.", ["Norway"]),
        ("France and Germany agreed to wait.", ["France", "Germany"]),
        ("He urged Poland to leave.", ["Poland"]),
        ("Sanctions on Iran were lifted.", ["Iran"]),
        ("Brazil's ambassador left at once.", ["Brazil"]),
        ("They had assurances from Egypt.", ["Egypt"]),
    ],
)
def test_who_acts_is_a_government(text, expected):
    assert governing(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was raining in Moscow.",
        "Officials in Kyiv said nothing.",
        "People in Paris and Berlin said no.",
        "Brazil's rivers are long.",
        "He left Egypt for good.",
        "They drove from Poland to France.",
        "The road to Tehran asked much of them.",
        "The Kremlin denied it.",
    ],
)
def test_where_something_happens_is_none(text):
    assert governing(text) == []


@given(st.text(alphabet="Moscw Russia andsid,. '’sbetwn", max_size=120))
def test_any_text_is_borne(text):
    governing(text)
