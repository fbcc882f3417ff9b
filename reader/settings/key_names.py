"""The names of keys: what people write in `keys.yaml` (`]`, `Ctrl+X`, `g e`) and what the screen knows them by.

The screen's names are Textual's: a letter or digit is itself, another sign has its Unicode name in lower case
(`right_square_bracket`), the rest are words (`pageup`). This module makes them without importing Textual.
"""

import re
import unicodedata
from functools import cache

KEYS = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"),
    *("escape", "enter", "tab", "space", "backspace"),
    *(f"f{number}" for number in range(1, 25)),
)
MODIFIERS = ("alt", "ctrl", "shift")
"""In the order in which the screen writes them."""

_SPELLINGS = {
    "esc": "escape",
    "return": "enter",
    "spacebar": "space",
    "bs": "backspace",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "arrow_up": "up",
    "arrow_down": "down",
    "arrow_left": "left",
    "arrow_right": "right",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}
_SIGNS = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_MODIFIER = re.compile(r"(ctrl|control|alt|option|meta|shift)[+-](?=.)", re.IGNORECASE)
_MODIFIER_SPELLINGS = {"control": "ctrl", "option": "alt", "meta": "alt"}

SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
    "ctrl+h": "backspace",
    "shift+enter": "enter",
    "ctrl+enter": "enter",
    "alt+enter": "enter",
    "shift+space": "space",
    "ctrl+backspace": "backspace",
    "shift+backspace": "backspace",
    "ctrl+tab": "tab",
    "shift+escape": "escape",
}
"""Keys that a terminal without the Kitty keyboard protocol sends as another one."""


def canonical(text: str) -> str | None:
    """The screen's name of one key as people write it, or None where there is no such key."""
    modifiers: set[str] = set()
    rest = text
    while len(rest) > 1 and (match := _MODIFIER.match(rest)):
        word = match[1].lower()
        modifiers.add(_MODIFIER_SPELLINGS.get(word, word))
        rest = rest[match.end() :]
    key = _base(rest)
    if key is None:
        return None
    if len(key) == 1 and key.isalpha():
        if modifiers == {"shift"}:
            return key.upper()
        if modifiers:
            key = key.lower()
    return "+".join([*(word for word in MODIFIERS if word in modifiers), key])


def _base(text: str) -> str | None:
    if text in _SPELLINGS:
        return _SPELLINGS[text]
    if len(text) == 1:
        return sign(text)
    word = text.lower().replace("-", "_")
    word = _SPELLINGS.get(word, word)
    return word if word in KEYS or character(word) is not None else None


def sign(char: str) -> str | None:
    """The screen's name of the key that types `char`; None for one that no key types."""
    if char == " ":
        return "space"
    if char.isalnum():
        return char
    if not char.isprintable():
        return None
    name = unicodedata.name(char, "").lower().replace("-", "_").replace(" ", "_")
    return _SIGNS.get(name, name) or None


def character(name: str) -> str | None:
    """The character that the key called `name` types; None for keys that type none."""
    if len(name) == 1:
        return name
    return None if name in KEYS else _signs_by_name().get(name)


@cache
def _signs_by_name() -> dict[str, str]:
    """The signs that keyboards type: the Latin blocks, general punctuation and currencies."""
    codes = (*range(0x21, 0x250), *range(0x2010, 0x2060), *range(0x20A0, 0x20C0))
    return {name: char for char in map(chr, codes) if not char.isalnum() and (name := sign(char))}


def sequence(text: str, prefixes: frozenset[str] = frozenset()) -> str | None:
    """The screen's names of the keys to be struck in turn, with a space between: `g e`; one key is the usual case.

    Keys may be written with spaces (`g e`, `ctrl+x s`), or two together (`ge`) where the first is in `prefixes`.
    """
    whole = canonical(text) if text == " " else None
    if whole:
        return whole
    parts = text.split()
    if len(parts) == 1 and len(text.strip()) == 2 and canonical(parts[0]) is None and sign(parts[0][0]) in prefixes:
        parts = list(parts[0])
    names = [canonical(part) for part in parts]
    if not names or None in names:
        return None
    return " ".join(name for name in names if name)


def indistinct(key: str) -> str | None:
    """The key that most terminals send in place of `key`; None for one that arrives as itself."""
    if key in SAME:
        return SAME[key]
    if "ctrl" in key and "shift" in key and len(key.rpartition("+")[2]) == 1:
        return key.replace("+shift", "")
    return None


def display(key: str) -> str:
    """A key or sequence for people: `]`, `Ctrl+X`, `g e`, `PgDn`."""
    return " ".join(_display_one(part) for part in key.split())


_DISPLAYED = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "insert": "Ins",
    "delete": "Del",
}


def _display_one(key: str) -> str:
    *modifiers, base = key.split("+")
    char = character(base)
    shown = _DISPLAYED.get(base) or char or base.capitalize()
    if modifiers and len(shown) == 1 and shown.isalpha():
        shown = shown.upper()
    return "+".join([*(word.capitalize() for word in modifiers), shown])
