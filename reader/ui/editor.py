"""The user's own editor, on a temporary file, with the terminal handed over while it runs."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported


def command() -> list[str]:
    """`$VISUAL`, else `$EDITOR`, split as a shell splits words; empty where neither is set."""
    value = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        return shlex.split(value)
    except ValueError:
        return []


def edit(app: App[int], text: str) -> tuple[str | None, str]:
    """Let the user edit `text`. The new text, or None and what went wrong."""
    words = command()
    if not words:
        return None, "no editor is set: put one into $EDITOR, or press e to edit here"
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        file = Path(folder) / "note.md"
        file.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                code = subprocess.run([*words, str(file)], check=False).returncode
        except SuspendNotSupported:
            return None, "this terminal cannot be handed to an editor: press e to edit here"
        except OSError as error:
            return None, f"cannot start {words[0]}: {error.strerror}"
        if code:
            return None, f"{words[0]} ended with an error ({code}); the note is unchanged"
        try:
            return file.read_text(encoding="utf-8").rstrip("\n"), ""
        except (OSError, UnicodeDecodeError):
            return None, "the edited note is not UTF-8 text; the note is unchanged"
