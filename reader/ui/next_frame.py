"""What the next key is likely to show, made while nobody waits, so that the key has little left to do.

A guess that proves wrong is dropped: what is shown is made from the state alone, and what was made ahead is used only
where it was made from the very same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.ui.present.reading import document

if TYPE_CHECKING:
    from reader.session.state import State
    from reader.ui.panel_pane import PanelPane
    from reader.ui.present.signs import Signs
    from reader.ui.widgets.document import Document
    from reader.ui.widgets.page import Page


class NextFrame:
    """The text and the panel of another state than the one on the screen."""

    def __init__(self, page: Page, panel: PanelPane, signs: Signs) -> None:
        self._page = page
        self._panel = panel
        self._signs = signs
        self._made: tuple[tuple[object, ...], Document] | None = None

    def document(self, state: State) -> Document:
        """What the reading pane shows of a state."""
        if self._made is not None and self._made[0] == _made_of(state):
            return self._made[1]
        return document(state, self._signs)

    def make(self, state: State) -> Iterator[None]:
        """Make it ahead, in steps of a millisecond."""
        if state.reading is None:
            return
        made = document(state, self._signs)
        self._made = _made_of(state), made
        yield
        yield from self._page.show_ahead(made, state.reading.cursor)
        yield from self._panel.show_ahead(state)


def _made_of(state: State) -> tuple[object, ...]:
    """All of a state that the document depends on."""
    reading = state.reading
    if reading is None:
        return ()
    told = reading.strip, reading.tellings, reading.landed, reading.changed
    return reading.article, reading.analysis, reading.notes, *told, state.layers
