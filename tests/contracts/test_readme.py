"""The README's two commands are the ones that are checked before anything is released."""

import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^<!-- (run|tests) -->\n```sh\n(.+)\n```$", re.MULTILINE)


def commands() -> dict[str, str]:
    """The marked commands of the README, by their mark."""
    return {found[1]: found[2] for found in BLOCK.finditer((ROOT / "README.md").read_text("utf-8"))}


def test_the_readme_has_one_line_to_run_and_one_to_test() -> None:
    assert set(commands()) == {"run", "tests"}
    assert commands()["run"].endswith(".venv/bin/reader articles")
    assert commands()["tests"].endswith(".venv/bin/pytest")


def test_continuous_integration_runs_what_the_readme_says() -> None:
    listed = subprocess.run([str(ROOT / ".ci" / "run"), "--list"], capture_output=True, text=True, check=True)
    assert listed.stdout.splitlines() == [commands()["run"], commands()["tests"]]


def test_the_command_and_the_extra_that_they_name_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"] == {"reader": "reader.cli:main"}
    assert "test" in project["optional-dependencies"]
