"""The evidence behind what the program decided: a speaker, a group of articles, a field of the metadata."""

from reader.model import Quote
from reader.session.keys import Keys
from reader.session.panel import rows as panel_rows
from reader.session.state import Reading, State
from reader.session.world import World
from reader.ui.present.sheets import SheetPage, SheetRow, heading, prose


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """The evidence for what is under the cursor, then for the event, then for the article's fields."""
    rows: list[SheetRow] = []
    reading = state.reading
    if reading and state.pane != "list":
        quote = _quote(state, reading)
        if quote:
            rows += [*_about_quote(quote, reading, width), SheetRow(())]
    event = _event(state, world)
    if event:
        rows += _about_event(event, world, width)
    if reading:
        rows += [SheetRow(()), *_about_fields(reading, width)]
    return SheetPage("Why", tuple(rows), "nothing is open: Enter opens an article", "Esc closes", searchable=False)


def _quote(state: State, reading: Reading) -> Quote | None:
    if state.pane == "panel" and state.tab == "quotes":
        panel = panel_rows(state)
        row = panel[state.panel_cursor] if state.panel_cursor < len(panel) else None
        return reading.analysis.quotes[row.index] if row and row.kind == "quote" else None
    for quote in reading.analysis.quotes:
        if any(span.contains(reading.cursor) for span in quote.spans):
            return quote
    sentence = reading.sentence
    return next((q for q in reading.analysis.quotes if any(span.overlaps(sentence) for span in q.spans)), None)


def _about_quote(quote: Quote, reading: Reading, width: int) -> list[SheetRow]:
    text = reading.article.text
    words = " … ".join(span.of(text) for span in quote.spans)
    speaker = quote.speaker
    mention = f", here “{speaker.mention.of(text)}”" if speaker.mention else ""
    said = f"{speaker.name or 'nobody named'} ({speaker.type or 'unknown'}, by {speaker.via}{mention})"
    rows = [heading("This quote"), *prose(words, width, "quote")]
    rows += prose(f"kind: {quote.kind}", width, "dim-meta", 2)
    rows += prose(f"speaker: {said}", width, "dim-meta", 2)
    if quote.cue:
        rows += prose(f"verb of speech: “{quote.cue.of(text)}”", width, "dim-meta", 2)
    if quote.addressee:
        rows += prose(f"said to: {quote.addressee}", width, "dim-meta", 2)
    rows += prose(f"confidence: {quote.confidence:.2f}", width, "dim-meta", 2)
    for reason in quote.reasons:
        rows += prose(f"· {reason}", width, "dim-meta", 2)
    return rows


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
    if event.articles < 2:
        return [*rows, *prose("no other article of the library covers this event", width, "dim-meta", 2)]
    rows += prose(f"{event.articles} articles, likeness {event.score:.2f}", width, "dim-meta", 2)
    for reason in event.why:
        rows += prose(f"· {reason}", width, "dim-meta", 2)
    return rows


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
