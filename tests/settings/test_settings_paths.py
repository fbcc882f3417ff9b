"""Where things are looked for and kept."""

from pathlib import Path

import pytest

from reader.settings import paths

NOWHERE = Path("/nowhere/reader")


def test_the_xdg_variables_are_honoured(tmp_path: Path) -> None:
    kinds = ("CONFIG", "STATE", "CACHE", "DATA")
    env = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in kinds}
    found = paths.from_environment(env)
    assert found == paths.Paths(*(tmp_path / kind.lower() / "reader" for kind in kinds))
    assert found.config_file == tmp_path / "config/reader/config.yaml"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("given", ["", "relative/path"])
def test_a_useless_variable_is_passed_over(monkeypatch: pytest.MonkeyPatch, platform: str, given: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    found = paths.from_environment({"XDG_CONFIG_HOME": given, "HOME": "/nowhere"})
    assert found.config.is_absolute()
    assert "reader" in found.config.parts
    if platform == "linux":
        assert found.config == Path("/nowhere/.config/reader")
        assert found.state == Path("/nowhere/.local/state/reader")


def test_what_comes_with_the_program_is_found() -> None:
    found = paths.from_environment({})
    assert (found.theme_folders[0] / "newsprint.yaml").is_file()
    assert found.theme_folders[1] == found.config / "themes"
    assert found.sample_articles.is_dir()


def test_the_articles_are_found_in_the_documented_order(tmp_path: Path) -> None:
    here, data, library = tmp_path / "here", tmp_path / "data", tmp_path / "library"
    given, env = [tmp_path / "given"], {"READER_ARTICLES": f"~/x:{tmp_path}/y:z"}
    find = paths.find_articles
    assert find([], {}, [], here, data) == paths.Articles((), "none")
    (data / "articles").mkdir(parents=True)
    assert find([], {}, [], here, data) == paths.Articles((data / "articles",), "data")
    (here / "articles").mkdir(parents=True)
    assert find([], {}, [], here, data) == paths.Articles((here / "articles",), "here")
    assert find([], {}, [library], here, data) == paths.Articles((library,), "configured")
    assert find([], env, [library], here, data).paths == (Path("~/x").expanduser(), tmp_path / "y", here / "z")
    assert find(given, env, [library], here, data) == paths.Articles((tmp_path / "given",), "given")


def test_notes_lie_beside_the_articles_and_never_in_the_program(tmp_path: Path) -> None:
    articles, library, file = tmp_path / "articles", tmp_path / "press", tmp_path / "press" / "a.txt"
    articles.mkdir()
    library.mkdir()
    file.touch()
    place = paths.notes_folder
    assert place([articles], None, NOWHERE) == tmp_path / "notes"
    assert place([library], None, NOWHERE) == library / "notes"
    assert place([file], None, NOWHERE) == library / "notes"
    assert place([articles / "gone.txt"], None, NOWHERE) == tmp_path / "notes"
    assert place([library, articles], None, NOWHERE) == library / "notes"
    assert place([articles], tmp_path / "mine", NOWHERE) == tmp_path / "mine"
    assert place([Path("-")], None, NOWHERE) == NOWHERE / "notes"
    assert place([], None, NOWHERE) == NOWHERE / "notes"
    inside = Path(paths.__file__).parent.parent / "_data" / "articles"
    assert place([inside], None, NOWHERE) == NOWHERE / "notes"


def test_a_link_called_articles_keeps_its_notes_beside_it(tmp_path: Path) -> None:
    (tmp_path / "archive" / "2022").mkdir(parents=True)
    (tmp_path / "articles").symlink_to(tmp_path / "archive" / "2022")
    assert paths.notes_folder([tmp_path / "articles"], None, NOWHERE) == tmp_path / "notes"


def test_a_relative_path_is_taken_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    monkeypatch.chdir(tmp_path / "articles")
    assert paths.notes_folder([Path()], None, NOWHERE) == tmp_path / "notes"
