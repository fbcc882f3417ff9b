"""Many articles: which of them cover the same event, and how the tellings of one event compare."""
