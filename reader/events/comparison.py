"""Two articles side by side: passages, quotations, facts, what only one tells, and copy that both share.

The work is done in one direction only, which the articles' words decide, and turned round where it was asked for in the
other: so the comparison of B with A is the mirror of that of A with B, exactly.
"""

from collections.abc import Sequence
from dataclasses import replace

from reader.events.alignment import align
from reader.events.bearers import shared_names
from reader.events.blocks import Block
from reader.events.facts import compare_facts
from reader.events.gaps import shared_copy, told_only_here
from reader.events.naming import known_names
from reader.events.places import Places
from reader.events.quotation import compare_quotes
from reader.events.reading import Reading, read
from reader.events.steps import Steps, finished
from reader.events.units import units
from reader.events.utterances import quoted_in
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
    return finished(compare_in_steps(a, analysis_a, b, analysis_b))


def compare_in_steps(a: Article, analysis_a: Analysis, b: Article, analysis_b: Analysis) -> Steps[Comparison]:
    """The same, some milliseconds at a time."""
    if _order(a) > _order(b):
        return mirror((yield from _compare(b, analysis_b, a, analysis_a)))
    return (yield from _compare(a, analysis_a, b, analysis_b))


def _order(article: Article) -> tuple[str, str, str]:
    return article.text, article.published or "", article.id


def _compare(a: Article, analysis_a: Analysis, b: Article, analysis_b: Analysis) -> Steps[Comparison]:
    names = shared_names(analysis_a, analysis_b)
    one, other = read(a.text, analysis_a.sentences), read(b.text, analysis_b.sentences)
    yield
    left, right = units(one, other, known_names(analysis_a, analysis_b, names))
    yield
    blocks = align(left, right)
    yield
    passages = tuple(_passage(one, analysis_a, other, analysis_b, block) for block in blocks)
    yield
    quotes = compare_quotes(a, analysis_a, b, analysis_b, passages, names)
    yield
    facts = compare_facts((a, analysis_a, one), (b, analysis_b, other), passages, names)
    yield
    only_a = told_only_here(a, analysis_a, (n for block in blocks if block.tells for n in block.a), (other,))
    yield
    only_b = told_only_here(b, analysis_b, (n for block in blocks if block.tells for n in block.b), (one,))
    yield
    return Comparison(
        passages=_related(passages, one, analysis_a, other, analysis_b, quotes, facts),
        quotes=quotes,
        facts=facts,
        only_a=only_a,
        only_b=only_b,
        shared_copy=shared_copy(a, one, b, other),
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
    a: Reading,
    analysis_a: Analysis,
    b: Reading,
    analysis_b: Analysis,
    quotes: Sequence[ComparedQuote],
    facts: Sequence[Fact],
) -> tuple[Passage, ...]:
    """The passages, those marked in which a fact differs, or how much of a quotation is given."""
    stated = Places([(f.a.span, f.b.span) for f in facts if f.verdict == "differs" and f.a.span and f.b.span])
    left, right = (
        {quote.id: quote for quote in analysis.quotes if quote.spans} for analysis in (analysis_a, analysis_b)
    )
    cut = Places(
        [
            (span, (left[pair.a], right[pair.b]))
            for pair in quotes
            if pair.kind in _EXTENT and pair.a in left and pair.b in right
            for span in left[pair.a].spans
        ]
    )

    def differs(passage: Passage) -> bool:
        if any(_touches(passage.b, other) for other in stated.touching(passage.a)):
            return True
        for x, y in cut.touching(passage.a):
            ours, theirs = quoted_in(a, x, passage.a), quoted_in(b, y, passage.b)
            if ours and theirs and ours != theirs:
                return True
        return False

    return tuple(
        replace(passage, relation="differs") if passage.relation == "similar" and differs(passage) else passage
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
