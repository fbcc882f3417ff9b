"""Has an event written into a file, off the event loop, and says where it is."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.session import effects as wanted
from reader.session.actions import exporting
from reader.session.registry import said
from reader.text.clean import printable

if TYPE_CHECKING:
    from reader.events.across import Member
    from reader.model import Event
    from reader.notes import NoteStore
    from reader.ui.app import ReaderApp


def write(app: ReaderApp, writer: Executor, effect: wanted.Export) -> None:
    """Gather the event's articles, and hand the rest to the writer at once, so that leaving waits for it."""
    from reader.events.across import Member

    library = app.world.library
    event = exporting.event_of(app.world, effect.key)
    keys = library.members(library.event_of(effect.key)) or (effect.key,)
    members = [Member(library.article(key), library.analysis(key)) for key in keys]
    written = writer.submit(_carry_out, event, members, app.world.notes, effect)
    app.run_worker(_show(app, effect, written), group="export")


def _carry_out(event: Event, members: Sequence[Member], notes: NoteStore, effect: wanted.Export) -> None:
    from reader.events import lead
    from reader.events.copies import find_copies
    from reader.export import writing
    from reader.export.dossier import dossier, own_notes
    from reader.export.formats import FORMATS

    event = replace(event, copies=find_copies([lead(member.article) for member in members]))
    made = replace(dossier(event, members), notes=own_notes(notes, members))
    writing.write(effect.file, FORMATS[effect.form].render(made), effect.replace)


async def _show(app: ReaderApp, effect: wanted.Export, written: Future[None]) -> None:
    try:
        await asyncio.wrap_future(written)
    except FileExistsError:  # it came into being meanwhile
        app.change(exporting.taken(app.state, effect.form, effect.file))
    except OSError as error:
        why = error.strerror or str(error)
        app.change(said(app.state, f"{printable(str(effect.file))} could not be written: {why}", "error"))
    else:
        app.change(said(app.state, f"exported: {printable(shown(effect.file))}"))


def shown(file: Path) -> str:
    """A file as short as it can be said: from the folder that the program was started in, else from the home folder."""
    for base, lead in ((Path.cwd(), ""), (Path.home(), "~/")):
        if file.is_absolute() and file.is_relative_to(base):
            return f"{lead}{file.relative_to(base)}"
    return str(file)
