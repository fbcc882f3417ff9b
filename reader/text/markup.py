"""Markdown and HTML remnants inside a line, resolved to the words that they dress.

Files of all kinds carry them: a text saved from a web page has `[passed](#)` and `**bold**` without being Markdown.
Words and
quotation marks stay as written; what is no markup (`5 * 3`, `s**t`, `[sic]`, `snake_case`) stays too.
"""

import re

from reader.text.clean import clean
from reader.text.regex import regex

# Escaped punctuation travels as noncharacters, which cleaned text never holds: there are as many as ASCII
# punctuation marks.
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_HIDE = {ord(mark): chr(0xFDD0 + index) for index, mark in enumerate(_PUNCTUATION)}
_SHOW = {ord(hidden): chr(mark) for mark, hidden in _HIDE.items()}
_ESCAPE = regex(r"\\([!-/:-@\[-`{-~])")

_TARGET = r"(?:<[^<>\n]{0,2000}+>|(?>(?:[^()\s]|\([^()\s]{0,500}+\)){0,2000}))"
_LINK_TITLE = r"(?>(?:\s++(?:\"[^\"\n]{0,500}+\"|'[^'\n]{0,500}+'))?)"
_URL = rf"\(\s*+{_TARGET}{_LINK_TITLE}\s*+\)"
IMAGE = regex(r"!\[([^\[\]]{0,2000}+)\]" + _URL)
_LINK = regex(r"\[([^\[\]]{0,2000}+)\]" + _URL)
_BRACKETED_LINK = regex(r"\[([^\[\]]{0,500}+\[[^\[\]]{0,500}+\][^\[\]]{0,500}+)\]" + _URL)
_REFERENCE = regex(r"\[([^\[\]\n]{1,500}+)\]\[[^\[\]\n]{0,100}+\]")
_FOOTNOTE = regex(r"\[\^[^\[\]\s]{1,40}+\](?!:)")
_EMBED = regex(r"!\[\[[^\[\]\n]{1,300}+\]\]")
_WIKILINK = regex(r"\[\[(?:[^\[\]|\n]{1,300}+\|)?([^\[\]|\n]{1,300}+)\]\]")
_AUTOLINK = regex(r"<((?:https?://|mailto:)[^<>\s]{1,2000}+)>")
_CODE = regex(r"(?<!`)`([^`\n]{1,500}+)`(?!`)")
_TAG = regex(
    r"</?(?:a|abbr|article|aside|b|big|blockquote|br|cite|code|dd|del|details|div|dl|dt|em|figcaption"
    r"|figure|font|footer|h[1-6]|"
    r"header|hr|i|img|ins|li|main|mark|nav|ol|p|picture|pre|q|s|section|small|source|span|strike|strong"
    r"|sub|summary|sup|table|"
    r"tbody|td|th|thead|time|tr|tt|u|ul|video|wbr)(?:\s[^<>]{0,2000}+)?/?>",
    re.IGNORECASE,
)
_COMMENT = regex(r"<!--[^<>]{0,2000}+-->")
_ENTITY = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")

_EMPHASIS = tuple(
    regex(pattern)
    for pattern in (
        r"(?<![\w*])\*\*\*(?![\s*])([^*]++)(?<!\s)\*\*\*(?!\*)",
        r"(?<![\w*\\])\*(?![\s*])([^*]++)(?<!\s)\*(?![\w*])",
        r"(?<![\w*])\*\*(?![\s*])([^*]++)(?<!\s)\*\*(?!\*)",
        r"(?<![\w*])\*\*\s?([^*\s][^*]*+)\*\*(?![\w*])",  # spaces inside, as converters from HTML leave them
        r"(?<![\w*\\])\*(?![\s*])([^*]++)(?<!\s)\*(?![\w*])",
        r"(?<![\w/_])___?(?![\s_])([^_]++)(?<!\s)___?(?![\w_])",
        r"(?<![\w/_])_(?![\s_])([^_]++)(?<!\s)_(?![\w_])",
        r"(?<!~)~~(?![\s~])([^~]++)~~(?!~)",
        r"(?<![=\w])==(?![\s=])([^=]++)(?<!\s)==(?![=\w])",
    )
)
_UNPAIRED = regex(r"^\*\*(?=\w)|(?<=[\w.!?”\"’)])\*\*$")


def _links(text: str) -> str:
    if "](" in text:
        text = IMAGE.sub("", text)
        text = _LINK.sub(r"\1", text)
        text = _BRACKETED_LINK.sub(r"\1", text)
    if "[[" in text:
        text = _WIKILINK.sub(r"\1", _EMBED.sub("", text))
    if "][" in text:
        text = _REFERENCE.sub(r"\1", text)
    return _FOOTNOTE.sub("", text) if "[^" in text else text


def _tags(text: str) -> str:
    text = _AUTOLINK.sub(r"\1", _COMMENT.sub("", text))
    return _TAG.sub(_tag, text)


def _tag(match: re.Match[str]) -> str:
    name = match[0].strip("</>").split(None, 1)[0].casefold() if match[0].strip("</>") else ""
    return " " if name in {"br", "p", "div", "li", "td", "th", "tr", "hr"} else ""


def _emphasis(text: str) -> str:
    for pattern in _EMPHASIS:
        text = pattern.sub(r"\1", text)
    if text.count("**") % 2:
        text = _UNPAIRED.sub("", text)
    return text


def unescape(text: str) -> str:
    """Resolve HTML entities; what they stand for is cleaned like everything else."""
    if "&" not in text or not _ENTITY.search(text):
        return text
    import html

    return _ENTITY.sub(lambda match: clean(html.unescape(match[0])), text)


_SIGNS = ("\\", "[", "<", "&", "`", "*", "_", "~", "=")
"""Single characters, which are looked for ten times as fast as two."""


def is_plain(text: str) -> bool:
    """Whether `resolve` would leave the text, and every part of it, as it is."""
    return not any(sign in text for sign in _SIGNS)


def resolve(text: str) -> str:
    """Return one paragraph (or line) of cleaned text without its inline markup. Linear."""
    hidden = "\\" in text
    if hidden:
        text = _ESCAPE.sub(lambda match: _HIDE[ord(match[1])], text)
    if "[" in text:
        text = _links(text)
    if "<" in text:
        text = _tags(text)
    if "&" in text:
        text = unescape(text)
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    if "*" in text or "_" in text or "~" in text or "=" in text:
        text = _emphasis(text)
    return text.translate(_SHOW) if hidden else text
