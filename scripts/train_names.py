#!/usr/bin/env python3
"""Train the weights of `reader/analysis/names/model.py`.

    train_names.py [--folds N] ANNOTATED.jsonl…

Each line of a file is one document: {"text": …, "ents": [[start, end, "PER" | "ORG" | "LOC" | another type], …]}. The
weights in the repository come from the WikiGold corpus and the politics part of CrossNER, as NOTICE says. --folds N
leaves the weights alone and prints how well a model trained on the other folds does on each fold: micro F1 over people,
organisations and places, exact span and type.
"""

import argparse
import json
import math
import random
import zlib
from collections import Counter
from pathlib import Path

from reader.analysis.names.chunks import chunks
from reader.analysis.names.features import context_features, form_features
from reader.analysis.names.finding import addresses
from reader.analysis.names.lexicon import lexicon
from reader.analysis.names.segments import candidates
from reader.analysis.sentences import split
from reader.model import Span

TARGET = Path(__file__).parent.parent / "reader" / "analysis" / "names" / "weights.z"
CLASSES = {"PER": 0, "ORG": 1, "LOC": 2}
OTHER, NONE = 3, 4
EPOCHS, RATE, DECAY, RARE = 8, 0.1, 0.002, 2

Example = tuple[list[str], int]


def examples(document: dict[str, object]) -> list[Example]:
    """(evidence, class) of each candidate whose boundaries the annotation shares, or that it knows nothing of."""
    text = str(document["text"])
    lex, lower = lexicon(), set(text.split())
    gold = {(s, e): CLASSES.get(kind, OTHER) for s, e, kind in document["ents"]}  # type: ignore[attr-defined]
    bounds = sorted(gold)
    found = []
    starts = {sentence.start for sentence in split(text, lines(text))}
    for chunk in chunks(text, addresses(text)):
        for c in candidates(text, chunk, starts, lex):
            kind = next((gold[s, e] for s, e in bounds if abs(s - c.start) in (0, 4) and e == c.end), None)
            if kind is None and any(s < c.end and e > c.start for s, e in bounds):
                continue
            key = " ".join(token.low for token in c.tokens)
            evidence = form_features(c.tokens, key, text[c.start : c.end], lex) + context_features(c, text, lower)
            found.append((evidence, NONE if kind is None else kind))
    return found


def lines(text: str) -> list[Span]:
    """Each line as a paragraph."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def train(data: list[Example]) -> dict[str, list[float]]:
    """Weights by logistic regression: AdaGrad with decay, in an order that a fixed seed gives."""
    counts = Counter(name for evidence, _ in data for name in set(evidence))
    data = [([name for name in evidence if counts[name] >= RARE], kind) for evidence, kind in data]
    table: dict[str, list[float]] = {name: [0.0] * 5 for name, count in counts.items() if count >= RARE}
    squares = {name: [0.01] * 5 for name in table}
    order = random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(data)
        for evidence, kind in data:
            step(evidence, kind, table, squares)
    return table


def step(evidence: list[str], kind: int, table: dict[str, list[float]], squares: dict[str, list[float]]) -> None:
    scores = [sum(table[name][k] for name in evidence) for k in range(5)]
    top = max(scores)
    odds = [math.exp(value - top) for value in scores]
    slope = [value / sum(odds) for value in odds]
    slope[kind] -= 1
    for name in evidence:
        row, square = table[name], squares[name]
        for k in range(5):
            gradient = slope[k] + DECAY * row[k]
            square[k] += gradient * gradient
            row[k] -= RATE * gradient / math.sqrt(square[k])


def save(table: dict[str, list[float]]) -> None:
    """Write the weights in hundredths, those that round to nothing left out."""
    rows = []
    for name, row in sorted(table.items()):
        values = [round(value * 100) for value in row]
        if any(abs(value) >= 3 for value in values):
            rows.append("\t".join([name, *map(str, values)]))
    TARGET.write_bytes(zlib.compress("\n".join(rows).encode(), 9))
    print(f"{TARGET}: {len(rows)} weights, {TARGET.stat().st_size:,} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    documents = [json.loads(line) for path in parser.parse_args().files for line in path.read_text("utf-8").splitlines()]
    save(train([example for document in documents for example in examples(document)]))


if __name__ == "__main__":
    main()
