"""What must hold for any text whatever."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.quotes import find_quotes
from reader.model import Article, Entity, Span

_WORDS = """
“ ” " ‘ ’ ' '' `` « » „ , . ? : — ( ) … said Field he that who told reporters saying the plan is and but as called for
claims İ é 日本 x
"""
_PIECES = st.sampled_from([*_WORDS.split(), " ", "\n\n", "\n", "according to ", "Ada Field ", " on Friday "])
_TEXTS = (
    st.lists(_PIECES, max_size=60).map(" ".join) | st.lists(_PIECES, max_size=60).map("".join) | st.text(max_size=80)
)


def _article(text: str) -> Article:
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            paragraphs.append(Span(at, at + len(part)))
        at += len(part) + 2
    return Article("a", "a.txt", text, tuple(paragraphs))


def _entities(text: str) -> tuple[Entity, ...]:
    at = text.find("Field")
    return (Entity("Ada Field", "person", (Span(at, at + 5),)),) if at >= 0 else ()


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_spans_lie_in_paragraphs_and_ids_are_unique(text: str) -> None:
    article = _article(text)
    quotes = find_quotes(article, article.paragraphs, _entities(text))
    assert quotes == find_quotes(article, article.paragraphs, _entities(text))
    assert len({q.id for q in quotes}) == len(quotes)
    for quote in quotes:
        assert quote.spans
        assert 0 <= quote.confidence <= 1
        assert quote.nested_in is None or quote.nested_in in {q.id for q in quotes if q is not quote}
        for span in (*quote.spans, *filter(None, (quote.cue, quote.speaker.mention))):
            assert span.start < span.end
            assert any(paragraph.covers(span) for paragraph in article.paragraphs)


_UNITS = [
    '"',
    "“",
    "”",
    "'",
    "‘’",
    '" "',
    "“a” ",
    "“A.” ",
    "'a ",
    "“a ‘b “c ",
    "said ",
    "he said “a,” ",
    ", said, ",
    "“a,” he said. ",
    "the president said “a b c.” ",
    "“a.”\n\n",
    "word ",
    "that ",
    "according to ",
]


@pytest.mark.parametrize("unit", _UNITS)
def test_work_grows_with_the_length_and_not_faster(unit: str) -> None:
    """Counted in calls, so that a busy machine tells the same."""

    def calls(size: int) -> int:
        text = unit * (size // len(unit))
        article, count = _article(text), 0

        def note(_frame: object, event: str, _argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(note)
        try:
            find_quotes(article, article.paragraphs, ())
        finally:
            sys.setprofile(None)
        return count

    find_quotes(_article(unit), (), ())  # what is made once
    assert calls(12_000) < 4.5 * calls(3_000) + 2_000
