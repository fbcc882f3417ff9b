"""Why a row of the panel says what it says: the evidence for a quote, a name, a date, a figure, a heading."""

from collections.abc import Iterator

from reader.model import Quote, Span
from reader.model.event import QuoteClass
from reader.session.panel import PanelRow, row_here, rows
from reader.session.state import Reading, State
from reader.session.voices import LIKELY, SURE, TERMS, UNATTRIBUTED, guess, level, voice
from reader.session.world import World
from reader.ui.present.name_cards import calls, government, shared_names, times
from reader.ui.present.quote_cards import heading_title
from reader.ui.present.sheets.rows import SheetRow, heading, prose
from reader.ui.present.signs import ASCII, UNICODE, Signs

KINDS = {
    "direct": "direct: all of it stands in quotation marks",
    "mixed": "partial: some words stand in quotation marks, the rest are the reporter’s",
    "indirect": "indirect: in the reporter’s words",
}
VIA = {
    "name": "named there",
    "title": "by the role",
    "pronoun": "by the pronoun",
    "carried": "nobody is named there: the speaker of the words before",
    "none": "not named",
}
LEVELS = {"sure": "sure", "likely": "likely", "doubtful": "doubtful: the best guess is shown in brackets"}
WORDINGS: dict[QuoteClass, str] = {
    "identical": "the same words",
    "punctuation": "the same words, other punctuation",
    "trimmed": "the same words, shortened in one of the two",
    "split": "the same words, in several parts there",
    "merged": "the same words, in one part there",
    "paraphrased": "quoted in one of the two, in indirect speech in the other",
    "reworded": "worded differently",
    "only": "",
}
SNIPPET = 48
"""Characters shown on each side of a mention."""


def about(state: State, reading: Reading, world: World, width: int) -> list[SheetRow]:
    """The evidence for the panel's row, or for the quote that stands under the text's cursor; nothing where is none."""
    signs = ASCII if world.config.ascii else UNICODE
    if state.pane != "panel":
        quote = _quote_at_cursor(reading)
        return list(_quote(quote, reading, world, width)) if quote else []
    row = row_here(state)
    if row is None:
        return []
    match row.kind:
        case "quote":
            return list(_quote(reading.analysis.quotes[row.index], reading, world, width))
        case "entity":
            return list(_name(row, reading, signs, width))
        case "elsewhere":
            return list(_elsewhere(row, reading, signs, width))
        case "heading":
            return list(_heading(row, state, reading, width))
    return list(_stated(row, reading, width))


def _quote_at_cursor(reading: Reading) -> Quote | None:
    for quote in reading.analysis.quotes:
        if any(span.contains(reading.cursor) for span in quote.spans):
            return quote
    sentence = reading.sentence
    return next((q for q in reading.analysis.quotes if any(span.overlaps(sentence) for span in q.spans)), None)


def _line(text: str, width: int) -> list[SheetRow]:
    return prose(text, width, "dim-meta", 2)


def _quote(quote: Quote, reading: Reading, world: World, width: int) -> Iterator[SheetRow]:
    text = reading.article.text
    yield heading("This quote")
    yield from prose(" … ".join(" ".join(span.of(text).split()) for span in quote.spans), width, "quote")
    parts = f", in {len(quote.spans)} parts" if len(quote.spans) > 1 else ""
    yield from _line(f"{KINDS[quote.kind]}{parts} · {_paragraphs(reading, quote.spans)}", width)
    yield from _speaker(quote, reading, width)
    if quote.cue:
        yield from _line(f"verb of speech: “{_flat(quote.cue, text)}”", width)
    if quote.addressee:
        yield from _line(f"said to: {quote.addressee}", width)
    if quote.nested_in:
        yield from _line("stands inside another quote", width)
    yield from _line(f"how sure: {LEVELS[level(quote)]} · {measured(quote.confidence)}", width)
    for reason in quote.reasons:
        yield from _line(f"· {reason}", width)
    yield from _others(quote, reading, world, width)


def measured(confidence: float) -> str:
    """What a confidence means, in words."""
    right = round(confidence * 100)
    if right < 5:
        return "of quotes like this, hardly any had both words and speaker right when it was measured"
    return f"of quotes like this, {right} in 100 had both words and speaker right when it was measured"


def _speaker(quote: Quote, reading: Reading, width: int) -> Iterator[SheetRow]:
    text, speaker = reading.article.text, quote.speaker
    if not quote.attributed:
        what = "a stretch" if voice(quote, text) == UNATTRIBUTED else "a word or two"
        yield from _line(f"speaker: none found; {what} in quotation marks, with nobody who says it", width)
        return
    mention = f" “{_flat(speaker.mention, text)}”" if speaker.mention else ""
    name = speaker.name or (voice(quote, text) if speaker.mention else "not named")
    title = heading_title(name, reading)
    yield from _line(f"speaker: {name}{f', {title}' if title else ''}", width)
    kind = f"{speaker.type}, " if speaker.type else ""
    yield from _line(f"  {kind}{VIA[speaker.via]}{mention}", width)
    if speaker.rival:
        yield from _line(f"  may also be: {speaker.rival}", width)
    if level(quote) == "doubtful":
        yield from _line(f"  shown as: {guess(quote, text)}", width)


def _others(quote: Quote, reading: Reading, world: World, width: int) -> Iterator[SheetRow]:
    """The same words in the other sources."""
    if len(reading.strip) < 2 or not reading.tellings.told:
        return
    yield SheetRow(())
    yield heading("In the other sources")
    for place, key in enumerate(reading.strip):
        if key == reading.key:
            continue
        pairs = [p for p in world.library.comparison(reading.key, key).quotes if p.a == quote.id and p.b]
        name = f"{place + 1} {reading.sources[place]}"
        if not pairs:
            yield from _line(f"{name}: not found", width)
        other, found = world.library.article(key), {q.id: q for q in world.library.analysis(key).quotes}
        for pair in pairs:
            there = found.get(pair.b or "")
            yield from prose(
                f"{name}: {WORDINGS[pair.kind]}", width, "differs" if pair.kind == "reworded" else "same", 2
            )
            if there:
                words = " … ".join(_flat(span, other.text) for span in there.spans)
                yield from prose(f"¶{other.paragraph_at(there.spans[0].start) + 1} {words}", width, "", 4)


def _name(row: PanelRow, reading: Reading, signs: Signs, width: int) -> Iterator[SheetRow]:
    entity, shared = reading.analysis.entities[row.index], shared_names(reading).get(row.index)
    text = reading.article.text
    yield heading(entity.name)
    yield from _line(f"{entity.type} · {len(entity.mentions)} {_plural(len(entity.mentions), 'mention')}", width)
    written = dict.fromkeys(_flat(span, text) for span in entity.mentions)
    if len(written) > 1:
        yield from _line(f"written as: {', '.join(written)}", width)
        yield from _line("counted as one name: the shorter forms fit this full one and no other in the article", width)
    if entity.titles:
        yield from _line(f"titles and roles: {', '.join(dict.fromkeys(entity.titles))}", width)
    if entity.governing:
        hint = government(len(entity.governing), signs)
        yield from _line(f"{hint}: {_paragraphs(reading, entity.governing)}", width)
    if shared and len(reading.strip) > 1:
        yield from _calls(row, reading, signs, width)
    yield SheetRow(())
    yield heading("Mentions")
    for mention in entity.mentions:
        yield from prose(_in_context(mention, reading), width, "", 2)


def _calls(row: PanelRow, reading: Reading, signs: Signs, width: int) -> Iterator[SheetRow]:
    shared = shared_names(reading)[row.index]
    yield SheetRow(())
    yield heading("What each source calls it" if shared.type != "person" else "What each source calls this person")
    yield from (SheetRow(line) for line in calls(shared, reading, signs, width - 2, 2))


def _elsewhere(row: PanelRow, reading: Reading, signs: Signs, width: int) -> Iterator[SheetRow]:
    name = reading.tellings.names[row.index]
    yield heading(name.name)
    many = f"{name.told_by} of {len(reading.strip)} sources name it{times(name.count, signs)}"
    yield from _line(f"{name.type} · {many}; no name of this article is the same by its parts", width)
    yield SheetRow(())
    yield heading("What each source calls it")
    yield from (SheetRow(line) for line in calls(name, reading, signs, width - 2, 2))


def _heading(row: PanelRow, state: State, reading: Reading, width: int) -> Iterator[SheetRow]:
    yield heading(row.text)
    if state.tab != "quotes":
        yield from _line(f"{row.index} {_plural(row.index, 'row')}, those with most mentions first", width)
        return
    text = reading.article.text
    shown = [reading.analysis.quotes[one.index] for one in rows(state) if one.kind == "quote" and one.text == row.text]
    if row.text == UNATTRIBUTED:
        yield from _line("stands in quotation marks, but the article does not say who said it", width)
    elif row.text == TERMS:
        yield from _line("a few words in quotation marks that nobody is said to have said: names, titles, irony", width)
    title = heading_title(row.text, reading)
    if title:
        yield from _line(f"the fullest title that the article gives: {title}", width)
    for name in ("direct", "mixed", "indirect"):
        count = sum(quote.kind == name for quote in shown)
        if count:
            yield from _line(f"{count} {KINDS[name]}", width)
    for name, least in (("sure", SURE), ("likely", LIKELY), ("doubtful", 0.0)):
        count = sum(level(quote) == name for quote in shown if voice(quote, text) == row.text)
        if count:
            bound = f"at least {round(least * 100)} in 100 like it were right" if least else "fewer were right"
            yield from _line(f"{count} {name}: {bound} when it was measured", width)


def _stated(row: PanelRow, reading: Reading, width: int) -> Iterator[SheetRow]:
    """A date, a figure, a note."""
    text = reading.article.text
    if row.kind == "date":
        date = reading.analysis.dates[row.index]
        yield heading(date.value or "A date that cannot be resolved")
        sure = "certain" if date.certain else "the likeliest reading"
        yield from _line(f"role: {date.role} · {sure}", width)
        yield from _line(f"resolved against the day of publication: {reading.article.published or 'not stated'}", width)
    elif row.kind == "figure":
        figure = reading.analysis.figures[row.index]
        yield heading(_flat(figure.span, text))
        number = f"{figure.value:,.10g}"
        from reader.events.hedges import hedge

        before, behind = hedge(text, figure)
        parts = (before, number, figure.unit or "", figure.of or "", behind)
        yield from _line(f"read as: {' '.join(part for part in parts if part)}", width)
    elif row.kind == "note":
        anchor = reading.notes[row.index].anchor
        found = {
            "exact": "where it was written",
            "moved": "found again by its words",
            "orphan": "no longer in the text",
        }
        yield heading("This note")
        yield from _line(f"its passage: {found[anchor.state]} (likeness {anchor.score:.2f})", width)
    for span in row.spans:
        yield from prose(_in_context(span, reading), width, "", 2)


def _in_context(span: Span, reading: Reading) -> str:
    """`¶3 … words around it …`."""
    text, article = reading.article.text, reading.article
    paragraph = article.paragraphs[article.paragraph_at(span.start)] if article.paragraphs else Span(0, len(text))
    start, end = max(paragraph.start, span.start - SNIPPET), min(paragraph.end, span.end + SNIPPET)
    start = text.find(" ", start, span.start) + 1 if start > paragraph.start else start
    end = max(text.rfind(" ", span.end, end), span.end) if end < paragraph.end else end
    before, after = "… " if start > paragraph.start else "", " …" if end < paragraph.end else ""
    return f"¶{article.paragraph_at(span.start) + 1} {before}{_flat(Span(start, end), text)}{after}"


def _paragraphs(reading: Reading, spans: tuple[Span, ...]) -> str:
    numbers = dict.fromkeys(reading.article.paragraph_at(span.start) + 1 for span in spans)
    return ", ".join(f"¶{number}" for number in numbers)


def _flat(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"
