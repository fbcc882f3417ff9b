"""A newsstand for every test process, and a home of its own for every test."""

from pathlib import Path

import papers
import pytest
from at_rest import DEADLINE
from newsstand import Newsstand, build
from reader_user import Place
from textual._compositor import Compositor
from textual.app import App

from reader.ui.painting import Painting


@pytest.fixture(scope="session")
def newsstand(tmp_path_factory: pytest.TempPathFactory) -> Newsstand:
    """Articles and their catalogue; no test changes them."""
    return build(tmp_path_factory.mktemp("newsstand"))


@pytest.fixture
def place(newsstand: Newsstand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A home without settings, on a terminal with colours."""
    monkeypatch.setattr("reader.ui.indexer.TICK", 0.01)
    monkeypatch.setattr(App, "CLICK_CHAIN_TIME_THRESHOLD", DEADLINE)  # two clicks are one double click
    # There is no terminal to paint, which would take half of the time; what is to be seen is drawn when a test looks.
    monkeypatch.setattr(Compositor, "render_update", lambda self, *given, **named: None)
    monkeypatch.setattr(Painting, "update", lambda self, compositor, console: compositor._dirty_regions.clear())
    return Place(newsstand, tmp_path / "home")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles that may be changed, and are looked at all the time."""
    monkeypatch.setattr("reader.library.watching.SHORTEST", 0.05)
    monkeypatch.setattr("reader.ui.indexer.LOOK", 0.05)
    papers.write(tmp_path / "articles")
    return tmp_path / "articles"
