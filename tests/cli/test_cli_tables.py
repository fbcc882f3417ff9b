"""Facts, gaps and the tables of the other verbs: the same columns everywhere, references that lead to the words."""

import csv
import io
import re

import pytest

from reader.export.lines import HEADER

GAZETTE = """\
---
title: Ferry runs aground off Sele
source: Harbour Gazette
published: 2031-03-03
---
A ferry with 120 people on board ran aground off Sele on Monday, Mayor Ilse Branden said.

"Nobody was hurt, and nobody was in danger," Branden told reporters in Sele. "The crew did well."

The ferry company said it would pay for hotel rooms.
"""
WIRE = """\
---
title: Passengers safe after ferry grounding
source: Northern Wire
published: 2031-03-04
---
A ferry with 140 people on board ran aground off Sele on Monday, Mayor Ilse Branden said.

"Nobody was hurt," Branden told Northern Wire. She did not say what had caused the accident.
"""
TABLES = ("compare", "matrix", "facts", "gaps", "timeline", "sources", "quotes", "entities")


@pytest.fixture
def talks(here):
    """Two reports of one event that say where they come from."""
    folder = here / "ferry"
    folder.mkdir()
    (folder / "a-gazette.md").write_text(GAZETTE, "utf-8")
    (folder / "b-wire.md").write_text(WIRE, "utf-8")
    return folder


def rows(text: str) -> list[dict[str, str]]:
    """The lines of a table by column."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("verb", TABLES)
def test_every_table_has_the_same_columns(run, talks, verb) -> None:
    done = run(verb, talks, "--csv")
    assert done.code == 0
    found = list(csv.reader(io.StringIO(done.text, newline=""), strict=True))
    assert found[0] == list(HEADER)
    assert len(found) > 1
    assert {len(row) for row in found} == {len(HEADER)}
    assert "\r\n" in done.out.decode()
    assert done.out == run(verb, talks, "--csv").out


@pytest.mark.parametrize("verb", TABLES)
def test_markdown_says_what_its_references_are(run, talks, verb) -> None:
    done = run(verb, talks, "--markdown")
    assert done.code == 0
    assert "- **[HG]** Harbour Gazette, 2031-03-03. Ferry runs aground off Sele" in done.text
    labels = set(re.findall(r"\[(\w+)(?: ¶\d+)?\]", done.text))
    assert labels == {"HG", "NW"}
    assert all(character == "\n" or character.isprintable() for character in done.text)
    assert done.out == run(verb, talks, "--markdown").out


@pytest.mark.parametrize("verb", ["facts", "gaps"])
def test_json_and_jsonl_hold_the_same_records(run, talks, verb) -> None:
    assert run(verb, talks, "--json").data == run(verb, talks, "--jsonl").data
    assert f'"schema": "reader/{verb}/1"' in run(verb, talks, "--json").text


def test_facts_are_told_with_every_statement(run, talks) -> None:
    texts = {one["id"]: one["text"] for one in run("show", talks, "--jsonl").data}
    found = run("facts", talks, "--jsonl").data
    people = next(fact for fact in found if fact["kind"] == "number")
    assert list(people)[:6] == ["event", "kind", "verdict", "subject", "statements", "why"]
    assert [stated["value"] for stated in people["statements"]] == [120, 140]
    for stated in people["statements"]:
        assert {"article", "value", "span", "attributed"} <= set(stated)
        for span in (stated["span"], stated["sentence"]):
            assert texts[stated["article"]][span["start"] : span["end"]] == span["text"]
    text = run("facts", talks).text
    assert "a-gazette.md:1: " in text
    assert "b-wire.md:1: " in text


def test_gaps_are_what_one_source_alone_tells(run, talks) -> None:
    found = run("gaps", talks, "--jsonl").data
    fields = ["event", "article", "spans", "weight", "why", "told_by", "missing_in"]
    assert all(list(gap)[:7] == fields for gap in found)
    assert [gap["weight"] for gap in found] == sorted((gap["weight"] for gap in found), reverse=True)
    hotel = next(gap for gap in found if "hotel rooms" in gap["spans"][-1]["text"])
    assert hotel["told_by"] == [hotel["article"]]
    assert len(hotel["missing_in"]) == 1
    assert re.search(
        r"a-gazette.md:3: only 0\.\d\d .*hotel rooms.* · not found in Northern Wire", run("gaps", talks).text
    )


def test_a_passage_that_one_of_three_lacks_names_the_others(run, talks) -> None:
    (talks / "c-post.txt").write_text(
        "# Ferry aground\n\nIsland Post\nMarch 4, 2031\n\n"
        "A ferry with 120 people on board ran aground off Sele on Monday, Mayor Ilse Branden said.\n\n"
        "The ferry company said it would pay for hotel rooms.\n",
        "utf-8",
    )
    found = run("gaps", talks, "--jsonl").data
    hotel = next(gap for gap in found if "hotel rooms" in gap["spans"][-1]["text"])
    assert len(hotel["told_by"]) == 2
    assert not hotel["alone"]
    assert len(hotel["missing_in"]) == 1


def test_articles_that_are_not_alike_can_be_taken_together(run, here) -> None:
    (here / "a.txt").write_text("# A\n\nA dog barked in Sele. Ten cows slept.\n", "utf-8")
    (here / "b.txt").write_text("# B\n\nThe parliament of Odra sat until midnight.\n", "utf-8")
    assert run("gaps", "a.txt", "b.txt").code == 1
    assert run("gaps", "a.txt", "b.txt", "--one-event").code == 0


def test_a_lone_article_has_no_facts_and_no_gaps(run, talks) -> None:
    (talks / "b-wire.md").unlink()
    assert run("facts", talks).code == run("gaps", talks).code == 1
    assert rows(run("facts", talks, "--csv").text) == []


def test_compare_says_who_says_so_and_where_it_stands(run, talks) -> None:
    (pair,) = run("compare", talks, "--json").data
    assert all("attributed" in fact[side] for fact in pair["facts"] for side in "ab")
    assert pair["prominence"]
    a, b = sorted(talks.iterdir())
    (back,) = run("compare", b, a, "--json").data
    assert sorted((one["b"], one["a"]) for one in pair["prominence"]) == [
        (one["a"], one["b"]) for one in back["prominence"]
    ]


def test_a_headline_that_is_a_formula_is_none_in_a_table(run, talks) -> None:
    file = talks / "a-gazette.md"
    text = file.read_text("utf-8").replace("Ferry runs aground off Sele", """'=HYPERLINK("x")|<script>'""")
    file.write_text(text, "utf-8")
    found = rows(run("sources", talks, "--csv").text)
    assert found[0]["subject"].startswith("'=HYPERLINK")
    assert not [cell for row in found for cell in row.values() if cell[:1] in tuple("=+-@\t") and cell]
    assert "\\<script" in run("sources", talks, "--markdown").text


def test_forms_exclude_each_other(run, talks) -> None:
    assert run("facts", talks, "--csv", "--markdown").code == 2
