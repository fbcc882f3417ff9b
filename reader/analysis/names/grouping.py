"""The forms of one name within an article: surname after full name, acronym and long form, two spellings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from reader.analysis.names.bearing import GENERATIONS, fitting, named_before_son, sex
from reader.analysis.names.chunks import Token
from reader.analysis.names.lexicon import Lexicon
from reader.analysis.names.matching import is_acronym, same_person
from reader.analysis.names.segments import Candidate
from reader.analysis.names.spelling import skeleton
from reader.analysis.vocabulary import word_set
from reader.model.analysis import EntityType

_LEGAL = word_set(
    """
    inc corp corporation co company ltd limited llc plc ag gmbh group holdings sa nv se
    """
)


_COMPARED = 12
"""Namesakes that a full name is compared with: a bound on the work, far above what an article has."""


@dataclass(slots=True)
class Form:
    """One way of writing a name, with everything that is written so."""

    key: str
    text: str
    tokens: tuple[Token, ...]
    type: EntityType
    mentions: list[Candidate] = field(default_factory=list)


def group(forms: Sequence[Form], lex: Lexicon, text: str = "") -> list[list[tuple[Form, Candidate]]]:
    """The mentions of each entity, in order; entities in the order of their first mention.

    `text`: the article, for the titles that tell two bearers of a surname apart ("Mr.", "Mrs.").
    """
    clusters = _clusters(forms, lex)
    home: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for form in cluster:
            home[form.key].append(number)
    singles = {
        key: options
        for key, options in _short_forms(forms, clusters, lex).items()
        if len(options) > 1 or not named_before_son(key, forms, clusters[options[0]])
    }
    members: dict[int, list[tuple[Form, Candidate]]] = defaultdict(list)
    if all(len(singles.get(key) or options) == 1 for key, options in home.items()):
        for form in forms:
            members[(singles.get(form.key) or home[form.key])[0]].extend([(form, c) for c in form.mentions])
        for found in members.values():
            if found[-1][0] is not found[0][0]:
                found.sort(key=lambda member: member[1].start)
        return sorted(members.values(), key=lambda found: found[0][1].start)
    prominence = [sum(len(form.mentions) for form in cluster if len(form.tokens) > 1) for cluster in clusters]
    last_named: dict[int, int] = {}
    every = [(c.start, c, form) for form in forms for c in form.mentions]
    every.sort(key=itemgetter(0))
    for start, candidate, form in every:
        options = singles.get(form.key) or home[form.key]
        if len(options) > 1:
            options = fitting(options, clusters, sex(candidate, text)) or options
        if len(options) > 1:
            # A surname that two people bear is that of the one whom the article is about: named in full more often,
            # or, where there is no such one, named in full last.
            number = max(options, key=lambda n: (prominence[n], last_named.get(n, -1), -n))
        else:
            number = options[0]
            last_named[number] = start
        members[number].append((form, candidate))
    return sorted(members.values(), key=lambda found: found[0][1].start)


def _clusters(forms: Sequence[Form], lex: Lexicon) -> list[list[Form]]:
    """Forms that are one name in full: the same synonym, the same person in two spellings, acronym and long form."""
    clusters: list[list[Form]] = []
    by_key: dict[str, list[Form]] = {}
    by_surname: dict[str, list[list[Form]]] = defaultdict(list)
    for form in forms:
        key = _synonym(form, lex)
        if key in by_key:
            by_key[key].append(form)
            continue
        cluster = _same_person(form, by_surname) if form.type == "person" and len(form.tokens) > 1 else None
        if cluster is None:
            cluster = []
            clusters.append(cluster)
            if form.type == "person" and len(form.tokens) > 1:
                by_surname[skeleton(form.tokens[-1].low)].append(cluster)
        cluster.append(form)
        by_key[key] = cluster
    return _with_parts(_bracketed(_with_acronyms(clusters, lex)), lex)


def _synonym(form: Form, lex: Lexicon) -> str:
    key = lex.same.get(form.key, form.key)
    if form.type == "organisation":
        head, space, last = key.rpartition(" ")
        while space and last in _LEGAL:
            key = head
            head, space, last = key.rpartition(" ")
    return key


def _same_person(form: Form, by_surname: dict[str, list[list[Form]]]) -> list[Form] | None:
    for cluster in by_surname[skeleton(form.tokens[-1].low)][-_COMPARED:]:
        if all(same_person(form.text, other.text) for other in cluster[:_COMPARED]):
            return cluster
    return None


def _with_acronyms(clusters: list[list[Form]], lex: Lexicon) -> list[list[Form]]:
    """Join "World Food Programme" and "WFP", whichever comes first."""
    short: dict[str, int] = {}
    for number, cluster in enumerate(clusters):
        for form in cluster:
            if len(form.tokens) > 1 or form.text[1:].islower() or form.key in lex.countries:
                continue
            letters = form.text.replace(".", "")
            if 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) > 1:
                short.setdefault(letters.lower(), number)
    if not short:
        return clusters
    gone: set[int] = set()
    for number, cluster in enumerate(clusters):
        form = cluster[0]
        if len(form.tokens) < 2 or form.type == "person" or (len(form.tokens) == 2 and form.type == "place"):
            continue
        for initials in _initials(form):
            other = short.get(initials)
            if (
                other is not None
                and other != number
                and other not in gone
                and is_acronym(clusters[other][0].text, form.text)
            ):
                for joined in clusters[other]:
                    joined.type = form.type if form.type != "other" else joined.type
                    form.type = joined.type
                cluster.extend(clusters[other])
                gone.add(other)
                break
    return [cluster for number, cluster in enumerate(clusters) if number not in gone]


def _bracketed(clusters: list[list[Form]]) -> list[list[Form]]:
    """Join "National Disaster Agency (NADA)": an acronym right behind a name that has its letters in order."""
    upper = [number for number, (form, *others) in enumerate(clusters) if form.text.isupper() and len(form.tokens) == 1]
    if not upper:
        return clusters
    ends = {c.end: n for n, cluster in enumerate(clusters) for f in cluster if len(f.tokens) > 1 for c in f.mentions}
    gone: set[int] = set()
    for number in upper:
        form = clusters[number][0]
        home = ends.get(form.mentions[0].start - 2)
        if home is None or home in gone or home == number or len(clusters[number]) > 1:
            continue
        full = clusters[home][0]
        if full.type != "person" and _letters_in_order(form.key, full.key):
            form.type = full.type
            clusters[home].append(form)
            gone.add(number)
    return [cluster for number, cluster in enumerate(clusters) if number not in gone]


def _letters_in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return len(short) > 1 and short[0] == full[0] and all(letter in rest for letter in short)


def is_abbreviation(form: Form, forms: Sequence[Form], lex: Lexicon) -> bool:
    """Whether an organisation among `forms` has `form` as its initials."""
    letters = form.key.replace(".", "")
    full = lex.same.get(form.key, "")
    return any(
        other.key == full or (len(other.tokens) > 1 and letters in _initials(other))
        for other in forms
        if other.type == "organisation"
    )


def organisation_parts(forms: Sequence[Form], lex: Lexicon) -> dict[str, Form]:
    """Folded short form → the organisation that it names again: "Corvane" for "Corvane Metals", "Rovers".

    Short forms that two organisations share, and names of places and given names, are left out.
    """
    found: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        words = form.tokens
        if form.type != "organisation" or not 1 < len(words) < 5:
            continue
        if words[-1].low in lex.organisation_words and words[0].low not in lex.topics:
            begun = ""
            for word in words[:-1]:
                if word.gap != " " or word.possessive:
                    break
                begun += word.low
                found[begun].append(form)
                begun += " "
            found[words[-1].low].append(form)
    return {
        key: named[0]
        for key, named in found.items()
        if (len(named) == 1 or len({form.key for form in named}) == 1) and not _is_taken(key, lex)
    }


def _is_taken(key: str, lex: Lexicon) -> bool:
    """Whether a word means something else where it stands alone."""
    if key in lex.not_names or key in lex.demonyms or key in lex.title_modifiers or key in lex.given:
        return True
    return key in lex.places or key in lex.countries or key in lex.cities


def _with_parts(clusters: list[list[Form]], lex: Lexicon) -> list[list[Form]]:
    """Join the short forms of organisations to their full names."""
    parts = organisation_parts([form for cluster in clusters for form in cluster], lex)
    if not parts:
        return clusters
    home = {form.key: number for number, cluster in enumerate(clusters) for form in cluster}
    gone: set[int] = set()
    for key, full in parts.items():
        number, other = home[full.key], home.get(key)
        if other is None or other in (number, *gone) or number in gone or len(clusters[other]) > 1:
            continue
        if clusters[other][0].type == "organisation":
            clusters[number].extend(clusters[other])
            gone.add(other)
    return [cluster for number, cluster in enumerate(clusters) if number not in gone]


def _initials(form: Form) -> Iterable[str]:
    words = [word for part in form.text.split() for word in part.split("-") if word]
    yield "".join(word[0] for word in words if word[0].isupper()).lower()
    yield "".join(word[0] for word in words).lower()


def _short_forms(forms: Sequence[Form], clusters: list[list[Form]], lex: Lexicon) -> dict[str, list[int]]:
    """For each form that is a part of a person's full name, the clusters whose name it may shorten."""
    ends: dict[str, list[int]] = defaultdict(list)
    starts: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for form in cluster:
            if form.type == "person" and len(form.tokens) > 1:
                for key in surname_forms(form.tokens):
                    if number not in ends[key]:
                        ends[key].append(number)
                first = form.tokens[0].low
                if first in lex.given and number not in starts[first]:
                    starts[first].append(number)
    found: dict[str, list[int]] = {}
    for form in forms:
        if form.type != "person" or (len(form.tokens) > 1 and form.key not in ends):
            continue
        if form.key in ends and not (len(form.tokens) > 1 and form.tokens[0].low in lex.given):
            found[form.key] = ends[form.key]
        elif len(form.tokens) == 1 and len(starts.get(form.key, ())) == 1:
            found[form.key] = starts[form.key]
    return found


def surname_forms(tokens: tuple[Token, ...]) -> Sequence[str]:
    """The shorter forms in which a person is named again: "Mistura", "de Mistura"."""
    last = tokens[-1].low
    if len(tokens) == 2 and tokens[0].gap == " " and last[2:3] != "-" and last not in GENERATIONS:
        return (last,)  # most are so
    return list(_surname_forms(tokens))


def _surname_forms(tokens: tuple[Token, ...]) -> Iterator[str]:
    words = [token.low for token in tokens]
    while len(words) > 1 and words[-1] in GENERATIONS:
        words.pop()
    if len(words) < 2:
        return
    yield words[-1]
    for prefix in ("al-", "el-"):
        if words[-1].startswith(prefix):
            yield words[-1].removeprefix(prefix)
    gap = tokens[len(words) - 2].gap.strip()
    if gap:
        yield f"{gap} {words[-1]}"
    if len(words) > 2:
        yield " ".join(words[-2:])
