"""What lies over the main screen: the line for words to find, the note editor, sheets, the command palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader.session.actions import ACTIONS, deciding, exporting, finding, marking, noting, panelling, searching
from reader.session.registry import said
from reader.session.state import Find, Prompt, State
from reader.text.cells import fit

if TYPE_CHECKING:
    from textual import events

    from reader.ui.app import ReaderApp
    from reader.ui.present.articles import Line
    from reader.ui.prompt import PromptLine

LOADED = 0.5
"""Seconds until it is looked again whether everything has been loaded."""
PAIRED = 180
"""Cells that are shown of each passage of a note on two."""
LABELS = {
    "find": "Find: ",
    "query": "Search the library: ",
    "command": ":",
    "tags": "Tags: ",
    "filter": "Filter the panel: ",
    "rename": "Call it: ",
    "export": "Export to: ",
    "save": "Keep this search as: ",
}


def _is_same_query(before: Prompt | None, after: Prompt | None) -> bool:
    """Whether the field for a search is open and stays so."""
    return before is not None and after is not None and before.kind == after.kind == "query"


class Overlays:
    """Opens and closes what the state asks for. Each part is imported when it is first needed."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._line: PromptLine | None = None
        self.drafts: dict[tuple[object, ...], str] = {}
        """Notes that were begun and left with Esc."""

    def show(self, before: State, state: State) -> None:
        """Bring the screen to what the state says."""
        if before.prompt is not state.prompt and not _is_same_query(before.prompt, state.prompt):
            self._prompt(state.prompt)
        if before.sheet is not state.sheet and state.sheet is not None:
            self._sheet(state)

    # the line for words

    def _prompt(self, prompt: Prompt | None) -> None:
        if prompt is None or prompt.kind == "note":
            if self._line is not None and self._line.display:
                self._line.put_away()
                self._app.main.focus_pane()
            if prompt is not None:
                self._note(prompt)
            return
        words = tuple(ACTIONS) if prompt.kind == "command" else ()
        self._opened_line().ask(LABELS[prompt.kind], prompt.text, words, prompt.kind == "query")

    def _opened_line(self) -> PromptLine:
        if self._line is None:
            from reader.ui.prompt import PromptLine

            self._line = PromptLine(self._app)
            self._app.main.foot.mount(self._line)
        return self._line

    def make_ready(self, is_loading: Callable[[], bool]) -> Iterator[None]:
        """Put the line onto the screen ahead, hidden: that takes longer than all else that its first key does.

        Later where parts of the program are still being loaded, as no key should wait for that.
        """
        if is_loading():
            self._app.idle.run("prompt", self.make_ready(is_loading), LOADED)
        elif self._line is None:
            self._opened_line().display = False
        yield

    @property
    def is_typing(self) -> bool:
        """Whether the line for words has the focus."""
        return self._line is not None and self._line.input.has_focus

    def take(self, event: events.Key) -> bool:
        """A key that came before the line had the focus: its letters are not lost, and act as nothing else."""
        if self._line is None or not self._line.display:
            return False
        self._line.input.select_on_focus = False  # when the focus comes, what has been typed is not to be selected
        if event.is_printable and event.character:
            self._line.input.insert_text_at_cursor(event.character)
        elif event.key == "backspace":
            self._line.input.action_delete_left()
        elif event.key == "enter":
            self.entered(self._line.input.value)
        elif event.key == "escape":
            self.cancelled()
        return True

    def above_query(self, width: int) -> tuple[Line, Line]:
        """The line above the field for a search."""
        return self._opened_line().status(width)

    def next_section(self) -> None:
        """The next section of the search that is being typed."""
        self._app.change(searching.in_section(self._app.state, self._app.world, 1))

    def changed(self, text: str, at_once: bool = False) -> None:
        """The words in the line are others. `at_once`: what is found has to be known before the next step."""
        app, prompt = self._app, self._app.state.prompt
        app.idle.hold(typing=prompt is not None and prompt.kind == "query")
        if prompt is None:
            return
        if prompt.kind == "find":
            self._find(text, at_once)
        elif prompt.kind == "query":
            app.change(finding.query_changed(app.state, app.world, text))
        elif prompt.kind == "filter":
            app.change(panelling.filter_changed(app.state, text))

    def _find(self, text: str, at_once: bool) -> None:
        """Look for words in the article; a long one is made ready first, while the screen goes on."""
        app = self._app
        whole = app.state.reading.article.text if app.state.reading else ""
        if at_once or app.searching.is_ready(whole):
            app.change(finding.find_changed(app.state, app.world, text))
        else:
            app.searching.make_ready(whole, self._find_now)

    def _find_now(self) -> None:
        prompt = self._app.state.prompt
        if prompt is not None and prompt.kind == "find" and self._line is not None:
            self._find(self._line.input.value, True)

    def entered(self, text: str) -> None:
        """Enter in the line."""
        app, prompt = self._app, self._app.state.prompt
        if prompt is None:
            return
        if prompt.kind == "tags":
            app.change(marking.tagged(app.state, app.world, text))
        elif prompt.kind == "command":
            self._command(text)
        elif prompt.kind == "save":
            app.hands.take(searching.saved(app.state, app.world, text))
        elif prompt.kind == "export":
            app.hands.take(exporting.entered(app.state, app.world, text))
        elif prompt.kind == "rename":
            app.hands.take(deciding.renamed(app.state, app.world, text))
        elif prompt.kind == "filter":
            late = text != app.state.panel_filter  # Enter came before the news of the last letter
            app.change(panelling.filter_accepted(panelling.filter_changed(app.state, text) if late else app.state))
        else:
            if text != self._looked_for():  # Enter came before the news of the last letter
                self.changed(text, at_once=True)
            query = app.state.query
            is_answered = prompt.kind == "query" and app.state.asking is None
            if is_answered and query and not query.total and query.advice and query.advice.instead:
                self._opened_line().put(query.advice.instead)
                return
            app.change(finding.accept(app.state, app.world))

    def _looked_for(self) -> str:
        """The words that the screen shows the hits of."""
        state = self._app.state
        asked = state.find if state.prompt and state.prompt.kind == "find" else state.asking or state.query
        return "" if asked is None else asked.term if isinstance(asked, Find) else asked.text

    def cancelled(self) -> None:
        """Esc in the line."""
        state = self._app.state
        filtering = state.prompt is not None and state.prompt.kind == "filter"
        self._app.change(panelling.filter_dropped(state) if filtering else finding.cancel(state, self._app.world))

    def _command(self, text: str) -> None:
        app = self._app
        app.change(finding.cancel(app.state, app.world))
        name = text.strip().replace(" ", "_").replace("-", "_")
        name = {"q": "quit", "wq": "quit", "h": "help"}.get(name, name)
        if not name:
            return
        if name in ACTIONS:
            app.act(name)
            return
        from reader.settings.nearest import did_you_mean

        app.change(
            said(app.state, f"no command is called {text.strip()} {did_you_mean(name, ACTIONS)}".strip(), "error")
        )

    # notes

    def _note(self, prompt: Prompt) -> None:
        from reader.ui.note_editor import NoteEditor

        reading = self._app.state.reading
        if reading is None:
            return
        on = prompt.span.of(reading.article.text) if prompt.span else f"The whole article: {reading.article.label}"
        draft = (reading.article.id, prompt.span, prompt.note.id if prompt.note else "", prompt.pair)
        if prompt.pair:
            on = " ↔ ".join(fit(span.of(article.text), PAIRED).rstrip() for article, span in prompt.pair)
        text = self.drafts.pop(draft, prompt.text)

        def done(body: str | None) -> None:
            app = self._app
            if body is None:
                app.change(finding.cancel(app.state, app.world))
                return
            step = noting.entered(app.state, app.world, body)
            state, effect = step if isinstance(step, tuple) else (step, None)
            app.change(state)
            if effect:
                app.hands.do(effect)

        self._app.push_screen(NoteEditor(on, text, lambda left: self.drafts.update({draft: left})), done)

    # sheets

    def _sheet(self, state: State) -> None:
        assert state.sheet is not None
        if state.sheet.kind == "raw":
            from reader.ui.raw_view import RawView

            self._app.push_screen(RawView(self._app), lambda _: self._app.act("clear"))
            return
        from reader.ui.sheet import SheetScreen

        self._app.push_screen(SheetScreen(self._app), self._sheet_closed)

    def _sheet_closed(self, target: object) -> None:
        from reader.ui.sheet import go

        app, sheet = self._app, self._app.state.sheet
        app.act("clear")
        if target is not None and sheet is not None:
            go(app, sheet.kind, target)

    def palette(self) -> None:
        """Textual's own palette, filled from the registry."""
        from textual.command import CommandPalette

        from reader.ui.commands import Commands

        self._app.push_screen(CommandPalette(providers=[Commands], placeholder="Search for an action …"))
