"""Decisions by hand: who said it, which names are one, which articles cover one event. All of it can be taken back."""

from dataclasses import replace

from reader.library.decisions import Apart, Decision, Different, Renamed, Same, Together
from reader.model import Quote
from reader.session import candidates
from reader.session.actions.noting import editing, note_here
from reader.session.choice import Choice, Chosen
from reader.session.effects import Decide
from reader.session.listing import Item
from reader.session.opening import reveal
from reader.session.panel import PanelRow, row_here, rows
from reader.session.registry import Step, action, said
from reader.session.state import Prompt, Reading, Sheet, State, Undo
from reader.session.world import World
from reader.text.clean import printable

GROUP = "Deciding"


# who said it


@action("e", group=GROUP, label="correct")
def edit(state: State, world: World, which: int) -> Step:
    """Correct what is here: the speaker of a quote, the name in the panel; a note is changed."""
    row = row_here(state) if state.pane == "panel" else None
    if row is not None and row.kind in ("entity", "elsewhere"):
        return rename(state)
    in_notes = state.pane == "panel" and state.tab == "notes"
    note = None if row is not None and row.kind == "quote" else note_here(state)
    if note is not None:
        return editing(state, note)
    quote = quote_here(state)
    if quote is None or state.pane == "list" or in_notes:
        return said(state, "nothing to correct here: > goes to a quote; a writes a note")
    return correct_speaker(state, world, quote)


def quote_here(state: State) -> Quote | None:
    """The quote that is selected in the panel, else the one under the cursor, else one in its sentence."""
    reading = state.reading
    if reading is None:
        return None
    if state.pane == "panel" and state.tab == "quotes":
        row = row_here(state)
        return reading.analysis.quotes[row.index] if row and row.kind == "quote" else None
    quotes = reading.analysis.quotes
    found = [quote for quote in quotes if any(span.contains(reading.cursor) for span in quote.spans)]
    near = [quote for quote in quotes if any(span.overlaps(reading.sentence) for span in quote.spans)]
    return found[-1] if found else near[0] if near else None


def correct_speaker(state: State, world: World, quote: Quote) -> State:
    """Ask who has said it."""
    from reader.library.decisions.speakers import words_of

    reading = state.reading
    assert reading is not None
    now = quote.speaker.name or "nobody who is named"
    choice = Choice(
        "speaker",
        f"Who said this? Now: {now}",
        quote.id,
        candidates.speakers(reading, world, quote),
        free=True,
        lead=words_of(reading.article, quote),
    )
    return replace(state, sheet=Sheet("choose", choice=choice))


def _speaker(state: State, world: World, reading: Reading, chosen: Chosen) -> Step:
    from reader.library.decisions.speakers import TYPES, spoken_by

    quote = next((one for one in reading.analysis.quotes if one.id == chosen.choice.about), None)
    if quote is None:
        return said(state, "this quote is gone from the article", "error")
    if quote.speaker.name == chosen.value:
        return said(state, "that is the speaker already")
    known = next((one for one in candidates.names(reading, world) if one.name == chosen.value), None)
    type = TYPES[known.type] if known else "person" if chosen.value else None
    decision = spoken_by(reading.article, quote, chosen.value, type, _event(reading, world))
    label = f"speaker: {chosen.value or 'nobody who is named'}"
    return state, Decide((decision,), label, _comments(reading, world), _speakers(reading, world))


# names


def _name_here(state: State) -> str | None:
    row = row_here(state) if state.pane == "panel" else None
    return row.text if row is not None and row.kind in ("entity", "elsewhere") else None


def _no_name(state: State) -> State:
    to_one = "j and k go to one" if state.pane == "panel" and state.tab == "entities" else "p goes to the panel’s names"
    return said(state, f"no name is chosen: {to_one}")


@action("m", group=GROUP, scope=("panel",), label="merge")
def merge_names(state: State, world: World, which: int) -> Step:
    """Say that the name here and another one are the same."""
    name, reading = _name_here(state), state.reading
    if name is None or reading is None:
        return _no_name(state)
    options = candidates.alike(name, reading, world)
    if not options:
        return said(state, "this event has no other name to merge it with")
    choice = Choice(
        "merge", f"{name} is the same as …", name, options, lead="The name that you choose is kept for both."
    )
    return replace(state, sheet=Sheet("choose", choice=choice))


@action("X", group=GROUP, scope=("panel",), label="split")
def split_name(state: State, world: World, which: int) -> Step:
    """Say that one form of the name here is another name."""
    name, reading = _name_here(state), state.reading
    if name is None or reading is None:
        return _no_name(state)
    options = candidates.forms(name, reading, world)
    if not options:
        return said(state, f"{name} has only this one form here: there is nothing to split off")
    choice = Choice("split", f"Split off from {name}", name, options, lead="The form becomes a name of its own.")
    if len(options) == 1:
        return chosen(state, world, Chosen(choice, options[0].value))
    return replace(state, sheet=Sheet("choose", choice=choice))


def rename(state: State) -> State:
    """Ask what the name in the panel is to be called."""
    name = _name_here(state) or ""
    return replace(state, prompt=Prompt("rename", name, about=name))


def renamed(state: State, world: World, text: str) -> Step:
    """The new name was entered."""
    prompt, reading = state.prompt, state.reading
    state = replace(state, prompt=None)
    name = " ".join(printable(text).split())
    if prompt is None or reading is None or not name or name == prompt.about:
        return said(state, "the name stays as it is")
    decision = Renamed(_event(reading, world), prompt.about, name)
    label = f"“{prompt.about}” is called “{name}” now"
    return state, Decide((decision,), label, _comments(reading, world), name=name)


def chosen(state: State, world: World, answer: Chosen) -> Step:
    """Something was chosen from a list."""
    reading, about, value = state.reading, answer.choice.about, answer.value
    if reading is None:
        return state
    if answer.choice.purpose == "speaker":
        return _speaker(state, world, reading, answer)
    if value is None:
        return state
    decision: Decision
    if answer.choice.purpose == "merge":
        decision = Same(_event(reading, world), (about, value), value)
        label, name = f"“{about}” and “{value}” are one name now", value
    else:
        decision = Different(_event(reading, world), about, value)
        label, name = f"“{value}” is a name of its own now, apart from “{about}”", value
    return state, Decide((decision,), label, _comments(reading, world), name=name)


# events


@action("M", group=GROUP, scope=("list",), label="merge")
def merge_events(state: State, world: World, which: int) -> Step:
    """Put the articles and events picked with V into one event: they join the largest one among theirs."""
    if len(state.selected) < 2:
        return said(state, "V picks the articles or events to put together; then M")
    events = {world.library.event_of(key) for key in state.selected}
    if len(events) < 2:
        return said(state, "these articles are in one event already")
    members = {event: world.library.members(event) for event in events}
    largest = max(members, key=lambda event: (len(members[event]), event))
    found = world.library.rows(list(dict.fromkeys((*members[largest], *sorted(state.selected)))))
    decision = Together(tuple(row.id for row in found))
    label = f"{len(found)} articles put together"
    state = replace(state, selected=frozenset(), unfolded=state.unfolded | {largest})
    state = reveal(state, world, largest)
    return state, Decide((decision,), label, {row.id: _comment(row.source, row.title) for row in found})


@action("X", group=GROUP, scope=("list", "text"), label="take out")
def take_out(state: State, world: World, which: int) -> Step:
    """Take the article, or those picked with V, out of its event."""
    keys = _to_take_out(state)
    if not keys:
        return said(state, "put the cursor on an article of the event, or pick some with V; then X")
    decisions: list[Decision] = []
    comments: dict[str, str] = {}
    for event in dict.fromkeys(world.library.event_of(key) for key in keys):
        rows = world.library.rows(world.library.members(event))
        out = [row for row in rows if row.key in keys]
        rest = tuple(row.id for row in rows if row.key not in keys)
        if rest:
            decisions += [Apart(row.id, rest) for row in out]
            comments |= {row.id: _comment(row.source, row.title) for row in rows}
    if not decisions:
        return said(state, "nothing to take out: the event would have no other article")
    what = "1 article" if len(decisions) == 1 else f"{len(decisions)} articles"
    kept = state.unfolded | {key for event in keys for key in world.library.members(world.library.event_of(event))[:1]}
    state = replace(state, selected=frozenset(), unfolded=kept)
    return state, Decide(tuple(decisions), f"{what} taken out of the event", comments)


def _to_take_out(state: State) -> frozenset[int]:
    if state.pane == "text":
        return frozenset({state.reading.key}) if state.reading else frozenset()
    if state.selected:
        return state.selected
    item = state.listing.item(state.cursor) if len(state.listing) else Item(0, True)
    return frozenset() if item.is_event else frozenset({item.key})


# what has come of it


def decided(state: State, world: World, effect: Decide, numbers: tuple[int, ...]) -> State:
    """The decision has reached its file: show what it has changed."""
    here = row_here(state)
    undo = (*state.undo, Undo(effect.label, decisions=numbers, regroups=effect.regroups))
    state = _refreshed(replace(state, undo=undo), world)
    state = _at(state, effect.name) if effect.name else _followed(state, here)
    more = _more(state, world, effect)
    return said(state, f"{effect.label}{more} · U takes it back")


def taken_back(state: State, world: World) -> State:
    """A decision has been taken out of its file again."""
    return _followed(_refreshed(state, world), row_here(state))


def _refreshed(state: State, world: World) -> State:
    from reader.session.actions.listing import refresh_reading

    return refresh_reading(state, world)


def _followed(state: State, old: PanelRow | None) -> State:
    """The panel's cursor back on the row that it was on, wherever that stands now."""
    panel = rows(state)
    here = min(state.panel_cursor, max(0, len(panel) - 1))
    if old is not None:
        same = (n for n, row in enumerate(panel) if row.kind == old.kind and row.spans == old.spans and row.spans)
        here = next(same, here)
    return replace(state, panel_cursor=here)


def _at(state: State, name: str) -> State:
    found = (index for index, row in enumerate(rows(state)) if row.kind == "entity" and row.text == name)
    return replace(state, panel_cursor=next(found, min(state.panel_cursor, max(0, len(rows(state)) - 1))))


def _more(state: State, world: World, effect: Decide) -> str:
    """How many other quotes have another speaker by this decision."""
    if not effect.before or state.reading is None:
        return ""
    after = _speakers(state.reading, world)
    more = sum(after.get(quote) != speaker for quote, speaker in effect.before.items()) - 1
    return f" · {more} more quote{'s' if more > 1 else ''} of this event with it" if more > 0 else ""


def _speakers(reading: Reading, world: World) -> dict[tuple[int, str], str | None]:
    keys = reading.strip[: candidates.ARTICLES]
    return {(key, quote.id): quote.speaker.name for key in keys for quote in world.library.analysis(key).quotes}


def _event(reading: Reading, world: World) -> tuple[str, ...]:
    """Ids of the event's articles, the open one first."""
    ids = [row.id for row in world.library.rows(reading.strip)]
    return tuple(dict.fromkeys((reading.article.id, *ids)))


def _comments(reading: Reading, world: World) -> dict[str, str]:
    return {row.id: _comment(row.source, row.title) for row in world.library.rows(reading.strip)}


def _comment(source: str | None, title: str | None) -> str:
    return ": ".join(part for part in (source, title) if part)
