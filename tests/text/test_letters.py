"""What a search takes for the same letter, and that the index takes the same words as we do."""

import re
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import schema
from reader.search.plain import tokens
from reader.text.letters import LETTERS, indexed


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Łódź", "lodz"),
        ("Kılıçdaroğlu in İstanbul", "kilicdaroglu in istanbul"),
        ("Tromsø", "tromso"),
        ("Đoković", "dokovic"),
        ("Straße", "strasse"),
        ("Ægir and œuvre", "aegir and oeuvre"),
        ("Αθήνα", "αθηνα"),
        ("Ёлка", "елка"),
        ("cafe\u0301", "cafe"),
        ("العَرَبِيَّة", "العربية"),
        ("ＮＡＴＯ", "ｎａｔｏ"),
    ],
)
def test_accents_and_letters_of_other_alphabets(written: str, found: str) -> None:
    assert indexed(written) == found


def test_what_is_no_letter_ends_a_word() -> None:
    assert indexed("fog—harbour’s “first” 🚢ship").split() == ["fog", "harbour", "s", "first", "ship"]


@given(st.text())
def test_it_is_done_once(text: str) -> None:
    assert indexed(indexed(text)) == indexed(text)


@given(st.text(st.characters(min_codepoint=0x80, exclude_categories=["Cs"]), min_size=80))
def test_many_letters_become_what_few_do(text: str) -> None:
    assert indexed(text) == "".join(map(indexed, unicodedata.normalize("NFC", text)))


def test_the_index_takes_every_character_as_we_do() -> None:
    [table] = [one for one in schema.TABLES.split(";\n") if "VIRTUAL TABLE titles" in one]
    words = re.search(r'tokenize="[^"]*"', table)
    assert words is not None
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, {words[0]})")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5vocab(texts, instance)")
    chars = [chr(code) for code in (*range(0x80, 0xD800), *range(0xE000, 0x12000), *range(0x1F000, 0x20000))]
    pieces = [f"ab{char}cd {char}x q{char}" for char in chars]
    connection.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(map(indexed, pieces)))
    taken: dict[int, list[str]] = {}
    for document, term in connection.execute("SELECT doc, term FROM found ORDER BY doc, offset"):
        taken.setdefault(document, []).append(term)
    assert [char for place, char in enumerate(chars) if tuple(taken[place]) != tokens(pieces[place])] == []


def test_letters_are_small_and_plain() -> None:
    assert {LETTERS[ord(char)] for char in "aAáÁäÅ"} == {"a"}
