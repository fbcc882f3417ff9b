"""What an edit of its file has changed in the open article."""

from datetime import datetime

from reader.model import Span
from reader.session.keys import Keys
from reader.session.rewritten import Rewritten, Step
from reader.session.state import State
from reader.session.world import World
from reader.ui.present import marked
from reader.ui.present.sheets import SheetPage, SheetRow, heading
from reader.ui.present.signs import ASCII, UNICODE
from reader.ui.present.wordings import differing


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """Every paragraph that came, went or was reworded, in the order of the text."""
    reading = state.reading
    edits = world.edits(reading.key) if reading else ()
    if not edits:
        return SheetPage(
            "What changed", (), "this article has not changed since it was first seen", "Esc closes", False
        )
    rows: list[SheetRow] = []
    for edit in edits:
        when = datetime.fromtimestamp(edit.noticed).astimezone()
        rows += [heading(f"noticed {when:%Y-%m-%d %H:%M} · {edit.summary}"), SheetRow(())]
        rows += _rows(edit, width, world.config.ascii)
    end = f"{keys.first('read')} marks it as read and clears the sign · Esc closes"
    return SheetPage(f"What changed: {edits[0].summary}", tuple(rows), "", end, False)


def _rows(edit: Rewritten, width: int, ascii: bool) -> list[SheetRow]:
    rows = []
    for name, before, now in edit.fields:
        rows += _prose(f"{name}  ", [(before or "none", f"{marked.GONE} strike"), (now or "none", marked.COME)], width)
    kept = 0
    signs = ASCII if ascii else UNICODE
    for step in edit.steps:
        if step.sign == "=":
            kept += 1
            continue
        rows += _kept(kept, signs.gap)
        kept = 0
        rows += _step(step, width, ascii)
        rows.append(SheetRow(()))
    return [*rows, *_kept(kept, signs.gap), SheetRow(())]


def _kept(many: int, sign: str) -> list[SheetRow]:
    return [SheetRow(((f"{sign} {many} ¶ as before", "dim-meta"),))] if many else []


def _step(step: Step, width: int, brackets: bool) -> list[SheetRow]:
    if step.sign == "~":
        text, inks = differing(step.old, [Span(0, len(step.old))], step.new, [Span(0, len(step.new))], woven=True)
    else:
        text = step.old or step.new
        inks = [(0, len(text), f"{marked.GONE} strike" if step.sign == "-" else marked.COME)]
    sign = "−" if step.sign == "-" and not brackets else step.sign
    found = marked.rows(text, inks, width - 2, brackets)
    return [SheetRow(((f"{sign} " if not at else "  ", "bold"), *line), text) for at, line in enumerate(found)]


def _prose(lead: str, pieces: list[tuple[str, str]], width: int) -> list[SheetRow]:
    text, inks = lead, [(0, len(lead), "dim-meta")]
    for words, role in pieces:
        inks.append((len(text), len(text) + len(words), role))
        text += words + " "
    return [SheetRow(line, text) for line in marked.rows(text.rstrip(), inks, width)]
