"""Has decisions written and taken back, and shows what they have changed: at once, or once the events are grouped."""

from __future__ import annotations

import asyncio
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING

from reader.library.decisions import DecisionStore, Outcome
from reader.model import Problem
from reader.session import effects as wanted
from reader.session.actions import deciding
from reader.session.registry import said

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

Change = wanted.Decide | wanted.Undecide


def write(app: ReaderApp, writer: Executor, effect: Change) -> None:
    """Hand it to the writer at once, so that leaving in the next moment cannot overtake it."""
    written = writer.submit(_carry_out, app.world.library.decisions, effect)
    app.run_worker(_show(app, effect, written), group="decisions")


def _carry_out(store: DecisionStore, effect: Change) -> tuple[Outcome, ...]:
    """Change the file; what came of each step, the last of them with what went wrong, if anything did."""
    outcomes: list[Outcome] = []
    if isinstance(effect, wanted.Undecide):
        return tuple(store.undo(number) for number in reversed(effect.numbers))
    for decision in effect.decisions:
        outcomes.append(store.add(decision, effect.comments))
        if outcomes[-1].problem:
            break
    return tuple(outcomes)


async def _show(app: ReaderApp, effect: Change, written: Future[tuple[Outcome, ...]]) -> None:
    outcomes = await asyncio.wrap_future(written)
    problem: Problem | None = next((outcome.problem for outcome in outcomes if outcome.problem), None)
    if isinstance(effect, wanted.Undecide):
        state = deciding.taken_back(app.state, app.world)
    elif numbers := tuple(outcome.number for outcome in outcomes if outcome.number is not None):
        state = deciding.decided(app.state, app.world, effect, numbers)
    else:
        state = app.state
    app.change(said(state, str(problem), "error") if problem else state)
    if effect.regroups:
        app.indexer.regroup()
