"""What is said of an event as a whole, from the comparisons of its articles two by two."""

from itertools import permutations

import pytest
from tellings import HARBOUR_A, HARBOUR_B, article, figure, person, plain, quote

from reader.events import (
    Member,
    chronology,
    compare_each,
    displaced,
    event_facts,
    missing_here,
    only_here,
    prominence,
    who_said_what,
)
from reader.model import DateMention, Span

SLAP = '"a slap in the face of every customer we have"'
NIGHTS = '"until the night shifts are paid as night shifts"'
HARBOUR_C = f"""\
About 2,300 workers had joined the strike in the port of Velmora by noon, the port authority said.

Union leader T. Vasko told a crowd at gate three that dockers would not go back {NIGHTS}.

The lighthouse was lit in red all night in support of the dockers, a custom that nobody had seen since the great \
strike of the grandfathers.
"""
A, B, C = article(HARBOUR_A, "a"), article(HARBOUR_B, "b"), article(HARBOUR_C, "c")
MEMBERS = (
    Member(
        A,
        plain(
            A,
            entities=(person(A, "Teodor Vasko"), person(A, "Ilka Brandvold")),
            figures=(figure(A, "2,300", 2300, "workers", "about"),),
            quotes=(
                quote(A, SLAP, "Ilka Brandvold"),
                quote(
                    A, '"We will not go back until the night shifts are paid as night shifts,"', "Teodor Vasko", "q2"
                ),
            ),
            dates=(DateMention(None, "2031-05-12", "published", True),),
        ),
    ),
    Member(
        B,
        plain(
            B,
            entities=(person(B, "Teodor Vasko"), person(B, "Anselm Corvi"), person(B, "Ilka Brandvold")),
            figures=(figure(B, "3,200", 3200, "workers", "about"),),
            quotes=(quote(B, NIGHTS, "Teodor Vasko"), quote(B, SLAP, "Ilka Brandvold", "q2")),
            dates=(DateMention(Span(B.text.index("Monday"), B.text.index("Monday") + 6), "2031-05-12", "event", True),),
        ),
    ),
    Member(
        C,
        plain(
            C,
            entities=(person(C, "T. Vasko"),),
            figures=(figure(C, "2,300", 2300, "workers", "about"),),
            quotes=(quote(C, NIGHTS, "T. Vasko"),),
        ),
    ),
)
COMPARED = compare_each(MEMBERS)


def test_speakers_by_article() -> None:
    vasko, brandvold = who_said_what(MEMBERS, COMPARED)
    assert (vasko.speaker, vasko.quotes) == ("Teodor Vasko", (("q2",), ("q1",), ("q1",)))
    assert vasko.forms == ("Teodor Vasko", "T. Vasko")
    assert (vasko.same, vasko.varied, vasko.only, vasko.everywhere) == (0, 1, (0, 0, 0), True)
    assert (brandvold.speaker, brandvold.same, brandvold.varied) == ("Ilka Brandvold", 1, 0)
    assert (brandvold.only, brandvold.total, brandvold.everywhere) == ((0, 0, 0), 2, False)


def test_every_quotation_is_in_one_row_and_counted_once() -> None:
    rows = who_said_what(MEMBERS, COMPARED)
    for n, member in enumerate(MEMBERS):
        assert sorted(id for row in rows for id in row.quotes[n]) == sorted(q.id for q in member.analysis.quotes)
    plain_rows = who_said_what(MEMBERS)
    assert [row.quotes for row in plain_rows] == [row.quotes for row in rows]
    assert all(row.only == () for row in plain_rows)


def test_a_speaker_is_one_however_the_house_sets_marks_and_capitals() -> None:
    names = "The Harbour Board’s lawyer", "the Harbour Board's lawyer", "Harbour Board's lawyer"
    members = [
        Member(made, plain(made, quotes=(quote(made, "the pier is safe", name),)))
        for made, name in ((article(f"{name} said the pier is safe.", str(n)), name) for n, name in enumerate(names))
    ]
    (row,) = who_said_what(members)
    assert row.total == len(names)


def test_each_differing_fact_once_with_every_value() -> None:
    (fact,) = [fact for fact in event_facts(MEMBERS, COMPARED) if fact.verdict == "differs"]
    assert [(said.member, said.value) for said in fact.statements] == [(0, 2300), (1, 3200), (2, 2300)]
    assert fact.subject == "workers had joined the strike"
    for said in fact.statements:
        assert said.span is not None
        assert said.span.of(MEMBERS[said.member].article.text) in ("2,300", "3,200")


def test_where_each_paragraph_is_told() -> None:
    told = prominence(0, MEMBERS, COMPARED)
    assert [one.paragraph for one in told] == list(range(5))
    where = {one.paragraph: [(telling.member, telling.paragraph) for telling in one.tellings] for one in told}
    assert where[0] == [(1, 1)]
    assert where[1] == [(1, 2), (2, 0)]
    assert where[2] == [(1, 0), (2, 1)]
    assert where[3] == where[4] == []
    assert all(0.0 <= one.weight <= 1.0 and 0.0 <= one.depth < 1.0 for one in told)


def test_what_stands_much_higher_elsewhere() -> None:
    found = displaced(prominence(0, MEMBERS, COMPARED))
    assert (2, 1) in [(one.told.paragraph, one.telling.member) for one in found]
    assert all(abs(one.shift) >= 0.25 for one in found)
    assert displaced(()) == ()


def test_told_only_here_is_told_by_none_of_the_others() -> None:
    gaps = [
        [" ".join(s.of(m.article.text) for s in only.spans) for only in only_here(n, MEMBERS, COMPARED)]
        for n, m in enumerate(MEMBERS)
    ]
    assert {text.split()[0] for text in gaps[0]} == {"The", "Fruit"}
    assert [text.split()[1] for text in gaps[1]] == ["mayor"]
    assert [text.split()[1] for text in gaps[2]] == ["lighthouse"]


def test_what_is_missing_is_listed_once_however_many_tell_it() -> None:
    missing = missing_here(2, MEMBERS, COMPARED)
    ships = next(gap for gap in missing if len(gap.tellings) == 2 and gap.tellings[0].paragraph in (0, 1))
    assert {telling.member for telling in ships.tellings} == {0, 1}
    seen = [(telling.member, span) for gap in missing for telling in gap.tellings for span in telling.spans]
    assert len(seen) == len(set(seen))
    assert [gap.weight for gap in missing] == sorted((gap.weight for gap in missing), reverse=True)


def test_dates_on_one_axis() -> None:
    rows = chronology(MEMBERS)
    assert [(row.date, row.role, row.members) for row in rows] == [
        ("2031-05-12", "event", (1,)),
        ("2031-05-12", "published", (0,)),
    ]
    assert rows[0].mentions[0].paragraph == 0
    assert rows[1].mentions[0].paragraph is None


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_the_articles_does_not_matter(order: tuple[int, ...]) -> None:
    members = [MEMBERS[n] for n in order]
    compared = compare_each(members)

    def facts(found: tuple, names: tuple[int, ...]) -> set:  # type: ignore[type-arg]
        return {(f.kind, f.verdict, frozenset((names[s.member], s.value) for s in f.statements)) for f in found}

    assert facts(event_facts(members, compared), order) == facts(event_facts(MEMBERS, COMPARED), (0, 1, 2))
    rows = {row.speaker: (row.same, row.varied) for row in who_said_what(members, compared)}
    assert rows == {row.speaker: (row.same, row.varied) for row in who_said_what(MEMBERS, COMPARED)}
    for place, name in enumerate(order):
        assert only_here(place, members, compared) == only_here(name, MEMBERS, COMPARED)
        assert {one.weight for one in missing_here(place, members, compared)} == {
            one.weight for one in missing_here(name, MEMBERS, COMPARED)
        }


def test_a_lone_article_has_everything_to_itself() -> None:
    alone = MEMBERS[:1]
    compared = compare_each(alone)
    assert event_facts(alone, compared) == ()
    assert missing_here(0, alone, compared) == ()
    assert sum(len(only.spans) for only in only_here(0, alone, compared)) == len(alone[0].analysis.sentences)
    assert all(one.tellings == () for one in prominence(0, alone, compared))
    assert who_said_what((), compared) == ()
    assert chronology(()) == ()
