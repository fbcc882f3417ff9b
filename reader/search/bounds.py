"""The bounds of dates and numbers that a query asks for, as the index and the plain evaluation compare with them."""

from collections.abc import Iterable
from datetime import date

from reader.search.query import values
from reader.search.query.nodes import Compare, Range


def number_bounds(node: Compare | Range) -> tuple[float, float, bool, bool]:
    """Least and greatest number, and whether each is itself left out."""
    infinite = float("inf")
    if isinstance(node, Range):
        low, high = values.number(node.low), values.number(node.high)
        return -infinite if low is None else low, infinite if high is None else high, False, False
    bound = values.number(node.bound) or 0.0
    if node.operator in (">", ">="):
        return bound, infinite, node.operator == ">", False
    return -infinite, bound, False, node.operator == "<"


def date_bounds(node: Compare | Range, today: date) -> tuple[str, str]:
    """First and last day, month or year, both included, as ISO dates of any length; empty where there is no bound."""
    if isinstance(node, Range):
        return values.day(node.low, today), values.day(node.high, today)
    bound = values.day(node.bound, today)
    match node.operator:
        case ">=":
            return bound, ""
        case "<=":
            return "", bound
        case ">":
            return values.after(bound), ""
        case "<":
            return "", values.before(bound)


def is_figure_within(node: Compare | Range, figures: Iterable[float]) -> bool:
    """Whether any of the figures is."""
    low, high, low_open, high_open = number_bounds(node)
    return any(
        (low < value or (low == value and not low_open)) and (value < high or (value == high and not high_open))
        for value in figures
    )


def is_day_within(node: Compare | Range, published: str | None, today: date) -> bool:
    """Whether an ISO date of any length is; what has no date is within no bounds."""
    if not published:
        return False
    first, last = date_bounds(node, today)
    return first <= published[:10] and published[: len(last) or 10] <= (last or "~")
