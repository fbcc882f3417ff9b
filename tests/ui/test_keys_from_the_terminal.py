"""What a terminal sends becomes keys: an escape alone is one, and so is what it begins."""

import os
from collections.abc import Callable, Iterator
from threading import Event, Thread
from time import monotonic, sleep

import pytest
from textual import events

from reader.ui.driver import TakingDriver


@pytest.fixture
def pressed() -> Iterator[tuple[Callable[[bytes], object], list[str]]]:
    """Sends bytes as a terminal does; and the names of the keys that came of them."""
    to_read, to_write = os.pipe()
    driver, keys = TakingDriver.__new__(TakingDriver), list[str]()
    driver.fileno, driver.exit_event = to_read, Event()
    driver.process_message = lambda message: keys.append(message.key) if isinstance(message, events.Key) else None  # type: ignore[method-assign, assignment, func-returns-value]
    thread = Thread(target=driver.run_input_thread)
    thread.start()
    yield lambda data: os.write(to_write, data), keys
    driver.exit_event.set()
    thread.join(10)
    assert not thread.is_alive()
    os.close(to_write)
    os.close(to_read)


def until(keys: list[str], many: int) -> list[str]:
    end = monotonic() + 10
    while len(keys) < many and monotonic() < end:
        sleep(0.002)
    return keys


def test_an_escape_alone(pressed) -> None:
    send, keys = pressed
    send(b"\x1b")
    assert until(keys, 1) == ["escape"]
    send(b"a")
    assert until(keys, 2) == ["escape", "a"]


def test_what_an_escape_begins_is_one_key(pressed) -> None:
    send, keys = pressed
    send(b"\x1b[A\x1b[6~j")
    assert until(keys, 3) == ["up", "pagedown", "j"]


def test_a_letter_that_comes_in_two_pieces(pressed) -> None:
    send, keys = pressed
    send("é".encode()[:1])
    sleep(0.01)
    send("é".encode()[1:])
    assert len(until(keys, 1)) == 1
