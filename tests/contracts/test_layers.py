"""Each layer, imported after those below it alone, brings in nothing from above it and no terminal framework."""

import json
import subprocess
import sys

import pytest

LAYERS = (
    "model",
    "text",
    "formats",
    "analysis",
    "events",
    "library",
    "notes",
    "search",
    "export",
    "session",
    "ui",
    "cli",
)
"""From the bottom up; `search` and `notes` stand side by side."""
SCREEN_ONLY = ("textual", "rich")

ORDER = (
    *("model", "-settings", "text", "formats", "analysis", "events", "library"),
    *("-notes", "search", "export", "session", "-cli", "ui"),
)
"""In which they are imported; what a dash marks in a process of its own, so that the others are without it."""
IMPORT_ALL = """
import importlib, json, os, pkgutil, sys
for name in sys.argv[1:]:
    layer = name.removeprefix("-")
    if layer != name and (child := os.fork()):
        if os.waitpid(child, 0)[1]:
            sys.exit(layer + " cannot be imported")
        continue
    package = importlib.import_module("reader." + layer)
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
    os.write(1, json.dumps([layer, sorted(sys.modules)]).encode() + b"\\n")
    if layer != name:
        os._exit(0)
"""


@pytest.fixture(scope="module")
def modules_after_import() -> dict[str, set[str]]:
    """What is in `sys.modules` after every module of a layer has been imported, and those below."""
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL, *ORDER], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {layer: set(names) for layer, names in map(json.loads, done.stdout.splitlines())}


def inside(modules: set[str], package: str) -> list[str]:
    return sorted(name for name in modules if name == package or name.startswith(f"{package}."))


def above(layer: str) -> list[str]:
    """The layers that `layer` may not know."""
    beside = {"search": ["notes"], "notes": ["search"], "settings": list(LAYERS[1:])}
    higher = LAYERS[LAYERS.index(layer) + 1 :] if layer in LAYERS else ()
    return [*higher, *beside.get(layer, [])]


@pytest.mark.parametrize("layer", [*LAYERS, "settings"])
def test_a_layer_imports_only_what_lies_below(modules_after_import: dict[str, set[str]], layer: str) -> None:
    modules = modules_after_import[layer]
    strangers = [name for package in above(layer) for name in inside(modules, f"reader.{package}")]
    if layer not in ("session", "ui", "cli", "settings"):
        strangers += inside(modules, "reader.settings")
    assert not strangers, f"reader.{layer} brings in what stands above it: {strangers}"
    if layer != "ui":
        framework = [name for package in SCREEN_ONLY for name in inside(modules, package)]
        assert not framework, f"reader.{layer} brings in the terminal framework: {framework[:5]}"
