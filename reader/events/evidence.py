"""Says, in few words, what an event is called and why its articles stand together: never in generated sentences."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from reader.events.lead import Lead

_NAMES_SHOWN = 4

_COPIED = 0.8
"""Part of the terms of two leads that is common to both where one is a copy of the other."""

_LOOKED_AT = 20


def title_of(leads: Sequence[Lead], likeness: Sequence[float]) -> str:
    """The headline of the report most like the others; the earlier one of two."""
    ranked = sorted(range(len(leads)), key=lambda n: (leads[n].title.startswith("("), -likeness[n], n))
    best = leads[ranked[0]]
    if best.title.startswith("("):
        names = [name for name, _ in shared_names(leads)] or list(best.names)
        if names and len(leads) > 1:
            return " · ".join(names[:3])
    return best.title


def why(leads: Sequence[Lead]) -> tuple[str, ...]:
    """Short evidence: the names and figures that the reports share, and how far apart in time they are."""
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
    copies = shared_leads(leads)
    if copies:
        found.append(f"{copies + 1} of {len(leads)} begin with the same text")
    return tuple(found)


def shared_leads(leads: Sequence[Lead]) -> int:
    """How many of the first twenty reports begin nearly word for word as an earlier one: copies, not sources."""
    seen: list[frozenset[str]] = []
    copies = 0
    for lead in leads[:_LOOKED_AT]:
        stems = frozenset(lead.stems)
        copies += any(len(stems & other) >= _COPIED * len(stems | other) for other in seen if stems)
        seen.append(stems)
    return copies


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


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None
