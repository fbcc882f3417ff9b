"""Milliseconds for the first frame and for a key in the list, with 100 and 100,000 rows.

Run: python tests/bench/rows.py
"""

import asyncio

from frames import Framed
from textual.app import ComposeResult

from reader.ui.widgets.line import Line
from reader.ui.widgets.rows import Rows


class Numbers:
    """Rows with three roles each."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __len__(self) -> int:
        return self.count

    def draw(self, index: int, width: int) -> Line:
        """A row like those of the article list."""
        return (("● ", "unread"), (f"{index % 28 + 1:>2} Feb  ", "dim-meta"), (f"Harbour Gazette {index}", "person"))


class Bench(Framed):
    """A list and nothing else."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield Rows(Numbers(0))


async def measure(count: int) -> None:
    """Prints one line."""
    app = Bench()
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.pause()
        rows = app.query_one(Rows)
        first = await app.frame_ms(lambda: rows.set_source(Numbers(count), 0))
        inside = await app.median_ms(*[lambda: rows.move(1)] * 20)
        rows.go(45)
        scrolling = await app.median_ms(*[lambda: rows.move(1)] * 20)
        end = await app.frame_ms(rows.end)
    print(
        f"{count:>7} rows: first frame {first:6.1f} ms, key {inside:5.2f} ms, scrolling key {scrolling:5.2f} ms,"
        f" to the end {end:5.2f} ms"
    )


if __name__ == "__main__":
    for size in (100, 100_000):
        asyncio.run(measure(size))
