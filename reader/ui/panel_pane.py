"""The panel as a widget: a list whose card under the cursor shows more, and whose title fits the width there is."""

from collections.abc import Iterator

from reader.session.state import State
from reader.ui.present import panel
from reader.ui.present.signs import UNICODE, Signs
from reader.ui.widgets.rows import NoRows, Rows, item_state

FRAME = 4
"""Cells of the border's line that a title cannot have: two corners with a space beside each."""
UNKNOWN = 30
"""Cells assumed for the title before the panes have been laid out."""


class PanelPane(Rows, can_focus=True, inherit_bindings=False):
    """Shows the cards of one state after the other."""

    def __init__(self, signs: Signs = UNICODE) -> None:
        super().__init__(id="panel")
        self._signs = signs
        self._state: State | None = None
        self._next: panel.PanelCards | None = None
        """What is likely to be shown next."""

    def show(self, state: State, empty: str) -> None:
        """Other rows: another article, tab, order or filter."""
        self._state = state
        self.empty = empty
        ready, self._next = self._next, None
        if state.reading is None:
            self.set_source(NoRows(), state.panel_cursor)
        elif ready is not None and ready.shows(state):
            self.set_source(ready, state.panel_cursor)
        else:
            self.set_source(panel.PanelCards(state, self._signs), state.panel_cursor)
        self.name_tabs()

    def show_ahead(self, state: State) -> Iterator[None]:
        """Lay out and draw, in steps of a millisecond, the cards that `show` is likely to be asked for next."""
        width, rows_left = self.view_width, self.view_height
        ink, base = self.ink(), self.visual_style.rich_style
        cards = self._next = panel.PanelCards(state, self._signs)
        yield
        for index in range(len(cards)):
            tall = cards.height(index, max(1, width - 1))
            for row in range(min(tall, rows_left)):
                line = cards.draw_row(index, row, max(1, width - 1))
                under_cursor = index == state.panel_cursor
                drawn = self._draw_line(line, width, base, item_state(under_cursor, self.has_focus))
                if ink and not drawn.written:
                    drawn.written = ink.written(drawn.segments)
            rows_left = max(0, rows_left - tall)
            yield

    def point(self, index: int) -> None:
        """Put the cursor on a row. Its card opens where it stands; the one that closes moves what lies above it."""
        source = self.source
        if not isinstance(source, panel.PanelCards) or not 0 <= index < len(source):
            return
        row = self._heights.top(index) - self.top_row
        source.current = index
        self.refresh_rows()
        if 0 <= row < self.view_height:
            self.scroll_to_row(self._heights.top(index) - row)
        self.go(index, notify=False)

    def name_tabs(self) -> None:
        """The tabs in the border, as much of them as fits."""
        if self._state is not None:
            width = self.region.width - FRAME if self.region.width > FRAME else UNKNOWN
            self.entitle(panel.title(self._state, width, self._signs))

    def on_resize(self) -> None:
        """Another width."""
        self.name_tabs()
