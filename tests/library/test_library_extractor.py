"""A library whose articles are analysed by another extractor than the built-in one."""

from datetime import date

import pytest

from reader.library import Library
from reader.model import Analysis, Entity, Problem, Span
from reader.session.world import World
from reader.settings.config import Config


class Slow:
    """Has to be loaded, and knows one name."""

    name = "slow"

    def __init__(self):
        self.is_ready = False
        self.analysed = []
        self.closed = False

    def load(self):
        self.is_ready = True

    def analyse(self, article, upto=None):
        self.analysed.append(article.id)
        return Analysis(entities=(Entity("Tessaly Brun", "person", (Span(0, 3),)),))

    def problems(self):
        return (Problem("", None, "spaCy took too long"),)

    def close(self):
        self.closed = True


@pytest.fixture
def slow(shelf):
    shelf.article("one.md", 1)
    shelf.indexed()
    extractor = Slow()
    library = Library.open([shelf.folder], shelf.cache, extractor)
    yield library, extractor
    library.close()
    assert extractor.closed


def test_what_is_found_is_its_own_and_not_what_indexing_has_stored(slow, shelf):
    library, extractor = slow
    [key] = library.order().keys
    assert [entity.name for entity in library.analysis(key).entities] == ["Tessaly Brun"]
    library.analysis(key)
    assert len(extractor.analysed) == 1
    usual = shelf.open().analysis(key)
    assert usual.quotes
    assert library.analysis(key, indexed=True) == usual
    assert [entity.name for entity in library.analysis(key).entities] == ["Tessaly Brun"]
    assert "spaCy took too long" in [problem.message for problem in library.problems()]


def test_reading_does_not_wait_for_what_is_still_being_loaded(slow):
    library, extractor = slow
    [key] = library.order().keys

    class NoNotes:
        def of(self, article, known):
            return ()

    world = World(library, NoNotes(), Config(), today=date(2021, 3, 4))
    before = world.reading(key)
    assert (before.analysed, before.analysis, extractor.analysed) == (False, Analysis(), [])
    assert before.article.text
    library.load()
    after = world.reading(key)
    assert after.analysed
    assert [entity.name for entity in after.analysis.entities] == ["Tessaly Brun"]
