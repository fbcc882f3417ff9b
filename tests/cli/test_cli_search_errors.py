"""A query on the command line that cannot be understood: exit code 2, and a caret under the place."""

import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "articles"


def test_a_caret_stands_under_what_is_wrong(tmp_path):
    environment = {"XDG_CACHE_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    query = "\x1b東京 ferry speker:brun"
    done = subprocess.run(
        [sys.executable, "-m", "reader", "search", query, str(SAMPLES), "--json"],
        capture_output=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == b""
    message, shown, caret = done.stderr.decode().splitlines()
    assert "Unknown field “speker”" in message
    assert "did you mean speaker:?" in message
    assert "\x1b" not in shown
    wide = sum(2 if char > "\u2e80" and char < "\uff00" else 1 for char in shown[: shown.index("speker")])
    assert caret.index("^") == wide
