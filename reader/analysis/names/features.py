"""What speaks for a candidate being a person, an organisation, a place, something else, or no name at all.

Evidence is a list of short strings, so that the weights of `model.py` can be read, and learned. Some of it is true of a
form wherever it stands (its words, its shape), some of one occurrence (the words around it).
"""

import re
from collections.abc import Iterator

from reader.analysis.names.chunks import Token
from reader.analysis.names.lexicon import Lexicon
from reader.analysis.names.segments import Candidate

_ROMAN = re.compile(r"[IVX]{1,5}\Z")
_SPEECH = frozenset(
    "said says told asked added replied wrote tweeted explained argued insisted warned noted stressed acknowledged claimed"
    " denied announced declared stated believes thinks testified recalled joked conceded admitted suggested urged vowed"
    " called met spoke thanked married died resigned grew joined became played sang starred lives graduated".split(" ")
)
_PERSON_AFTER = frozenset("who whose whom himself herself née jr sr".split(" "))
_BEFORE = frozenset(
    "in at from near to of by with and for on between against into the a an said says told as under over through across"
    " outside inside around within via towards toward after before including like than that but or when where while is was"
    " are were has had visit visited visiting leave left reach entered called named president minister leader chairman"
    " spokesman spokeswoman senator director chief officer founder editor coach actor actress singer author professor"
    " judge lawyer wife husband son daughter brother sister mother father friend king queen prince company firm group party"
    " city town village province river island region state district county newspaper magazine agency university brother"
    " his her their its our this these those capital member members team club album song film book band singer".split(" ")
)
_AFTER = frozenset(
    "is was are were has had have will would and or of in at to for on with by from who which that the a said says officials"
    " government troops forces president minister border city police war people area region residents capital 's market"
    " players fans team coach album song band shares stock employees spokesman spokeswoman ceo founder leader leaders members"
    " lawmakers fighters militants rebels supporters campaign administration election elections voters province state county"
    " district airport embassy".split(" ")
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
    if bare.isupper() and len(bare) > 1:
        yield "shape=acronym"
        yield f"acronym={min(len(bare), 6)}"
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


def _several(tokens: tuple[Token, ...], lex: Lexicon) -> Iterator[str]:
    first, last = tokens[0], tokens[-1]
    gaps = {t.gap.strip() for t in tokens[:-1]}
    given, surname = first.low in lex.given, last.low in lex.surnames
    yield f"given={given:d} surname={surname:d}"
    if given and len(tokens) == 2:
        yield "given+1"
    if any(len(t.text) == 2 and t.text[1] == "." for t in tokens):
        yield "has initial"
    if last.low in ("jr", "sr") or (_ROMAN.match(last.text) and given):
        yield "generation"
    elif _ROMAN.match(last.text) or last.text[:1].isdigit():
        yield "numbered"
    if last.low in lex.organisation_words:
        yield "last=*organisation"
    elif any(t.low in lex.organisation_words for t in tokens):
        yield "any=*organisation"
    if first.low in lex.organisation_heads and tokens[0].gap.strip() in ("of", "of the", "for", "for the", "on"):
        yield "head=*organisation"
    else:
        head = next((t.low for t in tokens[:-1] if t.gap.strip() in ("of", "of the", "for", "for the", "on")), "")
        if head:
            yield "of"
            yield f"of={head}"
            if head in lex.organisation_heads:
                yield "head=*organisation"
            if head in lex.events:
                yield "head=*event"
            if head in lex.place_words:
                yield "head=*place"
    if last.low in lex.place_words:
        yield "last=*place"
    if first.low in lex.place_words:
        yield "first=*place"
    if first.low in lex.place_prefixes:
        yield "first=*prefix"
        if " ".join(t.low for t in tokens[1:]) in lex.countries or last.low in lex.places:
            yield "prefix+place"
    if last.low in lex.events:
        yield "last=*event"
    if first.low in lex.demonyms:
        yield "first=*demonym"
    if first.low in lex.countries or first.low in lex.places or first.low in lex.cities:
        yield "first=*place name"
    if last.low in lex.countries or last.low in lex.places or last.low in lex.cities:
        yield "last=*place name"
    if last.low in lex.titles:
        yield "last=*title"
    if any(t.low in lex.topics for t in tokens):
        yield "any=*topic"
    if any(t.low in lex.not_names for t in tokens):
        yield "any=*word"
    if "&" in gaps:
        yield "ampersand"
    if "and" in gaps:
        yield "and"
    if gaps & {"van", "von", "de", "bin", "al", "der", "van der", "de la", "del", "da", "dos", "di", "ibn", "el"}:
        yield "particle"
    if all(t.text.isupper() for t in tokens):
        yield "all upper"


def context_features(candidate: Candidate, text: str, lower: set[str]) -> list[str]:
    """Evidence around one occurrence; `lower` holds the words that the article writes without a capital."""
    start, end = candidate.start, candidate.end
    found = []
    if candidate.title:
        found.append("title=short" if candidate.short_title else "title")
    before = text[max(0, start - 30) : start].split()
    previous = before[-1].lower() if before and text[start - 1] == " " else "^"
    found.append(f"p={previous}" if previous in _BEFORE or previous == "^" else "p=" + _kind(previous))
    if previous == "the" and len(before) > 1:
        earlier = before[-2].lower()
        found.append(f"pp={earlier}" if earlier in _BEFORE else "pp=" + _kind(earlier))
    if candidate.leading:
        found.append("cut=the" if candidate.leading == "the" else "cut")
    elif candidate.split_before:
        found.append("cut before")
    after = text[end : end + 24]
    if after[:2] in ("'s", "’s"):
        found.append("possessive")
        following = (after[2:].split() or [""])[0].lower()
        if following in _AFTER:
            found.append(f"'s={following}")
    elif after[:1] == " ":
        following = (after.split(maxsplit=1) or [""])[0].lower().rstrip(".,;:")
        if following in _SPEECH:
            found.append("n=*speech")
        elif following in _PERSON_AFTER:
            found.append("n=*who")
        else:
            found.append(f"n={following}" if following in _AFTER else "n=" + _kind(following))
    elif after[:1] == ",":
        found.append("n=,")
        following = (after[1:].split(maxsplit=1) or [""])[0]
        if following[:2].isdigit():
            found.append("n=, age")
        elif following.lower() in _PERSON_AFTER:
            found.append("n=*who")
        elif following[:1].isupper():
            found.append("n=, Name")
    elif after[:1] == "-":
        found.append("n=-")
    else:
        found.append("n=" + (after[:1].strip() or "$"))
    if candidate.initial:
        found.append("initial")
        if candidate.tokens[0].low in lower:
            found.append("initial lower")
        if len(candidate.tokens) == 1:
            found.append("initial single")
    elif candidate.tokens[-1].low in lower:
        found.append("lower")
    return found


def _kind(word: str) -> str:
    """A word that is no evidence by itself, by its ending."""
    if word.endswith("ing"):
        return "*ing"
    if word.endswith("ed"):
        return "*ed"
    if not word[-1:].isalpha():
        return word[-1:]
    return "*s" if word.endswith("s") else "*"
