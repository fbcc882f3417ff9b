"""What only one source tells, what one of them lacks, and what stands high up here and far down there."""

from collections.abc import Iterator

from reader.export.dossier import Dossier
from reader.export.page import Block, Heading, Inline, Items, Paragraph, Run, listed, quoted
from reader.export.passages import Gap, Shifted, gaps, shifted

SHOWN = 8
"""Passages that a brief shows of each source."""
LONGEST = 300
"""Letters of a passage that are shown; it is cut between words."""


def only(dossier: Dossier, shown: int | None = SHOWN) -> Iterator[Block]:
    """For each source what was found in no other, the weightiest first; `shown` of them, or all."""
    if len(dossier.members) < 2:
        return
    found = gaps(dossier)
    yield Heading(2, ("Told by one source only",))
    yield Paragraph(("Not found in any of the other reports here. A short report cannot hold what a long one does.",))
    for number in range(len(dossier.members)):
        own = [gap for gap in found if gap.alone and gap.member == number]
        if own:
            yield Heading(3, (f"{dossier.name(number)} ", dossier.ref(number)))
            yield from _listed(dossier, own, shown)
    some = [gap for gap in found if not gap.alone and (shown is None or len(gap.told_by) > 1)]
    if some:
        yield Heading(3, ("Told by some, not found in others",))
        yield from _listed(dossier, some, shown)


def _listed(dossier: Dossier, found: list[Gap], shown: int | None) -> Iterator[Block]:
    yield Items(tuple(_gap(dossier, gap) for gap in found[:shown]))
    if shown is not None and len(found) > shown:
        yield Paragraph((f"{len(found) - shown} more passages of less weight.",))


def _gap(dossier: Dossier, gap: Gap) -> Run:
    run: list[Inline] = [quoted(_passage(dossier, gap))]
    run.extend(dossier.ref(member, spans[0]) for member, spans in gap.told_by)
    if not gap.alone:
        missing = ", ".join(dossier.labels[member] for member in gap.missing_in)
        run.append(f"· not found in {missing}")
    if gap.why:
        run.append(f"· {', '.join(gap.why)}")
    return listed(*run)


def _passage(dossier: Dossier, gap: Gap) -> str:
    return cut(" ".join(dossier.words(gap.member, span) for span in gap.spans))


def cut(words: str, longest: int = LONGEST) -> str:
    """The beginning of a long passage, up to a word's end, with an ellipsis."""
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …"


def prominence(dossier: Dossier) -> Iterator[Block]:
    """What one source tells much farther down than another."""
    found = shifted(dossier)
    if not found:
        return
    yield Heading(2, ("High up in one, far down in another",))
    yield Items(tuple(_shift(dossier, one) for one in found[:SHOWN]))
    if len(found) > SHOWN:
        yield Paragraph((f"{len(found) - SHOWN} more.",))


def _shift(dossier: Dossier, one: Shifted) -> Run:
    high, low = dossier.members[one.high].article, dossier.members[one.low].article
    words = quoted(cut(dossier.words(one.high, one.high_span), 160))
    return listed(
        dossier.ref(one.high, one.high_span),
        f"(of {len(high.paragraphs)}) ↔",
        dossier.ref(one.low, one.low_span),
        f"(of {len(low.paragraphs)}):",
        words,
    )
