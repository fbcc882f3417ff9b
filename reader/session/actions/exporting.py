"""Taking an event elsewhere: choosing the form, then the file, then having it written."""

import os
from dataclasses import replace
from itertools import count
from pathlib import Path

from reader.export.formats import FORMATS, Format
from reader.model import Event
from reader.session.choice import Choice, Chosen, Option
from reader.session.effects import Export
from reader.session.registry import Step, action, said
from reader.session.state import Prompt, Sheet, State
from reader.session.world import World
from reader.text.clean import printable

GROUP = "Sharing"
PURPOSES = ("export", "overwrite")
"""Choices that are answered here."""
ANOTHER = ""
"""The answer that no file is to be written over."""


@action("E", group=GROUP, label="export")
def export(state: State, world: World, which: int) -> Step:
    """Export the event of the open article: a brief, a table, its sources or your notes, into a file of your choice."""
    if state.reading is None:
        return said(state, "no article is open: Enter opens one")
    event = event_of(world, state.reading.key)
    options = tuple(Option(form.title, form.suffix, form.name) for form in FORMATS.values())
    number = len(event.articles)
    lead = f"{event.title} · {number} report{'' if number == 1 else 's'}"
    choice = Choice("export", "Export the event as …", str(state.reading.key), options, lead=lead)
    return replace(state, sheet=Sheet("choose", choice=choice))


def event_of(world: World, key: int) -> Event:
    """The event of an article as the library has it; its shared copy is found when it is exported."""
    place = world.library.event_of(key)
    members = world.library.members(place) or (key,)
    ids = tuple(row.id for row in world.library.rows(members))
    known = world.library.events([place])
    if known:
        return Event(known[0].id, known[0].title, known[0].date, ids, known[0].score, known[0].why)
    row = world.row(key)
    return Event(row.id if row else str(key), row.label if row else "", row.published if row else None, ids)


def chosen(state: State, world: World, answer: Chosen) -> Step:
    """A form was chosen, or what to do about a file that is there."""
    if state.reading is None or answer.value is None:
        return state
    if answer.choice.purpose == "export":
        form = FORMATS[answer.value]
        return asking(state, form, default_path(world, event_of(world, state.reading.key), form))
    form_name, _, file = answer.choice.about.partition(":")
    if answer.value == ANOTHER:
        return asking(state, FORMATS[form_name], _free(Path(file), FORMATS[form_name]))
    return said(state, "exporting …"), Export(form_name, Path(file), state.reading.key, replace=True)


def asking(state: State, form: Format, file: Path) -> State:
    """Ask for the file."""
    return replace(state, prompt=Prompt("export", str(file), about=form.name))


def default_path(world: World, event: Event, form: Format) -> Path:
    """A file that is not there yet, in the current folder, or among the notes where that cannot be written to."""
    from reader.export.writing import default_name

    here = Path.cwd()
    folder = here if os.access(here, os.W_OK | os.X_OK) else world.notes.folder
    return _free(folder / default_name(event, form), form)


def _free(file: Path, form: Format) -> Path:
    """The file itself, or one with a number that is not there yet."""
    stem = file.name.removesuffix(form.suffix)
    names = (file if number == 1 else file.with_name(f"{stem}-{number}{form.suffix}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))


def entered(state: State, world: World, text: str) -> Step:
    """The file was entered; where it is there already, what is to become of it is asked."""
    prompt = state.prompt
    state = replace(state, prompt=None)
    if prompt is None or state.reading is None or not text.strip():
        return said(state, "nothing is exported")
    form = FORMATS[prompt.about]
    if "\0" in text:
        return said(state, f"this is no file’s name: {printable(text)}", "error")
    try:
        file = Path(text.strip()).expanduser()
        file = Path.cwd() / file
        if file.is_dir():
            file = _free(file / default_path(world, event_of(world, state.reading.key), form).name, form)
    except (OSError, RuntimeError, ValueError):
        return said(state, f"this is no file’s name: {printable(text)}", "error")
    if not os.path.lexists(file):
        return said(state, "exporting …"), Export(form.name, file, state.reading.key)
    return taken(state, form.name, file)


def taken(state: State, form: str, file: Path) -> State:
    """Ask what is to become of a file that is there."""
    options = (
        Option("Keep it, and choose another name", "", ANOTHER),
        Option("Replace it", "what it holds now is lost", str(file)),
    )
    choice = Choice("overwrite", f"{printable(file.name)} is there already", f"{form}:{file}", options, lead=str(file))
    return replace(state, sheet=Sheet("choose", choice=choice))
