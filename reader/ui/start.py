"""From a command line to a running screen: settings, library, notes, theme.

Nothing here waits for the articles' disk.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.analysis.extractors import BUILTIN, Extractor, UnavailableError, choose
from reader.library import Library
from reader.library.decisions import DecisionStore
from reader.model import Problem
from reader.notes import NoteStore
from reader.session import memory
from reader.session.world import NO_SUCH, World
from reader.settings import config as configuration
from reader.settings import keymap, paths, theme
from reader.settings.theme import ThemeSpec
from reader.ui.app import ReaderApp


def start(given: Sequence[Path], flags: Mapping[str, Any]) -> int:
    """Open the screen on the articles that are given, or that are found; the exit code."""
    if flags.get("no_color"):
        os.environ["NO_COLOR"] = "1"
    folders = paths.from_environment()
    config_file = flags.get("config") or folders.config_file
    named = {key: flags.get(key) for key in ("notes", "theme", "ascii", "extractor")}
    config, problems = configuration.load(
        Path(config_file), paths.project_file(Path.cwd()), os.environ, named, Path.cwd()
    )
    articles = paths.find_articles(given, os.environ, config.library, Path.cwd(), folders.data).paths
    if not articles:
        from reader.ui.welcome import welcome

        articles = welcome(folders, spec_for(config, folders)[0])
        if not articles:
            return 0
    app = ReaderApp(**prepare(articles, config, folders, Path(config_file), list(problems)))
    try:
        code = app.run()
    finally:
        app.finish()
    if app.failure is not None:
        raise app.failure
    return code or 0


def prepare(
    articles: Sequence[Path],
    config: configuration.Config,
    folders: paths.Paths,
    config_file: Path,
    problems: list[Problem],
) -> dict[str, Any]:
    """Everything that the application is made of."""
    from reader.session.actions import ACTIONS

    keys, wrong_keys = keymap.load(
        folders.keys_file, {a.name: keymap.ActionKeys(a.keys, a.scope) for a in ACTIONS.values()}
    )
    spec, wrong_theme = spec_for(config, folders)
    remembered, forgotten = memory.load(folders.state / "memory.json")
    extractor, not_here = _extractor(config)
    notes = paths.notes_folder(articles, config.notes, folders.data)
    world = World(
        library=Library.open(articles, folders.cache, extractor, DecisionStore(notes)),
        notes=NoteStore(notes),
        config=config,
        problems=[*problems, *wrong_keys, *wrong_theme, *forgotten, *not_here, *_missing(articles)],
        theme_folders=folders.theme_folders,
    )
    return {
        "world": world,
        "theme": spec,
        "keymap": keys.keys,
        "memory_file": folders.state / "memory.json",
        "config_file": config_file,
        "remembered": remembered,
        "name": articles[0].name or str(articles[0]) if len(articles) == 1 else f"{len(articles)} places",
    }


def spec_for(config: configuration.Config, folders: paths.Paths) -> tuple[ThemeSpec, tuple[Problem, ...]]:
    """The theme to use: by name, or by the terminal's background; the built-in colours where it cannot be read."""
    if config.theme == "auto" and config.theme_light != config.theme_dark:
        from reader.ui.background import is_dark

        name = config.theme_for(is_dark())
    else:
        name = config.theme_for(True)
    spec, problems = theme.load(name, folders.theme_folders)
    if spec is None:
        spec, _ = theme.load(configuration.Config().theme_dark, folders.theme_folders)
    return spec or ThemeSpec("built-in"), problems


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
