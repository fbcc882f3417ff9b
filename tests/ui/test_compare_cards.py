"""The cards of two reports side by side: rows of the same height, whole words, every word once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Analysis, Article, Comparison, Passage, Span
from reader.session.comparing.model import Comparing, Side
from reader.session.comparing.opening import laid
from reader.text.cells import cell_width
from reader.ui.present import marked
from reader.ui.present.compare import CENTRE, NUMBER, Columns, CompareCards
from reader.ui.present.signs import ASCII

WORDS = st.lists(
    st.sampled_from(["ferry", "the", "Åland", "harbour-master", "北京", "eleven,", "“tide”", "a"]), min_size=1
)
TEXTS = st.lists(WORDS.map(" ".join), max_size=6)


def side(place: int, paragraphs: list[str]) -> Side:
    """A source with these paragraphs, each of one sentence."""
    text, spans = "", []
    for words in paragraphs:
        spans.append(Span(len(text), len(text) + len(words)))
        text += f"{words}\n\n"
    article = Article(id=f"{place}", file="", text=text.strip(), paragraphs=tuple(spans), source=f"Paper {place}")
    return Side(place, place, f"Paper {place}", article, Analysis(sentences=tuple(spans)))


def view(left: list[str], right: list[str], links: list[tuple[int, int]] | None = None, **how: object) -> Comparing:
    """The two side by side, linked paragraph by paragraph."""
    a, b = side(0, left), side(1, right)
    pairs = list(zip(range(len(left)), range(len(right)), strict=False))[::2] if links is None else links
    found = tuple(
        Passage((a.article.paragraphs[x],), (b.article.paragraphs[y],), "similar", 0.7, True) for x, y in pairs
    )
    return Comparing(laid(a, b, Comparison(found)), **how)


def drawn(cards: CompareCards, width: int) -> list[list[tuple[str, str]]]:
    """Every row of every card."""
    return [
        [*cards.draw_row(index, row, width)] for index in range(len(cards)) for row in range(cards.height(index, width))
    ]


@settings(deadline=None)
@given(TEXTS, TEXTS, st.integers(24, 210))
def test_every_word_of_both_is_drawn_once_and_whole(left: list[str], right: list[str], width: int) -> None:
    cards = CompareCards(view(left, right))
    columns = Columns.of(width, 72)
    seen: dict[str, list[str]] = {"a": [], "b": []}
    for line in drawn(cards, width):
        assert sum(cell_width(text) for text, _ in line) <= width
    for index in range(len(cards)):
        block = cards._block(index)
        for which in ("a", "b"):
            if block.of(which):
                rows = cards._side(index, which, columns)
                assert all(sum(cell_width(text) for text, _ in line) <= columns.text for _, line in rows)
                seen[which] += [word for _, line in rows for word in "".join(text for text, _ in line).split()]
    if columns.text >= 14:  # wide characters may be parted, words are not
        assert "".join(seen["a"]) == "".join("".join(left).split())
        assert sorted(word for word in seen["b"] if word.isascii()) == sorted(
            word for text in right for word in text.split() if word.isascii()
        )


@settings(deadline=None)
@given(TEXTS, TEXTS, st.sampled_from([40, 78, 98, 118, 198]), st.booleans())
def test_a_card_has_as_many_rows_as_it_says(left: list[str], right: list[str], width: int, brackets: bool) -> None:
    cards = CompareCards(view(left, right), brackets=brackets)
    columns = Columns.of(width, 72)
    for index in range(len(cards)):
        rows = cards.height(index, width)
        sides = [len(cards._side(index, which, columns)) for which in ("a", "b") if cards._block(index).of(which)]
        assert rows == (sum(sides) + 1 if columns.stacked else max(rows, max(sides) + 1))


def test_the_two_are_padded_to_the_same_rows() -> None:
    cards = CompareCards(view(["one " * 40, "two"], ["short", "third " * 30], [(0, 0), (1, 1)]))
    columns = Columns.of(118, 72)
    line = cards.draw_row(1, 0, 118)
    text = "".join(piece for piece, _ in line)
    start = columns.margin + NUMBER + columns.text + CENTRE
    assert text[columns.margin :].startswith("  ¶2 two")
    assert text[start:].startswith("  ¶2 third")
    assert cards.draw_row(0, 3, 118)[-1][0].strip() == ""


def test_one_below_the_other_where_there_is_no_room() -> None:
    cards = CompareCards(view(["left text", "told here only"], ["right text"], [(0, 0)]))
    lines = ["".join(text for text, _ in line) for line in drawn(cards, 78)]
    assert lines[0].startswith("── ≈ .70 ¶1 ↔ ¶1 ──")
    assert lines[1:3] == ["1 ¶1   left text", "2 ¶1   right text"]
    assert lines[3].startswith("── ∅ ¶2 · not found in Paper 1’s report ──")
    assert lines[4] == "1 ¶2   told here only"


def test_what_is_alike_is_folded_away() -> None:
    found = view(["same"] * 5 + ["only this"], ["same"] * 5, [(n, n) for n in range(5)], only=True)
    cards = CompareCards(found)
    assert len(cards) == 2
    assert "5 paragraphs without a difference" in cards.draw_row(0, 0, 118)[0][0]
    assert [cards.item_of(block) for block in range(6)] == [0, 0, 0, 0, 0, 1]


def test_words_of_one_side_are_marked_by_shape_and_in_brackets_without_colour() -> None:
    found = view(["the ferry left at noon"], ["the ferry left at midnight"], [(0, 0)])
    coloured = CompareCards(found).draw_row(0, 0, 118)
    assert ("noon", marked.GONE) in coloured
    assert ("midnight", marked.COME) in coloured
    plain = "".join(text for text, _ in CompareCards(found, brackets=True).draw_row(0, 0, 118))
    assert "[-noon-]" in plain
    assert "{+midnight+}" in plain
    unmarked = CompareCards(view(["the ferry left at noon"], ["the ferry left at midnight"], [(0, 0)], words=False))
    assert all(role not in (marked.GONE, marked.COME) for _, role in unmarked.draw_row(0, 0, 118))


def test_plain_characters_only_where_the_font_has_no_others() -> None:
    cards = CompareCards(view(["one", "two", "three"], ["two", "one"], [(0, 1), (1, 0)]), signs=ASCII)
    for width in (60, 118):
        assert all(text.replace("’", "'").isascii() for line in drawn(cards, width) for text, _ in line)


@settings(deadline=None)
@given(st.text("ab ", min_size=1), st.data())
def test_brackets_only_add_brackets(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    role = data.draw(st.sampled_from([marked.GONE, f"{marked.COME} strike"]))
    shown, inks = marked.bracketed(text, [(start, end, role) for start, end in spans])
    opening, closing = marked.BRACKETS[role.split()[0]]
    assert shown.replace(opening, "").replace(closing, "") == text
    for (start, end, _), (first, last) in zip(inks, spans, strict=True):
        assert shown[start:end] == f"{opening}{text[first:last]}{closing}"


@pytest.mark.parametrize("width", [24, 60, 95, 96, 160, 400])
def test_columns_fill_no_more_than_there_is(width: int) -> None:
    columns = Columns.of(width, 72)
    used = NUMBER + 2 + columns.text if columns.stacked else 2 * (columns.margin + NUMBER + columns.text) + CENTRE
    assert used <= width + 1
    assert columns.stacked is (width < 96)
