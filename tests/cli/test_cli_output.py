"""What is printed is data: valid, stable, and without effect on a terminal."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from payloads import PAYLOADS, Payload, violations

from reader.cli.output import Output
from reader.export.json_text import as_json
from reader.model import Problem

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(VALUES)
def test_json_gives_back_what_was_put_in_and_holds_no_control_character(value: object) -> None:
    line = as_json(value)
    assert json.loads(line) == value
    assert not violations(line.encode() + b"\n")


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload.name)
def test_every_payload_is_escaped_in_json(payload: Payload) -> None:
    line = as_json({"title": f"before {payload.text} after", payload.text: 1})
    assert not violations(line.encode())
    assert json.loads(line)["title"] == f"before {payload.text} after"


def test_letters_of_other_scripts_stay_readable() -> None:
    assert as_json("Ελένη 日本 ق 👩‍🚀") == '"Ελένη 日本 ق 👩‍🚀"'


def written(mode: str, records: int, problems: tuple[Problem, ...] = ()) -> bytes:
    stream = io.BytesIO()
    output = Output("show", mode, stream)  # type: ignore[arg-type]
    for number in range(records):
        output.record({"id": number}, lambda record: [f"id: {record['id']}"])
    output.close(problems)
    return stream.getvalue()


@pytest.mark.parametrize("records", [0, 1, 3])
def test_json_is_one_object_with_schema_data_and_warnings(records: int) -> None:
    answer = json.loads(written("json", records, (Problem("a.txt", 3, "odd", "look"),)))
    assert answer["schema"] == "reader/show/1"
    assert answer["data"] == [{"id": number} for number in range(records)]
    assert answer["warnings"] == [
        {"path": "a.txt", "line": 3, "message": "odd", "hint": "look", "severity": "error"},
    ]


def test_jsonl_is_one_record_a_line_and_written_at_once() -> None:
    class Watched(io.BytesIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed += 1

    stream = Watched()
    output = Output("show", "jsonl", stream)
    output.record({"id": 1}, lambda record: [])
    assert stream.getvalue() == b'{"id": 1}\n'
    assert stream.flushed == 1


def test_plain_lines_hold_neither_line_breaks_nor_control_characters() -> None:
    stream = io.BytesIO()
    output = Output("show", "text", stream)
    output.line("one\ttwo\nthree\x1b]0;owned\x07 \u202efour\udcff")
    assert not violations(stream.getvalue())
    assert stream.getvalue().count(b"\n") == 1
