"""Keeps OpenSSL out of the process of the screen: five megabytes and some milliseconds for what it never does.

Python's own modules load it in case somebody wants it: `asyncio` to talk to other machines, `hashlib` for other ways to
do what it can do by itself. Both go on without it where it is not there, and that is what they are told."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module


@contextmanager
def without_openssl() -> Iterator[None]:
    """What is imported inside finds no OpenSSL; afterwards it can be imported as ever."""
    hidden = [name for name in _users() if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None: "there is no such module"
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def _users() -> tuple[str, ...]:
    try:
        import_module("_sha1")
    except ImportError:  # some systems' Python has no algorithms of its own
        return ("ssl",)
    return "ssl", "_hashlib"
