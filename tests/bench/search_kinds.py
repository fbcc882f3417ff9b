"""Queries of every kind in the grammar, made of a library's own words, outlets, names, quotes, figures and dates."""

import random
import re
from collections.abc import Callable

from reader.library import Library
from reader.model import Article
from reader.search.lexicon import outlets

SAMPLE = 200
"""Articles from which the queries are made."""
MARKED = 40
"""Articles that pass for starred, tagged and noted."""
TAG, NOTED = "harbour", "ask the harbour master again"


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

    def pick(self, *choices: str) -> str:
        """Any of them."""
        return self.chance.choice(choices)

    def of_headline(self) -> str:
        """A word of a headline."""
        return self.chance.choice(re.findall(r"[A-Za-z]+", self.article().title or "") or ["the"])

    def outlet(self) -> str:
        """An outlet."""
        return self.chance.choice(self.outlets)

    def jump(self) -> str:
        """What is typed to jump to a headline or a name, now and then with a letter too few."""
        name = self.pick(" ".join((self.article().title or "the").split()[:2]), self.name("person")).lower()
        at = self.chance.randrange(1, max(2, len(name)))
        return name if self.chance.random() < 0.5 else name[:at] + name[at + 1 :]

    def byline(self) -> str:
        """An author, where any article has one."""
        return next((one.author for one in self.articles if one.author and self.chance.random() < 0.2), "Vera Brun")


Make = Callable[[], str]


def kinds(w: Words) -> dict[str, Make]:
    """For each kind of query what makes one; a word with a space after it is finished."""
    return {**_of_words(w), **_combined(w), **_in_fields(w), **_of_values(w), **_sorted(w)}


def _of_words(w: Words) -> dict[str, Make]:
    return {
        "one letter": lambda: w.frequent()[:1],
        "two letters": lambda: w.frequent()[:2],
        "three letters": lambda: w.frequent()[:3],
        "beginning of a word": lambda: w.frequent()[: w.chance.randint(4, 7)],
        "pre*": lambda: f"{w.frequent()[:5]}* ",
        "frequent word": lambda: f"{w.frequent()} ",
        "rare word": lambda: f"{w.rare()} ",
        "=word": lambda: f"={w.name('person').split()[-1]} ",
        "two words": lambda: f"{w.frequent()} {w.frequent()} ",
        "phrase": lambda: f'"{w.run(2)}"',
        "phrase*": lambda: f'"{w.run(2)}"*',
        "/regex/": lambda: f"/{w.frequent()[:3]}\\w+{w.frequent()[-2:]}/ ",
        "/regex/i": lambda: f"/{w.frequent()} (the|a|an) \\w+/i ",
        "/regex/ rare": lambda: f"/{w.run(2)} \\w+/ ",
        "/regex/ of nothing": lambda: f"/{w.frequent()}q{w.rare()}[0-9]/ ",
        "/regex/ no letters": lambda: "/[0-9]{9,}[^0-9 ]{4}/ ",
    }


def _combined(w: Words) -> dict[str, Make]:
    return {
        "OR": lambda: f"{w.frequent()} OR {w.frequent()} ",
        "( OR ) word": lambda: f"({w.frequent()} OR {w.rare()}) {w.frequent()} ",
        "negation": lambda: f"{w.frequent()} -{w.frequent()} ",
        "negation alone": lambda: f"-{w.frequent()} ",
        "near/5": lambda: f"{w.frequent()} near/5 {w.frequent()} ",
        "near/5 rare": lambda: f"{w.rare()} near/5 {w.rare()} ",
        "same-sentence": lambda: f"{w.frequent()} same-sentence {w.frequent()} ",
        "same-sentence rare": lambda: f"{w.rare()} same-sentence {w.rare()} ",
        "same-paragraph": lambda: f"{w.frequent()} same-paragraph {w.frequent()} ",
        "same-paragraph rare": lambda: f"{w.rare()} same-paragraph {w.rare()} ",
        "word -same-sentence": lambda: f"{w.rare()} -({w.frequent()} same-sentence {w.frequent()}) ",
    }


def _in_fields(w: Words) -> dict[str, Make]:
    return {
        "title:": lambda: f"title:{w.of_headline()} ",
        "text:": lambda: f"text:{w.frequent()} ",
        "source:": lambda: f'source:"{w.outlet()}"',
        "source:( OR )": lambda: f'source:("{w.outlet()}" OR "{w.outlet()}")',
        "source: and a word": lambda: f'source:"{w.outlet()}" {w.frequent()} ',
        "-source:": lambda: f'-source:"{w.outlet()}"',
        "author:": lambda: f'author:"{w.byline()}"',
        "event:": lambda: f"event:{w.of_headline()} ",
        "event: and a word": lambda: f"event:{w.of_headline()} {w.frequent()} ",
        "who:": lambda: f'who:"{w.name("person")}"',
        "person:": lambda: f"person:{w.name('person').split()[-1]} ",
        "org:": lambda: f'org:"{w.name("organisation")}"',
        "org: and a word": lambda: f'org:"{w.name("organisation")}" {w.frequent()} ',
        "place:": lambda: f'place:"{w.name("place")}"',
        "speaker:": lambda: f'speaker:"{w.name("person")}"',
        "quote:": lambda: f"quote:{w.said(1)} ",
        "speaker: quote:": lambda: f'speaker:"{w.name("person")}" quote:{w.said(1)} ',
        'quote:"…"~': lambda: f'quote:"{w.said(7)}"~',
        "quote:/regex/": lambda: f"quote:/{w.said(1)[:4]}\\w+/ ",
        "only:": lambda: f'only:"{w.outlet()}"',
        "note:": lambda: f"note:{w.pick(*NOTED.split())} ",
        "tag:": lambda: f"tag:{TAG} ",
    }


def _of_values(w: Words) -> dict[str, Make]:
    return {
        "num:>": lambda: f"num:>{w.chance.choice([10, 100, 1000, 100_000, 10_000_000])} ",
        "num:": lambda: f"num:{w.chance.randint(2, 400)} ",
        "num:..": lambda: f"num:{(low := w.chance.randint(2, 400))}..{low + 20} ",
        "num: and a word": lambda: f"{w.frequent()} num:{w.chance.randint(2, 400)} ",
        "date:": lambda: f"date:{w.day()[: w.chance.choice([4, 7, 10])]} ",
        "date:..": lambda: f"date:{min(days := (w.day(), w.day()))}..{max(days)} ",
        "date:>7d": lambda: f"date:{w.pick('>', '<')}{w.chance.randint(1, 60)}{w.pick('d', 'w', 'm')} ",
        "date: and a word": lambda: f"{w.frequent()} date:>={w.day()} ",
        "is:unread": lambda: f"{w.frequent()} is:unread ",
        "is:read": lambda: "is:read ",
        "is:starred": lambda: f"is:{w.pick('starred', 'noted')} ",
        "has:": lambda: f"has:{w.pick('quote', 'figure', 'name', 'sources', 'date', 'title', 'note')} ",
        "-has:": lambda: f"-has:{w.pick('quote', 'figure', 'name', 'sources', 'date', 'title', 'note')} ",
        "has: and a word": lambda: f"{w.frequent()} has:{w.pick('quote', 'sources')} ",
    }


def _sorted(w: Words) -> dict[str, Make]:
    orders = ("relevance", "date", "oldest", "source", "title", "quotes")
    frequent = {f"sort:{by}": lambda by=by: f"{w.frequent()} sort:{by} " for by in orders}
    return {
        **frequent,
        "sort:relevance rare": lambda: f"{w.rare()} sort:relevance ",
        "field, sort:title": lambda: f'source:"{w.outlet()}" sort:title ',
        "sort: alone": lambda: f"has:date sort:{w.pick(*orders)} ",
    }
