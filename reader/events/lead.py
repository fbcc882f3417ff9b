"""The part of an article by which it is grouped: headline and first words, small enough to store by the million.

The lead says what happened; the rest is background that many reports share without sharing the event.
"""

import re
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from reader.analysis.vocabulary import word_set
from reader.events.fingerprint import fingerprint
from reader.events.frequency import FUNCTION_WORDS
from reader.events.furniture import is_furniture
from reader.events.terms import stems
from reader.model import Article

WORDS = 200
"""Words of the body that count."""

_TITLE_COUNTS = 3
"""A word of the headline counts as often as this many in the body."""

_LISTED = 40
"""Words from which a paragraph is looked at whether it is a list."""

_SMALL = 0.1
"""Part of the words of a paragraph that are small ones (the, of, has) from which it is not a list."""

_FEWEST = 20
"""Words to which a lead may shrink by leaving lists out."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://(?:www\.)?([^/?#:]+)", re.I)


class Lead(NamedTuple):
    """What grouping needs to know of an article."""

    id: str
    date: str | None
    """ISO day of publication; None where the day is not known."""
    title: str
    """The headline, else the first words in parentheses."""
    source: str | None
    host: str | None
    """Host of the URL, without `www.`."""
    stems: tuple[str, ...]
    """Distinct terms of headline and lead, sorted."""
    counts: bytes
    """How often each occurs, in the order of `stems`."""
    names: tuple[str, ...]
    """Names as they are written, most frequent first."""
    figures: tuple[str, ...]
    """Numbers of the lead, as digits."""
    place: str | None = None
    """The place that the dateline names."""
    agency: str | None = None
    """The wire service credited with the text."""
    fingerprint: bytes = b""
    """Checksums of the sentences of the text, by which copies are known; see `reader.events.fingerprint`."""


def lead(article: Article) -> Lead:
    """Headline and about the first 200 words of the article, reduced; linear in that part alone."""
    told = _told(article.text)
    words = stems(told)
    if article.title:
        words.extend(stems(article.title) * _TITLE_COUNTS)
    found = Counter(words)
    distinct = tuple(sorted(found))
    counts = list(map(found.__getitem__, distinct))
    host = _HOST.match(article.url or "")
    return Lead(
        id=article.id,
        date=article.published[:10] if article.published and _DAY.match(article.published) else None,
        title=article.label,
        source=article.source,
        host=host.group(1).lower() if host else None,
        stems=distinct,
        counts=bytes(counts if max(counts, default=0) < 256 else [min(255, count) for count in counts]),
        names=_names(told),
        figures=tuple([stem for stem in distinct if stem[0].isdigit()]),
        place=article.place,
        agency=article.agency,
        fingerprint=fingerprint(article.text),
    )


def _told(text: str) -> str:
    """The first words of a text that tell something: without what belongs to the page, such as menus and appeals."""
    kept: list[str] = []
    lists: list[str] = []
    size = 0
    for line in text[: WORDS * 40].split("\n"):
        words, small = line.split(), line.lower().split()
        if not words or is_furniture(line, small):
            continue
        if _is_list(small):
            lists.append(line)
            continue
        kept.append(line if size + len(words) <= WORDS else " ".join(words[: WORDS - size]))
        size += len(words)
        if size >= WORDS:
            break
    if size < _FEWEST:  # another language than the one whose small words are known, or nothing but a list
        kept.extend(" ".join(line.split()[:WORDS]) for line in lists[:1])
    return "\n".join(kept)


def _is_list(words: Sequence[str]) -> bool:
    """Whether so many words, in lower case, in one paragraph are no sentences: those cannot do without small words."""
    return len(words) >= _LISTED and sum(map(FUNCTION_WORDS.__contains__, words)) < _SMALL * len(words)


_NAME = re.compile(
    # What must not stand before the first letter is looked for behind it: a search for a set of letters is a fast one.
    r"[^\W\d_a-z](?<![.!?:”\"'’“]\s.)(?<!^.)(?<!\n.)(?<=\b.)[\w’'-]*"
    r"(?:\s(?:(?:al|bin|de|del|der|di|of|van|von)\s)?[^\W\d_a-z][\w’'-]+)*"
)
_POSSESSIVE = re.compile(r"['’]s?$")


def _names(told: str) -> tuple[str, ...]:
    """Runs of capitalised words inside sentences, with a guess at nothing else; at most twelve."""
    found: dict[str, int] = {}
    for name in _NAME.findall(told):
        if "’" in name or "'" in name:
            name = _POSSESSIVE.sub("", name)
        if len(name) > 2 and name.casefold() not in _NO_NAMES:
            found[name] = found.get(name, 0) + 1
    return tuple([name for name, _ in sorted(found.items(), key=itemgetter(1), reverse=True)[:12]])


_NO_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december mr mrs ms dr the
    """
)
