"""Letters as a search takes them: small, without accents, and of the alphabet that is written where theirs is missing.

What is searched and what is searched for go through the same table, so that both sides agree whatever the index's own
rules are: `Łódź` is `lodz`, `Kılıçdaroğlu` is `kilicdaroglu`, `Tromsø` is `tromso`, `Straße` is `strasse`.
"""

import unicodedata

_WRITTEN = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"
}  # fmt: skip
"""Letters that no accent makes of others."""
PRIVATE = "".join(map(chr, range(0xE000, 0xF900)))
"""Characters that mean nothing to anybody else: what stands between two stretches of one row is such a word."""
_FEW = 64
"""Different characters up to which it is faster to go through the text for each than through a table for all."""


def is_of_words(char: str) -> bool:
    """Whether words are made of it: a letter, a digit, a mark on one, or a character of private use."""
    return char.isalnum() or unicodedata.category(char)[0] in "LNM" or char in PRIVATE


class _Letters(dict[int, str]):
    """What each character becomes; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        bare = "".join(char for char in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(char))
        small = unicodedata.normalize("NFC", bare).casefold()
        self[code] = plain = "".join(_WRITTEN.get(char, char) for char in small)
        return plain


class _Indexed(dict[int, str]):
    """The same for what words are made of; a space for everything else, so that the index ends a word there."""

    def __missing__(self, code: int) -> str:
        self[code] = found = LETTERS[code] if is_of_words(chr(code)) else " "
        return found


LETTERS = _Letters()
"""Characters by their number; an accent that stands alone becomes nothing."""
_INDEXED = _Indexed()


def indexed(text: str) -> str:
    """The words of a text as the index has them, in their order; what stands between them may be another sign."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFC", text)
    beyond = [char for char in set(text) if char > "\x7f"]
    if len(beyond) > _FEW:
        return text.translate(_INDEXED).lower()
    for char in beyond:
        text = text.replace(char, _INDEXED[ord(char)])
    return text.lower()
