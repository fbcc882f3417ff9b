"""Every key of `config.yaml`, in one table: kind, default and meaning, from which loading and the manual are made."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from reader.settings.document import Listing, Scalar, Value
from reader.settings.nearest import did_you_mean

Kind = Literal["text", "choice", "whole", "flag", "path", "paths", "model"]
Setting = str | int | bool | Path | tuple[Path, ...]

_TRUE = {"true", "yes", "on", "1"}
_FALSE = {"false", "no", "off", "0"}


class Option(NamedTuple):
    """One key of the configuration."""

    kind: Kind
    meaning: str
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    variable: str | None = None
    """Environment variable; None for `READER_` and the key in capitals."""
    personal: bool = False
    """Whether the file of a folder that somebody else may have written cannot set it."""


OPTIONS: Mapping[str, Option] = {
    "library": Option(
        "paths", "folders or files to open when none are given", variable=""
    ),  # $READER_ARTICLES: see paths.find_articles
    "notes": Option("path", "folder of the notes"),
    "theme": Option("text", "name of a theme, or auto: light or dark as the terminal is"),
    "theme_light": Option("text", "theme on a light terminal"),
    "theme_dark": Option("text", "theme on a dark terminal"),
    "layers": Option("choice", "marks shown in the text", ("none", "quotes", "names", "everything", "gaps")),
    "measure": Option("whole", "width of the text in cells", low=60, high=100),
    "ascii": Option("flag", "signs that every font has"),
    "sort": Option("choice", "order of the list", ("date", "outlet", "title", "notes", "differences")),
    "group": Option("flag", "articles under their events; false for a flat list"),
    "panel": Option("choice", "the panel of quotes, names and notes", ("auto", "shown", "hidden")),
    "mark_read": Option("choice", "when an article counts as read", ("end", "open", "never")),
    "date_format": Option("choice", "dates as 15 Feb, 2022-02-15 or 15 February 2022", ("short", "iso", "long")),
    "mouse": Option("flag", "clicks, wheel and drag"),
    "watch": Option("flag", "notice new, changed and deleted files while the reader runs"),
    "coach": Option("flag", "the first steps, shown in the status line until they are done"),
    "extractor": Option("choice", "who finds the names: the program itself, or a spaCy model", ("builtin", "spacy")),
    "spacy_model": Option("model", "an installed spaCy model by its name, or the folder of one", personal=True),
}


class Misfit(NamedTuple):
    """Why a value does not suit its option."""

    message: str
    hint: str = ""


def fit(key: str, option: Option, value: Value, base: Path) -> Setting | Misfit:
    """The value of `key` in its own type; relative paths are taken from `base`, `~` is the home folder."""
    if option.kind == "paths":
        return _paths(key, value, base)
    if not isinstance(value, Scalar):
        return Misfit(f"{key} takes one value, not {'a list' if isinstance(value, Listing) else 'a mapping'}")
    if value.kind == "null" or not value.text.strip():
        return Misfit(f"{key} has no value", "remove the line to have the default")
    text = value.text.strip()
    match option.kind:
        case "choice":
            if text in option.choices:
                return text
            return Misfit(f"{key}: unknown value {text!r}", did_you_mean(text, option.choices))
        case "whole":
            return _whole(key, option, text)
        case "flag":
            if text.lower() in _TRUE | _FALSE:
                return text.lower() in _TRUE
            return Misfit(f"{key} is true or false, not {text!r}")
        case "path":
            return _path(key, text, base)
        case "model" if os.sep in text or text.startswith("~"):
            path = _path(key, text, base)
            return path if isinstance(path, Misfit) else str(path)
        case _:
            if value.kind != "str":
                return Misfit(f"{key} takes a name, not {text!r}", f'if it is the name, write "{text}"')
            return text


def _whole(key: str, option: Option, text: str) -> int | Misfit:
    if not (text.isascii() and text.lstrip("-").isdigit() and len(text) < 10):
        return Misfit(f"{key} is a whole number, not {text!r}", f"{option.low} to {option.high}")
    number = int(text) if text.count("-") < 2 else option.low - 1
    if not option.low <= number <= option.high:
        return Misfit(f"{key} is {option.low} to {option.high}, not {text}")
    return number


def _path(key: str, text: str, base: Path) -> Path | Misfit:
    if "\0" in text:
        return Misfit(f"{key} is not a path")
    try:
        return base / Path(text).expanduser()
    except RuntimeError:
        return Misfit(f"{key}: no home folder for {text!r}")


def _paths(key: str, value: Value, base: Path) -> tuple[Path, ...] | Misfit:
    items = value.items if isinstance(value, Listing) else (value,)
    paths = []
    for item in items:
        if not isinstance(item, Scalar) or item.kind == "null" or not item.text.strip():
            return Misfit(f"{key} takes a path or a list of paths")
        path = _path(key, item.text.strip(), base)
        if isinstance(path, Misfit):
            return path
        paths.append(path)
    return tuple(paths)
