"""Whether a small word holds one name together or stands between two."""

from collections.abc import Sequence

from reader.analysis.names.chunks import Token, phrase
from reader.analysis.names.lexicon import Lexicon
from reader.analysis.vocabulary import word_set

_PARTICLES = word_set(
    """
    de la las los le del della di da do dos das du des van von der den bin ibn al el ul ur ter ten y e et und zu zur
    upon sur en & - as an
    """
)
_NAMED_AFTER = word_set(
    "house friends university diocese archdiocese province county port city bay gulf church cathedral basilica shrine"
)
"""What is called after somebody, or after a place that is: "University of Santiago"."""
_EPITHETS = word_set("great terrible conqueror younger elder wise bold bald magnificent confessor baptist apostle")
_PARTNERS = word_set(
    "railway railways railroad banking chamber canal police constabulary nhs diocese philharmonic omnibus"
)
"""What two places have in common, so that "and" stands inside the name: "Norwood and Harrow Railway"."""
_BEFORE_THE = word_set("alexander ivan peter catherine attila conan winnie william")


def joined(piece: Sequence[Token], rest: Sequence[Token], lex: Lexicon) -> bool:
    """Whether the words of `piece`, so far one name, go on with the first of `rest`."""
    token, following = piece[-1], rest[0]
    gap = token.gap.lstrip("'’").split()
    if token.possessive:
        return _by_possessive(piece, following, lex)
    if gap == ["&"] and _are_people(piece, rest, lex):
        return False
    if not gap or all(word in _PARTICLES for word in gap):
        return True
    if gap[0] == "of":
        return _by_of(piece, rest, lex)
    if gap[0] == "and":
        return _by_and(piece, rest, lex)
    if gap[0] == "the":
        return token.low in _BEFORE_THE or (following.low in _EPITHETS and token.low in lex.given)
    return token.low in lex.heads.get(gap[0], ())


def _are_people(piece: Sequence[Token], rest: Sequence[Token], lex: Lexicon) -> bool:
    """ "Ann Lee & Tom Hart" are two people, "Ann Lee & Sons" is a firm."""
    if len(piece) < 2 or len(rest) < 2 or rest[0].gap != " ":
        return False
    return piece[0].low in lex.given and rest[0].low in lex.given and rest[-1].low not in lex.organisation_words


def _by_possessive(piece: Sequence[Token], following: Token, lex: Lexicon) -> bool:
    """ "Workers' Party", "People's Republic", "St Paul's Hospital", but not "Russia's Foreign Ministry"."""
    token = piece[-1]
    if len(piece) > 1 and piece[-2].low in ("st", "saint"):
        return following.low in lex.organisation_words or following.low in lex.place_words
    if token.low.removesuffix("'s") not in lex.heads["'s"]:
        return False
    return following.low in lex.organisation_words or following.low in lex.place_words or following.low in lex.events


def _by_of(piece: Sequence[Token], rest: Sequence[Token], lex: Lexicon) -> bool:
    token, following = piece[-1], rest[0]
    if phrase([*piece, following]) in lex.joined:
        return True
    country = following.low in lex.countries
    known = (lex.cities, lex.places, lex.topics)
    given = following.low in lex.given and not any(following.low in names for names in known)
    if given and not country:
        return token.low in lex.events or token.low in _NAMED_AFTER
    if len(piece) == 1 and token.low in lex.given and token.low not in lex.cities and token.low not in lex.places:
        # "Joan of Arc", but not "Smith of California" or "Paul of Reuters"
        return not country and following.low not in lex.organisations and len(rest) == 1
    if any(t.gap.startswith((" of", " for")) and t.low in lex.organisation_heads for t in piece[:-1]) and (
        country or following.low in lex.places
    ):
        return True  # "Ministry of Defence of Ukraine"
    if any(t.gap.startswith(" for") and t.low in lex.organisation_heads for t in piece[:-1]) and not country:
        return True  # "Society for the Advancement of Science"
    if token.low in lex.heads["of"] or (token.low in lex.titles and following.low in lex.title_of):
        return True
    return len(piece) > 1 and " ".join(t.low for t in piece[-2:]) in lex.titles


def _by_and(piece: Sequence[Token], rest: Sequence[Token], lex: Lexicon) -> bool:
    """ "Ministry of Health and Welfare", "Food and Drug Administration", but not "Paris and Berlin"."""
    token, following = piece[-1], rest[0]
    for start in {0, len(piece) - 1}:
        if any(phrase([*piece[start:], *rest[:stop]]) in lex.joined for stop in range(1, min(len(rest), 3) + 1)):
            return True
    if len(piece) < 3 and _are_partners(rest, lex) and not token.low.endswith("s"):
        return True
    if token.low in lex.countries or token.low in lex.places or following.low in lex.countries:
        return False
    if any(t.low in lex.organisation_heads and t.gap.startswith((" of", " for", " on")) for t in piece[:-1]):
        if any(t.gap.startswith(" for") for t in piece[:-1]) and _is_matter(token, lex) and _is_matter(following, lex):
            return True  # "Centre for Volcanology and Hazard Research": what it is for, not whom
        return following.low in lex.topics or (token.low[-1] == following.low[-1] == "s" and _is_matter(following, lex))
    if token.low not in lex.topics or following.low not in lex.topics:
        return False
    for other in rest[:4]:
        if other.low in lex.organisation_words or other.low in lex.events:
            return True
        if other.gap not in (" ", " and "):
            return False
    return False


def _are_partners(rest: Sequence[Token], lex: Lexicon) -> bool:
    """Whether the words after "and" are a place and what it shares with the place before."""
    for number, token in enumerate(rest[:4]):
        if token.low in _PARTNERS:
            return number > 0
        if token.gap != " " or token.possessive or token.low in lex.organisation_words:
            return False
    return False


def _is_matter(token: Token, lex: Lexicon) -> bool:
    """Whether a word may say what a body deals with: no acronym, and the name of nobody and no place."""
    known = any(token.low in names for names in (lex.given, lex.cities, lex.organisations, lex.titles))
    return not known and not token.text.isupper()
