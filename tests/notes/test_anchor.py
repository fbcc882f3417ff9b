"""Notes find their passages again in a text that has changed, and never a wrong one."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import is_within

from reader.model import Anchor, Article, Span, Target
from reader.text.anchor import anchor, target_for
from reader.text.normalise import Normalised

Find = Callable[[str], Span]


def story(sentences: int = 60, seed: int = 7) -> Article:
    """A long invented report in which no two sentences are the same, though many are alike."""
    chance = random.Random(seed)
    who = ["The harbour master", "Ines Marrow", "A spokesman for the line", "The mayor of Sele", "One of the crew"]
    said = ["said", "told reporters", "denied", "confirmed", "would not say"]
    what = ["that the ferry was late", "that nobody was hurt", "how many boats had left", "why the lights went out"]
    when = ["on Monday", "before dawn", "after the inquiry", "in the spring", "two hours later"]
    then = ["“we don’t know”, it said", "but no date was given", "which the owner disputes", "as was feared at first"]
    lines = []
    for number in range(sentences):
        parts = (chance.choice(who), chance.choice(said), chance.choice(what), chance.choice(when))
        lines.append(f"{' '.join(parts)}, in statement {number * 37 + 100}; {chance.choice(then)}.")
    text = "\n\n".join(" ".join(lines[start : start + 3]) for start in range(0, sentences, 3))
    return Article("s-1", "story.txt", text)


def passages(article: Article) -> list[Span]:
    """Fifty sentences of it."""
    spans, start = [], 0
    for sentence in article.text.replace("\n\n", "  ").split(". "):
        spans.append(Span(start, min(len(article.text), start + len(sentence) + 1)))
        start += len(sentence) + 2
    return [Span(span.start + (article.text[span.start] in " \n"), span.end) for span in spans][:50]


def changed(article: Article, text: str) -> Article:
    return replace(article, text=text)


def test_an_unchanged_article_has_every_passage_in_its_place() -> None:
    article = story()
    for span in passages(article):
        assert anchor(target_for(article, span), article) == Anchor("exact", 1.0, span)


def test_the_target_remembers_words_context_and_place(article: Article, span: Find) -> None:
    target = target_for(article, span("140 people"))
    assert target.exact == "140 people"
    assert len(target.prefix) == len(target.suffix) == 32
    assert article.text[target.start : target.end] == "140 people"
    assert (target.prefix + target.exact + target.suffix) in article.text


def test_fifty_passages_move_with_paragraphs_put_in_above_and_quotation_marks_of_another_style() -> None:
    article = story()
    above = "An update.\n\nOne of the crew said why the lights went out.\n\nThis report was changed.\n\n"
    restyled = article.text.translate(str.maketrans("“”’", '""\'')).replace("\n\n", " \n\n ")
    new = changed(article, above + restyled)
    for span in passages(article):
        found = anchor(target_for(article, span), new)
        assert found.span is not None
        wanted = span.of(article.text).translate(str.maketrans("“”’", '""\'')).replace("\n\n", " \n\n ")
        assert found.span.of(new.text) == wanted
        assert (found.state, found.score) == ("moved", 1.0)


@pytest.mark.parametrize("rewrap", [" ", "\n", "  \n  "])
def test_lines_broken_in_other_places_are_the_same_words(article: Article, span: Find, rewrap: str) -> None:
    target = target_for(article, span("two hours,” said Ines Marrow, a passenger. “Then"))
    new = changed(article, article.text.replace(" ", rewrap))
    found = anchor(target, new)
    assert found.score == 1.0
    assert found.span is not None
    assert found.span.of(new.text).split() == target.exact.split()


def test_one_changed_word_is_found_and_marked() -> None:
    article = story()
    for span in passages(article):
        words = span.of(article.text)
        new_words = words.replace("statement", "announcement")
        new = changed(article, "New lead.\n\n" + article.text.replace(words, new_words))
        found = anchor(target_for(article, span), new)
        assert found.state == "moved"
        assert 0.6 < found.score < 1
        assert found.span is not None
        assert found.span.of(new.text) == new_words


def test_a_changed_figure_in_a_short_quote_is_found_in_its_context(article: Article, span: Find) -> None:
    found = anchor(target_for(article, span("140 people")), changed(article, article.text.replace("140", "146")))
    assert found.span is not None
    assert found.state == "moved"
    assert found.span.of(article.text.replace("140", "146")) == "146 people"


def test_a_passage_that_is_gone_leaves_an_orphan() -> None:
    article = story()
    for span in passages(article):
        new = changed(article, article.text[: span.start] + article.text[span.end :])
        assert anchor(target_for(article, span), new) == Anchor("orphan", 0.0, None)


def test_short_words_that_are_gone_are_not_found_somewhere_else(article: Article, span: Find) -> None:
    new = changed(article, article.text.replace("Nobody was hurt, the operator said. ", ""))
    for words in ("the operator said.", "Nobody", "hurt, the operator"):
        assert anchor(target_for(article, span(words)), new).state == "orphan"


def test_of_two_equal_sentences_the_one_with_the_right_context_is_found() -> None:
    text = "The mayor spoke. It was denied. The crew left.\n\nThe owner spoke. It was denied. The boats came back."
    article = Article("t", "f", text)
    first = Span(text.index("It was"), text.index("It was") + 14)
    second = Span(text.rindex("It was"), text.rindex("It was") + 14)
    swapped = changed(article, "\n\n".join(reversed(text.split("\n\n"))))
    for span in (first, second):
        assert anchor(target_for(article, span), article) == Anchor("exact", 1.0, span)
        found = anchor(target_for(article, span), swapped)
        assert found.span is not None
        assert swapped.text[found.span.start - 12 : found.span.start] == text[span.start - 12 : span.start]
    without_first = changed(article, text.replace("It was denied. ", "", 1))
    assert anchor(target_for(article, first), without_first).state == "orphan"


def test_a_note_on_the_whole_article_has_no_passage(article: Article) -> None:
    assert anchor(Target("a-17"), article) == Anchor("exact", 1.0, None)


def test_a_quote_written_by_hand_without_a_place_is_found(article: Article, span: Find) -> None:
    assert anchor(Target("a-17", "162"), article) == Anchor("exact", 1.0, span("162"))
    assert anchor(Target("a-17", '"Then the lights went out."'), article).span == span("“Then the lights went out.”")
    assert anchor(Target("a-17", "the operator said"), changed(article, "Then the operator said: the operator said"))


@pytest.mark.parametrize("text", ["", " ", "x", "\n\n", "“", "the the the the", "word " * 10_000])
def test_any_other_text_gives_orphans(article: Article, span: Find, text: str) -> None:
    for words in ("140 people", "“We were told nothing for two hours,” said Ines Marrow", "t", "."):
        found = anchor(target_for(article, span(words)), changed(article, text))
        assert found.state == "orphan" or found.span is not None


def test_a_very_long_article_is_searched_in_good_time() -> None:
    article = story(6000)
    gone = changed(article, article.text.replace("statement 51974", "x"))
    target = target_for(
        article, Span(article.text.index("statement 51974") - 60, article.text.index("statement 51974") + 15)
    )
    anchor(target, gone)  # the first one normalises the article
    assert is_within(1.0, lambda: anchor(target, gone))


texts = st.text("ab “”\"'’…-—.\n\xad", max_size=80)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_what_is_normalised_knows_where_it_came_from(text: str) -> None:
    normal = Normalised(text)
    offsets = [normal.offset(index) for index in range(len(normal.text))]
    assert offsets == sorted(offsets)
    for index, offset in enumerate(offsets):
        assert 0 <= offset < max(1, len(text))
        if normal.text[index].isalpha():
            assert text[offset] == normal.text[index]
            assert normal.index(offset) == index


@given(texts, st.integers(0, 80), st.integers(0, 80), texts)
@settings(max_examples=300, deadline=None)
def test_any_passage_of_any_text_is_found_where_it_was_and_never_outside_another(
    text: str, start: int, end: int, other: str
) -> None:
    article = Article("t", "f", text)
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    target = target_for(article, Span(start, end))
    found = anchor(target, article)
    if target.exact.strip(" \n\xad"):
        assert found.span is None or text[found.span.start : found.span.end].strip(" \n\xad") != ""
        if found.span is not None:
            assert 0 <= found.span.start <= found.span.end <= len(text)
    elsewhere = anchor(target, Article("t", "f", other))
    assert elsewhere.span is None or 0 <= elsewhere.span.start <= elsewhere.span.end <= len(other)
    assert (elsewhere.state == "orphan") == (elsewhere.score == 0)
