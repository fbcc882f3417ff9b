"""Where a name ends among capitalised words: what is dropped at its ends, and where two names run together."""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.names.chunks import Token, phrase
from reader.analysis.names.lexicon import Lexicon
from reader.analysis.vocabulary import word_set

_NEVER_FIRST = word_set("in at a an from but and by as if when while said former near outside inside")
_NUMBERED = word_set("war part phase type class title stage level category grade series article section volume")
_DISTRICT = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?\Z")
"""The first half of a British postcode."""
_INITIAL = re.compile(r"[A-Z]\.")
_PARTISANS = word_set(
    "republican democrat democratic libertarian independent conservative labour liberal incumbent challenger newcomer"
)
_NEVER_IN = word_set("in but and while")


def trails(found: Sequence[Token], lex: Lexicon) -> bool:
    """Whether the last word is no part of the name: "London E17", "the coat Ann Lee I once knew wore"."""
    last, before = found[-1], found[-2]
    if last.text == "I":
        return len(found) > 2 or (before.low in lex.ordinary and before.low not in _NUMBERED)
    return bool(_DISTRICT.match(last.text)) and (before.low in lex.places or before.low in lex.cities)


def run_together(found: list[Token], lex: Lexicon) -> Iterator[list[Token]]:
    """Cut a person off the party or body named right before: "Green Party of Norwood Ann Lee"."""
    for index in range(1, len(found) - 1):
        before = found[index - 1]
        if (
            (found[index].low in lex.given or _INITIAL.match(found[index].text))
            and len(found) - index <= 3
            and before.gap == " "
            and found[index].gap == " "
            and _may_precede_person(found[:index], lex)
            and found[-1].low not in lex.organisation_words
        ):
            yield found[:index]
            yield found[index:]
            return
    yield found


def _may_precede_person(before: Sequence[Token], lex: Lexicon) -> bool:
    """Whether somebody may be named right behind these words: a country, a party, a party of a province."""
    last = before[-1].low
    if last in lex.countries:
        return len(before) > 1 or last not in lex.given
    if len(before) > 1 and last in lex.bodies:
        return True
    return last in lex.places and any(token.gap.startswith(" of") and token.low in lex.bodies for token in before)


def droppable(found: Sequence[Token], title: tuple[int, int] | None, initial: bool, lex: Lexicon) -> bool:
    """Whether the first word is no part of the name."""
    first = found[0]
    if first.low == "the":
        return len(found) < 2 or found[1].low != "hague"
    if len(found) == 1:
        return title is None and not first.text.isupper() and _is_word(first.low, lex)
    if first.low in _PARTISANS and first.gap == " " and len(found) in (3, 4):
        second = found[1]
        return (second.low in lex.given or second.low in _PARTISANS) and found[-1].low not in lex.organisation_words
    if first.low in lex.not_names and (initial or first.low in _NEVER_FIRST):
        return first.low in _NEVER_IN or (first.gap == " " and not _is_known(phrase(found), lex))
    return first.low in lex.demonyms and first.gap == " " and _qualifies(found, lex)


def _is_word(low: str, lex: Lexicon) -> bool:
    """Whether a lone word is an ordinary one: "However", "Thirty-one"."""
    return low in lex.not_names or ("-" in low and all(part in lex.not_names for part in low.split("-")))


def _is_known(key: str, lex: Lexicon) -> bool:
    return key in lex.organisations or key in lex.others or key in lex.places


def _qualifies(found: Sequence[Token], lex: Lexicon) -> bool:
    """Whether the demonym in front only says where somebody is from: "Israeli Moshe Levi", not "Russian Railways"."""
    last, second = found[-1], found[1]
    key = phrase(found)
    if _is_known(key, lex):
        return False
    if second.low in lex.given and len(found) > 2:
        return True
    if last.low in lex.organisation_words or last.low in lex.place_words or last.low in lex.events:
        return False
    if any(token.low in lex.organisation_words and token.gap.startswith(" of") for token in found):
        return False  # "Christian Democratic Union of Norland"
    if second.low in lex.demonyms or (second.text.isupper() and len(found) == 2 and len(second.text) > 1):
        return True
    return key.split(" ", 1)[1] in lex.organisations
