"""The theme in use: trying one on, keeping it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.session.registry import said
from reader.ui.colours import styles, textual_theme
from reader.ui.widgets.palette import PLAIN, Palette

if TYPE_CHECKING:
    from reader.settings.theme import ThemeSpec
    from reader.ui.app import ReaderApp


class Looks:
    """Gives Textual its theme and the widgets their styles, from one theme of ours."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self.spec: ThemeSpec
        self.palette = Palette()

    def use(self, spec: ThemeSpec) -> None:
        """Show the screen in a theme, at once."""
        app, name = self._app, f"reader-{spec.name}"
        self.spec = spec
        app.register_theme(textual_theme(spec, name))
        app.theme = name
        self.palette = Palette(PLAIN) if app.no_color else Palette(styles(spec))
        main = app.main
        for widget in (main.rows, main.page, main.panel, main.header, main.strip, main.status, main.keys):
            widget.palette = self.palette

    def keep(self, name: str) -> None:
        """Use a theme from now on: it is written into the user's configuration."""
        from reader.settings.edit import set_value

        app = self._app
        if app.config_file is None:
            return
        problem = set_value(app.config_file, "theme", name)
        app.change(said(app.state, str(problem), "error") if problem else said(app.state, f"theme: {name}"))
