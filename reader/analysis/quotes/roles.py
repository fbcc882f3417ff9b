"""What people are said to be: *Jo Field, the Norland envoy,* and *the harbour master, Jo Field,* and *Mayor Field*.

Two questions hang on it: whom *the envoy said* means, and who is a person although the name alone does not tell.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.quotes.phrases import Range
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.vocabulary import word_set

_LONGEST = 12
_TITLE_LENGTH = 5
_TITLE_TAGS = frozenset("NSw")
_FUSED = word_set("prime vice deputy assistant acting lieutenant shadow")
"""Words that make another office of a title: a vice president is no president."""
_PASSING = word_set(
    """
    then former new current retired veteran outgoing incoming embattled longtime long-time newly late young old elderly
    popular first-term second-term two-term top senior
    """
)
"""Adjectives that a second mention may add or leave out."""
_NO_ROLE_WORDS = word_set("the a an his her its their our my this that who whose")
_PERSON_NOUNS = word_set(
    """
    president minister chancellor premier secretary senator governor mayor councillor councilor councilmember
    representative delegate ambassador envoy consul diplomat spokesman spokeswoman spokesperson speaker whip leader
    chief head chair chairman chairwoman chairperson chief-executive executive director manager founder co-founder
    commissioner commander captain colonel general major lieutenant sergeant admiral officer superintendent inspector
    detective constable sheriff marshal judge justice magistrate prosecutor attorney lawyer solicitor barrister
    counsel clerk treasurer trustee auditor ombudsman curator librarian archivist editor reporter journalist
    correspondent columnist author writer poet novelist actor actress singer musician composer conductor painter
    sculptor director producer coach trainer player striker goalkeeper captain skipper pilot driver conductor engineer
    architect surveyor builder carpenter plumber electrician mechanic technician doctor physician surgeon nurse
    midwife paramedic dentist vet pharmacist psychologist psychiatrist scientist researcher biologist chemist
    physicist seismologist geologist meteorologist economist analyst strategist adviser advisor consultant aide
    assistant professor lecturer teacher headteacher headmaster headmistress principal dean rector student pupil
    scholar historian farmer fisherman baker butcher brewer shopkeeper innkeeper publican landlord landlady tenant
    resident neighbour neighbor passenger witness survivor victim worker miner docker firefighter fireman priest
    vicar pastor bishop archbishop rabbi imam deacon pope king queen prince princess duke duchess monarch emperor
    candidate nominee incumbent challenger congressman congresswoman lawmaker legislator assemblyman alderman activist
    campaigner organiser organizer volunteer lobbyist negotiator mediator investigator coroner master mistress
    stationmaster postmaster harbourmaster warden ranger keeper guard wife husband widow widower son daughter father
    mother brother sister uncle aunt cousin grandmother grandfather partner billionaire businessman businesswoman
    entrepreneur banker broker trader accountant veteran soldier pensioner deputy vice-chancellor provost
    mp mep ceo cfo republican democrat
    """
)
_PERSON_ENDINGS = ("man", "woman", "ologist", "ician", "wife")
_LIKELY_ENDINGS = ("er", "or", "ist", "ian", "eer", "ant")
_SYNONYMS = (
    word_set("spokesman spokeswoman spokesperson"),
    word_set("chairman chairwoman chair chairperson"),
    word_set("lawyer attorney solicitor barrister"),
    word_set("councillor councilor councilman councilwoman councilmember"),
    word_set("chief-executive ceo"),
    word_set("adviser advisor"),
    word_set("chief head"),
)
_MORE_GENERAL = {
    "leader": word_set("prime-minister premier chancellor president head king queen chairman chairwoman"),
    "head-of-government": word_set("prime-minister premier chancellor president"),
    "head-of-state": word_set("president king queen monarch emperor"),
    "premier": word_set("prime-minister"),
    "lawmaker": word_set("senator congressman congresswoman representative legislator"),
    "politician": word_set("senator congressman congresswoman representative minister mayor governor"),
    "academic": word_set("professor lecturer scholar historian"),
    "scientist": word_set("biologist chemist physicist seismologist geologist meteorologist"),
    "businessman": word_set("chief-executive founder"),
}
"""Words that may take up a more special one: *the head of government* is the prime minister."""
_OTHER_WORDS = _MORE_GENERAL | {
    word: words | _MORE_GENERAL.get(word, frozenset()) for words in _SYNONYMS for word in words
}
"""Each head that may be taken up or be replaced by another → all of these."""
_TELLING_ANEW = word_set("retired veteran elderly widowed unemployed")
"""Adjectives with which a reporter calls somebody already named by something new."""


class Role(NamedTuple):
    """One description of a person, in lower case."""

    head: str
    """The noun: "minister", "prime minister", "head of government"."""
    modifiers: frozenset[str]
    """The words that tell which: {"norland"} of *the Norland minister*."""


def is_person_noun(word: str, *, strict: bool = True) -> bool:
    """Whether the noun names a person by what he is; not `strict`: it may (*owner*, *operator*)."""
    if word in _PERSON_NOUNS or word.endswith(_PERSON_ENDINGS):
        return True
    return not strict and word.endswith(_LIKELY_ENDINGS)


def _plain(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").removesuffix("'")


def role_of(tokens: Tokens, first: int, last: int) -> Role | None:
    """The description that tokens `first` to `last` (excluded) are, up to a relative clause."""
    tags, end = tokens.tags, first
    while end < last and tags[end] not in "oi(R,cTxV;:.":
        end += 1
    stop = end
    while stop < last and tags[stop] in "oidNSw0c":
        stop += 1
    words = [tokens.low[k] for k in range(first, end) if tags[k] not in "dr0"]
    after = [tokens.low[k] for k in range(end, stop) if tags[k] in "NSw"]
    return _made(words, after)


def role_of_title(title: str) -> Role | None:
    """The same for a title that stands by itself: "Secretary of State"."""
    words = title.lower().split()
    end = next((k for k, word in enumerate(words) if word in ("of", "for", "to", "at", "in")), len(words))
    return _made(words[:end], words[end + 1 :])


def _made(words: Sequence[str], after: Sequence[str]) -> Role | None:
    if not words:
        return None
    head, rest = _plain(words[-1]), words[:-1]
    if head == "head" and after and after[0] in ("state", "government"):
        head, after = f"head-of-{after[0]}", after[1:]
    elif rest and (rest[-1] in _FUSED or (rest[-1], head) == ("chief", "executive")):
        head, rest = f"{rest[-1]}-{head}", rest[:-1]
    told = {_plain(word) for word in (*rest, *after)}
    return Role(head, frozenset(told - _PASSING - _NO_ROLE_WORDS))


def fits(wanted: Role, known: Role) -> bool:
    """Whether who was introduced as `known` may be meant by `wanted`."""
    if wanted.head != known.head and known.head not in _OTHER_WORDS.get(wanted.head, ()):
        return False
    return all(word in known.modifiers or word.endswith("-year-old") for word in wanted.modifiers)


def tells_anew(tokens: Tokens, first: int, last: int) -> bool:
    """Whether only somebody already named is described so: *the retired nurse*, *the 54-year-old*."""
    return any(
        word in _TELLING_ANEW or word.endswith("-year-old") or "-of-" in word for word in tokens.low[first:last]
    )  # "the mother-of-two"


def introductions(tokens: Tokens, start: int, end: int) -> list[Role]:
    """What the person named at `start`…`end` of the text is said to be there."""
    tags, at = tokens.tags, bisect_left(tokens.start, start)
    if at >= len(tags) or tokens.start[at] != start:
        return []
    found: list[Role | None] = []
    before = tags[at - 1] if at else ""
    if before in _TITLE_TAGS and _may_be_title(tokens.low[at - 1]):
        first = _title_start(tokens, at)
        found.append(role_of(tokens, first, at) if first < at else None)
    after = bisect_left(tokens.start, end, at)
    if before == "," and at > 1 and (after >= len(tags) or tags[after] in ",.;:(-QR"):
        described = described_before(tokens, at - 1)
        found.append(role_of(tokens, *described) if described is not None else None)
    if tags[after : after + 1] == ",":
        found.append(_after_name(tokens, after))
    return [role for role in found if role is not None and _names_person(role.head)] if found else []


def _names_person(head: str) -> bool:
    return is_person_noun(head.rpartition("-")[2], strict=False)


@lru_cache(maxsize=4096)
def _may_be_title(word: str) -> bool:
    """Whether the word before a name says what the person is."""
    return _names_person(_plain(word))


def _title_start(tokens: Tokens, at: int) -> int:
    """Where the words begin that stand right before a name: *the former judge Jo Field*."""
    first = at
    while first > 0 and at - first < _TITLE_LENGTH:
        joined = tokens.text[tokens.end[first - 1] : tokens.start[first]] == " "
        if not joined or tokens.tags[first - 1] not in _TITLE_TAGS:
            break
        first -= 1
    return first


def described_before(tokens: Tokens, comma: int) -> Range | None:
    """The description that ends at a comma and begins with a determiner: *the minister of labour,*."""
    tags, first = tokens.tags, comma
    while first > 0 and comma - first < _LONGEST and tags[first - 1] in "NSwoi0d":
        if "\n" in tokens.text[tokens.end[first - 1] : tokens.start[first]]:
            return None
        first -= 1
        starts = first == 0 or tags[first - 1] not in "oi" or tags[first] != "d"
        if tags[first] == "d" and (starts or tokens.low[first - 1] not in ("of", "for", "on")):
            return Range(first, comma)
    if (first < comma and tags[first] == "S") or (first > 0 and tokens.low[first - 1] == "whose"):
        return Range(first, comma)
    return None


def _after_name(tokens: Tokens, comma: int) -> Role | None:
    """What stands behind a name and its comma: *Jo Field, 45, the Norland envoy to Kyiv, …*."""
    tags, last = tokens.tags, len(tokens.tags)
    if comma + 2 < last and tags[comma + 1] == "0" and tags[comma + 2] == ",":
        comma += 2
    end = comma + 1
    while end < last and end - comma < _LONGEST and tags[end] in "dNSwoi0r":
        end += 1
    if end >= last or tags[end] not in ",.R;(-" or end == comma + 1:
        return None
    begins = tags[comma + 1] in "dSw" or (tags[comma + 1] == "N" and tags[end - 1] == "w")
    return role_of(tokens, comma + 1, end) if begins else None
