"""Whom an event is about, where and when it was, told from what was found in its reports.

Those are principals whom most of the reports name, and at least one in its headline or half of them in their first
sentences; people who are merely quoted by everybody are not.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from reader.analysis.vocabulary import word_set
from reader.events.geography import COUNTRY_OF
from reader.model import Analysis, Article

PEOPLE = 3
"""Persons that an event is named after, at most."""
LEAD = 3
"""Sentences at the beginning of a report that say what it is about."""
_SHARE = 0.5
"""Part of the first one's weight that another principal has at least."""
_COUNTRY = 0.6
"""What a country counts beside a town: it says less of where something was."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_NOBODY = word_set(
    "god jesus christ allah lord satan president minister congress senate house court party democrat democrats "
    "republican republicans police union league"
)
"""What an extractor may take for a surname and nobody is called."""
_SONS = word_set("jr sr ii iii iv")
_TITLES = word_set(
    "president minister chancellor premier secretary ambassador governor gov senator sen representative rep "
    "congressman congresswoman speaker chairman chairwoman mayor judge justice sheriff counsel attorney general sir "
    "lord lady prince princess pope cardinal professor director mr mrs ms dr"
)
_NAMED_PLACE = 2.0
"""How often a report names the place of an event on average, where no dateline and no headline does."""


class Named(NamedTuple):
    """A name as one report has it."""

    name: str
    """The fullest form."""
    short: str
    """One word of it by which the report calls them too; empty where it does not."""
    type: str
    mentions: int
    """Without those of a place that stand for its government."""
    first: int
    """Offset of the first mention."""
    titled: bool
    """Whether the report gives a title before or after it."""


class Outline(NamedTuple):
    """What of a report its event is named after."""

    title: str
    place: str | None
    """Of the dateline."""
    published: str | None
    """ISO day."""
    lead: int
    """Offset at which the first sentences end."""
    names: tuple[Named, ...]
    days: tuple[str, ...]
    """ISO days on which it says that the event was."""


class Principals(NamedTuple):
    """What an event is named after."""

    people: tuple[str, ...]
    """The most important first."""
    called: tuple[str, ...]
    """The same by one word each, as the reports call them, where that tells them apart."""
    place: str | None
    date: str | None
    """ISO day."""


def outline(article: Article, found: Analysis) -> Outline:
    """Of an article with its analysis."""
    names = tuple(
        Named(
            one.name,
            short_form(one.name, one.aliases),
            one.type,
            len(one.mentions) - len(one.governing),
            one.mentions[0].start if one.mentions else 0,
            bool(one.titles),
        )
        for one in found.entities
    )
    days = (date.value for date in found.dates if date.role == "event" and date.certain and date.value)
    sentences = found.sentences[:LEAD]
    return Outline(
        article.title or "",
        article.place,
        (article.published or "")[:10] or None,
        sentences[-1].end if sentences else 0,
        names,
        tuple(dict.fromkeys(day for day in days if len(day) == 10)),
    )


def principals(reports: Sequence[Outline]) -> Principals:
    """Of the reports of an event, in any order."""
    people = _people(reports)
    short = [_short(every, name) for name, every in people]
    names = tuple(name for name, _ in people)
    called = tuple(one if short.count(one) == 1 else name for one, name in zip(short, names, strict=True))
    return Principals(names, called, _place(reports), _day(reports))


def short_form(name: str, aliases: Collection[str]) -> str:
    """The word of a name by which it is taken up: the last one before the first, where both are used."""
    words = _words_of(name) if aliases else ()
    found = [word for word in reversed(words) if word in aliases]
    return found[0] if len(words) > 1 and found else ""


class _Held(NamedTuple):
    """One bearer of a name in the reports that have it."""

    report: int
    named: Named


def _people(reports: Sequence[Outline]) -> list[tuple[str, list[_Held]]]:
    found = [
        (_weight(reports, held), _called(held), held)
        for surname, every in _by_last_word(reports).items()
        if _is_spread(reports, every) and surname not in _NOBODY
        for held in _bearers(every)
        if _is_person(held) and _is_central(reports, held)
    ]
    ranked = sorted(found, key=lambda item: (-item[0], item[1]))
    return [(name, held) for weight, name, held in ranked if weight >= _SHARE * ranked[0][0]][:PEOPLE]


@lru_cache(maxsize=1 << 12)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of a name, without the title before it and what tells a son from his father.

    Kept, because a name is looked at several times in each of the reports that have it.
    """
    words = _WORD.findall(name)
    while len(words) > 1 and words[-1].casefold() in _SONS:
        words.pop()
    titles = [place for place, word in enumerate(words[:-1]) if word.casefold() in _TITLES]
    return tuple(words[titles[-1] + 1 :] if titles else words)


def _by_last_word(reports: Sequence[Outline]) -> dict[str, list[_Held]]:
    found: dict[str, list[_Held]] = {}
    for number, report in enumerate(reports):
        for named in report.names:
            words = _words_of(named.name)
            if words:
                found.setdefault(words[-1].casefold(), []).append(_Held(number, named))
    return found


def _bearers(every: Sequence[_Held]) -> list[list[_Held]]:
    """Bearers of one surname apart, by their first names; a surname alone is the commonest one's."""
    full: dict[str, list[_Held]] = {}
    for held in every:
        words = _words_of(held.named.name)
        if len(words) > 1:
            full.setdefault(words[0].casefold(), []).append(held)
    short = [held for held in every if len(_words_of(held.named.name)) < 2]
    if not full:
        return [short]
    first = max(full, key=lambda name: (len(full[name]), name))
    known = {held.report for held in full[first]}
    full[first] += [held for held in short if held.report not in known]
    return list(full.values())


def _is_person(held: Sequence[_Held]) -> bool:
    """Whether most of the reports take the name for a person's, and one says more than a surname alone."""
    types = Counter(one.named.type for one in held)
    told = any(one.named.titled or len(_words_of(one.named.name)) > 1 for one in held)
    return told and types["person"] * 2 > len(held)


def _is_central(reports: Sequence[Outline], held: Sequence[_Held]) -> bool:
    if not _is_spread(reports, held):
        return False
    titles = sum(_is_in_title(reports[one.report], one.named) for one in held)
    leads = sum(one.named.first < reports[one.report].lead for one in held)
    return titles > 0 or leads * 2 >= len(reports)


def _is_spread(reports: Sequence[Outline], held: Iterable[_Held]) -> bool:
    return len({one.report for one in held}) * 2 > len(reports)


def _is_in_title(report: Outline, named: Named) -> bool:
    return not _title_words(report.title).isdisjoint((_words_of(named.name)[-1].casefold(), named.short.casefold()))


def _weight(reports: Sequence[Outline], held: Sequence[_Held]) -> float:
    """How much of an event a name is: in how many reports, headlines, first sentences, and how often in each."""
    weights = []
    for one in held:
        report = reports[one.report]
        most = max((named.mentions for named in report.names if named.type == one.named.type), default=1)
        weights.append(1 + one.named.mentions / max(1, most) + (one.named.first < report.lead))
        weights.append(2 * _is_in_title(report, one.named))
    return fsum(weights) / len(reports)  # the same in whatever order the reports come


def _called(held: Iterable[_Held]) -> str:
    """The most usual full form, without titles."""
    forms = Counter(_untitled(one.named.name) for one in held)
    full = {form: count for form, count in forms.items() if " " in form} or forms
    return min(full, key=lambda form: (-full[form], len(form), form))


def _untitled(name: str) -> str:
    """ "Special Counsel Mueller" is Mueller."""
    words = _words_of(name)
    return name[name.index(words[0]) :] if words else name


def _short(held: Iterable[_Held], name: str) -> str:
    forms = Counter(one.named.short for one in held if one.named.short and one.named.short in name)
    return min(forms, key=lambda form: (-forms[form], form), default=name)


def _place(reports: Sequence[Outline]) -> str | None:
    """The place of the datelines; where they do not agree on any, the one that most reports name."""
    lines = Counter(report.place for report in reports if report.place)
    if lines:
        place = min(lines, key=lambda place: (-lines[place], place))
        if lines[place] * 2 > lines.total() or lines[place] > 1:
            return place
        titles = {word for report in reports for word in _title_words(report.title)}
        place = min(lines, key=lambda place: (-_share(place, titles), place))
        if _share(place, titles):
            return place
    held: dict[str, list[_Held]] = {}
    for number, report in enumerate(reports):
        for named in report.names:
            if named.type == "place" and named.mentions > 0 and _words_of(named.name):
                held.setdefault(named.name, []).append(_Held(number, named))
    found = [
        (_weight(reports, every) * (_COUNTRY if _is_country(name) else 1.0), name)
        for name, every in held.items()
        if len(every) * 2 > len(reports) and _is_scene(reports, every)
    ]
    return min(found, key=lambda item: (-item[0], item[1]))[1] if found else None


def _is_scene(reports: Sequence[Outline], held: Sequence[_Held]) -> bool:
    """Whether a place is more than where somebody comes from."""
    often = sum(one.named.mentions for one in held) >= _NAMED_PLACE * len(held)
    return _is_central(reports, held) and (often or any(_is_in_title(reports[one.report], one.named) for one in held))


@lru_cache(maxsize=1 << 8)
def _title_words(title: str) -> frozenset[str]:
    return frozenset([_POSSESSIVE.sub("", word).casefold() for word in _WORD.findall(title)])


def _share(name: str, words: set[str]) -> float:
    """Part of a name's words that are among others."""
    own = [word.casefold() for word in _WORD.findall(name)]
    return sum(word in words for word in own) / max(1, len(own))


def _is_country(name: str) -> bool:
    return name in COUNTRY_OF or name.casefold() in COUNTRY_OF


def _day(reports: Sequence[Outline]) -> str | None:
    """The day on which most reports say that it was; else that of the first report."""
    first = min((report.published for report in reports if report.published), default=None)
    days = Counter(day for report in reports for day in report.days)
    last = max((report.published for report in reports if report.published), default=None)
    agreed = [day for day, count in days.items() if count * 2 > len(reports) and (last is None or day <= last)]
    if not agreed:
        return first
    return min(agreed, key=lambda day: (-days[day], _apart(day, first), day))


def _apart(day: str, first: str | None) -> int:
    """Days between, as far as both are such."""
    from datetime import date

    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(first or day)).days)
    except ValueError:
        return 0
