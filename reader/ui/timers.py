"""Things to be done after a while, each under a name: asked for again in the meantime, the while begins anew."""

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable

from textual.app import App


class Timers:
    """The application's timers by name. Handles of the event loop: several are set and stopped with every key."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._set: dict[str, TimerHandle] = {}

    def later(self, name: str, seconds: float, call: Callable[[], None]) -> None:
        """Call something in so many seconds."""
        self.stop(name)
        self._set[name] = get_running_loop().call_later(seconds, self._ring, name, call)

    def _ring(self, name: str, call: Callable[[], None]) -> None:
        """The application calls it between two messages, so that what goes wrong in it ends as everything else does."""
        self._set.pop(name, None)
        self._app.call_next(call)

    def stop(self, name: str) -> None:
        """Forget what was to be done."""
        timer = self._set.pop(name, None)
        if timer is not None:
            timer.cancel()

    def is_set(self, name: str) -> bool:
        """Whether something is still to be done under this name."""
        return name in self._set
