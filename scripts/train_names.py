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

from reader.analysis.addresses import addresses
from reader.analysis.names.features import context_features, document_features, form_features
from reader.analysis.names.lexicon import lexicon
from reader.analysis.names.segments import Candidate, candidates
from reader.analysis.sentences import split
from reader.model import Span

TARGET = Path(__file__).parent.parent / "reader" / "analysis" / "names" / "weights.z"
CLASSES = {"PER": 0, "ORG": 1, "LOC": 2}
OTHER, NONE = 3, 4
EPOCHS, RATE, DECAY, RARE = 5, 0.1, 0.002, 2
# What is known without counting, in logits for person, organisation, place, other and none: where training starts.
PRIORS: dict[str, tuple[float, float, float, float, float]] = {
    "ampersand": (-1.5, 2, -1, 0, -0.5),
    "title=short": (3, -1, -1, -1, -2),
    "title": (2, -0.5, -0.5, -0.5, -0.5),
    "some title": (1, 0, 0, 0, 0),
    "given=1 surname=1": (1, 0, 0, 0, -0.5),
    "n=, age": (2, 0, 0, 0, -1),
    "n=*speech": (0.6, 0.2, -0.3, -0.5, -0.3),
    "n=*who": (1, 0, -0.5, -0.5, -0.5),
    "gaz=country": (-1, -1, 2, 0, -1),
    "gaz=place": (-0.5, -0.3, 1, 0, -0.3),
    "gaz=organisation": (0, 1.5, 0, 0, 0),
    "gaz=other": (0, 0, 0, 1, 0.5),
    "shape=shout": (0, -1, 0, -1, 1.5),
    "shouted words": (0, -1.5, -0.5, 0, 1.5),
    "initial=*ing": (-1, -1, -0.5, 0, 1.5),
    "initial word": (0, -0.2, -0.2, 0, 0.4),
    "only initial=1": (0, -0.3, -0.3, -0.1, 0.5),
}

Example = tuple[list[str], int]


def examples(document: dict[str, object]) -> list[Example]:
    """(evidence, class) of each candidate whose boundaries the annotation shares, or that it knows nothing of."""
    text = str(document["text"])
    lex, lower = lexicon(), set(text.split())
    gold = {(s, e): CLASSES.get(kind, OTHER) for s, e, kind in document["ents"]}  # type: ignore[attr-defined]
    bounds = sorted(gold)
    found = []
    starts = {sentence.start for sentence in split(text, lines(text))}
    every = list(candidates(text, addresses(text), starts))
    by_key: dict[str, list[Candidate]] = {}
    for c in every:
        by_key.setdefault(c.part.key, []).append(c)
    for c in every:
        kind = next((gold[s, e] for s, e in bounds if c.start - s in (0, 4) and e == c.end), None)
        if kind is None and any(s < c.end and e > c.start for s, e in bounds):
            continue
        evidence = [
            *form_features(c.part.tokens, c.part.key, c.part.text, lex),
            *document_features(by_key[c.part.key]),
            *context_features(c, text, lower),
        ]
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
    table: dict[str, list[float]] = {name: [0.0] * 5 for name, count in counts.items() if count >= RARE}
    table.update((name, list(row)) for name, row in PRIORS.items())
    data = [([name for name in evidence if name in table], kind) for evidence, kind in data]
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
    documents = [
        json.loads(line) for path in parser.parse_args().files for line in path.read_text("utf-8").splitlines()
    ]
    save(train([example for document in documents for example in examples(document)]))


if __name__ == "__main__":
    main()
