"""Searches that the user has kept under a name: one small YAML file in the notes folder, made to be edited by hand too.

They are the user's own words like the notes, so they live beside them and not among the things that may be lost.
"""

import json
from pathlib import Path
from typing import NamedTuple

from reader import disk
from reader.model import Problem

FILE = "queries.yaml"
_HEAD = "# Searches kept under a name. The list of articles begins with them.\nversion: 1\nqueries:"


class SavedQuery(NamedTuple):
    """A search and its name."""

    name: str
    query: str


class SavedQueries:
    """The file; read when asked for, written whole in one step."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE

    def load(self) -> tuple[tuple[SavedQuery, ...], Problem | None]:
        """All saved searches in the order of the file; what is wrong with it."""
        try:
            text = self.file.read_bytes().decode("utf-8-sig", "replace")
        except FileNotFoundError:
            return (), None
        except OSError as error:
            return (), self._problem(f"cannot be read: {error.strerror or error}")
        import yaml

        try:
            root = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            return (), self._problem(f"is no YAML: {str(error).splitlines()[0]}")
        items = root.get("queries") if isinstance(root, dict) else None
        if not isinstance(items, list):
            return (), None if root is None or items is None else self._problem("has no list of queries")
        return tuple(_query(item) for item in items if _is_query(item)), None

    def save(self, queries: tuple[SavedQuery, ...]) -> Problem | None:
        """Write them; what has gone wrong. A file that cannot be understood is never overwritten."""
        if (problem := self.load()[1]) is not None:
            return problem
        lines = [f"- name: {_string(one.name)}\n  query: {_string(one.query)}" for one in queries]
        body = "\n".join([_HEAD, *lines]) + "\n" if lines else f"{_HEAD} []\n"
        try:
            with disk.locked(self.file.parent):
                disk.write(self.file, body.encode("utf-8", "replace"))
        except OSError as error:
            return self._problem(f"cannot be written: {error.strerror or error}")
        return None

    def _problem(self, message: str) -> Problem:
        return Problem(str(self.file), None, message, "saved searches are kept in memory until it can")


def _is_query(item: object) -> bool:
    return isinstance(item, dict) and isinstance(item.get("query"), str) and bool(item["query"].strip())


def _query(item: dict[str, object]) -> SavedQuery:
    query = str(item["query"])
    return SavedQuery(str(item.get("name") or query), query)


def _string(text: str) -> str:
    """A double-quoted string, in which YAML knows the same escapes as JSON."""
    return json.dumps(text, ensure_ascii=not text.isprintable())
