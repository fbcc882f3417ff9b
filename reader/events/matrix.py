"""Who said what in which report: speakers by articles, and how much of it the articles have in common."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.events.across import Compared, Member
from reader.events.bearers import bearers
from reader.events.joining import Joined
from reader.model import Quote
from reader.model.analysis import SpeakerType
from reader.model.frozen import dataclass

_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})
_ALIKE = frozenset(("identical", "punctuation"))

Place = tuple[int, str]
"""(place of the article in the event, id of the quotation in it)."""


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """What one speaker is reported to have said."""

    speaker: str | None
    """The name that most articles use; None for all that is said by nobody with a name."""
    type: SpeakerType | None
    forms: tuple[str, ...]
    """The names under which the articles quote the speaker, in order of the articles."""
    quotes: tuple[tuple[str, ...], ...]
    """For each article the ids of the speaker's quotations, in order of the text."""
    same: int = 0
    """Utterances that several articles quote in the same words."""
    varied: int = 0
    """Utterances that several articles report in different wording, extent or form."""
    only: tuple[int, ...] = ()
    """For each article the utterances that it alone reports; empty where nothing was compared."""
    described: bool = False
    """Whether `speaker` is a description such as "the indictment" and no name; None then for not even that."""

    @property
    def total(self) -> int:
        """Number of quotations in all articles."""
        return sum(map(len, self.quotes))

    @property
    def everywhere(self) -> bool:
        """Whether every article quotes the speaker."""
        return all(self.quotes)


def who_said_what(members: Sequence[Member], compared: Compared | None = None) -> tuple[SpeakerRow, ...]:
    """Speakers, most quoted first, those without a name last; every quotation is in exactly one row.

    Without `compared` nothing is counted as the same, varied or told only once: time is then linear in the articles.
    """
    return _rows(members, _written_alike(_named(members)), _utterances(members, compared) if compared else None)


class Speakers(NamedTuple):
    """The speakers of an event, those with a name told apart from those who are only described."""

    named: tuple[SpeakerRow, ...]
    """Most quoted first."""
    unnamed: SpeakerRow | None
    """All that is said by nobody with a name; None where there is none of it."""
    described: tuple[SpeakerRow, ...]
    """The same by what the articles call the speaker, most quoted first; what is not even described comes last."""


def speakers(members: Sequence[Member], compared: Compared | None = None) -> Speakers:
    """Who said what, with "prosecutors", "a senior official" and "the indictment" apart from those who have a name."""
    from reader.events.unnamed import description, is_name, surnames

    people = surnames([member.analysis for member in members])
    home: dict[Place, str | None] = {}
    words: dict[Place, str | None] = {}
    named = _named(members)
    for n, member in enumerate(members):
        for quote in member.analysis.quotes:
            place, name = (n, quote.id), named[n, quote.id]
            home[place] = name if name and is_name(name, quote.speaker.type, people) else None
            if home[place] is None:
                words[place] = description(quote, member.article.text)
    said = _utterances(members, compared) if compared else None
    home, words = _written_alike(home), _written_alike(words)
    rows = _rows(members, home, said)
    unnamed = next((row for row in rows if row.speaker is None), None)
    described = tuple(replace(row, described=True, type=None) for row in _rows(members, words, said))
    return Speakers(tuple(row for row in rows if row.speaker is not None), unnamed, described)


def _named(members: Sequence[Member]) -> dict[Place, str | None]:
    """For every quotation the name of its speaker that most articles use."""
    tables = bearers([member.analysis for member in members])
    return {
        (n, quote.id): tables[n].get(quote.speaker.name, quote.speaker.name) if quote.speaker.name else None
        for n, member in enumerate(members)
        for quote in member.analysis.quotes
    }


def _written_alike(speakers: Mapping[Place, str | None]) -> dict[Place, str | None]:
    """The same, with one form for each speaker: the commonest of those that differ in capitals and marks only."""
    forms: dict[str, Counter[str]] = {}
    for name in speakers.values():
        if name is not None:
            forms.setdefault(_plain(name), Counter())[name] += 1
    usual = {key: min(own, key=lambda form: (-own[form], form)) for key, own in forms.items()}
    return {place: None if name is None else usual[_plain(name)] for place, name in speakers.items()}


def _plain(name: str) -> str:
    """A name without what each house sets in its own way: the form of apostrophes and dashes, capitals, an article."""
    return " ".join(name.translate(_MARKS).casefold().split()).removeprefix("the ")


def _rows(
    members: Sequence[Member], home: Mapping[Place, str | None], utterances: "Iterable[Utterance] | None"
) -> tuple[SpeakerRow, ...]:
    """A row for everybody who has a quotation at `home`."""
    rows: dict[str | None, list[tuple[int, Quote]]] = {}
    for n, member in enumerate(members):
        for quote in member.analysis.quotes:
            if (n, quote.id) in home:
                rows.setdefault(home[n, quote.id], []).append((n, quote))
    counts = _count(home, utterances, len(members)) if utterances is not None else {}
    made = [_row(key, said, counts.get(key), len(members)) for key, said in rows.items()]
    return tuple(sorted(made, key=lambda row: (row.speaker is None, -row.total, row.speaker or "")))


Utterance = tuple[tuple[Place, ...], bool]
"""All quotations of one utterance, and whether all have the same words."""


def _utterances(members: Sequence[Member], compared: Compared) -> list[Utterance]:
    joined = Joined((n, quote.id) for n, member in enumerate(members) for quote in member.analysis.quotes)
    unlike: set[Place] = set()
    for one in range(len(members)):
        for other in range(one + 1, len(members)):
            for pair in compared(one, other).quotes:
                if pair.a is None or pair.b is None:
                    continue
                joined.join((one, pair.a), (other, pair.b))
                if pair.kind not in _ALIKE:
                    unlike.update(((one, pair.a), (other, pair.b)))
    return [(tuple(group), unlike.isdisjoint(group)) for group in joined.groups()]


@dataclass(slots=True)
class _Count:
    same: int
    varied: int
    only: list[int]


def _count(home: Mapping[Place, str | None], said: Iterable[Utterance], articles: int) -> dict[str | None, _Count]:
    counts: dict[str | None, _Count] = {}
    for places, alike in said:
        sources = {article for article, _ in places}
        for key in {home[place] for place in places if place in home}:
            count = counts.setdefault(key, _Count(0, 0, [0] * articles))
            if len(sources) == 1:
                count.only[sources.copy().pop()] += 1
            elif alike:
                count.same += 1
            else:
                count.varied += 1
    return counts


def _row(key: str | None, said: Sequence[tuple[int, Quote]], count: _Count | None, articles: int) -> SpeakerRow:
    quotes: list[list[str]] = [[] for _ in range(articles)]
    for article, quote in said:
        quotes[article].append(quote.id)
    return SpeakerRow(
        key,
        next((quote.speaker.type for _, quote in said if quote.speaker.type), None),
        tuple(dict.fromkeys(quote.speaker.name for _, quote in said if quote.speaker.name)),
        tuple(map(tuple, quotes)),
        count.same if count else 0,
        count.varied if count else 0,
        tuple(count.only) if count else (),
    )
