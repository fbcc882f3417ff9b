"""Whether spaCy and a model for it are here: looked up in what is installed, without importing any of it."""

import json
import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reader.model import Problem

SERIES = "3."
"""The versions of spaCy that the child process speaks with."""
INSTALL = "pip install 'readacross[spacy]', in the environment of reader"


def as_path(model: str) -> Path | None:
    """The folder that `model` stands for; None where it is the name of an installed model."""
    if os.sep in model or model.startswith("~"):
        return Path(os.path.abspath(os.path.expanduser(model)))  # noqa: PTH100, PTH111
    return None


def spacy_version() -> str | None:
    """The installed spaCy's version; None where there is none."""
    return _version("spacy")


def model_version(model: str) -> str | None:
    """The version of a model by name or folder; None where it is not there."""
    folder = as_path(model)
    if folder is None:
        return _version(model)
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
    except (OSError, ValueError):
        return "?" if (folder / "config.cfg").is_file() else None
    return str(meta.get("version", "?")) if isinstance(meta, dict) else "?"


def missing(model: str) -> Problem | None:
    """What keeps spaCy with this model from being used, as far as can be seen without starting it."""
    found = spacy_version()
    if found is None:
        return Problem("", None, "spaCy is not installed", f"{INSTALL}; then: python -m spacy download {model}")
    if not found.startswith(SERIES):
        return Problem("", None, f"spaCy {found} is installed, spaCy {SERIES}x is needed", INSTALL)
    if model_version(model) is not None:
        return None
    if as_path(model) is not None:
        return Problem(model, None, "no spaCy model is in this folder", "it has a config.cfg where there is one")
    return Problem("", None, f"the spaCy model {model} is not installed", f"python -m spacy download {model}")


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except (PackageNotFoundError, ValueError):
        return None
