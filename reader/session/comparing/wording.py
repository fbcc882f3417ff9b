"""Which words of a passage stand on one side only, as spans of its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.model import Passage, Span
from reader.session.comparing.model import Block, Table, Which

if TYPE_CHECKING:
    from reader.events.wording import Token

Piece = tuple[str, str]
"""(sign, text): "=" in both, "-" only in the first, "+" only in the second."""


def only_words(table: Table, block: Block) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Of the sentences of a block that tell the same: the words that stand on one side only, left and right."""
    from reader.events.wording import MARKS, blocks, tokens

    passages = _inside(table, block)
    words_a = {span: tokens(table.a.article.text, *span) for passage in passages for span in passage.a}
    words_b = {span: tokens(table.b.article.text, *span) for passage in passages for span in passage.b}
    told_a: set[int] = set()
    told_b: set[int] = set()
    for passage in passages:
        left = [token for span in passage.a for token in words_a[span]]
        right = [token for span in passage.b for token in words_b[span]]
        for equal, (i, j), (k, m) in blocks([t.key for t in left], [t.key for t in right]):
            if equal:
                told_a.update(token.start for token in left[i:j])
                told_b.update(token.start for token in right[k:m])
    return _runs(words_a, told_a, MARKS), _runs(words_b, told_b, MARKS)


def alone(table: Table, block: Block, which: Which) -> tuple[Span, ...]:
    """The sentences of a block's paragraphs that nothing on the other side tells; none where the whole block is so."""
    if not block.a or not block.b:
        return ()
    article = table.side(which).article
    places = set(block.of(which))
    only = table.comparison.only_a if which == "a" else table.comparison.only_b
    return tuple(
        sorted(span for one in only for span in one.spans if article.paragraph_at(span.start) in places),
    )


def _inside(table: Table, block: Block) -> list[Passage]:
    """The passages that link the two sides of a block."""
    a, b = table.a.article, table.b.article
    left, right = set(block.a), set(block.b)
    return [
        passage
        for passage in table.comparison.passages
        if any(a.paragraph_at(span.start) in left for span in passage.a)
        and any(b.paragraph_at(span.start) in right for span in passage.b)
    ]


def _runs(words: dict[Span, list[Token]], told: set[int], marks: frozenset[str]) -> tuple[Span, ...]:
    """Neighbouring words that are not told, together; a mark between them neither begins nor ends a run."""
    found: list[Span] = []
    for own in words.values():
        run: list[Token] = []
        for token in own:
            if token.key in marks:
                continue
            if token.start in told:
                found += _run(run)
                run = []
            else:
                run.append(token)
        found += _run(run)
    return tuple(sorted(found))


def _run(run: Sequence[Token]) -> list[Span]:
    return [Span(run[0].start, run[-1].end)] if run else []


def between(text_a: str, spans_a: Iterable[Span], text_b: str, spans_b: Iterable[Span]) -> tuple[Piece, ...]:
    """The steps from one text to another, in the characters of both: `=` and `+` joined is the second text.

    What only the first has (`-`) is given by its words alone, with a space after them.
    """
    from reader.events.wording import blocks, tokens

    left = [token for span in spans_a for token in tokens(text_a, *span)]
    right: list[Token] = []
    words: list[str] = []
    for span in spans_b:
        found = tokens(text_b, *span)
        if words and found:
            words[-1] = f"{words[-1].rstrip()} … "
        words += [token.text for token in found]
        if found:  # the opening quotation mark
            words[-len(found)] = text_b[span.start : found[0].start] + words[-len(found)]
        right += found
    for at in range(len(words) - 1):  # an opening mark goes with the word that it opens
        head, space, mark = words[at].rpartition(" ")
        if space and mark:
            words[at], words[at + 1] = head + space, mark + words[at + 1]
    pieces: list[Piece] = []
    for equal, (i, j), (k, m) in blocks([t.key for t in left], [t.key for t in right]):
        if j > i and not equal:
            gone = " ".join(text_a[token.start : token.end] for token in left[i:j])
            pieces.append(("-", gone.replace(" ,", ",")))
        if m > k:
            pieces.append(("=" if equal else "+", "".join(words[k:m])))
    return tuple(pieces)


def kept(text_a: str, spans_a: Iterable[Span], text_b: str, spans_b: Iterable[Span]) -> tuple[int, int]:
    """How many of the first text's words the second has in the same order, and how many there are."""
    from reader.events.wording import MARKS, blocks, tokens

    left = [token.key for span in spans_a for token in tokens(text_a, *span) if token.key not in MARKS]
    right = [token.key for span in spans_b for token in tokens(text_b, *span) if token.key not in MARKS]
    return sum(j - i for equal, (i, j), _ in blocks(left, right) if equal), len(left)
