"""What takes the place of the panes: two reports side by side, or one quotation in every source's words.

The rows of both reports are padded to the same height, block by block, so that they cannot come apart in scrolling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip
from textual.widget import Widget

from reader.session import effects
from reader.session.actions import side_by_side, sides, wordings
from reader.session.comparing.model import Comparing, Versions, Which
from reader.session.state import PlacedNote, State
from reader.ui.present import compare_bars
from reader.ui.present.articles import Line
from reader.ui.present.compare import Columns, CompareCards
from reader.ui.present.wordings import WordingCards
from reader.ui.widgets.heights import Uniform
from reader.ui.widgets.line import strip_of
from reader.ui.widgets.palette import Palette
from reader.ui.widgets.rows import CardSource, NoRows, Rows, RowSource

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


LEAD = 4
"""Rows of what is before the passage that are in view when the two are opened there."""


class Head(Widget):
    """Some lines that do not scroll."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Head { height: auto; width: 1fr; }"

    def __init__(self, id: str = "compare-head") -> None:
        super().__init__(id=id)
        self._lines: list[Line] = []
        self.palette = Palette()

    def show(self, lines: list[Line]) -> None:
        """Show other lines; nothing is drawn where they are the same."""
        if lines != self._lines:
            taller = len(lines) != len(self._lines)
            self._lines = lines
            if taller:
                self.styles.height = len(lines)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        line = self._lines[y] if y < len(self._lines) else ()
        return strip_of(line, self.size.width, self.visual_style.rich_style, self.palette)


class Blocks(Rows):
    """The cards, with a cursor that passes through one that is taller than the view row by row."""

    _placed = True

    def step(self, by: int) -> bool:
        """Go to the next card, or a row on in one that goes on beyond the view."""
        top, tall = self._heights.top(self._cursor), self._heights.height(self._cursor)
        end = self.top_row + self.view_height
        if by > 0 and top + tall - 1 > end and self.scroll_to_row(self.top_row + 1):
            return True
        if by < 0 and top < self.top_row and self.scroll_to_row(self.top_row - 1):
            return True
        moved = self.go(self._cursor + by)
        top, tall = self._heights.top(self._cursor), self._heights.height(self._cursor)
        if moved and by < 0 and tall > self.view_height:
            self.scroll_to_row(top + tall - self.view_height)
        return moved

    def scrolled(self) -> None:
        """Wheel or scrollbar: the cursor comes along."""
        seen = self.in_view
        if len(seen) and self._cursor not in seen:
            target = seen[0] if self._cursor < seen[0] else seen[-1]
            before, self._cursor = self._cursor, target
            self._refresh_item(before)
            self._refresh_item(target)
            self.post_message(self.Moved(self))

    def place(self) -> None:
        """Put the cursor's card near the top of the view, with some rows of what is before it."""
        if self._measured:
            self.scroll_to_row(self._heights.top(self._cursor) - min(LEAD, self.view_height // 4))
            self._placed = True

    def set_source(self, source: RowSource | CardSource, cursor: int | None = None) -> None:
        """Other cards."""
        self._placed = bool(self._measured)
        super().set_source(source, cursor)

    def _measure(self) -> None:
        """Count the rows, once there is a width to count them for."""
        if self.view_width:
            super()._measure()
        else:
            self._measured, self._heights = 0, Uniform(0)

    def fit(self) -> None:
        """Another width; at first in sight the cursor's card goes near the top."""
        super().fit()
        if not self._placed:
            self.place()


class CompareView(Vertical):
    """Draws the state's view, and tells the application where its cursor is."""

    DEFAULT_CSS = "CompareView { height: 1fr; } CompareView Blocks { height: 1fr; }"

    def __init__(self, app: ReaderApp) -> None:
        super().__init__(id="compare")
        self.display = False
        self._reader = app
        self.head = Head()
        self.rows = Blocks(id="compare-rows")
        self._cards: CompareCards | WordingCards | None = None
        self._drawn: Comparing | Versions | None = None
        self._notes: tuple[PlacedNote, ...] = ()
        """The open article's notes when the cards were made."""

    def compose(self) -> ComposeResult:
        yield self.head
        yield self.rows

    @property
    def _brackets(self) -> bool:
        return self._reader.no_color

    def draw(self, state: State) -> None:
        """Show the view of a state; only what has changed since the last one."""
        view = state.view if isinstance(state.view, Comparing | Versions) else None
        self.display = view is not None
        if view is None:
            self._drawn, self._cards = None, None
            return
        palette = self._reader.looks.palette
        if self.rows.palette is not palette:
            self.rows.palette = self.head.palette = palette
            self.head.refresh()
        if isinstance(view, Comparing):
            self._draw_comparing(view)
        else:
            self._draw_versions(view)
        self._drawn = view
        self.draw_head(state)

    def draw_head(self, state: State) -> None:
        """The lines above the cards."""
        width, measure, signs = max(1, self._reader.size.width - 2), self._measure, self._reader.signs
        if isinstance(state.view, Comparing):
            lines = compare_bars.head(state.view, state.reading, width, measure, signs)
            self.head.show([(((" "), ""), *line) for line in lines])
        elif isinstance(state.view, Versions):
            self.head.show([(("  Every source’s wording of this quote", "title"),), ()])

    @property
    def _measure(self) -> int:
        return self._reader.world.config.measure

    def _draw_comparing(self, view: Comparing) -> None:
        before, cards = self._drawn, self._cards
        reading = self._reader.state.reading
        notes = reading.notes if reading else ()
        same = (
            self._notes is notes
            and isinstance(before, Comparing)
            and isinstance(cards, CompareCards)
            and before.table is view.table
            and (before.words, before.only, before.unlocked) == (view.words, view.only, view.unlocked)
        )
        if same and isinstance(cards, CompareCards) and isinstance(before, Comparing):
            changed = cards.adopt(view)
            if before.focus != view.focus:
                self.rows.refresh_rows()
            elif before.difference != view.difference:
                self.rows.refresh_rows(changed)
            self.rows.go(cards.item_of(view.block), notify=False)
            return
        self._notes = notes
        if not isinstance(before, Comparing) or before.table is not view.table:
            self._reader.ahead.soon()
        noted = self._noted(view)
        made = CompareCards(view, self._reader.signs, self._measure, self._brackets, noted)
        self._cards = made
        self.rows.empty = "Neither of the two has any text."
        self.rows.set_source(made, made.item_of(view.block))
        if before is None or not isinstance(before, Comparing):
            self.rows.place()

    def _noted(self, view: Comparing) -> dict[Which, frozenset[int]]:
        """The paragraphs of both sides that have a note."""
        found: dict[Which, frozenset[int]] = {}
        for which in ("a", "b"):
            side = view.table.a if which == "a" else view.table.b
            spans = (placed.anchor.span for placed in self._reader.world.placed_notes(side.article))
            found["a" if which == "a" else "b"] = frozenset(
                side.article.paragraph_at(span.start) for span in spans if span is not None
            )
        return found

    def _draw_versions(self, view: Versions) -> None:
        before = self._drawn
        if isinstance(before, Versions) and before.versions is view.versions:
            self.rows.go(view.cursor, notify=False)
            return
        self._cards = WordingCards(view, self._reader.signs, self._measure, self._brackets)
        self.rows.set_source(self._cards, view.cursor)
        self.rows.scroll_to_row(0)

    def forget(self) -> None:
        """Let the next state be drawn whole: a note has come or gone, the theme is another one."""
        self._drawn = self._cards = None
        self.rows.set_source(NoRows())

    # moving

    def scroll(self, effect: effects.Scroll) -> None:
        """Move by what only the rows know."""
        state = self._reader.state
        view = state.view
        if (
            isinstance(view, Comparing)
            and view.unlocked
            and state.two_columns
            and isinstance(self._cards, CompareCards)
        ):
            self._scroll_side(effect, view, self._cards)
        elif effect.to:
            self.rows.go(0 if effect.to == "top" else len(self.rows.source) - 1)
        elif effect.pages:
            self.rows.page(effect.pages)
        elif effect.rows:
            self.rows.step(effect.rows)

    def _scroll_side(self, effect: effects.Scroll, view: Comparing, cards: CompareCards) -> None:
        """Move the side with the focus, and not the other one."""
        height, total = self.rows.view_height, cards.rows(max(1, self.rows.view_width - 1))
        by = (
            effect.rows or round(effect.pages * height) or (-total if effect.to == "top" else total if effect.to else 0)
        )
        top = self.rows.top_row
        if view.focus == "b":
            cards.shift = max(-top, min(cards.shift + by, total - 1 - top))
        else:
            right = top + cards.shift
            self.rows.scroll_to_row(top + by)
            cards.shift = right - self.rows.top_row
        self.rows.repaint()

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The cursor is on another card."""
        message.stop()
        app, cards = self._reader, self._cards
        if isinstance(cards, CompareCards) and message.index < len(cards.items):
            app.change(side_by_side.moved(app.state, cards.items[message.index][0]))
        elif cards is not None:
            app.change(wordings.moved(app.state, message.index))

    def on_rows_picked(self, message: Rows.Picked) -> None:
        """A click: the card, and with two columns the side that was clicked."""
        message.stop()
        app, cards = self._reader, self._cards
        if isinstance(cards, CompareCards):
            columns = Columns.of(max(1, self.rows.view_width - 1), self._measure)
            state = side_by_side.moved(app.state, cards.items[message.index][0])
            if not columns.stacked:
                half = columns.margin + columns.text + 9
                state = sides.focused(state, "a" if message.column <= half else "b")
            app.change(state)
        else:
            app.change(wordings.moved(app.state, message.index))

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """A double click goes into the text."""
        self.on_rows_picked(message)  # type: ignore[arg-type]
        self._reader.act("open_side" if isinstance(self._cards, CompareCards) else "open_version")
