"""Rows as they are written: styles named once, filters kept to, nothing from a text that acts on the terminal."""

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import NoColor

from reader.ui.safety import ControlFilter
from reader.ui.widgets.drawn import Ink

GROUND = Color(255, 255, 255)
RED, BOLD = Style.parse("#ff0000 on #ffffff"), Style.parse("bold #ff0000 on #ffffff")


def written(*segments: Segment, filters: tuple = (ControlFilter(),)) -> str:
    return Ink(filters, GROUND, ColorSystem.TRUECOLOR).written(segments)


def test_a_style_is_named_where_it_begins_and_not_again() -> None:
    row = written(Segment("one ", RED), Segment("two ", RED), Segment("three", BOLD))
    assert row == "\x1b[0;38;2;255;0;0;48;2;255;255;255mone two \x1b[0;1;38;2;255;0;0;48;2;255;255;255mthree"


def test_a_row_ends_the_style_of_the_row_before_it() -> None:
    assert written(Segment("plain")) == "\x1b[0mplain"


def test_styles_go_through_the_filters() -> None:
    row = written(Segment("one", BOLD), filters=(NoColor(),))
    assert row.startswith("\x1b[0;1")
    assert "38;2" not in row


def test_control_characters_of_a_text_are_not_written() -> None:
    row = written(Segment("a\x1b]52;c;eA==\x07b", RED), Segment("\u202ec", BOLD))
    assert "\x1b]52" not in row
    assert "\x07" not in row
    assert "\u202e" not in row
    assert "a" in row
    assert "c" in row


def test_a_link_with_control_characters_is_no_link() -> None:
    row = written(Segment("here", RED + Style(link="https://example.org/\x1b\\")))
    assert "\x1b]8" not in row
    assert "here" in row


def test_the_same_ink_knows_a_style_again() -> None:
    ink = Ink((ControlFilter(),), GROUND, ColorSystem.TRUECOLOR)
    assert ink.written([Segment("one", RED)]) == ink.written([Segment("one", RED)])
