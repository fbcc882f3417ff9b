"""What befell those whom a figure counts: the dead of one report are not held against the injured of another."""

from collections.abc import Sequence
from typing import Literal

from reader.analysis.vocabulary import word_set
from reader.events.terms import fold
from reader.events.wording import Token
from reader.model import Span

Deed = Literal["killed", "hurt", "missing", "uprooted", "held", "saved"]

_FORMS: dict[Deed, str] = {
    "killed": "killed killing dead death deaths died dying fatalities fatality perished bodies corpses toll",
    "hurt": "injured injuring injure injuries hurt wounded wounding wound",
    "missing": "missing unaccounted vanished",
    "uprooted": "displaced homeless evacuated evacuating shelters sheltering sheltered fled fleeing uprooted",
    "held": "arrested arresting arrests detained detaining custody",
    "saved": "rescued rescuing saved survived survivors",
}
_DEEDS: dict[str, Deed] = {fold(word): deed for deed, words in _FORMS.items() for word in words.split()}
_MARKS = frozenset(",;:?!")
_JOINTS = word_set("and or but while including")
_AFTER, _BEFORE = 6, 10
"""Words behind a figure and before it in which its deed is looked for."""


def deed(span: Span, tokens: Sequence[Token]) -> Deed | None:
    """What befell those whom the figure counts: the nearest deed in its own clause, first behind it."""
    inside = [n for n, token in enumerate(tokens) if span.start <= token.start < span.end]
    if not inside:
        return None
    for token in tokens[inside[-1] + 1 : inside[-1] + 1 + _AFTER]:
        if token.key in _MARKS or token.key in _JOINTS or token.key[:1].isdigit():
            break
        found = _DEEDS.get(fold(token.key))
        if found and not token.key.endswith("ing"):  # "two men accused of killing" are not the dead
            return found
        if _closes(token):
            break
    for token in reversed(tokens[max(0, inside[0] - _BEFORE) : inside[0]]):
        if _closes(token):
            break
        if found := _DEEDS.get(fold(token.key)):
            return found
    return None


def is_deed(term: str) -> bool:
    """Whether a term stands for one of the deeds."""
    return term in _DEEDS


def _closes(token: Token) -> bool:
    """Whether a sentence or an inserted clause ends behind a word."""
    return any(sign in token.text for sign in ".;—–()")
