"""Sizes past which a room holds two people: split it by what it is about."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "reader"
FILES = sorted(PACKAGE.rglob("*.py"))
FILE_LINES, FUNCTION_LINES, CLASS_METHODS = 300, 50, 25
NAMELESS = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools", "stuff"}
"""File names that say nothing about what is inside."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> list[ast.AST]:
    """All that is in it and can be too large or catch errors."""
    wanted = (*Function.__args__, ast.ClassDef, ast.ExceptHandler)
    return [node for node in ast.walk(tree(path)) if isinstance(node, wanted)]


def oversized(path: Path) -> Iterator[str]:
    """Everything in a file that is too large, one sentence each."""
    name = path.relative_to(PACKAGE.parent)
    if (lines := path.read_text("utf-8").count("\n")) > FILE_LINES:
        yield f"{name} has {lines} lines"
    for node in nodes(path):
        if isinstance(node, Function) and (length := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES:
            yield f"{name}:{node.lineno} {node.name} has {length} lines"
        if (
            isinstance(node, ast.ClassDef)
            and (methods := sum(isinstance(n, Function) for n in node.body)) > CLASS_METHODS
        ):
            yield f"{name}:{node.lineno} {node.name} has {methods} methods"


def test_files_functions_and_classes_stay_small() -> None:
    found = [line for path in FILES for line in oversized(path)]
    assert not found, "\n".join(found)


def test_file_names_say_what_is_inside() -> None:
    assert [str(path) for path in FILES if path.stem in NAMELESS] == []


def test_every_module_says_why_it_exists() -> None:
    assert [str(path) for path in FILES if not ast.get_docstring(tree(path))] == []


def test_no_error_is_hidden_behind_a_broad_except() -> None:
    found = [
        f"{path.relative_to(PACKAGE.parent)}:{node.lineno}"
        for path in FILES
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
        and not (
            isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
        )  # what is raised again is not hidden
    ]
    assert found == []
