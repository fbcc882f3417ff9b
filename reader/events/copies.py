"""Finds, inside an event, the articles that carry one text: agency copy printed by several outlets is one telling."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from reader.events.lead import Lead
from reader.model import Copies

_SAME = 0.5
"""Part of the sentences of the shorter text that stand in the other one where the two are copies."""

_ENOUGH = 3
"""Common sentences from which two texts are copies; fewer where a text has fewer and all of them are common."""

_TEXTS = 8
"""Texts of an event in which a sentence may stand before it is taken for a formula that proves nothing."""


def find_copies(leads: Iterable[Lead]) -> tuple[Copies, ...]:
    """The sets of articles that carry one text, in the order of their first articles; linear in their sentences."""
    texts: list[list[tuple[Lead, float]]] = []
    lengths: list[int] = []
    holders: dict[int, list[int]] = {}
    for lead in leads:
        prints = array("I")
        prints.frombytes(lead.fingerprint[: len(lead.fingerprint) // prints.itemsize * prints.itemsize])
        common = Counter(text for sentence in prints for text in holders.get(sentence, ()))
        best, share = _likest(common, len(prints), lengths)
        if best is not None:
            texts[best].append((lead, share))
            continue
        for sentence in prints:
            known = holders.setdefault(sentence, [])
            if len(known) < _TEXTS:
                known.append(len(texts))
        texts.append([(lead, 1.0)])
        lengths.append(len(prints))
    return tuple(map(_copies, (text for text in texts if len(text) > 1)))


def _likest(common: Counter[int], size: int, lengths: Sequence[int]) -> tuple[int | None, float]:
    """The text of which this is a copy, if of any, and the part of the shorter one that both have."""
    best: tuple[float, int] = (0.0, 0)
    for text, count in common.items():
        shorter = min(size, lengths[text])
        if count >= min(_ENOUGH, size, lengths[text]) and count >= _SAME * shorter:
            best = max(best, (count / shorter, -text))
    return (-best[1], best[0]) if best[0] else (None, 0.0)


def _copies(text: Sequence[tuple[Lead, float]]) -> Copies:
    agencies = Counter(lead.agency for lead, _ in text if lead.agency)
    agency = min(agencies, key=lambda name: (-agencies[name], name)) if agencies else None
    return Copies(tuple(lead.id for lead, _ in text), round(min(share for _, share in text), 2), agency)
