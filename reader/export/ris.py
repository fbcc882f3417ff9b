"""The sources as RIS, the older form that every reference manager reads."""

from collections.abc import Iterator

from reader.export.bylines import authors
from reader.export.dossier import Dossier
from reader.export.labels import name_of
from reader.model import Article
from reader.text.clean import printable


def render(dossier: Dossier) -> str:
    """One record for each article; lines end with CR LF, as the format wants it."""
    return "".join(f"{line}\r\n" for member in dossier.members for line in record(member.article))


def record(article: Article) -> Iterator[str]:
    """The lines of one article."""
    for tag, value in _fields(article):
        words = " ".join(printable(value).split())
        if words or tag == "ER":
            yield f"{tag}  - {words}"
    yield ""


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", article.id
    yield "TI", article.title or article.label
    for author in authors(article.author):
        yield "AU", f"{author.family}, {author.given}" if author.given else author.family
    yield "T2", name_of(article)
    if article.published:
        day = article.published[:10].split("-")
        yield "PY", day[0]
        yield "DA", "/".join((*day, "", "", "")[:3]) + "/"
    yield "CY", article.place or ""
    yield "DB", article.agency or ""
    yield "UR", article.url or ""
    yield "ER", ""
