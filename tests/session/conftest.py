"""A session without a screen: the newsstand's library, notes in a folder of the test's own, and a first state."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsstand import TODAY, Newsstand, build

from reader.notes import NoteStore
from reader.session import ordering
from reader.session.actions import ACTIONS, listing, perform
from reader.session.looking import settled
from reader.session.state import State
from reader.session.world import World
from reader.settings.config import Config


@pytest.fixture(scope="session")
def newsstand(tmp_path_factory: pytest.TempPathFactory) -> Newsstand:
    """Articles and their catalogue; no test changes them."""
    return build(tmp_path_factory.mktemp("newsstand"))


class Session:
    """A state and what actions make of it; the effects that they asked for are kept, not carried out."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.state = listing.refresh_reading(ordering.first(State(), world), world)
        self.effect: object = None

    def do(self, *names: str, which: int = 0) -> "Session":
        """Do actions by their names."""
        for name in names:
            self.state, self.effect = perform(ACTIONS[name], self.state, self.world, which)
            self.settle()
        return self

    def settle(self) -> "Session":
        """What is being looked for is found."""
        self.state = settled(self.state, self.world)
        return self

    @property
    def source(self) -> str | None:
        """The outlet whose article is open."""
        return self.state.reading.article.source if self.state.reading else None

    @property
    def said(self) -> str:
        """The status line's message."""
        return self.state.message.text if self.state.message else ""


@pytest.fixture
def world(newsstand: Newsstand, tmp_path: Path) -> Iterator[World]:
    """The outside of a session."""
    library = newsstand.open(tmp_path)
    yield World(library, NoteStore(tmp_path / "notes"), Config(), today=TODAY)
    library.close()


@pytest.fixture
def session(world: World) -> Session:
    """A session at its start."""
    return Session(world)
