"""Titles, outlets, quotations and notes that try to be markup, a formula or a second line."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import analyse
from reader.events.across import Member
from reader.export import html, markdown, table
from reader.export.dossier import Dossier, NotedPassage, OwnNote, dossier
from reader.export.formats import FORMATS
from reader.export.page import Heading, Items, Link, Own, Paragraph, Table
from reader.model import Article, Event, Note, Span, Target

EVIL = (
    '<script>alert(1)</script>',
    '=cmd|"/c calc"!A1',
    "@SUM(1+1)",
    "+1 | -2 | `rm`",
    "```\n# Heading\n- [x](javascript:alert(1))",
    "\t=1+1",
    "a\n\n## Facts that differ\n\n| b | c |",
    "![i](http://x.example/i.png) <img src=x onerror=y>",
    '"><b onmouseover="x">',
    "\x1b]0;owned\x07 \u202eabc &lt;i&gt; \\| \\",
)  # fmt: skip
TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "li", "table", "tr", "th", "td", "a",
    "strong", "code", "blockquote", "br",
}  # fmt: skip


def evil(word: str) -> Dossier:
    """An event in which everything that is data is hostile."""
    body = f'"{word} was said," said Edda Rohn.'
    text = f"The bridge of Arlen was closed on Monday.\n\n{' '.join(body.split())}"
    split = text.index("\n\n")
    paragraphs = (Span(0, split), Span(split + 2, len(text)))
    articles = [
        Article(name, f"{word}.md", text, paragraphs, title=word, source=word, author=word, url=address, agency=word)
        for name, address in (("a", f"javascript:{word}"), ("b", f"https://x.example/{word}"))
    ]
    made = dossier(Event("e", word, "2031-03-03", ("a", "b")), [Member(one, analyse(one)) for one in articles])
    note = Note(
        "n", "2031-03-03T10:00:00+01:00", "2031-03-03T10:00:00+01:00", word, (Target("a", "bridge"),), tags=(word,)
    )
    return replace(made, notes=(OwnNote(note, (NotedPassage(0, "bridge", Span(4, 10), "exact"),)),))


class Tags(HTMLParser):
    """The tags of a page, its links and the attributes that act."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert not any(name.startswith("on") or name == "src" for name, _ in attrs)


@pytest.mark.parametrize("word", EVIL)
def test_nothing_in_html_acts(word: str) -> None:
    page = Tags()
    page.feed(FORMATS["html"].render(evil(word)))
    assert page.found <= TAGS
    assert all(link.startswith(("#", "https://")) for link in page.links)


def unescaped(text: str, character: str) -> int:
    return len(re.findall(rf"(?<!\\)(?:\\\\)*{re.escape(character)}", text))


@pytest.mark.parametrize("word", EVIL)
def test_nothing_in_markdown_acts(word: str) -> None:
    known = {line for line in FORMATS["markdown"].render(evil("word")).splitlines() if line.startswith("#")}
    text = FORMATS["markdown"].render(evil(word))
    lines = text.splitlines()
    headings = [line for line in lines if line.startswith("#")]
    assert len(headings) <= len(known) + 4
    assert len([line for line in headings if line == "## Facts that differ"]) == 1
    width = 0
    for line in lines:
        if line.startswith("|"):
            width = width or unescaped(line, "|")
            assert unescaped(line, "|") == width, line
        else:
            width = 0
        outside = re.sub(r"(?<!\\)(`+) ?.*?[^`] ?\1(?!`)", "", line)
        assert not re.search(r"(?<!\\)<(?!https://)", outside.replace("(<https://", "(")), line
        assert not re.search(r"(?<!\\)\]\((?!<https://)", outside), line


@pytest.mark.parametrize("word", EVIL)
@pytest.mark.parametrize("name", ["csv", "readwise"])
def test_no_cell_is_a_formula(word: str, name: str) -> None:
    rows = list(csv.reader(io.StringIO(FORMATS[name].render(evil(word)), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+-@\t") and cell.strip()]


@pytest.mark.parametrize("word", EVIL)
@pytest.mark.parametrize("name", FORMATS)
def test_no_form_has_a_control_character(word: str, name: str) -> None:
    text = FORMATS[name].render(evil(word))
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", text)


@pytest.mark.parametrize("word", EVIL)
def test_ris_has_no_line_of_its_own_making(word: str) -> None:
    for line in FORMATS["ris"].render(evil(word)).split("\r\n"):
        assert not line or re.match(r"[A-Z][A-Z0-9]  - ", line)
        assert "\n" not in line


@given(st.text())
def test_a_cell_can_be_read_back(text: str) -> None:
    out = table.render([(text, 1, None, 2.5)])
    ((cell, *rest),) = csv.reader(io.StringIO(out, newline=""), strict=True)
    assert rest == ["1", "", "2.5"]
    assert cell == table.neutral(text)
    assert not cell.lstrip().startswith(tuple("=+-@"))


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_a_page_of_any_words_keeps_its_shape(words: list[str]) -> None:
    runs = tuple((word,) for word in words)
    blocks = (Heading(1, ("T",)), Table(runs, (runs, runs)), Items(runs), Paragraph(runs[0]), Own(tuple(words)))
    page = Tags()
    page.feed(html.render((*blocks, Paragraph((Link(words[0], words[0]),)))))
    assert page.found <= TAGS
    text = markdown.render(blocks).splitlines()
    assert [unescaped(line, "|") for line in text[2:6]] == [len(words) + 1] * 4
    assert sum(line.startswith("#") for line in text) == 1


def test_json_is_json(bridge: Dossier) -> None:
    for name in ("json", "annotations", "csl"):
        for word in EVIL:
            json.loads(FORMATS[name].render(evil(word)))
