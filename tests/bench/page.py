"""Milliseconds for showing an article and for a key in the reading pane, with 1,200 and 100,000 words.

Run: python tests/bench/page.py
"""

import asyncio
import random
from time import process_time

from frames import Framed
from textual.app import ComposeResult

from reader.model import Span
from reader.ui.widgets.document import Document, Mark
from reader.ui.widgets.page import Page

WORDS = [
    "the",
    "ferry",
    "ran",
    "aground",
    "off",
    "Sele",
    "before",
    "dawn",
    "nobody",
    "said",
    "“it",
    "is",
    "too",
    "early”",
]


def invented(words: int, seed: int = 1) -> Document:
    """An article of invented sentences with a mark every ten words."""
    chance = random.Random(seed)
    text, paragraphs, sentences, marks = "", [], [], []
    pieces: list[str] = []
    start = count = 0
    while count < words:
        begin = start
        for _ in range(4):
            length = chance.randint(8, 24)
            sentence = " ".join(chance.choices(WORDS, k=length)).capitalize() + ". "
            sentences.append(Span(start, start + len(sentence) - 1))
            marks += [Mark(at, at + 9, "person", f"m{at}") for at in range(start, start + len(sentence) - 20, 60)]
            pieces.append(sentence)
            start += len(sentence)
            count += length
        paragraphs.append(Span(begin, start - 1))
        pieces.append("\n\n")
        start += 2
    text = "".join(pieces)
    return Document(
        text=text,
        paragraphs=tuple(paragraphs),
        header=((("Ferry aground", "title"),),),
        sentences=tuple(sentences),
        marks=tuple(marks),
        gutter_width=5,
    )


class Bench(Framed):
    """A pane and nothing else."""

    def compose(self) -> ComposeResult:
        """The pane."""
        yield Page()


async def measure(words: int) -> None:
    """Prints one line."""
    app = Bench()
    document, other = invented(words), invented(words, 2)
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.pause()
        page = app.query_one(Page)
        page.show(other)
        await pilot.pause()
        start = process_time()
        page.show(document, len(document.text) // 2, 12)
        laid_out = (process_time() - start) * 1e3
        await pilot.pause()
        shown = await app.frame_ms(lambda: page.show(other, len(other.text) // 2, 12))
        inside = await app.median_ms(*[lambda: page.move_rows(1)] * 20)
        page.place(page.offset_at(page.view_height - 3) if page.at_end else page.cursor, page.view_height - 3)
        scrolling = await app.median_ms(*[lambda: page.move_rows(1)] * 10)
    print(
        f"{words:>7} words: lay out {laid_out:5.1f} ms, to another article {shown:6.1f} ms, key {inside:5.2f} ms,"
        f" scrolling key {scrolling:5.2f} ms"
    )


if __name__ == "__main__":
    for size in (1_200, 100_000):
        asyncio.run(measure(size))
