"""Every form of an event: as it was, well formed, the same twice, and every reference leads to the words beside it."""

import csv
import io
import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reader.export.dossier import Dossier
from reader.export.formats import FORMATS
from reader.export.lines import HEADER

GOLDEN = Path(__file__).parent / "golden"
RENEW = "RENEW_GOLDEN"
"""Environment variable with which the files are written anew, to be read before they are kept."""
REFERENCE = re.compile(r"\[(\w+) ¶(\d+)\]")


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_as_it_was(bridge: Dossier, name: str) -> None:
    form = FORMATS[name]
    file = GOLDEN / f"bridge-{name}{form.suffix}"
    text = form.render(bridge).encode()
    if os.environ.get(RENEW):
        file.write_bytes(text)
    assert text == file.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_event_gives_the_same_bytes(bridge: Dossier, name: str) -> None:
    assert FORMATS[name].render(bridge) == FORMATS[name].render(bridge)


def plain(text: str) -> str:
    """A line of Markdown as it is read: without escapes, marks and the quotation marks around a passage."""
    return re.sub(r"\\(.)", r"\1", text.removeprefix("- ").replace("**", ""))


def paragraph(dossier: Dossier, label: str, number: str) -> str:
    article = dossier.members[dossier.labels.index(label)].article
    return " ".join(article.paragraphs[int(number) - 1].of(article.text).split())


def test_every_reference_leads_to_the_words_before_it(bridge: Dossier) -> None:
    checked = 0
    for line in FORMATS["markdown"].render(bridge).splitlines():
        if not line.startswith("- ") or "¶" not in line:
            continue
        found = REFERENCE.search(line)
        assert found
        place = paragraph(bridge, found[1], found[2])
        words = plain(line[: found.start()]).strip()
        quoted = re.search(r"“(.+)”$", words)
        if quoted:
            passage = quoted[1].removesuffix(" …")
            assert passage in place or words in place, line
            checked += 1
    assert checked >= 8


def test_every_line_of_the_brief_has_a_reference(bridge: Dossier) -> None:
    text = FORMATS["markdown"].render(bridge)
    for line in text.splitlines():
        if line.startswith("- "):
            assert REFERENCE.search(line) or re.search(r"\[\w+\]", line), line


def test_the_table_of_speakers_counts_every_quotation(bridge: Dossier) -> None:
    text = FORMATS["markdown"].render(bridge)
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len({line.count("|") for line in rows if "---" not in line and line.count("|") > 5}) == 1
    counted = sum(int(cell) for cell in re.findall(r"\| (\d+):", text))
    assert counted == sum(len(member.analysis.quotes) for member in bridge.members)


def test_facts_that_differ_come_with_both_sentences(bridge: Dossier) -> None:
    text = FORMATS["markdown"].render(bridge)
    differing = text[text.index("## Facts that differ") : text.index("### ")]
    assert "- 14, according to Edda Rohn: “The old bridge" in differing
    assert "- 17, according to Edda Rohn: “Engineers found 17 cracks" in differing


def test_no_verdict_is_given(bridge: Dossier) -> None:
    text = FORMATS["markdown"].render(bridge).casefold()
    assert not re.search(r"\b(omit|omitted|hid(den|es)?|bias|biased|misquot\w+|wrong|lie[sd]?)\b", text)


def test_notes_are_marked_as_the_users(bridge: Dossier) -> None:
    text = FORMATS["markdown"].render(bridge)
    notes = text[text.index("## Your notes") :]
    assert "Your note, open #cracks, on “14 cracks” [AG ¶1] “17 cracks” [NW ¶1]" in notes
    assert "> Which of the two?\n>\n> Ask the engineers." in notes


@pytest.mark.parametrize("name", ["csv", "readwise"])
def test_tables_have_one_header_and_constant_columns(bridge: Dossier, name: str) -> None:
    text = FORMATS[name].render(bridge)
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) > 5
    assert rows.count(rows[0]) == 1


def test_the_offsets_of_a_table_lead_to_its_words(bridge: Dossier) -> None:
    articles = {member.article.id: member.article for member in bridge.members}
    for row in csv.DictReader(io.StringIO(FORMATS["csv"].render(bridge), newline="")):
        if row["start"] and row["section"] not in ("fact", "note"):
            article = articles[row["article"]]
            words = article.text[int(row["start"]) : int(row["end"])]
            assert row["words"] in (words, f"'{words}")
            assert article.paragraph_at(int(row["start"])) + 1 == int(row["paragraph"])
    assert set(HEADER) == set(row)


def test_spans_of_the_json_hold_their_words(bridge: Dossier) -> None:
    made = json.loads(FORMATS["json"].render(bridge))
    assert made["schema"] == "reader/export/1"
    texts = {article["id"]: article["text"] for article in made["data"]["articles"]}
    for fact in made["data"]["facts"]:
        for stated in fact["statements"]:
            for span in (stated["span"], stated["sentence"]):
                if span:
                    assert texts[stated["article"]][span["start"] : span["end"]] == span["text"]
    for gap in made["data"]["gaps"]:
        for span in gap["spans"]:
            assert texts[gap["article"]][span["start"] : span["end"]] == span["text"]
        assert gap["article"] == gap["told_by"][0]
        assert not set(gap["told_by"]) & set(gap["missing_in"])
        if gap["alone"]:
            assert {*gap["told_by"], *gap["missing_in"]} == set(texts)


class Page(HTMLParser):
    """Collects what an HTML page links to and is linked at."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.ids.add(known.get("id") or "")
        self.links.add(known.get("href") or "")
        assert not {"src", "onclick", "onload", "onerror"} & set(known)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_html_page_is_closed_and_needs_nothing_else(bridge: Dossier) -> None:
    page = Page()
    page.feed(FORMATS["html"].render(bridge))
    assert not page.open
    inner = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inner
    assert inner <= page.ids


def test_annotations_have_the_shape_of_the_standard(bridge: Dossier) -> None:
    page = json.loads(FORMATS["annotations"].render(bridge))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    first = page["items"][0]
    assert first["type"] == "Annotation"
    assert first["id"] == "urn:reader:note:n1"
    assert [target["selector"][0]["exact"] for target in first["target"]] == ["14 cracks", "17 cracks"]
    assert {body["purpose"]: body["value"] for body in first["body"]} == {
        "commenting": "Which of the two?\n\nAsk the engineers.",
        "classifying": "open",
        "tagging": "cracks",
    }


def test_sources_for_reference_managers(bridge: Dossier) -> None:
    first = json.loads(FORMATS["csl"].render(bridge))[0]
    assert first["type"] == "article-newspaper"
    assert first["author"] == [{"family": "Holt", "given": "Mira"}, {"family": "van Dorp", "given": "Jan"}]
    assert first["issued"] == {"date-parts": [[2031, 3, 3]]}
    records = FORMATS["ris"].render(bridge).split("ER  - \r\n")
    assert len(records) == 4
    assert records[0].startswith("TY  - NEWS\r\n")
    assert "AU  - van Dorp, Jan\r\n" in records[0]
    assert "DA  - 2031/03/03/\r\n" in records[0]
