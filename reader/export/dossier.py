"""What is exported: one event with its articles, their comparison, and the user's notes on them."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.events.across import Compared, Member, compare_each
from reader.events.hedges import hedged
from reader.export.labels import labels, name_of
from reader.export.page import Ref
from reader.model import Event, Note, Span
from reader.model.frozen import dataclass
from reader.model.note import AnchorState
from reader.notes import NoteStore, anchor, targets_in


class NotedPassage(NamedTuple):
    """What a note is about."""

    member: int
    """Place of the article in the event."""
    exact: str
    """The words as they were when the note was made; empty where it is on the whole article."""
    span: Span | None
    """Where they stand now; None where they are gone, or where the note is on the whole article."""
    state: AnchorState


class OwnNote(NamedTuple):
    """One of the user's notes."""

    note: Note
    passages: tuple[NotedPassage, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event as it is exported."""

    event: Event
    members: tuple[Member, ...]
    """In the order of the event."""
    labels: tuple[str, ...]
    """Short names of the articles, all different."""
    compared: Compared
    notes: tuple[OwnNote, ...] = ()

    def ref(self, member: int, span: Span | None = None) -> Ref:
        """A reference to a passage, or to an article as a whole."""
        article = self.members[member].article
        return Ref(self.labels[member], None if span is None else article.paragraph_at(span.start) + 1)

    def words(self, member: int, span: Span) -> str:
        """The words of a passage, in one line."""
        return " ".join(span.of(self.members[member].article.text).split())

    def figure(self, member: int, span: Span) -> str:
        """The words of a figure, with how exact they say that it is: "at least 20"."""
        article, analysis = self.members[member]
        found = next((one for one in analysis.figures if one.span == span), None)
        return hedged(article.text, found) if found else self.words(member, span)

    def sentence(self, member: int, span: Span) -> Span:
        """The sentence around something, or the thing itself where no sentence holds it."""
        sentences = self.members[member].analysis.sentences
        return next((one for one in sentences if one.contains(span.start)), span)

    def name(self, member: int) -> str:
        """What the source is called."""
        return name_of(self.members[member].article)


def dossier(event: Event, members: Sequence[Member], compared: Compared | None = None) -> Dossier:
    """An event with its articles, in the order in which they are given, and without notes."""
    own = tuple(members)
    return Dossier(event, own, labels([member.article for member in own]), compared or compare_each(own))


def own_notes(store: NoteStore, members: Sequence[Member]) -> tuple[OwnNote, ...]:
    """The user's notes on the articles, each once, in the order of the articles and of their texts."""
    found: dict[str, tuple[Note, list[NotedPassage]]] = {}
    known = {member.article.id for member in members}
    for number, (article, _) in enumerate(members):
        for stored in store.of(article, known=known.__contains__):
            _, passages = found.setdefault(stored.note.id, (stored.note, []))
            targets = targets_in(stored, article)
            if not targets or not targets[0].exact:
                passages.append(NotedPassage(number, "", None, "exact"))
                continue
            for target in targets:
                place = anchor(target, article)
                passages.append(NotedPassage(number, target.exact, place.span, place.state))
    made = [OwnNote(note, tuple(passages)) for note, passages in found.values()]
    return tuple(sorted(made, key=_order))


def _order(own: OwnNote) -> tuple[int, tuple[int, ...], str, str]:
    first = min(own.passages, key=lambda one: (one.member, one.span or (-1,)))
    return first.member, tuple(first.span or (-1,)), own.note.created, own.note.id
