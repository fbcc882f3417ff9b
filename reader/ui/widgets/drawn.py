"""Rows as they go to the terminal: each is made into text once, and only where a style changes is one named.

Textual's strips are cut, joined, filtered and cached piece by piece in ways that a column of whole rows has no use for;
making one costs more than all that is done with a row here.
"""

from collections.abc import Iterable, Sequence

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

PLAIN = "\x1b[0m"
"""Ends whatever style is on (ECMA-48, SGR)."""
_STYLES = 4_000
"""Styles whose sequences are kept: far more than a theme has."""


class Drawn:
    """A row of a pane: its segments, and what is written for them once it has been asked for."""

    __slots__ = ("segments", "written")

    def __init__(self, segments: Sequence[Segment], written: str = "") -> None:
        self.segments = segments
        self.written = written


class Ink:
    """What the terminal is sent for each style, after the application's filters, on one background."""

    def __init__(self, filters: Sequence[LineFilter], ground: Color, colours: ColorSystem) -> None:
        self.filters = filters
        self.ground = ground
        self._colours = colours
        self._codes: dict[int, tuple[Style | None, str]] = {}
        """By the identity of a style, which is kept so that no other one gets it."""

    def written(self, segments: Iterable[Segment]) -> str:
        """A row for the terminal. It begins by naming its style, and leaves the last one on."""
        pieces: list[str] = []
        codes, last = self._codes, None
        for text, style, _ in segments:
            known = codes.get(id(style))
            code = known[1] if known is not None else self._code(style)
            if not (code and text.isprintable()):
                return self._by_the_filters(segments)
            if code != last:
                pieces.append(code)
                last = code
            pieces.append(text)
        return "".join(pieces)

    def _code(self, style: Style | None) -> str:
        """The sequence that ends every other style and begins this one; empty for one with a link."""
        if len(self._codes) > _STYLES:
            self._codes.clear()
        code = "" if style is not None and style.link else self._named(style)
        self._codes[id(style)] = style, code
        return code

    def _named(self, style: Style | None) -> str:
        for line_filter in self.filters:
            style = line_filter.apply([Segment(" ", style)], self.ground)[0].style
        codes = Strip.render_ansi(style, self._colours) if style else ""
        return f"\x1b[0;{codes}m" if codes else PLAIN

    def _by_the_filters(self, segments: Iterable[Segment]) -> str:
        """The same for rows with something that has to be kept from the terminal, or that is more than a style."""
        passed = list(segments)
        for line_filter in self.filters:
            passed = line_filter.apply(passed, self.ground)
        drawn = (Strip.render_style(style, text, self._colours) if style else text for text, style, _ in passed)
        return PLAIN + "".join(drawn)


class Painted(Widget, inherit_bindings=False):
    """A widget that gives its rows as they are to be written."""

    _ink: Ink | None = None
    """None where what lies behind the widget shows through it."""
    _is_ink_known = False

    @property
    def inner(self) -> Region:
        """The rows inside the frame, from the widget's own corner."""
        raise NotImplementedError

    def drawn(self, part: Region) -> list[Drawn] | None:
        """The rows of a part of the widget; None where it is not whole rows inside the frame, or not drawn as it is."""
        raise NotImplementedError

    def ink(self) -> Ink | None:
        """What the rows are written with, looked up anew when the style of anything may have changed."""
        filters = self.app.get_line_filters()
        if not self._is_ink_known or (self._ink is not None and self._ink.filters != filters):
            self._is_ink_known = True
            ground = self.background_colors[1]
            if self.opacity != 1.0:
                self._ink = None
            elif self._ink is None or (self._ink.filters, self._ink.ground) != (filters, ground):
                self._ink = Ink(filters, ground, self.app.console._color_system or ColorSystem.TRUECOLOR)
                self.forget_rows()
        return self._ink

    def forget_rows(self) -> None:
        """What was drawn is worth nothing: the colours are others."""

    def notify_style_update(self) -> None:
        """The theme or a class changed, of this or of what is around it."""
        self._is_ink_known = False
        super().notify_style_update()
