"""The event's sources beside each other: figures, verbs of speech, what each calls the people. No verdicts."""

from collections.abc import Iterable, Iterator, Sequence

from reader.events.profile import Profile, Verb, profile
from reader.events.roster import SharedName, roster
from reader.model import Analysis, Article
from reader.session.keys import Keys
from reader.session.state import Reading, State
from reader.session.world import World
from reader.text.cells import cell_width, fit
from reader.ui.present.articles import Line
from reader.ui.present.name_cards import forms, times
from reader.ui.present.sheets import SheetPage, SheetRow, heading, prose
from reader.ui.present.signs import ASCII, UNICODE, Signs, long_day
from reader.ui.widgets.line import wrap_line

WIDE = 96
"""Cells from which the figures of a source stand on one row."""
LEAST_COLUMN = 19
"""Cells that a source's column needs for names to stand side by side."""
NAME = 20
"""Cells of the column of names."""
PEOPLE = 15
"""People shown with what they are called; those that most sources name."""
HEADS = ("words", "quotes", "direct", "partial", "indirect", "in quotation marks", "speakers", "names")


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """What there is to say about each source's report."""
    reading = state.reading
    if reading is None:
        return SheetPage("Sources", (), "no article is open: Enter opens one", "Esc closes", False)
    signs = ASCII if world.config.ascii else UNICODE
    library = world.library
    told = [(library.article(key), library.analysis(key)) for key in reading.strip]
    profiles = [profile(article, analysis) for article, analysis in told]
    rows = [*_figures(reading, told, profiles, signs, width), SheetRow(()), *_verbs(reading, profiles, signs, width)]
    people = [name for name in reading.tellings.names or roster(told) if name.type == "person"]
    rows += [SheetRow(()), *_people(reading, people[:PEOPLE], signs, width)]
    title = "Sources" if len(told) > 1 else "Sources · the only one of this event"
    return SheetPage(title, tuple(rows), "", "Enter goes to the source · Esc closes", False)


def _figures(
    reading: Reading, told: Sequence[tuple[Article, Analysis]], profiles: Sequence[Profile], signs: Signs, width: int
) -> Iterator[SheetRow]:
    wide = width >= WIDE
    yield SheetRow((("How much, and how much of it is quotation", "heading"),))
    if wide:
        yield SheetRow(
            ((" " * 24 + "".join(f"{head:>9}" for head in (*HEADS[:5], "in marks", *HEADS[6:])), "dim-meta"),)
        )
    for place, ((article, analysis), one) in enumerate(zip(told, profiles, strict=True)):
        role = "source-current" if place == reading.place else "source"
        about = " · ".join(
            part for part in (long_day(article.published), article.agency and f"with {article.agency}") if part
        )
        numbers = _numbers(one, analysis)
        name = f"{place + 1} {reading.sources[place]}"
        if wide:
            cells = "".join(f"{number:>9}" for number in numbers)
            yield SheetRow(((fit(name, 24, signs.ellipsis), role), (cells, "")), "", place)
            if about:
                yield SheetRow(((f"  {about}", "dim-meta"),), "", place)
            continue
        yield SheetRow(((fit(name, width, signs.ellipsis).rstrip(), role), (f"  {about}", "dim-meta")), "", place)
        stated = f" {signs.dot} ".join(f"{number} {head}" for number, head in zip(numbers, HEADS, strict=True))
        yield from prose(stated, width, "", 2, place)


def _numbers(one: Profile, analysis: Analysis) -> tuple[str, ...]:
    counts = (one.words, one.quotes, one.direct, one.partial, one.indirect)
    return (*(f"{count:,}" for count in counts), f"{one.share:.0%}", str(one.speakers), str(len(analysis.entities)))


def _verbs(reading: Reading, profiles: Sequence[Profile], signs: Signs, width: int) -> Iterator[SheetRow]:
    yield heading("Verbs of speech")
    note = "neutral: the verb says no more than that it was said, asked or written; other: it also says how"
    yield from prose(note, width, "dim-meta", 2)
    for place, one in enumerate(profiles):
        role = "source-current" if place == reading.place else "source"
        yield SheetRow(((f"{place + 1} {reading.sources[place]}", role),), "", place)
        for label, wanted in (("neutral", True), ("other", False)):
            listed = _listed([verb for verb in one.verbs if verb.neutral is wanted], signs)
            if listed:
                for n, line in enumerate(wrap_line(listed, max(8, width - 11))):
                    yield SheetRow(((f"  {label if n == 0 else '':<8} ", "dim-meta"), *line), "", place)
        if not one.verbs:
            yield SheetRow((("  none", "dim-meta"),), "", place)


def _listed(verbs: Iterable[Verb], signs: Signs) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    for verb in verbs:
        pieces += [(", ", "dim-meta")] if pieces else []
        pieces += [(verb.form, ""), (times(verb.count, signs), "dim-meta")]
    return pieces


def _people(reading: Reading, people: Sequence[SharedName], signs: Signs, width: int) -> Iterator[SheetRow]:
    yield heading("What each source calls the people")
    if not people:
        yield from prose("no person is named", width, "dim-meta", 2)
        return
    many = len(reading.strip)
    column = (width - NAME - 1) // many
    if column < LEAST_COLUMN:
        for name in people:
            yield SheetRow(((name.name, "person"),))
            yield from _stacked(name, reading, signs, width)
        return
    yield SheetRow(
        _row("", [((f"{n + 1} {name}", "dim-meta"),) for n, name in enumerate(reading.sources)], column, signs)
    )
    for name in people:
        cells = [wrap_line(forms(naming, signs), column - 2) or [()] for naming in name.sources[:many]]
        for n in range(max(len(cell) for cell in cells)):
            yield SheetRow(
                _row(name.name if n == 0 else "", [c[n] if n < len(c) else () for c in cells], column, signs)
            )


def _stacked(name: SharedName, reading: Reading, signs: Signs, width: int) -> Iterator[SheetRow]:
    for place, naming in enumerate(name.sources[: len(reading.strip)]):
        lead = f"  {place + 1} "
        for n, line in enumerate(wrap_line(forms(naming, signs), max(8, width - len(lead)))):
            shown = lead if n == 0 else " " * len(lead)
            yield SheetRow(((shown, "dim-meta"), *line), "", place)


def _row(name: str, cells: Sequence[Line], column: int, signs: Signs) -> Line:
    """A row of the table: the name, then a piece of each source's cell."""
    pieces: list[tuple[str, str]] = [(fit(name, NAME, signs.ellipsis), "person"), (" ", "")]
    for cell in cells:
        used = 0
        for text, role in cell:
            text = text if used + cell_width(text) <= column - 1 else fit(text, column - 1 - used, signs.ellipsis)
            pieces.append((text, role))
            used += cell_width(text)
        pieces.append((" " * (column - used), ""))
    return tuple(pieces)
