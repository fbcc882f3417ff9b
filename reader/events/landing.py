"""Where the eye should land in another article when it comes from a sentence of this one."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from reader.events.wording import word_keys
from reader.model import Analysis, Article, Comparison, Landing, Passage, Quote, Span

_LIKE, _RELATED = 0.6, 0.25
"""Scores from which what is surely linked is nearly always the same told in other words, and from which what is merely
related is at least about the same matter."""

_NOT_REPORTED = "not reported"
_NEARBY = "same paragraph"
"""B tells something else of the paragraph that the sentence stands in."""
_SAME_QUOTE = frozenset(("identical", "punctuation", "trimmed"))


def land(
    comparison: Comparison, a: Article, analysis_a: Analysis, b: Article, analysis_b: Analysis, offset: int
) -> Landing:
    """The sentence of B that tells what the sentence of A at `offset` tells.

    Where none does, the nearest place: beside the partner of the closest sentence of A that has one.
    """
    place = _sentence_at(analysis_a.sentences, offset)
    if place is None or not analysis_b.sentences:
        return Landing(analysis_b.sentences[0] if analysis_b.sentences else Span(0, 0), False, _NOT_REPORTED, 0.0)
    sentence = analysis_a.sentences[place]
    quoted = _by_quote(comparison, analysis_a, analysis_b, sentence, offset)
    if quoted is not None:
        return quoted
    passage = _best(comparison.passages, sentence)
    if passage is not None:
        span = _nearest_words(a.text, sentence, b.text, passage.b)
        return Landing(span, True, grade(passage), passage.score)
    return _in_paragraph(comparison, a, sentence, b) or _beside(comparison, a, sentence, b, analysis_b)


def grade(passage: Passage) -> str:
    """How near two passages are, in words that promise no more than their likeness holds."""
    if passage.relation == "same":
        return "same words"
    if not passage.sure:
        return "related" if passage.score >= _RELATED else "weakly related"
    if passage.relation == "differs":
        return "differs"
    return "same passage" if passage.score >= _LIKE else "similar"


def _in_paragraph(comparison: Comparison, a: Article, sentence: Span, b: Article) -> Landing | None:
    """Where B tells the paragraph, if not this very sentence of it: beside the nearest sentence that it does tell."""
    paragraph = a.paragraphs[a.paragraph_at(sentence.start)]
    told = [
        (abs(own.start - sentence.start), p)
        for p in comparison.passages
        if p.sure
        for own in p.a
        if paragraph.covers(own)
    ]
    if not told:
        return None
    passage = min(told, key=lambda item: (item[0], -item[1].score))[1]
    return Landing(_nearest_words(a.text, sentence, b.text, passage.b), True, _NEARBY, passage.score)


def _sentence_at(sentences: Sequence[Span], offset: int) -> int | None:
    """Index of the sentence at an offset, or of the last one before it."""
    return max(0, bisect_right(sentences, offset, key=lambda span: span.start) - 1) if sentences else None


def _best(passages: Sequence[Passage], sentence: Span) -> Passage | None:
    held = [passage for passage in passages if sentence in passage.a]
    return max(held, key=lambda passage: (passage.sure, passage.score), default=None)


def _by_quote(
    comparison: Comparison, analysis_a: Analysis, analysis_b: Analysis, sentence: Span, offset: int
) -> Landing | None:
    """The same quotation in B, where the sentence holds one that B has too; the one under the cursor first."""
    left = {quote.id: quote for quote in analysis_a.quotes}
    right = {quote.id: quote for quote in analysis_b.quotes}
    found: list[tuple[bool, float, Quote]] = []
    for pair in comparison.quotes:
        if pair.kind not in _SAME_QUOTE or pair.a not in left or pair.b not in right:
            continue
        spans = left[pair.a].spans
        if any(span.overlaps(sentence) for span in spans):
            found.append((any(span.contains(offset) for span in spans), pair.score, right[pair.b]))
    if not found:
        return None
    _, score, quote = max(found, key=lambda item: item[:2])
    passage = _best(comparison.passages, sentence)
    sentences = analysis_b.sentences
    for span in quote.spans:
        home = sentences[bisect_right(sentences, span.start, key=lambda own: own.start) - 1]
        if passage is not None and home in passage.b:
            return Landing(home, True, "same quote", max(score, passage.score))
        if passage is None or not passage.sure:
            return Landing(home, True, "same quote", score)
        inside = [own for own in passage.b if any(own.overlaps(piece) for piece in quote.spans)]
        if inside:
            return Landing(inside[0], True, "same quote", max(score, passage.score))
    return None


def _nearest_words(text_a: str, sentence: Span, text_b: str, candidates: Sequence[Span]) -> Span:
    """The candidate with most of the sentence's words; the first of equals."""
    if len(candidates) == 1:
        return candidates[0]
    words = set(word_keys(sentence.of(text_a)))
    return max(candidates, key=lambda span: (len(words & set(word_keys(span.of(text_b)))), -span.start))


def _beside(comparison: Comparison, a: Article, sentence: Span, b: Article, analysis_b: Analysis) -> Landing:
    """The place in B between the partners of the neighbours of a sentence that B does not report."""
    sure = sorted((p for p in comparison.passages if p.sure), key=lambda p: p.a[0].start)
    anchors = sure or sorted(comparison.passages, key=lambda p: p.a[0].start)
    before = [passage for passage in anchors if passage.a[0].start < sentence.start]
    after = [passage for passage in anchors if passage.a[0].start > sentence.start]
    if not before and not after:
        share = sentence.start / max(1, len(a.text))
        place = max(0, bisect_right(analysis_b.sentences, share * len(b.text), key=lambda own: own.start) - 1)
        return Landing(analysis_b.sentences[place], False, _NOT_REPORTED, 0.0)
    previous = before[-1] if before else None
    following = after[0] if after else None
    span = previous.b[-1] if previous else following.b[0] if following else Span(0, 0)
    paragraph = b.paragraph_at(span.start)
    between = (paragraph, min(paragraph + 1, len(b.paragraphs) - 1)) if previous else (max(0, paragraph - 1), paragraph)
    return Landing(span, False, _NOT_REPORTED, 0.0, between)


def reported_by(comparison: Comparison, article: Article, side: Literal["a", "b"]) -> tuple[bool, ...]:
    """For each paragraph of the article on that side: whether the other article surely reports something of it."""
    told = [False] * len(article.paragraphs)
    for passage in comparison.passages:
        if passage.sure:
            for span in passage.a if side == "a" else passage.b:
                told[article.paragraph_at(span.start)] = True
    return tuple(told)
