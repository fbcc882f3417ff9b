"""What the tests of the widgets need: a way to wait, and what is on a widget's rows."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from at_rest import DEADLINE, at_rest
from textual.app import App
from textual.pilot import Pilot

from reader.ui.widgets.lines import Lines

Until = Callable[[Pilot[None], Callable[[], bool]], Awaitable[None]]


@pytest.fixture(autouse=True)
def _two_clicks_are_one_double_click(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much time a busy machine takes between them."""
    monkeypatch.setattr(App, "CLICK_CHAIN_TIME_THRESHOLD", DEADLINE)


@pytest.fixture
def until() -> Until:
    """Waits for a condition, not for a time."""

    async def wait(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            await at_rest(pilot.app)
            if condition():
                return
            await asyncio.sleep(0.001)
        raise AssertionError("what was waited for did not happen")

    return wait


@pytest.fixture
def shown() -> Callable[[Lines], list[str]]:
    """The rows of a widget as they are drawn now, without the spaces at their ends."""

    def rows(widget: Lines) -> list[str]:
        return [widget.render_line(y).text.rstrip() for y in range(widget.view_height)]

    return rows
