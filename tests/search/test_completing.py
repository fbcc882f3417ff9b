"""While a query is typed: names of fields and values that the library has, best first."""

from datetime import date

import pytest

from reader.search.completion import complete


def after(library, text, **more):
    found = complete(library, text, len(text), today=date(2024, 6, 1), **more)
    return [text[: found.start] + option + text[found.end :] for option in found.options]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sp", ["speaker:"]),
        ("ferry so", ["ferry source:", "ferry sort:"]),
        ("is:", ["is:read ", "is:unread ", "is:starred ", "is:noted "]),
        ("-is:un", ["-is:unread "]),
        ("sort:re", ["sort:relevance "]),
        ("date:t", ["date:today "]),
        ("date:2", ["date:2024-06 ", "date:2024 ", "date:2023 "]),
        ("person:bru", ['person:"Tessaly Brun" ']),
        ('person:"tess', ['person:"Tessaly Brun" ']),
        ("s", []),  # one letter is no field yet
        ('"so', []),
        ("text:har", []),
        ("speker:x", ["speaker:x"]),
        ("foo:x", []),
    ],
)
def test_what_may_follow(library, typed, expected):
    assert after(library, typed) == expected


def test_asked_for_it_lists_every_field(library):
    assert "title:" in after(library, "", asked=True)
    assert "speaker:" in after(library, "s", asked=True)


def test_tags_are_those_that_were_given(library):
    assert after(library, "tag:wa", tags=("pay", "war", "water works")) == ["tag:war ", 'tag:"water works" ']


@pytest.mark.parametrize(
    "text", ['"', "(", "a:", ":", "-", "title:(", "/x", "who:\x00", "who:'", "é:", "person:\U0001f600"]
)
def test_nothing_typed_breaks_it(library, text):
    complete(library, text, len(text), asked=True)
