"""Many articles: which of them cover one event, and what comparing two of them shows."""

from reader.events.comparison import compare, mirror
from reader.events.grouping import Grouper, group
from reader.events.landing import land, reported_by
from reader.events.lead import Lead, lead

__all__ = ["Grouper", "Lead", "compare", "group", "land", "lead", "mirror", "reported_by"]
