"""Who does the saying: the subject of a verb of speech, its own or the one it shares with the verb before it."""

from collections.abc import Sequence

from reader.analysis.quotes.cues import REPORTING_NOUNS
from reader.analysis.quotes.frame import Frame
from reader.analysis.quotes.phrases import Range, left_phrase, main_subject
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.quotes.units import Unit
from reader.analysis.vocabulary import word_set

_SUBORDINATORS = word_set("as while after before when because although though if since")
_BE = word_set("is are was were be been")
_REMARKS = word_set(
    """
    how fair unfair hard easy difficult important reasonable unreasonable worth willing unwilling ready able unable
    appear appears appeared appearing seem seems seemed seeming evidence reason wrong right safe safer better tempting
    """
)
"""Words before *to say* where nobody has said it: *it is fair to say that …*, *no evidence to suggest that …*."""
_TELLING = REPORTING_NOUNS | word_set("resolution evidence study survey article story book record document memo")
_LONGEST_ASIDE = 20
_INSIDE_CLAUSE = ",.?!(VGpRTdioscxrtNS0w"
"""Tags that do not end a clause."""
_ALREADY_SAID = word_set("i you that we")


def find_subject(tokens: Tokens, unit: Unit, at: int, first: int, frames: Sequence[Frame]) -> tuple[Range | None, bool]:
    """The subject of the verb at `at` whose group begins at `first`, and whether it is another verb's."""
    tags = tokens.tags
    before = tags[first - 1] if first > unit.first else ""
    if before == "" and tags[at] == "G":
        return main_subject(tokens, unit.first, unit.last), True
    infinitive = before == "i" and tokens.low[first - 1] == "to"
    if infinitive or (tags[at] == "G" and before == "i"):
        own = _of_clause(tokens, unit, first, infinitive=infinitive)
        return own or _shared(tokens, unit, first, frames), True
    if before == "-" and tags[at] == "V":
        first = _before_dashes(tokens, first, unit.first)
    if _has_none(tokens, at, first, before):
        return _shared(tokens, unit, first, frames), True
    low = _clause_start(tokens, first, unit.first)
    if before == "," and first - 1 <= low:
        return _shared(tokens, unit, first, frames), True
    found = left_phrase(tokens, first, low)
    return (found, False) if found else (_shared(tokens, unit, first, frames), True)


def _has_none(tokens: Tokens, at: int, first: int, before: str) -> bool:
    """*…, adding that*; *and called for*; *a statement saying*."""
    if before in ("", "c", "Q"):
        return True
    return tokens.tags[at] == "G" and (before in ",s-" or tokens.low[first - 1] in REPORTING_NOUNS)


def _shared(tokens: Tokens, unit: Unit, first: int, frames: Sequence[Frame]) -> Range | None:
    for frame in reversed(frames):
        if frame.subject:
            return frame.subject
    return main_subject(tokens, unit.first, first)


def _clause_start(tokens: Tokens, at: int, low: int) -> int:
    return low + len(tokens.tags[low:at].rstrip(_INSIDE_CLAUSE))


def _before_dashes(tokens: Tokens, first: int, low: int) -> int:
    """The opening dash of the aside that ends before `first`: *her critics — there are many — say*; else `first`."""
    for k in range(first - 2, max(low, first - _LONGEST_ASIDE), -1):
        if tokens.tags[k] == "-":
            return k
        if tokens.tags[k] in "Q;:":
            break
    return first


def _of_clause(tokens: Tokens, unit: Unit, at: int, *, infinitive: bool) -> Range | None:
    """The subject where *to say* or *by saying* stands: *for X to say*, *X drew applause by saying*."""
    tags = tokens.tags
    if infinitive:
        k = at - 1
        while k > unit.first and tags[k - 1] in "NSdw" and at - k < 6:
            k -= 1
        if k > unit.first and tokens.low[k - 1] == "for" and k < at - 1:
            return Range(k, at - 1)
    first = at
    while first > unit.first and tags[first - 1] not in ",;:(Q":
        first -= 1
    if first == unit.first or tags[first] not in "NSpd":
        return None
    return main_subject(tokens, first, at)


def is_subordinate(tokens: Tokens, unit: Unit, at: int) -> bool:
    """Whether the clause whose subject begins at `at` hangs on another: *even as X said that …, Y did*."""
    k = at - 1
    while k >= unit.first and tokens.tags[k] in "rd":
        k -= 1
    if k < unit.first or tokens.low[k] not in _SUBORDINATORS:
        return False
    measured = k - unit.first <= 4 and all(tag in "dt0rwo" for tag in tokens.tags[unit.first : k])
    return measured or tokens.tags[k - 1] in "rc,"


def is_only_subordinate(tokens: Tokens, left: Range) -> bool:
    """Whether the words are one subordinate clause and nothing more: *After the vote had failed, …*."""
    opens = tokens.tags[left.first] == "s" or tokens.low[left.first] in ("after", "before", "since", "until")
    return opens and "," not in tokens.tags[left.first : left.last]


def before_what(tokens: Tokens, unit: Unit, cue: Range, subject: Range | None) -> bool:
    """Whether the cue belongs to a question: *what she says her plan would do*."""
    first = subject.first if subject is not None and subject.first < cue.first else cue.first
    return first > unit.first and tokens.low[first - 1] == "what"


def is_remark(tokens: Tokens, unit: Unit, first: int) -> bool:
    """Whether the cue at `first` is what may be said, and not what was: *it is fair to say*, *worth noting*."""
    if first - 1 <= unit.first:
        return False
    if tokens.low[first - 1] == "worth":
        return True
    return tokens.low[first - 1] == "to" and (tokens.low[first - 2] in _REMARKS or tokens.low[first - 2] in _BE)


def is_relative(tokens: Tokens, unit: Unit, subject: Range | None) -> bool:
    """Whether the subject is the *who* of an inserted clause: *Smith, who said …, left*."""
    if subject is None or subject.first <= unit.first or tokens.tags[subject.first] != "R":
        return False
    return tokens.tags[subject.first - 1] in ",i"


def is_contact_clause(tokens: Tokens, unit: Unit, cue: Range, subject: Range) -> bool:
    """Whether the clause describes the noun before it: *the goal it pledged to reach*, *a step she says would help*."""
    before = subject.first - 1
    if tokens.tags[subject.first] != "p" or subject.last > cue.first or before < unit.first:
        return False
    first = before
    while first > unit.first and tokens.tags[first - 1] not in ",;:-(Q":
        first -= 1
    return tokens.tags[before] in "wN0" and tokens.tags[first] not in "itsrGc"


def is_modifier(tokens: Tokens, cue: Range, subject: Range) -> bool:
    """Whether an -ing form says which one is meant, and not what was said: *the share of voters saying that …*.

    Where the noun is itself something said (*a letter urging …*) it does tell.
    """
    beside = subject.last == cue.first and cue.last - cue.first == 1 and tokens.tags[cue.first] == "G"
    if not beside or tokens.tags[subject.first] == "p":
        return beside and tokens.tags[subject.last - 1] == "p"
    head = tokens.low[subject.last - 1]
    told = {head, head.removesuffix("s"), head.removesuffix("es")} & _TELLING
    return not told and tokens.low[subject.first - 1] != "with"


def is_somebody(tokens: Tokens, subject: Range | None) -> bool:
    """False for nobody, and for the reporter himself (*I say that …*)."""
    return subject is not None and not (
        subject.last - subject.first == 1 and tokens.low[subject.first] in _ALREADY_SAID
    )
