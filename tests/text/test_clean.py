"""What comes from outside is shown, never obeyed; and ordinary text is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.clean import clean, printable, reveal

FORBIDDEN = (
    set(range(0x20)) - {0x0A}
    | set(range(0x7F, 0xA0))
    | {0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF}
    | set(range(0x202A, 0x202F))
    | set(range(0x2060, 0x2070))
    | set(range(0xD800, 0xE000))
    | set(range(0xE0000, 0xE1000))
)
NASTY = st.text(
    st.sampled_from(
        "\x1b[]0;m\x07\x9b\x9d\x90\\\r\n\t\v\x85\u2028\xa0\xad\u200b\u200c\u200d\u202e\u0301\ufe0f\U000e0041aé😀ی"
    )
)
ANY = st.one_of(st.text(st.characters(exclude_categories=())), NASTY)


@given(ANY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY)
def test_nothing_forbidden_is_left(text: str) -> None:
    for result in (clean(text), printable(text), reveal(text)):
        assert not FORBIDDEN & set(map(ord, result))
    assert "\n" not in printable(text)


@given(st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd", "Po", "Pi", "Pf", "Sc"), max_codepoint=0x2FFF)))
def test_letters_digits_and_punctuation_stay(text: str) -> None:
    kept = "".join(character for character in text if unicodedata.category(character)[0] in "LNPS")
    assert all(character in clean(text) for character in kept if character not in "\u17b4\u17b5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\rthree\x0bfour\x0cfive\x85six\u2028seven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"),
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x1b]52;c;aGVsbG8=\x07b", "ab"),
        ("a\x1b]0;title\x1b\\b", "ab"),
        ("a\x1bP1$r0m\x1b\\b", "ab"),
        ("a\x9b31mb", "ab"),
        ("a\x1bcb\x1b(0", "ab"),
        ("unfinished \x1b]52;c;text", "unfinished ]52;c;text"),
        ("abc\u202etxt.exe\u202c", "abctxt.exe"),
        ("inter\u00adnational zero\u200bwidth \ufeffmark", "international zerowidth mark"),
        ("10\u202f000\xa0km\u3000x", "10 000 km x"),
        ("tab\tstop", "tab    stop"),
        ("\x93quoted\x94 \x96 it\x92s", "“quoted” – it’s"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("a" + "\u0301" * 50, "a" + "\u0301" * 8),
    ],
)
def test_replacements(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Plain “quotes”, dashes – and — ellipsis… and naïve café [sic] [b] [/]",
        "👩\u200d👩\u200d👧 and 🏳\ufe0f\u200d🌈",
        "می\u200cخواهم و نمی\u200cدانم",
        "क्\u200dष",
        "שלום עולם, مرحبا بالعالم",
        "漢字かな한국어",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert clean(text) == text


def test_joiners_between_latin_letters_go() -> None:
    assert clean("pass\u200dword pass\u200cword") == "password password"


def test_revealing_names_what_cleaning_takes_out() -> None:
    assert reveal("a\x1b[1m\u202eb\r\nc") == "a␛[1m<U+202E>b\nc"
