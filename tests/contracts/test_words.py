"""The project speaks of itself alone, to its users and developers."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SUFFIXES = {".py", ".md", ".toml", ".yaml", ".yml", ".tcss", ".json", ".sh", ""}
FOLDERS = ("reader", "themes", "tests", "docs", ".ci")

STRANGE = {
    r"(?<![\w.\"'`])/(work|root|home/\w+|Users/\w+)/": "a path of one machine",
    r"\b(issue|ticket|PR|pull request) #?\d": "a tracker's number means nothing to a reader of the code",
    r"\b(T[O]DO|F[I]XME|X[X]X)\b": "do it, or leave it out",
    r"\b[pP]y[pP][iI]\.\w|\bpython[h]osted\.|--(extra-)?index[-]url": "a registry: the installer knows where it looks",
}
DOCUMENT = re.compile(r"\b[A-Z]{4,}\.md\b")


def texts() -> list[Path]:
    """The files that are written for people, without the sample articles."""
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    found = [*inside, *ROOT.glob("*.md"), ROOT / "pyproject.toml", ROOT / "NOTICE"]
    return [path for path in found if path.suffix in SUFFIXES and "__pycache__" not in path.parts]


def test_no_word_points_outside_the_project() -> None:
    found = []
    for path in texts():
        content = path.read_text("utf-8", "replace")
        for pattern, why in STRANGE.items():
            for match in re.finditer(pattern, content):
                line = content.count("\n", 0, match.start()) + 1
                found.append(f"{path.relative_to(ROOT)}:{line}: {match.group()!r}: {why}")
    assert not found, "\n".join(sorted(found))


def test_every_document_that_is_mentioned_exists() -> None:
    known = {path.name for path in texts()}
    found = [(path, name) for path in texts() for name in DOCUMENT.findall(path.read_text("utf-8", "replace"))]
    assert [f"{path.relative_to(ROOT)}: {name}" for path, name in found if name not in known] == []
