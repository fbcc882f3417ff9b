"""search, index, notes, keys and doctor: the verbs that ask the catalogue, the notes and the settings."""

import json
from pathlib import Path

import pytest

NOTE = """\
version: 1
article: {id: "%(id)s", title: "Ferry", file: "a.txt"}
notes:
- id: "n1"
  created: "2031-03-05T10:00:00+01:00"
  modified: "2031-03-05T10:00:00+01:00"
  motivation: commenting
  status: open
  tags: [numbers]
  targets:
  - article: "%(id)s"
    selector:
    - {type: TextQuoteSelector, exact: "%(exact)s", prefix: "", suffix: ""}
    - {type: TextPositionSelector, start: %(start)d, end: %(end)d}
  body: |-
    Count them again.
"""


@pytest.fixture
def noted(run, talks) -> Path:
    """A note on a passage of the first report, and one on words that are not there."""
    article = run("show", talks / "a-gazette.txt", "--jsonl").data[0]
    folder = talks / "notes"
    folder.mkdir()
    for name, exact in (("a", "ran aground on Tuesday"), ("b", "sank without a trace in the deepest sea")):
        start = max(0, article["text"].find(exact))
        values = {"id": article["id"], "exact": exact, "start": start, "end": start + len(exact)}
        text = (NOTE % values).replace('"n1"', f'"n-{name}"')
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return talks


def test_search_finds_words_with_their_places(run, talks) -> None:
    done = run("search", "aground", talks, "--json")
    assert done.code == 0
    assert json.loads(done.out)["schema"] == "reader/search/1"
    (hit,) = done.data
    assert list(hit)[:6] == ["article", "score", "field", "snippet", "spans", "via"]
    (shown,) = run("show", talks / "a-gazette.txt", "--json").data
    assert hit["article"] == shown["id"]
    assert hit["spans"]
    for span in hit["spans"]:
        assert shown["text"][span["start"] : span["end"]] == span["text"] == "aground"
    assert run("search", "aground", talks).text.startswith(f"{talks}/a-gazette.txt:1: Ferry runs aground")


def test_search_without_a_hit_is_exit_code_1(run, talks) -> None:
    assert run("search", "zeppelin", talks).code == 1
    assert run("search", "", talks).code == 1


def test_search_sees_what_has_changed_since(run, talks) -> None:
    run("index", talks)
    (talks / "c.txt").write_text("A zeppelin flew over Sele.\n", "utf-8")
    assert run("search", "zeppelin", talks).code == 0


def test_index_counts(run, talks) -> None:
    (record,) = run("index", talks, "--json").data
    assert (record["articles"], record["events"], record["problems"]) == (2, 1, 0)
    assert run("index", "--full", talks).text == "2 articles in 1 event, 0 unreadable\n"


def test_index_says_that_its_catalogue_is_not_kept(run, talks, tmp_path, monkeypatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    done = run("index", talks)
    assert (done.code, done.text) == (0, "2 articles in 1 event, 0 unreadable\n")
    assert "The catalogue cannot be written" in done.err
    assert "a temporary one is used" in done.err


def test_index_goes_on_after_an_unreadable_file(run, talks) -> None:
    (talks / "z.txt").write_bytes(b"\x00\x01\x02\x03" * 500)
    done = run("index", talks)
    assert done.code == 4
    assert "z.txt" in done.err


def test_standard_input_cannot_be_searched(run) -> None:
    assert run("search", "ferry", "-").code == 2


def test_notes_say_whether_their_passage_is_still_there(run, noted) -> None:
    done = run("notes", noted, "--json")
    assert done.code == 0
    states = {note["id"]: note["anchor"]["state"] for note in done.data}
    assert states == {"n-a": "exact", "n-b": "orphan"}
    (kept,) = (note for note in done.data if note["id"] == "n-a")
    assert kept["targets"][0]["span"]["text"] == "ran aground on Tuesday"
    assert kept["body"] == "Count them again."
    assert kept["tags"] == ["numbers"]
    assert "exact 1.00 #numbers “ran aground on Tuesday”: Count them again." in run("notes", noted).text


def test_notes_can_be_chosen(run, noted) -> None:
    assert run("notes", noted, "--status", "confirmed").code == 1
    assert len(run("notes", noted, "--tag", "numbers", "--jsonl").data) == 2
    assert run("notes", noted, "--notes", noted / "nowhere").code == 1


def test_broken_notes_are_said_and_the_rest_is_listed(run, noted) -> None:
    (noted / "notes" / "c.yaml").write_text("version: 1\nnotes: [\n", "utf-8")
    done = run("notes", noted)
    assert done.code == 4
    assert "c.yaml" in done.err
    assert done.text.count("\n") == 2


def test_keys_lists_every_action_with_the_keys_that_hold(run, tmp_path) -> None:
    from reader.session.actions import ACTIONS

    assert {record["action"] for record in run("keys", "--json").data} == set(ACTIONS)
    name = next(iter(ACTIONS))
    config = tmp_path / "xdg" / "config" / "reader"
    config.mkdir(parents=True)
    (config / "keys.yaml").write_text(f"{name}: f9\n", "utf-8")
    changed = {record["action"]: record for record in run("keys", "--json").data}[name]
    assert (changed["keys"], changed["changed"]) == (["f9"], True)
    default = {record["action"]: record for record in run("keys", "--default", "--json").data}[name]
    assert default["changed"] is False


def test_a_key_file_is_checked(run, here) -> None:
    (here / "good.yaml").write_text("", "utf-8")
    (here / "bad.yaml").write_text("nxt_source: f9\n", "utf-8")
    assert run("keys", "--check", "good.yaml").code == 0
    done = run("keys", "--check", "bad.yaml")
    assert done.code == 1
    assert "bad.yaml:1: " in done.err
    assert "next_source" in done.err
    assert run("keys", "--check", "none.yaml").code == 3


def test_doctor_is_content_with_a_healthy_place(run, noted) -> None:
    done = run("doctor", noted, "--json")
    assert done.code == 0, [record for record in done.data if record["state"] == "problem"]
    checks = {record["check"] for record in done.data}
    assert checks >= {"version", "terminal", "path", "articles", "config", "keys", "themes", "catalogue", "notes"}
    assert any("n-b" in record["detail"] for record in done.data if record["check"] == "notes")


def test_doctor_names_what_is_wrong_with_file_and_line(run, talks, tmp_path) -> None:
    config = tmp_path / "xdg" / "config" / "reader"
    config.mkdir(parents=True)
    (config / "config.yaml").write_text("theme: newsprint\nmeasur: 70\n", "utf-8")
    done = run("doctor", talks)
    assert done.code == 1
    assert f"problem config: {config}/config.yaml:2: " in done.text
    assert run("doctor", "nosuch").code == 1


def test_doctor_changes_nothing(run, talks, tmp_path) -> None:
    before = sorted(tmp_path.rglob("*"))
    run("doctor", talks)
    assert sorted(tmp_path.rglob("*")) == before
