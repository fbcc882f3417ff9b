"""What a date is resolved against, and the arithmetic of days and months that all forms share."""

from datetime import MINYEAR, date, timedelta

from reader.model.frozen import dataclass

_FAR_BACK_MONTHS = 9
"""A bare month that lies further back is as likely to be the coming one: not sure."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the resolution of one mention may look at."""

    published: date | None
    """None where the article states no day; then only dates with a year can be resolved."""
    narrative: date | None
    """The day that the report last spoke of; "the previous day" counts from it."""
    future: bool
    """Whether the words before speak of what is to come."""
    month: tuple[int, int] | None = None
    """(year, month) of publication where no day is known."""
    past: bool = False
    """Whether they say that it has been."""


Resolved = tuple[str | None, bool]
"""(value, certain)."""
UNKNOWN: Resolved = (None, False)


def shift(day: date, days: int) -> date | None:
    """`day` moved by `days`; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_value(year: int, month: int) -> str | None:
    """`2022-02`; months below 1 and above 12 run into the neighbouring years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}" if year >= MINYEAR else None


def nearest_month(month: int, context: Context, *, future: bool | None = None) -> Resolved:
    """The latest such month up to publication; after words of the future the next one."""
    year, here = published_month(context)
    if year is None:
        return UNKNOWN
    ahead = context.future if future is None else future
    back = (here - month) % 12
    if ahead and back:
        return month_value(year, here + 12 - back), True
    return month_value(year, here - back), back < _FAR_BACK_MONTHS


def published_month(context: Context) -> tuple[int, int] | tuple[None, int]:
    """(year, month) of publication; year None where it is not known."""
    if context.published:
        return context.published.year, context.published.month
    return context.month or (None, 0)
