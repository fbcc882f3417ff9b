"""What the cards of reports side by side are made of: paragraphs with their numbers, gaps, lines for what is folded."""

from collections.abc import Collection, Iterable, Sequence

from reader.model import Span
from reader.session.comparing.model import Side
from reader.text.cells import cell_width, fit
from reader.text.wrap import wrap
from reader.ui.present import marked
from reader.ui.present.articles import Line
from reader.ui.present.signs import Signs

NUMBER = 5
"""Cells of a paragraph's number."""
Row = tuple[str, Line]
"""A row of one report: what stands in the cells of its number, and its text."""


def height(side: Side, places: Sequence[int], width: int) -> int:
    """Rows of some paragraphs, without brackets."""
    texts = [side.article.paragraphs[place].of(side.article.text) for place in places]
    return sum(marked.height(text, width) for text in texts) + len(texts) - 1


def paragraphs(
    side: Side,
    places: Sequence[int],
    inks: Iterable[marked.Ink],
    width: int,
    noted: Collection[int],
    signs: Signs,
    brackets: bool,
) -> list[Row]:
    """Paragraphs with their numbers, an empty row between two; `inks` are in the offsets of the article."""
    made: list[Row] = []
    every = list(inks)
    for place in places:
        span = side.article.paragraphs[place]
        own = [(s - span.start, e - span.start, role) for s, e, role in every if span.start <= s < span.end]
        rows = marked.rows(span.of(side.article.text), own, width, brackets)
        note = signs.note if place in noted else ""
        number = f"{note}{signs.paragraph}{place + 1}".rjust(NUMBER - 1) + " "
        made += [*([("", ())] if made else []), *((number if n == 0 else "", row) for n, row in enumerate(rows))]
    return made


def lines(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` cells."""
    return [span.of(text) for span in wrap(text, Span(0, len(text)), max(8, width))]


def gap(text: str, width: int, signs: Signs) -> list[str]:
    """What is said in the place of a text: between two strokes where it is one line."""
    found = lines(text, width - 8)
    return [f"{signs.gap * 3} {line} {signs.gap * 3}" if len(found) == 1 else line for line in found]


def folded(differing: Sequence[bool], only: bool) -> Sequence[tuple[int, int]]:
    """First block and the one after the last of each card: `only` where blocks differ, what lies between is folded."""
    if not only:
        return [(index, index + 1) for index in range(len(differing))]
    items: list[tuple[int, int]] = []
    for index, differs in enumerate(differing):
        if differs or not items or differing[items[-1][0]]:
            items.append((index, index + 1))
        else:
            items[-1] = (items[-1][0], index + 1)
    return items


def item_of(items: Sequence[tuple[int, int]], block: int) -> int:
    """The card that shows a block, or the line it is folded into."""
    return next((item for item, (first, last) in enumerate(items) if first <= block < last), 0)


def fold(item: tuple[int, int], row: int, width: int, signs: Signs) -> Line:
    """A row of what stands for the blocks that are folded away."""
    count = item[1] - item[0]
    text = f"{count} paragraph{'s' * (count != 1)} without a difference"
    return ((centred(f"{signs.gap * 3} {text} {signs.gap * 3}", width), "dim-meta"),) if row == 0 else ()


def centred(text: str, width: int) -> str:
    """The text in the middle of `width` cells."""
    return fit(" " * max(0, (width - cell_width(text)) // 2) + text, width)
