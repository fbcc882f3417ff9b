"""The reading pane: places stay where the eye is, marks lie on the right words, nothing is cut or lost."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from at_rest import at_rest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp

from reader.model import Span
from reader.text.wrap import cell_width
from reader.ui.widgets.document import Document, Mark, View, raw_document
from reader.ui.widgets.layout import Layout
from reader.ui.widgets.page import Page
from reader.ui.widgets.palette import Palette

Shown = Callable[[Page], list[str]]

SENTENCES = (
    "The ferry ran aground off Sele before dawn.",
    "“We heard a noise like thunder,” said the mate, who did not give her name to this newspaper or to any other.",
    "Nobody was hurt.",
    "The harbour office counted 312 passengers, of whom some forty were asleep.",
)


def article(paragraphs: int, sentences: tuple[str, ...] = SENTENCES, **more: object) -> Document:
    """An article of invented paragraphs."""
    pieces, spans, found, start = [], [], [], 0
    for number in range(paragraphs):
        begin = start
        for at in range(1 + number % len(sentences)):
            sentence = sentences[(number + at) % len(sentences)]
            found.append(Span(start, start + len(sentence)))
            pieces.append(sentence + " ")
            start += len(sentence) + 1
        spans.append(Span(begin, start - 1))
        pieces.append("\n\n")
        start += 2
    header = ((("Ferry aground off Sele", "title"),), (("Harbour Gazette · 3 Feb", "dim-meta"),))
    defaults = {"header": header, "gutter_width": 4, **more}
    return Document(text="".join(pieces), paragraphs=tuple(spans), sentences=tuple(found), **defaults)  # type: ignore[arg-type]


class Pane(App[None]):
    def __init__(self, document: Document | None = None) -> None:
        super().__init__()
        self.document = document
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield Page(self.document, empty="Choose an article in the list: Enter opens it.")

    def on_page_cursor_moved(self, message: Page.CursorMoved) -> None:
        self.heard.append(("moved", message.offset))

    def on_page_clicked(self, message: Page.Clicked) -> None:
        self.heard.append(("clicked", message.offset, message.mark, message.gutter))

    def on_page_selected(self, message: Page.Selected) -> None:
        self.heard.append(("selected", message.span))


def styled(page: Page, screen_row: int) -> list[tuple[str, Style]]:
    """The pieces of a row with their styles."""
    return [(segment.text, segment.style or Style.null()) for segment in page.render_line(screen_row)]


def style_of(page: Page, offset: int) -> Style:
    """The style that the character at an offset is drawn with."""
    row = page.row_of(offset)
    span = page.layout_rows.span(page.top_row + row)
    assert span is not None
    cell = page.layout_rows.text_x + cell_width(page.document.text[span.start : offset])
    for text, style in styled(page, row):
        cell -= cell_width(text)
        if cell < 0:
            return style
    raise AssertionError("not drawn")


# same row


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (46, 12), (30, 7)])
async def test_a_passage_is_put_on_the_row_that_is_asked_for(size: tuple[int, int]) -> None:
    document = article(40)
    app = Pane()
    async with app.run_test(size=size) as pilot:
        page = app.query_one(Page)
        for number, sentence in enumerate(document.sentences):
            row = number * 7 % size[1]
            page.show(document)
            page.place(sentence.start, row)
            here = page.layout_rows.row(sentence.start)
            lowest = page.layout_rows.rows - page.view_height
            assert page.row_of(page.cursor) == here - min(max(here - row, 0), lowest)
            assert page.sentence == sentence
        await at_rest(pilot.app)


async def test_going_back_to_a_view_is_exact() -> None:
    document, other = article(30), article(12, SENTENCES[::-1])
    app = Pane(document)
    async with app.run_test(size=(80, 20)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        for step in range(25):
            page.move_rows(3 if step % 3 else -2)
            before = page.snapshot()
            page.show(other, other.sentences[3].start, before.row)
            page.show(document)
            page.restore(before)
            assert page.snapshot() == before


async def test_a_place_asked_for_before_there_is_a_screen_is_kept(until: Callable[..., Awaitable[None]]) -> None:
    document = article(30)
    app = Pane()
    page = Page()
    page.show(document)
    page.place(document.sentences[30].start, 6)
    async with app.run_test(size=(80, 20)) as pilot:
        await app.query_one(Page).remove()
        await app.mount(page)
        await until(pilot, lambda: page.row_of(document.sentences[30].start) == 6)


async def test_another_width_keeps_the_line_being_read_on_its_row() -> None:
    document = article(40)
    app = Pane(document)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.place(document.sentences[40].start, 9)
        for size in [(50, 24), (120, 24), (33, 24), (80, 24)]:
            await pilot.resize_terminal(*size)
            await at_rest(pilot.app)
            assert page.row_of(document.sentences[40].start) == 9
        await pilot.resize_terminal(80, 6)
        await at_rest(pilot.app)
        assert 0 <= page.row_of(page.cursor) < 6


async def test_another_width_after_going_to_the_end_shows_the_end() -> None:
    app = Pane(article(40, footer=((("ferry.example", "dim-meta"),),)))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.bottom()
        await pilot.resize_terminal(50, 24)
        await at_rest(pilot.app)
        assert page.at_end
        page.top()
        await pilot.resize_terminal(90, 24)
        await at_rest(pilot.app)
        assert page.top_row == 0


async def test_other_marks_break_no_line_anew() -> None:
    document = article(10)
    app = Pane(document)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.move_rows(5)
        layout, before = page.layout_rows, page.snapshot()
        page.revise(replace(page.document, marks=(Mark(4, 9, "person", "p1"),)))
        page.set_hits([Span(4, 9)], 0)
        assert page.layout_rows is layout
        assert page.snapshot() == before


# what is drawn


async def test_the_whole_text_can_be_read(shown: Shown) -> None:
    document = article(9)
    app = Pane(document)
    async with app.run_test(size=(70, 60)) as pilot:
        await at_rest(pilot.app)
        rows = shown(app.query_one(Page))
        assert rows[0].strip() == "Ferry aground off Sele"
        assert rows[2] == ""
        words = " ".join(row.replace("▌", " ").strip() for row in rows[3:]).split()
        assert words == document.text.split()
        assert rows[4].strip() == ""


async def test_the_measure_is_kept_and_centred() -> None:
    app = Pane(article(6))
    async with app.run_test(size=(160, 30)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        layout = page.layout_rows
        assert layout.text_width == 72
        assert abs(layout.left - (page.view_width - layout.text_x - layout.text_width)) <= 2
        page.measure = 60
        assert page.layout_rows.text_width == 60


async def test_the_gutter_tells_who_else_reports_a_paragraph_and_where_a_note_is(shown: Shown) -> None:
    signs = {0: (("●○", "gutter"),), 2: (("○", "gutter"), ("●", "gutter"))}
    document = article(3, gutter=signs, notes=frozenset({2}))
    app = Pane(document)
    async with app.run_test(size=(76, 30)) as pilot:
        await at_rest(pilot.app)
        rows = [row for row in shown(app.query_one(Page)) if "●" in row]
        assert [row.strip()[:4] for row in rows] == ["●○ ▌", "○●✎ "]


async def test_overlapping_marks_are_all_seen() -> None:
    document = article(4)
    quote = document.text.index("“We heard")
    end = document.text.index("thunder,”") + 9
    noise = document.text.index("noise")
    palette = Palette(
        {
            "quote": Style(bgcolor="#eeeecc"),
            "person": Style(bold=True),
            "hit": Style(reverse=True),
            "sentence": Style(),
        }
    )
    app = Pane(document)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.palette = palette
        marks = Mark(quote, end, "quote", "q1"), Mark(noise, noise + 5, "person", "p1")
        page.revise(replace(page.document, marks=marks))
        page.set_hits([Span(noise + 2, noise + 12)])
        assert style_of(page, quote).bgcolor == style_of(page, noise).bgcolor == Style(bgcolor="#eeeecc").bgcolor
        assert not style_of(page, quote).bold
        assert style_of(page, noise).bold
        assert not style_of(page, noise).reverse
        assert style_of(page, noise + 2).reverse
        assert style_of(page, noise + 2).bold
        assert style_of(page, noise + 7).reverse
        assert not style_of(page, noise + 7).bold
        assert style_of(page, end).bgcolor != Style(bgcolor="#eeeecc").bgcolor
        page.set_hits([])
        assert not style_of(page, noise + 2).reverse


async def test_the_current_sentence_has_a_bar_on_each_of_its_rows(shown: Shown) -> None:
    document = article(4)
    app = Pane(document)
    async with app.run_test(size=(50, 30)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.place(document.sentences[1].start)
        rows = page.layout_rows.rows_of(document.sentences[1])
        assert len(rows) > 1
        barred = [page.top_row + y for y, row in enumerate(shown(page)) if "▌" in row]
        assert barred == list(rows)


async def test_moving_the_cursor_draws_only_the_rows_that_change() -> None:
    document = article(12)
    app = Pane(document)
    async with app.run_test(size=(80, 30)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        drawn: list[int] = []
        original = page.row_at
        page.row_at = lambda row, *more: drawn.append(row) or original(row, *more)  # type: ignore[method-assign, func-returns-value]
        page.move_rows(1)
        await at_rest(pilot.app)
        assert drawn
        assert len(set(drawn)) <= 6


async def test_a_text_that_is_loading_stays_in_sight(shown: Shown) -> None:
    app = Pane(article(3))
    async with app.run_test(size=(80, 20)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        before, bright = shown(page), styled(page, 0)
        page.dimmed = True
        assert shown(page) == before
        assert styled(page, 0) != bright
        page.show(article(5))
        assert not page.dimmed


async def test_nothing_to_show_says_what_to_press(shown: Shown) -> None:
    app = Pane()
    async with app.run_test(size=(70, 9)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        assert [row.strip() for row in shown(page) if row] == ["Choose an article in the list: Enter opens it."]
        assert not page.move_rows(1)
        assert not page.move_page(1)
        assert page.progress() == 1.0
        await pilot.click(Page, offset=(5, 5))
        page.start_selection()


async def test_the_raw_text_is_shown_line_by_line(shown: Shown) -> None:
    app = Pane(raw_document("Title: x\n\n  [sic] indented\tline\nlast"))
    async with app.run_test(size=(60, 8)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        assert [row[page.layout_rows.text_x :] for row in shown(page)][:4] == [
            "Title: x",
            "",
            "  [sic] indented line",
            "last",
        ]


HOSTILE = (
    "[red]@[/] [@click=app.quit]here[/]",
    "\\[b] 漢字の議会は可決した。",
    "👨‍👩‍👧 e\u0301\u0301 🇩🇪 ❤️ क्षि " * 3,
    "x" * 200,
)


async def test_no_size_is_too_small_and_no_character_is_halved() -> None:
    document = article(6, HOSTILE, gutter_width=5, marks=tuple(Mark(at, at + 5, "person") for at in range(0, 300, 7)))
    app = Pane(document)
    async with app.run_test(size=(30, 8)) as pilot:
        page = app.query_one(Page)
        for width, height in [(1, 1), (2, 1), (3, 3), (5, 2), (7, 1), (10, 4), (13, 1), (17, 9), (40, 9)]:
            await pilot.resize_terminal(width, height)
            await at_rest(pilot.app)
            page.move_rows(2)
            page.move_page(1)
            page.place(20, 3)
            page.bottom()
            page.top()
            page.start_selection()
            for y in range(height):
                strip = page.render_line(y)
                assert strip.cell_length == page.view_width
                assert cell_width(strip.text) == page.view_width


async def test_a_mark_never_parts_a_character_from_its_accents() -> None:
    text = "cafe\u0301 👨‍👩‍👧 closed"
    document = Document(text=text, paragraphs=(Span(0, len(text)),), marks=(Mark(0, 4, "person"), Mark(7, 9, "place")))
    app = Pane(document)
    async with app.run_test(size=(40, 4)) as pilot:
        await at_rest(pilot.app)
        pieces = [piece for piece, _ in styled(app.query_one(Page), 0)]
        assert not any(piece.startswith(("\u0301", "\u200d")) for piece in pieces)
        assert text in "".join(pieces)


# moving


async def test_j_goes_down_a_row_and_makes_the_sentence_there_current() -> None:
    document = article(12)
    app = Pane(document)
    async with app.run_test(size=(60, 16)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        rows = []
        while page.move_rows(1) and len(rows) < 200:
            rows.append(page.layout_rows.row(page.cursor))
            span = page.layout_rows.span(rows[-1])
            assert span is not None
            started = [sentence for sentence in document.sentences if span.start <= sentence.start < span.end]
            assert page.sentence == (started[0] if started else document.sentence_at(span.start))
            assert page.at_end or page.row_of(page.cursor) <= 13
            if page.at_end and rows[-1] == page.layout_rows.after - 1:
                break
        texts = [row for row in range(page.layout_rows.lead, page.layout_rows.after) if page.layout_rows.span(row)]
        assert rows == texts[1:]
        assert page.progress() == 1.0
        for _ in texts:
            page.move_rows(-1)
        assert page.cursor == 0
        assert page.top_row == 0
        await at_rest(pilot.app)
        assert app.heard[-1] == ("moved", 0)


async def test_a_page_moves_text_and_cursor_together_and_says_when_there_is_no_more() -> None:
    app = Pane(article(30))
    async with app.run_test(size=(60, 16)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.move_rows(4)
        row = page.row_of(page.cursor)
        assert page.move_page(0.5)
        assert page.top_row == 8
        assert abs(page.row_of(page.cursor) - row) <= 1
        pages = 0
        while page.move_page(1):
            pages += 1
            assert pages < 50
        assert page.at_end
        assert page.top()
        assert (page.top_row, page.cursor) == (0, 0)
        assert page.bottom()
        assert page.at_end
        assert not page.bottom()


async def test_the_wheel_takes_the_cursor_along() -> None:
    app = Pane(article(30))
    async with app.run_test(size=(60, 16)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        await pilot._post_mouse_events([MouseScrollDown] * 12, widget=Page, offset=(5, 5))
        await at_rest(pilot.app)
        assert page.top_row >= 12
        assert 0 <= page.row_of(page.cursor) < 16
        assert ("moved", page.cursor) in app.heard


# mouse and selection


async def test_a_click_puts_the_cursor_and_tells_the_mark() -> None:
    document = article(4)
    at = document.text.index("Sele")
    document = article(4, marks=(Mark(0, 43, "quote", "q1"), Mark(at, at + 4, "place", "l1")))
    app = Pane(document)
    async with app.run_test(size=(76, 20)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        x = page.layout_rows.text_x
        await pilot.click(Page, offset=(x + at + 1, 3))
        assert page.cursor == at + 1
        assert app.heard[-2:] == [("moved", at + 1), ("clicked", at + 1, "l1", False)]
        await pilot.click(Page, offset=(x + 2, 3))
        assert app.heard[-1] == ("clicked", 2, "q1", False)
        await pilot.click(Page, offset=(x - 1, 3))
        assert app.heard[-1] == ("clicked", 0, None, True)


async def test_two_clicks_select_the_word() -> None:
    document = article(4)
    app = Pane(document)
    async with app.run_test(size=(76, 20)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        await pilot.click(Page, offset=(page.layout_rows.text_x + 5, 3), times=2)
        span = page.selection()
        assert span is not None
        assert span.of(document.text) == "ferry"
        assert style_of(page, span.start) != style_of(page, span.start - 1)
        assert app.heard[-1] == ("selected", span)
        assert page.clear_selection()
        await at_rest(pilot.app)
        assert app.heard[-1] == ("selected", None)


async def test_nothing_moves_under_the_mouse() -> None:
    app = Pane(article(30))
    async with app.run_test(size=(60, 16)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.scroll_to_row(30)
        row = next(row for row in (31, 30) if page.layout_rows.span(row))
        await pilot.click(Page, offset=(page.layout_rows.text_x + 1, row - 30), times=2)
        assert page.top_row == 30
        span = page.selection()
        assert span is not None
        assert page.layout_rows.row(span.start) == row


async def test_dragging_selects_and_the_selection_stays() -> None:
    document = article(6)
    app = Pane(document)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        x = page.layout_rows.text_x
        await pilot.mouse_down(Page, offset=(x + 4, 3))
        await pilot.hover(Page, offset=(x + 3, 5))
        await pilot.mouse_up(Page, offset=(x + 3, 5))
        span = page.selection()
        assert span is not None
        rows = page.layout_rows
        lower = rows.span(5)
        assert lower is not None
        assert span == Span(4, lower.start + 4)
        page.move_rows(3)
        assert page.selection() == span
        await pilot.click(Page, offset=(x + 2, 3))
        assert page.selection() is None


async def test_v_selects_sentence_by_sentence() -> None:
    document = article(6)
    sentences = document.sentences
    app = Pane(document)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.place(sentences[4].start)
        page.start_selection()
        assert page.selection() == sentences[4]
        page.place(sentences[6].start)
        assert page.selection() == Span(sentences[4].start, sentences[6].end)
        page.place(sentences[2].start)
        assert page.selection() == Span(sentences[2].start, sentences[4].end)
        page.stop_selection()
        page.place(0)
        assert page.selection() == Span(sentences[2].start, sentences[4].end)


async def test_another_article_forgets_selection_and_hits() -> None:
    document = article(6)
    app = Pane(document)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.start_selection()
        page.set_hits([Span(0, 3)], 0)
        page.show(article(5))
        assert page.selection() is None
        assert not style_of(page, 0).reverse


# rows and offsets


@settings(max_examples=60)
@given(st.integers(0, 12), st.integers(1, 130), st.integers(20, 80))
def test_every_offset_is_on_the_row_that_shows_it(paragraphs: int, width: int, measure: int) -> None:
    document = article(paragraphs, SENTENCES + HOSTILE)
    layout = Layout(document, width, measure)
    for row in range(layout.rows):
        span = layout.span(row)
        if span:
            assert {layout.row(offset) for offset in range(span.start, span.end)} <= {row}
            assert layout.text_width < 2 or cell_width(span.of(document.text)) <= layout.text_width
    firsts = [row for row in range(layout.rows) if layout.paragraph_on(row) is not None]
    assert len(firsts) == len(document.paragraphs)


def test_a_view_is_a_value() -> None:
    assert View(3, 1, 2) == View(3, 1, 2)


async def test_a_pane_that_was_hidden_shows_what_came_meanwhile(shown: Shown) -> None:
    document = article(30)
    app = Pane(article(2))
    async with app.run_test(size=(60, 16)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.display = False
        await at_rest(pilot.app)
        page.show(document, document.sentences[20].start, 5)
        await at_rest(pilot.app)
        page.display = True
        await at_rest(pilot.app)
        assert page.row_of(document.sentences[20].start) == 5
        assert "".join(shown(page)).strip()


async def test_a_place_asked_for_before_the_layout_does_not_keep_the_rows_from_being_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever asks has the new place looked up early; the layout then finds nothing new, and tells no resize."""
    monkeypatch.setattr(Compositor, "render_update", lambda self, *given, **named: None)  # else drawing makes them
    document = article(30)
    app = Pane(article(2))
    async with app.run_test(size=(60, 16)) as pilot:
        page = app.query_one(Page)
        page.display = False
        await at_rest(pilot.app)
        await pilot.resize_terminal(50, 16)
        page.show(document, document.sentences[20].start, 5)
        await at_rest(pilot.app)
        assert page.layout_rows.width == 59
        page.display = True
        app.screen._compositor.update_widgets({page})  # a frame that was under way
        assert page.view_width == 49
        await at_rest(pilot.app)
        assert page.layout_rows.width == 49
        assert page.snapshot() == View(page.cursor, 5, page.top_row)


async def test_the_scrollbar_scrolls_at_once_and_takes_the_cursor_along() -> None:
    app = Pane(article(30))
    async with app.run_test(size=(60, 16)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.post_message(ScrollTo(y=30.4))
        await at_rest(pilot.app)
        assert page.top_row == 30
        assert 0 <= page.row_of(page.cursor) < 16
        page.post_message(ScrollUp())
        await at_rest(pilot.app)
        assert page.top_row == 14
        page.post_message(ScrollDown())
        await at_rest(pilot.app)
        assert page.top_row == 30


async def test_dragging_beyond_the_edge_scrolls(until: Callable[..., Awaitable[None]]) -> None:
    app = Pane(article(30))
    async with app.run_test(size=(60, 16)) as pilot:
        await at_rest(pilot.app)
        page = app.query_one(Page)
        page.styles.height = 10
        await until(pilot, lambda: page.view_height == 10)
        x = page.layout_rows.text_x
        await pilot.mouse_down(Page, offset=(x + 4, 6))
        await pilot.hover(offset=(x + 3, 12))
        await until(pilot, lambda: page.top_row >= 3)
        await pilot.mouse_up(offset=(x + 3, 12))
        top = page.top_row
        span = page.selection()
        assert span is not None
        lowest = page.layout_rows.text_row(top + 9, -1)  # between two paragraphs a row has none
        assert lowest is not None
        assert page.layout_rows.row(span.end - 1) >= lowest
        await at_rest(pilot.app)
        assert page.top_row == top
