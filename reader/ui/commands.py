"""The command palette's entries: every action of the registry, with its keys."""

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.session.actions import ACTIONS, Action

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class Commands(Provider):
    """Finds actions by their titles."""

    @property
    def _reader(self) -> "ReaderApp":
        return cast("ReaderApp", self.app)

    def _entry(self, action: Action) -> Content:
        keys = self._reader.keys.all_shown(action.name)
        return Content(f"{action.title}  {keys}\n{action.help}")

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for action in ACTIONS.values():
            yield DiscoveryHit(self._entry(action), partial(self._reader.act, action.name))

    async def search(self, query: str) -> Hits:
        """Those that are like what was typed."""
        matcher = self.matcher(query)
        for action in ACTIONS.values():
            score = max(matcher.match(action.title), 0.9 * matcher.match(action.help))
            if score > 0:
                yield Hit(score, self._entry(action), partial(self._reader.act, action.name))
