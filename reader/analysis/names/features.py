"""What speaks for a candidate being a person, an organisation, a place, something else, or no name at all.

Evidence is a list of short strings, so that the weights of `model.py` can be read, and learned. Here is what is true of
a form wherever it stands: its words, its shape, how often it occurs. `context.py` has what stands around it.
"""

import re
from collections.abc import Sequence

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
    first, last, count = tokens[0].low, tokens[-1].low, len(tokens)
    found = [f"n={min(count, 4)}", f"last={last}", f"suf={last[-3:]}"]
    _add_known(found, key, lex)
    if count == 1:
        _add_known_word(found, tokens[0], key, lex)
        _add_single(found, tokens[0], text, lex)
    else:
        _add_several(found, tokens, lex)
        found.append(f"first={first}")
        found.extend([f"has={token.low}" for token in tokens[1:-1]])
    if len(last) > 5:
        found.append(f"suf4={last[-4:]}")
    return found


def _add_known(found: list[str], key: str, lex: Lexicon) -> None:
    if key in lex.countries:
        found.append("gaz=country")
    elif key in lex.places:
        found.append("gaz=place")
    elif key in lex.cities:
        found.append("gaz=city")
    elif key in lex.towns:
        found.append("gaz=town")
    if key in lex.organisations:
        found.append("gaz=organisation")
    if key in lex.others:
        found.append("gaz=other")


def _add_known_word(found: list[str], token: Token, key: str, lex: Lexicon) -> None:
    if key in lex.given:
        found.append("gaz=given")
    if key in lex.surnames:
        found.append("gaz=surname")
    if key in lex.not_names:
        found.append("gaz=word")
    if key in lex.ordinary:
        found.append("ordinary")
        if token.text.isupper():
            found.append("shouted word")
    if key in lex.titles:
        found.append("gaz=title")


def _add_single(found: list[str], token: Token, text: str, lex: Lexicon) -> None:
    bare = text.replace(".", "")
    if bare.isupper() and len(bare) > 5:
        found.append("shape=shout")
    elif bare.isupper() and len(bare) > 1:
        found += ("shape=acronym", f"acronym={len(bare)}")
        if "." in text:
            found.append("shape=dotted")
    elif any(c.isdigit() for c in text):
        found.append("shape=digit")
    elif any(c.isupper() for c in text[1:]):
        found.append("shape=hyphen" if "-" in text else "shape=camel")
    else:
        found.append("shape=word")
    if len(bare) == 1:
        found.append("shape=letter")
    if token.low in lex.organisation_words:
        found.append("single=*organisation")
    if "-" in text:
        found.append("hyphen")
        if token.low.split("-")[0] in ("al", "el", "abu"):
            found.append("hyphen=arabic")
    if token.low.endswith("s"):
        found.append("plural")


def _add_several(found: list[str], tokens: tuple[Token, ...], lex: Lexicon) -> None:
    first, last = tokens[0], tokens[-1]
    given, surname = first.low in lex.given, last.low in lex.surnames
    found.append(f"given={given:d} surname={surname:d}")
    if given and len(tokens) == 2:
        found.append("given+1")
    roman = _ROMAN.match(last.text)
    if last.low in ("jr", "sr") or (roman and given):
        found.append("generation")
    elif roman or last.text[:1].isdigit():
        found.append("numbered")
    if first.text.isupper() and all(token.text.isupper() for token in tokens):
        found.append("all upper")
        if not given:
            found.append("shouted words")
    lows = [token.low for token in tokens]
    if last.low in lex.organisation_words:
        found.append("last=*organisation")
    elif not lex.organisation_words.isdisjoint(lows):
        found.append("any=*organisation")
    _add_classes(found, tokens, lows, lex)
    _add_joints(found, tokens, lex)


def _add_classes(found: list[str], tokens: tuple[Token, ...], lows: list[str], lex: Lexicon) -> None:
    """What the first, the last, or any word of a name is known to be."""
    first, last, ordinary = lows[0], lows[-1], lex.ordinary
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
            found.append(name)
    if any(len(token.text) == 2 and token.text[1] == "." for token in tokens):
        found.append("has initial")
    if _is_place(first, lex):
        found.append("first=*place name")
    if _is_place(last, lex):
        found.append("last=*place name")
    if not lex.topics.isdisjoint(lows):
        found.append("any=*topic")
    if not lex.not_names.isdisjoint(lows):
        found.append("any=*word")
    if ordinary.issuperset(lows):
        found.append("all ordinary")
    if first in _FEATURES and len(lows) < 4 and last not in lex.organisation_words:
        found.append("first=*feature")
    if first in lex.place_prefixes:
        found.append("first=*prefix")
        if phrase(tokens[1:]) in lex.countries or last in lex.places:
            found.append("prefix+place")


def _is_place(low: str, lex: Lexicon) -> bool:
    return low in lex.countries or low in lex.places or low in lex.cities


def _add_joints(found: list[str], tokens: tuple[Token, ...], lex: Lexicon) -> None:
    """What the small words inside a name tell."""
    gaps = [token.gap.strip() for token in tokens[:-1]]
    if not any(gaps):
        return
    head = next((token.low for token, gap in zip(tokens, gaps, strict=False) if gap in _OF), "")
    if tokens[0].low in lex.organisation_heads and gaps[0] in _OF:
        found.append("head=*organisation")
    elif head:
        found += ("of", f"of={head}")
        if head in lex.organisation_heads:
            found.append("head=*organisation")
        if head in lex.events:
            found.append("head=*event")
        if head in lex.place_words:
            found.append("head=*place")
    if "&" in gaps:
        found.append("ampersand")
    if "and" in gaps:
        found.append("and")
    if not _PARTICLES.isdisjoint(gaps):
        found.append("particle")


def document_features(mentions: Sequence[Candidate]) -> list[str]:
    """Evidence in how often, and where, a form occurs in the article."""
    parts = [candidate.part for candidate in mentions]
    if len(parts[0].tokens) > 1:
        return []
    found = ["some title"] if any(part.title for part in parts) else []
    initial = sum([part.initial for part in parts])
    if initial == len(parts):
        found.append(f"only initial={min(initial, 3)}")
    elif initial:
        found.append("also initial")
    return found
