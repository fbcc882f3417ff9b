"""Days, months and years that an article names, resolved against its own date."""

from reader.analysis.dates.finding import find_dates

__all__ = ["find_dates"]
