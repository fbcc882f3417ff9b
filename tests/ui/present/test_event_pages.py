"""The event's pages as lines: nothing is wider than the screen, sources by number where names do not fit."""

from dataclasses import replace

import pytest

from reader.analysis import analyse
from reader.events.across import Member
from reader.model import Article, Span
from reader.session.event_pages import building, comparisons
from reader.session.event_pages.model import Facts, Gaps, Headlines, Matrix, Reports, Timeline
from reader.session.memory import Memory
from reader.text.cells import cell_width
from reader.ui.present import event_pages
from reader.ui.present.event_pages import Cards, headlines, matrix
from reader.ui.present.event_pages.look import Look, legend
from reader.ui.present.signs import ASCII

TEXTS = (
    'The harbour of Ostrel was closed on Monday. "Nobody may sail," said Ilva Brandt, the harbour master. '
    "About 40 boats lay at the quay.",
    'Ilva Brandt closed the harbour of Ostrel on Monday. "Nobody may sail today," Brandt said. Some 60 boats lay at '
    "the quay.",
    "Boats stayed at the quay in Ostrel. The town council said that it would meet on Friday.",
)
NAMES = ("Harbour Gazette", "Northern Wire of the Islands", "北河日报")


def event(copies: int = 1) -> Reports:
    """Reports of the same event, all compared."""
    members = []
    for n, text in enumerate(TEXTS * copies):
        article = Article(f"a{n}", f"{n}.txt", text, (Span(0, len(text)),), f"Harbour [b]closed[/b] {n}", NAMES[n % 3])
        article = replace(article, published="2024-05-14" if n % 2 else None)
        members.append(Member(article, analyse(article)))
    names = comparisons.told_apart([(member.article.source or "", member.article) for member in members])
    from itertools import combinations

    from reader.events import compare

    known = {(i, j): compare(*members[i], *members[j]) for i, j in combinations(range(len(members)), 2)}
    return Reports(tuple(range(len(members))), names, tuple(members), known)


@pytest.fixture(scope="module")
def three() -> Reports:
    return event()


@pytest.fixture(scope="module")
def twelve() -> Reports:
    return event(4)


def pages(found: Reports):
    """Every page of an event, and every list of gaps."""
    for page in (
        *(Matrix(event=found), Facts(event=found, agreeing=True, why=True), Timeline(event=found)),
        *(Gaps(event=found, which=which) for which in ("only", "missing", "moved")),
        Headlines(event=found),
    ):
        made = building.built(page, Memory())
        yield made
        if isinstance(made, Matrix):
            row, place = next((n, p) for n, row in enumerate(made.rows) for p, ids in enumerate(row.quotes) if ids)
            yield building.cell(replace(made, cursor=row, column=place))


@pytest.mark.parametrize("look", [Look(), Look(signs=ASCII, brackets=True)], ids=["unicode", "ascii"])
@pytest.mark.parametrize("width", [40, 78, 118, 198])
@pytest.mark.parametrize("many", ["three", "twelve"])
def test_no_line_is_wider_than_the_screen(request, many, width, look) -> None:
    for page in pages(request.getfixturevalue(many)):
        lines = [*event_pages.head(page, width, look), *event_pages.detail(page, width, 8, look)]
        cards = Cards(page, look)
        for index in range(len(cards)):
            lines += [cards.draw_row(index, row, width) for row in range(cards.height(index, width))]
        too_wide = [line for line in lines if sum(cell_width(text) for text, _ in line) > width]
        assert too_wide == [], type(page).__name__


def test_ascii_signs_are_ascii(three) -> None:
    look = Look(signs=ASCII)
    for page in pages(three):
        for index in range(page.count):
            for line in event_pages.card(replace(page, cursor=index), index, 78, look):
                text = "".join(piece for piece, role in line)
                for sign in "≠≈∅✓◆●◇▪¶–":
                    assert sign not in text


def test_what_stands_below_fits_its_rows(twelve) -> None:
    for page in pages(twelve):
        for height in (2, 4, 8):
            assert len(event_pages.detail(page, 78, height, Look())) <= height


def test_sources_have_names_where_there_is_room_and_numbers_where_not(three, twelve) -> None:
    wide = building.built(Matrix(event=three), Memory())
    text = "".join(piece for piece, _ in matrix.head(wide, 118, Look())[-1])
    assert "1 Harbour Gazette" in text
    narrow = building.built(Matrix(event=twelve, column=11), Memory())
    grid = matrix.Grid.of(narrow, 78)
    assert not grid.named
    assert grid.first <= 11 < grid.last
    assert len(legend(twelve, 78)) <= 4


def test_a_click_finds_its_column(three) -> None:
    page = building.built(Matrix(event=three), Memory())
    grid = matrix.Grid.of(page, 78)
    assert matrix.column_at(page, 78, 2) is None
    assert matrix.column_at(page, 78, 1 + grid.name + grid.column // 2) == 0
    assert matrix.column_at(page, 78, 1 + grid.name + 2 * grid.column + 1) == 2
    assert matrix.column_at(page, 78, 77) is None


def test_words_that_only_one_headline_uses_are_marked() -> None:
    titles = ("Harbour closed as storm nears", "Storm: the harbour is closed", None)
    members = tuple(
        Member(Article(str(n), "", "", title=title), analyse(Article("", "", ""))) for n, title in enumerate(titles)
    )
    page = Headlines(event=Reports((0, 1, 2), ("A", "B", "C"), members))
    title = titles[0] or ""
    assert [title[start:end] for start, end, _ in headlines.own_words(page, 0)] == ["nears"]
    assert headlines.own_words(page, 1) == []
    assert headlines.own_words(page, 2) == []


def test_an_empty_page_says_what_to_press() -> None:
    article = Article("a", "a.txt", "", title="Nothing")
    alone = Reports((1,), ("A",), (Member(article, analyse(article)),))
    for kind in (Facts, Gaps):
        page = building.built(kind(event=alone), Memory())
        assert page.count == 0
        assert event_pages.empty(page).startswith("Only one source tells this event.")
    assert "Nobody is quoted" in event_pages.empty(building.built(Matrix(event=alone), Memory()))
    assert "no dates" in event_pages.empty(building.built(Timeline(event=alone), Memory()))
