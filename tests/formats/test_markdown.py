"""Markdown with the front matter of web clippers and note-taking programs."""

import pytest

from reader.formats import read_bytes
from reader.model import Article

BODY = "The harbour authority said on Monday that two ferries had collided.\n\nNobody was hurt, it said."


def article(text: str) -> Article:
    return read_bytes(text.encode(), "clip.md").articles[0]


def test_web_clipper() -> None:
    found = article(
        '---\ntitle: "Ferries: two collide"\nsource: https://www.theguardian.com/world/2021/mar/03/ferries\n'
        'author:\n  - "[[Jane Roe]]"\n  - "[[John Doe]]"\npublished: 2021-03-03\ncreated: 2024-01-01\n'
        f"description: x\ntags:\n  - clippings\n---\n# Ferries: two collide\n\n{BODY}\n"
    )
    assert (found.title, found.source, found.author) == ("Ferries: two collide", "The Guardian", "Jane Roe, John Doe")
    assert found.url == "https://www.theguardian.com/world/2021/mar/03/ferries"
    assert (found.published, found.tags, found.text) == ("2021-03-03", ("clippings",), BODY)


def test_the_day_of_clipping_is_not_the_day_of_publication() -> None:
    found = article(
        f"---\ncreated: 2024-01-01T10:00:00 (UTC +01:00)\nsource: https://news.test/x\nauthor: Jane Roe\n"
        f"---\n\n# Ferries collide\n\n{BODY}"
    )
    assert (found.published, found.source, found.title) == (None, "news.test", "Ferries collide")


def test_a_name_in_source_is_the_outlet() -> None:
    found = article(f"---\nsource: The Belmont Echo\nurl: https://bbc.com/x\ndate: 2021-03-03\n---\n{BODY}")
    assert (found.source, found.url, found.published) == ("The Belmont Echo", "https://bbc.com/x", "2021-03-03")


def test_broken_yaml_is_a_notice_with_a_line_and_the_rest_is_read() -> None:
    found = article(f"---\nsource: The Echo\ntitle: Ferries: two collide\n---\n{BODY}")
    assert (found.title, found.source, found.text) == ("Ferries: two collide", "The Echo", BODY)
    assert [notice.line for notice in found.notices] == [3]


def test_a_key_given_twice_is_a_notice() -> None:
    found = article(f"---\ntitle: One\ntitle: Two\n---\n{BODY}")
    assert found.title == "One"
    assert found.notices[0].line == 3


def test_the_summary_of_a_clipper_is_no_body() -> None:
    found = article(
        "---\nsource: https://news.test/x\n---\n\n# Ferries collide\n\n> ## Excerpt\n> Two ferries have met.\n\n---\n"
        f"{BODY}"
    )
    assert (found.title, found.text, found.leftovers) == ("Ferries collide", BODY, ("Excerpt", "Two ferries have met."))


@pytest.mark.parametrize(
    ("value", "title"),
    [
        (r'"\"We Heard a Horn\": Two Ferries Collide"', '"We Heard a Horn": Two Ferries Collide'),
        ("Captain calls it ‘a bad night’", "Captain calls it ‘a bad night’"),
        ("“A horn” and “then nothing”", "“A horn” and “then nothing”"),
        ("“Two Ferries Collide”", "Two Ferries Collide"),
        ("'The ferry's captain speaks'", "The ferry's captain speaks"),
    ],
)
def test_only_quotation_marks_around_the_whole_of_a_title_go(value: str, title: str) -> None:
    assert article(f"---\ntitle: {value}\n---\n{BODY}").title == title


def test_readwise() -> None:
    found = article(
        "# Ferries Collide in Fog\n\n![rw-book-cover](https://x.test/y.png)\n\n## Metadata\n- Author: [[Jane Roe]]\n"
        "- Full Title: Ferries Collide in Fog off Port Belmont\n- Category: #articles\n- URL: https://www.dw.com/en/x/a-1\n\n"
        "## Highlights\n- Two ferries had collided. ([View Highlight](https://r.test/1))\n"
        "- Nobody was hurt, it said. ([View Highlight](https://r.test/2))\n"
    )
    assert (found.author, found.source) == ("Jane Roe", "Deutsche Welle")
    assert found.title == "Ferries Collide in Fog off Port Belmont"
    assert found.text == "Two ferries had collided.\n\nNobody was hurt, it said."


def test_blocks() -> None:
    found = article(
        "Ferries Collide in Fog\n=====\n\n> Quoted words are\n> here.\n\n## What next\n\n- one thing\n"
        "- another thing\n\n***\n\nThe end of it all.\n"
    )
    assert found.title == "Ferries Collide in Fog"
    assert found.text.split("\n\n")[-4:] == ["What next", "• one thing", "• another thing", "The end of it all."]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert article(f"---\n\n{BODY}\n\n---\n").text == BODY
