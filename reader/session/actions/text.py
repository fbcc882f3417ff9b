"""Moving within the text by what it is made of: sentences, paragraphs, quotes."""

from collections.abc import Sequence
from dataclasses import replace

from reader.model import Span
from reader.session.effects import Select
from reader.session.opening import at_cursor
from reader.session.panel import follow_text
from reader.session.registry import Step, action, said
from reader.session.state import LAYERS, TABS, Sheet, State
from reader.session.world import World

GROUP = "Reading"


def _to_span(state: State, spans: Sequence[Span], forward: bool, what: str) -> State:
    """Move to the next of `spans` (in order of the text), or to the one before."""
    if not state.reading:
        return state
    cursor = state.reading.cursor
    starts = [span.start for span in spans]
    wanted = [s for s in starts if s > cursor][:1] if forward else [s for s in starts if s < cursor][-1:]
    if not wanted:
        return said(state, f"no {'further' if forward else 'earlier'} {what}")
    return at_cursor(state, wanted[0])


@action("}", "alt+down", group=GROUP)
def next_paragraph(state: State, world: World, which: int) -> Step:
    """Go to the next paragraph."""
    return _to_span(state, state.reading.article.paragraphs, True, "paragraph") if state.reading else state


@action("{", "alt+up", group=GROUP)
def previous_paragraph(state: State, world: World, which: int) -> Step:
    """Go to the start of the paragraph, or to the one before."""
    return _to_span(state, state.reading.article.paragraphs, False, "paragraph") if state.reading else state


@action(")", "alt+s", group=GROUP)
def next_sentence(state: State, world: World, which: int) -> Step:
    """Go to the next sentence."""
    return _to_span(state, state.reading.analysis.sentences, True, "sentence") if state.reading else state


@action("(", "alt+a", group=GROUP)
def previous_sentence(state: State, world: World, which: int) -> Step:
    """Go to the start of the sentence, or to the one before."""
    return _to_span(state, state.reading.analysis.sentences, False, "sentence") if state.reading else state


def _quote_starts(state: State) -> list[Span]:
    quotes = state.reading.analysis.quotes if state.reading else ()
    return sorted(quote.spans[0] for quote in quotes)


@action(">", "alt+q", group=GROUP, label="next quote", scope=("text", "panel"))
def next_quote(state: State, world: World, which: int) -> Step:
    """Go to the next quote."""
    return _on_quotes(_to_span(state, _quote_starts(state), True, "quote"))


@action("<", "alt+w", group=GROUP, scope=("text", "panel"))
def previous_quote(state: State, world: World, which: int) -> Step:
    """Go to the previous quote."""
    return _on_quotes(_to_span(state, _quote_starts(state), False, "quote"))


def _on_quotes(state: State) -> State:
    return follow_text(replace(state, tab="quotes"))


@action("p", group=GROUP, label="panel")
def panel_tab(state: State, world: World, which: int) -> Step:
    """Show the panel, or its next tab: quotes, entities, notes."""
    if not state.panel_shown or (state.overlay and state.pane != "panel"):
        return replace(state, panel_shown=True, pane="panel" if state.overlay else state.pane)
    tab = TABS[(TABS.index(state.tab) + 1) % len(TABS)]
    return follow_text(replace(state, tab=tab, panel_cursor=0))


@action("P", group=GROUP)
def hide_panel(state: State, world: World, which: int) -> Step:
    """Hide the panel, or show it again."""
    pane = "text" if state.pane == "panel" else state.pane
    return replace(state, panel_shown=not state.panel_shown, pane=pane)


@action("B", group=GROUP, scope=("text", "panel"))
def order_of_quotes(state: State, world: World, which: int) -> Step:
    """List the quotes by speaker, or in the order of the text."""
    state = follow_text(replace(state, by_speaker=not state.by_speaker, tab="quotes", panel_cursor=0))
    return said(state, "quotes by speaker" if state.by_speaker else "quotes in the order of the text")


@action("H", group=GROUP)
def layers(state: State, world: World, which: int) -> Step:
    """Change what is marked in the text: nothing, quotes, names too, everything, also what is told only here."""
    layer = (state.layers + 1) % len(LAYERS)
    return said(replace(state, layers=layer), f"marks: {LAYERS[layer]}")


@action("v", group=GROUP, scope=("text",))
def select_text(state: State, world: World, which: int) -> Step:
    """Begin to select text at the cursor; again, or Esc, to stop."""
    selecting = state.reading is not None and state.reading.selection is not None
    return state, Select(not selecting)


@action("i", "alt+i", group=GROUP, label="why")
def why(state: State, world: World, which: int) -> Step:
    """Say why: the evidence for a quote's speaker, for an event's grouping, for where a field was read."""
    return replace(state, sheet=Sheet("why"))


@action("z", group=GROUP)
def zoom(state: State, world: World, which: int) -> Step:
    """Give the focused pane the whole screen, or take it back."""
    return replace(state, zoomed=not state.zoomed)
