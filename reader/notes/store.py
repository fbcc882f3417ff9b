"""The user's notes: kept on disk the moment they are written, whoever else edits the files, and never lost.

Every change takes the folder's lock, reads what the files hold now, and splices its own bytes into that. What cannot be
written (a read-only folder, a full disk) stays in memory, is shown, and is tried again.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from reader import disk
from reader.model import Article, Note, Problem, Target
from reader.model.frozen import dataclass
from reader.model.note import NoteStatus
from reader.notes import changes, identity
from reader.notes.changes import same, tidy
from reader.notes.document import ArticleInfo
from reader.notes.shelf import Shelf, StoredNote

CONFLICT = "conflict"
"""Tag of a note that is the second version of one that was changed in two places at once."""


@dataclass(frozen=True, slots=True)
class _Pending:
    """A note that could not be written yet."""

    note: Note
    article: ArticleInfo
    base: Note | None
    """The version that it replaces; None for a new note."""
    reason: str


CONTAINERS = {".jsonl", ".ndjson"}
"""Endings of files that hold many articles, so that the file alone does not tell which is meant."""


class NoteStore:
    """The notes of one folder, read when first asked for. Safe to use from several threads."""

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], str] = identity.now,
        new_id: Callable[[], str] = identity.new_id,
    ) -> None:
        self.folder = folder
        self._clock = clock
        self._new_id = new_id
        self._shelf = Shelf(folder)
        self._pending: dict[str, _Pending] = {}
        self._deleted: dict[str, changes.Deletion] = {}
        self._notices: list[Problem] = []
        self._guard = threading.RLock()

    def all(self) -> tuple[StoredNote, ...]:
        """Every note, by file and then in order of the file; those not saved yet last."""
        with self._guard:
            self._shelf.look()
            waiting = dict(self._pending)
            found = [
                stored._replace(note=waiting.pop(stored.note.id).note, saved=False)
                if stored.note.id in waiting
                else stored
                for stored in self._shelf.notes()
            ]
            new = [StoredNote(it.note, it.article, self._path(it.article), None, False) for it in waiting.values()]
            return (*found, *new)

    def for_article(self, article_id: str) -> tuple[StoredNote, ...]:
        """The notes on an article, those on a pair of which it is one side among them."""
        return tuple(stored for stored in self.all() if article_id in _articles(stored))

    def of(self, article: Article, known: Callable[[str], bool] = lambda _: False) -> tuple[StoredNote, ...]:
        """The notes on an article, also those made before its text was edited and its id changed with that.

        Such notes are known by the URL or by the file that theirs names; `known` tells whether an id still belongs to
        an article, whose notes are then its own. `targets_in` gives their passages.
        """
        return tuple(
            it for it in self.all() if article.id in _articles(it) or _before_an_edit(it.article, article, known)
        )

    def get(self, note_id: str) -> StoredNote | None:
        """The note of that id, if there is one."""
        return next((stored for stored in self.all() if stored.note.id == note_id), None)

    def add(
        self,
        article: Article,
        targets: Target | Sequence[Target],
        body: str,
        *,
        tags: Sequence[str] = (),
        status: NoteStatus = "open",
        motivation: str = "commenting",
    ) -> Note:
        """A new note in the article's file, saved. It is kept whatever happens: see `problems`."""
        with self._guard:
            self._shelf.look()
            now = self._clock()
            passages = (targets,) if isinstance(targets, Target) else tuple(targets)
            note = Note(self._fresh_id(), now, now, body, passages, motivation, status, tuple(tags))
            info = ArticleInfo(article.id, article.title, article.source, article.url, article.file)
            return self._save(tidy(note), info, None)

    def update(self, note: Note, base: Note | None = None) -> Note:
        """Save a changed note and return it as it is now stored.

        `base` is the version that the change was made to (by default the last one that this store read): where the
        file holds a different one by now, both are kept, the caller's under a new id and tagged `conflict`. A change
        that changes nothing writes nothing. A note that was deleted meanwhile is added again.
        """
        with self._guard:
            stored = self.get(note.id)
            base = base or (stored.note if stored else None)
            info = stored.article if stored else _info(note)
            note = tidy(note)
            if base is not None and same(note, base) and note.id not in self._pending:
                return stored.note if stored else note
            pending = self._pending.get(note.id)
            base = pending.base if pending else base
            return self._save(replace(note, modified=self._clock()), info, base)

    def delete(self, note_id: str) -> bool:
        """Take a note out of its file; whether that was done. One that was changed outside meanwhile is kept."""
        with self._guard:
            known = self.get(note_id)
            pending = self._pending.get(note_id)
            if known is None:
                return False
            if pending is not None and pending.base is None:
                del self._pending[note_id]
                self._deleted[note_id] = changes.Deletion(known, "", "", "", None, None)
                return True
            try:
                with disk.locked(self.folder):
                    done = self._remove(known if pending is None else known._replace(note=pending.base or known.note))
            except OSError as error:
                self._notice(known, f"the note could not be deleted: {error.strerror or error}")
                return False
            if done:
                self._pending.pop(note_id, None)
            return done

    def restore(self, note_id: str) -> Note | None:
        """Undo a deletion made by this store: where nothing else has changed, the file has the same bytes as before."""
        with self._guard:
            deleted = self._deleted.pop(note_id, None)
            if deleted is None:
                return None
            stored = deleted.stored
            try:
                with disk.locked(self.folder):
                    self._shelf.refresh()
                    if self._shelf.find(note_id) is None:
                        changes.put_back(self._shelf, deleted)
                    self._shelf.refresh()
            except OSError as error:
                self._pending[note_id] = _Pending(stored.note, stored.article, None, error.strerror or str(error))
            return stored.note

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files, what could not be saved, and where two versions were kept."""
        with self._guard:
            self._shelf.look()
            wrong = [problem for sheet in self._shelf.sheets.values() for problem in sheet.problems]
            return (*self._shelf.problems, *wrong, *map(self._unsaved, self._pending.values()), *self._notices)

    def reload_if_changed(self) -> bool:
        """Read the files that have changed and try again to save what could not be; whether anything is different."""
        with self._guard:
            changed = self._shelf.refresh()
            waiting = len(self._pending)
            for pending in list(self._pending.values()):
                self._save(pending.note, pending.article, pending.base)
            return changed or len(self._pending) != waiting

    def unsaved(self) -> tuple[Note, ...]:
        """Notes that could not be written yet; `reload_if_changed` tries again."""
        with self._guard:
            return tuple(pending.note for pending in self._pending.values())

    def _unsaved(self, pending: _Pending) -> Problem:
        message = f"a note is not saved yet: {pending.reason}"
        return Problem(str(self._path(pending.article)), None, message, "it is kept and tried again")

    def _notice(self, stored: StoredNote, message: str, hint: str = "") -> None:
        self._notices.append(Problem(str(stored.file), stored.line, message, hint, "notice"))

    def _fresh_id(self) -> str:
        taken = {stored.note.id for stored in self.all()} | self._deleted.keys()
        while (made := self._new_id()) in taken:
            pass
        return made

    def _path(self, info: ArticleInfo) -> Path:
        """The article's file, or the one to make."""
        return self._shelf.home(info.id) or changes.free_path(self.folder, info)

    def _save(self, note: Note, info: ArticleInfo, base: Note | None) -> Note:
        """Write a note, or keep it to be tried again."""
        known = self._shelf.find(note.id)
        try:
            with disk.locked(self.folder):
                self._shelf.refresh()
                saved = self._put(note, info, base, known.file if known else None)
                self._shelf.refresh()
        except OSError as error:
            self._pending[note.id] = _Pending(note, info, base, error.strerror or str(error))
            return note
        self._pending.pop(note.id, None)
        return saved

    def _put(self, note: Note, info: ArticleInfo, base: Note | None, home: Path | None) -> Note:
        stored = self._shelf.find(note.id)
        if stored is None:
            sheet = self._shelf.sheets.get(home) if home else None
            if sheet is None or sheet.writable:
                changes.append(self._shelf, note, info)
                return note
            hint = "mend the file, then keep one of the two"
            return self._keep_both(note, info, StoredNote(note, info, home or self.folder, None), hint)
        if same(stored.note, note):
            return stored.note
        if base is None or not same(stored.note, base):
            return self._keep_both(note, info, stored, f"the other one has the id {note.id}; keep one of the two")
        try:
            changes.change(stored, note)
        except changes.SpliceError:
            return self._keep_both(note, info, stored, "the file's own one could not be changed: keep one by hand")
        return note

    def _keep_both(self, note: Note, info: ArticleInfo, stored: StoredNote, hint: str) -> Note:
        second = replace(note, id=self._fresh_id(), tags=tuple(dict.fromkeys((*note.tags, CONFLICT))))
        changes.append(self._shelf, second, info)
        self._notice(stored, f"a note was changed in two places; yours is kept as {second.id}", hint)
        return second

    def _remove(self, known: StoredNote) -> bool:
        self._shelf.refresh()
        stored = self._shelf.find(known.note.id)
        if stored is None:
            return True
        if not same(stored.note, known.note):
            self._notice(stored, "the note was changed outside meanwhile and is kept", "delete it again if it may go")
            return False
        try:
            self._deleted[stored.note.id] = changes.remove(stored)
        except changes.SpliceError:
            self._notice(stored, "the note could not be taken out of its file", "delete it by hand")
            return False
        self._shelf.refresh()
        return True


def targets_in(stored: StoredNote, article: Article) -> tuple[Target, ...]:
    """The passages of a note that `NoteStore.of` gave for `article` which are in that article, for `anchor`."""
    here = tuple(target for target in stored.note.targets if target.article == article.id)
    return here or tuple(target for target in stored.note.targets if target.article == stored.article.id)


def _before_an_edit(info: ArticleInfo, article: Article, known: Callable[[str], bool]) -> bool:
    """Whether notes on `info` are on what this article was: the same URL, file, or headline in a file of that name."""
    if known(info.id):
        return False
    if info.url and info.url == article.url:
        return True
    if not info.file or Path(info.file).name != Path(article.file).name:
        return False
    alone = Path(article.file).suffix not in CONTAINERS
    return (alone and info.file == article.file) or (info.title is not None and info.title == article.title)


def _articles(stored: StoredNote) -> set[str]:
    return {stored.article.id, *(target.article for target in stored.note.targets)}


def _info(note: Note) -> ArticleInfo:
    return ArticleInfo(note.targets[0].article if note.targets else "")
