"""From a theme's roles to what Textual draws with: its own theme, and one style for each role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.color import Color, ColorParseError
from rich.style import Style

from reader.settings.roles import RoleStyle
from reader.settings.theme import ThemeSpec

if TYPE_CHECKING:
    from textual.theme import Theme

DERIVED = {
    "": "foreground",
    "title": "bold foreground",
    "event": "bold foreground",
    "heading": "bold secondary",
    "source": "foreground",
    "source-current": "bold reverse accent",
    "key": "bold accent",
    "coach": "italic accent",
}
"""Roles of the screen's own furniture, as words and one role of the theme."""


def textual_theme(spec: ThemeSpec, name: str) -> Theme:
    """The theme as Textual wants it; our roles are variables of the style sheet, as `$role-…`."""
    from textual.theme import Theme  # the first frame needs the styles alone

    roles = spec.resolved()
    base: dict[str, Any] = {role: roles[role].colour for role in _BASE}
    variables = {
        "border": roles["border"].colour,
        "border-focus": roles["border-focus"].colour,
        "scrollbar": roles["border"].colour,
        "scrollbar-background": roles["background"].colour,
        "scrollbar-hover": roles["accent"].colour,
        "scrollbar-active": roles["accent"].colour,
        "scrollbar-background-hover": roles["background"].colour,
        "scrollbar-background-active": roles["background"].colour,
        "scrollbar-corner-color": roles["background"].colour,
        "input-selection-background": roles["selected"].background or roles["panel"].colour,
        "dim-meta": roles["dim-meta"].colour,
        "footer-key-foreground": roles["accent"].colour,
        "block-cursor-background": roles["accent"].colour,
        "block-cursor-foreground": roles["background"].colour,
    }
    if spec.ansi:
        variables |= {"ansi-background": roles["background"].colour, "ansi-foreground": roles["foreground"].colour}
    return Theme(name=name, dark=spec.dark, ansi=spec.ansi, variables=variables, **base)


_BASE = (
    "primary", "secondary", "warning", "error", "success", "accent", "foreground", "background", "surface", "panel",
    "boost",
)  # fmt: skip


def styles(spec: ThemeSpec) -> dict[str, Style]:
    """One style for each role, the screen's own furniture included."""
    roles = spec.resolved()
    found = {name: _style(role) for name, role in roles.items()}
    found["background"] = Style(bgcolor=_colour(roles["background"].colour))
    for name, words in DERIVED.items():
        *shape, role = words.split()
        found[name] = found[role] + Style.parse(" ".join(shape) or "none")
    return found


def _style(role: RoleStyle) -> Style:
    return Style(
        color=_colour(role.colour),
        bgcolor=_colour(role.background) if role.background else None,
        bold=role.bold or None,
        italic=role.italic or None,
        underline=role.underline or None,
        dim=role.dim or None,
        reverse=role.reverse or None,
        strike=role.strike or None,
    )


def _colour(value: str) -> Color:
    try:
        return Color.parse(value.removeprefix("ansi_"))
    except ColorParseError:
        return Color.default()
