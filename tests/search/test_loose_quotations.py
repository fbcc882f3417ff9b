"""A pasted quotation finds who said it, in which wordings, the likest first, however many later ones are less like."""

import json

import pytest

from reader.library import Library
from reader.search import find
from reader.search.lexicon import Lexicon
from reader.search.likeness import MOST_WORDS
from reader.search.personal import Personal
from reader.search.sections import quotes

SAID = "We shall rebuild the northern ferry landing before winter"
VARIANT = "We shall rebuild the northern ferry stairs"
ELSE = "Nobody asked about the stairs"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    home = tmp_path_factory.mktemp("loose")
    lines = [(f'"{SAID}," said Mayor Agnete Lund.', "2020-01-01")]
    lines += [(f'"{VARIANT}," said Mayor Agnete Lund in part {n}.', f"2021-{n % 12 + 1:02}-05") for n in range(130)]
    lines += [(f'"{ELSE}," said Captain Tomas Reyer.', "2022-01-01")]
    broken = '"We shall rebuild the northern," said Engineer Mirja Falk, "ferry landing soon."'
    lines += [(broken, "2019-01-01")]
    with (home / "feed.jsonl").open("w", encoding="utf-8") as stream:
        for number, (text, day) in enumerate(lines):
            record = {"id": f"a{number}", "title": f"Report {number}", "text": text, "date": day}
            stream.write(json.dumps(record) + "\n")
    library = Library.open([home / "feed.jsonl"], home / "cache")
    library.index()
    yield library
    library.close()


def test_the_likest_comes_first_though_a_hundred_are_newer(shelf):
    results = find(shelf, f'quote:"{SAID}"~', typing=False)
    assert shelf.article(results.hits[0].key).published == "2020-01-01"
    assert results.total == 132
    assert shelf.article(results.hits[1].key).published == "2019-01-01"  # in two pieces, and yet one quotation


def test_what_else_is_asked_holds(shelf):
    results = find(shelf, f'quote:"{SAID}"~ date:2021', typing=False)
    assert {shelf.article(hit.key).published[:4] for hit in results.hits} == {"2021"}
    assert find(shelf, f'quote:"{SAID}"~ speaker:falk', typing=False).total == 1
    assert find(shelf, f'-quote:"{SAID}"~', typing=False).total == 1


def test_the_section_of_quotes_has_them_all(shelf):
    node = find(shelf, f'quote:"{SAID}"~', typing=False).node
    assert len(quotes(Lexicon(shelf), node, Personal(), 1_000)) == 132


def test_a_very_long_quotation_is_looked_for_too(shelf):
    words = " ".join([*SAID.split(), *(f"word{number}" for number in range(MOST_WORDS))])
    assert find(shelf, f'quote:"{words}"~', typing=False).total == 0
    assert find(shelf, f'quote:"{SAID} {SAID} {SAID}"~', typing=False).total == 132
