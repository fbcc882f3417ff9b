"""The user's own words, kept as YAML beside the articles, and found again in a text that has changed."""

from reader.notes.document import ArticleInfo
from reader.notes.saved import SavedQueries, SavedQuery
from reader.notes.shelf import StoredNote
from reader.notes.store import NoteStore, targets_in
from reader.text.anchor import anchor, target_for

__all__ = ["ArticleInfo", "NoteStore", "SavedQueries", "SavedQuery", "StoredNote", "anchor", "target_for", "targets_in"]
