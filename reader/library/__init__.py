"""A folder of files and its catalogue: scan, index, look up.

The catalogue is one SQLite file in the cache folder which may be deleted at any time; the files are the truth."""

from reader.library.attempts import Indexing
from reader.library.library import Library
from reader.library.values import Counts, EventRow, Order, Progress, Row

__all__ = ["Counts", "EventRow", "Indexing", "Library", "Order", "Progress", "Row"]
