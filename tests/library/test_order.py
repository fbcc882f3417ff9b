"""The order of the list, events and their members."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Order
from reader.library.keys import SLOT_BITS, Keys, minute
from reader.library.lookup import AT_ONCE, SORTS
from reader.library.reading import read_changes


def test_newest_event_first_undated_last(shelf):
    for number, date in enumerate(["2021-03-04", "2022-05-06", None, "1999-12-31", "2022-05-06T10:00:00"]):
        shelf.article(f"{number}.md", number * 5, date)
    library = shelf.indexed()
    rows = library.rows(library.order().flat())
    assert [row.published and row.published[:16] for row in rows] == [
        "2022-05-06T10:00",
        "2022-05-06",
        "2021-03-04",
        "1999-12-31",
        None,
    ]
    assert list(library.order().events) == sorted(library.order().events, reverse=True)


def test_reports_of_one_event_stand_together_by_publication_then_source(shelf):
    text = (
        "A ferry with 210 people on board ran aground off Sele in thick fog on Thursday, master Ilo Brandt said. "
        "Nobody was hurt. Divers will look at the hull of the Aurelia Star before the evening tide, Brandt said."
    )
    for name, source, date in [
        ("a.md", "Zenith", "2021-03-05"),
        ("b.md", "Courier", "2021-03-05"),
        ("c.md", "Mirror", "2021-03-04"),
    ]:
        (shelf.folder / name).write_text(
            f"---\ntitle: Ferry Aurelia Star aground off Sele\nsource: {source}\ndate: '{date}'\n---\n\n{text}\n\n"
            f"{source} could not reach the ferry's owner.\n"
        )
    shelf.article("other.md", 1, "2020-01-01")
    library = shelf.indexed()
    order = library.order()
    [first] = [members for members in order.members if len(members) == 3]
    assert [row.source for row in library.rows(first)] == ["Mirror", "Courier", "Zenith"]
    event = library.event_of(first[0])
    assert event == max(first)
    assert library.members(event) == tuple(first)
    [row] = library.events([event])
    assert (row.sources, row.articles) == (3, 3)
    assert row.why
    assert 0 < row.score <= 1
    assert library.count().events == 2
    assert order.singles() == b"\x00\x01"
    (shelf.folder / "a.md").unlink()
    library.index()
    assert {len(members) for members in library.order().members} == {1, 2}


@pytest.mark.parametrize("sort", [*SORTS, "nonsense"])
def test_every_sort_gives_every_article_once(shelf, sort):
    shelf.container("feed.jsonl", range(30))
    (shelf.folder / "empty.md").write_bytes(b"")
    library = shelf.indexed()
    keys = library.order(sort).keys
    assert sorted(keys) == sorted(library.order().keys)
    assert len(set(keys)) == 31


def test_a_lone_article_is_an_event_named_after_it(shelf):
    shelf.article("one.md", 1, "2021-03-04")
    library = shelf.indexed()
    [event] = library.events(library.order().events)
    assert (event.title, event.date, event.sources, event.articles) == ("Report 1 from Aldmere", "2021-03-04", 1, 1)
    assert event.why == ()
    assert event.score == 1.0


def test_many_rows_at_once(shelf):
    shelf.container("feed.jsonl", range(AT_ONCE + 50))
    library = shelf.open()
    read_changes(library._catalogue.connection, [shelf.folder], lambda _: None)
    keys = library.order().keys
    assert len(keys) == AT_ONCE + 50
    assert [row.key for row in library.rows(keys)] == list(keys)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (None, "0001-01-01"),
        ("2021", "2021-01-02"),
        ("2021-02", "2021-02-02"),
        ("2021-02-03", "2021-02-03T00:01"),
        ("2021-02-03T10:00:00+02:00", "2021-02-03T09:00:00Z"),
        ("nonsense", "2021"),
        ("2021-02-30", "2021"),
    ],
)
def test_keys_sort_by_time(earlier, later):
    assert minute(earlier) < minute(later)


@given(st.text(max_size=12))
def test_any_date_gives_a_key(published):
    assert 0 <= minute(published) << SLOT_BITS < 1 << 63


def test_an_empty_order():
    order = Order()
    assert list(order.members) == []
    assert order.flat() == array("q")
    assert len(order.members) == 0
    with pytest.raises(IndexError):
        order.members[0]


def test_keys_are_new_even_where_many_articles_have_one_date(shelf):
    library = shelf.indexed()
    connection = library._catalogue.connection
    keys = Keys(connection)
    given = [keys.new("2021-03-04") for _ in range(2000)] + [keys.new(None) for _ in range(2000)]
    given += [keys.new(f"2021-03-04T00:0{number % 10}") for number in range(2000)]
    assert len(set(given)) == 6000
    assert min(given) > 0
    assert max(given) < keys.new("2021-03-05")


def test_undated_articles_come_last_however_many_they_are(shelf):
    shelf.container("feed.jsonl", range(700), date="")
    shelf.article("old.md", 1, "1850-01-01")
    library = shelf.open()
    read_changes(library._catalogue.connection, [shelf.folder], lambda _: None)
    assert library.rows(library.order().flat()[:1])[0].published == "1850-01-01"
    assert len(library.order().keys) == 701


def test_the_kept_list_is_the_list(shelf):
    shelf.container("feed.jsonl", range(40))
    library = shelf.indexed()
    kept = library.order()
    assert library.select("SELECT count(*) FROM lists") == [(1,)]
    library.select("DELETE FROM lists")
    assert library.order() == kept


def test_few_new_articles_join_the_groups_that_are_there(shelf, monkeypatch):
    import reader.library.grouping as grouping

    shelf.container("feed.jsonl", range(40))
    library = shelf.indexed()
    monkeypatch.setattr(grouping, "REGROUPED", 0)
    before = {tuple(members) for members in library.order().members}
    shelf.article("one.md", 333, "2021-03-09")
    library.index()
    order = library.order()
    assert sorted(order.keys) == [key for (key,) in library.select("SELECT key FROM articles ORDER BY key")]
    assert len(before & {tuple(members) for members in order.members}) >= len(before) - 1
    assert library.select("SELECT count(*) FROM leads WHERE NOT grouped") == [(0,)]
