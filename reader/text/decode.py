"""Bytes to text: which encoding a file is in, and whether it is text at all."""

import codecs

from reader.model.frozen import dataclass

_BOMS = (  # UTF-32 before UTF-16: its little-endian mark begins with the other's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a rich-text document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r\f\x1b")
_SAMPLE = 1 << 16
_TOLERATED_NULS, _TOLERATED_CONTROLS = 0.002, 0.05
"""Shares of a text file's first 64 KB that may be NULs, and control codes, before it counts as binary."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text as it stands there, not yet cleaned."""

    text: str
    encoding: str
    notice: str = ""
    """What the user should know about how it was read; empty for plain UTF-8 and for what has a byte order mark."""


def binary_reason(data: bytes) -> str | None:
    """Why `data` is no text ("a PDF document", "NUL bytes"), or None where it may be text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(tuple(mark for mark, _ in _BOMS)):
        return None
    sample = data[:_SAMPLE]
    if sample.count(0) > _TOLERATED_NULS * len(sample):
        return "NUL bytes"
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "control codes" if controls > _TOLERATED_CONTROLS * len(sample) else None


def _windows_1252(data: bytes) -> str:
    return data.decode("cp1252", "replace")


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    """Error handler: bytes that are no UTF-8 are read as Windows-1252, one by one."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _windows_1252(error.object[error.start : error.end]), error.end


codecs.register_error("reader.stray_bytes", _stray_bytes)


def decode(data: bytes) -> Decoded:
    """Decode by byte order mark, else as UTF-8, else as Windows-1252; never fails.

    A file that is mostly valid UTF-8 with a few foreign bytes (a passage pasted from elsewhere) stays UTF-8, and
    only those
    bytes are read as Windows-1252.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            notice = f"some bytes are not valid {encoding.upper()}" if "\ufffd" in text else ""
            return Decoded(text, encoding, notice)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_doubtful(data)


def _decode_doubtful(data: bytes) -> Decoded:
    guess = data.decode("utf-8", "replace")
    invalid = guess.count("\ufffd")
    beyond_ascii = len(guess.encode("utf-8")) - len(guess.encode("ascii", "ignore"))
    valid_bytes = beyond_ascii - 3 * invalid
    if valid_bytes >= 4 * invalid:
        plural = "byte is" if invalid == 1 else "bytes are"
        text = data.decode("utf-8", "reader.stray_bytes")
        return Decoded(text, "utf-8", f"{invalid} {plural} not valid UTF-8; read as Windows-1252")
    return Decoded(_windows_1252(data), "windows-1252", "not valid UTF-8; read as Windows-1252")
