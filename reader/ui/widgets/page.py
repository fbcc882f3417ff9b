"""The reading pane: one article in pre-wrapped rows of offsets, with a cursor that is an offset into its text."""

from textual.message import Message

from reader.model import Span
from reader.ui.widgets.document import View
from reader.ui.widgets.pointing import Pointing


class Page(Pointing, can_focus=True, inherit_bindings=False):
    """Shows a `Document`. It binds no keys: the application calls its methods.

    What the user does is told by messages (`CursorMoved`, `Clicked`, `Selected`); `show`, `revise`, `place` and
    `restore`, which the application calls, tell nothing.
    """

    class CursorMoved(Message):
        """The cursor is at another offset. Of several in a row only the last arrives."""

        def __init__(self, page: "Page") -> None:
            super().__init__()
            self.page = page

        @property
        def offset(self) -> int:
            """Where the cursor is when this is asked, so that nobody acts on where it was."""
            return self.page.cursor

        @property
        def control(self) -> "Page":
            return self.page

        def can_replace(self, message: Message) -> bool:
            """Later moves make earlier ones pointless."""
            return isinstance(message, Page.CursorMoved) and message.page is self.page

    class Clicked(Message):
        """A place in the text was clicked."""

        def __init__(self, page: "Page", offset: int, mark: str | None, gutter: bool) -> None:
            super().__init__()
            self.page = page
            self.offset = offset
            self.mark = mark
            """Id of the innermost mark there."""
            self.gutter = gutter
            """Whether it was the gutter beside the text."""

        @property
        def control(self) -> "Page":
            return self.page

    class Selected(Message):
        """A stretch of text is selected, or (None) no longer."""

        def __init__(self, page: "Page", span: Span | None) -> None:
            super().__init__()
            self.page = page
            self.span = span

        @property
        def control(self) -> "Page":
            return self.page

        def can_replace(self, message: Message) -> bool:
            """Only the last selection counts."""
            return isinstance(message, Page.Selected) and message.page is self.page

    def place(self, offset: int, row: int | None = None) -> None:
        """Puts the cursor at `offset`, on row `row` of the view (as near as the ends of the text allow).

        Without `row` the view scrolls no farther than it must.
        """
        self._put(offset)
        self._row = row
        if self._laid_out:
            self._settle()

    def row_of(self, offset: int) -> int:
        """Row of the view that the character at `offset` is on; outside the view it is negative or too large."""
        return self.layout_rows.row(offset) - self.top_row

    def offset_at(self, screen_row: int) -> int:
        """Offset of the first character on a row of the view, or of the nearest row with text."""
        row = self.layout_rows.text_row(self.top_row + screen_row)
        span = None if row is None else self.layout_rows.span(row)
        return span.start if span else 0

    def snapshot(self) -> View:
        """Where the reader is."""
        row = self.row_of(self._cursor) if self._laid_out else self._row
        return View(self._cursor, row, self.top_row)

    def restore(self, view: View) -> None:
        """Back to where a snapshot was taken: exactly there where the width is the same."""
        self.place(view.offset, view.row)

    def progress(self) -> float:
        """How far the cursor is through the rows of the text, 0 to 1."""
        layout = self.layout_rows
        rows = layout.after - layout.lead - 1
        return 1.0 if rows <= 0 else (layout.row(self._cursor) - layout.lead) / rows

    @property
    def at_end(self) -> bool:
        """Whether the last row is in view."""
        return self.top_row + self.view_height >= self.layout_rows.rows

    def move_rows(self, delta: int) -> bool:
        """Moves the cursor by rows. The sentence that begins on a row becomes current, else the one covering it."""
        layout = self.layout_rows
        here = layout.row(self._cursor)
        target = layout.text_row(here + delta, delta)
        if target is None:
            return False
        if (target - here) * delta <= 0:
            return self._scroll_text(0 if delta < 0 else layout.rows)
        self._move_to_row(target)
        return True

    def move_page(self, fraction: float = 1.0) -> bool:
        """Scrolls by a part of the view's height (negative: up), and the cursor with it; False at the end."""
        layout = self.layout_rows
        rows = round(self.view_height * fraction) or (1 if fraction > 0 else -1)
        here = layout.row(self._cursor)
        scrolled = self._scroll_text(self.top_row + rows)
        target = layout.text_row(here + rows, rows)
        if target is None or target == here:
            return scrolled
        self._move_to_row(target)
        return True

    def top(self) -> bool:
        """To the beginning."""
        return self._move_to_end(0, self.layout_rows.lead)

    def bottom(self) -> bool:
        """To the last row."""
        return self._move_to_end(self.layout_rows.rows, self.layout_rows.after - 1)

    def _move_to_end(self, scroll: int, row: int) -> bool:
        before = self._cursor
        target = self.layout_rows.text_row(row)
        if target is not None:
            self._move_to_row(target)
        return self._scroll_text(scroll) or self._cursor != before

    def _scroll_text(self, row: int) -> bool:
        """Scrolls and leaves the cursor where it is in the text."""
        moved = self.scroll_to_row(row)
        self._row = self.row_of(self._cursor)
        return moved

    def _move_to_row(self, row: int) -> None:
        """Puts the cursor on a row, as the user's move."""
        self.move_to(self._offset_on(row))

    def move_to(self, offset: int, still: bool = False) -> None:
        """Puts the cursor at `offset` as the user's own move, and says so.

        The view scrolls no farther than it must, and not at all where it is to be `still`: under the mouse.
        """
        self._put(offset)
        self._row = self.row_of(self._cursor) if still else None
        self._settle()
        self.post_message(self.CursorMoved(self))

    def _offset_on(self, row: int) -> int:
        """Where the cursor goes on a row: the first sentence that begins there, else the row's beginning."""
        span = self.layout_rows.span(row)
        if span is None:
            return self._cursor
        sentence = self.document.sentence_from(span)
        return sentence.start if sentence else span.start

    def scrolled(self) -> None:
        """Wheel or scrollbar: the cursor comes along, so that it is always a place that the reader sees."""
        layout = self.layout_rows
        top, bottom = self.top_row, self.top_row + self.view_height - 1
        here = layout.row(self._cursor)
        if top <= here <= bottom:
            self._row = here - top
            return
        target = layout.text_row(top, 1) if here < top else layout.text_row(bottom, -1)
        if target is not None and top <= target <= bottom:
            self._put(self._offset_on(target))
            self._row = target - top
            self.post_message(self.CursorMoved(self))

    def clicked(self, offset: int, gutter: bool) -> None:
        """Tells of a click."""
        mark = None if gutter else self._painter.marks.at(offset)
        self.post_message(self.Clicked(self, offset, mark.id if mark else None, gutter))

    def selected(self, span: Span | None) -> None:
        """Tells of a selection."""
        self.post_message(self.Selected(self, span))
