"""JSON in which no character can act on a terminal, whatever an article, a note or a file name holds."""

import json
import re

# DEL and C1, the Arabic letter mark and the other bidi controls, line and paragraph separator, the invisible operators
# and annotations, surrogates, byte order mark, tag characters. C0 is escaped by the JSON encoder itself.
_RISKY = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_HARMLESS = bytes(range(0x7F))
_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def as_json(value: object, indent: int | None = None) -> str:
    """JSON, on one line unless it is indented, with escapes for every character that a terminal could obey."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent) if indent else _ENCODE(value)
    # Most texts hold no such character; sifted as bytes, that is seen three times as fast.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _HARMLESS).decode("utf-8", "surrogatepass")
    return _RISKY.sub(_escaped, text) if _RISKY.search(rest) else text


def _escaped(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
