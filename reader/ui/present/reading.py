"""The open article as a document for the reading pane: header, marks, gutter, notes."""

from reader.session.state import Reading, State
from reader.ui.present.articles import Line
from reader.ui.present.signs import UNICODE, Signs, long_day
from reader.ui.widgets.document import Document, Mark

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction, adults: 238 words a minute (Brysbaert 2019, a meta-analysis), rounded down."""

QUOTES, NAMES, EVERYTHING, GAPS = 1, 2, 3, 4
"""The layers of marks, each with those before it."""
MOST_SIGNS = 8
"""Other sources up to which each has a sign of its own beside the paragraph."""


def document(state: State, signs: Signs = UNICODE) -> Document:
    """Everything that the pane draws, but for cursor, selection and hits."""
    reading = state.reading
    if reading is None:
        return Document()
    gutter, width = _gutter(reading, signs)
    return Document(
        text=reading.article.text,
        paragraphs=reading.article.paragraphs,
        header=_header(reading),
        footer=_footer(reading),
        sentences=reading.analysis.sentences,
        marks=_marks(state, reading),
        gutter=gutter,
        gutter_width=width,
        notes=frozenset(
            reading.article.paragraph_at(placed.anchor.span.start) for placed in reading.notes if placed.anchor.span
        ),
    )


def _header(reading: Reading) -> tuple[Line, ...]:
    article = reading.article
    minutes = max(1, round(len(article.text.split()) / WORDS_A_MINUTE))
    place = article.place or article.dateline
    about = (article.source, article.author, long_day(article.published), place, article.agency, f"{minutes} min")
    meta = " · ".join(part for part in about if part)
    changed: tuple[Line, ...] = (((f"changed: {reading.changed}", "differs"),),) if reading.changed else ()
    return ((), ((article.label, "title"),), ((meta, "dim-meta"),), *changed, ())


def _footer(reading: Reading) -> tuple[Line, ...]:
    article = reading.article
    rest = [*article.captions, *article.leftovers, *([article.url] if article.url else [])]
    lines: list[Line] = [((line, "dim-meta"),) for line in rest]
    return ((), *lines) if lines else ()


def _gutter(reading: Reading, signs: Signs) -> tuple[dict[int, Line], int]:
    """For each paragraph one sign per other source, in the order of the strip; of many how many tell it: `3/12`."""
    told = reading.tellings.told
    others = max(0, len(reading.strip) - 1)
    gutter: dict[int, Line] = {}
    for paragraph in range(len(reading.article.paragraphs) if told else 0):
        flags = [source[paragraph] for source in told if paragraph < len(source)]
        text = "".join(signs.told if flag else signs.untold for flag in flags)
        if others > MOST_SIGNS:
            text = f"{sum(flags)}/{others}".rjust(2 * len(str(others)) + 1)
        gutter[paragraph] = ((text, "gutter" if any(flags) else "only"),)
    cells = 2 * len(str(others)) + 1 if others > MOST_SIGNS else others
    return gutter, cells + 2


def _marks(state: State, reading: Reading) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    found = reading.analysis
    if state.layers >= QUOTES:
        for quote in found.quotes:
            if quote.kind != "indirect":
                marks += [Mark(*part, "quote", quote.id) for part in quote.spans]
    if state.layers >= NAMES:
        for index, entity in enumerate(found.entities):
            if entity.type != "other":
                marks += [Mark(span.start, span.end, entity.type, f"entity {index}") for span in entity.mentions]
    if state.layers >= EVERYTHING:
        marks += [Mark(figure.span.start, figure.span.end, "figure", "") for figure in found.figures]
        marks += [Mark(date.span.start, date.span.end, "date", "") for date in found.dates if date.span]
        marks += [Mark(span.start, span.end, "differs", "") for span in reading.tellings.differing]
    if state.layers >= GAPS:
        marks += [Mark(span.start, span.end, "only", "") for span in reading.tellings.only]
    if reading.landed:
        marks.append(Mark(reading.landed.start, reading.landed.end, "landed", ""))
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
