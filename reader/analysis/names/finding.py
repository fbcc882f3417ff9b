"""The entities of one article: candidates, their kinds by the evidence of the whole text, and one record for each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from reader.analysis.addresses import addresses
from reader.analysis.names.chunks import Token
from reader.analysis.names.features import context_features, document_features, form_features
from reader.analysis.names.grouping import Form, group, surname_forms
from reader.analysis.names.lexicon import Lexicon, lexicon
from reader.analysis.names.model import TYPES, Scores, score, weights
from reader.analysis.names.roles import roles
from reader.analysis.names.segments import Candidate, candidates, known_candidates
from reader.model import Article, Entity, Span
from reader.model.analysis import EntityType

_ASKED = 5
"""Occurrences of a form whose surroundings are looked at; more would cost time and change little."""

_LIST_SIGNS = {", ": 0.3, "; ": 0.3, " and ": 0.5, ", and ": 0.5, " or ": 0.5, ", or ": 0.5}
"""What stands between two names of one list, and how much of its certainty a name gives to its neighbour."""

_SURNAME_SHARE = 150.0
"""Hundredths of a logit that a full name gains for "person" where its surname by itself is one."""

_PLAIN = 500.0
"""Hundredths of a logit: a form whose own words are that clear is asked about one occurrence only."""


def find_entities(article: Article, sentences: Sequence[Span]) -> tuple[Entity, ...]:
    """The named entities of `article` in order of their first mention.

    Every mention is a span without title, role or possessive ending. Names of peoples ("Russian", "Muslims") are none.
    """
    text, lex = article.text, lexicon()
    hidden, starts = addresses(text), {sentence.start for sentence in sentences}
    headlines = headline_spans(text, sentences)
    found: dict[str, list[Candidate]] = {}
    for candidate in candidates(text, hidden, starts, headlines):
        found.setdefault(candidate.part.key, []).append(candidate)
    forms = _typed(found, text, lex)
    if headlines:
        _add_headlines(forms, known_candidates(text, headlines, _Known(forms, lex)), lex)
    return tuple(_entity(members, text, lex) for members in group(forms, lex))


def headline_spans(text: str, sentences: Sequence[Span]) -> list[tuple[int, int]]:
    """The lines in which nearly every word has a capital, so that capitals say nothing."""
    return [(s.start, s.end) for s in sentences if text[s.end - 1] not in '.,;”"' and _is_headline(s.of(text))]


def _is_headline(line: str) -> bool:
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= 4 and capital >= 0.75 * len(words) and len(words) < 40


class _Known:
    """The names that a headline may hold: those of the article, and those that the lexicon knows."""

    __slots__ = ("_forms", "_lexicon")

    def __init__(self, forms: list[Form], lex: Lexicon) -> None:
        self._forms = {form.key for form in forms}
        self._lexicon = lex

    def __contains__(self, key: object) -> bool:
        lex = self._lexicon
        if key in self._forms:
            return True
        return key in lex.countries or key in lex.places or (key in lex.organisations and key not in lex.not_names)


def _add_headlines(forms: list[Form], found: Iterable[Candidate], lex: Lexicon) -> None:
    by_key = {form.key: form for form in forms}
    for candidate in found:
        key, part = candidate.part.key, candidate.part
        if key not in by_key:
            kind: EntityType = "place" if key in lex.countries or key in lex.places else "organisation"
            by_key[key] = Form(key, part.text, part.tokens, kind, [])
            forms.append(by_key[key])
        by_key[key].mentions.append(candidate)
        by_key[key].mentions.sort(key=lambda c: c.start)
    forms.sort(key=lambda form: form.mentions[0].start)


@lru_cache(maxsize=16_384)
def _own_score(part_text: str, words: tuple[Token, ...], key: str) -> Scores:
    """What the words of a name say by themselves. Cached, because names come again and again."""
    return score(form_features(words, key, part_text, lexicon()), weights())


def _typed(found: dict[str, list[Candidate]], text: str, lex: Lexicon) -> list[Form]:
    """The forms that are names, with their kinds: the evidence of the places where a form occurs is added up."""
    totals = _scores(found, text)
    _share_in_lists(found, totals, text)
    _share_with_surnames(found, totals)
    forms: list[Form] = []
    undecided: list[Form] = []
    for key, mentions in found.items():
        kind = TYPES[totals[key].index(max(totals[key]))]
        part = mentions[0].part
        (forms if kind else undecided).append(Form(key, part.text, part.tokens, kind or "other", mentions))
    people = {
        key for form in forms if form.type == "person" and len(form.tokens) > 1 for key in surname_forms(form.tokens)
    }
    for form in forms + undecided:
        if form.key in people and form.key not in lex.countries and form.key not in lex.places:
            form.type = "person"
    forms += [form for form in undecided if form.type == "person"]
    return sorted(forms, key=lambda form: form.mentions[0].start)


def _scores(found: dict[str, list[Candidate]], text: str) -> dict[str, list[float]]:
    """The weight of evidence for each class, form by form."""
    table, lower = weights(), set(text.split())
    totals = {}
    for key, mentions in found.items():
        part = mentions[0].part
        own, whole = _own_score(part.text, part.tokens, key), score(document_features(mentions), table)
        total = [a + b for a, b in zip(own, whole, strict=True)]
        asked = mentions[: 1 if max(own) - sorted(own)[-2] > _PLAIN else _ASKED]
        share = min(len(asked), 2) ** 0.5 / len(asked)
        for candidate in asked:
            votes = score(context_features(candidate, text, lower), table)
            for k in range(5):
                total[k] += share * votes[k]
        totals[key] = total
    return totals


def _share_with_surnames(found: dict[str, list[Candidate]], totals: dict[str, list[float]]) -> None:
    """A full name is a person's where its last word alone is one. Changes `totals`."""
    for key, mentions in found.items():
        words = mentions[0].part.tokens
        if 1 < len(words) < 4 and all(word.gap == " " for word in words[:-1]):
            alone = totals.get(words[-1].low)
            if alone is not None and alone[0] == max(alone):
                totals[key][0] += _SURNAME_SHARE


def _share_in_lists(found: dict[str, list[Candidate]], totals: dict[str, list[float]], text: str) -> None:
    """What stands side by side in a list is of one kind: "Leeds, Hull and Perth". Changes `totals`."""
    every = sorted((c for mentions in found.values() for c in mentions), key=lambda c: c.start)
    gifts: list[tuple[str, int, float]] = []
    for one, other in pairwise(every):
        if other.start - one.end > 6 or one.part.key == other.part.key:
            continue
        weight = _LIST_SIGNS.get(text[one.end : other.start])
        if weight:
            for giver, taker in ((one, other), (other, one)):
                given = totals[giver.part.key]
                best = given.index(max(given))
                margin = given[best] - sorted(given)[-2]
                gifts.append((taker.part.key, best, weight * min(margin, 200.0)))
    for key, best, weight in gifts:
        totals[key][best] += weight / len(found[key])


def _entity(members: list[tuple[Form, Candidate]], text: str, lex: Lexicon) -> Entity:
    forms = Counter(form.text for form, _ in members)
    kinds = {form.type for form, _ in members}
    kind = members[0][0].type if len(kinds) == 1 else Counter(form.type for form, _ in members).most_common(1)[0][0]
    full = {form.text: len(form.tokens) for form, _ in members}
    name = max(forms, key=lambda form: (full[form], not form.isupper(), len(form.replace(".", "")), forms[form]))
    mentions = tuple(Span(candidate.start, candidate.end) for _, candidate in members)
    titles = dict.fromkeys(role for _, candidate in members for role in roles(text, candidate, kind, lex))
    return Entity(name, kind, mentions, tuple(titles), tuple(form for form in forms if form != name))
