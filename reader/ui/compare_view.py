"""What takes the place of the panes: reports side by side, or one quotation in every source's words.

The rows of the reports are padded to the same height, block by block, so that they cannot come apart in scrolling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from reader.model import Article
from reader.session import effects
from reader.session.actions import pivots, side_by_side, sides, wordings
from reader.session.comparing.model import TWO_COLUMNS, Comparing, Versions, Which
from reader.session.comparing.pivot import PIVOT, Pivot
from reader.session.state import PlacedNote, State
from reader.ui.compare_rows import Blocks, Head
from reader.ui.pivot_comparing import PivotComparer
from reader.ui.present import compare_bars, pivot_bars
from reader.ui.present.compare import Columns, CompareCards
from reader.ui.present.pivot import PivotCards
from reader.ui.present.pivot_columns import PivotColumns
from reader.ui.present.wordings import WordingCards
from reader.ui.widgets.rows import NoRows, Rows

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class CompareView(Vertical):
    """Draws the state's view, and tells the application where its cursor is."""

    DEFAULT_CSS = "CompareView { height: 1fr; } CompareView Blocks { height: 1fr; }"

    def __init__(self, app: ReaderApp) -> None:
        super().__init__(id="compare")
        self.display = False
        self._reader = app
        self.head = Head()
        self.rows = Blocks(id="compare-rows")
        self._comparer = PivotComparer(app)
        self._cards: CompareCards | PivotCards | WordingCards | None = None
        self._drawn: Comparing | Pivot | Versions | None = None
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
        view = state.view if isinstance(state.view, Comparing | Pivot | Versions) else None
        self.display = view is not None
        self._comparer.soon(state)
        if view is None:
            self._drawn, self._cards = None, None
            return
        palette = self._reader.looks.palette
        if self.rows.palette is not palette:
            self.rows.palette = self.head.palette = palette
            self.head.refresh()
        if isinstance(view, Comparing):
            self._draw_comparing(view)
        elif isinstance(view, Pivot):
            self._draw_pivot(view)
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
        elif isinstance(state.view, Pivot):
            more = self._reader.keys.first("next_right")
            self.head.show([((" ", ""), *line) for line in pivot_bars.head(state.view, width, measure, more, signs)])
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
        return {"a": self._noted_in(view.table.a.article), "b": self._noted_in(view.table.b.article)}

    def _noted_in(self, article: Article) -> frozenset[int]:
        spans = (placed.anchor.span for placed in self._reader.world.placed_notes(article))
        return frozenset(article.paragraph_at(span.start) for span in spans if span is not None)

    def _draw_pivot(self, view: Pivot) -> None:
        before, cards = self._drawn, self._cards
        reading = self._reader.state.reading
        notes = reading.notes if reading else ()
        window = view.window(self._reader.state.width)
        if (
            isinstance(before, Pivot)
            and isinstance(cards, PivotCards)
            and self._notes is notes
            and before.rows is view.rows
            and cards.window == window
            and (before.words, before.only) == (view.words, view.only)
        ):
            changed = cards.adopt(view)
            if before.focus != view.focus:
                self.rows.refresh_rows()
            elif before.difference != view.difference:
                self.rows.refresh_rows(changed)
            self.rows.go(cards.item_of(view.row), notify=False)
            return
        same = isinstance(cards, PivotCards) and cards.view.side is view.side and self._notes is notes
        known = cards.noted if isinstance(cards, PivotCards) and same else {}
        sides = {PIVOT: view.side} | {source: table.b for source, table in enumerate(view.tables) if table}
        noted = {source: self._noted_in(side.article) for source, side in sides.items() if source not in known}
        self._notes = notes
        made = PivotCards(view, self._reader.signs, self._measure, self._brackets, {**known, **noted}, window)
        self._cards = made
        self.rows.empty = "The report has no text."
        self.rows.set_source(made, made.item_of(view.row))
        if not isinstance(before, Pivot):
            self.rows.place()

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
            and state.width >= TWO_COLUMNS
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
        if isinstance(cards, CompareCards | PivotCards) and message.index < len(cards.items):
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
        elif isinstance(cards, PivotCards):
            state = side_by_side.moved(app.state, cards.items[message.index][0])
            shares = PivotColumns.of(max(1, self.rows.view_width - 1), self._measure, len(cards.view.others))
            if not shares.label:
                state = pivots.focused(state, shares.at(message.column, cards.window[0]))
            app.change(state)
        else:
            app.change(wordings.moved(app.state, message.index))

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """A double click goes into the text."""
        self.on_rows_picked(message)  # type: ignore[arg-type]
        self._reader.act("open_version" if isinstance(self._cards, WordingCards) else "open_side")
