"""What differs between two reports, one line each, in the order in which the blocks show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.model import ComparedQuote, Comparison, Quote, Span
from reader.session.comparing.model import Block, Difference, DifferenceKind, Side, Which
from reader.session.comparing.wording import kept

WORDING = {
    "trimmed": "quote, different length",
    "reworded": "quote, different wording",
    "split": "quote in one piece here, in parts there",
    "merged": "quote in parts here, in one piece there",
    "paraphrased": "quoted on one side, paraphrased on the other",
}
"""How the classes of compared quotations that differ are put into words; none of them says who is right."""
FACTS: tuple[DifferenceKind, ...] = ("number", "date", "name", "place")
ORDER: dict[DifferenceKind, int] = {"number": 0, "date": 0, "name": 0, "place": 0, "quote": 1, "only": 2}
"""In a block what is stated otherwise comes first, what one side alone has last."""
SHOWN = 32
"""Code points of a surface form that a line quotes."""


def differences(
    blocks: Sequence[Block], a: Side, b: Side, found: Comparison
) -> tuple[tuple[Block, ...], tuple[Difference, ...]]:
    """The blocks with the kinds of what differs in them, and all differences in their order."""
    homes_a = {place: index for index, block in enumerate(blocks) for place in block.a}
    homes_b = {place: index for index, block in enumerate(blocks) for place in block.b}
    every = [*_facts(a, b, found, homes_a), *_quotes(a, b, found, homes_a), *_told_once(blocks, a, b, found)]
    for which, homes in (("a", homes_a), ("b", homes_b)):
        every += _alone(blocks, a, b, found, homes, "a" if which == "a" else "b")
    every.sort(key=lambda one: (one.block, ORDER[one.kind], one.a or one.b, one.b))
    kinds: dict[int, list[DifferenceKind]] = {}
    for one in every:
        kinds.setdefault(one.block, []).append(one.kind)
    marked = tuple(_marked(block, kinds.get(index, [])) for index, block in enumerate(blocks))
    return marked, tuple(every)


def _marked(block: Block, kinds: list[DifferenceKind]) -> Block:
    distinct = tuple(dict.fromkeys(kinds))
    stated = block.a and block.b and any(kind in FACTS for kind in distinct)
    return replace(block, kinds=distinct, sign="differs" if stated else block.sign)


def _facts(a: Side, b: Side, found: Comparison, homes: dict[int, int]) -> Iterator[Difference]:
    for fact in found.facts:
        if fact.verdict != "differs" or fact.a.span is None or fact.b.span is None:
            continue
        block = homes[a.article.paragraph_at(fact.a.span.start)]
        here, there = _words(a, fact.a.span), _words(b, fact.b.span)
        about = fact.kind if fact.subject in ("", fact.kind) else f"{fact.kind}, {fact.subject}"
        text = f"{here} here, {there} there · {about}"  # a narrow line cuts the end
        yield Difference(block, fact.kind, text, (fact.a.span,), (fact.b.span,), about, (here, there))


def _words(side: Side, span: Span) -> str:
    words = " ".join(span.of(side.article.text).split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 2].rsplit(' ', 1)[0]} …"


def _quotes(a: Side, b: Side, found: Comparison, homes: dict[int, int]) -> Iterator[Difference]:
    quotes_a = {quote.id: quote for quote in a.analysis.quotes if quote.spans}
    quotes_b = {quote.id: quote for quote in b.analysis.quotes if quote.spans}
    for pair in found.quotes:
        if pair.a in quotes_a and pair.b in quotes_b and pair.kind in WORDING:
            one, other = quotes_a[pair.a], quotes_b[pair.b]
            block = homes[a.article.paragraph_at(one.spans[0].start)]
            yield Difference(block, "quote", _about(pair, one, other, a, b), one.spans, other.spans)


def _about(pair: ComparedQuote, one: Quote, other: Quote, a: Side, b: Side) -> str:
    left, right = (a.article.text, one.spans), (b.article.text, other.spans)
    both, words = kept(*left, *right)
    _, length = kept(*right, *left)
    who = one.speaker.name or other.speaker.name
    speaker = f" · {who}" if who else ""
    return f"{WORDING[pair.kind]}: {words} words here, {length} there, {both} in both{speaker}"


def _told_once(blocks: Sequence[Block], a: Side, b: Side, found: Comparison) -> Iterator[Difference]:
    """Whole paragraphs that only one side tells."""
    why_a = {a.article.paragraph_at(one.spans[0].start): one.why for one in found.only_a}
    why_b = {b.article.paragraph_at(one.spans[0].start): one.why for one in found.only_b}
    for index, block in enumerate(blocks):
        if block.sign != "only":
            continue
        whose, other, why = (a, b, why_a) if block.a else (b, a, why_b)
        place = (block.a or block.b)[0]
        span = (whose.article.paragraphs[place],)
        told = f"¶{place + 1}{_has(why.get(place, ()))}"
        text = f"not found in {other.name}’s report: {told}"
        here, there = (span, ()) if block.a else ((), span)
        yield Difference(index, "only", text, here, there, told)


def _has(why: Sequence[str]) -> str:
    return f" · {', '.join(why[:3])}" if why else ""


def _alone(
    blocks: Sequence[Block], a: Side, b: Side, found: Comparison, homes: dict[int, int], which: Which
) -> Iterator[Difference]:
    """Sentences that only one side tells, in paragraphs that both tell: those that name, count or quote something."""
    whose, other = (a, b) if which == "a" else (b, a)
    for only in found.only_a if which == "a" else found.only_b:
        index = homes[whose.article.paragraph_at(only.spans[0].start)]
        if blocks[index].a and blocks[index].b and only.why:
            text = f"not found in {other.name}’s report{_has(only.why)}"
            here, there = (only.spans, ()) if which == "a" else ((), only.spans)
            yield Difference(index, "only", text, here, there, ", ".join(only.why[:3]))
