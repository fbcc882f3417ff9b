"""What most lines of a report are told from at a glance, so that the patterns for the others are tried on few."""

from reader.formats.lines import CREDIT_STARTS, SHORT_CREDIT
from reader.text.regex import regex

_PROSE = regex(r"[^0-9#>\-*+•‣◦▪●`~=_|\[!<.·—–/:：©][^/|*\[_:：©]{44,}+(?<![)\]])(?<![)\]]\.)$")
_NO_PROSE = frozenset(
    """
    fil pho ima pic ill gra med vid cap cre rea als see mor rel rec fur don mus now sig sub reg fol lik cli tap dow one
    you sup our hav abo jum
    """.split()  # noqa: SIM905 - a list would take a line for each word
) | {"up "}
"""How captions and furniture begin, in three letters."""


def prose(line: str) -> bool:
    """Whether a line is, at a glance, running text: longer than any button, without the marks of captions and credits,
    begun as no caption and no piece of furniture is, and not dressed at its beginning. Most lines are."""
    return line[:3].casefold() not in _NO_PROSE and _PROSE.match(line) is not None and "via " not in line


def credits_nobody(line: str) -> bool:
    """Whether a line of running text is, at a glance, no credit at the foot of an article either."""
    if len(line) < SHORT_CREDIT or line[0] in "©(Cc" or line[:12].casefold().startswith(CREDIT_STARTS):
        return False
    return not ("ontribut" in line or "eserved" in line or "ONTRIBUT" in line or "RESERVED" in line)
