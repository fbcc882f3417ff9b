"""What `reader doctor` looks at: each check yields findings, and none of them changes anything."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from reader import __version__
from reader.cli import log
from reader.cli.place import Place
from reader.model import Problem

DEPENDENCIES = ("textual", "rapidfuzz", "PyYAML", "platformdirs")

ORIGINS = {
    "given": "as given",
    "environment": "from $READER_ARTICLES",
    "configured": "the configured library",
    "here": "the folder here",
    "data": "the data folder",
    "none": "",
}
"""Which rule chose the articles, in words."""


class Finding(NamedTuple):
    """One line of the doctor's report."""

    check: str
    state: str
    """"ok"; "notice" for what the user may want to know; "problem" for what should be mended."""
    detail: str
    path: str | None = None
    line: int | None = None


def problems(check: str, found: Sequence[Problem]) -> Iterator[Finding]:
    """Findings for what is wrong in what somebody wrote."""
    for one in found:
        state = "problem" if one.severity == "error" else "notice"
        detail = f"{one.message} ({one.hint})" if one.hint else one.message
        yield Finding(check, state, detail, one.path or None, one.line)


def versions() -> Iterator[Finding]:
    """The program, its Python and what it is built on, without importing any of it."""
    import sqlite3

    yield Finding("version", "ok", f"reader {__version__}, Python {platform.python_version()}, {platform.system()}")
    for name in DEPENDENCIES:
        try:
            yield Finding("version", "ok", f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Finding("version", "problem", f"{name} is not installed")
    connection = sqlite3.connect(":memory:")
    has_search = connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()[0]
    connection.close()
    state, detail = ("ok", "") if has_search else ("problem", " without full-text search (FTS5)")
    yield Finding("version", state, f"SQLite {sqlite3.sqlite_version}{detail}")


def terminal(env: Mapping[str, str]) -> Iterator[Finding]:
    """What the terminal says about itself."""
    term = env.get("TERM", "")
    dumb = term in ("", "dumb")
    yield Finding("terminal", "notice" if dumb else "ok", f"TERM={term}{', which can show no screen' if dumb else ''}")
    colours = env.get("COLORTERM", "")
    yield Finding("terminal", "ok", f"COLORTERM={colours}" if colours else "COLORTERM is not set: 256 colours at most")
    if env.get("NO_COLOR"):
        yield Finding("terminal", "ok", "NO_COLOR is set: no colours")
    encoding = (sys.stdout.encoding or "").lower()
    unicode = encoding.replace("-", "") == "utf8"
    yield Finding("terminal", "ok" if unicode else "notice", f"encoding {encoding}{'' if unicode else ': try --ascii'}")
    if sys.stdout.isatty():
        size = shutil.get_terminal_size()
        small = size.columns < 80 or size.lines < 24
        yield Finding("terminal", "notice" if small else "ok", f"size {size.columns} × {size.lines}")
    else:
        yield Finding("terminal", "ok", "standard output is no terminal")


def folders(place: Place) -> Iterator[Finding]:
    """Where everything is, and whether the program may write where it has to."""
    named = {
        "config": place.config_file.parent,
        "state": place.paths.state,
        "cache": place.paths.cache,
        "data": place.paths.data,
        "notes": place.notes,
    }
    for name, folder in named.items():
        if not folder.exists():
            yield Finding("path", "ok", f"{name}: not made yet", str(folder))
        elif name not in ("config", "data") and not os.access(folder, os.W_OK | os.X_OK):
            yield Finding("path", "problem", f"{name}: cannot be written to", str(folder))
        else:
            yield Finding("path", "ok", name, str(folder))
    file = log.path()
    if file.exists():
        yield Finding("path", "notice", "log of internal errors: not empty", str(file))


def articles(place: Place) -> Iterator[Finding]:
    """What would be opened, and by which rule."""
    if not place.articles.paths:
        yield Finding("articles", "notice", "none given, configured or found here")
    for path in place.articles.paths:
        there = path.exists()
        detail = ORIGINS[place.articles.origin] if there else "does not exist"
        yield Finding("articles", "ok" if there else "problem", detail, str(path))


def settings(place: Place) -> Iterator[Finding]:
    """Configuration, keys and themes."""
    from reader.cli.verbs.keys import load
    from reader.settings import theme

    state = "there" if place.config_file.is_file() else "none, the defaults hold"
    yield Finding("config", "ok", state, str(place.config_file))
    yield from problems("config", place.problems)
    keymap, found = load(place.paths.keys_file)
    yield Finding("keys", "ok", f"{len(keymap.keys)} actions, {len(keymap.changed)} with keys of your own")
    yield from problems("keys", found)
    themes, found = theme.load_all(place.paths.theme_folders)
    yield Finding("themes", "ok" if themes else "problem", f"{len(themes)}: {', '.join(themes)}")
    yield from problems("themes", found)
    chosen = {place.config.theme, place.config.theme_light, place.config.theme_dark} - {"auto"}
    for name in sorted(chosen - set(themes)):
        yield Finding("themes", "problem", f"no theme is called {name}")


def extractor(place: Place) -> Iterator[Finding]:
    """Who finds the names, and whether spaCy could, without starting it."""
    from reader.analysis.extractors.installed import missing, model_version, spacy_version

    chosen, model = place.config.extractor, place.config.spacy_model
    yield Finding("extractor", "ok", f"{chosen} finds the names")
    problem = missing(model)
    if problem is None:
        yield Finding("extractor", "ok", f"spaCy {spacy_version()} with {model} {model_version(model)} is there")
    elif chosen == "spacy":
        yield from problems("extractor", [problem])
    else:
        yield Finding("extractor", "ok", f"not used: {problem.message}", problem.path or None)


def catalogue(place: Place) -> Iterator[Finding]:
    """What has been indexed, without indexing anything now."""
    from reader.library import Library
    from reader.library import catalogue as files

    if not place.articles.paths:
        return
    file = files.place(files.roots_of(place.articles.paths), place.paths.cache)
    if not file.exists():
        yield Finding("catalogue", "ok", "not made yet: reader index, or opening the screen, makes it", str(file))
        return
    library = Library.open(place.articles.paths, place.paths.cache)
    try:
        count = library.count()
        detail = f"{count.articles} articles, {count.analysed} analysed, in {count.events} events"
        yield Finding("catalogue", "ok", f"{detail}; {count.problems} unreadable", str(file))
        yield from problems("catalogue", library.problems())
    finally:
        library.close()


def notes(place: Place) -> Iterator[Finding]:
    """The user's notes, and those whose passage is gone."""
    from reader.cli.verbs.notes import placed

    found, wrong = placed(place)
    orphans = [note for note in found if note["anchor"]["state"] == "orphan"]
    yield Finding("notes", "ok", f"{len(found)}, {len(orphans)} without their passage", str(place.notes))
    for note in orphans:
        yield Finding("notes", "notice", f"lost its passage: {note['id']}", note["file"], note["line"])
    yield from problems("notes", wrong)
