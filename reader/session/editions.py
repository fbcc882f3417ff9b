"""Articles whose files were edited: what the user had marked goes on to the new text, and the change is shown until it
has been read."""

from collections.abc import Collection
from dataclasses import replace

from reader.library.editions import renamed
from reader.library.values import Row
from reader.session.memory import EDIT, Memory
from reader.session.state import State
from reader.session.world import World


def is_changed(row: Row, memory: Memory) -> bool:
    """Whether an article was edited and the user has not marked it as read since."""
    return row.edited is not None and _name(row) not in memory.seen


def _name(row: Row) -> str:
    return f"{EDIT}{row.id} {row.edited}"


def acknowledged(memory: Memory, world: World, ids: Collection[str]) -> Memory:
    """The changes of these articles have been read; the same object where there are none."""
    keys = [key for id in ids if (key := world.library.key_of(id)) is not None]
    for row in world.library.rows(keys):
        if is_changed(row, memory):
            memory = memory.with_seen(_name(row), True)
    return memory


def carried(state: State, world: World) -> State:
    """Read marks, stars, tags and places of what articles were before their files were edited, under their new ids."""
    memory = state.memory
    for was, id in renamed(world.library):
        if _has(memory, was) and not _has(memory, id) and world.library.key_of(was) is None:
            memory = _moved(memory, was, id)
    return state if memory is state.memory else replace(state, memory=memory)


def _has(memory: Memory, id: str) -> bool:
    return id in memory.read or id in memory.starred or id in memory.tags or id in memory.positions


def _moved(memory: Memory, was: str, id: str) -> Memory:
    def other(ids: frozenset[str]) -> frozenset[str]:
        return ids - {was} | {id} if was in ids else ids

    return replace(
        memory,
        read=other(memory.read),
        starred=other(memory.starred),
        tags={id if known == was else known: words for known, words in memory.tags.items()},
        positions={id if known == was else known: at for known, at in memory.positions.items()},
    )
