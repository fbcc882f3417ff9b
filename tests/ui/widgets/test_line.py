"""Rows of pieces: exact widths, whole characters, roles that stay with their words, and styles for roles."""

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from reader.text.wrap import cell_width
from reader.ui.widgets.heights import Stacked, Uniform
from reader.ui.widgets.line import wrap_line
from reader.ui.widgets.palette import PLAIN, Palette
from reader.ui.widgets.strips import strip_of

pieces = st.lists(
    st.tuples(
        st.text("ab [é漢🙂\u0301\t\x1b", max_size=8), st.sampled_from(["", "person", "unread person", "unknown"])
    ),
    max_size=6,
)


@given(pieces, st.integers(0, 30))
def test_a_row_is_exactly_as_wide_as_asked_for(line: list[tuple[str, str]], width: int) -> None:
    strip = strip_of(line, width, Style.null(), Palette())
    assert strip.cell_length == width
    assert sum(segment.cell_length for segment in strip) == width
    assert not any(character in strip.text for character in "\x1b\t")


def test_pieces_keep_their_roles_when_a_line_is_wrapped() -> None:
    rows = wrap_line((("Harbour Gazette", "person"), (" · 3 Feb", "dim-meta")), 9)
    assert rows == [(("Harbour", "person"),), (("Gazette", "person"), (" ·", "dim-meta")), (("3 Feb", "dim-meta"),)]


@given(pieces, st.integers(2, 20))
def test_a_wrapped_line_loses_no_word(line: list[tuple[str, str]], width: int) -> None:
    rows = wrap_line(line, width)
    shown = "".join(text for row in rows for text, _ in row)
    assert "".join(shown.split()) == "".join("".join(text for text, _ in line).split())
    assert all(cell_width("".join(text for text, _ in row)) <= width for row in rows)


def test_roles_are_combined_and_unknown_ones_are_plain() -> None:
    palette = Palette({"person": Style(bold=True), "hit": Style(reverse=True)})
    assert palette.style("person hit") == Style(bold=True, reverse=True)
    assert palette.style("nobody underline") == Style(underline=True)
    assert not palette.style("")


def test_without_colour_everything_that_moves_is_still_seen() -> None:
    palette = Palette(PLAIN)
    for role in ("cursor", "cursor-blurred", "selection", "hit", "hit-current", "quote", "person", "differs"):
        style = palette.style(role)
        assert style, role
        assert style.color is None, role
        assert style.bgcolor is None, role


def test_a_theme_gives_the_cursor_its_colours() -> None:
    styles = {"background": Style(bgcolor="#000000"), "selected": Style(color="#ffffff", bgcolor="#404040")}
    palette = Palette(styles)
    assert palette.style("cursor") == Style(bgcolor="#404040")
    assert palette.style("sentence") == palette.style("cursor-blurred") == Style(bgcolor="#202020")
    assert Palette({**styles, "cursor": Style(underline=True)}).style("cursor") == Style(underline=True)


@given(st.lists(st.integers(0, 5), max_size=30))
def test_every_row_belongs_to_one_item(heights: list[int]) -> None:
    stacked = Stacked(heights)
    assert stacked.count == len(heights)
    rows = [stacked.at(row) for row in range(stacked.rows)]
    assert rows == [index for index, height in enumerate(heights) for _ in range(max(1, height))]
    assert all(stacked.at(stacked.top(index)) == index for index in range(len(heights)))
    assert Uniform(7).rows == Uniform(7).count == 7
