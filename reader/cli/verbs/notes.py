"""notes: what you have written, and where its passages stand in the articles as they are now."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence

from reader.cli.answer import finish, output
from reader.cli.intake import Intake
from reader.cli.options import add_form, add_paths, add_settings
from reader.cli.output import Record
from reader.cli.place import Place, find
from reader.export import records
from reader.model import Anchor, Article, Problem, Target
from reader.model.note import AnchorState
from reader.notes import NoteStore, StoredNote, anchor

EXAMPLES = """\
examples:
  reader notes                       every note on the articles here
  reader notes | grep ' orphan '     those whose passage is not there any more
  reader notes ~/news --status open --json
"""

WORST: tuple[AnchorState, ...] = ("orphan", "moved", "exact")
STATUSES = ("open", "confirmed", "disputed", "false")


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser, optional=True)
    add_settings(parser)
    add_form(parser)
    parser.add_argument("--status", choices=STATUSES, help="only the notes with this status")
    parser.add_argument("--tag", help="only the notes with this tag")


def run(options: Namespace) -> int:
    place, answer = find(options, options.paths), output("notes", options)
    found, problems = placed(place)
    for one in found:
        if options.status in (None, one["status"]) and (options.tag is None or options.tag in one["tags"]):
            answer.record(one, lines)
    return finish(answer, [*place.problems, *problems], answer.count > 0, True)


def placed(place: Place) -> tuple[list[Record], list[Problem]]:
    """All notes as records, and what is wrong in their files and in the articles that were read for them."""
    store = NoteStore(place.notes)
    stored = store.all()
    intake = Intake([str(path) for path in place.articles.paths])
    articles = _articles(intake, {target.article for one in stored for target in one.note.targets})
    return [record(one, articles) for one in stored], [*store.problems(), *intake.problems]


def _articles(intake: Iterable[Article], wanted: set[str]) -> dict[str, Article]:
    """The articles that have notes; reading ends when all have been found."""
    found: dict[str, Article] = {}
    if wanted:
        for article in intake:
            if article.id in wanted:
                found[article.id] = article
                if len(found) == len(wanted):
                    break
    return found


def record(stored: StoredNote, articles: dict[str, Article]) -> Record:
    """A note as it is stored, and the place of each of its passages; the anchor of the whole is that of the worst."""
    note, info = stored.note, stored.article
    anchors = [_anchor(target, articles) for target in note.targets]
    return {
        "id": note.id,
        "created": note.created,
        "modified": note.modified,
        "motivation": note.motivation,
        "status": note.status,
        "tags": list(note.tags),
        "article": {"id": info.id, "title": info.title, "source": info.source, "url": info.url, "file": info.file},
        "targets": [
            {**_target(target), **_placed(one, articles.get(target.article))}
            for target, one in zip(note.targets, anchors, strict=True)
        ],
        "body": note.body,
        "anchor": _worst(anchors),
        "file": str(stored.file),
        "line": stored.line,
    }


def _anchor(target: Target, articles: dict[str, Article]) -> Anchor:
    article = articles.get(target.article)
    return anchor(target, article) if article else Anchor("orphan", 0.0, None)


def _target(target: Target) -> Record:
    return {
        "article": target.article,
        "exact": target.exact,
        "prefix": target.prefix,
        "suffix": target.suffix,
        "start": target.start,
        "end": target.end,
    }


def _placed(found: Anchor, article: Article | None) -> Record:
    span = records.maybe_span(article, found.span) if article else None
    return {"anchor": {"state": found.state, "score": records.score(found.score)}, "span": span}


def _worst(anchors: Sequence[Anchor]) -> Record:
    """The least certain of several anchors; a note without a passage has lost nothing."""
    worst = min(anchors, key=lambda one: (WORST.index(one.state), one.score), default=Anchor("exact", 1.0, None))
    return {"state": worst.state, "score": records.score(worst.score)}


def lines(record: Record) -> Iterator[str]:
    """`file:line: status state score “passage” body`, in one line."""
    passages = " | ".join(f"“{target['exact']}”" for target in record["targets"] if target["exact"])
    tags = "".join(f" #{tag}" for tag in record["tags"])
    anchor = f"{record['anchor']['state']} {record['anchor']['score']:.2f}"
    where = f"{record['file']}:{record['line']}" if record["line"] else record["file"]
    yield f"{where}: {record['status']} {anchor}{tags} {passages}: {record['body']}"
