"""What most lines of a report are told from at a glance, so that the patterns for the others are tried on few."""

from collections.abc import Sequence

from reader.formats.lines import CREDIT_STARTS, SHORT_CREDIT

_LONGEST_BUTTON = 44
_DRESSED = frozenset("0123456789#>-*+•‣◦▪●`~=_|[!<.·—–/:：©")
"""What a line that is no running text, or is dressed as something, begins with."""
_MARKS = ("/", "|", "*", "[", "_", ":", "：", "©", "via ")
"""What captions, credits and labels have in them."""
_NO_PROSE = frozenset(
    """
    fil pho ima pic ill gra med vid cap cre rea als see mor rel rec fur don mus now sig sub reg fol lik cli tap dow one
    you sup our hav abo jum
    """.split()  # noqa: SIM905 - a list would take a line for each word
) | {"up "}
"""How captions and furniture begin, in three letters."""
_REPORTS = ("article", "story", "piece", "post", "report", "dispatch")
_CREDIT_STARTS = (
    *(start for start in CREDIT_STARTS if start not in ("this ", "the ")),
    *(f"{which} {report}"[:12] for which in ("this", "the") for report in _REPORTS),
)
"""How credits begin, in twelve letters. Many lines begin with "the", but few name the report right behind it."""


def prose(lines: Sequence[str]) -> list[int]:
    """Indexes of the lines that are, at a glance, running text; most lines are.

    That is: longer than any button, without the marks of captions and credits, begun as no caption and no piece of
    furniture is, and not dressed at the beginning.
    """
    found = [
        index
        for index, line in enumerate(lines)
        if len(line) > _LONGEST_BUTTON
        and line[0] not in _DRESSED
        and line[-1] not in ")]"
        and line[-2:] not in (").", "].")
        and line[:3].casefold() not in _NO_PROSE
    ]
    text = "\n".join(lines)
    for mark in _MARKS:
        if mark in text:
            found = [index for index in found if mark not in lines[index]]
    return found


def credits_nobody(line: str) -> bool:
    """Whether a line of running text is, at a glance, no credit at the foot of an article either."""
    if len(line) < SHORT_CREDIT or line[0] in "©(" or line[:12].casefold().startswith(_CREDIT_STARTS):
        return False
    return not ("ontribut" in line or "eserved" in line or "ONTRIBUT" in line or "RESERVED" in line)
