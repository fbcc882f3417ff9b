"""The one-line bars around the text and at the foot: where you are, how far, what happened, which keys act here."""

from reader.session.actions import ACTIONS, Action
from reader.session.keys import Keys, shown
from reader.session.state import State
from reader.text.cells import cell_width, fit
from reader.ui.present.articles import Line
from reader.ui.present.searching import sections, total
from reader.ui.present.signs import UNICODE, Signs

COMFORTABLE = 100
"""Columns below which the right half of the status line says only what matters most."""


SIGN_ROLES = {
    "info": "dim-meta",
    "same": "same",
    "similar": "similar",
    "differs": "differs",
    "only": "only",
    "error": "error",
}


SECTIONS = 96
"""Cells for a search's sections at the most, so that where one is has room beside them."""


def status_left(state: State, coach: str, signs: Signs = UNICODE, width: int = SECTIONS) -> Line:
    """The last thing that happened; else the selection, the filter, or the coach's next step."""
    message = state.message
    if message:
        sign = {"info": "", "similar": signs.same, "error": signs.bad}.get(message.sign) or getattr(
            signs, message.sign, ""
        )
        return ((f" {sign} {message.text}" if sign else f" {message.text}", SIGN_ROLES[message.sign]),)
    if state.query:
        if len(state.query.counts) > 1:
            lead = f" “{state.query.text}” "
            room = min(SECTIONS, width - cell_width(lead) + 1)
            return ((lead, "dim-meta"), *sections(state.query, room, signs)[1:])
        found = f" “{state.query.text}”: {total(state)} {signs.dot} Esc shows all"
        return ((found, "dim-meta"),)
    if state.find and state.find.spans:
        count = len(state.find.spans)
        at = f"{state.find.current + 1}/{count}" if state.find.current >= 0 else f"{count} hits"
        return ((f" “{state.find.term}” {at} {signs.dot} n next, N previous", "dim-meta"),)
    if state.find and state.prompt:
        return ((f" “{state.find.term}” is not in this article", "only"),)
    if state.selected:
        return ((f" {len(state.selected)} selected {signs.dot} r s t act on them, Esc drops them", "dim-meta"),)
    return ((f" {coach}", "coach"),) if coach else ()


def status_right(state: State, progress: float, unread: int, width: int) -> Line:
    """Where in the article, how far, how much is unread; on a narrow screen only the first."""
    reading, parts = state.reading, []
    if reading and reading.article.paragraphs:
        paragraph = reading.article.paragraph_at(reading.cursor) + 1
        parts.append(f" ¶ {paragraph} of {len(reading.article.paragraphs)}")
        parts.append(f"{round(progress * 100):>3} %")
    if unread and width >= COMFORTABLE:
        parts.append(f"{unread:,} unread")
    if width < COMFORTABLE and state.message:
        parts = parts[:1]
    return (("   ".join(parts) + " ", "dim-meta"),)


def both_fit(left: Line, right: Line, width: int) -> bool:
    """Whether the two halves of a bar fit beside each other; what has just happened matters more than where one is."""
    return sum(cell_width(text) for text, _ in (*left, *right)) < width


PAGE_KEYS = ("note_on_row", "copy_page")
PAGE_ENDS = ("help", "leave_page")
FOOTER = {
    "list": ("into", "next_source", "find", "query", "star", "group", "note", "help", "back"),
    "text": (
        "next_source",
        "compare",
        "facts",
        "who_said_what",
        "versions",
        "next_quote",
        "find",
        "query",
        "note",
        "why",
        "panel_tab",
        "help",
        "back",
    ),
    "compare": (
        *("next_difference", "only_differences", "pivot", "next_right", "word_differences", "swap_sides", "open_side"),
        *("note_on_pair", "copy_pair", "help", "leave_comparison"),
    ),
    "quote": ("next_versions", "open_version", "compare_version", "copy_versions", "help", "leave_versions"),
    "matrix": (
        *("open_row", "unfold_unnamed", "cell_wording", "compare_cell", "narrow_rows", "sort_speakers"),
        *(*PAGE_KEYS, "facts", "gaps", "timeline", *PAGE_ENDS),
    ),
    "cell": ("open_row", "cell_wording", "compare_cell", *PAGE_KEYS, *PAGE_ENDS),
    "facts": (
        *("open_row", "next_kind", "narrow_rows", "mark_seen", "why_matched"),
        *(*PAGE_KEYS, "who_said_what", "gaps", *PAGE_ENDS),
    ),
    "gaps": ("open_row", "next_kind", "mark_seen", "narrow_rows", *PAGE_KEYS, "facts", "timeline", *PAGE_ENDS),
    "timeline": ("open_row", "narrow_rows", *PAGE_KEYS, "who_said_what", "facts", "gaps", *PAGE_ENDS),
    "headlines": ("open_row", *PAGE_KEYS, "who_said_what", "facts", "gaps", "timeline", *PAGE_ENDS),
    "panel": ("into", "panel_tab", "filter_panel", "why", "note", "edit", "delete_note", "help", "back"),
}
PAGE_LABELS = {
    ("matrix", "open_row"): "quotes",
    ("facts", "open_row"): "side by side",
    ("cell", "open_row"): "read",
    ("gaps", "open_row"): "read",
    ("timeline", "open_row"): "read",
    ("headlines", "open_row"): "read",
    ("facts", "next_kind"): "kind",
    ("gaps", "next_kind"): "list",
    ("facts", "narrow_rows"): "agreeing",
    ("gaps", "narrow_rows"): "hide",
    ("gaps", "mark_seen"): "put aside",
}
"""What a key does on one of the event's pages, where it does something else on another."""
LABELS = {"star": "star", "group": "group", "delete_note": "delete", "into": "open"}


def hint(state: State, keys: Keys, width: int) -> tuple[Line, Line]:
    """After the first of two keys: what may follow, on two lines."""
    pairs = [(shown(key), _hinted(action)) for key, action in keys.continuations(state.scope)]
    first = _keys([(keys.pending, ""), *pairs], width)
    rest = pairs[max(0, len(first) // 2 - 1) :]
    return first, _keys(rest, width)


def _hinted(action: Action) -> str:
    return action.label or action.title.lower().removeprefix("go to ")


def footer(state: State, keys: Keys, width: int) -> Line:
    """The keys that matter in the focused pane, as many as there is room for; help and the way back always."""
    pairs = [(keys.first(name), _labelled(state.scope, name)) for name in FOOTER[state.scope]]
    if state.scope == "list" and not state.query:
        pairs[-1] = (pairs[-1][0], "quit")
    *others, one, other = [pair for pair in pairs if pair[0]]
    always = _keys([one, other], width)
    return (*_keys(others, width - sum(cell_width(text) for text, _ in always)), *always)


def _labelled(scope: str, name: str) -> str:
    return PAGE_LABELS.get((scope, name)) or LABELS.get(name) or ACTIONS[name].label or name


def _keys(pairs: list[tuple[str, str]], width: int) -> Line:
    pieces: list[tuple[str, str]] = []
    used = 0
    for key, label in pairs:
        cells = cell_width(key) + cell_width(label) + 4
        if used + cells > width:
            break
        pieces += [(f" {key}", "key"), (f" {label}  " if label else " ", "dim-meta")]
        used += cells
    return tuple(pieces)


def fitted(line: Line, width: int) -> Line:
    """A line of one piece, with an ellipsis where it is longer than the screen."""
    return tuple((fit(text, width) if cell_width(text) > width else text, role) for text, role in line)
