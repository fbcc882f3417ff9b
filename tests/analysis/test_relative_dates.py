"""Forty relative expressions against fixed days of publication: what "Tuesday" or "a day earlier" means there."""

import pytest

from reader.analysis.dates import find_dates
from reader.analysis.sentences import split
from reader.model import Article, Span

WEDNESDAY, NEW_YEAR, LEAP_DAY = "2031-07-16", "2031-01-01", "2032-02-29"  # the last: a Sunday; the middle: a Wednesday

TABLE = [
    (WEDNESDAY, "He left on Tuesday.", "2031-07-15"),
    (WEDNESDAY, "He left on Wednesday.", "2031-07-16"),
    (WEDNESDAY, "He left on Thursday.", "2031-07-10"),
    (WEDNESDAY, "He left early Monday.", "2031-07-14"),
    (WEDNESDAY, "He left on Sunday night.", "2031-07-13"),
    (WEDNESDAY, "He will leave on Friday.", "2031-07-18"),
    (WEDNESDAY, "He is expected to leave on Monday.", "2031-07-21"),
    (WEDNESDAY, "He means to leave on Monday.", "2031-07-21"),
    (WEDNESDAY, "He is to leave on Monday.", "2031-07-21"),
    (WEDNESDAY, "He left last Friday.", "2031-07-11"),
    (WEDNESDAY, "He leaves next Monday.", "2031-07-21"),
    (WEDNESDAY, "He left this morning.", "2031-07-16"),
    (WEDNESDAY, "He left last night.", "2031-07-15"),
    (WEDNESDAY, "He left yesterday evening.", "2031-07-15"),
    (WEDNESDAY, "He leaves tomorrow.", "2031-07-17"),
    (WEDNESDAY, "He left today.", "2031-07-16"),
    (WEDNESDAY, "He left two days ago.", "2031-07-14"),
    (WEDNESDAY, "He left ten days ago.", "2031-07-06"),
    (WEDNESDAY, "He left a week ago.", "2031-07"),
    (WEDNESDAY, "He left six months ago.", "2031-01"),
    (WEDNESDAY, "He left a year ago.", "2030"),
    (WEDNESDAY, "He left ten years ago.", "2021"),
    (WEDNESDAY, "He left last week.", "2031-07"),
    (WEDNESDAY, "He left last month.", "2031-06"),
    (WEDNESDAY, "He left last year.", "2030"),
    (WEDNESDAY, "He leaves next month.", "2031-08"),
    (WEDNESDAY, "He leaves next year.", "2032"),
    (WEDNESDAY, "He left in December.", "2030-12"),
    (WEDNESDAY, "He left in May.", "2031-05"),
    (WEDNESDAY, "He will leave in December.", "2031-12"),
    (WEDNESDAY, "He left last December.", "2030-12"),
    (WEDNESDAY, "He left on 30 June.", "2031-06-30"),
    (WEDNESDAY, "He left on Oct. 4.", "2030-10-04"),
    (WEDNESDAY, "He left on Monday. A day earlier, it had rained.", "2031-07-13"),
    (WEDNESDAY, "He left on Monday. Three days later, he was back.", "2031-07-17"),
    (WEDNESDAY, "He left on Monday. The following day he was back.", "2031-07-15"),
    (NEW_YEAR, "He left on Tuesday.", "2030-12-31"),
    (NEW_YEAR, "He left yesterday.", "2030-12-31"),
    (NEW_YEAR, "He left last month.", "2030-12"),
    (NEW_YEAR, "He left in November.", "2030-11"),
    (LEAP_DAY, "He leaves tomorrow.", "2032-03-01"),
    (LEAP_DAY, "He left on Friday.", "2032-02-27"),
    (LEAP_DAY, "He left a year ago.", "2031"),
    (LEAP_DAY, "He left last month.", "2032-01"),
]


def last_date(text: str, published: str) -> str | None:
    article = Article("a", "a.txt", text, (Span(0, len(text)),), published=published)
    found = [date.value for date in find_dates(article, split(text, article.paragraphs)) if date.span]
    return found[-1] if found else None


@pytest.mark.parametrize(("published", "text", "value"), TABLE)
def test_a_relative_date_is_counted_from_its_own_report(published, text, value):
    assert last_date(text, published) == value


def test_years_later_are_not_counted_from_the_report():
    assert last_date("The captain left on Monday. He had won the race, and two years later lost it.", WEDNESDAY) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The captain was accused by the harbour board in November.", "2018-11"),
        ("The clerk, who left before the strike, quit the company in May.", "2018-05"),
        ("The council, led by dockers, passed a wider measure in June.", "2018-06"),
        ("The crew should be paid in full. The captain had testified before the council in July.", "2018-07"),
        ("A decision on the ferry is due by June.", "2019-06"),
        ("The ferry has to be afloat again before the end of May.", "2019-05"),
        ("The vote will not be held until the board meets in October.", "2019-10"),
    ],
)
def test_only_a_term_beside_its_date_makes_it_one_to_come(text, value):
    assert last_date(text, "2019-01-25") == value


def test_a_month_takes_its_year_from_the_end_of_the_range():
    text = "They met between November and March 2016, and again from June to July 2017."
    found = find_dates(
        Article("a", "a.txt", text, (Span(0, len(text)),), published="2019-01-25"), split(text, (Span(0, len(text)),))
    )
    assert [date.value for date in found if date.span] == ["2015-11", "2016-03", "2017-06", "2017-07"]
