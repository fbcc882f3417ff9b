"""Things to be done after a while, each under a name: asked for again in the meantime, the while begins anew."""

from collections.abc import Callable

from textual.app import App
from textual.timer import Timer


class Timers:
    """The application's timers by name."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._set: dict[str, Timer] = {}

    def later(self, name: str, seconds: float, call: Callable[[], None]) -> None:
        """Call something in so many seconds."""
        self.stop(name)

        def ring() -> None:
            self._set.pop(name, None)
            call()

        self._set[name] = self._app.set_timer(seconds, ring)

    def stop(self, name: str) -> None:
        """Forget what was to be done."""
        timer = self._set.pop(name, None)
        if timer is not None:
            timer.stop()

    def is_set(self, name: str) -> bool:
        """Whether something is still to be done under this name."""
        return name in self._set
