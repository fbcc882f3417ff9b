"""Names that somebody else has found become entities as our own do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.extractors.naming import entities_of, tidied
from reader.analysis.sentences import split
from reader.model import Article, Span

TEXT = (
    "Mayor Orla Venn of Kessum met Ms. Lena Quist on Friday. The Lake Rescue Board (LRB) was there too.\n\n"
    "Venn thanked the board. “The LRB has done well,” Quist said in Kessum's town hall. Mayor Venn smiled at Venn."
)


def article(text: str) -> Article:
    spans, at = [], 0
    for paragraph in text.split("\n\n"):
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article("a1", "story.txt", text, tuple(spans))


def found(text, *names):
    """The entities for (words, kind, …); each word is taken where it stands next."""
    given, at = [], 0
    for words, kind in names:
        at = text.index(words, at)
        given.append((Span(at, at + len(words)), kind))
        at += len(words)
    one = article(text)
    return entities_of(one, split(text, one.paragraphs), given)


def test_forms_of_one_name_are_merged_and_titles_kept_apart():
    people = found(
        TEXT,
        ("Orla Venn", "person"),
        ("Kessum", "place"),
        ("Ms. Lena Quist", "person"),
        ("The Lake Rescue Board", "organisation"),
        ("LRB", "organisation"),
        ("Venn", "person"),
        ("The LRB", "organisation"),
        ("Quist", "person"),
        ("Kessum's", "place"),
        ("Mayor Venn", "person"),
        ("Venn", "organisation"),
    )
    assert [(e.name, e.type, e.aliases, e.titles) for e in people] == [
        ("Orla Venn", "person", ("Venn",), ("Mayor",)),
        ("Kessum", "place", (), ()),
        ("Lena Quist", "person", ("Quist",), ("Ms.",)),
        ("Lake Rescue Board", "organisation", ("LRB",), ()),
    ]
    assert [mention.of(TEXT) for mention in people[0].mentions] == ["Orla Venn", "Venn", "Venn", "Venn"]
    assert [mention.of(TEXT) for mention in people[3].mentions] == ["Lake Rescue Board", "LRB", "LRB"]


def test_a_form_has_the_kind_it_was_given_most_often():
    text = "Varda sank. Varda was old. Varda was sold."
    [varda] = found(text, ("Varda", "person"), ("Varda", "other"), ("Varda", "other"))
    assert varda.type == "other"


def test_a_country_that_acts_stands_for_its_government():
    text = "France denied it. Nobody in France slept."
    [france] = found(text, ("France", "place"), ("France", "place"))
    assert france.governing == (Span(0, 6),)


def test_a_surname_is_a_persons_though_it_was_taken_for_a_place():
    text = "Bram Okker left early. Okker had a cold."
    [okker] = found(text, ("Bram Okker", "person"), ("Okker", "place"))
    assert (okker.type, len(okker.mentions)) == ("person", 2)


def test_a_title_alone_and_words_without_a_capital_are_no_names():
    text = "The Mayor sat by the lake."
    assert found(text, ("Mayor", "person"), ("lake", "place")) == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("“The Post’s", "Post"),
        ("the Hague", "the Hague"),
        ("(LRB),", "LRB"),
        ("Ostwell.com", "Ostwell.com"),
        ("the", "the"),
        (" “” ", ""),
    ],
)
def test_marks_articles_and_endings_are_no_part_of_a_name(words, name):
    text = f"So {words} it was"
    assert tidied(text, Span(3, 3 + len(words))).of(text) == name


@given(st.text(alphabet="Aa bB.’'\"“”-\nthe ÉMrs", max_size=60), st.data())
def test_whatever_is_given_every_mention_is_a_stretch_of_the_text(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    kinds = data.draw(st.lists(st.sampled_from(["person", "place"]), min_size=len(spans), max_size=len(spans)))
    one = Article("a1", "a.txt", text, (Span(0, len(text)),))
    for entity in entities_of(one, split(text, one.paragraphs), list(zip(spans, kinds, strict=True))):
        for mention in entity.mentions:
            assert any(span.covers(mention) for span in spans)
            assert mention.of(text).strip() == mention.of(text) != ""
