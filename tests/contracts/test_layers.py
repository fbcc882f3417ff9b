"""Each layer, imported alone in a fresh interpreter, brings in nothing from above it and no terminal framework."""

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

IMPORT_ALL = """
import importlib, json, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""


def modules_after_import(package: str) -> set[str]:
    """What is in `sys.modules` after every module of a package has been imported."""
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL, package], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def inside(modules: set[str], package: str) -> list[str]:
    return sorted(name for name in modules if name == package or name.startswith(f"{package}."))


def above(layer: str) -> list[str]:
    """The layers that `layer` may not know."""
    beside = {"search": ["notes"], "notes": ["search"], "settings": list(LAYERS[1:])}
    higher = LAYERS[LAYERS.index(layer) + 1 :] if layer in LAYERS else ()
    return [*higher, *beside.get(layer, [])]


@pytest.mark.parametrize("layer", [*LAYERS, "settings"])
def test_a_layer_imports_only_what_lies_below(layer: str) -> None:
    modules = modules_after_import(f"reader.{layer}")
    strangers = [name for package in above(layer) for name in inside(modules, f"reader.{package}")]
    if layer not in ("session", "ui", "cli", "settings"):
        strangers += inside(modules, "reader.settings")
    assert not strangers, f"reader.{layer} brings in what stands above it: {strangers}"
    if layer != "ui":
        framework = [name for package in SCREEN_ONLY for name in inside(modules, package)]
        assert not framework, f"reader.{layer} brings in the terminal framework: {framework[:5]}"
