"""Analysing in several processes gives what one gives, and ends with the process that started them."""

import marshal
import os
import signal
import sqlite3
from contextlib import nullcontext

import pytest

from reader.library import analysing, catalogue, packing
from reader.library.analysing import analyse_articles, analysts
from reader.library.analyst import Fault, Team, found
from reader.library.catalogue import Damaged
from reader.library.check import faults
from reader.library.pace import Pace
from reader.library.reading import read_changes
from reader.library.values import Progress


def read_only(shelf, name):
    connection = catalogue.connect(shelf.cache / name)
    read_changes(connection, [shelf.folder], lambda _: None)
    return connection


def content(connection):
    return [
        connection.execute(query).fetchall()
        for query in (
            "SELECT id, quotes FROM articles ORDER BY id",
            "SELECT id, analyses.body FROM articles JOIN analyses USING (key) ORDER BY id",
            "SELECT form, type, articles FROM names ORDER BY form, type",
            "SELECT value, id FROM figures JOIN articles USING (key) ORDER BY value, id",
            "SELECT count(*) FROM sayings WHERE sayings MATCH 'look'",
        )
    ]


def test_several_processes_find_what_one_finds(shelf):
    shelf.container("feed.jsonl", range(60))
    one, three = read_only(shelf, "one.sqlite"), read_only(shelf, "three.sqlite")
    told: list[Progress] = []
    analyse_articles(one, told.append)
    with Team(3) as team:
        analyse_articles(three, told.append, team=team)
    assert content(one) == content(three)
    assert list(faults(three)) == []
    one.close()
    three.close()


def jobs(shelf):
    connection = read_only(shelf, "jobs.sqlite")
    return connection.execute("SELECT key, id, body FROM articles JOIN bodies USING (key)").fetchall()


def team_of(processes):
    return Team(processes) if processes > 1 else nullcontext()


BAD = packing.squeeze(marshal.dumps(["a text that has no other fields"]))


@pytest.mark.parametrize(("processes", "error"), [(1, ValueError), (2, Fault)])
def test_an_article_at_fault_is_named(shelf, processes, error):
    shelf.container("feed.jsonl", range(3))
    first, second, third = jobs(shelf)
    blamed: list[int] = []
    with team_of(processes) as team, pytest.raises(error):
        list(found([first, (second[0], second[1], BAD), third], team, blamed.append))
    assert blamed == [second[0]]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_damaged_text_is_nobodys_fault(shelf, processes):
    shelf.container("feed.jsonl", range(3))
    first, second, third = jobs(shelf)
    blamed: list[int] = []
    with team_of(processes) as team, pytest.raises(Damaged):
        list(found([first, (second[0], second[1], b"no body"), third], team, blamed.append))
    assert blamed == []


def test_a_process_that_is_killed_is_noticed(shelf):
    shelf.container("feed.jsonl", range(3))
    team = Team(2)
    for process in team._processes:
        process.send_signal(signal.SIGKILL)
        process.wait()
    with pytest.raises(ChildProcessError):
        list(team.answers(jobs(shelf), print))
    team.end()


def test_processes_end_when_their_input_does(shelf):
    team = Team(1)
    [process] = team._processes
    process.stdin.close()
    assert process.wait(timeout=60) == 0
    process.stdout.close()
    assert not os.path.exists(f"/proc/{process.pid}/fd/0")  # noqa: PTH110


def test_time_left_follows_the_speed():
    told: list[Progress] = []
    now = [0.0]
    pace = Pace(told.append, lambda: now[0])
    for second in range(11):
        now[0] = float(second)
        pace(Progress(second * 10, 1000, "analysing"))
    assert told[0].seconds is None
    assert told[-1].seconds == 90
    pace(Progress(0, 10, "another"))
    assert told[-1].seconds is None


def test_a_catalogue_that_does_not_agree_with_itself_is_told_of(shelf):
    shelf.container("feed.jsonl", range(6))
    shelf.indexed().close()
    connection = sqlite3.connect(shelf.catalogue(), isolation_level=None)
    assert list(faults(connection)) == []
    [key] = connection.execute("SELECT max(key) FROM articles").fetchone()
    connection.execute("DELETE FROM bodies WHERE key = ?", (key,))
    connection.execute("UPDATE articles SET event = event + 1 WHERE key = ?", (key,))
    connection.execute("INSERT INTO texts (rowid, title, text) VALUES (5, 'Lost', 'and found')")
    found_faults = "\n".join(faults(connection))
    for name in ("bodies", "events", "texts"):
        assert name in found_faults
    connection.close()


def test_processes_are_started_only_for_as_many_articles_as_they_are_worth(shelf, monkeypatch):
    monkeypatch.setattr(analysing, "cores", lambda spare: 4 - spare)
    shelf.container("feed.jsonl", range(6))
    connection = read_only(shelf, "few.sqlite")
    with analysts(connection) as team:
        assert team is None
    monkeypatch.setattr(analysing, "FEW", 3)
    with analysts(connection) as team:
        assert team is not None
        assert len(team._processes) == 2
    analyse_articles(connection, lambda _: None)
    with analysts(connection) as team:
        assert team is None
    with analysts(connection, full=True) as team:
        assert team is not None
    connection.close()
