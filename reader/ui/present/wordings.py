"""The versions of one quotation as cards: who says it, how its wording or extent differs, the words themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model import Span
from reader.session.comparing.model import Version, Versions
from reader.session.comparing.versions import said
from reader.session.comparing.wording import between
from reader.ui.present import marked
from reader.ui.present.articles import Line
from reader.ui.present.signs import UNICODE, Signs

INDENT = 3
ALIKE = 0.5
"""Part of the words in common below which two wordings are not woven into each other: nobody could read that."""

CLASSES = {
    "identical": "the same words",
    "punctuation": "the same words, other punctuation",
    "trimmed": "trimmed",
    "reworded": "wording differs",
    "split": "in parts",
    "merged": "in one piece",
    "paraphrased": "paraphrased",
}


@dataclass
class WordingCards:
    """The versions as a source of cards."""

    view: Versions
    signs: Signs = UNICODE
    measure: int = 72
    brackets: bool = False
    _cards: dict[tuple[int, int], list[Line]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.view.versions)

    def height(self, index: int, width: int) -> int:
        """Rows of a card, with the empty one after it."""
        return len(self._card(index, width)) + 1

    def draw_row(self, index: int, row: int, width: int) -> Line:
        """A row of a card."""
        card = self._card(index, width)
        return card[row] if row < len(card) else ()

    def _card(self, index: int, width: int) -> list[Line]:
        card = self._cards.get((index, width))
        if card is None:
            card = self._cards[index, width] = self._made(self.view.versions[index], index, width)
        return card

    def _made(self, version: Version, index: int, width: int) -> list[Line]:
        name = f" {version.place + 1} {version.name} "
        text = f"{name} {f' {self.signs.dot} '.join(self._about(version, index))}"
        role = "source-current" if index == 0 else "bold"
        about = "only" if not version.quotes else "dim-meta"
        inks = [(0, len(name), role), (len(name), len(text), about)]
        first, *more = marked.rows(text, inks, width - INDENT)
        heading: list[Line] = [first, *(((" " * INDENT, ""), *line) for line in more)]
        pad = (" " * INDENT, "")
        room = min(self.measure, width - INDENT - 1)
        lines: list[Line]
        if not version.quotes:
            told = "" if version.told is None else version.told.of(version.text)
            lines = [(pad, *line) for line in marked.rows(told, [(0, len(told), "dim-meta")], room)] if told else []
            return [*heading, *lines]
        lines = [(pad, *line) for line in self._words(version, room)]
        return [*heading, (pad, (said(version), "person")), *lines]

    def _about(self, version: Version, index: int) -> list[str]:
        """What is said of a version in its heading."""
        paragraph = f"{self.signs.paragraph}{version.paragraph}"
        if index == 0:
            return ["on the screen", f"{version.words} word{'s' * (version.words != 1)}", paragraph]
        if not version.quotes:
            told = f"the passage is told in {paragraph}" if version.told else ""
            return [f"not quoted in {version.name}’s report", *([told] if told else [])]
        kind = CLASSES.get(version.kind, version.kind)
        if version.kind == "trimmed" and version.length > version.words:
            kind = "longer here"
        if version.kind in ("identical", "punctuation") and version.kept < version.words:
            kind = "a part, in the same words"
        kept = f"{version.kept} of {version.words} word{'s' * (version.words != 1)} kept"
        more = version.length - version.kept
        places = f"{self.signs.paragraph}{self.view.versions[0].paragraph} {self.signs.pair} {paragraph}"
        return [kind, kept, *([f"{more} more"] if more > 0 else []), version.speaker, places]

    def _words(self, version: Version, width: int) -> list[Line]:
        """The quotation, in it what the version on the screen has besides (struck out) and what it has not."""
        base = self.view.versions[0]
        spans = [span for quote in version.quotes for span in quote.spans]
        if version is base:
            text = " … ".join(span.of(version.text) for span in spans)
            return marked.rows(text, [], width)
        woven = version.kept >= ALIKE * max(1, min(version.words, version.length))
        text, inks = differing(base.text, base.quotes[0].spans, version.text, spans, woven)
        return marked.rows(text, inks, width, self.brackets)


def differing(
    text_a: str, spans_a: Sequence[Span], text_b: str, spans_b: Sequence[Span], woven: bool = False
) -> tuple[str, list[marked.Ink]]:
    """The second text with the words marked that the first has not; `woven` into it those that only the first has."""
    text = ""
    inks: list[marked.Ink] = []
    for sign, words in between(text_a, spans_a, text_b, spans_b):
        if sign == "-" and not woven:
            continue
        start = len(text)
        text += words
        if sign != "=":
            role = f"{marked.GONE} strike" if sign == "-" else marked.COME
            inks.append((start, start + len(words.rstrip()), role))
        if sign == "-":
            text += " "
    return text.rstrip(), inks
