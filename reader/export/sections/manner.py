"""How each source reports: how much it quotes, with which verbs of speech, and what it calls the people."""

from collections.abc import Iterator

from reader.events.profile import Profile, profile
from reader.events.roster import SharedName, roster
from reader.export.dossier import Dossier
from reader.export.page import Block, Heading, Items, Run, Strong, Table, listed

VERBS = 12
"""Verbs of speech that are shown of each source."""


def manner(dossier: Dossier) -> Iterator[Block]:
    """Two tables with a column for each source."""
    found = [profile(*member) for member in dossier.members]
    header: tuple[Run, ...] = (("",), *((dossier.ref(number),) for number in range(len(found))))
    yield Table(header, tuple(_rows(found)))
    yield Items(tuple(listed(dossier.ref(n), _verbs(one)) for n, one in enumerate(found)))
    people = [name for name in roster(dossier.members) if name.type == "person"]
    if people:
        yield Heading(3, ("What they call people",))
        yield Table((("Name",), *header[1:]), tuple(_name(name) for name in people))


def _rows(found: list[Profile]) -> Iterator[tuple[Run, ...]]:
    yield ("Words",), *((str(one.words),) for one in found)
    yield ("In quotation marks",), *((f"{one.share:.0%}",) for one in found)
    yield ("Quotations, direct",), *((str(one.direct),) for one in found)
    yield ("partly in marks",), *((str(one.partial),) for one in found)
    yield ("reported",), *((str(one.indirect),) for one in found)
    yield ("by nobody named",), *((str(one.unattributed),) for one in found)
    yield ("Speakers",), *((str(one.speakers),) for one in found)


def _verbs(one: Profile) -> str:
    verbs = [f"{verb.form} ×{verb.count}" for verb in one.verbs[:VERBS]]
    return f"verbs of speech: {', '.join(verbs)}" if verbs else "no verbs of speech"


def _name(name: SharedName) -> tuple[Run, ...]:
    cells: list[Run] = [(Strong(name.name),)]
    for naming in name.sources:
        forms = ", ".join(f"{form.text} ×{form.count}" for form in naming.forms) if naming else ""
        cells.append((forms or "–",))
    return tuple(cells)
