"""What speaks for a candidate being a person, an organisation, a place, something else, or no name at all.

Evidence is a list of short strings, so that the weights of `model.py` can be read, and learned. Some of it is true of a
form wherever it stands (its words, its shape), some of one occurrence (the words around it).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.analysis.names.chunks import Token, phrase
from reader.analysis.names.lexicon import Lexicon
from reader.analysis.names.segments import Candidate, Part
from reader.analysis.vocabulary import word_set

_ROMAN = re.compile(r"[IVX]{1,5}\Z")
_OF = frozenset(["of", "of the", "for", "for the", "on"])
_PARTICLES = frozenset(
    ["van", "von", "de", "bin", "al", "der", "van der", "de la", "del", "da", "dos", "di", "ibn", "el"]
)
_SPEECH = word_set(
    """
    said says told asked added replied wrote tweeted explained argued insisted warned noted stressed acknowledged
    claimed denied announced declared stated believes thinks testified recalled joked conceded admitted suggested
    urged vowed called met spoke thanked married died resigned grew joined became played sang starred lives graduated
    """
)
_PERSON_AFTER = frozenset(["who", "whose", "whom", "himself", "herself", "née", "jr", "sr"])
_BEFORE = word_set(
    """
    in at from near to of by with and for on between against into the a an said says told as under over through across
    outside inside around within via towards toward after before including like than that but or when where while is
    was are were has had visit visited visiting leave left reach entered called named president minister leader
    chairman spokesman spokeswoman senator director chief officer founder editor coach actor actress singer author
    professor judge lawyer wife husband son daughter brother sister mother father friend king queen prince company
    firm group party city town village province river island region state district county newspaper magazine agency
    university his her their its our this these those capital member members team club album song film book band
    """
)
_AFTER = word_set(
    """
    is was are were has had have will would and or of in at to for on with by from who which that the a said says
    officials government troops forces president minister border city police war people area region residents capital
    's market players fans team coach album song band shares stock employees spokesman spokeswoman ceo founder leader
    leaders members lawmakers fighters militants rebels supporters campaign administration election elections voters
    province state county district airport embassy
    """
)


def form_features(tokens: tuple[Token, ...], key: str, text: str, lex: Lexicon) -> list[str]:
    """Evidence in the words of a name; `key` is the folded form, `text` the form as written."""
    found = list(_known(tokens, key, lex))
    first, last = tokens[0], tokens[-1]
    count = len(tokens)
    found.append(f"n={min(count, 4)}")
    if count == 1:
        found.extend(_single(first, text))
    else:
        found.extend(_several(tokens, lex))
    found.append(f"last={last.low}")
    if count > 1:
        found.append(f"first={first.low}")
        found.extend(f"has={t.low}" for t in tokens[1:-1])
    found.append(f"suf={last.low[-3:]}")
    if len(last.low) > 5:
        found.append(f"suf4={last.low[-4:]}")
    return found


def _known(tokens: tuple[Token, ...], key: str, lex: Lexicon) -> Iterator[str]:
    if key in lex.countries:
        yield "gaz=country"
    elif key in lex.places:
        yield "gaz=place"
    elif key in lex.cities:
        yield "gaz=city"
    elif key in lex.towns:
        yield "gaz=town"
    if key in lex.organisations:
        yield "gaz=organisation"
    if key in lex.others:
        yield "gaz=other"
    if len(tokens) == 1:
        if key in lex.given:
            yield "gaz=given"
        if key in lex.surnames:
            yield "gaz=surname"
        if key in lex.not_names:
            yield "gaz=word"
        if key in lex.titles:
            yield "gaz=title"


def _single(token: Token, text: str) -> Iterator[str]:
    bare = text.replace(".", "")
    if bare.isupper() and len(bare) > 5:
        yield "shape=shout"
    elif bare.isupper() and len(bare) > 1:
        yield "shape=acronym"
        yield f"acronym={len(bare)}"
        if "." in text:
            yield "shape=dotted"
    elif any(c.isdigit() for c in text):
        yield "shape=digit"
    elif any(c.isupper() for c in text[1:]):
        yield "shape=hyphen" if "-" in text else "shape=camel"
    else:
        yield "shape=word"
    if len(bare) == 1:
        yield "shape=letter"
    if "-" in text:
        yield "hyphen"
        head = token.low.split("-")[0]
        if head in ("al", "el", "abu"):
            yield "hyphen=arabic"
    if token.low.endswith("s"):
        yield "plural"


def _several(found: tuple[Token, ...], lex: Lexicon) -> Iterator[str]:
    first, last = found[0], found[-1]
    given, surname = first.low in lex.given, last.low in lex.surnames
    yield f"given={given:d} surname={surname:d}"
    if given and len(found) == 2:
        yield "given+1"
    if last.low in ("jr", "sr") or (_ROMAN.match(last.text) and given):
        yield "generation"
    elif _ROMAN.match(last.text) or last.text[:1].isdigit():
        yield "numbered"
    if all(token.text.isupper() for token in found):
        yield "all upper"
        if not given:
            yield "shouted words"
    if last.low in lex.organisation_words:
        yield "last=*organisation"
    elif any(token.low in lex.organisation_words for token in found):
        yield "any=*organisation"
    yield from (name for name, holds in _classes(found, lex) if holds)
    yield from _joint_features(found, lex)


def _classes(found: tuple[Token, ...], lex: Lexicon) -> Iterator[tuple[str, bool]]:
    """What the first, the last, or any word of a name is known to be."""
    first, last = found[0].low, found[-1].low
    yield "has initial", any(len(token.text) == 2 and token.text[1] == "." for token in found)
    yield "last=*place", last in lex.place_words
    yield "first=*place", first in lex.place_words
    yield "last=*event", last in lex.events
    yield "last=*title", last in lex.titles
    yield "first=*demonym", first in lex.demonyms
    yield "first=*place name", _is_place(first, lex)
    yield "last=*place name", _is_place(last, lex)
    yield "any=*topic", any(token.low in lex.topics for token in found)
    yield "any=*word", any(token.low in lex.not_names for token in found)
    prefix = first in lex.place_prefixes
    yield "first=*prefix", prefix
    yield "prefix+place", prefix and (phrase(found[1:]) in lex.countries or last in lex.places)


def _is_place(low: str, lex: Lexicon) -> bool:
    return low in lex.countries or low in lex.places or low in lex.cities


def _joint_features(found: tuple[Token, ...], lex: Lexicon) -> Iterator[str]:
    """What the small words inside a name tell."""
    gaps = [token.gap.strip() for token in found[:-1]]
    head = next((token.low for token, gap in zip(found, gaps, strict=False) if gap in _OF), "")
    if found[0].low in lex.organisation_heads and gaps[0] in _OF:
        yield "head=*organisation"
    elif head:
        yield "of"
        yield f"of={head}"
        if head in lex.organisation_heads:
            yield "head=*organisation"
        if head in lex.events:
            yield "head=*event"
        if head in lex.place_words:
            yield "head=*place"
    if "&" in gaps:
        yield "ampersand"
    if "and" in gaps:
        yield "and"
    if not _PARTICLES.isdisjoint(gaps):
        yield "particle"


def context_features(candidate: Candidate, text: str, lower: set[str]) -> list[str]:
    """Evidence around one occurrence; `lower` holds the words that the article writes without a capital."""
    start, end, part = candidate.start, candidate.end, candidate.part
    found = list(_part_features(part.title is not None, part.short_title, part.split_before, part.leading))
    if start and text[start - 1] == " ":
        space = text.rfind(" ", max(0, start - 32), start - 1)
        previous = text[space + 1 : start - 1] if space >= 0 else text[max(0, start - 32) : start - 1]
        found.append(_before(previous))
        if previous in ("the", "The") and space > 0:
            found.append("p" + _before(text[text.rfind(" ", max(0, space - 30), space) + 1 : space]))
    else:
        found.append("p=^")
    sign = text[end : end + 1]
    if sign == " ":
        found.append(_after(_word(text, end + 1).rstrip(".,;:")))
    elif sign == ",":
        found.append("n=,")
        following = _word(text, end + 2)
        if following[:2].isdigit():
            found.append("n=, age")
        elif following.lower() in _PERSON_AFTER:
            found.append("n=*who")
        elif following[:1].isupper():
            found.append("n=, Name")
    elif sign in ("'", "’") and text[end + 1 : end + 2] == "s":
        found.append("possessive")
        following = _word(text, end + 3).lower()
        if following in _AFTER:
            found.append(f"'s={following}")
    else:
        found.append("n=" + (sign.strip() or "$"))
    if part.initial:
        found.extend(_initial_features(part, text[end + 1 : end + 2].islower() and sign == " ", lower))
    elif part.tokens[-1].low in lower:
        found.append("lower")
    return found


def _word(text: str, start: int) -> str:
    """The word at `start`, up to a space, of at most 24 letters."""
    space = text.find(" ", start, start + 24)
    return text[start:space] if space >= 0 else (text[start : start + 24].split() or [""])[0]


@lru_cache(maxsize=512)
def _part_features(title: bool, short_title: bool, split_before: bool, leading: str) -> tuple[str, ...]:
    found = [("title=short" if short_title else "title")] if title else []
    if leading:
        found.append("cut=the" if leading == "the" else "cut")
    elif split_before:
        found.append("cut before")
    return tuple(found)


@lru_cache(maxsize=8192)
def _before(word: str) -> str:
    low = word.lower()
    return f"p={low}" if low in _BEFORE else "p=" + _kind(low)


@lru_cache(maxsize=8192)
def _after(word: str) -> str:
    low = word.lower()
    if low in _SPEECH:
        return "n=*speech"
    if low in _PERSON_AFTER:
        return "n=*who"
    return f"n={low}" if low in _AFTER else "n=" + _kind(low)


def _initial_features(part: Part, word_follows: bool, lower: set[str]) -> Iterator[str]:
    """What makes a capital at the start of a sentence doubtful."""
    yield "initial"
    if part.tokens[0].low in lower:
        yield "initial lower"
    if len(part.tokens) > 1:
        return
    yield "initial single"
    if part.key.endswith(("ing", "ed", "ly")):
        yield "initial=*" + ("ing" if part.key.endswith("ing") else part.key[-2:])
    if word_follows:
        yield "initial word"
        if part.key.endswith("s"):
            yield "initial=*s"


def _kind(word: str) -> str:
    """A word that is no evidence by itself, by its ending."""
    if word.endswith("ing"):
        return "*ing"
    if word.endswith("ed"):
        return "*ed"
    if not word[-1:].isalpha():
        return word[-1:]
    return "*s" if word.endswith("s") else "*"


def document_features(mentions: Sequence[Candidate]) -> list[str]:
    """Evidence in how often, and where, a form occurs in the article."""
    found = []
    if len(mentions[0].part.tokens) == 1:
        initial = sum(candidate.part.initial for candidate in mentions)
        if initial == len(mentions):
            found.append(f"only initial={min(initial, 3)}")
        elif initial:
            found.append("also initial")
        if any(candidate.part.title for candidate in mentions):
            found.append("some title")
    return found
