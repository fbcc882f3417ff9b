"""Records hold the contract's fields, and every span is a slice of the text beside it."""

import json
import math
from dataclasses import replace

from reader.cli import plain
from reader.export import records
from reader.export.json_text import as_json
from reader.model import (
    Analysis,
    Article,
    ComparedQuote,
    Comparison,
    DateMention,
    Entity,
    Fact,
    FactSide,
    Figure,
    Only,
    Passage,
    Quote,
    SharedCopy,
    Span,
    Speaker,
)

TEXT = "“We go,” said Anna Bo 👩‍🚀.\n\nShe counted 40 boats on Monday."
FIRST, SECOND = Span(0, TEXT.index("\n")), Span(TEXT.index("She"), len(TEXT))


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article("id1", "a.txt", TEXT, (FIRST, SECOND), title="Boats", published="2031-03-03")
ANALYSIS = Analysis(
    sentences=(FIRST, SECOND),
    quotes=(
        Quote(
            "q1",
            "direct",
            (place("“We go,”"),),
            place("said"),
            Speaker("Anna Bo", "person", place("Anna Bo"), "name"),
            confidence=0.912345,
            reasons=("name after cue",),
        ),
    ),
    entities=(Entity("Anna Bo", "person", (place("Anna Bo"),), ("captain",), ("Bo",)),),
    dates=(DateMention(place("Monday"), "2031-03-03", "event", True), DateMention(None, None, "published", False)),
    figures=(Figure(place("40"), 40.0, of="boats"), Figure(place("40"), math.inf)),
)


def spans_in(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if {"start", "end"} <= set(value) else []
        return own + [span for inner in value.values() for span in spans_in(inner)]
    return [span for inner in value for span in spans_in(inner)] if isinstance(value, list) else []


def test_spans_reproduce_their_words_and_paragraph() -> None:
    found = spans_in([records.quotes(ARTICLE, ANALYSIS), records.entities(ARTICLE, ANALYSIS)])
    assert len(found) == 7
    for span in found:
        assert TEXT[span["start"] : span["end"]] == span["text"]
        start, end = ARTICLE.paragraphs[span["paragraph"]]
        assert start <= span["start"] < end


def test_fields_stand_in_the_promised_order() -> None:
    promised = [
        "id",
        "file",
        "title",
        "source",
        "published",
        "dateline",
        "place",
        "author",
        "agency",
        "url",
        "text",
        "paragraphs",
    ]
    assert list(records.show(ARTICLE))[: len(promised)] == promised
    assert list(records.quotes(ARTICLE, ANALYSIS)) == ["id", "file", "title", "text", "quotes"]
    quote = records.quotes(ARTICLE, ANALYSIS)["quotes"][0]
    assert list(quote) == ["id", "kind", "spans", "cue", "speaker", "addressee", "nested_in", "confidence", "reasons"]
    assert quote["speaker"]["mention"]["text"] == "Anna Bo"


def test_speaker_tells_who_else_may_be_meant() -> None:
    doubtful = Speaker("Anna Bo", "person", place("She"), "pronoun", rival="Ida Lo")
    assert records.speaker(ARTICLE, doubtful)["rival"] == "Ida Lo"
    assert records.quotes(ARTICLE, ANALYSIS)["quotes"][0]["speaker"]["rival"] is None
    assert list(records.entities(ARTICLE, ANALYSIS)) == ["id", "file", "title", "text", "entities", "dates", "figures"]


def test_an_entity_tells_where_it_stands_for_a_government() -> None:
    acting = Entity("Anna", "place", (place("Anna"),), governing=(place("Anna"),))
    assert records.entity(ARTICLE, acting)["governing"] == [records.span(ARTICLE, place("Anna"))]
    assert records.entity(ARTICLE, replace(acting, governing=()))["governing"] == []


def test_numbers_are_json_numbers() -> None:
    values = [figure["value"] for figure in records.entities(ARTICLE, ANALYSIS)["figures"]]
    assert values == [40, None]
    assert as_json(values) == "[40, null]"


def test_a_comparison_names_its_class_and_keeps_both_sides_apart() -> None:
    other = Article("id2", "b.txt", "Forty boats.", (Span(0, 12),))
    found = Comparison(
        passages=(Passage((SECOND,), (Span(0, 12),), "differs", 0.51239, True),),
        quotes=(ComparedQuote("q1", None, "only", (("-", "We go"),), 0.0),),
        facts=(Fact("number", "same", "boats", FactSide(40.0, place("40")), FactSide("forty", None), "same noun"),),
        only_a=(Only((FIRST,), 0.7, ("quote",)),),
        shared_copy=SharedCopy(0.25, 0.5, "ABC"),
    )
    record = records.comparison(ARTICLE, other, found)
    assert list(record) == ["a", "b", "passages", "quotes", "facts", "only_a", "only_b", "shared_copy"]
    assert record["passages"][0]["b"][0]["text"] == "Forty boats."
    assert record["quotes"][0]["class"] == "only"
    assert record["facts"][0]["a"] == {
        "value": 40,
        "span": records.span(ARTICLE, place("40")),
        "attributed": None,
    }
    json.dumps(record, allow_nan=False)
    lines = list(plain.comparison(record))
    assert "quote only 0.00 q1 - [-We go-]" in lines
    assert "shared copy: 25% of A, 50% of B, ABC" in lines


def test_plain_forms_name_file_and_paragraph_first() -> None:
    assert list(plain.quotes(records.quotes(ARTICLE, ANALYSIS))) == ["a.txt:1: q1 direct 0.91 Anna Bo: “We go,”"]
    assert list(plain.entities(records.entities(ARTICLE, ANALYSIS)))[:3] == [
        "a.txt:1: person ×1 Anna Bo (captain; Bo)",
        "a.txt:2: date 2031-03-03 event “Monday”",
        "a.txt:2: figure 40 boats “40”",
    ]
    assert list(plain.show(records.show(ARTICLE)))[-4:] == [FIRST.of(TEXT), "", SECOND.of(TEXT), ""]
