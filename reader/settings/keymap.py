"""The user's `keys.yaml` on top of the actions' own keys, with every mistake reported and the valid rest used."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from reader.model import Problem
from reader.model.frozen import dataclass
from reader.settings import key_names
from reader.settings.document import Document, Entry, Listing, Scalar, Value, read
from reader.settings.nearest import did_you_mean, nearest

RESERVED = {
    "ctrl+q": "it always quits",
    "ctrl+c": "it always stops or copies",
    "ctrl+p": "it always opens the palette",
    "escape": "it always closes or clears",
}
"""Keys that must keep their meaning, so that nobody locks himself out; an action that has one by default keeps it."""


class ActionKeys(NamedTuple):
    """An action as far as keys are concerned."""

    keys: tuple[str, ...]
    """Its own keys, as `key_names.sequence` reads them."""
    scopes: tuple[str, ...] = ()
    """Where it can be used; empty for everywhere. Two actions may share a key where no scope is common to them."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every action, by the screen's names; a sequence has spaces between its keys."""

    keys: Mapping[str, tuple[str, ...]]
    changed: frozenset[str] = frozenset()
    """Actions whose keys differ from their own."""


class _Claim(NamedTuple):
    """A key that the user's file gives to an action."""

    key: str
    action: str
    line: int


@dataclass(slots=True)
class _Reading:
    """What is known while the file is gone through."""

    document: Document
    actions: Mapping[str, ActionKeys]
    prefixes: frozenset[str]
    claims: list[_Claim] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load(file: Path | None, actions: Mapping[str, ActionKeys]) -> tuple[Keymap, tuple[Problem, ...]]:
    """The keys of all `actions`. Never raises.

    The file holds `action: key` or `action: [key, …]`; an empty list takes the action's keys away. What the file gives
    to one action, another action that shares a scope loses, which is reported as a notice.
    """
    own = {name: tuple(filter(None, map(key_names.sequence, action.keys))) for name, action in actions.items()}
    document = read(file) if file is not None else Document(Path())
    if not document.entries:
        return Keymap(own), document.problems
    prefixes = frozenset(key.split()[0] for keys in own.values() for key in keys if " " in key)
    reading = _Reading(document, actions, prefixes, problems=list(document.problems))
    given: dict[str, tuple[str, ...]] = {}
    for entry in document.entries:
        found = _given(reading, entry, own)
        if found is not None:
            given[entry.key] = found
    keys = {name: given[name] if name in given else _left(reading, name, default) for name, default in own.items()}
    changed = frozenset(name for name in keys if keys[name] != own[name])
    return Keymap(keys, changed), tuple(sorted(reading.problems, key=lambda problem: problem.line or 0))


def _given(reading: _Reading, entry: Entry, own: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """The keys that an entry gives its action; None where it gives nothing that can be used."""
    report = reading.document.problem
    if entry.key not in reading.actions:
        hint = did_you_mean(entry.key, reading.actions)
        reading.problems.append(report(entry.line, f"unknown action {entry.key!r}", hint))
        return None
    if isinstance(entry.value, Listing) and not entry.value.items:
        return ()
    keys: list[str] = []
    for text, line in _texts(entry.value):
        key = _valid(reading, entry.key, text, line, own)
        if key is not None and key not in keys:
            keys.append(key)
            reading.claims.append(_Claim(key, entry.key, line))
    return tuple(keys) or None


def _texts(value: Value) -> Iterator[tuple[str | None, int]]:
    for item in value.items if isinstance(value, Listing) else (value,):
        usable = isinstance(item, Scalar) and item.kind != "null"
        yield (item.text if usable and isinstance(item, Scalar) else None), item.line


def _valid(
    reading: _Reading, action: str, text: str | None, line: int, own: Mapping[str, tuple[str, ...]]
) -> str | None:
    """The screen's name of a key as written, or None with the reason reported."""
    problem = reading.document.problem
    if text is None:
        hint = 'write keys in quotation marks: "[", "#", "~"'
        reading.problems.append(problem(line, f"{action}: not a key or a list of keys", hint))
        return None
    key = key_names.sequence(text, reading.prefixes)
    if key is None:
        reading.problems.append(problem(line, f"{action}: no key is called {text!r}", _nearest_key(text)))
        return None
    for stroke in key.split():
        arrives = key_names.indistinct(stroke)
        if arrives is not None:
            message = f"{action}: most terminals send {key_names.display(stroke)} as {key_names.display(arrives)}"
            reading.problems.append(problem(line, message, "choose another key"))
            return None
    if key.split()[0] in RESERVED and key not in own[action]:
        why = RESERVED[key.split()[0]]
        reading.problems.append(problem(line, f"{action}: {key_names.display(key)} cannot be given away: {why}"))
        return None
    for claim in reading.claims:
        if claim.action != action and _shared(reading, claim.action, action) and _meet(claim.key, key):
            message = f"{action} does not get {key_names.display(key)}: {claim.action} has it (line {claim.line})"
            reading.problems.append(problem(line, message, "choose another key for one of them"))
            return None
    return key


def _left(reading: _Reading, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
    """An action's own keys without those that the file gives to others in the same place."""
    left = list(default)
    for claim in reading.claims:
        if claim.action == name or not _shared(reading, claim.action, name):
            continue
        lost = [key for key in left if _meet(key, claim.key)]
        left = [key for key in left if key not in lost]
        for key in lost:
            message = f"{claim.action} takes {key_names.display(key)} from {name}"
            hint = "" if left else f"{name} has no key now: give it another one"
            reading.problems.append(reading.document.problem(claim.line, message, hint, "notice"))
    return tuple(left)


def _shared(reading: _Reading, one: str, other: str) -> bool:
    first, second = reading.actions[one].scopes, reading.actions[other].scopes
    return not first or not second or not set(first).isdisjoint(second)


def _meet(one: str, other: str) -> bool:
    """Whether two keys or sequences cannot both be used: the same, or one the beginning of the other."""
    return (one + " ").startswith(other + " ") or (other + " ").startswith(one + " ")


def _nearest_key(text: str) -> str:
    *modifiers, base = text.split("+")
    found = base if modifiers and key_names.canonical(base) else nearest(base, _names())
    near = [nearest(word, key_names.MODIFIERS) for word in modifiers]
    if found is None or None in near:
        return "a letter or sign by itself, or a name such as space, pagedown, f5, ctrl+x, alt+right"
    return f"did you mean {'+'.join([*filter(None, near), found])}?"


def _names() -> Iterable[str]:
    return [*key_names.KEYS, *key_names.MODIFIERS, "slash", "backslash", "minus", "plus", "underscore"]
