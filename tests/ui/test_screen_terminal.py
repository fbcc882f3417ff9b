"""Whatever an article, a name, a note or a search holds: nothing of it acts on the terminal, all of it is shown."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from payloads import MARKUP, PAYLOADS, RAW, in_file_names, leaks
from pseudo_terminal import PseudoTerminal, environment

from reader.cli import main
from reader.formats import read

ENCODABLE = [payload for payload in PAYLOADS if payload.name != "lone-surrogate"]
PLAIN = "Ferry aground\n\nHarbour Gazette\nMarch 3, 2031\n\nSELMOUTH - A ferry ran aground, Mayor Ilse Branden said.\n"


def _article(title: str, paragraphs: list[str], day: int = 4) -> str:
    return f"# {title}\n\nNorthern Wire\nMarch {day}, 2031\n\n" + "\n\n".join(paragraphs) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library, notes, keys and a configuration full of hostile text."""
    library = tmp_path / "articles"
    library.mkdir()
    said = [f'"Words {p.text} end {p.name}," said Ilse {p.text} Branden, the mayor of Sele.' for p in PAYLOADS]
    _write(library / "aa every payload.md", _article("A Every payload", said, 9))
    marked = [f"Said {payload.text} here." for payload in MARKUP]
    _write(library / "ab markup.txt", _article("B Markup stands", marked, 8).removeprefix("# "))
    for number, payload in enumerate(in_file_names()):
        name = f"n{number:02} {payload.text} z.md".encode("utf-8", "surrogatepass")
        text = _article(f"Title {payload.text} ends", [f"One {payload.text} two."], 7)
        _write(library / os.fsdecode(name), text)
    for name, data in RAW.items():
        (library / f"raw {name}.txt").write_bytes(data + b"\n\n" + PLAIN.encode())
    notes = tmp_path / "notes"
    notes.mkdir()
    (first,) = read(library / "aa every payload.md").articles
    stored = [{"id": f"n{i}", "body": f"Remark {p.text} end", "created": "2031-03-09T10:00:00+01:00",
               "targets": [{"article": first.id}]} for i, p in enumerate(ENCODABLE)]  # fmt: skip
    info = {"id": first.id, "title": f"T {MARKUP[0].text}", "file": "aa every payload.md"}
    (notes / "hostile.yaml").write_text(yaml.safe_dump({"version": 1, "article": info, "notes": stored}))
    config = tmp_path / "config" / "reader"
    config.mkdir(parents=True)
    hostile = {f"key {p.text}": f"value {p.text}" for p in ENCODABLE[:20]}
    (config / "config.yaml").write_text(
        yaml.safe_dump({**hostile, "group": False, "theme": "no [/] \x1b]0;owned\x07 theme"})
    )
    (config / "keys.yaml").write_text(yaml.safe_dump({f"act {p.text}": p.text for p in (*ENCODABLE[:20], *MARKUP)}))
    return tmp_path


@pytest.fixture
def terminal(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PseudoTerminal]:
    """The program on the library, which is indexed: the article on the first row is not pushed down by others."""
    for name, value in environment(home).items():
        monkeypatch.setenv(name, value)
    main(["index", str(home / "articles")])
    arguments = ["-m", "reader", str(home / "articles"), "--notes", str(home / "notes")]
    with PseudoTerminal(arguments, environment(home), home) as running:
        yield running


def _paste(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


def _close(terminal: PseudoTerminal, sign: str) -> None:
    """Esc, and wait until what it closes is gone: a key that follows too soon would make an Alt key of it."""
    terminal.press("\x1b", lambda text: sign not in text)


def _walk_text(terminal: PseudoTerminal) -> None:
    terminal.press("\x1b[H\r", "q back")
    for page in range(4):
        terminal.press("\x1b[6~", lambda text, page=page: f"¶ {page}" not in text and "¶" in text)
    for sign in ("‹Names", "Remark", "‹Quotes"):
        terminal.press("p", sign)
    terminal.press("i", "Why")
    _close(terminal, "Why")
    terminal.press("\\", "Esc closes")
    for _ in range(3):
        terminal.press("\x1b[6~", "Esc closes")
    _close(terminal, "Esc closes")
    terminal.press("q", "q quit")


def test_no_payload_acts_on_the_terminal(terminal: PseudoTerminal) -> None:
    terminal.wait("A Every payload")
    terminal.wait("config.yaml:")
    _walk_text(terminal)
    for _ in range(3):
        terminal.press("\x1b[6~", "q quit")
    terminal.press("?", "type to find")
    _close(terminal, "type to find")
    terminal.press("gn", "type to find")
    terminal.press("\x1b[6~", "Remark")
    _close(terminal, "type to find")
    terminal.press("g!", "type to find")
    _close(terminal, "type to find")
    # Terminals take the escape character out of what is pasted; and a field takes one line.
    everything = " ".join("".join(p.text for p in reversed(ENCODABLE) if "\x1b" not in p.text).splitlines())
    for key, label in (("/", "Find:"), ("F", "Search the library:"), ("t", "Tags:")):
        terminal.press(key, label)
        terminal.press(_paste(everything), lambda text, label=label: f"{label} " in " ".join(text.split()))
        _close(terminal, label)
    terminal.send("Q")
    assert terminal.end() == 0
    assert leaks(terminal.output) == []
    assert terminal.modes_left() == set()


def test_markup_is_shown_as_it_stands(terminal: PseudoTerminal) -> None:
    terminal.wait("B Markup")
    terminal.press("\x1b[Hj\r", "q back")
    shown = terminal.press("z", lambda text: ":smile:" in text)
    for payload in MARKUP:
        if "\\" not in payload.text:  # a backslash before a bracket is an escape of the article's own format
            assert payload.text in shown, payload.name
    terminal.send("Q")
    assert terminal.end() == 0
