"""Nothing that a terminal could obey reaches it, whichever widget shows the text."""

from at_rest import at_rest
from rich.segment import Segment
from rich.style import Style
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.color import Color
from textual.content import Content
from textual.widgets import Static

from reader.ui.safety import ControlFilter

PAYLOADS = {
    "window title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "clear": "\x1b[2J\x1b[H",
    "one-byte sequence": "\x9b2J\x9d0;owned\x9c",
    "device control": "\x1bP+q544e\x1b\\",
    "bell and backspace": "\x07\x08\x08\x7f",
    "carriage return": "\rhidden",
    "override": "\u202egnp.exe\u202c",
    "isolate": "\u2066a\u2069",
    "tag characters": "\U000e0041\U000e007f",
    "line separators": "\u2028\u2029\x85",
    "half a character": "\ud83d",
}
BACKGROUND = Color(0, 0, 0)


class Poster(App[None]):
    """Shows a text in a widget that does not know what is in it, and keeps what it would write."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.written = ""
        self._filters.append(ControlFilter())

    def compose(self) -> ComposeResult:
        yield Static(Content(self.text))

    def _display(self, screen: object, renderable: object) -> None:
        if isinstance(renderable, CompositorUpdate):
            self.written += renderable.render_segments(self.console)


async def written_for(text: str) -> str:
    app = Poster(text)
    async with app.run_test(size=(60, 3)) as pilot:
        await at_rest(pilot.app)
    return app.written


async def test_no_payload_comes_through() -> None:
    plain = await written_for("before after")
    for name, payload in PAYLOADS.items():
        written = await written_for(f"before{payload} after")
        assert "before" in written, name
        for character in payload:
            if not character.isprintable() and character not in "\x1b\r":
                assert character not in written, (name, character)
        assert written.count("\x1b]") == plain.count("\x1b]"), name
        assert written.count("\x1bP") == 0, name
        assert "\x1b[2J" not in written, name
        written.encode("utf-8")


def test_ordinary_text_is_not_copied() -> None:
    segments = [Segment("Mother’s “word” – naïve 漢字", Style(bold=True)), Segment("plain")]
    assert ControlFilter().apply(segments, BACKGROUND) is segments


def test_characters_that_only_join_stay() -> None:
    segments = [Segment("👨‍👩‍👧 نمی‌خواهم soft\u00adhyphen no\u00a0break")]
    assert ControlFilter().apply(segments, BACKGROUND) == segments


def test_control_codes_of_the_screen_are_left_alone() -> None:
    control = Segment("\x1b[2J", None, [(3,)])  # type: ignore[list-item]
    assert ControlFilter().apply([control, Segment("a\x07b")], BACKGROUND) == [control, Segment("ab")]


def test_a_link_cannot_carry_a_sequence() -> None:
    style = Style(link="https://harbour.example/\x1b]52;c;eA==\x07")
    (segment,) = ControlFilter().apply([Segment("here", style)], BACKGROUND)
    assert segment.text == "here"
    assert segment.style is not None
    assert not segment.style.link
