"""A brief as an editor reads it: what happened on a day, who is behind the unnamed, figures with their units."""

import re
from dataclasses import replace

from reader.analysis import analyse
from reader.events.across import Member
from reader.export.dossier import Dossier
from reader.export.dossier import dossier as made
from reader.export.formats import FORMATS
from reader.export.sections.dated import LONGEST, around
from reader.formats import read_bytes
from reader.model import Event, Span


def brief(dossier: Dossier) -> str:
    return FORMATS["markdown"].render(dossier)


def test_the_timeline_says_what_the_sources_say_of_a_day(bare: Dossier) -> None:
    text = brief(bare)
    rows = text[text.index("## Timeline") :]
    assert "The old bridge over the Tarn was closed on Monday" in rows
    assert all("“Monday”" not in line for line in rows.splitlines())


def test_words_around_a_date_always_hold_it() -> None:
    start = "The council met " + "again and again " * 20
    text = f"---\ntitle: T\nsource: S\npublished: 2031-03-04\n---\n{start}on Monday. On Tuesday {start}ended.\n"
    article = replace(read_bytes(text.encode(), "a.md").articles[0], id="a")
    dossier = made(Event("e1", "T", None, ("a",)), [Member(article, analyse(article))])
    words = dossier.members[0].article.text
    for day in ("Monday", "Tuesday"):
        at = words.index(day)
        found = around(dossier, 0, Span(at, at + len(day)))
        assert day in found
        assert len(found) <= LONGEST + 4


def test_the_unnamed_are_told_apart_and_every_quotation_of_theirs_has_its_place(bare: Dossier) -> None:
    text = brief(bare)
    table = text[text.index("## Who said what") :]
    unnamed = next(line for line in table.splitlines() if line.startswith("| unnamed"))
    assert "¶" not in unnamed
    described = [line for line in table.splitlines() if line.startswith("| – ")]
    assert described
    assert all("¶" in line for line in described)
    total = sum(int(number) for number in re.findall(r"\| (\d+) (?=\|)", unnamed)[: len(bare.members)])
    assert sum(int(number) for line in described for number in re.findall(r"\| (\d+):", line)) == total


def test_a_figure_stands_in_the_words_of_the_report(bare: Dossier) -> None:
    assert ": 2.4 million [AG ¶3] [VP ¶3]" in brief(bare)
