"""The clock and the makers of ids and file names, apart from the store so that tests can put their own in place."""

import hashlib
import re
import time
import unicodedata
from datetime import datetime

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that looks like a digit, and sorted as its values are."""

_last = 0


def now() -> str:
    """The time as ISO 8601 with offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def new_id() -> str:
    """A note's id: 13 letters and digits that sort by time of making; the last four are chance, so none comes twice."""
    global _last
    _last = max(_last + 1, time.time_ns() // 1_000_000)
    import secrets  # reading notes does not need it

    value = (_last << 20) | secrets.randbits(20)
    letters = []
    for _ in range(13):
        value, digit = divmod(value, 32)
        letters.append(_DIGITS[digit])
    return "".join(reversed(letters))


def derived_id(*parts: str) -> str:
    """An id for a hand-written note that has none: the same for the same words."""
    return "h" + hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


def file_stem(article_id: str, title: str | None, source: str | None) -> str:
    """Name of the file of an article's notes, without its ending: words for people, a digest of the id for certainty.

    Only `a-z`, `0-9` and `-`, at most 70 of them, whatever the article says: data never becomes a path.
    """
    digest = hashlib.sha256(article_id.encode("utf-8", "replace")).hexdigest()[:8]
    words = " ".join(part for part in (source, title) if part)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or "article"
    return f"{slug}-{digest}"
