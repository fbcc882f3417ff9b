"""By what a text is known again where another outlet prints it: checksums of its sentences.

Outlets cut agency copy at the end, write their own first paragraph and change a word here and there: the other
sentences remain. Each sentence is reduced to its letters and digits and kept as 32 bits.
"""

import re
from array import array
from zlib import crc32

_SENTENCES = 60
"""Sentences of a text that are kept, and no more than the first `_REACH` code points."""

_REACH = 16_000

_SHORTEST = 5
"""Words from which a sentence counts: shorter ones are headings and credits."""

# Each begins with a set of characters, by which a search skips fast.
_END = re.compile(r"[.!?\n](?:(?<=\n)\n*|[\"'”’)\]]*\s+)")
_MARKS = re.compile(r"[^\w\0 ][^\w\0]*")
_SPACES = re.compile("  +")
_LINES = re.compile("_+")


def fingerprint(text: str) -> bytes:
    """Checksums of the sentences of a text, four bytes each, each once; linear in the text up to a limit."""
    plain = _SPACES.sub(" ", _MARKS.sub(" ", _END.sub("\0", text[:_REACH]).casefold()))
    if "_" in plain:
        plain = _LINES.sub(" ", plain)
    found: dict[int, None] = {}
    for sentence in plain.split("\0"):
        sentence = sentence.strip()
        if sentence.count(" ") >= _SHORTEST - 1:
            found[crc32(sentence.encode("utf-8", "surrogatepass"))] = None
            if len(found) == _SENTENCES:
                break
    return array("I", found).tobytes()
