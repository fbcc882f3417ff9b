"""Notes: writing one on a passage, changing it, deleting it, going from one to the next."""

from dataclasses import replace

from reader.model import Note
from reader.model.note import NoteStatus
from reader.session.effects import DeleteNote, EditNote, SaveNote
from reader.session.opening import visit
from reader.session.panel import rows
from reader.session.registry import Step, action, said
from reader.session.state import PlacedNote, Prompt, Sheet, State, Undo
from reader.session.world import World

GROUP = "Notes"
STATUSES: tuple[NoteStatus, ...] = ("open", "confirmed", "disputed", "false")


def note_here(state: State) -> PlacedNote | None:
    """The note that is selected in the panel, else one on the passage under the cursor, else on the article."""
    if state.reading is None:
        return None
    if state.pane == "panel" and state.tab == "notes":
        panel = rows(state)
        return state.reading.notes[panel[state.panel_cursor].index] if state.panel_cursor < len(panel) else None
    passage = state.reading.sentence
    for placed in state.reading.notes:
        span = placed.anchor.span
        if span and (span.contains(state.reading.cursor) or span.overlaps(passage)):
            return placed
    return next((placed for placed in state.reading.notes if placed.anchor.span is None), None)


@action("a", group=GROUP, label="note")
def note(state: State, world: World, which: int) -> Step:
    """Write a note on the selection, the quote or the sentence under the cursor."""
    if state.reading is None:
        return said(state, "no article is open: Enter opens one")
    return replace(state, prompt=Prompt("note", span=state.reading.passage))


@action("A", group=GROUP)
def note_on_article(state: State, world: World, which: int) -> Step:
    """Write a note on the whole article."""
    if state.reading is None:
        return said(state, "no article is open: Enter opens one")
    return replace(state, prompt=Prompt("note"))


def editing(state: State, here: PlacedNote) -> State:
    """Change a note."""
    return replace(state, prompt=Prompt("note", here.note.body, here.note, here.anchor.span))


@action("ctrl+e", group=GROUP)
def edit_note_outside(state: State, world: World, which: int) -> Step:
    """Change the note here in your own editor ($VISUAL or $EDITOR)."""
    here = note_here(state)
    return (state, EditNote(here.note)) if here else said(state, "no note here: a writes one")


@action("D", group=GROUP)
def delete_note(state: State, world: World, which: int) -> Step:
    """Delete the note here; U brings it back."""
    here = note_here(state)
    if here is None:
        return said(state, "no note here")
    return deleting(state, here.note)


def deleting(state: State, note: Note) -> Step:
    """Delete a note, so that it can be brought back."""
    undo = (*state.undo, Undo("a deleted note", restore=note.id))
    return said(replace(state, undo=undo), "note deleted · U brings it back"), DeleteNote(note.id)


@action("C", group=GROUP, label="status")
def note_status(state: State, world: World, which: int) -> Step:
    """Set the note's status to the next one: open, confirmed, disputed, false."""
    here = note_here(state)
    if here is None or state.reading is None:
        return said(state, "no note here")
    status = STATUSES[(STATUSES.index(here.note.status) + 1) % len(STATUSES)]
    undo = (*state.undo, Undo("the note's status", note=here.note))
    effect = SaveNote(state.reading.article, here.anchor.span, here.note.body, here.note, status=status)
    return said(replace(state, undo=undo), f"note: {status}"), effect


@action("g n", group="Go to", label="notes")
def go_to_notes(state: State, world: World, which: int) -> Step:
    """Show all notes of the library."""
    return replace(state, sheet=Sheet("notes"))


def entered(state: State, world: World, body: str) -> Step:
    """The note's text was entered; an empty one deletes the note, or writes none."""
    prompt, reading = state.prompt, state.reading
    state = replace(state, prompt=None)
    if prompt is None or reading is None:
        return state
    body = body.strip("\n").rstrip()
    if prompt.note is None:
        if not body.strip():
            return said(state, "an empty note is not kept")
        state = replace(state, reading=replace(reading, selection=None))
        if prompt.pair:
            (article, span), *others = prompt.pair
            return said(state, "saving the note …"), SaveNote(article, span, body, others=tuple(others))
        return said(state, "saving the note …"), SaveNote(reading.article, prompt.span, body)
    if not body.strip():
        return deleting(state, prompt.note)
    if body == prompt.note.body:
        return said(state, "the note is unchanged")
    undo = (*state.undo, Undo("the change to a note", note=prompt.note))
    return said(replace(state, undo=undo), "saving the note …"), SaveNote(
        reading.article, prompt.span, body, prompt.note
    )


def saved(state: State, world: World, note: Note, new: bool) -> State:
    """A note has reached its file."""
    if new:
        state = replace(state, undo=(*state.undo, Undo("a new note", remove=note.id)))
    return said(with_notes(state, world), "note saved")


def with_notes(state: State, world: World) -> State:
    """The open article with its notes as they are stored now."""
    if state.reading is None:
        return state
    return replace(state, reading=replace(state.reading, notes=world.placed_notes(state.reading.article)))


def go_to_note(state: State, world: World, note: Note) -> State:
    """Go to the passage that a note is on."""
    for target in note.targets:
        key = world.library.key_of(target.article)
        if key is None:
            continue
        place = world.anchor(note, world.library.article(key))
        state = visit(replace(state, sheet=None), world, key, place.span.start if place.span else 0)
        if place.state == "orphan":
            return said(state, "this note’s passage is gone from the article", "only")
        return state
    return said(replace(state, sheet=None), "the article of this note is not in the library", "error")
