"""A newsstand for every test process, and a home of its own for every test."""

from pathlib import Path

import pytest
from newsstand import Newsstand, build
from reader_user import Place
from textual._compositor import Compositor

from reader.ui.painting import Painting


@pytest.fixture(scope="session")
def newsstand(tmp_path_factory: pytest.TempPathFactory) -> Newsstand:
    """Articles and their catalogue; no test changes them."""
    return build(tmp_path_factory.mktemp("newsstand"))


@pytest.fixture
def place(newsstand: Newsstand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A home without settings, on a terminal with colours."""
    monkeypatch.setattr("reader.ui.indexer.TICK", 0.01)
    # There is no terminal to paint, which would take half of the time; what is to be seen is drawn when a test looks.
    monkeypatch.setattr(Compositor, "render_update", lambda self, *given, **named: None)
    monkeypatch.setattr(Painting, "update", lambda self, compositor, console: compositor._dirty_regions.clear())
    return Place(newsstand, tmp_path / "home")
