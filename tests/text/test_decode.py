"""The encodings in which people have their files."""

import codecs

import pytest

from reader.text.decode import binary_reason, decode

TEXT = "Café owners said “no” – twice."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_unicode_is_read_without_a_notice(data: bytes) -> None:
    assert decode(data).text == TEXT
    assert not decode(data).notice


def test_windows_1252_is_read_with_a_notice() -> None:
    decoded = decode(TEXT.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (TEXT, "windows-1252")
    assert "Windows-1252" in decoded.notice


def test_a_foreign_passage_does_not_spoil_a_utf_8_file() -> None:
    decoded = decode((TEXT * 5).encode() + b" caf\xe9")
    assert decoded.text == TEXT * 5 + " café"
    assert decoded.encoding == "utf-8"
    assert decoded.notice


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 x", b"PK\x03\x04", b"\x89PNG\r\n", b"text\0\0\0\0", b"\x01\x02\x03\x04 abc"]
)
def test_binary_files_are_recognised(data: bytes) -> None:
    assert binary_reason(data)


def test_a_single_stray_nul_does_not_make_a_file_binary() -> None:
    assert binary_reason(b"word " * 500 + b"\0") is None
    assert binary_reason(TEXT.encode("utf-16")) is None
