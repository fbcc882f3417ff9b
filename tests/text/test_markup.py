"""Markup goes, words and quotation marks stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import is_linear

from reader.text.markup import resolve


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("members [passed](#) a motion", "members passed a motion"),
        ('[a report](https://x.test/a_(b) "title") says', "a report says"),
        ("**bold**, *italic*, ***both***, __bold__, _italic_", "bold, italic, both, bold, italic"),
        ("**bold *with* italic**", "bold with italic"),
        ("**W**ashington", "Washington"),
        ("5 * 3 = 15 and 2*3*4", "5 * 3 = 15 and 2*3*4"),
        ("what the f**k, s**t", "what the f**k, s**t"),
        ("he said [sic] so [of the town]", "he said [sic] so [of the town]"),
        ("snake_case_name and file_name.txt", "snake_case_name and file_name.txt"),
        (r"\*not italic\* and \[not a link\]", "*not italic* and [not a link]"),
        ("R&amp;D &mdash; AT&T &#8220;so&#8221;", "R&D — AT&T “so”"),
        ("a&#27;[31mb", "a[31mb"),
        ("line<br>next <em>word</em> a < b > c", "line next word a < b > c"),
        ("[[Jane Roe]] and [[page|the page]]", "Jane Roe and the page"),
        ("as reported[^1]", "as reported"),
        ("~~struck~~ ==marked== `code`", "struck marked code"),
        ("see <https://x.test/a_b_c>", "see https://x.test/a_b_c"),
    ],
)
def test_resolving(text: str, expected: str) -> None:
    assert resolve(text) == expected


@given(st.text(st.sampled_from("abc *_[]()<>&;`~=\\!#\n\"'“”")))
def test_letters_outside_link_targets_survive(text: str) -> None:
    bare = text.replace("(", "").replace("<", "").replace("&", "").replace("[", "")
    assert [c for c in resolve(bare) if c in "abc"] == [c for c in bare if c in "abc"]


@pytest.mark.parametrize("piece", ["*", "[", "[](", "<a ", "_a ", "**a ", "`a", "![a", "[[a", "<!--", "\\"])
def test_resolving_is_linear(piece: str) -> None:
    assert is_linear(lambda size: resolve(piece * size), 12_500)
