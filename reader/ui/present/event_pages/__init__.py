"""The pages of an event, drawn: heads, cards, what stands below them, and the status line, by the kind of page."""

from collections.abc import Callable
from dataclasses import dataclass, field

from reader.session.event_pages import stating
from reader.session.event_pages.model import Cell, EventPage, EventScope, Facts, Gaps, Headlines, Matrix, Timeline
from reader.ui.present.articles import Line
from reader.ui.present.event_pages import facts, gaps, headlines, matrix, timeline
from reader.ui.present.event_pages.look import Look, cut, progress


def head(page: EventPage, width: int, look: Look) -> list[Line]:
    """The lines that stay above the rows."""
    match page:
        case Matrix():
            return matrix.head(page, width, look)
        case Cell():
            return matrix.cell_head(page, width, look)
        case Facts():
            return facts.head(page, width, look)
        case Gaps():
            return gaps.head(page, width, look)
        case Timeline():
            return timeline.head(page, width, look)
        case Headlines():
            return headlines.head(page, width, look)
    return []


def card(page: EventPage, index: int, width: int, look: Look) -> list[Line]:
    """A row of the page, of one line or several."""
    match page:
        case Matrix():
            return matrix.card(page, index, width, look)
        case Cell():
            return matrix.cell_card(page, index, width, look)
        case Facts():
            return facts.card(page, index, width, look)
        case Gaps():
            return gaps.card(page, index, width, look)
        case Timeline():
            return timeline.card(page, index, width, look)
        case Headlines():
            return headlines.card(page, index, width, look)
    return [()]


def detail(page: EventPage, width: int, height: int, look: Look) -> list[Line]:
    """What stands below the rows, about the one under the cursor."""
    if height < 2:
        return []
    match page:
        case Matrix():
            lines = matrix.detail(page, width, height, look)
        case Facts():
            lines = facts.detail(page, width, height, look)
        case Gaps():
            lines = gaps.detail(page, width, height, look)
        case Timeline():
            lines = timeline.detail(page, width, height, look)
        case _:
            return []
    return [cut(line, width) for line in lines[:height]]


def has_detail(page: EventPage) -> bool:
    """Whether anything stands below the rows."""
    return bool(page.count) and not isinstance(page, Cell | Headlines)


def empty(page: EventPage) -> str:
    """What is said where there are no rows, and what to press next."""
    if not page.event.total and isinstance(page, Facts | Gaps):
        return (
            f"{stating.ONE[0].upper()}{stating.ONE[1:]}. In the list V picks articles and M puts them into one event."
        )
    match page:
        case Matrix():
            return "Nobody is quoted in these reports."
        case Facts():
            return _no_facts(page)
        case Gaps():
            return _no_gaps(page)
        case Timeline():
            return "No dates here. o shows all." if page.only else "These reports name no dates."
    return ""


def _no_facts(page: Facts) -> str:
    if not page.event.complete:
        return "Comparing the reports …"
    if page.kind:
        return f"No {page.kind}s here. Tab shows the next kind."
    agree = " o shows what agrees." if page.facts else ""
    return f"{stating.NO_FACTS[0].upper()}{stating.NO_FACTS[1:]}.{agree}"


def _no_gaps(page: Gaps) -> str:
    if not page.lists:
        return "Comparing the reports …"
    if page.lists.get(page.which):
        return "Everything here was put aside. o shows it again."
    name = page.event.names[page.home]
    nothing = {
        "only": f"Everything in {name}’s report was found in another one.",
        "missing": f"Everything in the other reports was found in {name}’s.",
        "moved": f"Nothing stands much earlier or later in {name}’s report than elsewhere.",
    }
    return f"{nothing[page.which]} Tab shows the next list."


HINTS: dict[EventScope, str] = {
    "matrix": "h l or 1–9: another source",
    "cell": "h: back to the table",
    "facts": "Enter: both sentences in their texts",
    "gaps": "1–9: another source’s gaps",
    "timeline": "h l: another place · 1–9: hide or show a source",
    "headlines": "j k: another source",
}
"""What is not among the keys below, while there is nothing else to say."""


def halves(page: EventPage, message: Line, said: bool) -> tuple[Line, Line]:
    """The status line: what has just happened or is being done; on the right which row it is."""
    place = f" {page.cursor + 1} of {page.count} " if page.count else " "
    right: Line = ((place, "dim-meta"),)
    working = progress(page)
    if working:
        right = ((f" {working}  {place.lstrip()}", "accent"),)
    if said:
        return message, right
    if not page.event.total:
        return ((f" {stating.ONE}", "only"),), right
    if page.event.left_out:
        many = len(page.event.keys)
        return ((f" {many} of the event’s {many + page.event.left_out} reports are compared", "only"),), right
    return ((f" {HINTS[page.scope]}", "dim-meta"),) if page.count else (), right


@dataclass
class Cards:
    """The rows of a page as a source of cards."""

    page: EventPage
    look: Look
    draw: Callable[[EventPage, int, int, Look], list[Line]] = card
    _made: dict[tuple[int, int], list[Line]] = field(default_factory=dict)

    def __len__(self) -> int:
        return self.page.count

    def height(self, index: int, width: int) -> int:
        """Rows of a card."""
        return max(1, len(self._card(index, width)))

    def draw_row(self, index: int, row: int, width: int) -> Line:
        """A row of a card."""
        found = self._card(index, width)
        return found[row] if row < len(found) else ()

    def adopt(self, page: EventPage) -> set[int]:
        """Another cursor on the same rows: those that look different now."""
        changed = {self.page.cursor, page.cursor}
        self.page = page
        self._made = {key: lines for key, lines in self._made.items() if key[0] not in changed}
        return changed

    def _card(self, index: int, width: int) -> list[Line]:
        found = self._made.get((index, width))
        if found is None:
            found = self._made[index, width] = self.draw(self.page, index, width, self.look)
        return found
