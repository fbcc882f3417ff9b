"""The cards of one report beside all the others: rows of the same height, whole words, every word once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Analysis, Article, Comparison, Passage, Span
from reader.session.comparing import pivoting
from reader.session.comparing.model import Side
from reader.session.comparing.opening import laid
from reader.session.comparing.pivot import PIVOT, Other, Pivot, goes_on
from reader.text.cells import cell_width
from reader.ui.present import marked, pivot_bars
from reader.ui.present.pivot import PivotCards
from reader.ui.present.pivot_columns import PivotColumns
from reader.ui.present.signs import ASCII

WORDS = st.lists(
    st.sampled_from(["ferry", "the", "Åland", "harbour-master", "北京", "eleven,", "“tide”", "a"]), min_size=1
)
TEXTS = st.lists(st.lists(WORDS.map(" ".join), max_size=4), min_size=3, max_size=5)
WIDTHS = [40, 78, 120, 160, 198, 320]


def side(place: int, paragraphs: list[str]) -> Side:
    """A source with these paragraphs, each of one sentence."""
    text, spans = "", []
    for words in paragraphs:
        spans.append(Span(len(text), len(text) + len(words)))
        text += f"{words}\n\n"
    article = Article(id=f"{place}", file="", text=text.strip(), paragraphs=tuple(spans), source=f"Paper {place}")
    return Side(place, place, f"Paper {place}", article, Analysis(sentences=tuple(spans)))


def view(*texts: list[str], links: list[list[tuple[int, int]]] | None = None, ready: int = 9, **how: object) -> Pivot:
    """The first text beside the others; every second paragraph of each told by both, where no links are given."""
    pivot, *others = (side(place, text) for place, text in enumerate(texts))
    tables = []
    for source, other in enumerate(others):
        alike = [(n, n) for n in range(0, min(len(texts[0]), len(texts[source + 1])), 2)]
        found = tuple(
            Passage((pivot.article.paragraphs[x],), (other.article.paragraphs[y],), "similar", 0.7, True)
            for x, y in (alike if links is None else links[source])
        )
        tables.append(laid(pivot, other, Comparison(found)) if source < ready else None)
    named = tuple(Other(other.key, other.place, other.name) for other in others)
    return pivoting.arranged(Pivot(pivot, named, tuple(tables), **how))


def cards(found: Pivot, width: int, **how: object) -> PivotCards:
    """As the screen of `width` cells and two more makes them."""
    return PivotCards(found, window=found.window(width + 2), **how)


def drawn(made: PivotCards, width: int) -> list[str]:
    """Every row of every card."""
    return [
        "".join(text for text, _ in made.draw_row(index, row, width))
        for index in range(len(made))
        for row in range(made.height(index, width))
    ]


@settings(deadline=None)
@given(TEXTS, st.integers(24, 330), st.booleans())
def test_no_row_is_wider_than_the_screen_and_no_word_is_lost(
    texts: list[list[str]], width: int, brackets: bool
) -> None:
    found = view(*texts)
    made = cards(found, width, brackets=brackets)
    lines = drawn(made, width)
    assert all(cell_width(line) <= width for line in lines)
    columns = PivotColumns.of(width, 72, len(found.others))
    for source in (PIVOT, *found.window(width + 2)):
        room = columns.own if source == PIVOT else columns.text
        if room < 14 or brackets:  # a word longer than its row is parted
            continue
        seen: list[str] = []
        for row in range(len(found.rows)):
            places, own = made._told(row, source)
            if own is not None and places:
                seen += ["".join(text for text, _ in line) for _, line in made._text(row, source, room)]
        words = [word for line in seen for word in line.split() if word.isascii()]
        assert sorted(words) == sorted(word for text in texts[source + 1] for word in text.split() if word.isascii())


@settings(deadline=None)
@given(TEXTS, st.sampled_from(WIDTHS), st.integers(0, 4), st.booleans())
def test_a_card_has_as_many_rows_as_it_says(texts: list[list[str]], width: int, ready: int, brackets: bool) -> None:
    made = cards(view(*texts, ready=ready), width, brackets=brackets)
    for index in range(len(made)):
        tall = made.height(index, width)
        assert tall >= 1
        last = "".join(text for text, _ in made.draw_row(index, tall - 1, width)).strip()
        in_a_run = PivotColumns.of(width, 72, len(texts) - 1).label and goes_on(made.view, made.items[index][1])
        assert bool(last) == bool(in_a_run)
        assert "".join(text for text, _ in made.draw_row(index, tall, width)).strip() == ""


def test_what_tells_the_same_stands_on_the_same_row() -> None:
    made = cards(view(["one " * 30, "two"], ["other " * 20], ["third"], links=[[(0, 0)], [(1, 0)]]), 198)
    columns = PivotColumns.of(198, 72, 2)
    first = "".join(text for text, _ in made.draw_row(0, 0, 198))
    assert first[columns.margin :].startswith("  ¶1 one")
    assert first[columns.margin + 5 + columns.own :].startswith(" ≈   ¶1 other")
    assert "∅      ┄┄┄ not found here ┄┄┄" in first
    second = "".join(text for text, _ in made.draw_row(1, 0, 198))
    assert "  ¶2 two" in second
    assert " ≈   ¶1 third" in second


def test_below_each_other_on_a_narrow_screen_with_the_names_before_each() -> None:
    made = cards(view(["left text", "told here only"], ["right text"], ["more"], links=[[(0, 0)], []]), 78)
    lines = [line.rstrip() for line in drawn(made, 78)]
    at = next(n for n, line in enumerate(lines) if line.startswith("1 Paper 0         left text"))
    assert lines[at - 1].startswith("── told by 1 of 2 others ──")
    assert lines[at + 2 : at + 5] == ["≈ Paper 1         right text", "  ¶1 .70", "∅ not found in    Paper 2"]
    assert any(line.startswith("── told only here ──") for line in lines)
    assert any(line.startswith("── ∅ not found in Paper 0’s report ──") for line in lines)


def test_words_that_the_pivot_does_not_have_and_words_that_only_it_has() -> None:
    found = view(
        ["the ferry left at noon today"],
        ["the ferry left at midnight today"],
        ["the boat left at midnight"],
        links=[[(0, 0)], [(0, 0)]],
    )
    pieces = cards(found, 198).draw_row(0, 0, 198)
    assert ("noon", marked.GONE) in pieces
    assert not any(role == marked.GONE and text in ("today", "ferry") for text, role in pieces)  # one of them has it
    assert [text for text, role in pieces if role == marked.COME] == ["midnight", "boat", "midnight"]
    plain = "".join(text for text, _ in cards(found, 198, brackets=True).draw_row(0, 0, 198))
    assert "[-noon-]" in plain
    assert plain.count("{+midnight+}") == 2


def test_what_has_not_been_compared_yet_says_so_and_counts() -> None:
    found = view(["one"], ["one"], ["one"], links=[[(0, 0)], [(0, 0)]], ready=1)
    assert "being compared" in "".join(drawn(cards(found, 198), 198))
    head = pivot_bars.head(found, 198, 72, "]")
    assert "".join(text for text, _ in head[0]).endswith("comparing 1 of 2 ")


def test_sources_without_a_column_are_counted_and_the_key_is_named() -> None:
    found = view(*[["one"] for _ in range(6)], first=1)
    assert found.window(200) == range(1, 4)
    head = pivot_bars.head(found, 198, 72, "]")
    assert "".join(text for text, _ in head[0]).endswith("3 of 5 sources, ] for more ")
    told = view(["one"], ["one"], ["one"], ["one"], ["one", "new"], links=[[(0, 0)]] * 4)
    assert "not found here; told by Paper 4" in " ".join(" ".join(drawn(cards(told, 198), 198)).split())


@pytest.mark.parametrize("width", WIDTHS)
def test_the_head_is_no_wider_than_the_screen(width: int) -> None:
    for ready in (1, 5):
        found = view(*[["one"] for _ in range(6)], ready=ready)
        for line in pivot_bars.head(found, width, 72, "]"):
            assert sum(cell_width(text) for text, _ in line) <= width + 1


@pytest.mark.parametrize("width", [120, 160, 198, 400])
def test_a_click_is_in_the_column_that_is_seen_there(width: int) -> None:
    columns = PivotColumns.of(width, 72, 5)
    if columns.label:
        return
    assert columns.at(columns.margin + 1, 2) == PIVOT
    start = columns.margin + 5 + columns.own
    assert columns.at(start + 3, 2) == 2
    assert columns.at(start + columns.text + 8 + 3, 2) == 3


def test_plain_characters_only_where_the_font_has_no_others() -> None:
    found = view(["one", "two", "three"], ["two", "one"], ["three"], links=[[(0, 1), (1, 0)], []])
    for width in (60, 198):
        assert all(line.replace("’", "'").isascii() for line in drawn(cards(found, width, signs=ASCII), width))


def test_what_is_alike_is_folded_away() -> None:
    same = ["same"] * 4
    found = view([*same, "only"], same, same, links=[[(n, n) for n in range(4)]] * 2, only=True)
    made = cards(found, 198)
    assert len(made) == 2
    assert "4 paragraphs without a difference" in "".join(text for text, _ in made.draw_row(0, 0, 198))


@pytest.mark.parametrize("width", [78, 198])
def test_what_is_missing_in_one_paragraph_after_the_other_is_said_once(width: int) -> None:
    made = cards(view(["lock"], *([["tide", "ferry", "harbour"]] * 2), links=[[], []]), width)
    text = "\n".join(drawn(made, width))
    assert text.count("not found in Paper 0’s report · 6 passages" if width < 100 else "not found here") == (
        1 if width < 100 else 3
    )
    own = "\n".join(drawn(cards(view(["lock", "tide", "ferry"], ["ash"], ["elm"], links=[[], []]), width), width))
    assert own.count("told only here · 3 passages" if width < 100 else "lock") == 1
    assert all(word in own for word in ("lock", "tide", "ferry"))
