"""What all tests share: an environment without the user's own settings, the same on every machine."""

import os
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

import pytest

# The tables that several test folders use (`payloads`, `markup_rules`) are plain modules beside this file.
sys.path.insert(0, str(Path(__file__).parent))

NOT_OURS = ("READER_", "XDG_", "LC_", "CLICOLOR")
"""How variables begin that the program or its libraries heed."""
NOT_OURS_EITHER = {
    *("TEXTUAL", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DRIVER", "TEXTUAL_FPS", "TEXTUAL_THEME"),
    *("LANG", "LANGUAGE", "COLUMNS", "LINES", "TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "FORCE_COLOR"),
    *("SSH_CONNECTION", "DISPLAY", "WAYLAND_DISPLAY", "TMUX", "VISUAL", "EDITOR"),
    # Without it hundreds of modules would be compiled anew by every process that a test starts.
    "PYTHONDONTWRITEBYTECODE",
}
HOME = tempfile.TemporaryDirectory(prefix="reader-tests-")
"""The home of everything that a test does not give a home of its own."""


def _settle_environment() -> None:
    """Leave nothing of the user's in the environment, for this process and those that tests start."""
    for name in [name for name in os.environ if name.startswith(NOT_OURS) or name in NOT_OURS_EITHER]:
        del os.environ[name]
    os.environ.update(HOME=HOME.name, TZ="UTC", LANG="C.UTF-8", TERM="xterm-256color")
    time.tzset()
    os.umask(0o022)
    sys.dont_write_bytecode = False


_settle_environment()


def pytest_configure(config: pytest.Config) -> None:
    """Properties are tried with the same examples in every run; `--hypothesis-profile=default` looks for others."""
    here = hasattr(config, "workerinput") or not config.getoption("numprocesses", None)
    if here and not config.getoption("--hypothesis-profile", None):
        from hypothesis import settings

        settings.load_profile("ci")


def pytest_unconfigure() -> None:
    """The home goes with the tests."""
    HOME.cleanup()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """What a test has done to the environment ends with it."""
    before = dict(os.environ)
    try:
        return (yield)
    finally:
        os.environ.clear()
        os.environ.update(before)
