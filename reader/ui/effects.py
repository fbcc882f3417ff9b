"""Carries out what actions ask for outside the state: notes, clipboard, browser, editor, the shell.

Notes are written by one thread, one after the other, so that a slow disk never holds up a key and no two writes cross.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Note, Problem, Target
from reader.notes.saved import SavedQueries
from reader.session import effects as wanted
from reader.session.actions import noting, searching
from reader.session.registry import Step, said
from reader.ui import deciding

if TYPE_CHECKING:
    from reader.notes import NoteStore
    from reader.ui.app import ReaderApp

AGAIN = 5.0
"""Seconds until notes that could not be saved are tried again."""

NoteEffect = wanted.SaveNote | wanted.DeleteNote | wanted.RestoreNote | wanted.PutNote


class Hands:
    """Does things for the application. It lives as long as the application does."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._writer = ThreadPoolExecutor(1, "reader-notes")

    def take(self, step: Step) -> None:
        """Show what an answer in a field or on a sheet has made, and do what it asks for."""
        state, effect = step if isinstance(step, tuple) else (step, None)
        self._app.change(state)
        if effect is not None:
            self.do(effect)

    def do(self, effect: wanted.Effect) -> None:
        """Carry out one effect; what takes time is done in the background."""
        match effect:
            case wanted.SaveNote() | wanted.DeleteNote() | wanted.RestoreNote() | wanted.PutNote():
                self._write(effect)
            case wanted.Decide() | wanted.Undecide() | wanted.SaveQueries() | wanted.Export():
                self._record(effect)
            case wanted.Copy(text, what):
                self._copy(text, what)
            case wanted.OpenUrl(url):
                self._app.run_worker(self._browse(url), group="browser")
            case wanted.EditNote(note):
                self._edit(note)
            case wanted.Rescan():
                self._app.indexer.start(asked=True)
            case wanted.Suspend():
                self._app.action_suspend_process()
            case wanted.Quit():
                self._app.leave()
            case wanted.OpenPalette():
                self._app.overlays.palette()
            case wanted.Scroll():
                self._app.gestures.scroll(effect)
            case wanted.Select(on):
                self._app.gestures.select(on)

    def _record(self, effect: wanted.Decide | wanted.Undecide | wanted.SaveQueries | wanted.Export) -> None:
        """Write what the user has decided, wants to look for again, or takes elsewhere."""
        if isinstance(effect, wanted.Export):
            from reader.ui import exporting

            exporting.write(self._app, self._writer, effect)
        elif isinstance(effect, wanted.SaveQueries):
            store = SavedQueries(self._app.world.notes.folder)
            self._app.run_worker(self._keep(self._writer.submit(store.save, effect.queries)), group="notes")
        else:
            deciding.write(self._app, self._writer, effect)

    async def _keep(self, written: Future[Problem | None]) -> None:
        problem = await asyncio.wrap_future(written)
        if self._app.state.query is None:
            self._app.change(searching.relisted(self._app.state, self._app.world))
        if problem is not None:
            self._app.fail(str(problem))

    def finish(self) -> None:
        """Wait until everything is written, also what could not be saved before, if that is possible by now."""
        with suppress(RuntimeError):  # finished already
            self._writer.submit(_save_waiting, self._app.world.notes)
        self._writer.shutdown(wait=True)

    def _write(self, effect: NoteEffect) -> None:
        """Hand it to the writer at once, so that leaving in the next moment cannot overtake it."""
        store = self._app.world.notes
        before = set(store.problems())
        written = self._writer.submit(_carry_out, store, effect)
        self._app.run_worker(self._show_written(effect, written, before), group="notes")

    async def _show_written(self, effect: NoteEffect, written: Future[Note | None], before: set[Problem]) -> None:
        app, store = self._app, self._app.world.notes
        saved = await asyncio.wrap_future(written)
        app.note_counts = app.count_notes()
        state = noting.with_notes(app.state, app.world)
        if saved and isinstance(effect, wanted.SaveNote):
            state = noting.saved(state, app.world, saved, effect.note is None)
        new = [problem for problem in store.problems() if problem not in before]
        app.change(said(state, _told(new[0]), "error") if new else state)
        self._save_again()

    def _save_again(self) -> None:
        """In a while, where something is not saved yet."""
        if self._app.world.notes.unsaved():
            self._app.timers.later("unsaved", AGAIN, self._try_again)

    def _try_again(self) -> None:
        tried = self._writer.submit(_save_waiting, self._app.world.notes)

        async def show() -> None:
            await asyncio.wrap_future(tried)
            app = self._app
            if not app.world.notes.unsaved():
                app.change(said(noting.with_notes(app.state, app.world), "what could not be saved is saved now"))
            self._save_again()

        self._app.run_worker(show(), group="notes")

    def _copy(self, text: str, what: str) -> None:
        from reader.ui.clipboard import copy

        way = copy(text, self._app)
        self._app.change(said(self._app.state, f"{what} copied ({way})"))

    async def _browse(self, url: str) -> None:
        import webbrowser

        opened = await asyncio.get_running_loop().run_in_executor(None, webbrowser.open, url)
        if not opened:
            self._app.change(said(self._app.state, f"no browser could be started for {url}", "error"))

    def _edit(self, note: Note) -> None:
        from reader.ui.editor import edit

        text, problem = edit(self._app, note.body)
        if problem:
            self._app.change(said(self._app.state, problem, "error"))
        elif text is not None and text != note.body and self._app.state.reading:
            self.do(wanted.SaveNote(self._app.state.reading.article, None, text, note))


def _carry_out(store: NoteStore, effect: NoteEffect) -> Note | None:
    """Change the notes on the disk; the note as it is stored now, where there is one."""
    match effect:
        case wanted.DeleteNote(id):
            store.delete(id)
        case wanted.RestoreNote(id):
            return store.restore(id)
        case wanted.PutNote(note):
            return store.update(note)
        case wanted.SaveNote():
            return _save(store, effect)
    return None


def _told(problem: Problem) -> str:
    """What went wrong before where, because the line may be too short for both."""
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"{problem.message}{hint}: {problem.path}"


def _save_waiting(store: NoteStore) -> None:
    """Try again to write what could not be written."""
    if store.unsaved():
        store.reload_if_changed()


def _save(store: NoteStore, effect: wanted.SaveNote) -> Note:
    from reader.notes import target_for

    if effect.note is not None:
        status = effect.status or effect.note.status
        return store.update(replace(effect.note, body=effect.body, status=status), base=effect.note)
    target = target_for(effect.article, effect.span) if effect.span else Target(effect.article.id)
    others = (target_for(article, span) for article, span in effect.others)
    return store.add(effect.article, (target, *others), effect.body)
