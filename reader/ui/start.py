"""From a command line to a running screen: settings, library, notes, theme.

Nothing here waits for the articles' disk.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.analysis.extractors import BUILTIN, Extractor, UnavailableError, choose
from reader.library import Library, extent
from reader.library.decisions import DecisionStore
from reader.model import Note, Problem
from reader.notes import NoteStore
from reader.session import memory, ordering
from reader.session.world import NO_SUCH, World
from reader.settings import config as configuration
from reader.settings import paths, theme
from reader.settings.theme import ThemeSpec
from reader.ui import background
from reader.ui.terminal import Terminal
from reader.ui.without_openssl import without_openssl

if TYPE_CHECKING:
    from reader.session.state import State


UNSAVED = 5
"""Exit code where notes could not be saved."""


class Opened(NamedTuple):
    """A library that is open, as the list shows it first: of a long one no more than the top."""

    world: World
    state: State
    name: str
    theme: ThemeSpec


def start(given: Sequence[Path], flags: Mapping[str, Any]) -> int:
    """Open the screen on the articles that are given, or that are found; the exit code. `flags` are the command
    line's: notes, config, theme, ascii, extractor, no_color."""
    if flags.get("no_color"):
        os.environ["NO_COLOR"] = "1"
    folders = paths.from_environment()
    config_file = Path(flags.get("config") or folders.config_file)
    named = {key: flags.get(key) for key in ("notes", "theme", "ascii", "extractor")}
    config, problems = configuration.load(config_file, paths.project_file(Path.cwd()), os.environ, named, Path.cwd())
    articles = paths.find_articles(given, os.environ, config.library, Path.cwd(), folders.data).paths
    with Terminal() as terminal:
        terminal.take()
        if _asks(config):
            background.ask(terminal)
        if not articles:
            from reader.ui.welcome import welcome

            articles = welcome(folders, spec_for(config, folders, terminal)[0])
            if not articles:
                return 0
        opened = open_library(articles, config, folders, list(problems), terminal)
        with closing(opened.world.library):
            _show(opened, terminal)
            with without_openssl():
                from reader.ui.app import ReaderApp

            app = ReaderApp(**_parts(opened, folders, config_file), terminal=terminal)
            try:
                code = app.run()
            finally:
                app.finish()
    if unsaved := opened.world.notes.unsaved():
        _print_unsaved(unsaved)
        code = UNSAVED
    if app.failure is not None:
        raise app.failure
    return code or 0


def _print_unsaved(notes: Sequence[Note]) -> None:
    """The last way to keep words that no disk has taken: in the terminal, once it is the shell's again."""
    from reader.text.clean import clean

    sys.stderr.write(f"reader: notes that could not be saved: {len(notes)}. This is what they say:\n")
    for note in notes:
        article = note.targets[0].article if note.targets else "?"
        sys.stderr.write(f"\n{clean(article)}, {note.created}\n{clean(note.body)}\n")


def prepare(
    articles: Sequence[Path],
    config: configuration.Config,
    folders: paths.Paths,
    config_file: Path,
    problems: list[Problem],
) -> dict[str, Any]:
    """Everything that the application is made of."""
    return _parts(open_library(articles, config, folders, problems, Terminal()), folders, config_file)


def open_library(
    articles: Sequence[Path],
    config: configuration.Config,
    folders: paths.Paths,
    problems: list[Problem],
    terminal: Terminal,
) -> Opened:
    """All that the list needs."""
    remembered, forgotten = memory.load(folders.state / "memory.json")
    extractor, not_here = _extractor(config)
    notes = paths.notes_folder(articles, config.notes, folders.data)
    world = World(
        library=Library.open(articles, folders.cache, extractor, DecisionStore(notes)),
        notes=NoteStore(notes),
        config=config,
        problems=[*problems, *forgotten, *not_here, *_missing(articles)],
        theme_folders=folders.theme_folders,
    )
    state = ordering.glimpse(ordering.starting(world, remembered), world)
    name = articles[0].name or str(articles[0]) if len(articles) == 1 else f"{len(articles)} places"
    spec, wrong_theme = spec_for(config, folders, terminal)
    world.problems += wrong_theme
    return Opened(world, state, name, spec)


def _show(opened: Opened, terminal: Terminal) -> None:
    """Show the list before Textual is loaded, where that can be."""
    if not terminal.is_taken or not {"NO_COLOR", "COLUMNS", "LINES"}.isdisjoint(os.environ):
        return  # Textual makes greys of the colours, or takes another size than the terminal's
    from reader.ui.first_frame import frame

    size = os.get_terminal_size(terminal.output)
    if drawn := frame(opened, extent.size(opened.world.library), size):
        terminal.show(drawn)


def _parts(opened: Opened, folders: paths.Paths, config_file: Path) -> dict[str, Any]:
    """What the application is made of, keys and all."""
    from reader.session.actions import ACTIONS
    from reader.settings import keymap

    keys, wrong_keys = keymap.load(
        folders.keys_file, {a.name: keymap.ActionKeys(a.keys, a.scope) for a in ACTIONS.values()}
    )
    opened.world.problems += wrong_keys
    return {
        **opened._asdict(),
        "state": ordering.whole(opened.state, opened.world),
        "keymap": keys.keys,
        "memory_file": folders.state / "memory.json",
        "config_file": config_file,
    }


def spec_for(
    config: configuration.Config, folders: paths.Paths, terminal: Terminal
) -> tuple[ThemeSpec, tuple[Problem, ...]]:
    """The theme to use: by name, or by the terminal's background; the built-in colours where it cannot be read."""
    name = config.theme_for(background.is_dark(terminal) if _asks(config) else True)
    spec, problems = theme.load(name, folders.theme_folders)
    if spec is None:
        spec, _ = theme.load(configuration.Config().theme_dark, folders.theme_folders)
    return spec or ThemeSpec("built-in"), problems


def _asks(config: configuration.Config) -> bool:
    """Whether the theme depends on the terminal's background."""
    return config.theme == "auto" and config.theme_light != config.theme_dark


def _extractor(config: configuration.Config) -> tuple[Extractor, list[Problem]]:
    """What analyses: the one that is configured, the built-in one where that is not here."""
    try:
        return choose(config.extractor, config.spacy_model), []
    except UnavailableError as error:
        message = f"{error.problem.message}; the built-in extractor is used"
        return BUILTIN, [replace(error.problem, message=message)]


def _missing(articles: Sequence[Path]) -> list[Problem]:
    hint = "check the spelling, or give another folder"
    return [Problem(str(path), None, NO_SUCH, hint) for path in articles if not path.exists()]
