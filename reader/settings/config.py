"""The configuration: flags over environment over the project's file over the user's, every error at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reader.model import Problem
from reader.model.frozen import dataclass
from reader.settings.document import Document, Scalar, read
from reader.settings.nearest import did_you_mean
from reader.settings.options import OPTIONS, Misfit, Option, Setting, fit


@dataclass(frozen=True, slots=True)
class Config:
    """What the user has set, with the program's own choice for the rest. `options.OPTIONS` says what each is for."""

    library: tuple[Path, ...] = ()
    notes: Path | None = None
    theme: str = "auto"
    """A theme's name, or "auto": `theme_light` or `theme_dark` by the terminal's background."""
    theme_light: str = "newsprint"
    theme_dark: str = "lamplight"
    layers: str = "everything"
    """"none", "quotes", "names" (and quotes), "everything" or "gaps": also what is told only here."""
    measure: int = 76
    """Cells, 60 to 100."""
    ascii: bool = False
    sort: str = "date"
    group: bool = True
    panel: str = "auto"
    """"auto" (where there is room), "shown" or "hidden"."""
    mark_read: str = "end"
    """"end" (when its last line was seen), "open" or "never"."""
    date_format: str = "short"
    mouse: bool = True
    watch: bool = True
    coach: bool = True
    extractor: str = "builtin"
    """"builtin" or "spacy"."""
    spacy_model: str = "en_core_web_sm"
    """An installed package, or the path of a folder."""

    def theme_for(self, dark: bool) -> str:
        """Name of the theme on a dark or light terminal."""
        if self.theme != "auto":
            return self.theme
        return self.theme_dark if dark else self.theme_light


def load(
    user: Path | None,
    project: Path | None = None,
    env: Mapping[str, str] | None = None,
    flags: Mapping[str, Setting | None] | None = None,
    cwd: Path | None = None,
) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration and everything that is wrong in it. Never raises and never writes.

    `user` and `project` are files that may be missing. `env` gives `READER_` and a key in capitals
    (`READER_THEME=lamplight`). `flags` holds values in their own types; None means that a flag was not given.
    Relative paths are taken from the file's folder, those of the environment from `cwd`.
    """
    settings: dict[str, Setting] = {}
    problems: list[Problem] = []
    for file in (user, project):
        if file is not None:
            document = read(file)
            found = [*document.problems, *_take(document, settings, is_own=file is user)]
            problems += sorted(found, key=lambda problem: problem.line or 0)
    problems += _take_environment(env or {}, cwd or Path.cwd(), settings)
    settings |= {key: value for key, value in (flags or {}).items() if value is not None and key in OPTIONS}
    return replace(Config(), **settings), tuple(problems)  # type: ignore[arg-type]


def _take(document: Document, settings: dict[str, Setting], is_own: bool) -> Iterator[Problem]:
    base = document.path.absolute().parent
    for entry in document.entries:
        option = OPTIONS.get(entry.key)
        if option is None:
            yield document.problem(entry.line, f"unknown key {entry.key!r}", did_you_mean(entry.key, OPTIONS))
            continue
        if option.personal and not is_own:
            yield document.problem(entry.line, f"{entry.key} cannot be set for one folder", "set it in your own config")
            continue
        value = fit(entry.key, option, entry.value, base)
        if isinstance(value, Misfit):
            yield document.problem(entry.value.line, value.message, value.hint)
        else:
            settings[entry.key] = value


def _take_environment(env: Mapping[str, str], cwd: Path, settings: dict[str, Setting]) -> Iterator[Problem]:
    for key, option in OPTIONS.items():
        name = variable(key, option)
        text = env.get(name, "") if name else ""
        if not text:
            continue
        value = fit(key, option, Scalar(text, "str", 1), cwd)
        if isinstance(value, Misfit):
            yield Problem("", None, f"${name}: {value.message}", value.hint)
        else:
            settings[key] = value


def variable(key: str, option: Option) -> str:
    """The environment variable for `key`; empty where another rule reads it (`$READER_ARTICLES`)."""
    return f"READER_{key.upper()}" if option.variable is None else option.variable
