"""An article that the program cannot cope with (a fault of ours) must stop indexing once, not for ever.

Nothing is swallowed: the article at fault is marked in the catalogue and the error goes on its way. The next attempt,
which the screen makes by itself, passes it over.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.library.catalogue import Damaged


@contextmanager
def blaming(connection: sqlite3.Connection, mark: Callable[[Exception], None]) -> Iterator[None]:
    """Around work on one article or file: `mark` is called if it fails for a reason that lies in the article."""
    try:
        yield
    except (sqlite3.Error, OSError, ImportError, SyntaxError, MemoryError, Damaged):
        raise
    except Exception as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        mark(error)
        raise
