"""What is known beforehand about words and names: the program's own word lists and a gazetteer of places and names.

`lexicon.txt` is written by hand, section by section; `gazetteer.z` is made by `scripts/make_gazetteer.py`. They are
read when they are first asked for (some 15 milliseconds), never at start-up. Finding names needs all of them, comparing
names hardly any: so the sets of towns and of people's names, which take eight megabytes, are made in their turn.
"""

import unicodedata
import zlib
from dataclasses import field
from functools import cache
from importlib import resources

from reader.model.frozen import dataclass

_APOSTROPHES = str.maketrans("’‘ʻ`", "''''")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def fold(name: str) -> str:
    """Lower case, plain apostrophes, no accents and no full stop at the end: the form in which names are looked up."""
    low = name.lower().rstrip(".")
    if low.isascii():
        return low
    plain = unicodedata.normalize("NFKD", low.translate(_APOSTROPHES).translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Sets of folded words and phrases. What they hold is said at the head of each section of `lexicon.txt`."""

    titles: frozenset[str]
    title_starts: frozenset[str]
    """The first words of titles, in the plural too."""
    short_titles: frozenset[str]
    weak_titles: frozenset[str]
    """Titles that are as often a word of another name: "General Motors", "Justice Department"."""
    title_modifiers: frozenset[str]
    title_of: frozenset[str]
    organisation_words: frozenset[str]
    organisation_heads: frozenset[str]
    heads: dict[str, frozenset[str]]
    """Small word → the words that it joins to what follows: "for" → "campaign", "movement"."""
    bodies: frozenset[str]
    """Bodies and parties after which a person may be named without a comma."""
    topics: frozenset[str]
    events: frozenset[str]
    place_words: frozenset[str]
    place_prefixes: frozenset[str]
    demonyms: frozenset[str]
    calendar: frozenset[str]
    not_names: frozenset[str]
    ordinary: frozenset[str]
    """Everyday words: as names, or parts of names, possible but no evidence of one."""
    organisations: frozenset[str]
    others: frozenset[str]
    countries: frozenset[str]
    places: frozenset[str]
    """Regions, seas, mountains, capitals and well-known cities."""
    joined: frozenset[str]
    """Names with "of" or "and" in them that no rule would keep together."""
    given_groups: frozenset[str]
    """Given names of which one person may use any: "sergei = sergey = serhiy"."""
    same: dict[str, str]
    """Folded form of a name → the folded form that stands for it: "u.s" → "united states"."""
    cities: frozenset[str] = field(init=False)
    towns: frozenset[str] = field(init=False)
    given: frozenset[str] = field(init=False)
    surnames: frozenset[str] = field(init=False)

    def __getattr__(self, name: str) -> frozenset[str]:
        """One of the large sets that is not there yet: from then on all of them are."""
        if name not in _LARGE:
            raise AttributeError(name)
        for large, entries in _large().items():
            object.__setattr__(self, large, entries)
        found: frozenset[str] = object.__getattribute__(self, name)
        return found


_LARGE = frozenset({"cities", "towns", "given", "surnames"})


def _sections(text: str) -> dict[str, str]:
    parts = ("\n" + text).split("\n[")[1:]
    return dict(part.split("]\n", 1) for part in parts)


def _phrases(section: str) -> frozenset[str]:
    return frozenset(fold(entry) for entry in section.replace("\n", " ").strip().split(", "))


def _own(*wanted: str) -> dict[str, frozenset[str]]:
    """Sections of our own lists; all of them where none is named."""
    sections = _sections(resources.files(__package__).joinpath("lexicon.txt").read_text("utf-8"))
    return {name: _phrases(sections[name]) for name in wanted or sections}


def _gazetteer(*wanted: str) -> dict[str, frozenset[str]]:
    packed = zlib.decompress(resources.files(__package__).joinpath("gazetteer.z").read_bytes()).decode()
    sections = _sections(packed)
    return {name: frozenset(sections[name].split("\n")) for name in wanted}


def _ambiguous(own: dict[str, frozenset[str]]) -> frozenset[str]:
    return own["not a city"] | own["not a name"] | own["organisation word"] | own["title"]


def _large() -> dict[str, frozenset[str]]:
    own = _own("not a city", "not a name", "organisation word", "title", "first name")
    found = _gazetteer("metropolis", "city", "town", "given", "surname")
    ambiguous = _ambiguous(own)
    return {
        "cities": (found["metropolis"] | found["city"]) - ambiguous,
        "towns": found["town"] - ambiguous,
        "given": own["first name"] | found["given"],
        "surnames": found["surname"],
    }


@cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    own, gazetteer = _own(), _gazetteer("country", "region", "capital")
    ambiguous = _ambiguous(own)
    joined = frozenset(
        name
        for names in (own["known organisation"], own["known other"], own["place"], gazetteer["country"])
        for name in names
        if " and " in name or " of " in name
    )
    return Lexicon(
        titles=own["title"],
        title_starts=_title_starts(own["title"]),
        short_titles=own["abbreviated title"],
        weak_titles=own["weak title"],
        title_modifiers=own["title modifier"],
        title_of=own["title of"],
        organisation_words=own["organisation word"],
        organisation_heads=own["organisation head"],
        heads=_heads(own),
        bodies=own["body before person"],
        topics=own["topic"],
        events=own["event word"],
        place_words=own["place word"],
        place_prefixes=own["place prefix"],
        demonyms=own["demonym"],
        calendar=own["calendar"],
        not_names=own["not a name"],
        ordinary=own["ordinary word"] | own["not a name"],
        organisations=own["known organisation"],
        others=own["known other"],
        countries=gazetteer["country"] - own["demonym"] | own["acronym place"],
        places=own["place"] | gazetteer["region"] | (gazetteer["capital"] - ambiguous),
        joined=joined,
        given_groups=own["given names of one person"],
        same=_same(own["same"]),
    )


def _title_starts(titles: frozenset[str]) -> frozenset[str]:
    return frozenset(form for title in titles for form in (title.split(" ")[0], title.split(" ")[0] + "s"))


def _heads(own: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """For each linking word the words before it that a name may begin with: "Bank of …"."""
    return {
        "of": own["organisation head"] | own["place of"] | own["event word"] | own["title before of"],
        "for": own["for head"],
        "on": own["on head"],
        "to": own["on head"] | {"right", "access"},
        "against": own["for head"],
        "without": own["for head"],
        "'s": own["possessive head"],
    }


def _same(groups: frozenset[str]) -> dict[str, str]:
    """Every further form of a group to its first."""
    found: dict[str, str] = {}
    for group in groups:
        first, *rest = group.split(" = ")
        found.update(dict.fromkeys(rest, first))
    return found
