"""Who published: hosts to the names of outlets, and the names under which wire services sign.

The two tables are data of the project's own (`outlets.tsv`, `agencies.tsv`), written from general knowledge.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from reader.text.regex import regex

_HOST = regex(r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z]{2,24}", re.IGNORECASE)
_OUTLET_WORDS = frozenset(
    """
    advertiser agency argus beacon broadcasting bulletin business chronicle courier daily dispatch echo enquirer
    examiner express gazette globe guardian herald independent inquirer intelligencer journal lantern leader ledger
    magazine mail mercury messenger mirror monitor news newspaper newswire observer online packet post press radio
    record recorder register report reporter review row sentinel standard star statesman sun telegraph television
    time times today tribune tv voice weekly wire world
    """.split()  # noqa: SIM905 - a list would take a line for each word
)
"""What outlets call themselves, as the last word of the name."""
_JOINING = frozenset({"and", "of", "the", "&", "for", "in", "on"})
_IGNORED_LABELS = ("www.", "m.", "amp.", "mobile.", "edition.")


def _rows(name: str) -> Iterator[list[str]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _outlets() -> dict[str, str]:
    return {host.casefold(): name for host, name in _rows("outlets.tsv")}


@cache
def _outlet_names() -> dict[str, str]:
    return {_key(name): name for name in _outlets().values()}


@cache
def _agencies() -> dict[str, str]:
    return {_key(spelling): row[0] for row in _rows("agencies.tsv") for spelling in row}


@cache
def _agency_pattern() -> re.Pattern[str]:
    spellings = sorted((spelling for row in _rows("agencies.tsv") for spelling in row), key=len, reverse=True)
    return regex(rf"(?<![\w-])(?:{'|'.join(map(re.escape, spellings))})(?![\w-])")


def _key(name: str) -> str:
    return re.sub(r"^the\s+", "", " ".join(name.casefold().split()))


def host_of(url: str) -> str | None:
    """The host of a URL without `www.` and port; None where there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    if not host or not _HOST.fullmatch(host):
        return None
    for label in _IGNORED_LABELS:
        host = host.removeprefix(label)
    return host


def is_host(text: str) -> bool:
    """Whether `text` is a bare host such as `news.example.com`."""
    return bool(_HOST.fullmatch(text)) and text[-1].isalpha() and " " not in text


def outlet_of_host(host: str) -> str | None:
    """The outlet's name for a host or one of its subdomains; None where the table has none."""
    table = _outlets()
    labels = host.casefold().split(".")
    for index in range(len(labels) - 1):
        name = table.get(".".join(labels[index:]))
        if name:
            return name
    return None


def outlet_named(text: str) -> str | None:
    """The table's spelling of an outlet's name, "The" or not; None where it is none that the table knows."""
    return _outlet_names().get(_key(text)) if len(text) < 60 else None


def sounds_like_outlet(text: str) -> bool:
    """Whether a name is put together as those of outlets are: `Northern Wire`, `The Linn and Tarn Voice`."""
    words = text.split()
    if not 2 <= len(words) <= 7 or words[-1].casefold() not in _OUTLET_WORDS:
        return False
    return all(word[0].isupper() or word in _JOINING for word in words)


def agency_named(text: str) -> str | None:
    """The usual name of the wire service that `text` names as a whole; None for anything else."""
    return _agencies().get(_key(text)) if len(text) < 60 else None


def agencies_in(text: str) -> list[str]:
    """The wire services named in `text`, in order, each once."""
    found = (_agencies()[_key(match[0])] for match in _agency_pattern().finditer(text[:1000]))
    return list(dict.fromkeys(found))
