"""Article keys: integers that sort by time of publication, so that "newest first" needs no second look.

A key is `minute << 24 | serial`: the minute of publication (UTC, counted from year 1; 0 where the article states no
date, so that undated articles come last), and a serial number that one catalogue never gives twice.
"""

from datetime import UTC, datetime

SERIAL_BITS = 24
SERIALS = 1 << SERIAL_BITS
"""How many articles one catalogue can take in before it has to be rebuilt: 16.8 million."""


def minute(published: str | None) -> int:
    """Minutes from the year 1 to an ISO date (`2022`, `2022-02`, `2022-02-15`, with or without a time); 0 if none."""
    if not published:
        return 0
    try:
        moment = datetime.fromisoformat(_completed(published))
        if moment.tzinfo is not None:
            moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return 0
    return moment.toordinal() * 1440 + moment.hour * 60 + moment.minute


def _completed(published: str) -> str:
    if len(published) == 4:
        return f"{published}-01-01"
    if len(published) == 7:
        return f"{published}-01"
    return published


def make(published: str | None, serial: int) -> int:
    """The key of an article published then and taken in as the `serial`-th."""
    return minute(published) << SERIAL_BITS | serial
