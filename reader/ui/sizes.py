"""How wide the panes are at which width of the screen; the style sheet states the same for Textual."""

WIDE, ROOMY, MEDIUM = 140, 116, 100
"""Columns from which the three panes are at ease, fit, and from which list and text stand side by side."""


def list_width(columns: int) -> int:
    """Cells of the list's pane with its frame."""
    if columns >= WIDE:
        return 38
    if columns >= ROOMY:
        return 28
    return 30 if columns >= MEDIUM else columns


def panel_width(columns: int) -> int:
    """Cells of the panel's pane beside the text; 0 where it has no place of its own there."""
    if columns >= WIDE:
        return max(38, min(44, (columns - list_width(columns)) * 27 // 100))
    return 34 if columns >= ROOMY else 0
