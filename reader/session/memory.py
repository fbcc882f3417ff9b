"""What the reader remembers between two runs: read marks, stars, tags, places. Losing it is harmless.

It belongs to the user's state, not to the notes: none of it is the user's own words.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path

from reader.model import Problem
from reader.model.frozen import dataclass

MAX_POSITIONS = 2_000
"""Places kept, the latest ones; a place in an article of years ago helps nobody."""
MAX_SEEN = 5_000
"""Facts and gaps kept that were marked as seen, the latest ones."""


EDIT = "edit "
"""How the names of edits begin that were marked as read."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Keyed by the articles' ids, which come from their content."""

    read: frozenset[str] = frozenset()
    starred: frozenset[str] = frozenset()
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    positions: Mapping[str, int] = field(default_factory=dict)
    """Offset of the cursor, latest last."""
    coached: int = 0
    """How many steps of the first-run guide are done."""
    queries: tuple[str, ...] = ()
    """History of library queries, latest last."""
    seen: tuple[str, ...] = ()
    """Facts and gaps that were marked as seen or put aside, by names made of what they say, latest last."""

    def with_seen(self, name: str, marked: bool) -> "Memory":
        """Remember, or forget, that a fact or a gap has been seen."""
        others = tuple(one for one in self.seen if one != name)
        return replace(self, seen=(*others, name)[-MAX_SEEN:] if marked else others)

    def marks_of(self, other: "Memory") -> "Memory":
        """Another memory with the marks of this one, to take a change of marks back."""
        edits = tuple(name for name in other.seen if not name.startswith(EDIT) or name in self.seen)
        return replace(other, read=self.read, starred=self.starred, tags=self.tags, seen=edits)

    def with_position(self, article: str, offset: int) -> "Memory":
        """Remember where the cursor stood in an article."""
        if self.positions.get(article, 0) == offset:
            return self
        positions = {known: at for known, at in self.positions.items() if known != article}
        positions[article] = offset
        while len(positions) > MAX_POSITIONS:
            del positions[next(iter(positions))]
        return replace(self, positions=positions)


def load(path: Path) -> tuple[Memory, tuple[Problem, ...]]:
    """Read the memory; a missing file is an empty memory, a broken one too, with a problem."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return _from_json(raw), ()
    except FileNotFoundError:
        return Memory(), ()
    except (OSError, ValueError, TypeError, AttributeError) as error:
        hint = "it is set aside; read marks and stars start anew"
        return Memory(), (Problem(str(path), None, f"cannot read the reader's memory: {error}", hint, "notice"),)


def save(path: Path, memory: Memory) -> Problem | None:
    """Write the memory in one step, so that a reader that is killed leaves the old or the new one."""
    data = {
        "version": 1,
        "read": sorted(memory.read),
        "starred": sorted(memory.starred),
        "tags": {article: list(tags) for article, tags in sorted(memory.tags.items()) if tags},
        "positions": dict(memory.positions),
        "coached": memory.coached,
        "queries": list(memory.queries),
        "seen": list(memory.seen),
    }
    import tempfile  # the start does not wait for it

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            json.dump(data, out, ensure_ascii=False)
        Path(temporary).replace(path)
    except OSError as error:
        return Problem(
            str(path), None, f"cannot save read marks and stars: {error.strerror or error}", severity="notice"
        )
    return None


def _from_json(raw: Mapping[str, object]) -> Memory:
    def strings(name: str) -> list[str]:
        value = raw.get(name, [])
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    tags, positions, coached = raw.get("tags", {}), raw.get("positions", {}), raw.get("coached", 0)
    return Memory(
        read=frozenset(strings("read")),
        starred=frozenset(strings("starred")),
        tags={k: tuple(map(str, v)) for k, v in tags.items() if isinstance(v, list)} if isinstance(tags, dict) else {},
        positions={k: v for k, v in positions.items() if isinstance(v, int)} if isinstance(positions, dict) else {},
        coached=coached if isinstance(coached, int) else 0,
        queries=tuple(strings("queries")),
        seen=tuple(strings("seen")),
    )
