"""Records as plain text that can be read, and searched with grep: one thing a line, its place first.

Nothing is cleaned here: every line goes through `Output.line`, which lets nothing pass that a terminal could obey."""

from collections.abc import Iterable, Iterator
from typing import Any

from reader.cli.output import Record

FIELDS = ("title", "source", "published", "dateline", "place", "author", "agency", "url", "id", "file")
SIGNS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
"""How the steps of a word diff are written: kept, `[-only in A-]`, `{+only in B+}`."""


def show(record: Record) -> Iterator[str]:
    """The metadata that is known, then the paragraphs with an empty line after each."""
    for field in FIELDS:
        if record[field] is not None:
            yield f"{field}: {record[field]}"
    yield ""
    for start, end in record["paragraphs"]:
        yield from record["text"][start:end].split("\n")
        yield ""


def quotes(record: Record) -> Iterator[str]:
    """`file:paragraph: q1 direct 0.90 Speaker: “words”`."""
    for quote in record["quotes"]:
        speaker = quote["speaker"]["name"] or "(unattributed)"
        where = place(record, quote["spans"][0])
        yield f"{where}: {quote['id']} {quote['kind']} {quote['confidence']:.2f} {speaker}: {words(quote['spans'])}"


def entities(record: Record) -> Iterator[str]:
    """Names with their type and number of mentions, then dates, then figures."""
    for entity in record["entities"]:
        forms = "; ".join([*entity["titles"], *entity["aliases"]])
        where = place(record, entity["mentions"][0] if entity["mentions"] else None)
        known = f" ({forms})" if forms else ""
        yield f"{where}: {entity['type']} ×{len(entity['mentions'])} {entity['name']}{known}"
    for date in record["dates"]:
        said = f" “{date['span']['text']}”" if date["span"] else ""
        value = (date["value"] or "undated") + ("" if date["certain"] else "?")
        yield f"{place(record, date['span'])}: date {value} {date['role']}{said}"
    for figure in record["figures"]:
        parts = (figure["hedge"], figure["value"], figure["unit"], figure["of"])
        stated = " ".join(str(part) for part in parts if part is not None)
        yield f"{place(record, figure['span'])}: figure {stated} “{figure['span']['text']}”"


def event(record: Record) -> Iterator[str]:
    """The event, then its articles, each line with the event's id."""
    count = len(record["articles"])
    number = f"{count} article{'' if count == 1 else 's'}"
    head = f"#{record['number']} {record['date'] or 'undated'} {number} {record['score']:.2f}"
    yield f"{record['id']}: {head} {record['title']}"
    for article in record["articles"]:
        yield f"{record['id']}:   {brief(article)}"


def brief(record: Record) -> str:
    """An article in one line: date, source, title, file."""
    known = (record["published"] or "undated", record["source"] or "(no source)", record["title"] or "(no title)")
    return " · ".join((*known, record["file"]))


def comparison(record: Record) -> Iterator[str]:
    """The pair, then its passages, quotes, facts, and what only one of the two has."""
    yield f"A: {brief(record['a'])}"
    yield f"B: {brief(record['b'])}"
    for passage in record["passages"]:
        marks = ("" if passage["sure"] else " unsure") + (" moved" if passage["moved"] else "")
        yield f"passage {passage['relation']} {passage['score']:.2f}{marks}"
        yield f"  A {numbered(passage['a'])}"
        yield f"  B {numbered(passage['b'])}"
    for quote in record["quotes"]:
        pair = f"{quote['a'] or '-'} {quote['b'] or '-'}"
        yield f"quote {quote['class']} {quote['score']:.2f} {pair} {diff(quote['ops'])}"
    for fact in record["facts"]:
        a, b = stated(fact["a"]), stated(fact["b"])
        yield f"fact {fact['verdict']} {fact['kind']} {fact['subject']}: {a} | {b} ({fact['why']})"
    for side, only in (("A", "only_a"), ("B", "only_b")):
        for found in record[only]:
            yield f"only {side} {found['weight']:.2f} {numbered(found['spans'])}"
    for place in record.get("prominence", ()):
        yield f"told at ¶{place['a'] + 1} of A, ¶{place['b'] + 1} of B, {place['shift']:+.0%}"
    shared = record["shared_copy"]
    agency = f", {shared['agency']}" if shared["agency"] else ""
    yield f"shared copy: {shared['share_a']:.0%} of A, {shared['share_b']:.0%} of B{agency}"


def stated(side: Record) -> str:
    """One side of a fact: its value, and its paragraph and words where it stands in the text."""
    value = str(side["value"]) + (f" ({side['attributed']})" if side["attributed"] else "")
    return f"{value} {numbered([side['span']])}" if side["span"] else value


def words(spans: Iterable[Record]) -> str:
    """The words of some spans, with an ellipsis between."""
    return " … ".join(span["text"] for span in spans)


def numbered(spans: list[Record]) -> str:
    """The same, behind the number of the first one's paragraph, counted from one."""
    return f"¶{spans[0]['paragraph'] + 1} {words(spans)}" if spans else "-"


def diff(ops: Iterable[Any]) -> str:
    """A word diff in one line."""
    return "".join(SIGNS[sign].format(text) for sign, text in ops)


def place(record: Record, span: Record | None) -> str:
    """`file:paragraph`, the paragraph counted from one."""
    return record["file"] if span is None else f"{record['file']}:{span['paragraph'] + 1}"
