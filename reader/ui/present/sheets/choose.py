"""A list to choose from: who has said it, which name is the same, which form is another name."""

from reader.session.choice import Choice, Chosen, Option
from reader.session.keys import Keys
from reader.session.state import State
from reader.session.world import World
from reader.text.cells import cell_width, fit
from reader.text.clean import printable
from reader.ui.present.sheets import SheetPage, SheetRow, prose

LIKE = 60
"""Likeness, 0 to 100, from which a name is shown though it has not the letters that were typed."""
LEAD_ROWS = 3


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """The options, under what they are about."""
    choice = state.sheet.choice if state.sheet else None
    if choice is None:
        return SheetPage("Choose", (), "there is nothing to choose from", "Esc closes")
    lead = prose(choice.lead, width, "quote" if choice.purpose == "speaker" else "dim-meta")
    rows = [*lead[:LEAD_ROWS], SheetRow(()), *(_row(choice, option, width) for option in choice.options)]
    own = " · or type a name" if choice.free else ""
    return SheetPage(choice.title, tuple(rows), "", f"Enter takes it{own} · Esc closes", unmatched="no such name here")


def first(choice: Choice, width: int) -> int:
    """Index of the first option among the rows."""
    return min(LEAD_ROWS, len(prose(choice.lead, width))) + 1


def _row(choice: Choice, option: Option, width: int) -> SheetRow:
    name = fit(option.label, width) if cell_width(option.label) > width else option.label
    rest = width - cell_width(name) - 2
    detail = fit(option.detail, rest) if rest > 8 else ""
    return SheetRow(((name, ""), ("  ", ""), (detail, "dim-meta")), option.label, Chosen(choice, option.value))


def found(choice: Choice, typed: str, width: int) -> list[SheetRow]:
    """The options that have what was typed, or are like it; and, where that may be, what was typed itself."""
    from rapidfuzz import fuzz

    words = typed.casefold().split()
    wanted = " ".join(words)
    having = [one for one in choice.options if all(word in one.label.casefold() for word in words)]
    like = [
        (-float(fuzz.partial_ratio(wanted, one.label.casefold())), number, one)
        for number, one in enumerate(choice.options)
        if one not in having
    ]
    near = [one for score, _, one in sorted(like, key=lambda found: found[:2]) if -score >= LIKE and len(wanted) > 2]
    rows = [_row(choice, option, width) for option in (*having, *near)]
    if choice.free and not any(option.label.casefold() == wanted for option in having):
        own = Chosen(choice, " ".join(printable(typed).split()))
        line = ((f"“{own.value}”", ""), ("  a name that the articles do not have", "dim-meta"))
        rows.insert(0 if not having else len(rows), SheetRow(line, typed, own))
    return rows
