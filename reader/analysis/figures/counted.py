"""What a number counts: the head of the noun phrase behind it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.analysis.vocabulary import word_set

_WORD = re.compile(r"\s([A-Za-z][\w’'-]{0,30})([,;:.!?)\"”]?)")
_OTHER_END = re.compile(
    r"\s(?:and|to|or)\s(?:[$€£]?\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?=\s)"
)
_STOP = word_set(
    """
    in on at by for from to with and or that which who whom whose were was are is be been have has had will would
    could should may might can did do does after before as during since than per each every when while where if
    because into onto over under between against through until upon about around but so yet nor not only also just
    even then later earlier ago said says told this there here it he she they we you i what how why out up down off
    away back again apiece
    """
)
_SKIP = word_set("of the a an its his her their our my these those such other additional extra further more new all")
_PLURALS = word_set(
    """
    people men women children police troops staff personnel cattle sheep fish aircraft spacecraft feet teeth mice
    geese media criteria phenomena data lives wives knives halves leaves clergy crew cavalry infantry folk youth
    species series servicemen servicewomen policemen policewomen firefighters gunmen lawmen businessmen businesswomen
    congressmen fishermen crewmen countrymen clergymen workmen salesmen militiamen spokesmen sportsmen horsemen
    """
)
_NOT_PLURAL = word_set(
    """
    was is has as this its his us previous serious religious various dangerous famous numerous ambitious precious
    mysterious indigenous autonomous generous nervous continuous less news across always perhaps whereas unless
    overseas towards afterwards besides thus plus versus yes does goes says gets makes takes politics mathematics
    economics physics
    """
)
_SINGULAR_STOP = frozenset(
    ["of", "the", "and", "thing", "another", "day", "way", "side", "hand", "point", "reason", "time"]
)


@lru_cache(maxsize=16)  # of most numbers it is asked twice
def counted(after: str, *, share: bool, single: bool) -> str | None:
    """The noun that a number counts, from the words `after` it; None where they name nothing countable.

    `share`: a share or percentage, which "of" leads to its whole. `single`: one, so that a singular is meant.
    """
    words = 0
    if other := _OTHER_END.match(after):
        after = after[other.end() :]
    for match in iter_words(after):
        word, closed = match[1], match[2]
        low = word.lower()
        if low in _STOP or (low == "of" and not share and words):
            return None
        words += 1
        if share and words > 1 and low not in _SKIP and word.islower() and closed:
            return low
        if single and low not in _SKIP and low not in _SINGULAR_STOP and word.islower():
            return low
        if _is_plural(low) and not word[0].isupper():
            following = iter_words(after[match.end() :])
            nearest = next(following, None) if not closed else None
            if nearest and _is_plural(nearest[1].lower()) and nearest[1].lower() not in _STOP and nearest[1].islower():
                return nearest[1].lower()
            return low
        if closed or words > 4:
            return None
        if low in _SKIP:
            words -= 1
    return None


def iter_words(after: str) -> Iterator[re.Match[str]]:
    """The words right behind a number, as long as single spaces join them."""
    at = 0
    while match := _WORD.match(after, at):
        yield match
        at = match.end()
        if match[2]:
            return


def _is_plural(low: str) -> bool:
    if low in _PLURALS:
        return True
    return (
        low.endswith("s")
        and len(low) > 3
        and low not in _NOT_PLURAL
        and not low.endswith(("ss", "ous", "'s", "’s", "us", "is"))
    )
