"""The mouse in the reading pane: a click puts the cursor, two select the word, three the sentence, dragging more."""

import re

from textual import events
from textual.geometry import Offset
from textual.timer import Timer

from reader.model import Span
from reader.text.cells import cluster_spans, offset_at
from reader.ui.widgets.selecting import Selecting

_WORD = re.compile(r"\w+(?:[’'\-.,]\w+)*")
_LONGEST_WORD = 100
_LONGEST_CLUSTER = 16
_AUTO_SCROLL = 0.06
"""Seconds per row while the mouse is held beyond the view's edge."""


class Pointing(Selecting, inherit_bindings=False):
    """The part of `Page` that knows the mouse."""

    _pressed: int | None = None
    """Offset at which the button went down; None while it is up."""
    _dragged = False
    _pointer = Offset(0, 0)
    _timer: Timer | None = None

    def move_to(self, offset: int, still: bool = False) -> None:
        """Puts the cursor at `offset` as the user's own move, without scrolling where the view is to be `still`."""
        raise NotImplementedError

    def clicked(self, offset: int, gutter: bool) -> None:
        """Called when a place was clicked."""

    def forget_selection(self) -> None:
        """The text is another one: the button may still be down, but on nothing."""
        super().forget_selection()
        self._pressed = None
        self._stop_timer()

    def _offset_under(self, pointer: Offset) -> int:
        """Offset of the character under the mouse, or the nearest one."""
        layout = self.layout_rows
        row = max(self.top_row, min(self.top_row + pointer.y, self.top_row + self.view_height - 1))
        span = layout.span(row)
        if span is None:
            near = layout.text_row(row, 1 if row < layout.lead else -1)
            span = None if near is None else layout.span(near)
            return 0 if span is None else span.start if row < layout.lead else span.end
        return offset_at(self.document.text, span, pointer.x - layout.text_x)

    def _character(self, offset: int) -> Span:
        """The character at an offset with what joins it."""
        text = self.document.text
        end = min(offset + _LONGEST_CLUSTER, len(text))
        return next((span for span, _ in cluster_spans(text, Span(offset, end))), Span(offset, offset))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A selection may begin here."""
        if event.button != 1 or not self.document.text:
            return
        self._dragged = False
        self._pressed = self._offset_under(event.get_content_offset_capture(self))
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Dragging selects; beyond the edge it scrolls as well."""
        if self._pressed is None:
            return
        self._pointer = event.get_content_offset_capture(self)
        self._drag()
        outside = not 0 <= self._pointer.y < self.view_height
        if outside and self._timer is None:
            self._timer = self.set_interval(_AUTO_SCROLL, self._drag)
        elif not outside:
            self._stop_timer()

    def _drag(self) -> None:
        if self._pressed is None:
            return
        if self._pointer.y < 0:
            self.scroll_to_row(self.top_row - 1)
        elif self._pointer.y >= self.view_height:
            self.scroll_to_row(self.top_row + 1)
        here = self._offset_under(self._pointer)
        if here == self._pressed and not self._dragged:
            return
        self._dragged = True
        self._anchor = None
        first, last = sorted((here, self._pressed))
        self._select(Span(first, self._character(last).end))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The selection stays until it is cleared."""
        self.release_mouse()
        if self._pressed is None:
            return
        self._pressed = None
        self._stop_timer()
        if self._dragged:
            self.move_to(self._offset_under(self._pointer), still=True)

    def on_click(self, event: events.Click) -> None:
        """One click puts the cursor there, two select the word, three the sentence."""
        pointer = event.get_content_offset_capture(self)
        if self._dragged or not self.document.text or self.layout_rows.span(self.top_row + pointer.y) is None:
            return
        event.stop()
        offset = self._offset_under(pointer)
        if event.chain == 2:
            self.select(self._word(offset))
        elif event.chain >= 3:
            self.select(self.unit)
        else:
            if not self.is_selecting:
                self.clear_selection()
            self.move_to(offset, still=True)
            self.clicked(offset, pointer.x < self.layout_rows.text_x)

    def _word(self, offset: int) -> Span:
        text = self.document.text
        near = max(0, offset - _LONGEST_WORD)
        for match in _WORD.finditer(text, near, min(len(text), offset + _LONGEST_WORD)):
            if match.start() <= offset < match.end():
                return Span(*match.span())
        return self._character(offset)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
