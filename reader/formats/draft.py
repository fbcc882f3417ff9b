"""An article in the making: fields found so far, and where each was found."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model import Article, Origin, Problem
from reader.text.paragraphs import layout

_ID_BYTES = 8


@dataclass(slots=True)
class Draft:
    """Collects what a format and the recognisers find; the first statement of a field wins."""

    file: str
    fields: dict[str, str] = field(default_factory=dict)
    origins: list[Origin] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    paragraphs: Sequence[str] = ()
    id: str | None = None

    def state(self, name: str, value: str | None, line: int | None, words: str) -> bool:
        """Set a field unless it is empty or has been stated already; whether it is set now to this."""
        value = value.strip() if value else ""
        if not value or name in self.fields:
            return False
        self.fields[name] = value
        self.origins.append(Origin(name, line, words.strip()))
        return True

    def get(self, name: str) -> str | None:
        """The value of a field stated so far."""
        return self.fields.get(name)

    def notice(self, message: str, line: int | None = None, hint: str = "") -> None:
        """Note something that the user should know about how the file was read."""
        self.notices.append(Problem(self.file, line, message, hint, "notice"))

    def finish(self) -> Article:
        """The article."""
        text, spans = layout(self.paragraphs)
        get = self.fields.get
        return Article(
            id=self.id or content_id(self.file, text, get("title"), get("url") or get("source")),
            file=self.file,
            text=text,
            paragraphs=spans,
            title=get("title"),
            source=get("source"),
            published=get("published"),
            dateline=get("dateline"),
            place=get("place"),
            author=get("author"),
            agency=get("agency"),
            url=get("url"),
            captions=tuple(self.captions),
            leftovers=tuple(self.leftovers),
            tags=tuple(self.tags),
            origins=tuple(self.origins),
            notices=tuple(self.notices),
        )


def content_id(file: str, text: str, title: str | None, where: str | None) -> str:
    """Sixteen hexadecimal digits made from title, body and where it appeared.

    Encoding, newlines, wrapping, Unicode normal form and the file's name make no difference. Where it appeared
    (URL or, without
    one, source) counts because two outlets that run the same agency copy have published two articles. Only an
    article without a
    body is told apart by its file's name.
    """
    from hashlib import blake2b

    words = " ".join(text.split())
    parts = (title or "", words or file, where or "")
    content = unicodedata.normalize("NFC", "\0".join(parts))
    return blake2b(content.encode("utf-8", "replace"), digest_size=_ID_BYTES).hexdigest()
