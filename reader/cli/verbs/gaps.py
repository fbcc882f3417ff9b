"""gaps: what one source of an event alone tells, and what some of them do not have."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from functools import partial

from reader.cli import plain
from reader.cli.answer import finish_reading, output
from reader.cli.intake import Intake
from reader.cli.options import add_event_arguments
from reader.cli.output import Record
from reader.cli.telling import dossiers, tell
from reader.export import event_records, lines
from reader.export.dossier import Dossier
from reader.export.passages import gaps, weightiest
from reader.export.sections import telling

EXAMPLES = """\
examples:
  reader gaps talks/ | head                  what only one source tells, the weightiest of each event first
  reader gaps talks/ --jsonl | jq -r 'select(.told_by | length > 1) | .spans[0].text'
  reader gaps talks/ --markdown > gaps.md

A record has the words of one source (article, spans), how much they would be missed (weight, 0 to 1) and why, the
articles that tell them (told_by) and those in which they were not found (missing_in). What one source alone tells
(alone) was found in no other; an article in neither list tells it in other words, or in part. "Not found" is all that
is said: a short report cannot hold what a long one does.
"""


SHOWN = 5
"""Passages of each event that the plain text shows; the other forms have all of them."""


def arguments(parser: ArgumentParser) -> None:
    add_event_arguments(parser)
    parser.add_argument("--all", action="store_true", help=f"in plain text every passage, not the {SHOWN} weightiest")


def run(options: Namespace) -> int:
    answer, intake = output("gaps", options), Intake(options.paths)
    found = [one for one in dossiers(options, intake) if len(one.members) > 1]
    if answer.mode in ("markdown", "csv"):
        return tell(answer, intake, found, lines.missing, partial(telling.only, shown=None))
    for one in found:
        every = gaps(one)
        few = answer.mode == "text" and not options.all
        shown = weightiest(every, SHOWN) if few else every
        for gap in shown:
            answer.record(event_records.gap(one, gap), partial(plain_lines, one))
        if few and len(every) > len(shown):
            answer.line(f"{len(every) - len(shown)} more of less weight in “{one.event.title}”: --all")
    return finish_reading(answer, intake, answer.count > 0)


def plain_lines(dossier: Dossier, record: Record) -> Iterator[str]:
    """`file:paragraph: only 0.62 words · not found in Outlet`; `some` where more than one source tells it."""
    names = {member.article.id: dossier.name(place) for place, member in enumerate(dossier.members)}
    missing = ", ".join(names[id] for id in record["missing_in"])
    kind = "only" if record["alone"] else "some"
    words = " ".join(span["text"] for span in record["spans"])
    yield f"{plain.place(record, record['spans'][0])}: {kind} {record['weight']:.2f} {words} · not found in {missing}"
