"""The evidence behind what the program decided: a speaker, a group of articles, a field of the metadata."""

from reader.library.decisions.saying import sentence
from reader.session.keys import Keys
from reader.session.state import Reading, State
from reader.session.world import World
from reader.ui.present import event_names
from reader.ui.present.sheets import SheetPage, SheetRow, evidence, heading, prose


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """The evidence for what is under the cursor, then for the event, then for the article's fields."""
    rows: list[SheetRow] = []
    reading = state.reading
    if reading and state.pane != "list":
        found = evidence.about(state, reading, world, width)
        rows += [*found, SheetRow(())] if found else []
    event = _event(state, world)
    if event:
        rows += [*_about_event(event, world, width), *_decided(event, world, keys, width)]
    if reading:
        rows += [SheetRow(()), *_about_fields(reading, width)]
    return SheetPage("Why", tuple(rows), "nothing is open: Enter opens an article", "Esc closes", searchable=False)


def _event(state: State, world: World) -> int | None:
    if state.pane == "list" and len(state.listing):
        item = state.listing.item(state.cursor)
        return item.key if item.is_event else world.library.event_of(item.key)
    return world.library.event_of(state.reading.key) if state.reading else None


def _about_event(key: int, world: World, width: int) -> list[SheetRow]:
    found = world.library.events([key])
    if not found:
        return []
    event = found[0]
    rows = [heading("Why these articles are together"), *prose(event.title, width)]
    name = event_names.full(event)
    rows += prose(name, width, "event", 2) if name else []
    if event.articles < 2:
        return [*rows, *prose("no other article of the library covers this event", width, "dim-meta", 2)]
    rows += prose(f"{event.articles} articles, likeness {event.score:.2f}", width, "dim-meta", 2)
    for reason in event.why:
        rows += prose(f"· {reason}", width, "dim-meta", 2)
    return rows


def _decided(key: int, world: World, keys: Keys, width: int) -> list[SheetRow]:
    """What the user has decided about the event's articles, in the order of the file."""
    articles = {row.id for row in world.library.rows(world.library.members(key))}
    found = [one for one in world.library.decisions.current() if not articles.isdisjoint(one.articles)]
    if not found:
        return []
    rows = [SheetRow(()), heading("What you have decided about this event")]
    for decision in found:
        rows += prose(f"· {sentence(decision)}", width, "dim-meta", 2)
    where = f"{keys.first('undo')} takes the last one back; all are in {world.library.decisions.file}"
    return [*rows, *prose(where, width, "dim-meta", 2)]


def _about_fields(reading: Reading, width: int) -> list[SheetRow]:
    article = reading.article
    rows = [heading("Where each field was read"), *prose(f"file: {article.file}", width, "dim-meta", 2)]
    for origin in article.origins:
        value = getattr(article, origin.field, "")
        place = f"line {origin.line}: " if origin.line else ""
        rows += prose(f"{origin.field}: {value}  ({place}{origin.text})", width, "dim-meta", 2)
    for caption in article.captions:
        rows += prose(f"caption: {caption}", width, "dim-meta", 2)
    for line in article.leftovers:
        rows += prose(f"left out of the text: {line}", width, "dim-meta", 2)
    for notice in article.notices:
        rows += prose(f"! {notice}", width, "warning", 2)
    return rows
