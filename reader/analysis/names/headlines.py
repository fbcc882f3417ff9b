"""Lines in which nearly every word has a capital, so that capitals say nothing about names."""

from collections.abc import Sequence

from reader.analysis.names.grouping import Form, surname_forms
from reader.analysis.names.lexicon import Lexicon
from reader.analysis.names.segments import known_candidates
from reader.model import Span
from reader.model.analysis import EntityType

_SHORTEST, _LONGEST = 4, 40
"""Words of four letters and more that a headline has."""
_CLOSING = '.,;”"'
"""With what a headline does not end."""


def headline_spans(text: str, sentences: Sequence[Span]) -> list[tuple[int, int]]:
    """The lines in which nearly every word has a capital, so that capitals say nothing."""
    return [(start, end) for start, end in sentences if text[end - 1] not in _CLOSING and _is_headline(text[start:end])]


def _is_headline(line: str) -> bool:
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return _SHORTEST <= len(words) < _LONGEST and capital >= 0.75 * len(words)


class _Known:
    """The names that a headline may hold: those of the article, and those that the lexicon knows."""

    __slots__ = ("_forms", "_lexicon", "surnames")

    def __init__(self, forms: list[Form], lex: Lexicon) -> None:
        people = [form for form in forms if form.type == "person"]
        self.surnames = {key for form in people for key in surname_forms(form.tokens)}
        self._forms = {form.key for form in forms} | self.surnames
        self._lexicon = lex

    def __contains__(self, key: object) -> bool:
        lex = self._lexicon
        if key in self._forms:
            return True
        return key in lex.countries or key in lex.places or (key in lex.organisations and key not in lex.not_names)


def add_headlines(forms: list[Form], text: str, headlines: Sequence[tuple[int, int]], lex: Lexicon) -> None:
    """Add to `forms` what the headlines hold of names that are known otherwise."""
    known = _Known(forms, lex)
    by_key = {form.key: form for form in forms}
    touched = set()
    for candidate in known_candidates(text, headlines, known):
        key, part = candidate.part.key, candidate.part
        if key not in by_key:
            place = key in lex.countries or key in lex.places
            kind: EntityType = "person" if key in known.surnames else "place" if place else "organisation"
            by_key[key] = Form(key, part.text, part.tokens, kind, [])
            forms.append(by_key[key])
        by_key[key].mentions.append(candidate)
        touched.add(key)
    for key in touched:
        by_key[key].mentions.sort(key=lambda c: c.start)
    forms.sort(key=lambda form: form.mentions[0].start)
