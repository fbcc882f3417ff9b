"""A frame of attribution: a cue, who speaks, and where the words that were said stand."""

from reader.analysis.quotes.phrases import Range
from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution inside one sentence, in tokens."""

    cue: Range
    """Empty where no verb of speech leads to the quotation."""
    subject: Range | None
    pieces: tuple[Range, ...]
    layout: str
    """Where the words stand: "first" (before the speaker), "inverted" (before the verb, which stands before the
    speaker), "middle" (around the speaker), "after", "passive", "according", "colon", "signed" (speaker after a dash),
    "carried" (no cue: the speaker of the sentence before), "fallback" (no cue: the subject), "unattributed"."""
    mode: str = ""
    """For "after": what follows the verb: "quote", "that", "clause", "np" (an object), "inf"."""
    lemma: str = ""
    addressee: Range | None = None
    inherited: bool = False
    """The cue has no subject of its own: the one of the verb before it is meant."""


def grown(frame: Frame, piece: Range) -> Frame:
    """The frame with one more piece; `dataclasses.replace` would take ten times as long."""
    pieces = (*frame.pieces, piece)
    return Frame(
        frame.cue,
        frame.subject,
        pieces,
        frame.layout,
        frame.mode,
        frame.lemma,
        frame.addressee,
        frame.inherited,
    )
