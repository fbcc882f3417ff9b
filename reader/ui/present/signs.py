"""The signs that carry meaning beside colour, and their plain ASCII forms."""

from datetime import date

from reader.model.frozen import dataclass

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Signs:
    """One character each, one cell wide in every terminal font."""

    unread: str = "●"
    read: str = "○"
    star: str = "★"
    note: str = "✎"
    folded: str = "▸"
    unfolded: str = "▾"
    told: str = "●"
    untold: str = "○"
    same: str = "≈"
    differs: str = "≠"
    only: str = "∅"
    equal: str = "="
    moved: str = "↕"
    gap: str = "┄"
    pair: str = "↔"
    paragraph: str = "¶"
    search: str = "»"
    bad: str = "!"
    picked: str = "▪"
    quote: str = "“"
    rule: str = "─"
    ellipsis: str = "…"
    dot: str = "·"
    bar: str = "▌"
    direct: str = "“"
    partial: str = "½"
    indirect: str = "›"
    unattributed: str = "?"
    first: str = "‹"
    last: str = "›"
    """Around the tab that is shown."""
    none: str = "–"
    happened: str = "◆"
    published: str = "●"
    mentioned: str = "◇"
    dateline: str = "▪"
    near: str = "~"
    """Alike but for precision, spelling or form."""
    seen: str = "✓"
    edited: str = "Δ"


ASCII = Signs(
    unread="*", read=".", star="+", note="n", folded=">", unfolded="v", told="*", untold=".", same="~", differs="#",
    only="0", bad="!", picked="x", quote='"', rule="-", ellipsis="~", dot="-", bar="|",
    equal="=", moved="^", gap=".", pair="<>", paragraph="p",
    direct='"', partial="'", indirect=">", unattributed="?", first="[", last="]", none="-",
    happened="@", published="*", mentioned="o", dateline=".", near="~", seen="x", edited="%",
)  # fmt: skip
UNICODE = Signs()


DAY, DAY_OF_YEAR = 6, 9
"""Cells of a day of this year, and of one with its year."""


def day(value: str | None, today: date, short: bool = True, yearly: bool = False) -> str:
    """A date for a list: `15 Feb`, or `Feb’22` when not of this year, six cells; as ISO where the user wants that.

    `yearly`: there are nine cells, so `15 Feb’22`.
    """
    if not value:
        return ""
    if not short:
        return value[:10]
    parts = value[:10].split("-")
    if len(parts) < 2:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    if int(parts[0]) == today.year:
        return f"{int(parts[2]):>2} {month}"
    return f"{int(parts[2]):>2} {month}’{parts[0][2:]}" if yearly else f"{month}’{parts[0][2:]}"


def long_day(value: str | None) -> str:
    """A date for a header: `15 Feb 2022`."""
    parts = (value or "")[:10].split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}" if len(parts) == 2 else parts[0]
