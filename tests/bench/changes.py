"""How surely one change in a copy of an article is found: another figure, date or name, and a paragraph taken out.

Run: python tests/bench/changes.py PATH… [--copies 200] [--seed 1] [--misses]

A PATH is an article, a folder or a container of articles. Prints how many of the changed figures, dates and names come
back as a fact that differs, with how many other facts that do not; how many differences an unchanged copy has; and in
how many copies without one paragraph that paragraph is the weightiest gap.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.analysis import analyse
from reader.cli.intake import Intake
from reader.events import compare
from reader.model import Analysis, Article, Comparison, Span

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NAMES = {
    "person": ("Orla Penhaligon", "Casper Lindqvist", "Bettina Morrow", "Idris Falk", "Rosalind Achterberg"),
    "organisation": ("Northgate Trust", "Harbour Alliance", "Kestrel Institute", "Meridian Council"),
    "place": ("Portugal", "Wellington", "Nairobi", "Oslo", "Lima", "Quebec", "Dublin", "Bologna"),
}
Change = tuple[Span, str]
"""Where something else is put, and what."""


def figure(article: Article, found: Analysis, chance: random.Random) -> Change | None:
    """Another first digit for one of the figures."""
    spans = [f.span for f in found.figures if any(sign.isdigit() for sign in f.span.of(article.text))]
    if not spans:
        return None
    span = chance.choice(spans)
    words = span.of(article.text)
    place = next(n for n, sign in enumerate(words) if sign.isdigit())
    other = chance.choice([digit for digit in "123456789" if digit != words[place]])
    return span, words[:place] + other + words[place + 1 :]


def date(article: Article, found: Analysis, chance: random.Random) -> Change | None:
    """Another weekday, month or year for one of the dates."""
    options: list[Change] = []
    for mention in found.dates:
        if mention.span is None or not mention.value or mention.role not in ("event", "mentioned"):
            continue
        words = mention.span.of(article.text)
        for names in (DAYS, MONTHS):
            options.extend(
                (mention.span, words.replace(name, chance.choice([other for other in names if other != name])))
                for name in names
                if name in words
            )
        if words.isdigit() and len(words) == 4:
            options.append((mention.span, str(int(words) - chance.randint(1, 9))))
    return chance.choice(options) if options else None


def name(article: Article, found: Analysis, chance: random.Random) -> Change | None:
    """Somebody or something else, in full, in one place."""
    options = [
        (entity.type, mention)
        for entity in found.entities
        if entity.type in NAMES
        for mention in entity.mentions
        if " " in mention.of(article.text) or entity.type == "place"
    ]
    if not options:
        return None
    kind, span = chance.choice(options)
    return span, chance.choice([other for other in NAMES[kind] if other not in article.text])


CHANGES: tuple[Callable[[Article, Analysis, random.Random], Change | None], ...] = (figure, date, name)


def with_text(article: Article, text: str) -> Article:
    """The article with another body."""
    spans: list[Span] = []
    at = 0
    for paragraph in text.split("\n\n"):
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return replace(article, id=article.id + "-copy", text=text, paragraphs=tuple(spans))


def differing(comparison: Comparison) -> Iterator[Span]:
    """The stretches of the original whose facts differ."""
    return (fact.a.span for fact in comparison.facts if fact.verdict == "differs" and fact.a.span)


def is_plain(comparison: Comparison) -> bool:
    """Whether two texts are told to be the same."""
    return (
        all(fact.verdict == "same" for fact in comparison.facts)
        and all(passage.relation == "same" and not passage.moved for passage in comparison.passages)
        and all(pair.kind == "identical" for pair in comparison.quotes)
        and not (comparison.only_a or comparison.only_b)
    )


def top_gap(article: Article, found: Analysis, chance: random.Random) -> bool | None:
    """Whether a paragraph that is taken out is the weightiest gap; None where there is none to take out."""
    places = [n for n, span in enumerate(article.paragraphs) if len(span.of(article.text).split()) >= 12]
    if len(places) < 4:
        return None
    gone = chance.choice(places)
    rest = [span.of(article.text) for n, span in enumerate(article.paragraphs) if n != gone]
    copy = with_text(article, "\n\n".join(rest))
    gaps = compare(article, found, copy, analyse(copy)).only_a
    return bool(gaps) and article.paragraphs[gone].covers(gaps[0].spans[0])


def main() -> None:
    """Prints the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="+")
    options.add_argument("--copies", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--misses", action="store_true", help="show the changes that were not found")
    given = options.parse_args()
    chance = random.Random(given.seed)
    articles = [article for article in Intake(given.paths) if 80 <= len(article.text.split()) <= 2000]
    chance.shuffle(articles)
    made, hits, others, gaps = Counter[str](), Counter[str](), Counter[str](), Counter[bool]()
    unlike = looked = 0
    for article in articles:
        if sum(made.values()) >= given.copies:
            break
        found = analyse(article)
        change = CHANGES[sum(made.values()) % len(CHANGES)]
        changed = change(article, found, chance)
        if changed is None:
            continue
        (start, end), words = changed
        copy = with_text(article, article.text[:start] + words + article.text[end:])
        spans = list(differing(compare(article, found, copy, analyse(copy))))
        hit = any(span.overlaps(Span(start, end)) for span in spans)
        made[change.__name__] += 1
        hits[change.__name__] += hit
        others[change.__name__] += sum(not span.overlaps(Span(start, end)) for span in spans)
        if given.misses and not hit:
            before, after = article.text[max(0, start - 60) : start], article.text[end : end + 40]
            print(f"missed {change.__name__}: {before!r} [{article.text[start:end]!r} → {words!r}] {after!r}")
        same = with_text(article, article.text)
        looked += 1
        unlike += not is_plain(compare(article, found, same, analyse(same)))
        gap = top_gap(article, found, chance)
        if gap is not None:
            gaps[gap] += 1
    for kind in made:
        print(f"{kind:<8} found {hits[kind]}/{made[kind]}  other facts said to differ {others[kind]}")
    total = sum(made.values())
    print(f"{'all':<8} found {sum(hits.values())}/{total} = {sum(hits.values()) / max(1, total):.3f}")
    print(f"unchanged copies with a difference {unlike}/{looked}")
    print(f"paragraph taken out is the top gap {gaps[True]}/{gaps.total()}")


if __name__ == "__main__":
    main()
