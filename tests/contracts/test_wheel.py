"""What is built for users holds the program and its data, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a freshly built wheel."""
    pytest.importorskip("hatchling", reason="the build backend is not installed: pip install -e '.[test]'")
    target = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = target.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_every_module_is_in_it(names: set[str]) -> None:
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "reader").rglob("*.py")}
    assert not modules - names
    assert "reader/py.typed" in names


def test_style_sheets_and_tables_are_in_it(names: set[str]) -> None:
    kinds = {".tcss", ".yaml", ".json", ".tsv", ".csv", ".txt"}
    data = {str(path.relative_to(ROOT)) for path in (ROOT / "reader").rglob("*") if path.suffix in kinds}
    assert not data - names


@pytest.mark.parametrize("folder", ["themes", "articles"])
def test_data_folders_are_in_it(names: set[str], folder: str) -> None:
    files = {f"reader/_data/{path.relative_to(ROOT)}" for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert files, f"{folder}/ is empty"
    assert not files - names


def test_nothing_else_is_in_it(names: set[str]) -> None:
    assert not [name for name in names if not name.startswith(("reader/", "readacross-"))]
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]
