"""Three invented reports of one event with two notes, as a dossier."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader.analysis import analyse
from reader.events.across import Member
from reader.export.dossier import Dossier, dossier, own_notes
from reader.formats import read_bytes
from reader.model import Article, Event, Span
from reader.notes import NoteStore, target_for

GAZETTE = """\
---
title: Bridge at Arlen closed after cracks found
source: Arlen Gazette
published: 2031-03-03
author: Mira Holt and Jan van Dorp
url: https://arlen-gazette.example/2031/bridge
---
The old bridge over the Tarn was closed on Monday after engineers found 14 cracks in its arches, Mayor Edda \
Rohn said.

"Nobody was in danger, and nobody will be," Rohn told reporters. "We shall open it again before the summer."

The repair will cost 2.4 million crowns, the town said. About 9,000 cars cross the bridge every day.

A ferry for pedestrians runs from the mill to the market. It is free until Easter.
"""
WIRE = """\
---
title: Town shuts cracked bridge
source: Northern Wire
published: 2031-03-04
---
Engineers found 17 cracks in the arches of the old bridge over the Tarn, which was closed on Monday, Mayor \
Edda Rohn said.

"Nobody was in danger," Rohn said.

About 9,000 cars cross the bridge every day. The opposition asked why the last inspection had been put off twice.
"""
POST = """\
---
title: Shops fear for Easter trade
source: Valley Post
published: 2031-03-04
---
Shopkeepers in Arlen fear for their Easter trade after the old bridge over the Tarn was closed on Monday.

"Half of my customers come from the other bank," said the baker Ulla Stern. "They will not swim."

The town said that the repair would cost 2.4 million crowns. Mayor Edda Rohn said that nobody had been in danger.
"""
Make = Callable[..., Dossier]


def article(text: str, name: str) -> Article:
    """An article as it is read from a file."""
    return replace(read_bytes(text.encode(), name).articles[0], id=name.removesuffix(".md"), file=name)


def made(articles: Sequence[Article], title: str = "Bridge at Arlen closed after cracks found") -> Dossier:
    """A dossier on some articles."""
    event = Event("e1", title, "2031-03-03", tuple(one.id for one in articles))
    return dossier(event, [Member(one, analyse(one)) for one in articles])


@pytest.fixture(scope="session")
def bare() -> Dossier:
    """The event without notes."""
    return made([article(GAZETTE, "gazette.md"), article(WIRE, "wire.md"), article(POST, "post.md")])


@pytest.fixture
def bridge(bare: Dossier, tmp_path: Path) -> Dossier:
    """The event with two notes."""
    numbers, times = itertools.count(1), itertools.count(10)
    store = NoteStore(tmp_path, lambda: f"2031-03-05T09:{next(times)}:00+01:00", lambda: f"n{next(numbers)}")
    gazette, wire = bare.members[0].article, bare.members[1].article
    targets = []
    for one, words in ((gazette, "14 cracks"), (wire, "17 cracks")):
        start = one.text.index(words)
        targets.append(target_for(one, Span(start, start + len(words))))
    store.add(gazette, targets, "Which of the two?\n\nAsk the engineers.", tags=("cracks",))
    store.add(wire, target_for(wire, wire.paragraphs[1]), "Shorter here.", status="confirmed")
    return replace(bare, notes=own_notes(store, bare.members))
