"""From bytes to articles: one module per format, one entry point.

Nothing above this layer knows what a file looks like. What people wrote badly comes back as a `Problem`, never as an
exception; originals are only ever read.
"""

from reader.formats.jsonl import read_container
from reader.formats.open import is_container, is_supported, raw, read, read_bytes
from reader.formats.reading import Entry, Reading

__all__ = ["Entry", "Reading", "is_container", "is_supported", "raw", "read", "read_bytes", "read_container"]
