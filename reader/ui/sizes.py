"""How wide the panes are at which width of the screen; the style sheet states the same for Textual."""

VAST, WIDE, ROOMY, MEDIUM = 190, 140, 116, 100
"""Columns from which headlines fit into the list as well, from which the three panes are at ease, fit, and from which
list and text stand side by side."""


def size_class(columns: int) -> str:
    """What the style sheet calls a screen of this width."""
    for name, least in (("vast", VAST), ("wide", WIDE), ("roomy", ROOMY), ("medium", MEDIUM)):
        if columns >= least:
            return name
    return "narrow"


def list_width(columns: int) -> int:
    """Cells of the list's pane with its frame."""
    return {"vast": 62, "wide": 38, "roomy": 28, "medium": 30}.get(size_class(columns), columns)


def panel_width(columns: int) -> int:
    """Cells of the panel's pane beside the text; 0 where it has no place of its own there."""
    size = size_class(columns)
    if size == "wide":
        return max(38, min(44, (columns - list_width(columns)) * 27 // 100))
    return {"vast": 44, "roomy": 34}.get(size, 0)
