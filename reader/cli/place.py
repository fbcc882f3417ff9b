"""Where this run finds its settings, articles and notes: the flags of the command line over everything else."""

import os
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.model import Problem
from reader.model.frozen import dataclass
from reader.settings import paths as places
from reader.settings.config import Config, load
from reader.settings.paths import Articles, Paths

Flags = Mapping[str, str | int | bool | Path | tuple[Path, ...] | None]


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of one run."""

    paths: Paths
    config: Config
    problems: tuple[Problem, ...]
    """What is wrong in the configuration."""
    config_file: Path
    articles: Articles
    notes: Path
    """The folder of the notes; it need not exist."""


def find(options: Namespace, given: Sequence[str], flags: Flags | None = None) -> Place:
    """Look the surroundings up. Never fails: what is wrong is in `problems`."""
    paths = places.from_environment()
    cwd = Path.cwd()
    file = options.config or paths.config_file
    own = {"notes": options.notes and cwd / options.notes, **(flags or {})}
    config, problems = load(file, places.project_file(cwd), os.environ, own, cwd)
    if options.config and not options.config.is_file():
        problems = (Problem(str(options.config), None, "no such configuration file"), *problems)
    articles = places.find_articles([Path(path) for path in given], os.environ, config.library, cwd, paths.data)
    notes = places.notes_folder(articles.paths, config.notes, paths.data)
    return Place(paths, config, problems, file, articles, notes)
