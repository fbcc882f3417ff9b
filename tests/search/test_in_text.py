"""Find in the article: places are exact, whatever the text is written with."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import is_within

from reader.search import find_in_text
from reader.search.folding import fold


def found(text: str, needle: str) -> list[str]:
    return [span.of(text) for span in find_in_text(text, needle)]


@pytest.mark.parametrize(
    ("text", "needle", "expected"),
    [
        ("The Mayor met the mayor.", "mayor", ["Mayor", "mayor"]),
        ("cafés, CAFE\u0301S and cafes", "cafes", ["cafés", "CAFE\u0301S", "cafes"]),
        ("cafés and cafes", "CAFÉ", ["café", "cafe"]),
        ("He said “we don’t know”.", "\"we don't", ["“we don’t"]),
        ('He said "we don\'t know".', "“we don’t", ["\"we don't"]),
        ("a report — late – not well-known", "- late - not well‑", ["— late – not well-"]),
        ("end of one.\n\nNext begins", "one. next", ["one.\n\nNext"]),
        ("160\u00a0000 men", "160 000", ["160\u00a0000"]),
        ("two  spaces", "two spaces", ["two  spaces"]),
        ("Die Straße, die STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Die Straße", "ß", ["ß"]),
        ("Straße", "as", ["aß"]),
        ("wait… what", "wait...", ["wait…"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("ﬁne print", "fine", ["ﬁne"]),
        ("한국 신문", "국 신", ["국 신"]),
        ("нашёл ёлку", "елку", ["ёлку"]),
        ("no", "   ", []),
        ("no", "", []),
        ("", "no", []),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("[b] (a) .*", ".*", [".*"]),
        ("[b] (a) .*", "[B]", ["[b]"]),
    ],
)
def test_as_it_is_read(text, needle, expected):
    assert found(text, needle) == expected


PIECES = st.sampled_from(
    [
        "a",
        "É",
        "e\u0301",
        "ß",
        "…",
        "“",
        "'",
        " ",
        "\n\n",
        "\u00a0",
        "—",
        "b",
        "İ",
        "ﬁ",
        "日",
        "🙂",
        "\u0301",
        ".",
        "한",
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS, TEXTS)
def test_every_place_reads_like_the_needle_and_none_is_missed(text, needle):
    wanted = fold(needle).text.strip()
    spans = find_in_text(text, needle)
    ends = [0]
    for span in spans:
        assert ends[-1] <= span.end <= len(text)
        assert span.start < span.end
        assert wanted in fold(span.of(text)).text
        ends.append(span.end)
    if wanted:
        assert len(spans) == fold(text).text.count(wanted)


@given(st.text(max_size=60), st.data())
def test_any_stretch_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    needle = text[start:end]
    if fold(needle).text.strip() and not unicodedata.combining(needle[0]):
        assert find_in_text(text, needle)


@given(st.text())
def test_the_way_back_from_a_folded_text(text):
    folded = fold(text)
    for at in range(len(folded.text)):
        span = folded.span(at, at + 1)
        assert 0 <= span.start < span.end <= len(text)


def test_a_long_text_takes_time_in_proportion():
    text = ("Ä word “here” and…  there. " * 40_000)[:1_000_000]
    assert is_within(5, lambda: find_in_text(text, "zz"))
    assert find_in_text(text, "zz") == ()
    assert is_within(5, lambda: find_in_text("a" * 200_000, "a" * 1000 + "b"))
    assert len(find_in_text(text, "word")) > 30_000


def test_places_are_known_one_by_one_and_as_a_stretch() -> None:
    text = "straße, STRASSE and strasse"
    found = find_in_text(text, "strasse")
    assert [found[0].of(text), found[-1].of(text)] == ["straße", "strasse"]
    assert [span.of(text) for span in found[1:]] == ["STRASSE", "strasse"]


def test_a_letter_in_a_book_takes_no_longer_than_a_key_may() -> None:
    text = "a word and another " * 200_000
    find_in_text(text, "zz")  # the text is folded once, when it is first asked
    assert is_within(1.0, lambda: find_in_text(text, "a"))
    assert len(find_in_text(text, "a")) > 400_000
