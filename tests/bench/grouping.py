"""How fast articles are grouped into events, and in how much memory, on invented reports.

    python tests/bench/grouping.py [--articles 10000] [--a-day 275] [--json]

First the whole library is grouped, its leads read from a file as they are from the catalogue. Then a thousand reports
of its last days are put, one by one, into the events of these days, as the next indexing would.

The reports are made of invented words, which occur as unevenly as real ones do. Each event has a topic, which it
shares with others, and words of its own, which its reports tell in part; most events have few reports, some have a
hundred. All times are CPU time of one process. Machines differ, and a busy one is slower: hence the yardstick, the
number of dictionary look-ups the machine does in the time that one article takes.
"""

import argparse
import json
import marshal
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import IO

from reader.events import Grouper, Lead, lead
from reader.events.bonds import Bonds
from reader.events.clusters import MAX_AGE, WINDOW
from reader.events.streaming import Stream
from reader.model import Article

WORDS = 40_000
INSERTED = 1000
START = date(2031, 1, 1)


def invented(seed: int = 1) -> list[str]:
    """Distinct words, the most frequent first."""
    rng = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or")]
    words = dict.fromkeys("".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(WORDS * 2))
    return list(words)[:WORDS]


def reports(count: int, a_day: int, seed: int = 2) -> Iterator[tuple[Lead, int]]:
    """Leads with the numbers of their events, in order of publication."""
    rng, words = random.Random(seed), invented()
    frequent = list(accumulate(1 / (rank + 8) for rank in range(len(words))))
    topics = [rng.choices(words[300:6000], k=30) for _ in range(60)]
    days = max(1, count // a_day)
    found: list[tuple[Lead, int]] = []
    event = 0
    while len(found) < count:
        event += 1
        day = rng.randrange(days)
        own = rng.sample(words[2000:], 40) + rng.sample(rng.choice(topics), 12)
        for _ in range(min(120, count - len(found), int(1.5 * rng.paretovariate(1.1)))):
            told = Counter(rng.choices(own, k=70) + rng.choices(words, cum_weights=frequent, k=60))
            stems = tuple(sorted(told))
            published = START + timedelta(days=day + min(4, int(rng.expovariate(1.0))))
            name = f"r{len(found):06}"
            found.append((_lead(name, published, stems, told), event))
    found.sort(key=lambda item: item[0].date or "")
    yield from found


def _lead(name: str, published: date, stems: tuple[str, ...], told: Counter[str]) -> Lead:
    return Lead(
        id=name,
        date=published.isoformat(),
        title=name,
        source=None,
        host=None,
        stems=stems,
        counts=bytes(told[stem] for stem in stems),
        names=(),
        figures=(),
    )


def yardstick() -> float:
    """Seconds for one look-up in a dictionary of a report's size."""
    table = {str(n): float(n) for n in range(80)}
    keys = list(table) * 500
    begun = time.process_time()
    for _ in range(10):
        sum([table.get(key, 0.0) for key in keys])
    return (time.process_time() - begun) / (10 * len(keys))


def leads_a_second(count: int = 500) -> float:
    """How many articles of 600 words a second are reduced to their leads."""
    rng, words = random.Random(3), invented()
    articles = [
        Article(str(n), str(n), ". ".join(" ".join(rng.choices(words, k=20)) for _ in range(30))) for n in range(count)
    ]
    begun = time.process_time()
    for one in articles:
        lead(one)
    return count / (time.process_time() - begun)


def measure(count: int, a_day: int) -> dict[str, float]:
    """Group so many reports at once, then put in some of the last days' one by one."""
    with tempfile.TemporaryFile() as file:
        told, late, days = written(file, count, a_day)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        look_up = yardstick()
        begun = time.process_time()
        stream = Stream(lambda: (one for one in stored(file) if one.id not in late), Bonds())
        home = {name: event.id for event in stream.events() for name in event.articles}
        together = time.process_time() - begun
        megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        near = [one for one in stored(file) if (one.date or "") >= days]
    begun = time.process_time()
    grouper = Grouper.restore([(one, home[one.id]) for one in near if one.id not in late], weights=stream.weights)
    restoring = time.process_time() - begun
    times = []
    for one in near:
        if one.id in late:
            begun = time.process_time()
            grouper.add(one)
            times.append(time.process_time() - begun)
    begun = time.process_time()
    changed = grouper.changed()
    settling = time.process_time() - begun
    look_up = (look_up + yardstick()) / 2
    home.update((name, event.id) for event in changed for name in event.articles)
    times.sort()
    return {
        "articles": count,
        "events": len(set(home.values())),
        "events_told": len(set(told.values())),
        "purity": purity([(home[name], number) for name, number in told.items()]),
        "articles_a_second": count / together,
        "look_ups_an_article": together / count / look_up,
        "articles_of_these_days": len(near),
        "restored_ms": restoring * 1e3,
        "insertions_a_second": INSERTED / sum(times),
        "insertion_median_ms": times[INSERTED // 2] * 1e3,
        "insertion_p99_ms": times[int(INSERTED * 0.99)] * 1e3,
        "look_ups_an_insertion_p99": times[int(INSERTED * 0.99)] / look_up,
        "settled_after_insertions_ms": settling * 1e3,
        "leads_a_second": leads_a_second(),
        "look_up_ns": look_up * 1e9,
        "megabytes": megabytes,
    }


def written(file: IO[bytes], count: int, a_day: int) -> tuple[dict[str, int], set[str], str]:
    """Write the leads to a file; the event of each, those that come late, and the first of the days they belong to."""
    told: dict[str, int] = {}
    dates: list[str] = []
    for one, number in reports(count + INSERTED, a_day):
        packed = marshal.dumps(tuple(one))
        file.write(len(packed).to_bytes(4, "big") + packed)
        told[one.id] = number
        dates.append(one.date or "")
    late = random.Random(4).sample(list(told)[-min(count, 10 * a_day) :], INSERTED)
    first = date.fromisoformat(dates[-min(count, 10 * a_day)]) - timedelta(days=MAX_AGE + WINDOW)
    return told, set(late), first.isoformat()


def stored(file: IO[bytes]) -> Iterator[Lead]:
    """The leads in a file."""
    file.seek(0)
    while size := int.from_bytes(file.read(4), "big"):
        yield Lead(*marshal.loads(file.read(size)))


def purity(pairs: list[tuple[str, int]]) -> float:
    """Part of the articles that tell what most articles of their event tell."""
    events: dict[str, Counter[int]] = {}
    for event, number in pairs:
        events.setdefault(event, Counter())[number] += 1
    return sum(max(numbers.values()) for numbers in events.values()) / len(pairs)


def main() -> None:
    """Print the figures, one a line, or all as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--a-day", type=int, default=275)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = measure(options.articles, options.a_day)
    if options.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name.replace('_', ' '):28} {value:12,.2f}")


if __name__ == "__main__":
    main()
