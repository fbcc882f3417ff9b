"""Themes: one YAML file each, read one at a time, with what a file does not name derived from what it does.

A file is a flat mapping: `name`, `description`, `dark`, and any of `roles.ROLES` as a colour with optional style words
and background, in any order: `person: "bold #1f4e79"`, `quote-current: "#211d18 on #ece2cc"`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from reader.model import Problem
from reader.model.frozen import dataclass
from reader.settings import colour as colours
from reader.settings import roles
from reader.settings.document import Document, Entry, Scalar, read
from reader.settings.nearest import did_you_mean
from reader.settings.roles import RoleStyle

__all__ = ["RoleStyle", "ThemeSpec", "load", "load_all", "names"]

MAX_NAME = 100
"""Characters of a theme's name, which is that of its file."""

_HEADER = ("name", "description", "dark")


@dataclass(frozen=True, slots=True)
class ThemeSpec:
    """A theme as its file states it."""

    name: str
    description: str = ""
    dark: bool = True
    written: Mapping[str, RoleStyle] = field(default_factory=dict, hash=False)
    """The roles that the file names."""
    path: Path | None = None

    @property
    def ansi(self) -> bool:
        """Whether it uses the terminal's own 16 colours."""
        return any(colours.is_ansi(style.colour) for style in self.written.values())

    def resolved(self) -> dict[str, RoleStyle]:
        """Every role of `roles.ROLES`, readable on every ground of the theme (see `roles.resolve`)."""
        return roles.resolve(self.written, self.dark)


def names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Names of the themes in these folders, sorted, without reading any."""
    return tuple(sorted({file.stem for folder in folders for file in _files(folder)}))


def load(name: str, folders: Sequence[Path]) -> tuple[ThemeSpec | None, tuple[Problem, ...]]:
    """The theme called `name` and what is wrong with it, reading no other file; later folders override earlier ones.

    A file that cannot be used gives way to the theme of that name in an earlier folder. None where there is none.
    """
    problems: list[Problem] = []
    for folder in reversed(folders):
        for file in _candidates(folder, name):
            spec, found = _read(file)
            problems += found
            if spec is not None:
                return spec, tuple(problems)
    if not problems:
        problems.append(
            Problem("", None, f"no theme is called {name[:MAX_NAME]!r}", did_you_mean(name, names(folders)))
        )
    return None, tuple(problems)


def load_all(folders: Sequence[Path]) -> tuple[dict[str, ThemeSpec], tuple[Problem, ...]]:
    """All themes by name, sorted, with everything that is wrong in their files. Never raises."""
    themes: dict[str, ThemeSpec] = {}
    problems: list[Problem] = []
    for name in names(folders):
        spec, found = load(name, folders)
        problems += found
        if spec is not None:
            themes[name] = spec
    return themes, tuple(problems)


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(file for file in folder.iterdir() if file.suffix in (".yaml", ".yml"))
    except OSError:
        return


def _candidates(folder: Path, name: str) -> Iterable[Path]:
    if not 0 < len(name) < MAX_NAME or Path(name).name != name or name in (".", ".."):
        return ()
    return (file for file in (folder / f"{name}.yaml", folder / f"{name}.yml") if file.is_file())


def _read(file: Path) -> tuple[ThemeSpec | None, tuple[Problem, ...]]:
    document = read(file)
    problems = list(document.problems)
    if not document.entries:
        if not problems:
            problems.append(document.problem(None, "an empty theme", "name a background and a foreground at least"))
        return None, tuple(problems)
    header = {entry.key: entry for entry in document.entries if entry.key in _HEADER}
    written: dict[str, RoleStyle] = {}
    for entry in document.entries:
        if entry.key in _HEADER:
            continue
        style = _style(document, entry)
        if isinstance(style, Problem):
            problems.append(style)
        else:
            written[entry.key] = style
    dark, wrong = _dark(document, header.get("dark"), written)
    problems += wrong
    description = header["description"].value if "description" in header else None
    text = description.text if isinstance(description, Scalar) else ""
    spec = ThemeSpec(file.stem, text, dark, _one_kind(document, written, problems), file)
    problems += _unreadable(document, spec)
    return spec, tuple(problems)


def _style(document: Document, entry: Entry) -> RoleStyle | Problem:
    """A role's colour and style words."""
    line = entry.value.line
    if entry.key not in roles.ROLES:
        return document.problem(entry.line, f"unknown role {entry.key!r}", did_you_mean(entry.key, roles.ROLES))
    if not isinstance(entry.value, Scalar) or entry.value.kind == "null" or not entry.value.text.strip():
        return document.problem(line, f"{entry.key} has no colour", 'colours need quotation marks: "#1f4e79"')
    found: list[str] = []
    words: set[str] = set()
    ground = None
    parts = iter(entry.value.text.split())
    for part in parts:
        if part == "on":
            ground = colours.parse(next(parts, ""))
            if ground is None:
                return document.problem(line, f"{entry.key}: no colour after on", 'write "#211d18 on #ece2cc"')
        elif part in roles.STYLE_WORDS:
            words.add(part)
        elif (parsed := colours.parse(part)) is not None:
            found.append(parsed)
        else:
            hint = did_you_mean(part, (*roles.STYLE_WORDS, *colours.ANSI)) or "a colour is #rrggbb or ansi_red"
            return document.problem(line, f"{entry.key}: neither a colour nor a style: {part!r}", hint)
    if len(found) != 1:
        return document.problem(line, f"{entry.key} needs one colour, not {len(found)}", "the ground comes after on")
    return RoleStyle(found[0], ground, **dict.fromkeys(words, True))


def _dark(
    document: Document, entry: Entry | None, written: Mapping[str, RoleStyle]
) -> tuple[bool, tuple[Problem, ...]]:
    """Whether the theme is dark: as it says, else by its background."""
    ground = written.get("background")
    guess = ground is None or colours.is_ansi(ground.colour) or colours.extreme(ground.colour) == "#ffffff"
    if entry is None:
        return guess, ()
    if isinstance(entry.value, Scalar) and entry.value.text.lower() in ("true", "false"):
        return entry.value.text.lower() == "true", ()
    return guess, (document.problem(entry.value.line, "dark is true or false"),)


def _one_kind(document: Document, written: dict[str, RoleStyle], problems: list[Problem]) -> Mapping[str, RoleStyle]:
    """The roles without the odd ones out: the terminal's own colours and others cannot be measured together."""
    first = written.get("background") or next(iter(written.values()), None)
    if first is None:
        return written
    ansi = colours.is_ansi(first.colour)
    kept = {
        name: style
        for name, style in written.items()
        if all(colours.is_ansi(part) == ansi for part in (style.colour, style.background) if part)
    }
    for entry in document.entries:
        if entry.key in written and entry.key not in kept:
            other = "hexadecimal" if ansi else "ansi"
            message = f"{entry.key}: {other} colours cannot be used beside the background's kind"
            problems.append(document.problem(entry.value.line, message))
    return kept


def _unreadable(document: Document, spec: ThemeSpec) -> Iterator[Problem]:
    """Notices for the colours that were changed so that they can be read."""
    if spec.ansi:
        return
    resolved = spec.resolved()
    for entry in document.entries:
        style = spec.written.get(entry.key)
        if style is None or entry.key in roles.LINES:
            continue
        used = resolved[entry.key]
        if used.colour != style.colour:
            ratio = roles.least(replace(style, background=used.background), resolved)
            message = f"{entry.key}: {style.colour} has {ratio:.1f}:1, too little to be read; shown as {used.colour}"
            yield document.problem(entry.value.line, message, f"{colours.READABLE}:1 or more", "notice")
