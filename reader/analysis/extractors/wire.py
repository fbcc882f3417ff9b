"""What passes between the program and a child process: values as JSON, each after its length in bytes.

JSON and nothing else, because whatever comes back is looked at as data and never run.
"""

import json
from typing import Any

HEAD = 4
"""Bytes of the length, most significant first."""
LONGEST = 1 << 26
"""Bytes of one message (64 MiB); a longer one is a fault and would only fill the memory."""


class GarbledError(ValueError):
    """The bytes are no message."""


def packed(value: Any) -> bytes:
    """A message. Raises `GarbledError` where it would be too long."""
    body = json.dumps(value, separators=(",", ":")).encode("ascii")
    if len(body) > LONGEST:
        raise GarbledError(f"a message of {len(body)} bytes")
    return len(body).to_bytes(HEAD, "big") + body


def body_length(head: bytes | bytearray) -> int:
    """Bytes that follow a message's head. Raises `GarbledError` where that cannot be."""
    length = int.from_bytes(head[:HEAD], "big")
    if length > LONGEST:
        raise GarbledError(f"a message of {length} bytes")
    return length


def unpacked(body: bytes | bytearray) -> Any:
    """The value of a message. Raises `GarbledError` where it is not JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise GarbledError("not JSON") from error
