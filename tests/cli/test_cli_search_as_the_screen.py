"""`reader search --json` gives what the screen shows for the same query, in the same order."""

from pathlib import Path

import pytest

from reader.library import Library
from reader.notes import NoteStore
from reader.session.actions import finding
from reader.session.looking import settled
from reader.session.state import Prompt, State
from reader.session.world import World
from reader.settings.config import Config

SAMPLES = Path(__file__).parents[2] / "articles"
TYPED = [
    *("f", "fe", "ferr", "ferry", "council vote", "harb* -ferry", "ferry OR strike", "(ferry OR boat", '"the ministr'),
    *(
        "minister near/5 said",
        "mayor same-sentence said",
        "/m[ai]\\w+or/",
        "title:ferry",
        "source:gazette sa",
        "-ferry",
    ),
    *("has:quote", "num:>100", "date:>=2024", "speaker:solberg", 'quote:"we will answer swiftly"~', "is:unread water"),
    *("said sort:relevance", "said sort:title", "said sort:source", "water sort:oldest", "people sort:quotes"),
]


@pytest.fixture
def world(tmp_path, run):
    run("index", SAMPLES)
    library = Library.open([SAMPLES], tmp_path / "xdg" / "cache" / "reader")
    yield World(library, NoteStore(tmp_path / "notes"), Config())
    library.close()


def test_the_same_hits_in_the_same_order(world, run):
    found = 0
    for text in TYPED:
        state = State(prompt=Prompt("query", before=State()))
        for end in range(1, len(text) + 1):
            state = finding.query_changed(state, world, text[:end])
        state = finding.accept(settled(state, world), world)
        keys = state.listing.articles() if state.query else []
        written = state.query.text if state.query else text
        shown = [row.id for row in world.library.rows(keys)]
        printed = run("search", "--json", "--limit=1000", "--notes", world.notes.folder, "--", written, SAMPLES)
        assert [record["article"] for record in printed.data] == shown, (text, written)
        found += bool(shown)
    assert found > len(TYPED) - 4
