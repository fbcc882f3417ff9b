"""A URL in a text, also one that has been broken over several lines."""

import re
from typing import NamedTuple

from reader.formats.page import Page
from reader.text.regex import regex

_URL = regex(r"(?:https?://|www\.)[^\s<>\"“”\[\]]{3,2000}", re.IGNORECASE)
_LINK = regex(
    r"\[[^\[\]]{0,500}\]\(\s*(https?://[^\s()]{3,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,500})?)\s*(?:\"[^\"]{0,300}\")?\)"
)
_TOKEN = regex(r"<?([\w\-._~/?#@!$&'*+,;=%:()]{1,500})>?$")
_NATURAL_END = regex(r"(?:\.(?:html?|php|aspx?|cms|stm|shtml|amp|ece)|/)$", re.IGNORECASE)
_FILE = regex(r"\.(?:html?|php|aspx?|cms|stm|shtml|ece)$", re.IGNORECASE)
_MOST_PIECES = 5


class Found(NamedTuple):
    """A URL and the lines that it stands on."""

    url: str
    lines: tuple[int, ...]


def _continues(url: str, piece: str, *, open_bracket: bool) -> bool:
    """Whether a lone token on the next line is the rest of a broken URL, and not a word of the text."""
    if open_bracket:
        return True
    if piece[0] in "?&=#%":
        return True
    if _NATURAL_END.search(url) and not url.endswith("/"):
        return False
    if _FILE.search(piece):
        return True
    joints = len(re.findall(r"[-_=%&?/]", piece.strip("-/")))
    digits = any(character.isdigit() for character in piece)
    if url[-1] in "-_=&%" or (url[-1] == "/" and piece.endswith((".html", ".htm", "/"))):
        return bool(joints or digits or piece.endswith((".html", ".htm", "/")))
    return joints >= 2 or (joints >= 1 and digits)


def url_at(page: Page, index: int) -> Found | None:
    """The URL on the line at `index`, joined with its rest on the next lines, if it ends that line."""
    line = page.lines[index]
    if link := _LINK.search(line):
        return Found(link[1], (index,))
    match = _URL.search(line)
    if not match:
        return None
    start, tail = match.start(), line[match.end() :]
    open_bracket = line[:start].endswith("<") and ">" not in tail
    url = match[0]
    used = [index]
    pieces = tail.strip("<> ").split()
    while len(used) <= _MOST_PIECES:
        if not pieces:
            below = _next(page, used[-1])
            if below is None:
                break
            pieces = page.lines[below].split()
            if len(pieces) != 1:
                break
            used.append(below)
        token = _TOKEN.match(pieces[0])
        if (
            len(pieces) > 1
            or not token
            or "://" in pieces[0]
            or not _continues(url, token[1], open_bracket=open_bracket)
        ):
            used = used[:-1] if len(used) > 1 else used
            break
        open_bracket = open_bracket and not pieces[0].endswith(">")
        url, pieces = url + token[1], []
    return Found(_trimmed(url), tuple(used))


def _next(page: Page, index: int) -> int | None:
    """The next filled line, at most one blank line further down."""
    for below in (index + 1, index + 2):
        if below < len(page.lines) and page.lines[below]:
            return below
    return None


def _trimmed(url: str) -> str:
    url = url.rstrip(".,;:!'*_>")
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1]
    return f"https://{url}" if url.startswith("www.") else url


def is_url(text: str) -> bool:
    """Whether `text` is a URL and nothing else."""
    return bool(_URL.fullmatch(text.strip())) or bool(re.fullmatch(r"https?://\S+", text.strip()))
