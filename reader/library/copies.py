"""Ids when several articles would have the same one: the same report in two files, or a container that numbers badly.

Ids are unique among the rows of one library. The first article, in the order of paths and of bytes inside a container,
has the id as it is; the others have `~2`, `~3`, … appended. So the ids depend on what is there, not on when it came.
"""

import sqlite3
from collections.abc import Callable


def numbered(own: str, is_taken: Callable[[str], bool]) -> str:
    """`own` itself or, with the smallest number that is free, `own~2`, `own~3`, …"""
    id, number = own, 1
    while is_taken(id):
        number += 1
        id = f"{own}~{number}"
    return id


def settle(connection: sqlite3.Connection) -> bool:
    """Give copies the ids that they would have had if everything had been read in order; whether any id changed."""
    changes: dict[int, tuple[str, str | None]] = {}
    for (own,) in connection.execute("SELECT DISTINCT own FROM articles WHERE own IS NOT NULL").fetchall():
        rows = connection.execute(
            "SELECT key, articles.id, own FROM articles LEFT JOIN files USING (file) "
            "WHERE own = ?1 OR (articles.id = ?1 AND own IS NULL) ORDER BY root, path, start, key",
            (own,),
        ).fetchall()
        used: set[str] = set()
        for key, id, was in rows:
            new = numbered(own, lambda name: name in used or _is_anothers(connection, name, own))  # noqa: B023
            used.add(new)
            state = (new, None if new == own else own)
            if (id, was) != state:
                changes[key] = state
    if not changes:
        return False
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("UPDATE articles SET id = 'moving ' || key WHERE key = ?", [(key,) for key in changes])
    connection.executemany(
        "UPDATE articles SET id = ?, own = ? WHERE key = ?", [(*state, key) for key, state in changes.items()]
    )
    connection.execute("COMMIT")
    return True


def _is_anothers(connection: sqlite3.Connection, id: str, own: str) -> bool:
    """Whether an article that is no copy of `own` has this id of itself."""
    if id == own:
        return False
    return (
        connection.execute("SELECT 1 FROM articles WHERE id = ? AND own IS NOT ? LIMIT 1", (id, own)).fetchone()
        is not None
    )
