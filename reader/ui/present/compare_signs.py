"""The signs between two reports: how a passage is told, what differs in it, what is missing, what was moved."""

from collections.abc import Sequence

from reader.session.comparing.model import Block, Side, Table
from reader.text.cells import cell_width, fit
from reader.ui.present.articles import Line
from reader.ui.present.signs import Signs

SHORT = {"number": "num"}
"""What the narrow column says instead."""
TOLD = {"same": "same words", "similar": "told in other words", "differs": "differs", "only": ""}
"""What the signs mean."""


def sign_of(block: Block, signs: Signs) -> tuple[str, str]:
    """The sign of a block and its role."""
    found = {"same": signs.equal, "similar": signs.same, "differs": signs.differs}
    return found.get(block.sign, signs.only), block.sign


def signs_of(block: Block, signs: Signs) -> list[tuple[str, str]]:
    """The column between the texts, from the top: the sign, what differs or how alike, from where it was moved."""
    sign, role = sign_of(block, signs)
    found = [(sign, role)]
    if block.sign == "differs":
        found += [(kind, role) for kind in _kinds(block)]
    elif block.score and block.sign == "similar":
        found.append((likeness(block), "dim-meta"))
    if block.moved:
        found.append((f"{signs.moved} {signs.paragraph}{block.b[0] + 1}", "similar"))
    return found


def likeness(block: Block) -> str:
    """`.87`; with a question mark where the two are only related."""
    return f"{block.score:.2f}".removeprefix("0") + ("" if block.sure else "?")


def _kinds(block: Block) -> list[str]:
    """What differs, the weightiest first, two kinds at most: the column is narrow."""
    kinds: list[str] = [kind for kind in block.kinds if kind != "only"] or ["wording"]
    return [SHORT.get(kind, kind) for kind in kinds[:2]]


def absence(block: Block, side: Side, signs: Signs) -> str:
    """What is said where a side has nothing to stand beside the other's words."""
    if block.elsewhere:
        return f"told in {signs.paragraph}{block.elsewhere[0] + 1}, beside another paragraph"
    return f"not found in {side.name}’s report"


def places(block: Block, signs: Signs) -> str:
    """The paragraphs of both sides: `¶3 ↔ ¶5`."""
    return f" {signs.pair} ".join(_numbers(own, signs) for own in (block.a, block.b) if own)


def _numbers(own: Sequence[int], signs: Signs) -> str:
    return " ".join(f"{signs.paragraph}{place + 1}" for place in own)


def rule(table: Table, block: Block, width: int, signs: Signs) -> Line:
    """The line above a block where one stands below the other: the signs, the paragraphs, what is missing."""
    sign, role = sign_of(block, signs)
    parts = [sign, *(text for text, _ in signs_of(block, signs)[1:]), places(block, signs)]
    text = f" {' '.join(parts)} "
    if not block.a or not block.b:
        text += f"{signs.dot} {absence(block, table.b if block.a else table.a, signs)} "
    text = fit(text, min(width - 2, cell_width(text)))
    rest = max(0, width - cell_width(text) - 2)
    return ((signs.rule * 2, "dim-meta"), (text, role), (signs.rule * rest, "dim-meta"))
