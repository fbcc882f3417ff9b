"""What the tests of the widgets need: a way to wait, and what is on a widget's rows."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from reader.ui.widgets.lines import Lines

Until = Callable[[Pilot[None], Callable[[], bool]], Awaitable[None]]


@pytest.fixture
def until() -> Until:
    """Waits for a condition, not for a time."""

    async def wait(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
        for _ in range(200):
            await pilot.pause()
            if condition():
                return
        raise AssertionError("what was waited for did not happen")

    return wait


@pytest.fixture
def shown() -> Callable[[Lines], list[str]]:
    """The rows of a widget as they are drawn now, without the spaces at their ends."""

    def rows(widget: Lines) -> list[str]:
        return [widget.render_line(y).text.rstrip() for y in range(widget.view_height)]

    return rows
