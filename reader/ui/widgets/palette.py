"""From the names of roles ("person", "dim-meta") to terminal styles. The only place where a widget learns a colour."""

from collections.abc import Mapping

from rich.color import Color, blend_rgb
from rich.style import Style

_ATTRIBUTES = {name: Style.parse(name) for name in ("bold", "dim", "italic", "underline", "reverse", "strike")}

_GROUNDS = 64
"""Grounds whose styles are kept: more than there are panes."""

PLAIN: Mapping[str, Style] = {
    "dim-meta": Style(dim=True),
    "gutter": Style(dim=True),
    "read": Style(dim=True),
    "unread": Style(bold=True),
    "note": Style(bold=True),
    "quote": Style(italic=True),
    "quote-current": Style(italic=True, bold=True),
    "person": Style(bold=True),
    "organisation": Style(bold=True, underline=True),
    "place": Style(underline=True),
    "figure": Style(underline=True),
    "date": Style(underline=True),
    "hit": Style(reverse=True),
    "differs": Style(bold=True, underline=True),
    "only": Style(italic=True),
}
"""What a theme's roles look like without any colour: the meaning that must survive `NO_COLOR`."""


def derived(styles: Mapping[str, Style]) -> dict[str, Style]:
    """The roles that only the widgets know, made of those that a theme names; where it has no colours, by shape."""
    ground, chosen = _background(styles, "background"), _background(styles, "selected")
    faint = _between(ground, chosen) if ground and chosen else None
    accent = styles.get("accent") or styles.get("quote") or Style(bold=True)
    dim = styles.get("dim-meta", Style(dim=True))
    return {
        "title": Style(bold=True),
        "cursor": Style(bgcolor=chosen) if chosen else Style(reverse=True),
        "cursor-blurred": Style(bgcolor=faint) if faint else Style(bold=True),
        "sentence": Style(bgcolor=faint),
        "selection": Style(bgcolor=chosen) if chosen else Style(reverse=True),
        "hit-current": styles.get("hit", PLAIN["hit"]) + Style(bold=True, underline=True),
        "cursor-bar": accent,
        "sentence-bar": dim,
        "cursor-bar-blurred": dim,
        "loading": dim,
        "gone": styles.get("similar", Style.null()) + Style(underline=True),
        "come": styles.get("similar", Style.null()) + Style(underline=True),
        "empty": dim,
    }


def _background(styles: Mapping[str, Style], role: str) -> Color | None:
    style = styles.get(role)
    return style.bgcolor if style and style.bgcolor and style.bgcolor.triplet else None


def _between(first: Color, second: Color) -> Color | None:
    if first.triplet is None or second.triplet is None:
        return None
    return Color.from_triplet(blend_rgb(first.triplet, second.triplet, 0.5))


class _On(dict[str, Style]):
    """Styles by role on one ground, each combined when it is first asked for."""

    def __init__(self, palette: "Palette", base: Style) -> None:
        super().__init__()
        self._palette = palette
        self.base = base

    def __missing__(self, role: str) -> Style:
        style = self[role] = self.base + self._palette.style(role)
        return style


class Palette:
    """The styles of a theme, by role. Immutable; giving a widget another one repaints it.

    A role may be several names with spaces between ("person unread", "dim-meta italic"): their styles are combined from
    left to right. `bold dim italic underline reverse strike` are roles of their own; a name that is not known is plain.
    The cursor's, the selection's and such (see `derived`) are made of the theme's where it does not name them.
    """

    def __init__(self, styles: Mapping[str, Style] = PLAIN) -> None:
        self._styles = {**_ATTRIBUTES, **derived(styles), **styles}
        self._combined: dict[str, Style] = {"": Style.null()}
        self._grounds: dict[int, _On] = {}
        """By the identity of a ground, which is kept so that no other one gets it."""

    def style(self, role: str) -> Style:
        """The style of a role, or of several with spaces between."""
        found = self._combined.get(role)
        if found is None:
            found = Style.combine(self._styles.get(name, Style.null()) for name in role.split())
            self._combined[role] = found
        return found

    def on(self, base: Style) -> Mapping[str, Style]:
        """The styles of roles laid over a pane's own colours, for whoever asks often."""
        found = self._grounds.get(id(base))
        if found is None:
            if len(self._grounds) >= _GROUNDS:
                self._grounds.clear()
            found = self._grounds[id(base)] = _On(self, base)
        return found

    def __contains__(self, name: str) -> bool:
        return name in self._styles
