"""What colours are for: the roles of a theme, and how a role that a theme does not name follows from the others."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from reader.model.frozen import dataclass
from reader.settings.colour import ground, is_ansi, least_contrast, mix, readable

STYLE_WORDS = ("bold", "italic", "underline", "dim", "reverse", "strike")

GROUNDS = ("background", "surface", "panel", "boost")
"""Roles that text stands on; text of every role can be read on each of them."""

BASE = (*GROUNDS, "foreground", "primary", "secondary", "accent", "warning", "error", "success")
"""The roles that the screen's own widgets know."""

MARKS = (
    *("quote", "quote-current", "person", "organisation", "place", "figure", "date", "hit"),
    *("same", "similar", "differs", "only"),
    *("note", "unread", "read", "dim-meta", "gutter", "selected"),
)
"""The reader's own roles. `selected` is the row or line under the cursor."""

LINES = ("border", "border-focus")
"""Roles of lines: seen, not read."""

ROLES = (*BASE, *MARKS, *LINES)


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How a role looks: a colour that can be read on the theme's grounds, or on its own background."""

    colour: str
    """`#rrggbb`, or one of the terminal's own colours (`ansi_red`)."""
    background: str | None = None
    """None for the ground that it happens to stand on."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    dim: bool = False
    reverse: bool = False
    strike: bool = False

    @property
    def words(self) -> str:
        """The style without its colours: "bold underline", so that it can be shown where there are none."""
        return " ".join(word for word in STYLE_WORDS if getattr(self, word))

    def __str__(self) -> str:
        """As a theme file writes it and the screen reads it: `bold #7a1f1f on #f3e0d0`."""
        return " ".join([*self.words.split(), self.colour, *(["on", self.background] if self.background else [])])


_SHAPES: Mapping[str, str] = {
    "quote-current": "bold",
    "person": "bold",
    "organisation": "bold underline",
    "place": "italic",
    "figure": "underline",
    "date": "underline",
    "hit": "reverse",
    "differs": "bold",
    "only": "italic",
    "unread": "bold",
}
"""Style words of roles that a theme does not name, so that what is marked survives without colour."""

_LIGHT = {"background": "#f6f1e4", "primary": "#1f4e79", "warning": "#9a4b00", "error": "#a01c1c", "success": "#1d5f74"}
_DARK = {"background": "#171512", "primary": "#8fb4d9", "warning": "#e59a4f", "error": "#e8837a", "success": "#74b5c4"}


def styled(name: str, colour: str, background: str | None = None) -> RoleStyle:
    """A role in `colour` with the shape it has when a theme does not say."""
    return RoleStyle(colour, background, **dict.fromkeys(_SHAPES.get(name, "").split(), True))


def resolve(written: Mapping[str, RoleStyle], dark: bool) -> dict[str, RoleStyle]:
    """Every role of `ROLES`: as written where the theme names it, else derived from those it names.

    Except in a theme of the terminal's own colours, each text has at least 4.5:1 against its own background, or where
    it has none against all of `GROUNDS`, the selected row and the current quote; a colour that is not readable is made
    lighter or darker until it is.
    """
    if any(is_ansi(style.colour) for style in written.values()):
        return _resolve_ansi(written, dark)
    colours = _base(written, dark)
    tints = {
        "selected": _tint(written, colours, "selected", 0.16),
        "quote-current": _tint(written, colours, "quote-current", 0.10),
    }
    grounds = (*(colours[name] for name in GROUNDS), *tints.values())
    resolved = {name: RoleStyle(colours[name]) for name in GROUNDS}
    for name in (*BASE[len(GROUNDS) :], *MARKS):
        style = written.get(name) or styled(name, _derived(name, colours))
        own = tints.get(name) or style.background
        on = (own,) if own else grounds
        resolved[name] = replace(style, colour=readable(style.colour, on), background=own, dim=False)
    lines = (mix(colours["background"], colours["foreground"], 0.16), resolved["accent"].colour)
    for name, line in zip(LINES, lines, strict=True):
        resolved[name] = RoleStyle(written[name].colour if name in written else line)
    return resolved


def least(style: RoleStyle, resolved: Mapping[str, RoleStyle]) -> float:
    """The worst contrast that a text of this style has in a resolved theme of hexadecimal colours."""
    if style.background:
        return least_contrast(style.colour, (style.background,))
    tints = (resolved[name].background for name in ("selected", "quote-current"))
    return least_contrast(style.colour, (*(resolved[name].colour for name in GROUNDS), *filter(None, tints)))


def _base(written: Mapping[str, RoleStyle], dark: bool) -> dict[str, str]:
    """The colours of the base roles; readability of text is seen to later, that of grounds here."""
    start = _DARK if dark else _LIGHT
    colours = {name: style.colour for name, style in written.items()}
    for name, colour in start.items():
        colours.setdefault(name, colour)
    background = colours["background"]
    colours["foreground"] = readable(colours.get("foreground", "#e6dfd0" if dark else "#211d18"), (background,))
    for name, share in (("surface", 0.03), ("panel", 0.06), ("boost", 0.09)):
        colours[name] = ground(colours.get(name) or mix(background, colours["foreground"], share), background)
    colours.setdefault("accent", colours["primary"])
    colours.setdefault("secondary", mix(colours["primary"], colours["foreground"], 0.4))
    return colours


def _tint(written: Mapping[str, RoleStyle], colours: Mapping[str, str], name: str, share: float) -> str:
    style = written.get(name)
    tint = style.background if style else None
    return ground(tint or mix(colours["background"], colours["primary"], share), colours["background"])


_DERIVATIONS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "quote": lambda c: mix(c["foreground"], c["primary"], 0.75),
    "quote-current": lambda c: mix(c["foreground"], c["primary"], 0.5),
    "organisation": lambda c: mix(c["foreground"], c["secondary"], 0.6),
    "place": lambda c: mix(c["foreground"], c["success"], 0.6),
    "hit": lambda c: c["accent"],
    "same": lambda c: c["primary"],
    "similar": lambda c: mix(c["foreground"], c["primary"], 0.45),
    "differs": lambda c: c["warning"],
    "only": lambda c: c["secondary"],
    "note": lambda c: c["accent"],
    "read": lambda c: mix(c["foreground"], c["background"], 0.3),
    "dim-meta": lambda c: mix(c["foreground"], c["background"], 0.38),
    "gutter": lambda c: mix(c["foreground"], c["background"], 0.38),
}


def _derived(name: str, colours: Mapping[str, str]) -> str:
    if name in BASE:
        return colours[name]
    derive = _DERIVATIONS.get(name)
    return derive(colours) if derive else colours["foreground"]


_ANSI_FALLBACK: Mapping[str, str] = {
    "quote": "primary",
    "same": "primary",
    "organisation": "secondary",
    "only": "secondary",
    "place": "success",
    "hit": "accent",
    "note": "accent",
    "differs": "warning",
    "border-focus": "accent",
}


def _resolve_ansi(written: Mapping[str, RoleStyle], dark: bool) -> dict[str, RoleStyle]:
    """Roles of a theme in the terminal's own colours: nothing can be mixed, so roles borrow a colour or have none.

    Nobody but the terminal knows these colours, so contrast is by convention: every ground is the terminal's own
    background, the text is its own foreground wherever no colour is asked for, and a tint becomes a shape (`selected`
    is reversed, the current quote bold beside its bar).
    """
    fallback = RoleStyle("ansi_default")
    resolved = {name: replace(written.get(name, fallback), background=None) for name in GROUNDS}
    resolved["foreground"] = written.get("foreground", fallback)
    dim = "ansi_bright_black" if dark else "ansi_default"
    for name in (*BASE[len(GROUNDS) + 1 :], *MARKS, *LINES):
        source = written.get(_ANSI_FALLBACK.get(name, "foreground"), resolved["foreground"])
        colour = dim if name in ("border", "dim-meta", "gutter", "read") else source.colour
        shape = replace(styled(name, colour), reverse=name in ("hit", "selected"))
        resolved[name] = written.get(name, shape)
    return resolved
