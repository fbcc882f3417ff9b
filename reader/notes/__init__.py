"""The user's own words, kept as YAML beside the articles, and found again in a text that has changed."""

from reader.notes.anchor import anchor, target_for
from reader.notes.document import ArticleInfo
from reader.notes.shelf import StoredNote
from reader.notes.store import NoteStore, targets_in

__all__ = ["ArticleInfo", "NoteStore", "StoredNote", "anchor", "target_for", "targets_in"]
