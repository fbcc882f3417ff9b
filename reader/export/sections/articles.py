"""What is found in one article, and what two have in common passage by passage."""

from collections.abc import Iterator

from reader.export.dossier import Dossier
from reader.export.page import Block, Heading, Paragraph, Run, Table, listed
from reader.export.records import number as plain_number
from reader.model import DateMention, Entity, Figure, Passage


def names(dossier: Dossier, number: int) -> Iterator[Block]:
    """The names, dates and figures of one article, each with the places where it stands."""
    found = dossier.members[number].analysis
    rows = [_entity(dossier, number, one) for one in found.entities]
    rows += [_date(dossier, number, one) for one in found.dates if one.span is not None]
    rows += [_figure(dossier, number, one) for one in found.figures]
    if rows:
        yield Table((("What",), ("Kind",), ("Words",), ("Where",)), tuple(rows))
    else:
        yield Paragraph(("No names, dates or figures.",))


def _entity(dossier: Dossier, number: int, one: Entity) -> tuple[Run, ...]:
    refs = dict.fromkeys(dossier.ref(number, span) for span in one.mentions)
    forms = "; ".join(dict.fromkeys((*one.titles, *one.aliases)))
    return (one.name,), (one.type,), (forms or "–",), listed(*refs)


def _date(dossier: Dossier, number: int, one: DateMention) -> tuple[Run, ...]:
    assert one.span is not None
    value = (one.value or "undated") + ("" if one.certain else " (not sure)")
    return (value,), (f"date, {one.role}",), (dossier.words(number, one.span),), (dossier.ref(number, one.span),)


def _figure(dossier: Dossier, number: int, one: Figure) -> tuple[Run, ...]:
    stated = (one.hedge, plain_number(one.value), one.unit, one.of)
    value = " ".join(str(part) for part in stated if part is not None)
    return (value,), ("figure",), (dossier.words(number, one.span),), (dossier.ref(number, one.span),)


def passages(dossier: Dossier) -> Iterator[Block]:
    """What the first two articles both report: their sentences beside each other."""
    found = dossier.compared(0, 1).passages
    yield Heading(2, ("Passages that both report",))
    if not found:
        yield Paragraph(("None was found.",))
        return
    header: tuple[Run, ...] = ((dossier.ref(0),), (dossier.ref(1),), ("How",))
    yield Table(header, tuple(_passage(dossier, one) for one in found))


def _passage(dossier: Dossier, one: Passage) -> tuple[Run, ...]:
    marks = ("" if one.sure else ", not sure") + (", in another order" if one.moved else "")
    sides = (
        listed(" ".join(dossier.words(side, span) for span in spans), dossier.ref(side, spans[0]) if spans else "")
        for side, spans in ((0, one.a), (1, one.b))
    )
    return (*sides, (f"{one.relation} {one.score:.2f}{marks}",))
