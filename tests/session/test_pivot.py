"""One report beside all the others: every paragraph once, whatever the comparisons say, and one's place in each."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Analysis, Article, Comparison, Only, Passage, Span
from reader.session.comparing import pivoting
from reader.session.comparing.model import Comparing, Side
from reader.session.comparing.opening import laid
from reader.session.comparing.pivot import PIVOT, Other, Pivot, shown
from reader.session.comparing.pivot_places import offset_in, passages
from reader.session.effects import Copy
from reader.session.opening import at_cursor

COST = "Repairs are expected"
INQUIRY = '"Somebody read that report'


def report(place: int, count: int) -> Side:
    """A source of so many paragraphs of one sentence."""
    texts = [f"Boat {number} of paper {place} reached the pier." for number in range(count)]
    spans, start = [], 0
    for text in texts:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 2
    article = Article(id=f"{place}", file="", text="\n\n".join(texts), paragraphs=tuple(spans), source=f"Paper {place}")
    return Side(place, place, f"Paper {place}", article, Analysis(sentences=tuple(spans)))


def compared(a: Side, b: Side, links: list[tuple[int, int]]) -> Comparison:
    """With these paragraphs told alike; all others only on one side."""
    left, right = a.article.paragraphs, b.article.paragraphs
    found = tuple(Passage((left[x],), (right[y],), "similar", 0.7, True) for x, y in links)
    only_a = tuple(Only((span,), 0.5) for n, span in enumerate(left) if n not in {x for x, _ in links})
    only_b = tuple(Only((span,), 0.5) for n, span in enumerate(right) if n not in {y for _, y in links})
    return Comparison(found, only_a=only_a, only_b=only_b)


def events() -> st.SearchStrategy[list[tuple[Side, list[tuple[int, int]]]]]:
    """The paragraphs of the pivot, and of each other source with its links to them."""

    @st.composite
    def drawn(draw: st.DrawFn) -> list[tuple[Side, list[tuple[int, int]]]]:
        counts = draw(st.lists(st.integers(0, 6), min_size=3, max_size=5))
        found = []
        for place, count in enumerate(counts):
            pairs = [(x, y) for x in range(counts[0]) for y in range(count)]
            links = draw(st.lists(st.sampled_from(pairs), max_size=8, unique=True)) if pairs and place else []
            found.append((report(place, count), links))
        return found

    return drawn()


def by_pivot(event: list[tuple[Side, list[tuple[int, int]]]]) -> Pivot:
    """The first one beside the others."""
    pivot = event[0][0]
    tables = tuple(laid(pivot, side, compared(pivot, side, links)) for side, links in event[1:])
    others = tuple(Other(side.key, side.place, side.name) for side, _ in event[1:])
    return pivoting.arranged(Pivot(pivot, others, tables))


def told(view: Pivot, source: int) -> list[int]:
    """The paragraphs of a source in the order of the rows, those told beside another row left out."""
    found: list[int] = []
    for row in range(len(view.rows)):
        block = view.block(row, source)
        if block is not None and view.is_beside(row, source) is None:
            found += block.b
    return found


@settings(deadline=None)
@given(events(), st.data())
def test_every_paragraph_of_every_report_stands_in_exactly_one_row(event, data: st.DataObject) -> None:
    view = by_pivot(event)
    rest = [
        [place for block in table.blocks if not block.a for place in block.b]
        for table in view.tables
        if table is not None
    ]
    pairs = [(x, y) for x, y in combinations(range(len(rest)), 2) if rest[x] and rest[y]]
    links = {}
    for one, other in pairs:
        link = st.tuples(st.sampled_from(rest[one]), st.sampled_from(rest[other]))
        chosen = data.draw(st.lists(link, max_size=3))
        links[one, other] = tuple((0.5, (one, x), (other, y)) for x, y in chosen)
    grouped = replace(view, links=links, shared=pivoting._groups(links.values()))
    for found in (view, pivoting.arranged(grouped)):
        assert [row.paragraph for row in found.rows if row.paragraph is not None] == [
            *range(len(event[0][0].article.paragraphs))
        ]
        for source, (side, _) in enumerate(event[1:]):
            assert sorted(told(found, source)) == [*range(len(side.article.paragraphs))]


@settings(deadline=None)
@given(events())
def test_every_difference_of_two_is_told_where_it_stands(event) -> None:
    view = by_pivot(event)
    assert [one.row for one in view.differences] == sorted(one.row for one in view.differences)
    for one in view.differences:
        assert one.kind in view.rows[one.row].kinds
        for span in one.here:
            assert view.rows[one.row].paragraph == view.side.article.paragraph_at(span.start)
    known = {
        (source, difference.a, difference.b)
        for source, table in enumerate(view.tables)
        for difference in (table.differences if table else ())
    }
    assert {(source, one.here, spans) for one in view.differences for source, spans in one.there} == known


def test_what_several_tell_and_the_pivot_does_not_is_one_row() -> None:
    event = [(report(0, 2), []), (report(1, 2), [(0, 0)]), (report(2, 3), [(0, 1)]), (report(3, 1), [(1, 0)])]
    view = by_pivot(event)
    assert [row.blocks for row in view.rows if row.paragraph is None] == [
        (None, 0, None),
        (1, None, None),
        (None, 2, None),
    ]
    together = pivoting.arranged(replace(view, shared=(((0, 1), (1, 2)),)))
    assert [row.blocks for row in together.rows if row.paragraph is None] == [(None, 0, None), (1, 2, None)]
    text = next(one.text for one in together.differences if one.row == 2)
    assert text == "not found in Paper 0’s report: Paper 1 ¶2; Paper 2 ¶3"


def test_rows_that_come_in_do_not_move_the_cursor() -> None:
    event = [(report(0, 3), []), (report(1, 2), [(1, 1)]), (report(2, 4), [(0, 3)])]
    whole = by_pivot(event)
    begun = pivoting.arranged(replace(whole, tables=(whole.tables[0], None)))
    at = pivoting.row_of(begun, 1)
    now = pivoting.arranged(replace(begun, row=at, tables=whole.tables))
    assert now.rows[now.row].paragraph == 1
    assert len(now.rows) > len(begun.rows)


@pytest.mark.parametrize(
    ("width", "others", "columns"),
    [(80, 3, 0), (121, 3, 0), (122, 3, 2), (162, 3, 3), (200, 3, 3), (200, 7, 3), (400, 7, 7), (90, 1, 1), (80, 1, 0)],
)
def test_as_many_columns_as_have_forty_cells(width: int, others: int, columns: int) -> None:
    assert shown(width, others) == columns


# with a library


def put(session, words: str) -> None:
    session.state = at_cursor(session.state, session.state.reading.article.text.index(words))


def pivot(session) -> Pivot:
    assert isinstance(session.state.view, Pivot)
    return session.state.view


def fill(session) -> Pivot:
    """All comparisons, as they come in while no key is pressed."""
    from reader.session.actions.pivots import compared as further

    while not pivot(session).complete:
        session.state = further(session.state, session.world)
    return pivot(session)


def words_of(session) -> list[str]:
    """What each report says in the row under the cursor, the pivot first."""
    view = pivot(session)
    found = [passages(view, source) for source in range(-1, len(view.others))]
    return [" ".join(span.of(side.article.text) for span in spans) if side else "?" for side, spans in found]


def test_p_shows_what_is_ready_at_once_and_the_rest_comes(session) -> None:
    put(session, INQUIRY)
    session.do("compare", "pivot")
    assert pivot(session).compared == 1
    assert session.state.scope == "compare"
    here, wire, post = words_of(session)
    assert (INQUIRY in here, wire, post) == (True, "", "?")
    fill(session)
    here, wire, post = words_of(session)
    assert INQUIRY in here
    assert INQUIRY in post
    assert wire == ""


def test_p_goes_to_and_fro_at_the_same_passage(session) -> None:
    put(session, COST)
    session.do("compare")
    before = session.state.view
    session.do("pivot")
    fill(session)
    session.do("right_side", "pivot")
    assert isinstance(session.state.view, Comparing)
    assert session.state.view.table == before.table
    assert session.state.view.block == before.block
    session.do("pivot", "leave_comparison")
    assert session.state.view is None
    assert COST in session.state.reading.sentence.of(session.state.reading.article.text)


def test_leaving_without_a_move_is_exactly_where_one_was(session) -> None:
    put(session, COST)
    before = session.state.reading
    session.do("compare", "pivot")
    fill(session)
    session.do("leave_comparison")
    assert session.state.reading is before


def test_the_differences_name_their_sources_and_are_a_round(session) -> None:
    session.do("compare", "pivot")
    view = fill(session)
    seen = []
    for _ in view.differences:
        session.do("next_difference")
        seen.append(session.said)
    assert any("42 million here, 58 million in Northern Wire" in text for text in seen)
    assert any("not found in Northern Wire’s report" in text for text in seen)
    assert any("not found in Harbour Gazette’s report: Meridian Post" in text for text in seen)
    session.do("next_difference")
    assert "round to the other end" in session.said
    session.do("previous_difference")
    assert session.said.startswith(f"{len(seen)}/{len(seen)}")


def test_enter_leads_into_the_source_with_the_focus(session) -> None:
    put(session, COST)
    session.do("compare", "pivot")
    fill(session)
    session.do("right_source", which=1)
    session.do("open_side")
    assert session.source == "Northern Wire"
    assert "58 million" in session.state.reading.sentence.of(session.state.reading.article.text)


def test_where_it_is_not_told_enter_says_so(session) -> None:
    put(session, INQUIRY)
    session.do("compare", "pivot")
    fill(session)
    session.do("right_source", which=1)
    session.do("open_side")
    assert session.source == "Northern Wire"
    assert session.said == "not found in Northern Wire’s report · nearest place"


def test_s_makes_another_the_pivot_at_the_same_passage(session) -> None:
    put(session, COST)
    session.do("compare", "pivot")
    fill(session)
    session.do("right_source", which=1)
    session.do("swap_sides")
    assert pivot(session).side.name == "Northern Wire"
    assert "58 million" in words_of(session)[0]
    fill(session)
    session.do("leave_comparison")
    assert session.source == "Harbour Gazette"


def test_what_every_report_says_is_copied_with_references(session) -> None:
    put(session, COST)
    session.do("compare", "pivot")
    fill(session)
    session.do("copy_pair")
    assert isinstance(session.effect, Copy)
    assert "— Harbour Gazette, 2024-05-14, ¶9, https://gazette.example/kessum/bridge" in session.effect.text
    assert "— Northern Wire, 2024-05-14, ¶6" in session.effect.text
    assert "(not found in: Meridian Post)" in session.effect.text


def test_a_note_is_on_the_pivot_and_the_source_with_the_focus(session) -> None:
    put(session, COST)
    session.do("compare", "pivot")
    fill(session)
    session.do("note_on_pair")
    assert [article.source for article, _ in session.state.prompt.pair] == ["Harbour Gazette", "Northern Wire"]


def test_only_differences_and_words(session) -> None:
    session.do("compare", "pivot")
    fill(session)
    session.do("only_differences")
    view = pivot(session)
    assert view.only
    assert view.rows[view.row].kinds
    session.do("only_differences", "word_differences")
    assert not pivot(session).only
    assert not pivot(session).words


def test_the_next_source_goes_round(session) -> None:
    session.do("compare", "pivot")
    fill(session)
    names = []
    for _ in range(4):
        session.do("next_right")
        names.append(pivot(session).others[pivot(session).focus].name)
    assert names == ["Northern Wire", "Meridian Post", "Northern Wire", "Meridian Post"]
    session.do("left_side", "left_side", "left_side")
    assert pivot(session).focus == PIVOT
    session.state = replace(session.state, width=130)
    session.do("other_side", "unlock")
    assert "p shows two" in session.said


def test_two_sources_are_a_pair(session) -> None:
    library = session.world.library
    key = next(row.key for row in library.rows(library.order().keys) if (row.title or "").startswith("Librarians"))
    session.state = session.state.__class__(reading=session.world.reading(key), pane="text")
    assert len(session.state.reading.strip) == 2
    session.do("compare", "pivot")
    assert isinstance(session.state.view, Comparing)
    assert "no third source" in session.said


def test_an_empty_report_has_no_rows() -> None:
    view = by_pivot([(report(0, 0), []), (report(1, 0), []), (report(2, 0), [])])
    assert view.rows == ()
    assert offset_in(view, 0, PIVOT) == (0, False)
