"""Selecting text in the reading pane. A selection is a span of offsets: it survives another width or other marks."""

from reader.model import Span
from reader.ui.widgets.column import TextColumn


class Selecting(TextColumn, inherit_bindings=False):
    """The part of `Page` that knows what is selected."""

    _selection: Span | None = None
    _anchor: Span | None = None
    """The unit on which a selection with the cursor began; None where none is going on."""

    def selected(self, span: Span | None) -> None:
        """Called when another stretch is selected, or none."""

    def selection(self) -> Span | None:
        """The selected stretch of text."""
        return self._selection

    @property
    def is_selecting(self) -> bool:
        """Whether moves of the cursor extend the selection."""
        return self._anchor is not None

    def start_selection(self) -> None:
        """Selects the sentence under the cursor; moves of the cursor now extend that, sentence by sentence."""
        self._anchor = self.unit
        self.extend_selection()

    def stop_selection(self) -> None:
        """Keeps the selection as it is, whatever the cursor does."""
        self._anchor = None

    def clear_selection(self) -> bool:
        """Forgets the selection; False where there was none."""
        self._anchor = None
        if self._selection is None:
            return False
        self._select(None)
        return True

    def select(self, span: Span) -> None:
        """Selects a stretch of text."""
        self._anchor = None
        self._select(span)

    def forget_selection(self) -> None:
        """The text is another one: no message, nothing to redraw."""
        self._selection = self._anchor = None

    def extend_selection(self) -> None:
        """Stretches the selection from where it began to where the cursor is."""
        if self._anchor is not None:
            unit = self.unit
            self._select(Span(min(self._anchor.start, unit.start), max(self._anchor.end, unit.end)))

    def _select(self, span: Span | None) -> None:
        if span == self._selection:
            return
        changed = [found for found in (self._selection, span) if found]
        self._selection = span
        for found in changed:
            rows = self.layout_rows.rows_of(found)
            self.refresh_row_range(rows.start, rows.stop - 1)
        self.selected(span)

    def _put(self, offset: int) -> None:
        super()._put(offset)
        self.extend_selection()
