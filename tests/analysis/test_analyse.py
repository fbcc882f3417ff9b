"""The whole analysis of one article: everything found, nothing twice, whatever comes in."""

import pytest
from timing import is_linear, is_within

from reader.analysis import analyse
from reader.model import Analysis, Article, Span

TEXT = (
    "ORAMVILLE – Mayor Harold Benton said on Tuesday that “the bridge is lost” after 300 people fled.\n\n"
    "Benton will meet Clara Holt of the Marlow Foundation on Monday."
)


def article(text: str) -> Article:
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            paragraphs.append(Span(start, start + len(part)))
        start += len(part) + 2
    return Article("a", "a.txt", text, tuple(paragraphs), published="2031-07-18")


def test_one_call_finds_everything():
    found = analyse(article(TEXT))
    assert len(found.sentences) == 2
    assert {"Harold Benton", "Clara Holt", "Marlow Foundation"} <= {entity.name for entity in found.entities}
    assert [d.value for d in found.dates] == ["2031-07-18", "2031-07-15", "2031-07-21"]
    assert [(f.value, f.of) for f in found.figures] == [(300, "people")]
    assert [q.spans[0].of(TEXT) for q in found.quotes if q.kind != "indirect"] == ["“the bridge is lost”"]


def test_the_same_article_gives_the_same_analysis():
    assert analyse(article(TEXT)) == analyse(article(TEXT))


def test_an_empty_article_gives_an_empty_analysis():
    assert analyse(Article("a", "a.txt", "")) == Analysis()


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "A ",
        "Aa ",
        "U.S. ",
        "1",
        "1 ",
        "1,",
        "one ",
        "Jan 1 ",
        "2014-",
        "$1 ",
        "Aa of the ",
        "Mr. ",
        "al-A",
        "a@",
        "Aa’s ",
    ],
)
def test_time_is_linear_on_hostile_input(piece):
    def work(size: int) -> None:
        text = piece * (size // len(piece))
        analyse(Article("a", "a.txt", text, (Span(0, len(text)),)))

    work(1_000)
    assert is_linear(work, 4_000)


def test_numbered_names_do_not_cost_more_than_their_number():
    text = "".join(f"Foreign Minister Sergei X{n} said so. " for n in range(1_000))
    assert is_within(10, lambda: analyse(article(text)))
