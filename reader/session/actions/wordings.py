"""One quotation in every source's words: opening that page, going from version to version and from quote to quote."""

from dataclasses import replace

from reader.model import Quote, Span
from reader.session.actions.deciding import quote_here
from reader.session.actions.sharing import reference
from reader.session.actions.side_by_side import open_pair
from reader.session.comparing.model import Version, Versions
from reader.session.comparing.versions import versions
from reader.session.effects import Copy
from reader.session.opening import at_cursor, visit
from reader.session.panel import follow_text
from reader.session.registry import Step, action, said
from reader.session.state import Scope, State
from reader.session.world import World

GROUP = "Versions of a quote"
HERE: tuple[Scope, ...] = ("quote",)


@action("d", "alt+d", group="Sources", label="wording")
def quote_versions(state: State, world: World, which: int) -> Step:
    """Show how every source words the quote under the cursor."""
    reading = state.reading
    if reading is None:
        return said(state, "no article is open: Enter opens one")
    if not reading.analysis.quotes:
        return said(state, "no quotes in this article; c puts it beside the next source")
    if len(reading.strip) < 2:
        return said(state, "no other source covers this event: there is no other wording to show")
    quote = quote_here(state)
    if quote is None:
        return said(state, "not on a quote: > goes to the next one, then d shows how every source words it")
    return replace(state, view=versions(world, reading, quote), prompt=None)


def _view(state: State) -> Versions | None:
    return state.view if isinstance(state.view, Versions) else None


@action("q", "d", "backspace", "h", "left", group=GROUP, scope=HERE, label="back")
def leave_versions(state: State, world: World, which: int) -> Step:
    """Go back to the article, at this quote, or to the page it was opened from."""
    view, reading = _view(state), state.reading
    if view is not None and view.back is not None:
        page, before = view.back
        return replace(state, view=page, reading=before)
    state = replace(state, view=None)
    if view is None or reading is None:
        return state
    spans = view.versions[0].quotes[0].spans
    inside = any(span.contains(reading.cursor) or reading.sentence.overlaps(span) for span in spans)
    return state if inside else follow_text(at_cursor(state, spans[0].start))


def moved(state: State, cursor: int) -> State:
    """The cursor is on another version."""
    view = _view(state)
    return state if view is None or view.cursor == cursor else replace(state, view=replace(view, cursor=cursor))


def _settled(state: State, world: World, view: Versions) -> State:
    """The report of the quote as the one that is open, where another was when the page was opened."""
    if view.back is None or state.reading is None:
        return state
    here = state.reading
    return visit(replace(state, reading=view.back[1]), world, here.key, here.cursor)


@action("n", group=GROUP, scope=HERE, label="next quote")
def next_versions(state: State, world: World, which: int) -> Step:
    """Show the versions of the article's next quote."""
    return _go(state, world, 1)


@action("N", group=GROUP, scope=HERE)
def previous_versions(state: State, world: World, which: int) -> Step:
    """Show the versions of the article's previous quote."""
    return _go(state, world, -1)


def _go(state: State, world: World, step: int) -> State:
    view, reading = _view(state), state.reading
    if view is None or reading is None:
        return _not_open(state)
    index = view.index + step
    quotes: tuple[Quote, ...] = reading.analysis.quotes
    if not 0 <= index < len(quotes):
        return said(state, f"no {'further' if step > 0 else 'earlier'} quote in this article")
    return replace(state, view=replace(versions(world, reading, quotes[index]), back=view.back))


def _not_open(state: State) -> State:
    return said(state, "this is for the versions of a quote: d on a quote shows them")


@action("enter", "l", "right", group=GROUP, scope=HERE, label="read")
def open_version(state: State, world: World, which: int) -> Step:
    """Go to this version in its source's report."""
    view, reading = _view(state), state.reading
    if view is None or reading is None:
        return _not_open(state)
    version = view.versions[min(view.cursor, len(view.versions) - 1)]
    if not version.quotes and version.told is None:
        return said(state, f"not quoted in {version.name}’s report", "only")
    state = replace(_settled(state, world, view), view=None, pane="text")
    if version.key == reading.key:
        return follow_text(at_cursor(state, version.quotes[0].spans[0].start))
    spans = version.quotes[0].spans if version.quotes else (version.told,)
    return visit(state, world, version.key, spans[0].start if spans[0] else 0)


@action("c", group=GROUP, scope=HERE, label="compare")
def compare_version(state: State, world: World, which: int) -> Step:
    """Put this report and the one with this version side by side, at the quote."""
    view, reading = _view(state), state.reading
    if view is None or reading is None:
        return _not_open(state)
    version = view.versions[min(view.cursor, len(view.versions) - 1)]
    place = version.place if version.key != reading.key else (reading.place + 1) % len(reading.strip)
    spans = view.versions[0].quotes[0].spans
    state = _settled(state, world, view)
    if not any(span.contains(reading.cursor) for span in spans):
        state = at_cursor(state, spans[0].start)
    assert state.reading is not None
    return open_pair(state, world, state.reading, place)


@action("y", group=GROUP, scope=HERE, label="copy")
def copy_versions(state: State, world: World, which: int) -> Step:
    """Copy every version of the quote, each with speaker and reference."""
    view = _view(state)
    if view is None:
        return _not_open(state)
    parts = [_quoted(version, world) for version in view.versions if version.quotes]
    return state, Copy("\n".join(parts) + "\n", "one version" if len(parts) == 1 else f"{len(parts)} versions")


def _quoted(version: Version, world: World) -> str:
    spans = [span for quote in version.quotes for span in quote.spans]
    words = " … ".join(" ".join(Span(*span).of(version.text).split()) for span in spans)
    quoted = words if words[:1] in '“"«‘' else f"“{words}”"
    who = version.quotes[0].speaker.name
    return f"{quoted} — {who + ', ' if who else ''}{reference(world.library.article(version.key), spans[0])}"
