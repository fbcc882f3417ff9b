"""The entities of one article: candidates, their kinds by the evidence of the whole text, and one record for each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from reader.analysis.addresses import addresses
from reader.analysis.names.bodies import body_candidates
from reader.analysis.names.context import context_features
from reader.analysis.names.elections import elections
from reader.analysis.names.features import document_features, form_features
from reader.analysis.names.governing import governing
from reader.analysis.names.grouping import Form, group, is_abbreviation, organisation_parts, surname_forms
from reader.analysis.names.headlines import add_headlines, headline_spans
from reader.analysis.names.lexicon import Lexicon, fold, lexicon
from reader.analysis.names.model import TYPES, Scores, score, weights
from reader.analysis.names.roles import roles
from reader.analysis.names.segments import Candidate, Part, candidates
from reader.analysis.vocabulary import word_set
from reader.model import Article, Entity, Span
from reader.model.analysis import EntityType

_ASKED = 5
"""Occurrences of a form whose surroundings are looked at; more would cost time and change little."""

_LIST_SIGNS = {", ": 0.3, "; ": 0.3, " and ": 0.5, ", and ": 0.5, " or ": 0.5, ", or ": 0.5}
"""What stands between two names of one list, and how much of its certainty a name gives to its neighbour."""

_SURNAME_SHARE = 150.0
"""Hundredths of a logit that a full name gains for "person" where its surname by itself is one."""

_NAMESAKE_SHARE = 100.0
"""Hundredths of a logit that a word gains for "place" where something civic is named after it."""

_CIVIC = word_set(
    """
    city county town borough district council university college police hospital airport station harbour harbor port
    road street evening museum cathedral magistrates crown township parish valley regional municipal community
    """
)

_HOME = 600.0
"""Hundredths of a logit that the place of the dateline gains for "place"."""

_PLACE = TYPES.index("place")

_KEPT = 20_000
"""Names whose own scores are kept."""

_NOTHING: Scores = (0.0, 0.0, 0.0, 0.0, 0.0)

_PLAIN = 500.0
"""Hundredths of a logit: a form whose own words are that clear is asked about one occurrence only."""


Mentions = dict[str, list[Candidate]]
"""Folded form → where it stands, in order."""


def find_entities(article: Article, sentences: Sequence[Span]) -> tuple[Entity, ...]:
    """The named entities of `article` in order of their first mention.

    Every mention is a span without title, role or possessive ending. Names of peoples ("Russian", "Muslims") are none.
    """
    text, lex = article.text, lexicon()
    headlines = headline_spans(text, sentences)
    runs: list[tuple[int, str]] = []
    every = candidates(text, addresses(text), {start for start, _ in sentences}, headlines, runs)
    bodies, votes = list(body_candidates(text, runs, lex)), list(elections(text, runs))
    if bodies or votes:
        covered = {place for body in bodies + votes for place in range(body.start, body.end)}
        every = [candidate for candidate in every if candidate.start not in covered]
    forms = _typed(every, text, lex, fold(article.place or ""))
    if bodies:
        _add_forms(forms, bodies, "organisation")
    if votes:
        _add_forms(forms, votes, "other")
    if headlines:
        add_headlines(forms, text, headlines, lex)
    return with_governments([entity_of(members, text, lex) for members in group(forms, lex, text)], text, lex)


def with_governments(entities: list[Entity], text: str, lex: Lexicon) -> tuple[Entity, ...]:
    """Mark where a country, or its capital, stands for whoever governs it."""
    places = [entity for entity in entities if entity.type == "place" and _may_govern(entity, lex)]
    every = sorted([mention for entity in places for mention in entity.mentions], key=itemgetter(0))
    acting = {id(entity): governing(text, entity.mentions, every) for entity in places}
    return tuple([replace(e, governing=acting[id(e)]) if acting.get(id(e)) else e for e in entities])


def _may_govern(entity: Entity, lex: Lexicon) -> bool:
    return any(key in lex.countries or key in lex.places for key in map(fold, (entity.name, *entity.aliases)))


def _typed(every: list[Candidate], text: str, lex: Lexicon, home: str) -> list[Form]:
    """The forms that are names, with their kinds: the evidence of the places where a form occurs is added up.

    `home` is the place that the article is dated from, folded: whatever is called so is a place.
    """
    found: Mentions = {}
    for candidate in every:
        found.setdefault(candidate.part.key, []).append(candidate)
    totals = _scores(found, text)
    if home in totals:
        totals[home][_PLACE] += _HOME
    _share_in_lists(every, found, totals, text)
    _share_with_surnames(found, totals)
    _share_with_bodies(found, totals)
    forms: list[Form] = []
    undecided: list[Form] = []
    for key, mentions in found.items():
        total = totals[key]
        kind = TYPES[total.index(max(total))]
        part = mentions[0].part
        (forms if kind else undecided).append(Form(key, part.text, part.tokens, kind or "other", mentions))
    people = {
        key for form in forms if form.type == "person" and len(form.tokens) > 1 for key in surname_forms(form.tokens)
    }
    for form in forms + undecided if people else ():
        if form.key in people and form.key not in lex.countries and form.key not in lex.places:
            form.type = "person"
    parts = organisation_parts(forms, lex)
    for form in undecided:
        if form.text.isupper() and len(form.tokens) == 1 and is_abbreviation(form, forms, lex):
            form.type = "organisation"
    for form in forms + undecided if parts else ():
        full = parts.get(form.key)
        later = full is not None and form.mentions[-1].start > full.mentions[0].start
        if later and form.key not in people and form.type != "place":
            form.type = "organisation"
    forms += [form for form in undecided if form.type in ("person", "organisation")]
    forms.sort(key=lambda form: form.mentions[0].start)
    return forms


def _add_forms(forms: list[Form], bodies: list[Candidate], kind: EntityType) -> None:
    """Add bodies of states, or votes, to `forms`, with what is written alike but for its capitals."""
    by_key = {form.key: form for form in forms}
    for body in bodies:
        form = by_key.get(body.part.key)
        if form is None:
            form = by_key[body.part.key] = Form(body.part.key, body.part.text, body.part.tokens, kind, [])
            forms.append(form)
        form.mentions.append(body)
        form.mentions.sort(key=lambda candidate: candidate.start)
    forms.sort(key=lambda form: form.mentions[0].start)


_OWN: dict[str, tuple[Scores, bool]] = {}


def _own_score(part: Part) -> tuple[Scores, bool]:
    """What the words of a name say by themselves, and whether that is plain. Kept, because names come again."""
    known = _OWN.get(part.text)
    if known is None:
        if len(_OWN) > _KEPT:
            _OWN.clear()
        own = score(form_features(part.tokens, part.key, part.text, lexicon()), weights())
        known = _OWN[part.text] = own, max(own) - sorted(own)[-2] > _PLAIN
    return known


def _scores(found: Mentions, text: str) -> dict[str, list[float]]:
    """The weight of evidence for each class, form by form."""
    table = weights()
    asked_for = {token.low for mentions in found.values() for token in mentions[0].part.tokens}
    lower = asked_for.intersection(text.split())
    totals = {}
    for key, mentions in found.items():
        part = mentions[0].part
        total, plain = _own_score(part)
        if len(part.tokens) == 1:
            total = score(document_features(mentions), table, total)
        if plain or len(mentions) == 1:
            totals[key] = [*score(context_features(mentions[0], text, lower), table, total)]
            continue
        asked, around = mentions[:_ASKED], _NOTHING
        for candidate in asked:
            around = score(context_features(candidate, text, lower), table, around)
        share = 2**0.5 / len(asked)
        totals[key] = [a + share * b for a, b in zip(total, around, strict=True)]
    return totals


def _share_with_surnames(found: Mentions, totals: dict[str, list[float]]) -> None:
    """A full name is a person's where its last word alone is one. Changes `totals`."""
    for key, mentions in found.items():
        words = mentions[0].part.tokens
        if 1 < len(words) < 4:
            alone = totals.get(words[-1].low)
            if alone is not None and alone[0] == max(alone) and all(word.gap == " " for word in words[:-1]):
                totals[key][0] += _SURNAME_SHARE


def _share_with_bodies(found: Mentions, totals: dict[str, list[float]]) -> None:
    """What a council, a hospital or a road is named after is a place: "Norwood City Council". Changes `totals`."""
    for mentions in found.values():
        words = mentions[0].part.tokens
        if len(words) > 1 and words[1].low in _CIVIC and words[0].gap == " ":
            alone = totals.get(words[0].low)
            if alone is not None:
                alone[_PLACE] += _NAMESAKE_SHARE


def _share_in_lists(every: list[Candidate], found: Mentions, totals: dict[str, list[float]], text: str) -> None:
    """What stands side by side in a list is of one kind: "Leeds, Hull and Perth". Changes `totals`."""
    gifts: list[tuple[str, int, float]] = []
    for one, other in pairwise(every):
        end, start = one[1], other[0]
        if start - end > 6 or one.part.key == other.part.key:
            continue
        weight = _LIST_SIGNS.get(text[end:start])
        if weight:
            for giver, taker in ((one, other), (other, one)):
                given = totals[giver.part.key]
                best = given.index(max(given))
                margin = given[best] - sorted(given)[-2]
                gifts.append((taker.part.key, best, weight * min(margin, 200.0)))
    for key, best, weight in gifts:
        totals[key][best] += weight / len(found[key])


def entity_of(members: list[tuple[Form, Candidate]], text: str, lex: Lexicon) -> Entity:
    """One record for the forms and mentions of one name."""
    first = members[0][0]
    name, kind = first.text, first.type
    aliases: tuple[str, ...] = ()
    for form, _ in members:
        if form is not first:
            name, kind, aliases = _names(members)
            break
    titles: dict[str, None] = {}
    for _, candidate in members:
        if kind == "person" or candidate.part.title:
            for role in roles(text, candidate, kind, lex):
                titles[role] = None
    mentions = tuple([tuple.__new__(Span, candidate[:2]) for _, candidate in members])
    return Entity(name, kind, mentions, tuple(titles), aliases)


def _names(members: list[tuple[Form, Candidate]]) -> tuple[str, EntityType, tuple[str, ...]]:
    """(the fullest form, the commonest kind, the other forms in the order in which they first occur)."""
    full: dict[str, int] = {}
    kinds: dict[EntityType, int] = {}
    forms: dict[str, int] = {}
    for form, _ in members:
        text, kind = form.text, form.type
        forms[text] = forms.get(text, 0) + 1
        kinds[kind] = kinds.get(kind, 0) + 1
        full[text] = len(form.tokens)
    name = max(forms, key=lambda form: (full[form], not form.isupper(), len(form.replace(".", "")), forms[form]))
    return name, max(kinds, key=kinds.__getitem__), tuple([form for form in forms if form != name])
