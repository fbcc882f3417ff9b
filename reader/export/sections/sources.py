"""Which reports there are, how each is headed, how it begins, and which of them share a text."""

from collections.abc import Iterator

from reader.export.dossier import Dossier
from reader.export.page import Block, Code, Heading, Inline, Items, Link, Paragraph, Run, Strong, Target, listed, quoted
from reader.model import Article

SHARED = 0.15
"""Part of a text, in runs of five and more words, from which two texts are named as sharing copy."""


def sources(dossier: Dossier) -> Iterator[Block]:
    """The reports: outlet, agency, date, author, headline with its address, file."""
    yield Heading(2, ("Sources",))
    yield Items(tuple(_source(dossier, number) for number in range(len(dossier.members))))


def legend(dossier: Dossier) -> Iterator[Block]:
    """What the labels stand for, in one line each."""
    yield Items(tuple(_source(dossier, number, brief=True) for number in range(len(dossier.members))))


def _source(dossier: Dossier, number: int, brief: bool = False) -> Run:
    article = dossier.members[number].article
    name = dossier.name(number)
    stated = [
        "" if name == dossier.labels[number] else name,
        day(article),
        f"by {article.author}" if article.author and not brief else "",
    ]
    if article.agency and article.agency != article.source:
        stated.insert(1, f"with {article.agency}")
    parts: list[Inline] = [Target(dossier.labels[number]), ", ".join(part for part in stated if part) + "."]
    title = article.title or "(no headline)"
    parts.append(Link(title, article.url) if article.url and not brief else title)
    if not brief:
        parts += ["·", Code(article.file)]
    return listed(*parts)


def day(article: Article) -> str:
    """The day of publication, or that none is stated."""
    return (article.published or "no date")[:10]


def headlines(dossier: Dossier) -> Iterator[Block]:
    """Headlines and first paragraphs, one under the other."""
    yield Heading(2, ("Headlines and beginnings",))
    items = []
    for number, (article, _) in enumerate(dossier.members):
        run: list[Inline] = [Strong(article.title or "(no headline)")]
        if article.paragraphs:
            first = article.paragraphs[0]
            run += [quoted(dossier.words(number, first)), dossier.ref(number, first)]
        else:
            run.append(dossier.ref(number))
        items.append(listed(*run))
    yield Items(tuple(items))


def shared(dossier: Dossier) -> Iterator[Block]:
    """Which texts are one agency's, or stand in each other word for word."""
    count, items = len(dossier.members), []
    for one in range(count):
        for other in range(one + 1, count):
            found = dossier.compared(one, other).shared_copy
            if max(found.share_a, found.share_b) < SHARED:
                continue
            agency = f"; credited: {found.agency}" if found.agency else ""
            said = f"{found.share_a:.0%} of the first stands in the second word for word, {found.share_b:.0%} of the "
            said += f"second in the first{agency}"
            items.append(listed(dossier.ref(one), dossier.ref(other), said))
    if items:
        yield Heading(2, ("Shared copy",))
        yield Paragraph(("Runs of five and more words in a row.",))
        yield Items(tuple(items))
