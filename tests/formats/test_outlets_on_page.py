"""The outlet's name where a page carries it without a label, and what only looks like one."""

import textwrap

import pytest

from reader.formats import read_bytes
from reader.model import Article

HEADLINE = "Two ferries collide in fog off Port Belmont"
BODY = (
    'The harbour authority said on Monday that "two ferries" had collided in thick fog and that nobody was hurt.\n\n'
    "Officials would not say whether the radar had been switched on. An inquiry opens next week."
)


def article(text: str, name: str = "a.txt") -> Article:
    return read_bytes(text.encode(), name).articles[0]


@pytest.mark.parametrize(
    ("top", "foot", "source"),
    [
        (
            "BELMONT ROW\nMonday 3 March 2021 18:05\n\n",
            "Copyright 2021 Belmont Row. All rights reserved.",
            "Belmont Row",
        ),
        ("THE FISH AND FERRY VOICE\n3 March 2021\n\n", "", "THE FISH AND FERRY VOICE"),
        ("The Harbour Lamp\n\n", "https://www.harbour-lamp.test/a/1", "The Harbour Lamp"),
        ("The Belmont Echo\n\n", "", "The Belmont Echo"),
    ],
)
def test_a_masthead_is_the_source_and_the_headline_the_title(top: str, foot: str, source: str) -> None:
    found = article(f"{top}{HEADLINE}\n\n{BODY}\n\n{foot}")
    assert (found.title, found.source, found.text) == (HEADLINE, source, BODY)


def test_a_line_in_capitals_that_nothing_bears_out_is_kept_aside() -> None:
    found = article(f"BREAKING STORY\n3 March 2021\n\n{HEADLINE}\n\n{BODY}")
    assert (found.title, found.source, found.leftovers) == (HEADLINE, None, ("BREAKING STORY",))


@pytest.mark.parametrize("title", ["FERRIES COLLIDE IN FOG OFF BELMONT", "Mayor Resigns From Post"])
def test_a_headline_with_a_second_one_is_no_masthead(title: str) -> None:
    found = article(f"{title}\n\nNobody hurt as ships meet off the old harbour wall\n\n{BODY}")
    assert (found.title, found.source) == (title, None)


def test_a_headline_above_wrapped_text_may_be_longer_than_its_lines() -> None:
    title = "They waited when the ferries met: Belmont hears from the quay that the boat will be late"
    wrapped = textwrap.fill(BODY.replace("\n\n", " "), 66)
    assert article(f"{title}\n\n{wrapped}").title == title


@pytest.mark.parametrize(
    ("line", "source", "author"),
    [
        ("Harbour Row | 3 March 2021", "Harbour Row", None),
        ("Belmont Gazette, 3 March 2021", "Belmont Gazette", None),
        ("The Belmont Wire — 3 March 2021", "The Belmont Wire", None),
        ("Jane Roe | 3 March 2021", None, "Jane Roe"),
        ("By Jane Roe | 3 March 2021", None, "Jane Roe"),
        ("Shipping | 3 March 2021", None, None),
    ],
)
def test_a_name_next_to_the_date(line: str, source: str | None, author: str | None) -> None:
    found = article(f"{HEADLINE}\n\n{line}\n\n{BODY}")
    assert (found.source, found.author, found.published, found.text) == (source, author, "2021-03-03", BODY)


@pytest.mark.parametrize(
    ("byline", "author", "source", "agency"),
    [
        ("By Jane Roe, Belmont Wire", "Jane Roe", "Belmont Wire", None),
        ("By Jane Roe, AP", "Jane Roe", None, "AP"),
        ("By Jane Roe, John Doe", "Jane Roe, John Doe", None, None),
    ],
)
def test_what_stands_behind_the_name_in_a_byline(
    byline: str, author: str, source: str | None, agency: str | None
) -> None:
    found = article(f"{HEADLINE}\n{byline}\n\n{BODY}")
    assert (found.author, found.source, found.agency) == (author, source, agency)


@pytest.mark.parametrize(
    ("credited", "foot", "source", "agency"),
    [
        ("Belmont Wire", "", "Belmont Wire", None),
        ("Belmont Wire", "https://harbour-gazette.test/a/1", "harbour-gazette.test", "Belmont Wire"),
        ("Ardania", "", None, None),
        ("AFP", "", None, "AFP"),
    ],
)
def test_who_is_credited_in_the_dateline(credited: str, foot: str, source: str | None, agency: str | None) -> None:
    found = article(f"{HEADLINE}\n\nPORT BELMONT ({credited}) - {BODY}\n\n{foot}")
    assert (found.source, found.agency, found.text) == (source, agency, BODY)


def test_a_copyright_names_the_outlet_of_a_host_that_is_spelt_alike() -> None:
    foot = "https://www.harbour-gazette.test/a/1\n\n© 2021 Harbour Gazette. All rights reserved."
    assert article(f"{HEADLINE}\n\n{BODY}\n\n{foot}").source == "Harbour Gazette"
    assert article(f"{HEADLINE}\n\n{BODY}\n\n{foot}".replace("© 2021 Harbour", "© 2021 Other")).source == (
        "harbour-gazette.test"
    )
