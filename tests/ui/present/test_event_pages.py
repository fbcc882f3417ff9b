"""The event's pages as lines: nothing is wider than the screen, sources by number where names do not fit."""

from dataclasses import replace

import pytest

from reader.analysis import analyse
from reader.events.across import Member
from reader.model import Analysis, Article, Span
from reader.session.event_pages import building, comparisons, stating
from reader.session.event_pages.model import Facts, Gap, Gaps, Headlines, Matrix, Reports, Timeline
from reader.session.memory import Memory
from reader.text.cells import cell_width
from reader.ui.present import event_pages
from reader.ui.present.event_pages import Cards, headlines, matrix
from reader.ui.present.event_pages.look import Look, legend, passage, snippet
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


def test_words_whose_stem_no_other_lead_or_headline_has_are_marked_in_a_lead() -> None:
    texts = ("The harbour closes at noon with 12 boats.", "Boats left the harbour before it closed.", "")
    members = tuple(
        Member(Article(str(n), "", text, ((Span(0, len(text)),) if text else ()), title="Noon"), Analysis())
        for n, text in enumerate(texts)
    )
    page = Headlines(event=Reports((0, 1, 2), ("A", "B", "C"), members))
    marks = headlines.own_words_of_lead(page, 0)
    assert [texts[0][start:end] for start, end, _ in marks] == ["12"]
    assert [texts[1][start:end] for start, end, _ in headlines.own_words_of_lead(page, 1)] == ["left"]
    assert headlines.own_words_of_lead(page, 2) == []


def test_an_empty_page_says_what_to_press() -> None:
    article = Article("a", "a.txt", "", title="Nothing")
    alone = Reports((1,), ("A",), (Member(article, analyse(article)),))
    for kind in (Facts, Gaps):
        page = building.built(kind(event=alone), Memory())
        assert page.count == 0
        assert event_pages.empty(page).startswith("Only one source tells this event.")
    assert "Nobody is quoted" in event_pages.empty(building.built(Matrix(event=alone), Memory()))
    assert "no dates" in event_pages.empty(building.built(Timeline(event=alone), Memory()))


# what a journalist reads off the pages


def drawn(page, width: int) -> list[str]:
    """Every line of every card of a page."""
    cards = Cards(page, Look())
    return [
        "".join(text for text, _ in cards.draw_row(index, row, width)).rstrip()
        for index in range(len(cards))
        for row in range(cards.height(index, width))
    ]


def test_the_timeline_has_the_words_around_each_date_once_for_each_source(three) -> None:
    page = building.built(Timeline(event=three), Memory())
    for width in (78, 198):
        text = "\n".join(drawn(page, width))
        assert "was closed on Monday" in text or "of Ostrel on Monday" in text
        assert "would meet on Friday" in text
    rows = [line for line in drawn(page, 78) if "Monday" in line]
    assert len(rows) == 2  # one line for each of the two sources


def test_the_place_that_enter_leads_to_is_in_brackets_and_further_places_are_counted() -> None:
    text = "The ferry left on Monday. " + " ".join(f"On Monday boat {n} left too." for n in range(5))
    paragraphs = (Span(0, 25), Span(26, len(text)))
    article = Article("a", "a.txt", text, paragraphs, "Ferry", "Gazette", published="2024-05-14")
    page = building.built(Timeline(event=Reports((0,), ("Gazette",), (Member(article, analyse(article)),))), Memory())
    line = next(line for line in drawn(page, 78) if "Monday" in line)
    assert "[¶1] The ferry left on Monday." in line
    assert line.endswith("¶2 ¶2 +3")
    chosen = replace(page, mention=3)
    assert "[¶2] On Monday boat" in next(line for line in drawn(chosen, 78) if "Monday" in line)


def test_where_a_day_of_publication_was_read_is_said_in_words() -> None:
    from reader.model import Origin

    texts = ("A.", "B.", "C.")
    origins = ((Origin("published", 3, "14 May 2024"),), (Origin("published", 1, "date"),), ())
    members = tuple(
        Member(
            replace(Article(str(n), "", text, (Span(0, 2),), published="2024-05-14"), origins=origins[n]), Analysis()
        )
        for n, text in enumerate(texts)
    )
    event = Reports((0, 1, 2), ("A", "B", "C"), members)
    assert [stating.origin(event, n) for n in range(3)] == [
        "published 2024-05-14, read from line 3, “14 May 2024”",
        "published 2024-05-14, read from line 1, the field “date”",
        "published 2024-05-14, from its metadata",
    ]


def test_words_in_a_narrow_place_are_those_around_the_mark() -> None:
    text = " ".join(f"word{n}" for n in range(60)) + " forty boats " + " ".join(f"end{n}" for n in range(60)) + "."
    article = Article("a", "a.txt", text, (Span(0, len(text)),))
    event = Reports((0,), ("A",), (Member(article, analyse(article)),))
    span = Span(text.index("forty boats"), text.index("forty boats") + 11)
    for rows in (1, 2, 3):
        found = passage(event, 0, (span,), 60, rows, Look(), "differs")
        assert len(found) <= rows
        assert "forty boats" in " ".join("".join(piece for piece, _ in line) for line in found)
    line = "".join(piece for piece, _ in snippet(event, 0, span, 40, Look(), "date"))
    assert "forty boats" in line
    assert cell_width(line) <= 40


def test_sources_stand_over_their_columns_on_a_narrow_screen_too(three) -> None:
    page = building.built(Matrix(event=three), Memory())
    top = ["".join(piece for piece, _ in line) for line in matrix.head(page, 78, Look())]
    assert len(top) == 2
    assert "1 Harbour" in top[1]
    assert "2 North" in top[1]
    assert "only: in one" in top[0]


def test_speakers_without_a_name_are_one_row_with_a_sign() -> None:
    text = 'Prosecutors said that the quay was closed. The report said that "nobody may sail." Ilva Brandt said no.'
    article = Article("a", "a.txt", text, (Span(0, len(text)),), "Quay", "Gazette")
    one = building.built(Matrix(event=Reports((0,), ("Gazette",), (Member(article, analyse(article)),))), Memory())
    assert any("▸unnamed, by description" in line for line in drawn(one, 78))
    unfolded = building.shown(replace(one, unfolded=True), Memory())
    assert any("▾unnamed, by description" in line for line in drawn(unfolded, 78))
    assert any(line.strip().startswith("Prosecutors") for line in drawn(unfolded, 78))


def test_another_wording_stands_below_the_quotation() -> None:
    from reader.events import compare

    texts = (
        "“Nobody may sail before the lighthouse is lit again,” said Ilva Brandt, the harbour master of Ostrel.",
        "“Nobody may sail from here before the lighthouse is lit,” Ilva Brandt, the harbour master, said in Ostrel.",
    )
    articles = [Article(str(n), "", text, (Span(0, len(text)),), "Quay") for n, text in enumerate(texts)]
    members = tuple(Member(one, analyse(one)) for one in articles)
    event = Reports((0, 1), ("Gazette", "Wire"), members, {(0, 1): compare(*members[0], *members[1])})
    page = building.built(Matrix(event=event), Memory())
    lines = drawn(building.cell(page), 78)
    at = next(n for n, line in enumerate(lines) if "2 Wire ¶1 wording differs" in line)
    assert "Nobody may sail from here" in lines[at + 1]


def test_marked_words_that_stand_together_are_marked_together() -> None:
    titles = ("Harbour closed as the great storm nears", "Harbour closed")
    members = tuple(Member(Article(str(n), "", "", title=title), Analysis()) for n, title in enumerate(titles))
    page = Headlines(event=Reports((0, 1), ("A", "B"), members))
    assert [titles[0][start:end] for start, end, _ in headlines.own_words(page, 0)] == ["great storm nears"]


def test_who_else_tells_a_gap_is_told_apart_from_where_it_stands() -> None:
    span = Span(0, 7)
    members = tuple(Member(Article(str(n), "", "A text.", (span,)), Analysis()) for n in range(3))
    event = Reports((0, 1, 2), ("A", "B", "C"), members)
    gap = Gap(1, (span,), 10, 0.5, ("quote",), ((2, span, 16),), "x")
    page = Gaps(event=event, rows=(gap,), which="missing", lists={"missing": (gap,)})
    assert "2 B · also 3 ¶16" in drawn(page, 78)[1]


def test_why_a_fact_was_matched_names_the_passages_that_were_held_together(three) -> None:
    page = building.built(Facts(event=three, agreeing=True, why=True), Memory())
    found = [fact for fact in page.rows if len({one.member for one in fact.statements if one.span}) > 1]
    assert found
    why = stating.why(three, found[0])
    assert why.split(";")[0] in stating.AGREEMENT.values()
    lines = ["".join(text for text, _ in line) for line in event_pages.detail(page, 118, 12, Look())]
    assert lines[0].startswith(" why: ")
