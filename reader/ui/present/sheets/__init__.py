"""The pages that are laid over the screen, as rows: help, evidence, versions of a sentence, notes, themes, problems."""

from collections.abc import Callable

from reader.model.frozen import dataclass
from reader.session.state import State
from reader.session.world import World
from reader.ui.present.sheets.rows import SheetRow, heading, prose

__all__ = ["SheetPage", "SheetRow", "heading", "page", "prose"]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What a sheet shows."""

    title: str
    rows: tuple[SheetRow, ...]
    empty: str
    """The sentence shown where there are no rows."""
    keys: str
    """What Enter and other keys do here, for the bottom border."""
    searchable: bool = True
    unmatched: str = "nothing here has these words"
    """The sentence shown where there are rows, but none with what was typed."""


def page(state: State, world: World, keys: object, width: int) -> SheetPage:
    """The page that the state asks for, laid out for `width` cells."""
    from reader.ui.present.sheets import (
        changes,
        choose,
        lookup,
        notes,
        problems,
        queries,
        sources,
        themes,
        versions,
        why,
    )
    from reader.ui.present.sheets import help as help_page

    make: dict[str, Callable[..., SheetPage]] = {
        "help": help_page.page,
        "choose": choose.page,
        "changes": changes.page,
        "why": why.page,
        "versions": versions.page,
        "notes": notes.page,
        "themes": themes.page,
        "problems": problems.page,
        "sources": sources.page,
        "queries": queries.page,
        "names": lookup.page,
        "jump": lookup.page,
    }
    assert state.sheet is not None
    return make[state.sheet.kind](state, world, keys, width)
