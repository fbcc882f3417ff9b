"""Rows of a paragraph: every visible character once, in order, none wider than the screen says."""

import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import Span
from reader.text.cells import clusters, is_plain
from reader.text.wrap import cell_width, cut, fit, offset_at, wrap

ODDITIES = [
    "漢",
    "字",
    "。",
    "「",
    "」",
    "한",
    "é",
    "e\u0301",
    "👍🏽",
    "👨‍👩‍👧",
    "🇩🇪",
    "❤️",
    "1️⃣",
    "שָׁ",
    "क्षि",
    "\u3000",
    "ﷺ",
    "🙂",
]
text_of_all_kinds = st.lists(
    st.one_of(st.text("abc -–—“”’é", max_size=12), st.sampled_from(ODDITIES), st.sampled_from([" ", "  ", "\n", "\t"])),
    max_size=40,
).map("".join)


def rows_of(text: str, width: int) -> list[str]:
    return [row.of(text) for row in wrap(text, Span(0, len(text)), width)]


def test_breaks_at_spaces_and_keeps_words_whole() -> None:
    assert rows_of("The ferry ran aground off Sele on Monday", 12) == [
        "The ferry",
        "ran aground",
        "off Sele on",
        "Monday",
    ]


def test_a_word_that_ends_with_the_row_stays_on_it() -> None:
    assert rows_of("ferry boat", 5) == ["ferry", "boat"]


def test_breaks_a_word_longer_than_the_row() -> None:
    assert rows_of("a Donaudampfschiff b", 6) == ["a", "Donaud", "ampfsc", "hiff b"]


def test_wide_characters_break_anywhere_but_before_closing_punctuation() -> None:
    assert rows_of("議会は可決した。", 8) == ["議会は可", "決した。"]
    assert rows_of("議会は可決。した", 10) == ["議会は可", "決。した"]


def test_a_wide_character_never_hangs_over_the_edge() -> None:
    assert rows_of("漢字漢字", 5) == ["漢字", "漢字"]


def test_joined_emoji_and_marks_stay_with_their_character() -> None:
    assert rows_of("👨‍👩‍👧👨‍👩‍👧👍🏽", 4) == ["👨‍👩‍👧👨‍👩‍👧", "👍🏽"]
    assert rows_of("e\u0301" * 5, 2) == ["e\u0301" * 2, "e\u0301" * 2, "e\u0301"]


def test_an_emptiness_is_one_empty_row() -> None:
    assert wrap("", Span(0, 0), 10) == [Span(0, 0)]
    assert wrap("ab   cd", Span(2, 5), 10) == [Span(2, 2)]


def test_a_line_feed_ends_a_row_and_indentation_is_kept() -> None:
    assert rows_of("one\n  two three\n\nfour", 9) == ["one", "  two", "three", "", "four"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "first\n\nsecond paragraph"
    assert [row.of(text) for row in wrap(text, Span(7, len(text)), 8)] == ["second", "paragrap", "h"]


@given(text_of_all_kinds, st.integers(2, 30))
def test_rows_show_every_visible_character_once_and_fit(text: str, width: int) -> None:
    rows = wrap(text, Span(0, len(text)), width)
    shown = "".join(row.of(text) for row in rows)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(earlier.end <= later.start for earlier, later in pairwise(rows))
    assert all(cell_width(row.of(text)) <= width for row in rows)
    assert all(not row.of(text).endswith((" ", "\t", "\u3000")) for row in rows)


@given(text_of_all_kinds, st.integers(1, 30))
def test_no_row_could_take_the_next_word(text: str, width: int) -> None:
    line = " ".join(text.split())
    rows = wrap(line, Span(0, len(line)), width)
    for row, following in pairwise(rows):
        word = following.of(line).split(" ")[0]
        first = next((cut_ for cut_ in range(1, len(word) + 1) if cell_width(word[:cut_])), len(word))
        if all(is_plain(piece) for piece in (row.of(line), word)) and line[row.end] == " " and len(word) <= width:
            assert cell_width(row.of(line)) + 1 + cell_width(word) > width, (row.of(line), word, first)


@given(st.text(max_size=30) | text_of_all_kinds)
def test_widths_agree_with_what_the_screen_draws(text: str) -> None:
    drawn = "".join(character for character in text if unicodedata.category(character) not in ("Cn", "Cs", "Cc"))
    drawn = drawn.replace("🇩🇪", "")
    assert cell_width(drawn) == cell_len(drawn)


def test_every_known_character_is_as_wide_as_the_screen_draws_it() -> None:
    tags, rest = range(0xE0000, 0xE0200), range(0x32400, sys.maxunicode + 1, 97)  # hardly anything is assigned there
    differing = [
        f"U+{point:04X}"
        for point in (*range(0x32400), *tags, *rest)
        if unicodedata.category(chr(point)) not in ("Cn", "Cs", "Cc") and cell_width(chr(point)) != cell_len(chr(point))
    ]
    assert differing == []


@given(text_of_all_kinds)
def test_clusters_cover_the_text(text: str) -> None:
    found = clusters(text, 0, len(text))
    offsets = [offset for offset, _ in found]
    assert offsets == sorted(set(offsets))
    assert not text or offsets[0] == 0
    assert sum(width for _, width in found) == cell_width(text)


@given(text_of_all_kinds, st.integers(0, 40))
def test_fit_gives_exactly_the_cells_asked_for(text: str, cells: int) -> None:
    assert cell_width(fit(text, cells)) == cells
    assert cell_width(cut(text, cells)) <= cells


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("ferry", 7, "ferry  "),
        ("ferry boat", 7, "ferry…"),
        ("漢字漢字", 6, "漢字… "),
        ("ferry", 0, ""),
        ("ferry", 1, "…"),
    ],
)
def test_fit_cuts_with_an_ellipsis(text: str, cells: int, expected: str) -> None:
    assert fit(text, cells) == expected.ljust(cells) if text.isascii() else fit(text, cells) == expected


def test_fit_aligns_numbers() -> None:
    assert fit("7", 3, align="right") == "  7"


@given(text_of_all_kinds)
def test_the_cell_of_a_character_leads_back_to_it(text: str) -> None:
    column = 0
    for offset, width in clusters(text, 0, len(text)):
        if width:
            assert offset_at(text, Span(0, len(text)), column) in range(offset + 1)
            assert offset_at(text, Span(0, len(text)), column) == offset or column == 0
        column += width
    assert offset_at(text, Span(0, len(text)), column + 5) == len(text)
