"""Whom *he*, *she* and *it* stand for.

The person in focus is the one who spoke in the sentence before, else the one named first in it: the subject comes
first in English, and a later name (*Field came after he had met Brook*) is less often meant. A pronoun that opens a
sentence hands its person on.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.quotes.people import Cast, Place
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.quotes.units import Unit

_LOOK_BACK = 8
_LOOK_BACK_THING = 3
_MOST_CANDIDATES = 12
_FARTHEST = 200
"""Sentences looked back over at most, in a paragraph that never ends."""


class Referent(NamedTuple):
    """Who is meant, and who else might be."""

    entity: int
    other: int | None
    """The runner-up: another person whom the pronoun fits, in the sentence of the one chosen, who did not speak."""


class Pronouns:
    """Answers for one article; what has been answered and who has spoken is remembered."""

    def __init__(self, tokens: Tokens, units: Sequence[Unit], people: Cast, named: Sequence[Sequence[Place]]) -> None:
        self._tokens, self._units, self._people, self._named = tokens, units, people, named
        self._genders = {g for g, kind in zip(people.genders, people.types, strict=True) if kind == "person"}
        self._answers: dict[int, Referent | None] = {}
        self.spoke: dict[int, int] = {}
        """Sentence → the entity that spoke in it last."""

    def referent(self, at: int, unit: int) -> Referent | None:
        """Whom the pronoun at token `at` means."""
        if at not in self._answers:
            word = self._tokens.low[at]
            if word in ("he", "she"):
                self._answers[at] = self._person(at, unit, "m" if word == "he" else "f")
            else:
                self._answers[at] = self._thing(at, unit) if word == "it" else None
        return self._answers[at]

    def focus(self, unit: int, *, far: bool = False) -> int | None:
        """The person speaking last in the paragraph of sentence `unit` and before it; `far`: speaking or named last, in
        that paragraph or the one before."""
        back, before = unit - 1, self._tokens.start[self._units[unit].first] if far else 0
        while back >= max(0, unit - _FARTHEST) and self._units[back].paragraph >= self._units[unit].paragraph - far:
            for number in self._candidates(back, unit, before):
                if self._fits(number, ""):
                    return number
            back -= 1
        return None

    def _person(self, at: int, unit: int, gender: str) -> Referent | None:
        if not self._genders & {"", gender}:
            return None
        offset = self._tokens.start[at]
        for back in range(unit, max(-1, unit - _LOOK_BACK), -1):
            fitting = [n for n in self._candidates(back, unit, offset) if self._fits(n, gender)]
            if fitting:
                best = self._likelier(fitting, own=back == unit)
                clear = back < unit and self.spoke.get(back) == best
                return Referent(best, None if clear else next((n for n in fitting if n != best), None))
        return None

    def _likelier(self, fitting: Sequence[int], *, own: bool) -> int:
        """The first, or the first who is known to be a man, or a woman: in the pronoun's own sentence, and before a
        name of one word, which may be none of a person."""
        first = fitting[0]
        if not own and " " in self._people.entities[first].name:
            return first
        return next((n for n in fitting if self._people.genders[n]), first)

    def _candidates(self, back: int, unit: int, offset: int) -> list[int]:
        found: list[int] = []
        if back < unit:
            if back in self.spoke:
                found.append(self.spoke[back])
            lead = self._lead(back) if self._answers else None
            if lead is not None:
                found.append(lead)
        for start, _, number in self._named[back][:_MOST_CANDIDATES]:
            if start < offset:
                found.append(number)
        return found

    def _lead(self, unit: int) -> int | None:
        """Whom the pronoun that opens a sentence was found to mean."""
        first = self._units[unit].first
        for k in range(first, min(first + 3, self._units[unit].last)):
            answer = self._answers.get(k)
            if answer is not None and self._tokens.low[k] in ("he", "she"):
                return answer.entity
        return None

    def _fits(self, number: int, gender: str) -> bool:
        return self._people.types[number] == "person" and (not gender or self._people.genders[number] in ("", gender))

    def _thing(self, at: int, unit: int) -> Referent | None:
        offset = self._tokens.start[at]
        for back in range(unit, max(-1, unit - _LOOK_BACK_THING), -1):
            for number in self._candidates(back, unit, offset):
                if self._people.types[number] in ("organisation", "place"):
                    return Referent(number, None)
        return None
