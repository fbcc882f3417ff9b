"""Waits until an application has nothing more to do: no message under way, no layout to be made. Never for a time."""

import asyncio
import time
from collections.abc import Callable

from textual.app import App

DEADLINE = 60.0
"""Seconds until a condition counts as never coming true, on a machine that is busy with other things."""
QUIET = 3
"""Turns of the event loop with nothing to do after which nothing will come."""


async def at_rest(app: App[object], is_busy: Callable[[], bool] = lambda: False) -> None:
    """Wait until every message has been dealt with and every frame is laid out, and nothing else `is_busy`."""
    loop, quiet, end = asyncio.get_running_loop(), 0, time.monotonic() + DEADLINE
    while quiet < QUIET and app.is_running:
        assert time.monotonic() < end, "never at rest"
        await asyncio.sleep(0)
        if loop._ready or _draws(app):  # type: ignore[attr-defined]
            quiet = 0
        elif is_busy() or _is_told_something(app):
            quiet = 0
            await asyncio.sleep(0.001)
        else:
            quiet += 1


def _draws(app: App[object]) -> bool:
    """Have the frame that is due made now, not at the next tick; False where there is none."""
    screen = app.screen
    due = screen._layout_required or screen._scroll_required or screen._repaint_required or screen._recompose_required
    if not (screen.is_current and not app._batch_count and (due or screen._dirty_widgets or screen._callbacks)):
        return False
    screen._on_timer_update()
    return True


def _is_told_something(app: App[object]) -> bool:
    """Whether a message waits for whoever is still dealing with another one."""
    pumps = [app, *(pump for screen in app.screen_stack for pump in screen.walk_children(with_self=True))]
    return any(pump.message_queue_size or pump._pending_message or pump._next_callbacks for pump in pumps)
