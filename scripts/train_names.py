#!/usr/bin/env python3
"""Train the weights of `reader/analysis/names/model.py`.

    train_names.py ANNOTATED.jsonl…

Each line of a file is one document: {"text": …, "ents": [[start, end, "PER" | "ORG" | "LOC" | another type], …]}, every
name annotated; or {"text": …, "mentions": [[start, end, "person" | "organization" | "place" | another type, …], …]},
phrases of every sort, of which those are names that our boundaries share. The weights in the repository come from the
WikiGold corpus, the politics part of CrossNER and the Wikinews part of GUM, as NOTICE says.
"""

import argparse
import json
import math
import random
import zlib
from collections import Counter
from pathlib import Path

from reader.analysis.addresses import addresses
from reader.analysis.names.context import context_features
from reader.analysis.names.features import document_features, form_features
from reader.analysis.names.lexicon import fold, lexicon
from reader.analysis.names.segments import Candidate, candidates
from reader.analysis.sentences import split
from reader.model import Span

TARGET = Path(__file__).parent.parent / "reader" / "analysis" / "names" / "weights.z"
CLASSES = {"PER": 0, "ORG": 1, "LOC": 2}
PHRASES = {
    "person": "PER",
    "organization": "ORG",
    "place": "LOC",
    "event": "MISC",
    "object": "MISC",
    "abstract": "MISC",
}
OTHER, NONE = 3, 4
EPOCHS, RATE, RARE = 5, 0.1, 2
SEEDS = (1, 2, 3, 4, 5, 6, 7, 8)
"""Of the orders in which the examples are gone through; the weights are the mean, so that no order decides."""
DECAY, WORD_DECAY = 0.002, 0.01
WORDS = ("first=", "last=", "has=", "suf", "of=")
"""Evidence that is a word of the name itself: it fits the training texts too well, and is held back more."""

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
    "p=said": (1, 0.2, -0.5, -0.5, -0.2),
    "p=*role": (1, -0.2, -0.3, -0.3, -0.3),
    "n=, a *role": (1.5, -0.5, -1, -0.3, -0.5),
    "n=, *role": (1.2, -0.5, -0.7, -0.3, -0.5),
    "n=*postcode": (-1, -0.5, 2, -0.5, -1),
    "n=, a *place": (-1, -0.5, 1.5, 0, -0.3),
    "n=, a *organisation": (-0.7, 1.5, -0.7, 0, -0.3),
    "p=*role ,": (1.5, -0.3, -0.5, -0.3, -0.3),
    "p=*role … ,": (1, -0.2, -0.2, -0.2, -0.3),
    "p=*organisation": (-0.5, 1.2, -0.5, 0, -0.3),
    "p=*company": (-0.7, 1.8, -0.7, 0, -0.7),
    "n=, a *company": (-0.7, 1.8, -0.7, 0, -0.5),
    "n=, *company": (-0.7, 1.2, -0.7, 0, -0.3),
    "n=*speech it": (-1.5, 1.5, 0.3, -0.3, -0.3),
    "n=*speech its": (-1, 1, 0.3, -0.3, -0.3),
    "n=*speech he": (1.5, -0.7, -0.7, -0.3, -0.3),
    "n=*speech she": (1.5, -0.7, -0.7, -0.3, -0.3),
    "first=*prefix": (-0.5, -0.3, 0.7, -0.3, -0.5),
    "first=*place": (-0.7, -0.3, 1, -0.3, -0.3),
    "last=*place": (-1, -0.5, 1, -0.3, -0.5),
    "p=*ruler of": (-1, 0, 1.5, 0, 0),
    "first=*feature": (-1, -0.7, 2, -0.5, -0.5),
    "n=, which": (-1.5, 0.6, 0.6, 0.2, -0.3),
    "n=, where": (-0.5, 0, 1.2, 0, 0),
    "n=, *country": (-0.7, -0.2, 1.2, 0, -0.3),
    "p=*place of": (-1, -0.3, 1.5, 0, 0),
    "p=*role of": (-1, 0.5, 0.5, 0, 0),
    "p=*organisation of": (-0.5, 0.4, 0.5, 0, 0),
    "p=off": (-0.7, -0.3, 1, 0, -0.3),
    "p=along": (-0.7, -0.3, 1, 0, -0.3),
    "p=upper": (-0.7, -0.3, 1, 0, -0.3),
    "p=lower": (-0.7, -0.3, 1, 0, -0.3),
    "n=*place": (-0.3, -0.2, 0.8, 0, 0),
    "gaz=country": (-1, -1, 2, 0, -1),
    "gaz=place": (-0.5, -0.3, 1, 0, -0.3),
    "gaz=organisation": (0, 1.5, 0, 0, 0),
    "gaz=other": (0, 0, 0, 1, 0.5),
    "shape=shout": (0, -1, 0, -1, 1.5),
    "shouted words": (0, -1.5, -0.5, 0, 1.5),
    "initial=*ing": (-1, -1, -0.5, 0, 1.5),
    "initial verb": (-1, -1, -1, -0.5, 1.5),
    "initial word": (0, -0.2, -0.2, 0, 0.4),
    "only initial=1": (0, -0.3, -0.3, -0.1, 0.5),
}

NOTHING = (0.0, 0.0, 0.0, 0.0, 0.0)

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


def names_among_phrases(document: dict[str, object]) -> list[Example]:
    """Examples of names only: such an annotation does not tell what is no name, as phrases lie around everything."""
    text, ents = str(document["text"]), []
    for start, end, kind, *_ in document["mentions"]:  # type: ignore[attr-defined]
        begin = start + (4 if text[start : start + 4].lower() == "the " else 0)
        if kind in PHRASES and text[begin].isupper() and fold(text[begin:end]) not in lexicon().not_names:
            ents.append([begin, end, PHRASES[kind]])
    return [example for example in examples({"text": text, "ents": ents}) if example[1] != NONE]


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
    orders = [_descend(list(data), {name: list(row) for name, row in table.items()}, seed) for seed in SEEDS]
    return {name: [sum(found[name][k] for found in orders) / len(orders) for k in range(5)] for name in table}


def _descend(data: list[Example], table: dict[str, list[float]], seed: int) -> dict[str, list[float]]:
    """`table` after some rounds through the data, in an order that the seed gives."""
    squares = {name: [0.01] * 5 for name in table}
    order = random.Random(seed)
    for _ in range(EPOCHS):
        order.shuffle(data)
        for evidence, kind in data:
            step(evidence, kind, table, squares)
    return table


def step(evidence: list[str], kind: int, table: dict[str, list[float]], squares: dict[str, list[float]]) -> None:
    """One step down the slope; weights are drawn back to what was known before counting."""
    scores = [sum(table[name][k] for name in evidence) for k in range(5)]
    top = max(scores)
    odds = [math.exp(value - top) for value in scores]
    slope = [value / sum(odds) for value in odds]
    slope[kind] -= 1
    for name in evidence:
        row, square, prior = table[name], squares[name], PRIORS.get(name, NOTHING)
        decay = WORD_DECAY if name.startswith(WORDS) and "*" not in name else DECAY
        for k in range(5):
            gradient = slope[k] + decay * (row[k] - prior[k])
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
    data: list[Example] = []
    for document in documents:
        data += examples(document) if "ents" in document else names_among_phrases(document)
    save(train(data))


if __name__ == "__main__":
    main()
