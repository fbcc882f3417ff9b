"""Work between keys: in slices, never right after a key, and given up for other work of the same name."""

import asyncio
import time
from collections.abc import Callable, Iterator

import pytest

from reader.ui import idle
from reader.ui.idle import Idle
from reader.ui.timers import Timers


class Loop:
    """As much of an application as timers need."""

    def call_next(self, call: Callable[[], None]) -> None:
        """At once: nothing else is going on."""
        call()


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Idle:
    monkeypatch.setattr(idle, "SLICE", 0.0)
    return Idle(Timers(Loop()))  # type: ignore[arg-type]


def counting(done: list[int], many: int) -> Iterator[None]:
    for number in range(many):
        done.append(number)
        yield


async def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        await asyncio.sleep(0.001)


async def test_every_step_is_done_and_others_get_their_turn_between_two(work: Idle) -> None:
    done: list[int] = []
    turns: list[int] = []
    work.run("one", counting(done, 5), 0.0)
    while len(done) < 5:
        turns.append(len(done))
        await asyncio.sleep(0)
    assert done == [0, 1, 2, 3, 4]
    assert {1, 2, 3, 4} <= set(turns)


async def test_nothing_is_begun_right_after_a_key(work: Idle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "HOLD", 0.1)
    done: list[int] = []
    pressed = time.monotonic()
    work.hold()
    work.run("one", counting(done, 1), 0.0)
    await until(lambda: bool(done))
    assert time.monotonic() - pressed >= 0.1


async def test_after_a_letter_nothing_is_begun_while_others_may_follow(
    work: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle, "HOLD", 0.0)
    monkeypatch.setattr(idle, "TYPING", 0.1)
    done: list[int] = []
    typed = time.monotonic()
    work.hold(typing=True)
    work.run("one", counting(done, 1), 0.0)
    await until(lambda: bool(done))
    assert time.monotonic() - typed >= 0.1


async def test_cycles_are_looked_for_after_a_key_and_not_in_a_frame(
    work: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle, "COLLECTED", 0.0)
    looked: list[int] = []
    monkeypatch.setattr(idle.gc, "collect", looked.append)
    for count, generation in (((idle.NEW, 0, 0), None), ((idle.NEW + 1, 0, 0), 0), ((idle.NEW + 1, 9, 0), 1)):
        monkeypatch.setattr(idle.gc, "get_count", lambda count=count: count)
        work.hold()
        assert looked == []  # not at once
        await asyncio.sleep(0.01)
        assert looked == ([] if generation is None else [generation])
        looked.clear()


async def test_other_work_of_the_same_name_takes_its_place(work: Idle) -> None:
    before: list[int] = []
    after: list[int] = []
    work.run("one", counting(before, 1000), 0.0)
    await until(lambda: bool(before))
    work.run("one", counting(after, 3), 0.0)
    seen = len(before)
    await until(lambda: len(after) == 3)
    assert len(before) == seen


async def test_work_that_leads_to_other_work_is_not_gone_on_with(work: Idle) -> None:
    done: list[str] = []

    def first() -> Iterator[None]:
        done.append("first")
        work.run("one", second(), 0.0)
        yield
        done.append("too far")

    def second() -> Iterator[None]:
        done.append("second")
        yield

    work.run("one", first(), 0.0)
    await until(lambda: "second" in done)
    await asyncio.sleep(0.02)
    assert done == ["first", "second"]


async def test_work_can_be_stopped(work: Idle) -> None:
    done: list[int] = []
    work.run("one", counting(done, 3), 0.005)
    work.stop("one")
    await asyncio.sleep(0.02)
    assert done == []
