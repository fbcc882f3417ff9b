"""People, organisations and places, each under all the forms that the article uses.

Finding them is imported when first asked for: the screen compares names, and shows those that are stored already.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.names.agreement import agreed
    from reader.analysis.names.finding import find_entities
    from reader.analysis.names.matching import merge, same_name

__all__ = ["agreed", "find_entities", "merge", "same_name"]

_HOMES = {"agreed": "agreement", "find_entities": "finding", "merge": "matching", "same_name": "matching"}


def __getattr__(name: str) -> object:
    """A function of this package, with the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
