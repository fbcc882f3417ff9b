"""What the words around one occurrence of a name tell about its kind.

Invented and rare names are usual in the news of the world, and no list has them: "in Obern", "Obern, a town", "the
mayor of Obern" and "Obern said" are what there is to go by.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.analysis.names.lexicon import fold, lexicon
from reader.analysis.names.nouns import NOUN_CLASS, PEOPLE
from reader.analysis.names.segments import Candidate, Part
from reader.analysis.vocabulary import word_set

_SPEECH = word_set(
    """
    said says told asked added replied wrote tweeted explained argued insisted warned noted stressed acknowledged
    claimed denied announced declared stated believes thinks testified recalled joked conceded admitted suggested urged
    vowed called met spoke thanked married died resigned grew joined became played sang starred lives graduated
    """
)
_PERSON_AFTER = frozenset(["who", "whose", "whom", "himself", "herself", "née", "jr", "sr"])
_BEFORE = word_set(
    """
    in at off along upper lower northern southern eastern western downtown from near to of by with and for on between
    against into the a an said says told as under over through across outside inside around within via towards toward
    after before including like than that but or when where while is was are were has had visit visited visiting leave
    left reach entered called named president minister leader chairman spokesman spokeswoman senator director chief
    officer founder editor coach actor actress singer author professor judge lawyer wife husband son daughter brother
    sister mother father friend king queen prince company firm group party city town village province river island
    region state district county newspaper magazine agency university his her their its our this these those capital
    member members team club album song film book band
    """
)
_AFTER = word_set(
    """
    is was are were has had have will would and or of in at to for on with by from who which that the a said says
    officials government troops forces president minister border city police war people area region residents capital 's
    market players fans team coach album song band shares stock employees spokesman spokeswoman ceo founder leader
    leaders members lawmakers fighters militants rebels supporters campaign administration election elections voters
    province state county district airport embassy
    """
)

_DETERMINERS = word_set("a an the his her its their one another our former then my")
_OBJECTS = word_set("the a an your our their this that these those them it him us me up down out no all any more")
"""Words that follow a verb and hardly ever a name: "Mend the pipes", "Give us time"."""

_PRONOUNS = frozenset(["it", "its", "he", "his", "she", "her"])
_CLAUSE_END = re.compile(r"[,.;:!?“”\"]\s")
_RULERS = frozenset(["mayor", "governor", "king", "queen", "sultan", "emir", "prince", "resident", "bishop"])
_STATES = word_set(
    """
    Ala. Ariz. Ark. Calif. Colo. Conn. Del. D.C. Fla. Ga. Ill. Ind. Kan. Kans. Ky. La. Md. Mass. Mich. Minn. Miss. Mo.
    Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. W.Va. Wis. Wyo.
    Ont. Que. Alta. B.C. AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ
    NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY
    """
)
"""States and provinces as newspapers and the post abbreviate them, behind a comma."""
_POSTCODE = re.compile(r"\d{5}(?:-\d{4})?\Z")
_REACH = 5
"""Words of an apposition that are looked at for its noun."""


def context_features(candidate: Candidate, text: str, lower: set[str]) -> list[str]:
    """Evidence around one occurrence; `lower` holds the words that the article writes without a capital."""
    start, end, _, part = candidate
    found: list[str] = []
    if part.title is not None:
        found.append("title=short" if part.short_title else "title")
    if part.leading:
        found.append("cut=the" if part.leading == "the" else "cut")
    elif part.split_before:
        found.append("cut before")
    if start and text[start - 1] == " ":
        _add_before(found, text, start)
    else:
        found.append("p=^")
    following = _add_after(found, text, end)
    if part.initial:
        _add_initial(found, part, following, lower)
    elif part.tokens[-1].low in lower:
        found.append("lower")
    return found


def _add_before(found: list[str], text: str, start: int) -> None:
    """The word before a name, and the one before that where the first is a small one."""
    space = text.rfind(" ", max(0, start - 32), start - 1)
    previous = text[space + 1 : start - 1] if space >= 0 else text[max(0, start - 32) : start - 1]
    evidence, more = _previous(previous)
    found += evidence
    if more == ",":
        if _in_role_phrase(text, start):
            found.append("p=*role … ,")
    elif more and space > 0:
        further = text[text.rfind(" ", max(0, space - 30), space) + 1 : space]
        if more == "the":
            found.append("p" + _before(further))
        elif further in NOUN_CLASS:
            found.append(f"p={NOUN_CLASS[further]} {previous}")
            if further in _RULERS:
                found.append(f"p=*ruler {previous}")


def _add_after(found: list[str], text: str, end: int) -> str:
    """The sign or word behind a name. Returns the word, where only a space stands between."""
    sign = text[end : end + 1]
    if sign == " ":
        following = _word(text, end + 1).rstrip(".,;:")
        evidence, speaks = _following(following)
        found += evidence
        if speaks:
            pronoun = _word(text, end + 2 + len(following))
            if pronoun in _PRONOUNS:
                found.append(f"n=*speech {pronoun}")
        return following
    if sign == ",":
        found.append("n=,")
        found.extend(_after_comma(text, end + 2))
    elif sign in ("'", "’") and text[end + 1 : end + 2] == "s":
        found.append("possessive")
        following = _word(text, end + 3).lower()
        if following in _AFTER:
            found.append(f"'s={following}")
        if following in NOUN_CLASS:
            found.append(f"'s={NOUN_CLASS[following]}")
    else:
        found.append("n=" + (sign.strip() or "$"))
    return ""


def _in_role_phrase(text: str, start: int) -> bool:
    """Whether the comma before `start` ends a phrase like "its director in Norland, …"."""
    before = _CLAUSE_END.split(text[max(0, start - 70) : start - 2])[-1].split()
    return any(word in PEOPLE for word in before[-_REACH:])


def _after_comma(text: str, start: int) -> Iterator[str]:
    """An apposition or a relative clause: ", 45,", ", who …", ", a town …", ", chief executive of …"."""
    following = _word(text, start)
    if following[:2].isdigit():
        yield "n=, age"
    elif following.lower() in _PERSON_AFTER:
        yield "n=*who"
    elif following[:1].isupper():
        yield "n=, Name"
        if _is_region(text, start, following.rstrip(",;:)")):
            yield "n=, *country"
    elif following in ("where", "which"):
        yield f"n=, {following}"
    else:
        words = text[start : start + 60].split(None, _REACH + 1)[:_REACH]
        if words and words[0] in _DETERMINERS:
            kind = _noun_class(words[1:])
            if kind:
                yield f"n=, a {kind}"
        elif words and words[0].rstrip(",.") in NOUN_CLASS:
            yield f"n=, {NOUN_CLASS[words[0].rstrip(',.')]}"


def _is_region(text: str, start: int, following: str) -> bool:
    """Whether a country or a state stands at `start`, in full or abbreviated: "Alberta", "New York", "Calif."."""
    if following in _STATES:
        return True
    lex, low = lexicon(), fold(following)
    if low in lex.place_prefixes:
        low = fold(_CLAUSE_END.split(text[start : start + 40])[0].rstrip(",;:")) if start else low
        low = " ".join(low.split(" ")[:2])
    return low in lex.countries or low in lex.places


def _noun_class(words: list[str]) -> str:
    """The class of the noun that a phrase is about: its last one before a preposition, comma or clause."""
    found = ""
    for word in words:
        bare = word.rstrip(",.;")
        found = NOUN_CLASS.get(bare, found)
        if bare != word or bare in ("of", "in", "for", "at", "on", "who", "that", "which", "with", "near"):
            break
    return found


def _word(text: str, start: int) -> str:
    """The word at `start`, up to a space, of at most 24 letters."""
    space = text.find(" ", start, start + 24)
    return text[start:space] if space >= 0 else (text[start : start + 24].split() or [""])[0]


@lru_cache(maxsize=8192)
def _previous(word: str) -> tuple[tuple[str, ...], str]:
    """(evidence in the word before a name, what asks for a look at the words before it: "the", "of" or ",")."""
    found = (_before(word), f"p={NOUN_CLASS[word]}") if word in NOUN_CLASS else (_before(word),)
    if word.endswith(","):
        return ((*found, f"p={NOUN_CLASS[word[:-1]]} ,"), "") if word[:-1] in NOUN_CLASS else (found, ",")
    return found, "the" if word in ("the", "The") else "of" if word in ("of", "in", "from") else ""


@lru_cache(maxsize=8192)
def _following(word: str) -> tuple[tuple[str, ...], bool]:
    """(evidence in the word behind a name, whether it is a verb of speech)."""
    if word in NOUN_CLASS:
        return (_after(word), f"n={NOUN_CLASS[word]}"), False
    found = (_after(word), "n=*postcode") if _POSTCODE.match(word) else (_after(word),)
    return found, word in _SPEECH


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


def _add_initial(found: list[str], part: Part, following: str, lower: set[str]) -> None:
    """What makes a capital at the start of a sentence doubtful."""
    found.append("initial")
    if part.tokens[0].low in lower:
        found.append("initial lower")
    if part.key in lexicon().ordinary:
        found.append("initial ordinary")
    if len(part.tokens) > 1:
        return
    found.append("initial single")
    if part.key.endswith(("ing", "ed", "ly")):
        found.append("initial=*" + ("ing" if part.key.endswith("ing") else part.key[-2:]))
    if following[:1].islower():
        found.append("initial word")
        if part.key.endswith("s"):
            found.append("initial=*s")
    if following in _OBJECTS:
        found.append("initial verb")


def _kind(word: str) -> str:
    """A word that is no evidence by itself, by its ending."""
    if word.endswith("ing"):
        return "*ing"
    if word.endswith("ed"):
        return "*ed"
    if not word[-1:].isalpha():
        return word[-1:]
    return "*s" if word.endswith("s") else "*"
