"""The pages of an event without a screen: who said what, facts that differ, coverage, timeline, headlines."""

from dataclasses import replace

import pytest

from reader.model import Span
from reader.session.actions import event_pages
from reader.session.comparing.model import Comparing, Versions
from reader.session.effects import Copy
from reader.session.event_pages import building, comparisons, sections, stating
from reader.session.event_pages.model import Cell, Facts, Gap, Gaps, Headlines, Matrix, Timeline
from reader.session.memory import Memory, load, save
from reader.session.opening import visit

PAGES = ("who_said_what", "facts", "gaps", "timeline", "headlines")


def compare_all(session) -> int:
    """Let everything be compared; how many steps it took."""
    steps = 0
    while not session.state.view.event.complete:
        session.state = event_pages.compared(session.state, session.world)
        steps += 1
    return steps


def open_lone(session) -> None:
    """Open the report that no other source has."""
    library = session.world.library
    key = next(key for key in library.order().keys if library.article(key).source == "北河日报")
    session.state = visit(session.state, session.world, key)


def whole(session, page: str):
    """A page with everything compared."""
    session.do(page)
    compare_all(session)
    return session.state.view


# opening, leaving, filling in


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_there_at_once_and_its_key_leads_back(session, name) -> None:
    before = session.state
    session.do(name)
    assert session.state.view is not None
    assert len(session.state.view.event.known) == 0
    session.do(name)
    assert session.state.view is None
    assert session.state.reading is before.reading
    assert session.state.pane == before.pane


def test_what_has_been_compared_is_kept_while_the_event_stays_the_same(session) -> None:
    session.do("facts")
    assert compare_all(session) == 3
    session.do("clear", "who_said_what")
    assert compare_all(session) == 0
    assert session.state.view.rows[0].only


def test_the_report_that_gaps_are_about_is_compared_first(session) -> None:
    session.do("gaps")
    home = session.state.view.home
    assert session.state.view.lists == {}
    for _ in range(2):
        session.state = event_pages.compared(session.state, session.world)
    assert all(home in pair for pair in session.state.view.event.known)
    assert session.state.view.lists


def test_while_it_is_being_compared_nothing_is_called_told_only_once(session) -> None:
    session.do("who_said_what")
    session.state = event_pages.compared(session.state, session.world)
    assert {row.only for row in session.state.view.rows} == {()}


def test_a_page_is_opened_as_it_was_left(session) -> None:
    whole(session, "who_said_what")
    session.do("down", "down", "right_cell", "narrow_rows", "sort_speakers")
    left = session.state.view
    session.do("facts", "who_said_what")
    assert session.state.view == left


def test_an_event_of_very_many_reports_is_compared_in_part_and_says_so(session, monkeypatch) -> None:
    monkeypatch.setattr(comparisons, "MOST", 2)
    session.do("timeline")
    assert len(session.state.view.event.keys) == 2
    assert session.state.reading.key in session.state.view.event.keys
    assert session.state.view.event.left_out == 1


def test_a_source_with_two_reports_is_told_apart_by_the_day(session) -> None:
    article = session.state.reading.article
    one, other = replace(article, published="2024-05-14"), replace(article, published="2024-05-16")
    assert comparisons.told_apart([("Wire", one), ("Post", one), ("Wire", other)]) == (
        "Wire 2024-05-14",
        "Post",
        "Wire 2024-05-16",
    )
    assert comparisons.told_apart([("Wire", one), ("Wire", one)]) == ("Wire 2024-05-14 (1)", "Wire 2024-05-14 (2)")


# who said what


def test_every_quote_is_in_exactly_one_cell_and_the_last_row_has_them_all(session) -> None:
    page = whole(session, "who_said_what")
    assert isinstance(page, Matrix)
    assert not page.unfolded
    for place, member in enumerate(page.event.members):
        cells = [id for row in page.rows for id in row.quotes[place]]
        assert sorted(cells) == sorted(quote.id for quote in member.analysis.quotes)
        assert len(building.quotes_in(page, len(page.rows), place)) == len(cells)


def test_enter_lists_the_quotes_of_the_cell_and_enter_again_goes_into_the_text(session) -> None:
    page = whole(session, "who_said_what")
    row = next(n for n, one in enumerate(page.rows) if one.speaker == "Dario Feld")
    place = next(n for n, quotes in enumerate(page.rows[row].quotes) if quotes)
    session.state = replace(session.state, view=replace(page, cursor=row, column=place))
    session.do("open_row")
    cell = session.state.view
    assert isinstance(cell, Cell)
    assert cell.title == "Dario Feld"
    assert {one.kind for said in cell.rows for one in said.elsewhere} >= {"only"}
    quote = cell.rows[0].quote
    session.do("open_row")
    assert session.state.view is None
    assert session.state.reading.key == page.event.keys[place]
    assert session.state.reading.cursor == quote.spans[0].start
    session.do("who_said_what")
    assert (session.state.view.cursor, session.state.view.column) == (row, place)


@pytest.mark.parametrize("inside", [False, True], ids=["table", "cell"])
def test_from_a_cell_to_every_wording_of_its_quote_and_back(session, inside) -> None:
    before = whole(session, "who_said_what")
    if inside:
        session.do("open_row")
    page, reading = session.state.view, session.state.reading
    session.do("cell_wording")
    assert isinstance(session.state.view, Versions)
    assert session.state.view.versions[0].quotes[0].speaker.name == before.rows[0].speaker
    assert any(version.quotes for version in session.state.view.versions[1:])
    session.do("next_versions", "leave_versions")
    assert session.state.view == page
    assert session.state.reading == reading


@pytest.mark.parametrize("inside", [False, True], ids=["table", "cell"])
def test_from_a_cell_to_two_reports_side_by_side_and_back(session, inside) -> None:
    whole(session, "who_said_what")
    if inside:
        session.do("open_row")
    page, reading = session.state.view, session.state.reading
    session.do("compare_cell")
    view = session.state.view
    assert isinstance(view, Comparing)
    assert view.table.blocks[view.block].b, "a report that has the quote stands beside it"
    session.do("leave_comparison")
    assert session.state.view == page
    assert session.state.reading == reading


def test_a_version_that_was_reached_from_a_cell_is_read_in_its_report(session) -> None:
    whole(session, "who_said_what")
    session.do("cell_wording", "open_version")
    assert session.state.view is None
    assert session.world.row(session.state.listing.item(session.state.cursor).key).key == session.state.reading.key


def test_an_empty_cell_has_no_wording_and_says_so(session) -> None:
    whole(session, "who_said_what")
    page = session.state.view
    empty = next((row, n) for row, one in enumerate(page.rows) for n, ids in enumerate(one.quotes) if not ids)
    session.state = replace(session.state, view=replace(page, cursor=empty[0], column=empty[1]))
    for action in ("cell_wording", "compare_cell"):
        session.do(action)
        assert isinstance(session.state.view, Matrix)
        assert "not quoted in" in session.state.message.text


def test_an_empty_cell_says_that_nobody_is_quoted_and_stays(session) -> None:
    page = whole(session, "who_said_what")
    row, place = next((n, p) for n, one in enumerate(page.rows) for p, quotes in enumerate(one.quotes) if not quotes)
    session.state = replace(session.state, view=replace(page, cursor=row, column=place))
    session.do("open_row")
    assert isinstance(session.state.view, Matrix)
    assert "not quoted in" in session.said
    session.do("note_on_row")
    assert session.state.prompt is None


def test_o_leaves_out_whom_every_source_quotes_and_s_orders(session) -> None:
    page = whole(session, "who_said_what")
    session.do("narrow_rows")
    assert {row.speaker for row in session.state.view.rows} == {row.speaker for row in page.rows if not row.everywhere}
    session.do("narrow_rows", "sort_speakers")
    names = [row.speaker for row in session.state.view.rows if row.speaker]
    assert names == sorted(names, key=str.casefold)
    session.do("sort_speakers")
    rows = [row for row in session.state.view.rows if row.speaker]
    differing = [row.varied + sum(row.only) for row in rows]
    assert differing == sorted(differing, reverse=True)


def test_speakers_without_a_name_stand_in_one_row_that_space_unfolds(session) -> None:
    page = whole(session, "who_said_what")
    names = [row.speaker for row in page.rows]
    assert names[-1] is None
    assert None not in names[:-1]
    session.do("unfold_unnamed")
    opened = session.state.view
    fold = opened.rows[opened.cursor]
    assert (fold.speaker, fold.described) == (None, False)
    described = opened.rows[len(names) :]
    assert described
    assert all(row.described for row in described)
    for place in range(len(page.event.keys)):
        assert sorted(fold.quotes[place]) == sorted(id for row in described for id in row.quotes[place])
    session.do("down", "unfold_unnamed")
    assert [row.speaker for row in session.state.view.rows] == names
    assert session.state.view.cursor == len(names) - 1


def test_the_table_is_copied_as_markdown(session) -> None:
    page = whole(session, "who_said_what")
    session.do("copy_page")
    assert isinstance(session.effect, Copy)
    lines = session.effect.text.splitlines()
    assert "| Harbour Gazette |" in lines[0]
    assert {line.count("|") for line in lines} == {len(page.event.keys) + 5}
    assert len(lines) == len(page.rows) + 3


def test_a_bar_in_a_name_does_not_break_the_table() -> None:
    from reader.session.event_pages.copying import table

    assert table([["a|b", "c"], ["d\ne", "\\"]]) == ["| a\\|b | c |", "| --- | --- |", "| d e | \\\\ |"]


# facts


def test_facts_differ_first_with_what_every_source_states(session) -> None:
    page = whole(session, "facts")
    assert isinstance(page, Facts)
    stated = {value for fact in page.rows if fact.verdict == "differs" for value, _ in stating.values(page.event, fact)}
    assert any("42 million" in value for value in stated)
    assert any("58 million" in value for value in stated)
    ranks = [building.ORDER.index(fact.verdict) for fact in page.rows]
    assert ranks == sorted(ranks)
    for fact in page.rows:
        for one in fact.statements:
            if one.span:
                assert one.span.of(page.event.members[one.member].article.text).strip()


def test_enter_puts_the_two_sentences_side_by_side_and_q_leads_back_to_the_fact(session) -> None:
    page = whole(session, "facts")
    row = next(n for n, fact in enumerate(page.rows) if "42 million" in stating.stated(page.event, fact.statements[0]))
    session.state = replace(session.state, view=replace(page, cursor=row))
    session.do("open_row")
    view = session.state.view
    assert isinstance(view, Comparing)
    block = view.table.blocks[view.block]
    words = [view.table.side(s).article.paragraphs[block.of(s)[0]].of(view.table.side(s).article.text) for s in "ab"]
    assert "42 million" in words[0]
    assert "58 million" in words[1]
    session.do("leave_comparison")
    assert isinstance(session.state.view, Facts)
    assert session.state.view.cursor == row


def test_tab_goes_through_the_kinds_there_are(session) -> None:
    page = whole(session, "facts")
    kinds = {fact.kind for fact in page.rows}
    for _ in kinds:
        session.do("next_kind")
        shown = {fact.kind for fact in session.state.view.rows}
        assert shown == {session.state.view.kind}
    session.do("next_kind")
    assert session.state.view.rows == page.rows


def test_a_fact_that_was_seen_is_remembered_and_can_be_unmarked(session, tmp_path) -> None:
    whole(session, "facts")
    session.do("mark_seen")
    marked = session.state.memory.seen
    assert len(marked) == 1
    save(tmp_path / "memory.json", session.state.memory)
    assert load(tmp_path / "memory.json")[0].seen == marked
    session.do("mark_seen")
    assert session.state.memory.seen == ()


def test_marks_are_kept_within_bounds() -> None:
    memory = Memory()
    for number in range(5_010):
        memory = memory.with_seen(str(number), True)
    assert len(memory.seen) == 5_000
    assert memory.seen[-1] == "5009"


def test_a_note_on_a_fact_has_both_passages(session) -> None:
    page = whole(session, "facts")
    row = next(n for n, fact in enumerate(page.rows) if all(one.span for one in fact.statements))
    session.state = replace(session.state, view=replace(page, cursor=row))
    session.do("note_on_row")
    assert len(session.state.prompt.pair) == len(page.rows[row].statements)


def test_agreement_is_shown_when_asked_for(session) -> None:
    page = whole(session, "facts")
    assert all(fact.verdict != "same" for fact in page.rows)
    session.do("narrow_rows")
    assert len(session.state.view.rows) == len(page.facts)


def test_the_reports_own_days_come_after_what_the_texts_state(session) -> None:
    page = whole(session, "facts")
    places = [any(one.span for one in fact.statements) for fact in page.rows if fact.verdict == "differs"]
    assert places == sorted(places, reverse=True)


# coverage


def test_gaps_name_what_is_only_here_and_what_was_not_found_here(session) -> None:
    page = whole(session, "gaps")
    assert isinstance(page, Gaps)
    texts = [member.article.text for member in page.event.members]
    told = {which: [gap.spans[0].of(texts[gap.place]) for gap in gaps] for which, gaps in page.lists.items()}
    assert any("government in Marrick has promised" in words for words in told["only"])
    assert any("footbridge of timber" in words for words in told["missing"])
    assert all(gap.place == page.home for gap in page.lists["only"])
    assert all(gap.place != page.home for gap in page.lists["missing"])
    weights = [gap.weight for gap in page.rows]
    assert weights == sorted(weights, reverse=True)


def test_what_is_missing_leads_to_the_source_that_tells_it(session) -> None:
    whole(session, "gaps")
    session.do("next_kind")
    page = session.state.view
    gap = page.rows[0]
    session.do("open_row")
    assert session.state.reading.key == page.event.keys[gap.place]
    assert session.state.reading.cursor == gap.spans[0].start
    assert "not found in" in session.said
    assert "omit" not in session.said


def test_a_gap_that_was_put_aside_can_be_hidden_and_brought_back(session) -> None:
    page = whole(session, "gaps")
    first = page.rows[0]
    session.do("mark_seen")
    assert session.state.view.rows == page.rows
    session.do("narrow_rows")
    assert first not in session.state.view.rows
    session.do("narrow_rows")
    assert session.state.view.rows == page.rows
    session.do("top", "mark_seen")
    assert session.state.memory.seen == ()


def gap(place: int, why: tuple[str, ...] = (), *elsewhere: int) -> Gap:
    return Gap(place, (Span(0, 1),), 1, 0.5, why, tuple((other, Span(0, 1), 1) for other in elsewhere), f"{place}{why}")


def test_a_long_list_of_gaps_begins_with_what_most_sources_tell(session) -> None:
    page = whole(session, "gaps")
    lone = [gap(1), gap(1, ("Tarn", "14")), gap(2, ("quote by Dario Feld", "Tarn"))]
    found = sections.sorted_in("missing", [*lone, *lone, gap(1, (), 2), gap(1, (), 2), gap(2, (), 1, 3)])
    made = replace(page, which="missing", rows=found)
    assert [text for n in range(len(found)) if (text := sections.heading(made, n))] == [
        "told by 3 other sources · 1",
        "told by 2 other sources · 2",
        "told by one other source, with somebody’s words · 2",
        "told by one other source, with names or figures · 2",
        "told by one other source, without names or figures · 2",
    ]
    assert sections.sorted_in("missing", lone) == tuple(lone), "a short list stays as it is"


def test_a_number_shows_another_sources_gaps(session) -> None:
    page = whole(session, "gaps")
    other = (page.home + 1) % 3
    session.do("page_source", which=other)
    assert session.state.view.home == other
    assert all(gap.place == other for gap in session.state.view.rows)
    session.do("page_source", which=8)
    assert "3 sources" in session.said


# timeline and headlines


def test_the_timeline_is_in_order_and_begins_on_the_day_of_the_event(session) -> None:
    page = whole(session, "timeline")
    assert isinstance(page, Timeline)
    days = [row.date for row in page.rows if row.date]
    assert days == sorted(days)
    assert page.rows[page.cursor].role == "event"
    assert page.rows[page.cursor].date == "2024-05-14"


def test_a_source_is_hidden_and_shown_by_its_number(session) -> None:
    page = whole(session, "timeline")
    session.do("page_source", which=0)
    assert all(mention.member != 0 for row in session.state.view.rows for mention in row.mentions)
    session.do("page_source", which=1)
    session.do("page_source", which=2)
    assert "last source" in session.said
    session.do("page_source", which=0)
    session.do("page_source", which=1)
    assert session.state.view.rows == page.rows


def test_o_leaves_the_days_on_which_a_source_is_silent(session) -> None:
    whole(session, "timeline")
    session.do("narrow_rows")
    assert all(len(row.members) < 3 for row in session.state.view.rows if row.date)


def test_enter_goes_to_the_sentence_of_the_chosen_mention(session) -> None:
    page = whole(session, "timeline")
    row = next(n for n, one in enumerate(page.rows) if len(one.mentions) > 1 and all(m.span for m in one.mentions))
    session.state = replace(session.state, view=replace(page, cursor=row, mention=0))
    session.do("right_cell", "open_row")
    mention = page.rows[row].mentions[1]
    assert session.state.reading.key == page.event.keys[mention.member]
    assert session.state.reading.cursor == mention.span.start


def test_headlines_lead_into_their_reports(session) -> None:
    page = whole(session, "headlines")
    assert isinstance(page, Headlines)
    session.do("bottom", "open_row")
    assert session.state.reading.key == page.event.keys[-1]


# nothing to show


@pytest.mark.parametrize("name", PAGES)
def test_a_lone_report_has_pages_too(session, name) -> None:
    open_lone(session)
    session.do(name)
    assert session.state.view.event.complete
    session.do("open_row", "clear", "clear")


@pytest.mark.parametrize("name", PAGES)
def test_every_key_can_be_pressed_on_every_page(session, name) -> None:
    from reader.session.actions import ACTIONS

    whole(session, name)
    scope = session.state.scope
    page, state = session.state.view, session.state
    for action in [action for action in ACTIONS.values() if scope in action.scope]:
        for which in range(len(action.keys)):
            session.state = replace(state, view=page)
            session.do(action.name, which=which)
