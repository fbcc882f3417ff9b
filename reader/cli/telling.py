"""The events among the articles that a verb was given, ready to be told of: grouped, analysed, compared on demand."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.cli.answer import finish_reading
from reader.cli.deciding import analysed, decided, grouped
from reader.cli.extracting import chosen
from reader.cli.intake import Intake
from reader.cli.output import Output
from reader.events import lead
from reader.events.across import Member
from reader.export import lines, markdown, table
from reader.export.dossier import Dossier, dossier
from reader.export.page import Block, Heading
from reader.export.sections.sources import legend
from reader.library.decisions.links import links
from reader.model import Event

ALL = "all"
"""Id of the event that all articles are taken for."""
Rows = Callable[[Dossier], Iterable[lines.Line]]
Blocks = Callable[[Dossier], Iterable[Block]]


def dossiers(options: Namespace, intake: Intake) -> list[Dossier]:
    """Each event, newest first, with its articles; with `--one-event` all articles as one."""
    with chosen(options, intake.problems) as extractor:
        found = {article.id: Member(article, one) for article, one in analysed(options, intake, extractor.analyse)}
    if getattr(options, "one_event", False):
        return [together(list(found.values()))] if found else []
    linked = links(decided(options, []).events)
    events = grouped([lead(member.article) for member in found.values()], linked)
    return [dossier(event, [found[id] for id in event.articles]) for event in events]


def together(members: Sequence[Member], id: str = ALL) -> Dossier:
    """Articles taken as reports of one event, whatever they are about."""
    days = sorted(member.article.published[:10] for member in members if member.article.published)
    title = members[0].article.label if members else ""
    ids = tuple(member.article.id for member in members)
    return dossier(Event(id, title, days[0] if days else None, ids), members)


def each_article(blocks: Callable[[Dossier, int], Iterable[Block]], every: Dossier) -> Iterator[Block]:
    """The blocks of each article under its headline."""
    for number, member in enumerate(every.members):
        yield Heading(2, (f"{member.article.label} ", every.ref(number)))
        yield from blocks(every, number)


def tell(answer: Output, intake: Intake, found: Iterable[Dossier], rows: Rows, blocks: Blocks) -> int:
    """The answer as CSV or as Markdown; the exit code."""
    told = False
    if answer.mode == "csv":
        answer.text(table.render((lines.HEADER,)))
    for one in found:
        text = table.render(rows(one)) if answer.mode == "csv" else _page(one, tuple(blocks(one)), told)
        answer.text(text)
        told = told or bool(text)
    return finish_reading(answer, intake, told)


def _page(one: Dossier, blocks: Sequence[Block], more: bool) -> str:
    """An event's blocks under its title and its sources; nothing where there are none."""
    if not blocks:
        return ""
    heading = (Heading(1, (one.event.title,)),) if one.event.id else ()
    return "\n" * more + markdown.render((*heading, *legend(one), *blocks))
