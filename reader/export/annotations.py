"""The user's notes as W3C Web Annotations (JSON-LD), as other annotation tools read them.

https://www.w3.org/TR/annotation-model/: the passage as a TextQuoteSelector and a TextPositionSelector, the note as a
TextualBody, tags with the purpose "tagging", the status with the purpose "classifying".
"""

from typing import Any

from reader.export.dossier import Dossier
from reader.export.json_text import as_json
from reader.model import Note, Target

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def render(dossier: Dossier) -> str:
    """An AnnotationPage with every note, indented, with a newline at its end."""
    addresses = {member.article.id: member.article.url for member in dossier.members}
    page = {
        "@context": CONTEXT,
        "id": f"urn:reader:event:{dossier.event.id}:notes",
        "type": "AnnotationPage",
        "items": [_annotation(own.note, addresses) for own in dossier.notes],
    }
    return as_json(page, indent=1) + "\n"


def _annotation(note: Note, addresses: dict[str, str | None]) -> dict[str, Any]:
    bodies: list[dict[str, str]] = []
    if note.body:
        bodies.append({"type": "TextualBody", "purpose": note.motivation, "format": "text/plain", "value": note.body})
    bodies.append({"type": "TextualBody", "purpose": "classifying", "value": note.status})
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in note.tags]
    return {
        "id": f"urn:reader:note:{note.id}",
        "type": "Annotation",
        "motivation": note.motivation,
        "created": note.created,
        "modified": note.modified,
        "body": bodies,
        "target": [_target(target, addresses.get(target.article)) for target in note.targets],
    }


def _target(target: Target, url: str | None) -> dict[str, Any]:
    found: dict[str, Any] = {"source": url or f"urn:reader:article:{target.article}"}
    selectors: list[dict[str, Any]] = []
    if target.exact:
        quote = {"type": "TextQuoteSelector", "exact": target.exact}
        context = {"prefix": target.prefix, "suffix": target.suffix}
        selectors.append({**quote, **{name: words for name, words in context.items() if words}})
    if target.start is not None and target.end is not None:
        selectors.append({"type": "TextPositionSelector", "start": target.start, "end": target.end})
    if selectors:
        found["selector"] = selectors
    return found
