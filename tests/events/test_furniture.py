"""What stands on the page and reports nothing is told apart from what does."""

import pytest
from tellings import FLOOD_A, HARBOUR_A, article, plain

from reader.events import compare
from reader.events.furniture import is_furniture
from reader.events.wording import word_keys

PAGE = [
    "Subscribe to our newsletter",
    "Already have an account? Log in here",
    "Your browser does not support the video player.",
    "Thank you for reading.",
    "Read more: https://gazette.example/news",
    "All rights reserved.",
    "This article was produced by an agency and has not been edited.",
    "To watch this content, you may need to disable an extension in your browser.",
    "* * *",
]
REPORTS = [
    "The minister read the letter aloud and thanked the readers of the Gazette.",
    "“Follow us if you dare to read our newsletter,” the captain told the crowd.",
    "The company said its app had two million subscribers.",
    "We are ready to talk.",
    "Police asked anyone with information to come forward.",
    "The board published its accounts on Friday.",
]


@pytest.mark.parametrize("text", PAGE)
def test_what_belongs_to_the_page(text: str) -> None:
    assert is_furniture(text, word_keys(text))


@pytest.mark.parametrize("text", REPORTS)
def test_what_reports_something(text: str) -> None:
    assert not is_furniture(text, word_keys(text))


def test_two_reports_of_different_events_do_not_share_their_page() -> None:
    foot = "\nSubscribe to our newsletter for the latest stories.\nThank you for reading the Harbour Gazette."
    one, other = article(HARBOUR_A + foot), article(FLOOD_A + foot, "b")
    comparison = compare(one, plain(one), other, plain(other))
    assert not any(passage.sure for passage in comparison.passages)
    told = [span for only in comparison.only_a for span in only.spans]
    assert not any("newsletter" in span.of(one.text) for span in told)
