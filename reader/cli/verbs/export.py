"""export: a brief of one event with a reference behind every line, or its sources and notes for other programs."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reader.cli.answer import output
from reader.cli.deciding import correcting, decided, grouped
from reader.cli.exits import Exit
from reader.cli.extracting import chosen
from reader.cli.intake import Intake
from reader.cli.options import add_extractor, add_paths, add_settings
from reader.cli.output import Output, complain
from reader.cli.place import find
from reader.cli.usage import UsageError
from reader.events import lead
from reader.events.across import Member
from reader.export import writing
from reader.export.dossier import Dossier, dossier, own_notes
from reader.export.formats import FORMATS
from reader.library.decisions.links import links
from reader.model import Event
from reader.notes import NoteStore

EXAMPLES = """\
examples:
  reader export 3 ~/news                            the third event that `reader events ~/news` lists, as Markdown
  reader export "ferry sele" --output brief.md      the event with these words in its title, of the articles here
  reader export e532ff2476e3f ~/news --format html --output brief.html
  reader export ferry --format ris > sources.ris    also: csl, readwise, annotations, csv, json
"""
SHOWN = 12
"""Events that are listed where several are meant."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "event", metavar="EVENT", help="an event's id, its number in `reader events`, or words of its title"
    )
    add_paths(parser, optional=True)
    parser.add_argument("--format", choices=tuple(FORMATS), default="markdown", help="what to make (default: markdown)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write into FILE, which must not be there yet")
    parser.add_argument("--force", action="store_true", help="write over FILE if it is there")
    add_extractor(parser)
    add_settings(parser)
    parser.set_defaults(mode="text")


def run(options: Namespace) -> int:
    place = find(options, options.paths)
    given = options.paths or [str(path) for path in place.articles.paths]
    if not given:
        raise UsageError("no articles", "give a folder, or make one called articles", Exit.INPUT)
    answer, intake = output("export", options), Intake(given)
    articles = {article.id: article for article in intake}
    decisions = decided(options, intake.problems)
    event = chosen_event(options.event, grouped([lead(one) for one in articles.values()], links(decisions.events)))
    if event is None:
        return _nothing(options, answer, intake)
    with chosen(options, intake.problems) as extractor:
        correct = correcting(decisions, list(articles.values()))
        own = [articles[id] for id in event.articles]
        members = [Member(article, correct(article, extractor.analyse(article))) for article in own]
    store = NoteStore(place.notes)
    made = replace(dossier(event, members), notes=own_notes(store, members))
    intake.problems.extend(store.problems())
    _put(options, answer, made)
    answer.close(intake.problems)
    return Exit.PARTIAL if intake.failed else Exit.DONE


def _nothing(options: Namespace, answer: Output, intake: Intake) -> int:
    answer.close(intake.problems)
    if not intake.read:
        return Exit.INPUT
    complain(f"no event here is called {options.event} (reader events lists them)")
    return Exit.NOTHING


def chosen_event(wanted: str, events: Sequence[Event]) -> Event | None:
    """The event that is meant: by its id, by its number from one, or by words of its title, people and place.

    None where there is none; raises `UsageError` with the candidates where there are several.
    """
    by_id = next((event for event in events if event.id == wanted), None)
    if by_id is not None:
        return by_id
    if wanted.isdecimal() and 1 <= int(wanted) <= len(events):
        return events[int(wanted) - 1]
    words = wanted.casefold().split()
    if not words:
        raise UsageError("EVENT is empty", "give an id, a number or words of the title")
    found = [(place, event) for place, event in enumerate(events, 1) if _has(event, words)]
    if len(found) > 1:
        names = "; ".join(f"{place}: {event.title} ({len(event.articles)})" for place, event in found[:SHOWN])
        more = f"; and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise UsageError(f"{len(found)} events have “{wanted}”: {names}{more}", "give the number or more words")
    return found[0][1] if found else None


def _has(event: Event, words: Sequence[str]) -> bool:
    told = " ".join((event.title, *event.people, event.place or "")).casefold()
    return all(word in told for word in words)


def _put(options: Namespace, answer: Output, made: Dossier) -> None:
    text = FORMATS[options.format].render(made)
    file: Path | None = options.output
    if file is None:
        answer.text(text)
        return
    try:
        writing.write(file, text, replace=options.force)
    except FileExistsError as error:
        raise UsageError(f"{file} is there already", "--force writes over it") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror or error}") from error
    complain(f"written: {file}")
