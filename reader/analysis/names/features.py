"""What speaks for a candidate being a person, an organisation, a place, something else, or no name at all.

Evidence is a list of short strings, so that the weights of `model.py` can be read, and learned. Here is what is true of
a form wherever it stands: its words, its shape, how often it occurs. `context.py` has what stands around it.
"""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.names.chunks import Token, phrase
from reader.analysis.names.lexicon import Lexicon
from reader.analysis.names.segments import Candidate
from reader.analysis.vocabulary import word_set

_ROMAN = re.compile(r"[IVX]{1,5}\Z")
_FEATURES = word_set(
    """
    mount mt lake cape rio río kali sungai wadi jabal jebel gunung bukit pulau desa ilha monte serra sierra lago laguna
    loch glen port puerto porto isla isle île ilot playa praia cerro volcán nova kampung banjar tanjung labuan teluk
    """
)
"""Words for features of the land, in several languages, with which names of places begin."""
_OF = frozenset(["of", "of the", "for", "for the", "on"])
_PARTICLES = frozenset(
    ["van", "von", "de", "bin", "al", "der", "van der", "de la", "del", "da", "dos", "di", "ibn", "el"]
)


def form_features(tokens: tuple[Token, ...], key: str, text: str, lex: Lexicon) -> list[str]:
    """Evidence in the words of a name; `key` is the folded form, `text` the form as written."""
    found = list(_known(tokens, key, lex))
    first, last = tokens[0], tokens[-1]
    count = len(tokens)
    found.append(f"n={min(count, 4)}")
    if count == 1:
        found.extend(_single(first, text, lex))
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
        yield from _known_word(tokens[0], key, lex)


def _known_word(token: Token, key: str, lex: Lexicon) -> Iterator[str]:
    if key in lex.not_names:
        yield "gaz=word"
    if key in lex.ordinary:
        yield "ordinary"
        if token.text.isupper():
            yield "shouted word"
    if key in lex.titles:
        yield "gaz=title"


def _single(token: Token, text: str, lex: Lexicon) -> Iterator[str]:
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
    if token.low in lex.organisation_words:
        yield "single=*organisation"
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
    yield from _classes(found, lex)
    yield from _joint_features(found, lex)


def _classes(found: tuple[Token, ...], lex: Lexicon) -> Iterator[str]:
    """What the first, the last, or any word of a name is known to be."""
    first, last, ordinary = found[0].low, found[-1].low, lex.ordinary
    lows = [token.low for token in found]
    for name, low, words in (
        ("last=*place", last, lex.place_words),
        ("first=*place", first, lex.place_words),
        ("last=*event", last, lex.events),
        ("last=*title", last, lex.titles),
        ("first=*demonym", first, lex.demonyms),
        ("first=*ordinary", first, ordinary),
        ("last=*ordinary", last, ordinary),
    ):
        if low in words:
            yield name
    if any(len(token.text) == 2 and token.text[1] == "." for token in found):
        yield "has initial"
    if _is_place(first, lex):
        yield "first=*place name"
    if _is_place(last, lex):
        yield "last=*place name"
    if not lex.topics.isdisjoint(lows):
        yield "any=*topic"
    if not lex.not_names.isdisjoint(lows):
        yield "any=*word"
    if ordinary.issuperset(lows):
        yield "all ordinary"
    if first in _FEATURES and len(found) < 4 and last not in lex.organisation_words:
        yield "first=*feature"
    if first in lex.place_prefixes:
        yield "first=*prefix"
        if phrase(found[1:]) in lex.countries or last in lex.places:
            yield "prefix+place"


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
