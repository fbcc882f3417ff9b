"""The figures of one report: quotation, speakers, verbs of speech."""

import pytest

from reader.analysis import analyse
from reader.events.profile import profile, verb_of, verbs
from reader.model import Article, Quote, Span, Speaker

TEXT = """\
"We are not closing books, we are closing doors," said Marta Ilves.

Bram Okker claimed that nobody would lose a job. Okker warned of "hard weeks".
"""


def report(text: str) -> Article:
    """An article of these paragraphs."""
    starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
    ends = [*(start - 2 for start in starts[1:]), len(text.rstrip())]
    return Article("a", "a", text, tuple(map(Span, starts, ends)))


@pytest.mark.parametrize(
    ("cue", "lemma", "form"),
    [
        ("said", "say", "said"),
        ("has repeatedly denied", "deny", "denied"),
        ("According to", "according to", "according to"),
        ("says", "say", "says"),
        ("brrr", "brrr", "brrr"),
    ],
)
def test_the_verb_of_a_cue_is_known_by_its_plain_form(cue: str, lemma: str, form: str) -> None:
    assert verb_of(cue) == (lemma, form)


def test_forms_of_one_verb_count_together_and_neutral_ones_are_told_apart() -> None:
    text = "said says said claimed"
    cues = [Span(0, 4), Span(5, 9), Span(10, 14), Span(15, 22)]
    found = verbs(text, [Quote(f"q{n}", "direct", (cue,), cue) for n, cue in enumerate(cues)])
    assert [(verb.form, verb.count, verb.neutral) for verb in found] == [("said", 3, True), ("claimed", 1, False)]


def test_kinds_speakers_and_share() -> None:
    article = report(TEXT)
    found = profile(article, analyse(article))
    assert found.direct == 1
    assert found.speakers == 2
    assert {verb.lemma for verb in found.verbs} >= {"say", "claim"}
    assert 0.3 < found.share < 0.6
    assert found.quoted_words <= found.words


def test_words_quoted_twice_are_counted_once() -> None:
    article = report('He said "one two three".')
    span = Span(8, 23)
    found = [Quote(name, "direct", (span,), speaker=Speaker("A")) for name in ("q1", "q2")]
    from reader.model import Analysis

    assert profile(article, Analysis(quotes=tuple(found))).quoted_words == 3


def test_what_nobody_says_is_counted_apart() -> None:
    article = report('The "pony" stood there.')
    from reader.model import Analysis

    found = profile(article, Analysis(quotes=(Quote("q1", "mixed", (Span(4, 10),)),)))
    assert (found.quotes, found.unattributed, found.quoted_words) == (0, 1, 1)


def test_an_empty_article_has_no_share() -> None:
    article = report("")
    assert profile(article, analyse(article)).share == 0
