"""Facts: what the sources state differently, more or less exactly, under other names, and alike."""

from collections.abc import Iterable, Iterator, Sequence

from reader.events import event_facts
from reader.events.statements import EventFact, Statement
from reader.export.dossier import Dossier
from reader.export.page import Block, Heading, Inline, Items, Paragraph, Run, Strong, listed, quoted
from reader.export.records import number

LISTED = 30
"""Facts stated alike that a brief lists at most."""


def facts(dossier: Dossier) -> Iterator[Block]:
    """Those that differ, with the sentences; then the rest, one a line."""
    found = event_facts(dossier.members, dossier.compared)
    differing = [fact for fact in found if fact.verdict == "differs"]
    if len(dossier.members) > 1:
        yield Heading(2, ("Facts that differ",))
    if differing:
        for fact in differing:
            yield Paragraph((Strong(_subject(fact)),))
            yield Items(tuple(_evidence(dossier, stated) for stated in fact.statements))
    elif len(dossier.members) > 1:
        yield Paragraph(("None was found among the passages that report the same thing.",))
    yield from _brief(dossier, "More and less exact", [fact for fact in found if fact.verdict == "precision"])
    names = [fact for fact in found if fact.verdict in ("spelling", "form")]
    yield from _brief(dossier, "Spelt or named in more than one way", names)
    yield from _brief(dossier, "Stated alike", [fact for fact in found if fact.verdict == "same"])


def _subject(fact: EventFact) -> str:
    if fact.subject in (fact.kind, ""):
        return fact.kind.capitalize()
    if fact.subject == "published":
        return "Published"
    return f"{fact.kind.capitalize()}: {fact.subject}"


def _evidence(dossier: Dossier, stated: Statement) -> Run:
    by = f", according to {stated.attributed}" if stated.attributed else ""
    run: list[Inline] = [f"{value(stated, dossier)}{by}{':' if stated.span else ''}"]
    if stated.span:
        run.append(quoted(dossier.words(stated.member, dossier.sentence(stated.member, stated.span))))
    run.append(dossier.ref(stated.member, stated.span))
    return listed(*run)


def value(stated: Statement, dossier: Dossier | None = None) -> str:
    """What is stated: a figure in the report's own words where a dossier gives them, else with its thousands apart."""
    if isinstance(stated.value, int | float):
        if dossier is not None and stated.span:
            return dossier.figure(stated.member, stated.span)
        whole = number(stated.value)
        return f"{whole:,}" if whole is not None else "–"
    return str(stated.value) if stated.value is not None else "–"


def _brief(dossier: Dossier, title: str, found: Sequence[EventFact]) -> Iterator[Block]:
    if not found:
        return
    yield Heading(3, (title,))
    yield Items(tuple(_line(dossier, fact) for fact in found[:LISTED]))
    if len(found) > LISTED:
        yield Paragraph((f"{len(found) - LISTED} more.",))


def _line(dossier: Dossier, fact: EventFact) -> Run:
    run: list[Inline] = []
    if fact.verdict not in ("spelling", "form"):
        run.append(f"{_short(fact)}:")
    groups = _by_value(fact.statements, dossier)
    for place, (words, stated) in enumerate(groups):
        run.append(words if words else "–")
        run.extend(dict.fromkeys(dossier.ref(one.member, one.span) for one in stated))
        if place < len(groups) - 1:
            run.append("·")
    return listed(*run)


def _short(fact: EventFact) -> str:
    subject = fact.subject if fact.kind in ("number", "date") and fact.subject else fact.kind
    return subject[:1].upper() + subject[1:]


def _by_value(statements: Iterable[Statement], dossier: Dossier) -> list[tuple[str, list[Statement]]]:
    found: dict[str, list[Statement]] = {}
    for stated in statements:
        found.setdefault(value(stated, dossier), []).append(stated)
    return list(found.items())
