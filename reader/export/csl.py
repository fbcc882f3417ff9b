"""The sources as CSL-JSON, which reference managers and citation processors read."""

from typing import Any

from reader.export.bylines import authors
from reader.export.dossier import Dossier
from reader.export.json_text import as_json
from reader.export.labels import name_of
from reader.model import Article


def render(dossier: Dossier) -> str:
    """A list of items, one for each article, indented, with a newline at its end."""
    items = [item(member.article, label) for member, label in zip(dossier.members, dossier.labels, strict=True)]
    return as_json(items, indent=1) + "\n"


def item(article: Article, label: str) -> dict[str, Any]:
    """An article as a newspaper article; fields that it does not state are left out."""
    found: dict[str, Any] = {
        "id": f"{label}-{article.id}",
        "type": "article-newspaper",
        "title": article.title or article.label,
        "container-title": name_of(article),
        "citation-label": label,
    }
    if article.author:
        found["author"] = [
            {"family": one.family, "given": one.given} if one.given else {"literal": one.family}
            for one in authors(article.author)
        ]
    if article.published:
        found["issued"] = {"date-parts": [[int(part) for part in article.published[:10].split("-")]]}
    if article.place:
        found["publisher-place"] = article.place
    if article.agency:
        found["source"] = article.agency
    if article.url:
        found["URL"] = article.url
    return found
