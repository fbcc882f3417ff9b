"""How long a search takes, by kind of query: until the first hits, and until all that the list shows.

    python tests/bench/search.py LIBRARY [--cache FOLDER] [--queries 12] [--seed 1] [--typing] [--cpu] [--kind NAME]

LIBRARY must have been indexed into the cache folder already. Each kind is asked with queries made of the library's own
words, outlets, names, quotes, figures and dates. With `--typing` each is typed letter by letter, and what
is counted is each letter's answer. Elapsed milliseconds, or with `--cpu`
those of the processor, which a busy machine changes less. `--slow N` prints every query that took
longer.
"""

import argparse
import random
import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.library import Library
from reader.model import Article
from reader.search.lexicon import Lexicon, outlets
from reader.search.matching import counted, found
from reader.search.personal import Personal

LIMIT = 1000
"""Hits that the list shows."""
CLOCK = [time.perf_counter]
"""What the times are taken with."""
SAMPLE = 200
"""Articles from which the queries are made."""


class Words:
    """What a library has, for making queries."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        self.chance = chance
        keys = list(library.order().keys)
        self.keys = chance.sample(keys, min(SAMPLE, len(keys)))
        self.articles = [one for key in self.keys if (one := library.article(key)).text]
        self.library = library
        self.outlets = outlets(library)
        self.ids = [row.id for row in library.rows(self.keys)]
        rows = library.select("SELECT form, type FROM names WHERE articles > 0 ORDER BY articles DESC LIMIT 400")
        self.names: dict[str, list[str]] = {"person": [], "organisation": [], "place": []}
        for form, type in rows:
            self.names.setdefault(type, []).append(form)
        self.common = self._common()

    def _common(self) -> list[str]:
        count: dict[str, int] = {}
        for article in self.articles:
            for word in set(re.findall(r"[a-z]{4,}", article.text)):
                count[word] = count.get(word, 0) + 1
        return sorted(count, key=lambda word: (-count[word], word))

    def frequent(self) -> str:
        """A word of many articles."""
        return self.chance.choice(self.common[:40])

    def article(self) -> Article:
        """Any article."""
        return self.chance.choice(self.articles)

    def rare(self) -> str:
        """A word that few articles have."""
        return self.chance.choice(self.common[len(self.common) // 2 :])

    def run(self, many: int) -> str:
        """Words that stand one after the other in some article."""
        words = re.findall(r"[A-Za-z]+", self.article().text)
        start = self.chance.randrange(max(1, len(words) - many))
        return " ".join(words[start : start + many])

    def name(self, type: str) -> str:
        """Somebody or something that is often named."""
        return self.chance.choice(self.names[type] or ["nobody"])

    def said(self, many: int) -> str:
        """Words of a quotation."""
        for key in self.chance.sample(self.keys, len(self.keys)):
            quotes = self.library.analysis(key, indexed=True).quotes
            words = re.findall(r"\w+", quotes[0].spans[0].of(self.library.article(key).text)) if quotes else []
            if len(words) >= many:
                return " ".join(words[:many])
        return self.run(many)

    def day(self) -> str:
        """A day of publication."""
        return next((a.published[:10] for _ in range(50) if (a := self.article()).published), "2024-01-01")


def _kinds(w: Words) -> dict[str, Callable[[], str]]:
    return {
        "one letter": lambda: w.frequent()[:1],
        "two letters": lambda: w.frequent()[:2],
        "three letters": lambda: w.frequent()[:3],
        "beginning of a word": lambda: w.frequent()[: w.chance.randint(4, 7)],
        "pre*": lambda: f"{w.frequent()[:5]}* ",
        "frequent word": lambda: f"{w.frequent()} ",
        "rare word": lambda: f"{w.rare()} ",
        "two words": lambda: f"{w.frequent()} {w.frequent()} ",
        "phrase": lambda: f'"{w.run(2)}"',
        "OR": lambda: f"{w.frequent()} OR {w.frequent()} ",
        "negation": lambda: f"{w.frequent()} -{w.frequent()} ",
        "negation alone": lambda: f"-{w.frequent()} ",
        "near": lambda: f"{w.frequent()} near/5 {w.frequent()} ",
        "same sentence": lambda: f"{w.frequent()} same-sentence {w.frequent()} ",
        "regular expression": lambda: f"/{w.frequent()[:3]}\\w+{w.frequent()[-2:]}/ ",
        "title:": lambda: f"title:{w.chance.choice(re.findall(r'[A-Za-z]+', w.article().title or 'the'))} ",
        "source:": lambda: f'source:"{w.chance.choice(w.outlets)}"',
        "source: and a word": lambda: f'source:"{w.chance.choice(w.outlets)}" {w.frequent()} ',
        "event:": lambda: f"event:{w.chance.choice(re.findall(r'[A-Za-z]+', w.article().title or 'the'))} ",
        "who:": lambda: f'who:"{w.name("person")}"',
        "place:": lambda: f'place:"{w.name("place")}"',
        "org: and a word": lambda: f'org:"{w.name("organisation")}" {w.frequent()} ',
        "speaker:": lambda: f'speaker:"{w.name("person")}"',
        "quote:": lambda: f"quote:{w.said(1)} ",
        "speaker: quote:": lambda: f'speaker:"{w.name("person")}" quote:{w.said(1)} ',
        "quotation ~": lambda: f'quote:"{w.said(7)}"~',
        "num:": lambda: f"num:>{w.chance.choice([10, 100, 1000, 100_000, 10_000_000])} ",
        "num: and a word": lambda: f"{w.frequent()} num:{w.chance.randint(2, 400)} ",
        "date:": lambda: f"date:{w.day()[: w.chance.choice([4, 7, 10])]} ",
        "date: and a word": lambda: f"{w.frequent()} date:>={w.day()} ",
        "is:unread": lambda: f"{w.frequent()} is:unread ",
        "is:read": lambda: "is:read ",
        "has:": lambda: f"has:{w.chance.choice(['quote', 'figure', 'name', 'sources', 'date'])} ",
        "only:": lambda: f'only:"{w.chance.choice(w.outlets)}"',
        "sort:relevance": lambda: f"{w.frequent()} sort:relevance ",
        "sort:title": lambda: f"{w.frequent()} sort:title ",
    }


def asked(lexicon: Lexicon, text: str, personal: Personal) -> tuple[float, float, float, int]:
    """Milliseconds until the first answer, until the last, until all are counted; and how many the list shows."""
    start = CLOCK[0]()
    first, hits, results = 0.0, 0, None
    for results in found(lexicon, text, LIMIT, personal=personal):
        first = first or (CLOCK[0]() - start) * 1e3 if results.hits else first
        hits = len(results.hits)
    whole = (CLOCK[0]() - start) * 1e3
    if results is not None and results.more and results.node is not None:
        counted(lexicon, results, personal)
    return first or whole, whole, (CLOCK[0]() - start) * 1e3, hits


def typed(text: str) -> Iterator[str]:
    """What is in the field after each letter."""
    return (text[:end] for end in range(1, len(text) + 1))


def percentile(values: list[float], part: float) -> float:
    """Of the values in order, the one at this part."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--queries", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--typing", action="store_true")
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--kind", action="append")
    parser.add_argument("--slow", type=float, default=float("inf"))
    options = parser.parse_args()
    CLOCK[0] = time.process_time if options.cpu else time.perf_counter
    library = Library.open([options.library], options.cache)
    words = Words(library, random.Random(options.seed))
    personal = Personal(read=frozenset(words.ids))
    lexicon = Lexicon(library.beside().begin())
    asked(lexicon, "warm", personal)
    print(f"{library.count().articles:,} articles; milliseconds, p50 / p95")
    print(f"{'':22}{'first hits':>16}{'the list':>18}{'counted':>18}{'hits':>8}")
    everything: list[tuple[float, float, float, int]] = []
    for name, make in _kinds(words).items():
        if options.kind and name not in options.kind:
            continue
        rows = []
        for _ in range(options.queries):
            text = make()
            for part in typed(text) if options.typing else (text,):
                rows.append(asked(lexicon, part, personal))
                if rows[-1][1] > options.slow:
                    print(f"    {rows[-1][1]:8.1f} {part}")
        everything += rows
        print(_line(name, rows), flush=True)
    print(_line("all", everything))


def _line(name: str, rows: list[tuple[float, float, float, int]]) -> str:
    columns = [[row[at] for row in rows] for at in range(3)]
    shown = "".join(f"{statistics.median(c):9.1f} /{percentile(c, 0.95):7.1f}" for c in columns)
    return f"{name:22}{shown}{statistics.median(row[3] for row in rows):8.0f}"


if __name__ == "__main__":
    main()
