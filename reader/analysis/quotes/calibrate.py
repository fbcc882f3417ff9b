"""Measure the table in `confidence.py` on articles whose quotations are known.

``python -m reader.analysis.quotes.calibrate FILE.jsonl`` reads one article a line, ``{"text", "quotes": [{"spans":
[[start, end], …], "speaker": [[start, end, …], …]}, …]}``, and prints the table. A quote counts as right where its
letters overlap those of a known one by four fifths (intersection over union) and its speaker's mention touches the
known one's. Groups are drawn towards the rate of their layout as if `PRIOR` more cases had been seen.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reader.analysis.names import find_entities
from reader.analysis.quotes.assemble import grouped_quotes
from reader.analysis.quotes.confidence import Group
from reader.analysis.sentences import split
from reader.model import Article, Quote, Span

PRIOR = 10
LEAST = 5
"""Groups seen more rarely get no row of their own."""
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")


def _letters(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def _is_right(text: str, quote: Quote, known: list[tuple[frozenset[int], Any]]) -> bool:
    mine, mention = _letters(text, quote.spans), quote.speaker.mention
    for letters, speakers in known:
        if len(letters & mine) < 0.8 * len(letters | mine):
            continue
        if not speakers or (mention and any(mention.overlaps(Span(s[0], s[1])) for s in speakers)):
            return True
    return False


def outcomes(records: Iterable[dict[str, Any]]) -> Iterator[tuple[Group, bool]]:
    """For each quote found in the records: its group, and whether it is right."""
    for record in records:
        text = record["text"]
        article = Article("", "", text, tuple(Span(*match.span()) for match in _PARAGRAPH.finditer(text)))
        sentences = split(text, article.paragraphs)
        known = [(_letters(text, quote["spans"]), quote["speaker"]) for quote in record["quotes"]]
        for quote, group in grouped_quotes(article, sentences, find_entities(article, sentences)):
            yield group, _is_right(text, quote, known)


def table(results: Iterable[tuple[Group, bool]]) -> dict[tuple[str, str], float]:
    """Precision by layout and speaker; the speaker "" stands for all."""
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for group, good in results:
        for key in (group, (group.layout, "")):
            seen[key[0], key[1]] += 1
            right[key[0], key[1]] += good
    rates = {key: right[key] / count for key, count in seen.items() if not key[1] and count >= LEAST}
    for key, count in seen.items():
        if key[1] and count >= LEAST and (key[0], "") in rates:
            rates[key] = (right[key] + PRIOR * rates[key[0], ""]) / (count + PRIOR)
    return rates


def main(paths: Iterable[str]) -> None:
    """Print the table for the articles in these files, as `confidence.py` holds it."""
    records = (
        json.loads(line) for path in paths for line in Path(path).read_text("utf-8").splitlines() if line.strip()
    )
    rates = table(outcomes(records))
    for layout in sorted({key[0] for key in rates}):
        cells = [f"{key[1] or 'all'} {rate:.3f}" for key, rate in sorted(rates.items()) if key[0] == layout]
        print(f"{layout}: {', '.join(cells)}")


if __name__ == "__main__":
    main(sys.argv[1:])
