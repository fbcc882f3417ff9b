"""The first line of defence: what a file, a path or a query says, without anything that a terminal would obey.

Every text from outside passes through here once, when it is read. What comes out has one kind of newline and no control
characters, so that offsets mean the same everywhere and nothing can move the cursor, set a title, reach the clipboard
or
turn the order of words around.

What is kept and what goes:

- C0, C1 and DEL go. CR, CRLF, VT, FF, NEL, U+2028 and U+2029 become a newline, a tab four spaces. A C1 code that
Windows-1252
  uses for a printable character (U+0093 for an opening quotation mark) is read as that character: such text was decoded
  wrongly once, and dropping the code would lose the quotation mark.
- Whole escape sequences go (CSI, OSC, DCS and the like, with seven or eight bits), not only their first byte.
- Embeddings, overrides and isolates go, and so do LRM, RLM and ALM: they carry no words, make equal words unequal, and
  terminals that order right-to-left text do so without them. Arabic and Hebrew letters stay untouched.
- ZWJ and ZWNJ stay behind emoji and letters of scripts that join or stack (Persian, Hindi, …); elsewhere they go.
- Soft hyphens, other zero-width characters, tag characters, supplementary variation selectors, fillers and
noncharacters go.
- Odd spaces (no-break, thin, ideographic, …) become a space. Lone surrogates become U+FFFD.
- A base character keeps at most eight combining marks.
"""

from reader.text.regex import regex

_TAB = "    "

_ESCAPES = regex(
    r"\x1b\[[0-?]*+[ -/]*+[@-~]"  # CSI
    r"|\x1b[\]PX^_][^\x07\x1b\x9c\n\r]*+(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC up to their end
    r"|\x1b[ -/]*+[0-Z\\^-~]"  # two bytes, or a character set
    r"|\x9b[0-?]++[ -/]*+[@-~]"  # the same with eight bits; parameters needed, else it may be a wrongly decoded letter
    r"|[\x90\x9d][^\x07\x1b\x90\x9c\x9d\n\r]*+(?:\x07|\x1b\\|\x9c)"
)

_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\n"
_INTRODUCERS = frozenset("\x1b\x90\x9b\x9d")
_FEW = 16
"""Up to so many different characters, one replacement each is faster than one pass with a pattern."""
_NEWLINES = "\r\v\f\x85\u2028\u2029"
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_GONE = (
    "\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d\xad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
)
_GONE += "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)
)
_SURROGATES = "\ud800-\udfff"
_ODD = regex(f"[\t{_NEWLINES}{_SPACES}{_GONE}{_SURROGATES}\x80-\x9f]")
_JOINERS = regex(
    # ZWNJ, ZWJ: junk unless something stands before them that they can act on.
    "(?<![\u0590-\u109f\u1700-\u1aff\u1b00-\u1cff\ua800-\uabff\ufb1d-\ufdcf\ufe0f\ufe70-\ufefc\U00010a00-\U00011fff"
    "\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])[\u200c\u200d]"
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0e\ufe20-\ufe2f"
_PILE = regex(f"([{_MARKS}]{{8}})[{_MARKS}]++")
_INVISIBLE = regex(f"[{_GONE}\u200c\u200d]")
_ZERO_WIDTH_JOINERS = frozenset("\u200c\u200d")


def _replacements() -> dict[str, str]:
    table = dict.fromkeys(_NEWLINES, "\n")
    table["\t"] = _TAB
    for code in range(0x80, 0xA0):
        if code != 0x85:
            table.setdefault(chr(code), bytes([code]).decode("cp1252", "ignore"))
    spaces = [0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
    table.update((chr(code), " ") for code in spaces)
    return table


_TABLE = _replacements()


def _replacement(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _TABLE.get(character, "")


def _unusual(text: str) -> str:
    """What is left of `text` without printable ASCII; sifted as bytes, which is ten times as fast as a pattern."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PRINTABLE)
    return rest.decode("utf-8", "surrogatepass")


def clean(text: str) -> str:
    """Return `text` with `\\n` as its only newline and nothing that a terminal could obey; see the module for the
    rules.

    Idempotent, linear, never fails; about 5 ms per MB of ordinary news text.
    """
    rest = _unusual(text)
    if not rest:
        return text
    unusual = frozenset(rest)
    if "\r" in unusual:
        text = text.replace("\r\n", "\n")
    if not unusual.isdisjoint(_INTRODUCERS):
        text = _ESCAPES.sub("", text)
    odd = _ODD.findall("".join(sorted(unusual)))
    if len(odd) <= _FEW:
        for character in odd:
            text = text.replace(character, _replacement(character))
    else:
        text = _ODD.sub(lambda match: _replacement(match[0]), text)
    if not unusual.isdisjoint(_ZERO_WIDTH_JOINERS):
        text = _JOINERS.sub("", text)
    if _PILE.search(_INVISIBLE.sub("", rest)):
        text = _PILE.sub(r"\1", text)
    return text


def printable(text: str) -> str:
    """Return `text` as one line that is safe to show: `clean`, and every newline a space."""
    return text if text.isascii() and text.isprintable() else clean(text).replace("\n", " ")


_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)} | {
    0x7F: "\u2421",
    0x09: _TAB,
}
_RAW = regex(f"[{_GONE}{_SURROGATES}\u2028\u2029\x80-\x9f\u200c\u200d]")


def reveal(text: str) -> str:
    """Return `text` with what `clean` takes out made visible: `␛` for an escape, `<U+202E>` for an override.

    For the view of a file as it is. Newlines are kept (CRLF as one); the result is as safe to show as that of `clean`.
    """
    text = text.replace("\r\n", "\n").replace("\xa0", " ").translate(_PICTURES)
    if not text.isascii():
        text = _RAW.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
    return clean(text)
