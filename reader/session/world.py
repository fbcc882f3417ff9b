"""What actions may ask: the library, the notes and the settings, read but never changed from here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from reader.model import Analysis, Anchor, Article, Landing, Note, Problem, Target
from reader.session.state import PlacedNote, Reading

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.values import Row
    from reader.notes import NoteStore, SavedQuery
    from reader.notes.shelf import StoredNote
    from reader.session.rewritten import Rewritten
    from reader.settings.config import Config
    from reader.settings.theme import ThemeSpec


NO_SUCH = "no such file or folder"


@dataclass
class World:
    """The outside of a session, with a life of its own: a library being indexed, notes that change on disk."""

    library: Library
    notes: NoteStore
    config: Config
    problems: list[Problem] = field(default_factory=list)
    """What was wrong with the settings."""
    theme_folders: tuple[Path, ...] = ()
    today: date = field(default_factory=date.today)

    def saved_queries(self) -> tuple[SavedQuery, ...]:
        """The searches kept under a name; what is wrong with their file joins the problems."""
        from reader.notes.saved import SavedQueries

        saved, problem = SavedQueries(self.notes.folder).load()
        if problem is not None and problem not in self.problems:
            self.problems.append(problem)
        return saved

    def row(self, key: int) -> Row | None:
        """The list's row of an article, None where it is gone."""
        rows = self.library.rows([key])
        return rows[0] if rows else None

    def reading(self, key: int, cursor: int = 0, analysed: bool = True) -> Reading | None:
        """Open an article: its text, its analysis, its event's other sources and its notes.

        Not `analysed`: the text alone, so that the first frame need not wait for the rest. What has to be loaded first
        is not waited for either.
        """
        row = self.row(key)
        if row is None:
            return None
        article = self.library.article(key)
        found = analysed and self.library.is_ready
        analysis = self.library.analysis(key) if found else Analysis()
        strip = self.library.members(row.event) if row.event else (key,)
        names = {one.key: one.source or PurePath(one.file).stem for one in self.library.rows(strip)}
        last = max(0, len(article.text) - 1)
        return Reading(
            key=key,
            article=article,
            analysis=analysis,
            cursor=min(max(0, cursor), last),
            strip=tuple(strip),
            sources=tuple(names.get(one, "?") for one in strip),
            notes=self.placed_notes(article) if analysed else (),
            analysed=found,
            changed=next((edit.summary for edit in self.edits(key, 1)), "") if row.edited is not None else "",
        )

    def edits(self, key: int, most: int | None = None) -> tuple[Rewritten, ...]:
        """What the edits of an article's file have changed, the last one first; at most so many of them."""
        from reader.library.editions import versions
        from reader.session.rewritten import rewritten

        found = versions(self.library, key)
        texts = (self.library.article(key), *(one.article for one in found))
        pairs = list(zip(found, texts, strict=False))[:most]
        return tuple(rewritten(one.article, newer, one.noticed) for one, newer in pairs)

    def placed_notes(self, article: Article) -> tuple[PlacedNote, ...]:
        """The notes of an article in the order of the text; those without a place in it last."""
        from reader.notes import targets_in

        stored = self.notes.of(article, known=lambda id: self.library.key_of(id) is not None)
        stored += self._earlier_notes(article, {one.note.id for one in stored})
        if not stored:
            return ()
        placed = [PlacedNote(one.note, _anchored(targets_in(one, article), article)) for one in stored]
        end = len(article.text)
        return tuple(
            sorted(placed, key=lambda p: (p.anchor.span.start if p.anchor.span else end, p.note.created, p.note.id))
        )

    def _earlier_notes(self, article: Article, known: Collection[str]) -> tuple[StoredNote, ...]:
        """Notes on what the article was before its file was edited, so far as they are not known by other means."""
        from reader.library.editions import former_ids

        key = self.library.key_of(article.id)
        ids = () if key is None else former_ids(self.library, key)
        found = (one for id in ids if id != article.id for one in self.notes.for_article(id))
        return tuple({one.note.id: one for one in found if one.note.id not in known}.values())

    def anchor(self, note: Note, article: Article) -> Anchor:
        """Where a note's passage stands in an article now."""
        return _anchored([target for target in note.targets if target.article == article.id], article)

    def landing(self, start: int, offset: int, target: int) -> Landing:
        """Where the sentence at `offset` of the article `start` is told in the article `target`."""
        from reader.events import land

        library = self.library
        return land(
            library.comparison(start, target),
            library.article(start),
            library.analysis(start),
            library.article(target),
            library.analysis(target),
            offset,
        )

    def themes(self) -> Mapping[str, ThemeSpec]:
        """Every theme that can be read, the user's own among them."""
        from reader.settings.theme import load_all

        return load_all(self.theme_folders)[0]

    def unread(self, read: frozenset[str]) -> int:
        """How many articles of the library have not been read."""
        from reader.library.extent import size

        here = sum(self.library.key_of(article) is not None for article in read)
        return max(0, size(self.library).articles - here)


def _anchored(targets: Sequence[Target], article: Article) -> Anchor:
    """The first of a note's passages in an article; a note without one is on the article as a whole."""
    from reader.notes import anchor

    if not targets or not targets[0].exact:
        return Anchor("exact", 1.0, None)
    return anchor(targets[0], article)
