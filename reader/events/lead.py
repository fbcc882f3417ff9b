"""The part of an article by which it is grouped: headline and first words, small enough to store by the million.

The lead says what happened; the rest is background that many reports share without sharing the event.
"""

import re
from collections import Counter
from typing import NamedTuple

from reader.analysis.vocabulary import word_set
from reader.events.fingerprint import fingerprint
from reader.events.terms import stems
from reader.model import Article

WORDS = 200
"""Words of the body that count."""

_TITLE_COUNTS = 3
"""A word of the headline counts as often as this many in the body."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://(?:www\.)?([^/?#:]+)", re.I)
_END = re.compile(rf"(?:\S+\s+){{{WORDS}}}")


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
    head = _END.match(article.text[: WORDS * 40])
    end = head.end() if head else min(len(article.text), WORDS * 40)
    found = Counter(stems(article.text, end))
    if article.title:
        for stem in stems(article.title):
            found[stem] += _TITLE_COUNTS
    distinct = tuple(sorted(found))
    host = _HOST.match(article.url or "")
    return Lead(
        id=article.id,
        date=article.published[:10] if article.published and _DAY.match(article.published) else None,
        title=article.label,
        source=article.source,
        host=host.group(1).lower() if host else None,
        stems=distinct,
        counts=bytes(min(255, found[stem]) for stem in distinct),
        names=_names(article, end),
        figures=tuple(stem for stem in distinct if stem[0].isdigit()),
        place=article.place,
        agency=article.agency,
        fingerprint=fingerprint(article.text),
    )


_NAME = re.compile(
    r"(?<![.!?:”\"'’“]\s)(?<!^)(?<!\n)\b[^\W\d_a-z][\w’'-]*"
    r"(?:\s(?:(?:al|bin|de|del|der|di|of|van|von)\s)?[^\W\d_a-z][\w’'-]+)*"
)
_POSSESSIVE = re.compile(r"['’]s?$")


def _names(article: Article, end: int) -> tuple[str, ...]:
    """Runs of capitalised words inside sentences, with a guess at nothing else; at most twelve."""
    found: Counter[str] = Counter()
    for match in _NAME.finditer(article.text, 0, end):
        name = _POSSESSIVE.sub("", match.group())
        if len(name) > 2 and name.casefold() not in _NO_NAMES:
            found[name] += 1
    return tuple(name for name, _ in found.most_common(12))


_NO_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december mr mrs ms dr the
    """
)
