"""The name of the outlet where a page carries it without a label: above the headline, in its copyright line, its host.

A name alone proves little (`CAPITAL ROW` may be a headline, `Jane Post` a reporter), so it counts only where its form
or another place on the same page bears it out.
"""

import re

from reader.formats.draft import Draft
from reader.formats.headline import heading_of, is_title_like
from reader.formats.outlets import host_of, outlet_named, sounds_like_outlet
from reader.formats.page import Page, bare
from reader.text.regex import regex

_LONGEST = 60
_FOOT = 14
"""Filled lines from the bottom among which a copyright or a URL is looked for."""
_WORD = r"(?:[A-Z][\w’'&-]*|[0-9]{1,4}\b)"
_RIGHTS = regex(
    r"(?i:©|\(c\)|\bcopyright\b)(?i:\s|©|\(c\)|copyright|by\b)*(?:[12][0-9]{3}(?:\s*[-–]\s*[0-9]{2,4})?)?[\s,]*"
    rf"(?:by\s+)?(?P<name>(?:the\s)?{_WORD}(?:\s(?:{_WORD}|(?:of|and|the|de|la|le|del|&)(?=\s))){{0,6}})"
)
_ADDRESS = regex(r"(?:https?://|www\.)[^\s<>()\[\]]{4,300}", re.IGNORECASE)
_SHORT = 3
"""Words; a longer line in capitals is rather a headline than a masthead."""


def rights_holder(line: str) -> str | None:
    """Whom a copyright line names, in the case it is written in."""
    if "©" not in line and "(c)" not in line and "opyright" not in line and "COPYRIGHT" not in line:
        return None
    match = _RIGHTS.search(line)
    return match["name"] if match else None


def letters(text: str) -> str:
    """Letters and digits alone, without "The" at the beginning: what a name shares with its host."""
    return "".join(character for character in text.casefold().removeprefix("the ") if character.isalnum())


def same_outlet(name: str, host: str) -> bool:
    """Whether a host is spelt like the name: `Harbour Gazette`, `www.harbour-gazette.example`."""
    wanted = letters(name)
    return len(wanted) >= 4 and any(
        letters(label).removeprefix("the") == wanted for label in host.rsplit(".", 1)[0].split(".")
    )


def borne_out(page: Page, name: str) -> str | None:
    """The name as the page's own foot spells it in a copyright or has it for its host; None where it does neither."""
    for index in reversed(page.filled()[-_FOOT:]):
        line = page.lines[index]
        holder = rights_holder(line)
        if holder and letters(holder) == letters(name):
            return holder
        address = _ADDRESS.search(line) if "://" in line or "www." in line else None
        host = host_of(address[0]) if address else None
        if host and same_outlet(name, host):
            return name
    return None


def outlet_on(page: Page, name: str) -> str | None:
    """The outlet that `name` is, by the table, by its own words or by what stands elsewhere on the page."""
    known = outlet_named(name)
    if known or not name or len(name) > _LONGEST:
        return known
    return borne_out(page, name) or (name if sounds_like_outlet(name) else None)


def take_masthead(draft: Draft, page: Page, plain: list[int]) -> list[int]:
    """Take the outlet's name off the top, where the headline stands below it; what is left of `plain`."""
    if len(plain) < 2 or not page.lines[plain[0]]:
        return plain
    first, second = plain[0], plain[1]
    line, below = page.lines[first], page.lines[second]
    if len(line) > _LONGEST or line[0] == "#" or line.count(" ") > 7 or line[-1] in ".?!,;:":
        return plain
    name, headline = bare(line), heading_of(below) or bare(below)
    if (
        not name
        or headline.upper() == headline
        or not is_title_like(headline)
        or name.casefold() == headline.casefold()
    ):
        return plain
    capitals = name.upper() == name
    parted = second - first > 1 and any(not page.lines[between] for between in range(first + 1, second))
    dated = parted and any(
        origin.field == "published" and origin.line and page.number(first) < origin.line < page.number(second)
        for origin in draft.origins
    )
    outlet = borne_out(page, name) or (
        name if sounds_like_outlet(name) and (dated or (parted and name[:4].casefold() == "the ")) else None
    )
    if not outlet and not (capitals and dated and name.count(" ") < _SHORT):
        return plain
    if not outlet or not draft.state("source", outlet, page.number(first), line):
        draft.leftovers.append(name)
    page.take(first)
    return plain[1:]
