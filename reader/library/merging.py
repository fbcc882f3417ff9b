"""Keeping the full-text indexes in few pieces, by steps that are short enough for nobody to wait for.

Every transaction adds a piece to an index. Left alone, FTS5 merges them inside the transaction that makes one too many:
at a hundred thousand articles that is one transaction of half a gigabyte. So the indexes are made without merging,
which is also a third faster, and merged afterwards, a few hundred pages at a time. A merge that was killed is gone on
with by the next one.
"""

import sqlite3

PAGES = 250
"""Pages written in one step: below a tenth of a second."""
INDEXES = ("texts", "titles", "sayings", "name_words")
PENDING = 64
"""Pieces that an index may have until the end of the phase."""
_LEFT_ALONE = 1999
"""Pieces at which FTS5 merges come what may; its largest value."""


def leave_alone(connection: sqlite3.Connection) -> None:
    """Make the indexes ones that are merged from here only."""
    for table in INDEXES:
        for name, value in (("automerge", 0), ("crisismerge", _LEFT_ALONE)):
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (name, value))


def merge(connection: sqlite3.Connection, *tables: str) -> None:
    """Merge what there are four pieces or more of in one size, each step a transaction of its own."""
    for table in tables:
        while True:
            before = connection.total_changes
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (PAGES,))
            if connection.total_changes - before < 2:  # as the documentation of FTS5 has it: nothing was left to do
                break
