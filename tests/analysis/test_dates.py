"""Dates in the words of a report, resolved against its own date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.dates import find_dates
from reader.analysis.sentences import split
from reader.model import Article, Span

PUBLISHED = "2031-07-18"
"""A Friday."""


def dates(text: str, published: str | None = PUBLISHED, dateline: str | None = None):
    article = Article("a", "a.txt", text, (Span(0, len(text)),), published=published, dateline=dateline)
    return find_dates(article, split(text, article.paragraphs))


def in_text(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(d.span.of(text), d.value) for d in dates(text, published) if d.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He arrived on Tuesday.", "2031-07-15"),
        ("He arrived on Friday.", "2031-07-18"),
        ("He arrived on Saturday.", "2031-07-12"),
        ("Late Thursday, the bridge fell.", "2031-07-17"),
        ("Talks will resume on Monday.", "2031-07-21"),
        ("She said talks would begin on Sunday.", "2031-07-20"),
        ("The vote is due on Wednesday.", "2031-07-23"),
        ("It happened last Monday.", "2031-07-14"),
        ("They meet next Tuesday.", "2031-07-22"),
        ("It rained today.", "2031-07-18"),
        ("It rained yesterday.", "2031-07-17"),
        ("Schools open tomorrow.", "2031-07-19"),
        ("The day before yesterday it rained.", "2031-07-16"),
        ("He died three days ago.", "2031-07-15"),
        ("He died two weeks ago.", "2031-07"),
        ("He died a month ago.", "2031-06"),
        ("He died five years ago.", "2026"),
        ("It opened last month.", "2031-06"),
        ("It opens next month.", "2031-08"),
        ("It opened last year.", "2030"),
        ("It opens next year.", "2032"),
        ("It opened earlier this month.", "2031-07"),
        ("It opened earlier this year.", "2031"),
        ("It opened last week.", "2031-07"),
        ("It opened in January.", "2031-01"),
        ("It opened in November.", "2030-11"),
        ("It will open in November.", "2031-11"),
        ("It will open in March.", "2032-03"),
        ("It opened last November.", "2030-11"),
        ("It opened on Feb. 3.", "2031-02-03"),
        ("It opened on 15 February.", "2031-02-15"),
        ("It opened on the 3rd of May.", "2031-05-03"),
        ("It opened on December 24.", "2030-12-24"),
        ("It will open on December 24.", "2031-12-24"),
        ("It opened on March 9, 2019.", "2019-03-09"),
        ("It opened on 9 March 2019.", "2019-03-09"),
        ("It opened on Monday, March 11, 2019.", "2019-03-11"),
        ("It opened on 2019-03-09.", "2019-03-09"),
        ("It opened on 25/03/2019.", "2019-03-25"),
        ("It opened in March 2019.", "2019-03"),
        ("It opened in the summer of 2019.", "2019"),
        ("Sales fell in the third quarter of 2019.", "2019"),
        ("It has been shut since 2014.", "2014"),
        ("The 2012 elections were quiet.", "2012"),
        ("The college (1907) burned.", "1907"),
        ("They meet on New Year's Eve, as they did before.", "2030-12-31"),
        ("Days earlier, it had rained.", None),
    ],
)
def test_one_date(text, expected):
    found = in_text(text)
    assert [value for _, value in found] == [expected], found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on Tuesday. The previous day it had rained.", "2031-07-14"),
        ("It fell on Tuesday. The next day it was gone.", "2031-07-16"),
        ("It fell on Tuesday. Two days later, it was rebuilt.", "2031-07-17"),
        ("It fell on Tuesday. A week earlier, nobody knew.", "2031-07-08"),
        ("It fell on Tuesday. He had been there the day before.", "2031-07-14"),
        ("It fell on March 9, 2031. The following month it was gone.", "2031-08"),
    ],
)
def test_some_dates_count_from_the_day_last_spoken_of(text, expected):
    assert in_text(text)[-1][1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on.",
        "The Black Friday sale was dull.",
        "The Sunday Times wrote about it.",
        "Theresa May left.",
        "There were 2014 people in the hall.",
        "They paid 1,950 dollars.",
        "See https://example.org/2019/03/09/story-2014 for more.",
        "On Tuesdays it rains.",
        "An august assembly met.",
        "The day before the vote was calm.",
        "He stayed in room 2014.",
    ],
)
def test_what_only_looks_like_a_date(text):
    assert in_text(text) == []


def test_a_report_without_a_date_resolves_only_what_states_a_year():
    assert in_text("On Tuesday, as on 9 March 2019, in May, it rained.", None) == [
        ("Tuesday", None),
        ("9 March 2019", "2019-03-09"),
        ("May", None),
    ]


def test_the_month_of_publication_is_enough_for_months_and_years():
    assert in_text("It opened in January, on Tuesday, last year.", "2031-07") == [
        ("January", "2031-01"),
        ("Tuesday", None),
        ("last year", "2030"),
    ]


def test_metadata_comes_first_and_has_no_place_in_the_text():
    published, dateline, event = dates("It fell on Tuesday.", dateline="ORAMVILLE, July 17 (Wire)")
    assert (published.span, published.value, published.role) == (None, PUBLISHED, "published")
    assert (dateline.span, dateline.value, dateline.role) == (None, "2031-07-17", "dateline")
    assert (event.value, event.role, event.certain) == ("2031-07-15", "event", True)


def test_a_day_long_gone_is_mentioned_and_no_event():
    assert [d.role for d in dates("It opened on March 9, 2019.")] == ["published", "mentioned"]


def test_what_is_guessed_is_not_certain():
    assert [d.certain for d in dates("It was last week.") if d.span] == [False]
    assert [d.certain for d in dates("It was on 03/04/2031.") if d.span] == [False]


@pytest.mark.parametrize("published", ["2031-02-30", "junk", "", "2031-13"])
def test_a_broken_publication_date_breaks_nothing(published):
    assert in_text("It fell on Tuesday.", published)[0][1] is None


@given(
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
)
def test_a_weekday_in_a_report_is_at_most_six_days_old(published, weekday):
    ((_, value),) = in_text(f"The bridge fell on {weekday}.", published.isoformat())
    assert value is not None
    resolved = date.fromisoformat(value)
    assert 0 <= (published - resolved).days <= 6
    assert resolved.strftime("%A") == weekday


@given(st.text(alphabet="123 /-.,:JanMayFb0thelsdwxuo'", max_size=80))
def test_spans_lie_in_the_text_and_values_are_dates(text):
    for found in dates(text):
        assert found.span is None or 0 <= found.span.start < found.span.end <= len(text)
        if found.value and len(found.value) == 10:
            date.fromisoformat(found.value)


@pytest.mark.parametrize(
    ("text", "value", "certain"),
    [
        ("The siege has lasted since August 9.", "2030-08-09", False),
        ("The siege began on August 9.", "2030-08-09", False),
        ("The fair is on August 9.", "2031-08-09", False),
        ("She announced a vote on August 9.", "2031-08-09", False),
        ("It fell on June 26 last year.", "2030-06-26", True),
        ("It fell on 26 June of last year.", "2030-06-26", True),
        ("It fell in March last year.", "2030-03", True),
        ("It opens on June 26 next year.", "2032-06-26", True),
        ("It fell on 29 February last year.", None, False),
    ],
)
def test_what_is_said_of_a_day_tells_its_year(text: str, value: str | None, certain: bool) -> None:
    found = next(one for one in dates(text) if one.span)
    assert (found.value, found.certain) == (value, certain)
