"""A container of many lines is taken in piece by piece: how far it is is told, and it can be left at any time."""

import sqlite3

import pytest

from reader.library import Progress, catalogue
from reader.library.reading import read_changes

MANY = 600


class Enough(BaseException):
    """Somebody does not want to wait."""


def opened(shelf) -> sqlite3.Connection:
    return catalogue.connect(catalogue.place((shelf.folder,), shelf.cache))


def articles(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])


def test_progress_is_told_in_articles_of_all_there_are(shelf):
    shelf.container("feed.jsonl", range(MANY))
    connection = opened(shelf)
    told: list[Progress] = []
    read_changes(connection, [shelf.folder], told.append)
    reading = [progress for progress in told if progress.phase == "reading"]
    assert [progress.done for progress in reading] == sorted(progress.done for progress in reading)
    assert len({progress.done for progress in reading}) >= MANY // 25
    assert {progress.total for progress in reading} == {MANY}
    connection.close()


def test_what_was_read_before_it_was_left_stays_and_is_not_read_into_the_catalogue_twice(shelf):
    shelf.container("feed.jsonl", range(MANY))
    connection = opened(shelf)

    def tell(progress: Progress) -> None:
        if progress.done >= MANY // 2:
            raise Enough

    with pytest.raises(Enough):
        read_changes(connection, [shelf.folder], tell)
    assert 0 < articles(connection) <= MANY // 2
    changes = read_changes(connection, [shelf.folder], lambda _: None)
    assert articles(connection) == MANY
    assert changes.new < MANY
    connection.close()
