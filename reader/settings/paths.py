"""Where things are kept: the user's settings, state and cache, the bundled data, the articles and the notes."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

APP = "reader"

_PACKAGE = Path(__file__).resolve().parent.parent
_XDG_DEFAULTS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
}
"""XDG Base Directory Specification 0.8, relative to the home folder."""

Origin = Literal["given", "environment", "configured", "here", "data", "none"]


class Paths(NamedTuple):
    """The folders of this user. None of them need exist; nothing is made on reading them."""

    config: Path
    state: Path
    """Read marks, positions, the log: losing it is harmless."""
    cache: Path
    """The catalogues: may be deleted at any time."""
    data: Path

    @property
    def config_file(self) -> Path:
        """The user's `config.yaml`."""
        return self.config / "config.yaml"

    @property
    def keys_file(self) -> Path:
        """The user's `keys.yaml`."""
        return self.config / "keys.yaml"

    @property
    def theme_folders(self) -> tuple[Path, ...]:
        """The bundled themes and then the user's own, which override them by name."""
        return (bundled("themes"), self.config / "themes")

    @property
    def sample_articles(self) -> Path:
        """The articles that come with the program."""
        return bundled("articles")


class Articles(NamedTuple):
    """What to open, and which rule chose it."""

    paths: tuple[Path, ...]
    origin: Origin
    """"none" where nothing is given, configured or found: the time for a welcome."""


def from_environment(env: Mapping[str, str] | None = None) -> Paths:
    """The folders by `XDG_CONFIG_HOME`, `XDG_STATE_HOME`, `XDG_CACHE_HOME` and `XDG_DATA_HOME` on every system.

    A variable that is unset, empty or not absolute is passed over, as the specification asks, for the system's own
    place.
    """
    env = os.environ if env is None else env
    return Paths(
        config=_folder(env, "XDG_CONFIG_HOME"),
        state=_folder(env, "XDG_STATE_HOME"),
        cache=_folder(env, "XDG_CACHE_HOME"),
        data=_folder(env, "XDG_DATA_HOME"),
    )


def _folder(env: Mapping[str, str], variable: str) -> Path:
    given = env.get(variable, "")
    if given and Path(given).is_absolute():
        return Path(given) / APP
    if sys.platform in ("darwin", "win32"):
        import platformdirs

        kind = variable.removeprefix("XDG_").removesuffix("_HOME").lower()
        return Path(getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False))
    return Path(env.get("HOME") or os.path.expanduser("~")) / _XDG_DEFAULTS[variable] / APP  # noqa: PTH111


def project_file(cwd: Path) -> Path:
    """The settings of one project: `.reader.yaml` in the folder that the program was started in."""
    return cwd / ".reader.yaml"


def bundled(name: str) -> Path:
    """A folder that comes with the program (`themes`, `articles`): in the wheel, or beside `pyproject.toml`."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def find_articles(
    given: Sequence[Path], env: Mapping[str, str], configured: Sequence[Path], cwd: Path, data: Path
) -> Articles:
    """What to open: the paths given, else `$READER_ARTICLES`, the configured library, `./articles`, the data folder.

    Paths that were asked for by name are returned whether or not they exist, so that the user hears about a mistake
    instead of being shown something else. `$READER_ARTICLES` may hold several, separated as in `$PATH`.
    """
    if given:
        return Articles(tuple(given), "given")
    named = tuple(cwd / Path(part).expanduser() for part in env.get("READER_ARTICLES", "").split(os.pathsep) if part)
    if named:
        return Articles(named, "environment")
    if configured:
        return Articles(tuple(configured), "configured")
    for folder, origin in ((cwd / "articles", "here"), (data / "articles", "data")):
        if folder.is_dir():
            return Articles((folder,), "here" if origin == "here" else "data")
    return Articles((), "none")


def notes_folder(articles: Sequence[Path], override: Path | None, data: Path) -> Path:
    """Where the notes on these articles belong.

    `override` (`--notes` or the setting) first; else `notes` beside a folder called `articles`; else `notes` inside the
    library, which is the first folder given or the folder of the first file. Notes never go into the installed
    program, where an update would delete them: those on its sample articles go to the data folder, as do those on
    standard input.
    """
    if override is not None:
        return override
    real = [path for path in articles if str(path) != "-"]
    if not real:
        return data / "notes"
    library = Path(os.path.abspath(real[0]))  # noqa: PTH100 - a link called `articles` keeps its name and its place
    if not library.is_dir():
        library = library.parent
    if _PACKAGE in library.resolve().parents:
        return data / "notes"
    return library.parent / "notes" if library.name == "articles" else library / "notes"
