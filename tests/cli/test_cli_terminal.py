"""Nothing from a file, a name, a note or a query reaches a terminal as anything but text.

Each command runs once on files that hold all the payloads, with a pseudo-terminal as its output and as its place for
messages, and every byte that arrives is looked at."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from threading import Thread

import pytest
from payloads import MARKUP, PAYLOADS, RAW, in_file_names, violations

from reader.cli import main

READER = [sys.executable, "-m", "reader"]
FORMS = ([], ["--json"])
"""JSON Lines are the same records in the same words; `show` stands for them."""
VERBS = ("quotes", "entities", "events", "matrix", "timeline")
TOGETHER = 15
"""Articles for a verb that compares each with each: they share the payloads among them."""


def on_a_terminal(*arguments: str | Path) -> bytes:
    """All that a command writes to a terminal, its messages included."""
    master, slave = pty.openpty()
    written = bytearray()
    other_end = Thread(target=_take_in, args=(master, written))
    other_end.start()
    with open(slave, "w", encoding="utf-8") as terminal, redirect_stdout(terminal), redirect_stderr(terminal):  # noqa: PTH123
        code = main(list(map(str, arguments)))
    other_end.join()
    assert code != 70, bytes(written)
    return bytes(written)


def _take_in(master: int, written: bytearray) -> None:
    """Read until the last writer has closed its side, which Linux tells as an error."""
    try:
        while piece := os.read(master, 65536):
            written += piece
    except OSError:
        pass
    finally:
        os.close(master)


def from_a_shell(*arguments: str | Path, stdin: bytes = b"") -> bytes:
    """The same by a process of its own, as a shell starts it."""
    master, slave = pty.openpty()
    command = [*READER, *map(str, arguments)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=slave, stderr=slave)
    os.close(slave)
    assert process.stdin
    process.stdin.write(stdin)
    process.stdin.close()
    written = bytearray()
    _take_in(master, written)
    assert process.wait() != 70, bytes(written)
    return bytes(written)


def story(hostile: str) -> str:
    """An article with something hostile wherever the reader picks words out."""
    return (
        f"# Alpha {hostile} omega\n\nGazette {hostile}\nMarch 3, 2031\n\n"
        f"SELE – Mayor Ilse {hostile} Branden counted 40 {hostile} boats on Tuesday.\n\n"
        f"“We {hostile} saw it,” Branden {hostile} said. \n\nMore {hostile} at the harbour of Sele omega.\n\n"
        f"Original url: http://example.com/{hostile}\n"
    )


def front_matter(hostile: str) -> str:
    quoted = json.dumps(f"alpha {hostile} omega")
    return f"---\ntitle: {quoted}\nsource: {quoted}\nauthor: [{quoted}]\nurl: {quoted}\n---\n\n{story(hostile)}"


def line(hostile: str) -> str:
    """A line of a container, with the payload in every field, and escaped as JSON escapes it."""
    fields = ("title", "source", "url", "author", "date", "agency", "dateline")
    record = {"id": f"id {hostile}", "text": story(hostile), **dict.fromkeys(fields, f"alpha {hostile} omega")}
    return json.dumps(record)


def container(path: Path, texts: Iterable[str]) -> None:
    """Write an article for each text, and lines that are none."""
    lines = [line(hostile) for hostile in texts]
    path.write_text("\n".join([*lines, '{"broken \\u001b', '"\\u009b31m"', '{"id": 1}']), "utf-8")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every payload as text, as front matter, in a container, and as the name of a file."""
    folder = tmp_path_factory.mktemp("hostile") / "library"
    folder.mkdir()
    for payload in PAYLOADS:
        data = story(payload.text).encode("utf-8", "surrogatepass")
        (folder / f"text-{payload.name}.txt").write_bytes(data)
        (folder / f"front-{payload.name}.md").write_bytes(front_matter(payload.text).encode("utf-8", "surrogatepass"))
    for payload in in_file_names():
        (folder / f"name {payload.text}.txt").write_text("Alpha omega. A dog barked.\n", "utf-8")
    for name, data in RAW.items():
        (folder / f"raw-{name}.txt").write_bytes(b"Alpha " + data + b" omega. A dog barked.\n")
    container(folder / "all.jsonl", (payload.text for payload in PAYLOADS))
    return folder


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A container with every payload in every field; each of its articles has several."""
    texts = [payload.text for payload in sorted(PAYLOADS, key=lambda payload: payload.name.endswith("without-end"))]
    path = tmp_path_factory.mktemp("few") / "all.jsonl"
    container(path, (" and ".join(texts[number::TOGETHER]) for number in range(TOGETHER)))
    return path


@pytest.mark.parametrize("form", [*FORMS, ["--jsonl"]], ids=["text", "json", "jsonl"])
def test_no_payload_in_a_file_reaches_the_terminal(hostile: Path, form: list[str]) -> None:
    output = on_a_terminal("show", hostile, *form)
    assert len(output) > 1000
    assert not violations(output)


@pytest.mark.parametrize("form", FORMS, ids=["text", "json"])
@pytest.mark.parametrize("verb", VERBS)
def test_no_payload_in_an_article_reaches_the_terminal(few: Path, verb: str, form: list[str]) -> None:
    output = on_a_terminal(verb, few, *form)
    assert len(output) > 1000
    assert not violations(output)


@pytest.mark.parametrize("verb", ["quotes", "events"])
def test_no_payload_in_a_name_reaches_the_terminal(tmp_path: Path, verb: str) -> None:
    for payload in in_file_names():
        (tmp_path / f"name {payload.text}.txt").write_text("Alpha omega. “A dog barked,” Ilse Branden said.\n", "utf-8")
    output = on_a_terminal(verb, tmp_path)
    assert len(output) > 1000
    assert not violations(output)


def test_what_stands_around_a_payload_is_not_lost(hostile: Path) -> None:
    shown = from_a_shell("show", hostile, "--jsonl").decode().splitlines()
    for record in (json.loads(one) for one in shown if one.startswith("{")):
        words = " ".join(filter(None, (record["title"], record["text"]))).casefold()
        assert "alpha" in words, record["file"]
        assert "omega" in words, record["file"]


@pytest.mark.parametrize("payload", MARKUP, ids=lambda payload: payload.name)
def test_square_brackets_are_words_like_any_other(tmp_path: Path, payload) -> None:
    (tmp_path / "a.txt").write_text(f"The sign read {payload.text} in large letters.\n", "utf-8")
    shown = on_a_terminal("show", tmp_path / "a.txt").decode()
    assert payload.text.replace("\\", "") in shown.replace("\\", "")  # Markdown's own escapes are resolved


@pytest.mark.parametrize("form", FORMS, ids=["text", "json"])
def test_a_comparison_of_hostile_articles(tmp_path: Path, form: list[str]) -> None:
    everything = " ".join(payload.text for payload in PAYLOADS)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes((story(everything) + name).encode("utf-8", "surrogatepass"))
    assert not violations(on_a_terminal("compare", tmp_path / "a.txt", tmp_path / "b.txt", *form))


@pytest.mark.parametrize("arguments", [["show"], ["show", "--json"], ["events"], [], ["keys", "--check"], ["doctor"]])
def test_names_that_do_not_exist_are_said_safely(tmp_path: Path, arguments: list[str]) -> None:
    names = [tmp_path / f"none {payload.text}" for payload in in_file_names()]
    chosen = names[:1] if "--check" in arguments else names
    run = on_a_terminal if arguments else from_a_shell  # what opens the screen wants a process of its own
    assert not violations(run(*arguments, *chosen))


@pytest.mark.parametrize("payload", in_file_names(), ids=lambda payload: payload.name)
def test_wrong_usage_is_said_safely(payload, capsysbinary) -> None:
    for arguments in ([f"--js{payload.text}on"], ["show", "x", f"--{payload.text}"], [f"quo{payload.text}tes"]):
        main(arguments)
        captured = capsysbinary.readouterr()
        assert not violations(captured.out + captured.err)


def test_standard_input_is_as_safe_as_a_file() -> None:
    everything = "".join(f"Alpha {payload.text} omega.\n\n" for payload in PAYLOADS).encode("utf-8", "surrogatepass")
    assert not violations(from_a_shell("show", "-", stdin=everything + b"\n".join(RAW.values())))


def test_settings_and_key_files_are_as_safe_as_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "xdg" / "config" / "reader"
    (config / "themes").mkdir(parents=True)
    lines = [f"{json.dumps('key ' + payload.text)}: {json.dumps('value ' + payload.text)}" for payload in PAYLOADS]
    for name in ("config.yaml", "keys.yaml", "themes/odd.yaml"):
        (config / name).write_text("\n".join(lines), "utf-8")
    for arguments in (["doctor"], ["doctor", "--json"], ["keys"], ["keys", "--check", config / "keys.yaml"]):
        assert not violations(on_a_terminal(*arguments))


@pytest.mark.parametrize("form", FORMS, ids=["text", "json"])
def test_queries_are_as_safe_as_articles(talks: Path, run, form: list[str]) -> None:
    for payload in PAYLOADS:
        query = payload.text.replace("\0", "")  # no shell can hand over a NUL
        for asked in (query, f"ferry {query}", f'"{query}"'):
            done = run("search", asked, talks, *form)
            assert done.code != 70, payload.name
            assert not violations(done.out + done.err.encode()), payload.name


@pytest.mark.parametrize("form", FORMS, ids=["text", "json"])
def test_notes_are_as_safe_as_articles(tmp_path: Path, form: list[str]) -> None:
    folder = tmp_path / "library"
    (folder / "notes").mkdir(parents=True)
    (folder / "a.txt").write_text("A dog barked in Sele.\n", "utf-8")
    for payload in PAYLOADS:
        text = json.dumps(f"alpha {payload.text} omega")
        note = (
            f"- {{id: {text}, status: {text}, tags: [{text}], body: {text}, targets: [{{article: {text}}}], {text}: 1}}"
        )
        head = f"version: 1\narticle: {{id: {text}, title: {text}, source: {text}, url: {text}, file: {text}}}"
        (folder / "notes" / f"{payload.name}.yaml").write_text(f"{head}\nnotes:\n{note}\n", "utf-8")
        raw = f"version: 1\nnotes:\n- id: {payload.text}\n  body: |-\n    alpha {payload.text}\n"
        (folder / "notes" / f"raw-{payload.name}.yaml").write_bytes(raw.encode("utf-8", "surrogatepass"))
    output = on_a_terminal("notes", folder, *form)
    assert len(output) > 1000
    assert not violations(output)
