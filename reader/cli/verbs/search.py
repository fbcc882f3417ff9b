"""search: full text over the articles, through the same catalogue as the screen."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from reader.cli.answer import finish, output
from reader.cli.catalogue import place_of, up_to_date
from reader.cli.options import add_form, add_paths, add_settings
from reader.cli.output import Record
from reader.cli.place import Place
from reader.cli.usage import UsageError
from reader.export import records
from reader.library import Library
from reader.model import Problem
from reader.search import Hit, Personal, Results, find, snippet, spans_in_text
from reader.text.cells import cell_width
from reader.text.clean import printable

EXAMPLES = """\
examples:
  reader search ferry                      the newest articles with the word, here
  reader search '"ran aground" sele' ~/news
  reader search 'speaker:brun quote:harbour date:>7d' --jsonl | jq -r .file
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "query", metavar="QUERY", help='words, "phrases", pre*, fields such as speaker: and date:, OR, -, brackets'
    )
    add_paths(parser, optional=True)
    add_settings(parser)
    add_form(parser)
    parser.add_argument("--limit", type=int, default=200, metavar="N", help="at most N hits (default: 200)")


def run(options: Namespace) -> int:
    place, answer = place_of(options), output("search", options)
    with up_to_date(place) as (library, problems):
        own, unread = _personal(place, options.query)
        problems.extend(unread)
        results = find(library, options.query, limit=max(0, options.limit), typing=False, personal=own)
        if results.problem is not None:
            if results.problem.column is not None:
                raise UsageError(str(results.problem), below=_pointed(options.query, results.problem.column))
            problems.append(results.problem)
        for hit in results.hits:
            answer.record(record(library, results, hit), lines)
        read = library.count().articles > 0
    return finish(answer, [*place.problems, *problems], bool(results.hits), read)


def _pointed(query: str, column: int) -> tuple[str, str]:
    """The query, and a caret under the column."""
    before, after = (printable(part).replace("\n", " ").replace("\t", " ") for part in _cut(query, column - 1))
    return f"  {before}{after}", f"  {' ' * cell_width(before)}^"


def _cut(text: str, at: int) -> tuple[str, str]:
    return text[:at], text[at:]


def _personal(place: Place, query: str) -> tuple[Personal, tuple[Problem, ...]]:
    """What the user has read, starred, tagged and noted, as the screen knows it."""
    from reader.notes import NoteStore
    from reader.session import memory
    from reader.session.personal import personal

    remembered, problems = memory.load(place.paths.state / "memory.json")
    return personal(remembered, NoteStore(place.notes), query), problems


def record(library: Library, results: Results, bare: Hit) -> Record:
    """A hit with its snippet, and with the places of the query's words in the article's text."""
    hit, article = snippet(library, results, bare), library.article(bare.key)
    return {
        "article": article.id,
        "score": records.score(hit.score),
        "field": hit.field,
        "snippet": hit.snippet,
        "spans": records.spans(article, spans_in_text(article.text, results.terms)),
        "via": hit.via,
        "in_snippet": [list(span) for span in hit.spans],
        **{name: value for name, value in records.brief(article).items() if name != "id"},
    }


def lines(record: Record) -> Iterator[str]:
    """`file:paragraph: title: snippet`."""
    where = f"{record['file']}:{record['spans'][0]['paragraph'] + 1}" if record["spans"] else record["file"]
    yield f"{where}: {record['title'] or '(no title)'}: {record['snippet']}"
