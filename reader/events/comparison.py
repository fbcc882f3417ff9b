"""Two articles side by side: passages, quotations, facts, what only one tells, and copy that both share.

The work is done in one direction only, which the articles' words decide, and turned round where it was asked for in the
other: so the comparison of B with A is the mirror of that of A with B, exactly.
"""

from collections.abc import Sequence
from dataclasses import replace

from reader.events.alignment import Block, align
from reader.events.bearers import shared_names
from reader.events.facts import compare_facts
from reader.events.gaps import shared_copy, told_only_here
from reader.events.naming import known_names
from reader.events.places import Places
from reader.events.quotation import compare_quotes
from reader.events.reading import Reading, read
from reader.events.units import units
from reader.events.wording import diff_tokens
from reader.model import (
    Analysis,
    Article,
    ComparedQuote,
    Comparison,
    Fact,
    Op,
    Passage,
    SharedCopy,
    Span,
)
from reader.model.event import QuoteClass

_EXTENT = frozenset(("trimmed", "split", "merged"))


def compare(a: Article, analysis_a: Analysis, b: Article, analysis_b: Analysis) -> Comparison:
    """Everything that comparing two articles shows; a pure function, the mirror of itself with the sides exchanged."""
    if _order(a) > _order(b):
        return mirror(_compare(b, analysis_b, a, analysis_a))
    return _compare(a, analysis_a, b, analysis_b)


def _order(article: Article) -> tuple[str, str, str]:
    return article.text, article.published or "", article.id


def _compare(a: Article, analysis_a: Analysis, b: Article, analysis_b: Analysis) -> Comparison:
    names = shared_names(analysis_a, analysis_b)
    one, other = read(a.text, analysis_a.sentences), read(b.text, analysis_b.sentences)
    left, right = units(one, other, known_names(analysis_a, analysis_b, names))
    blocks = align(left, right)
    passages = tuple(_passage(one, analysis_a, other, analysis_b, block) for block in blocks)
    quotes = compare_quotes(one, analysis_a, other, analysis_b, passages, names)
    facts = compare_facts((a, analysis_a, one), (b, analysis_b, other), passages, names)
    return Comparison(
        passages=_related(passages, analysis_a, analysis_b, quotes, facts),
        quotes=quotes,
        facts=facts,
        only_a=told_only_here(a, analysis_a, (place for block in blocks if block.tells for place in block.a)),
        only_b=told_only_here(b, analysis_b, (place for block in blocks if block.tells for place in block.b)),
        shared_copy=shared_copy(a, one.words, b, other.words),
    )


def _passage(a: Reading, analysis_a: Analysis, b: Reading, analysis_b: Analysis, block: Block) -> Passage:
    one = tuple(analysis_a.sentences[place] for place in block.a)
    other = tuple(analysis_b.sentences[place] for place in block.b)
    ops = diff_tokens(a.between(one), b.between(other))
    same = all(sign == "=" or not _words(text) for sign, text in ops)
    return Passage(one, other, "same" if same else "similar", block.score, block.sure, block.moved, ops)


def _words(text: str) -> bool:
    """Whether a piece of a diff has words, not marks alone."""
    return any(sign.isalnum() for sign in text)


def _related(
    passages: Sequence[Passage],
    analysis_a: Analysis,
    analysis_b: Analysis,
    quotes: Sequence[ComparedQuote],
    facts: Sequence[Fact],
) -> tuple[Passage, ...]:
    """The passages, those marked in which a fact or the extent of a quotation differs."""
    spans_a = {quote.id: quote.spans[0] for quote in analysis_a.quotes if quote.spans}
    spans_b = {quote.id: quote.spans[0] for quote in analysis_b.quotes if quote.spans}
    marks = [(f.a.span, f.b.span) for f in facts if f.verdict == "differs" and f.a.span and f.b.span]
    for quote in quotes:
        if quote.kind in _EXTENT and quote.a in spans_a and quote.b in spans_b:
            marks.append((spans_a[quote.a], spans_b[quote.b]))
    places = Places(marks)
    return tuple(
        replace(passage, relation="differs")
        if passage.relation == "similar" and any(_touches(passage.b, other) for other in places.touching(passage.a))
        else passage
        for passage in passages
    )


def _touches(spans: Sequence[Span], span: Span) -> bool:
    return any(own.overlaps(span) for own in spans)


def mirror(comparison: Comparison) -> Comparison:
    """The same comparison with the sides exchanged."""
    passages = [Passage(p.b, p.a, p.relation, p.score, p.sure, p.moved, _turned(p.ops)) for p in comparison.passages]
    quotes = [ComparedQuote(q.b, q.a, _TURNED.get(q.kind, q.kind), _turned(q.ops), q.score) for q in comparison.quotes]
    facts = [Fact(f.kind, f.verdict, f.subject, f.b, f.a, _turned_why(f.why)) for f in comparison.facts]
    shared = comparison.shared_copy
    return Comparison(
        passages=tuple(sorted(passages, key=lambda p: (p.a, p.b))),
        quotes=tuple(sorted(quotes, key=lambda q: (q.b is None, q.a is None))),
        facts=tuple(facts),
        only_a=comparison.only_b,
        only_b=comparison.only_a,
        shared_copy=SharedCopy(shared.share_b, shared.share_a, shared.agency),
    )


_TURNED: dict[QuoteClass, QuoteClass] = {"split": "merged", "merged": "split"}


def _turned_why(why: str) -> str:
    """Evidence of both sides, "160 · 100", the other way round."""
    evidence, comma, rest = why.partition(", in the same place")
    return " · ".join(reversed(evidence.split(" · "))) + comma + rest


def _turned(ops: Sequence[Op]) -> tuple[Op, ...]:
    """The steps back: signs exchanged, and what goes still before what comes."""
    turned: list[Op] = []
    for sign, text in ops:
        if sign == "+" and turned and turned[-1][0] == "+":
            turned.insert(-1, ("-", text))
        else:
            turned.append(("=", text) if sign == "=" else ("+", text) if sign == "-" else ("-", text))
    return tuple(turned)
