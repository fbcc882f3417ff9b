"""Pictures of the screen are taken on the newsstand, like the journeys."""

from pathlib import Path

import pytest
from newsstand import Newsstand, build
from reader_user import Place


@pytest.fixture(scope="session")
def newsstand(tmp_path_factory: pytest.TempPathFactory) -> Newsstand:
    """Articles and their catalogue; no test changes them."""
    return build(tmp_path_factory.mktemp("newsstand"))


@pytest.fixture
def place(newsstand: Newsstand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A home without settings, on a terminal with colours."""
    for name in ("NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("reader.ui.indexer.TICK", 0.01)
    return Place(newsstand, tmp_path / "home")
