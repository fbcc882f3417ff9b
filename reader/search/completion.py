"""What may follow in a query that is being typed: names of fields, and values that the library has."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reader.library import Library
from reader.search.corrected import decided_names
from reader.search.lexicon import outlets
from reader.search.plain import folded
from reader.search.query.fields import FIELDS, FieldSpec, nearest_field
from reader.search.query.leaves import words

MOST = 8
"""Suggestions at a time."""
_TYPES = {
    "who": ("person", "organisation"),
    "speaker": ("person", "organisation"),
    "person": ("person",),
    "org": ("organisation",),
    "place": ("place",),
}
_TOKEN = re.compile(r'(?:-?(?P<field>[A-Za-z]+):)?-?(?P<value>"[^"]*|[^\s"()]*)$')
_NAMED = (
    "SELECT form FROM names WHERE name IN (SELECT rowid FROM name_words WHERE name_words MATCH ? LIMIT 5000)"
    " AND type IN ({}) AND articles > 0 ORDER BY articles DESC, form LIMIT ?"
)
_COMMONEST = (
    "SELECT form FROM names INDEXED BY names_common WHERE articles > 0 AND type IN ({}) ORDER BY articles DESC LIMIT ?"
)


class Completion(NamedTuple):
    """What may stand in place of `text[start:end]`, best first; each with all that belongs after it."""

    start: int = 0
    end: int = 0
    options: tuple[str, ...] = ()


def is_of_library(text: str, at: int) -> bool:
    """Whether suggestions for what stands before the cursor have to be looked up in the library."""
    found = _TOKEN.search(text[:at])
    spec = FIELDS.get(found["field"].lower()) if found is not None and found["field"] else None
    return spec is not None and (spec.name in ("source", "only") or spec.name in _TYPES)


def complete(
    library: Library, text: str, at: int, tags: Iterable[str] = (), today: date | None = None, asked: bool = False
) -> Completion:
    """Suggestions for what stands before the cursor.

    `asked`: the user wants them all, so that one letter or none is enough for the names of fields.
    """
    found = _TOKEN.search(text[:at])
    if found is None:
        return Completion(at, at)
    name, value = found["field"], found["value"]
    if name is None:
        return _fields(text, at, found.start("value"), value, asked)
    spec = FIELDS.get(name.lower())
    if spec is None:
        meant = nearest_field(name) if value else None
        return Completion(found.start("field"), at, (f"{meant}:{value}",)) if meant else Completion(at, at)
    options = _values(library, spec, value.strip('"'), tags, today or date.today())
    return Completion(found.start("value"), at, tuple(one for one in options if one != value)[:MOST])


def _fields(text: str, at: int, start: int, typed: str, asked: bool) -> Completion:
    own = typed.lower()
    if len(own) < (0 if asked else 2) or own.startswith('"') or text[at : at + 1] == ":":
        return Completion(at, at)
    return Completion(start, at, tuple(f"{name}:" for name in FIELDS if name.startswith(own))[: 99 if asked else MOST])


def _values(library: Library, spec: FieldSpec, typed: str, tags: Iterable[str], today: date) -> list[str]:
    if spec.choices:
        return [f"{one} " for one in spec.choices if one.startswith(typed.lower())]
    if spec.kind == "date":
        return [f"{one} " for one in _dates(today) if one.startswith(typed)]
    if spec.name in ("source", "only"):
        return _quoted(_having(outlets(library), typed))
    if spec.name == "tag":
        return _quoted(_having(sorted(set(tags)), typed))
    if spec.name in _TYPES:
        return _quoted(dict.fromkeys([*_decided(library, typed), *_names(library, typed, _TYPES[spec.name])]))
    return []


def _dates(today: date) -> tuple[str, ...]:
    return ("today", "yesterday", ">7d", ">1m", ">1y", f"{today:%Y-%m}", f"{today:%Y}", f"{today.year - 1}")


def _having(known: Iterable[str], typed: str) -> list[str]:
    """Those that begin with what was typed, then those of which a word does."""
    own = folded(typed)
    first, second = [], []
    for one in known:
        plain = folded(one)
        if plain.startswith(own):
            first.append(one)
        elif f" {own}" in plain:
            second.append(one)
    return [*first, *second]


def _decided(library: Library, typed: str) -> list[str]:
    """Names that the user has given, of which a word begins so; no article need have them."""
    return _having(decided_names(library.decisions.current()), typed) if words(typed) else []


def _names(library: Library, typed: str, types: tuple[str, ...]) -> list[str]:
    marks = ",".join("?" * len(types))
    parts = [folded(part) for part in words(typed)]
    if not parts:
        rows = library.select(_COMMONEST.format(marks), (*types, MOST))
    else:
        begun = " ".join(f'"{part}"' for part in parts[:-1]) + f' "{parts[-1]}"*'
        rows = library.select(_NAMED.format(marks), (begun, *types, MOST))
    return [form for (form,) in rows]


def _quoted(values: Iterable[str]) -> list[str]:
    return [f"{one} " if one.isalnum() else f'"{one}" ' for one in values if '"' not in one]
