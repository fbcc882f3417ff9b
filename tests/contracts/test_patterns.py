"""Regular expressions mean the same in every Python that the project runs on."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+")


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module, each joined as Python joins them."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def test_no_group_is_repeated_possessively() -> None:
    """Before Python 3.11.5 what such a group had begun to match in vain stayed in the match; `(?>(?:…)*)` is sound."""
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "reader").rglob("*.py"))
        for line, text in _texts(path)
        if "(?:" in text and POSSESSIVE_GROUP.search(text)
    ]
    assert not found


def test_the_search_for_them_finds_them() -> None:
    assert all(map(POSSESSIVE_GROUP.search, (r"(?:a)*+", r"(?:a|b)?+", r"(a){2,}+", r"(?:\))++")))
    assert not any(map(POSSESSIVE_GROUP.search, (r"(?>(?:a)*)", r"\)*+", "[a]++", "(?:a)+b")))
