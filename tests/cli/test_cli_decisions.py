"""The verbs follow the decisions of the notes folder that belongs to the articles, as the screen does."""

import json
from pathlib import Path

import pytest
from newsstand import FILES

from reader.cli import main
from reader.cli.exits import Exit
from reader.formats import read
from reader.library.decisions import Apart, DecisionStore, Renamed, Same, SpokenBy

QUOTE = '"Somebody read that report and laid it aside,"'


@pytest.fixture
def stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The newsstand's articles, in a folder whose notes lie beside it."""
    articles = tmp_path / "articles"
    articles.mkdir()
    for name in ("bridge-gazette.md", "bridge-wire.md", "bridge-post.md"):
        (articles / name).write_text(FILES[name], "utf-8")
    for variable in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / variable.lower()))
    monkeypatch.chdir(tmp_path)
    return articles


@pytest.fixture
def decisions(stand: Path) -> DecisionStore:
    return DecisionStore(stand.parent / "notes")


def ids(stand: Path) -> dict[str, str]:
    return {path.name: read(path).articles[0].id for path in stand.iterdir()}


def records(capsysbinary: pytest.CaptureFixture[bytes], *arguments: object) -> list[dict]:
    main([str(argument) for argument in (*arguments, "--jsonl")])
    return [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]


def test_quotes_entities_and_matrix_follow_a_decision_about_the_event(stand, decisions, capsysbinary) -> None:
    gazette, post = (ids(stand)[name] for name in ("bridge-gazette.md", "bridge-post.md"))
    decisions.add(SpokenBy((gazette,), QUOTE, speaker="Petra Halvorsen", type="person"))
    decisions.add(Renamed((gazette,), "Orla Venn", "Mayor Venn"))
    found = {record["id"]: record["quotes"] for record in records(capsysbinary, "quotes", stand)}
    for id in (gazette, post):
        [quote] = [one for one in found[id] if "laid it aside" in one["spans"][0]["text"]]
        assert quote["speaker"]["name"] == "Petra Halvorsen"
        assert quote["confidence"] == 1.0
        assert quote["reasons"][0].startswith("corrected by you")
    names = {one["name"] for record in records(capsysbinary, "entities", stand) for one in record["entities"]}
    assert "Mayor Venn" in names
    assert "Orla Venn" not in names
    rows = {row["speaker"]: row["sources"] for row in records(capsysbinary, "matrix", stand)}
    assert {gazette, post} <= set(rows["Petra Halvorsen"])


def test_one_file_alone_follows_the_decisions_made_with_it(stand, decisions, capsysbinary) -> None:
    both = tuple(ids(stand)[name] for name in ("bridge-gazette.md", "bridge-post.md"))
    decisions.add(Same(both, ("Dario Feld", "Feld"), "Councillor Feld"))
    [record] = records(capsysbinary, "entities", stand / "bridge-post.md")
    assert "Councillor Feld" in {one["name"] for one in record["entities"]}


def test_compare_follows_the_decisions(stand, decisions, capsysbinary) -> None:
    gazette, post = ids(stand)["bridge-gazette.md"], ids(stand)["bridge-post.md"]
    before = records(capsysbinary, "compare", stand / "bridge-gazette.md", stand / "bridge-post.md")
    decisions.add(Renamed((gazette, post), "Dario Feld", "Nobody Atall"))
    after = records(capsysbinary, "compare", stand / "bridge-gazette.md", stand / "bridge-post.md")
    assert [one["class"] for one in before[0]["quotes"]] == [one["class"] for one in after[0]["quotes"]]


def test_events_follow_the_decisions(stand, decisions, capsysbinary) -> None:
    wire, gazette, post = (ids(stand)[f"bridge-{name}.md"] for name in ("wire", "gazette", "post"))
    decisions.add(Apart(wire, (gazette, post)))
    groups = [{one["id"] for one in record["articles"]} for record in records(capsysbinary, "events", stand)]
    assert {wire} in groups


def test_a_notes_folder_may_be_named(stand, tmp_path, capsysbinary) -> None:
    DecisionStore(tmp_path / "mine").add(Renamed((ids(stand)["bridge-wire.md"],), "Orla Venn", "Mayor Venn"))
    found = records(capsysbinary, "entities", stand / "bridge-wire.md", "--notes", tmp_path / "mine")
    assert "Mayor Venn" in {one["name"] for one in found[0]["entities"]}


def test_a_broken_file_is_said_and_the_articles_are_read_all_the_same(stand, decisions, capsys) -> None:
    decisions.file.parent.mkdir()
    decisions.file.write_text("names: [\n", "utf-8")
    assert main(["quotes", str(stand)]) == Exit.PARTIAL
    out, err = capsys.readouterr()
    assert "laid it aside" in out
    assert "decisions.yaml:2" in err


def test_doctor_counts_the_decisions_and_names_those_that_point_to_nothing(stand, decisions, capsys) -> None:
    gazette = ids(stand)["bridge-gazette.md"]
    decisions.add(Renamed((gazette,), "Orla Venn", "Mayor Venn"))
    decisions.add(Renamed((gazette,), "Ove Nilsen", "O. Nilsen"))
    decisions.add(SpokenBy((gazette,), '"Words that nobody has said in here,"', speaker="Orla Venn"))
    decisions.add(SpokenBy(("gone",), QUOTE, speaker="Orla Venn"))
    main(["doctor", str(stand)])
    lines = [line for line in capsys.readouterr().out.splitlines() if " decisions:" in line]
    assert lines[0].startswith("ok decisions:")
    assert "4 decisions" in lines[0]
    assert [line.partition(" decisions: ")[0] for line in lines[1:]] == ["notice"] * 3
    told = "\n".join(lines)
    assert "its name is not here: Ove Nilsen is called O. Nilsen" in told
    assert "no quote here has its words" in told
    assert "none of its articles is here" in told
