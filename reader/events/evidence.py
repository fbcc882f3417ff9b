"""Says, in few words, what an event is called and why its articles stand together: never in generated sentences.

An event is called by the headline that is most like all the others: it is what a reader would look for, and it names
people, place and deed in words that somebody stands behind. People and place are told beside it, and stand for it
where no article has a headline.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from reader.analysis.vocabulary import word_set
from reader.events.clusters import JOIN
from reader.events.geography import COUNTRY_OF
from reader.events.lead import Lead
from reader.model import Copies

_NAMES_SHOWN = 4
_PEOPLE_SHOWN = 3

_NAMED_BY = 0.5
"""Part of an event's reports that must name a person who is central to it."""
_BODIES = word_set("court house senate congress party committee department office council union university team police")
"""What a body is called by that may have a title before it as a person has."""

_NAME_WORDS = 3

_WORDS = re.compile(r"[^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*")
_TITLES = word_set(
    """
    president minister chancellor premier secretary ambassador governor gov senator sen representative rep
    congressman congresswoman speaker chairman chairwoman mayor judge sheriff sir lord lady prince princess pope
    professor mr mrs ms dr
    """
)


def title_of(leads: Sequence[Lead], likeness: Sequence[float]) -> str:
    """The headline of the report most like the others, the earlier one of two; else people and place."""
    ranked = sorted(range(len(leads)), key=lambda n: (leads[n].title.startswith("("), -likeness[n], n))
    best = leads[ranked[0]]
    if best.title.startswith("(") and len(leads) > 1:
        place = place_of(leads)
        parts = [*people_of(leads), *([place] if place else [])]
        if len(parts) < 2:
            parts.extend(name for name, _ in shared_names(leads) if name not in parts)
        if parts:
            return " · ".join(parts[:_PEOPLE_SHOWN])
    return best.title


def people_of(leads: Sequence[Lead]) -> tuple[str, ...]:
    """The persons that most of the reports name and a headline names, at most three, without their titles.

    A person is somebody whom one of the reports gives a title: whoever matters to an event is given one by somebody.
    It is what can be said from the leads alone; `reader.events.principals` knows more.
    """
    headlines = {word for lead in leads for word in _WORDS.findall(lead.title.casefold())}
    persons = {words[-1] for lead in leads for name in lead.names if (words := _after_title(name))}
    persons = {one for one in persons if one.casefold() in headlines and one.casefold() not in _BODIES}
    found: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {person: Counter() for person in persons}
    for lead in leads:
        held = {name.split()[-1]: name for name in reversed(lead.names)}
        for surname in held.keys() & persons:
            found[surname] += 1
        for name in lead.names:
            words = _after_title(name) or name.split()
            if words[-1] in persons and len(words) <= _NAME_WORDS:
                forms[words[-1]][" ".join(words)] += 1
    least = max(min(2, len(leads)), _NAMED_BY * len(leads))
    ranked = sorted(found, key=lambda surname: (-found[surname], surname))
    return tuple(_fullest(forms[surname]) for surname in ranked if found[surname] >= least)[:_PEOPLE_SHOWN]


def _after_title(name: str) -> list[str]:
    """The words of a person's name that follow a title; none where there is no title."""
    words = name.split()
    titles = [n for n, word in enumerate(words) if word.casefold() in _TITLES]
    rest = words[titles[-1] + 1 :] if titles else []
    return rest if len(rest) <= _NAME_WORDS and (not rest or rest[-1].casefold() not in COUNTRY_OF) else []


def _fullest(forms: Counter[str]) -> str:
    """The most usual form with a first name, else the most usual form."""
    full = Counter({form: count for form, count in forms.items() if " " in form})
    return min(full or forms, key=lambda form: (-(full or forms)[form], len(form), form))


def place_of(leads: Sequence[Lead]) -> str | None:
    """The place that most datelines name; None where none does, or no two agree in an event of many."""
    places = Counter(lead.place for lead in leads if lead.place)
    if not places:
        return None
    place = min(places, key=lambda place: (-places[place], place))
    return place if places[place] > 1 or len(places) == 1 else None


def why(leads: Sequence[Lead], likeness: Sequence[float], copies: Sequence[Copies], bound: int) -> tuple[str, ...]:
    """Short evidence for an event: what its reports share, how far apart they are, how alike, and what is weakest.

    `likeness` is the mean similarity of each report to the others; `bound` how many the user has put together.
    """
    if len(leads) < 2:
        return ()
    found: list[str] = []
    names = shared_names(leads)
    if names:
        shown = ", ".join(name for name, _ in names[:_NAMES_SHOWN])
        found.append(f"{len(names)} shared name{'s' * (len(names) > 1)}: {shown}{' …' * (len(names) > _NAMES_SHOWN)}")
    figures = [figure for figure, count in Counter(f for lead in leads for f in lead.figures).items() if count > 1]
    if figures:
        found.append("shared figures: " + ", ".join(sorted(figures, key=lambda f: (-len(f), f))[:_NAMES_SHOWN]))
    days = sorted(day for lead in leads if (day := _ordinal(lead.date)) is not None)
    if len(days) > 1:
        apart = days[-1] - days[0]
        found.append("same day" if not apart else f"{apart} day{'s' * (apart > 1)} apart")
    found.extend(_shared_copy(len(leads), copies))
    found.append(f"likeness {_short(sum(likeness) / len(likeness))}, {_short(JOIN)} joins")
    if len(leads) > 2:
        weakest = min(range(len(leads)), key=lambda n: (likeness[n], n))
        lead = leads[weakest]
        found.append(f"least alike: {lead.source or lead.title} {_short(likeness[weakest])}")
    if bound:
        found.append(f"{bound} put together by hand")
    return tuple(found)


def _shared_copy(size: int, copies: Sequence[Copies]) -> list[str]:
    """How many texts there are, where there are fewer than articles."""
    if not copies:
        return []
    texts = size - sum(len(one.articles) - 1 for one in copies)
    agencies = sorted({one.agency for one in copies if one.agency})
    named = f" ({', '.join(agencies)})" if agencies else ""
    return [f"{size} articles, {texts} text{'s' * (texts > 1)}{named}"]


def shared_names(leads: Sequence[Lead]) -> list[tuple[str, int]]:
    """Names in at least two of the leads, with the number of leads, most shared first; in their usual form."""
    forms: dict[str, Counter[str]] = {}
    holders: Counter[str] = Counter()
    for lead in leads:
        keys: dict[str, str] = {}
        for name in lead.names:
            keys.setdefault(name.casefold().split()[-1], name)
        for key, name in keys.items():
            forms.setdefault(key, Counter())[name] += 1
            holders[key] += 1
    shared = [(_usual(forms[key]), count) for key, count in holders.items() if count > 1]
    return sorted(shared, key=lambda item: (-item[1], item[0]))


def _usual(forms: Counter[str]) -> str:
    return max(forms, key=lambda form: (forms[form], len(form), form))


def _short(value: float) -> str:
    """A likeness as it is shown: `.34`."""
    return f"{max(0.0, value):.2f}".removeprefix("0")


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None
