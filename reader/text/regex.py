"""Regular expressions that cost nothing before they are used: compiling all of them would make every start wait."""

import re
from typing import cast

_METHODS = ("match", "search", "fullmatch", "sub", "split", "findall", "finditer")


class _Late:
    """Stands for a pattern: the first use compiles it, later ones find the compiled methods on the instance."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `source`, compiled on first use; a bad one raises `re.error` then."""
    return cast("re.Pattern[str]", _Late(source, flags))
