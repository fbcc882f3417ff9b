"""The many spellings of one field: keys of front matter, of JSON Lines and of exports, and what their values say."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reader.formats.dates import parse
from reader.formats.draft import Draft
from reader.formats.outlets import agency_named, is_host
from reader.formats.urls import is_url
from reader.text.clean import printable
from reader.text.markup import resolve
from reader.text.regex import regex

_SPELLINGS = {
    "title": "title headline fulltitle ogtitle articletitle documenttitle name heading",
    "url": "url link permalink sourceurl canonicalurl originalurl articleurl weburl canonical uri externalurl "
    "href shareurl webpage",
    "source": "source outlet publisher site sitename publication newspaper sourcename provider feed feedtitle "
    "domain sourcedomain media "
    "medianame website ogsitename publicationname sourcetitle",
    "author": "author authors byline creator dccreator writer writers by reporter reporters",
    "published": "published date pubdate publishedat publisheddate datepublished publicationdate publishdate "
    "firstpublished issued "
    "timestamp publishedtime articlepublishedtime publishedon dcdate ogpublished pubtime time datetime "
    "publishedtimestamp",
    "updated": "updated modified datemodified lastmodified updatedat modifiedat lastupdated",
    "dateline": "dateline",
    "place": "place",
    "agency": "agency newsagency wire wireservice",
    "tags": "tags keywords tag",
    "description": "description summary abstract excerpt",
    "text": "text body content articlebody article fulltext maintext bodytext story contenttext textcontent "
    "plaintext cleanedtext rawtext html "
    "contenthtml bodyhtml markdown articletext",
    "id": "id articleid uuid guid docid uid documentid",
}
FIELD_OF = {spelling: field for field, spellings in _SPELLINGS.items() for spelling in spellings.split()}
_NOT_A_VALUE = frozenset({"", "null", "none", "~", "n/a", "nan", "unknown", "undefined", "[]", "{}"})
_BY = regex(r"^by\s+", re.IGNORECASE)
_MARKS = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_QUOTATION_MARK = regex(r"[\"“”]|(?<!\w)['‘’]|['‘’](?!\w)")
_LETTERS = regex(r"[^a-z]")


@lru_cache(1024)
def field_of(key: str) -> str | None:
    """The field that a key means: `datePublished`, `date_published` and `Date published` are one."""
    return FIELD_OF.get(_LETTERS.sub("", key.casefold()))


def unquoted(text: str) -> str:
    """`text` without quotation marks around the whole of it; marks around a part of it stay."""
    inner = text[1:-1]
    if len(text) < 3 or text[0] not in "\"'“‘" or _MARKS.get(text[0]) != text[-1]:
        return text
    return text if _QUOTATION_MARK.search(inner) else inner.strip()


def plain(value: object) -> str:
    """A value as one safe line: the name of an object, an empty string for what says nothing."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("url") or value.get("$oid") or ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = unquoted(" ".join(resolve(printable(value)).split())) if isinstance(value, str) else str(value)
    return "" if text.casefold() in _NOT_A_VALUE else text


def several(value: object) -> list[str]:
    """The values of a list, a list of lists (an unquoted `[[link]]` of YAML) or a single one."""
    if isinstance(value, list | tuple):
        return [
            text
            for item in value[:100]
            for text in (several(item) if isinstance(item, list) else [plain(item)])
            if text
        ]
    text = plain(value)
    return [text] if text else []


def state_fields(draft: Draft, values: Iterable[tuple[str, object, int | None, str]]) -> None:
    """State what `(field, value, line, words)` say. A URL in `source` is the URL; an update date is used only for
    want of another."""
    late: list[tuple[str, str, int | None, str]] = []
    for name, value, line, words in values:
        if name == "tags":
            found = several(value)
            parts = found[0].split(",") if len(found) == 1 else found
            draft.tags.extend(tag.strip().lstrip("#") for tag in parts if tag.strip())
        elif name in ("published", "updated"):
            stated = plain(value)
            stamp = parse(stated) if stated else None
            if stamp and name == "published":
                draft.state("published", stamp, line, words)
            elif stamp:
                late.append(("published", stamp, line, words))
            elif stated and name == "published":
                draft.notice(f"the date {stated[:60]!r} cannot be read", line)
        elif name == "author":
            _state_author(draft, several(value), line, words)
        elif name in ("source", "url"):
            _state_place(
                draft, name, plain(value if not isinstance(value, list) else (several(value) or [""])[0]), line, words
            )
        elif name in ("title", "dateline", "place", "agency"):
            draft.state(name, plain(value), line, words)
    for name, stamp, line, words in late:
        draft.state(name, stamp, line, words)


def _state_author(draft: Draft, names: list[str], line: int | None, words: str) -> None:
    people = [_BY.sub("", name) for name in names if not is_url(name)]
    agencies = [known for name in people if (known := agency_named(name))]
    draft.state("author", ", ".join(name for name in people if not agency_named(name)), line, words)
    draft.state("agency", ", ".join(agencies), line, words)


def _state_place(draft: Draft, name: str, value: str, line: int | None, words: str) -> None:
    if is_url(value):
        draft.state("url", value if "://" in value else f"https://{value}", line, words)
    elif name == "source" or is_host(value):
        draft.state("source", value, line, words)
