"""A search of the library as states: sections, scope, what is kept of it."""

from dataclasses import replace

import pytest

from reader.search.lexicon import Lexicon
from reader.session.actions import finding, searching
from reader.session.actions.marking import undo
from reader.session.counts import counted, how_many
from reader.session.effects import SaveQueries
from reader.session.hits import answered, asked
from reader.session.looking import answers, settled
from reader.session.state import Prompt


def look(session, text, section="all"):
    session.state = asked(session.state, session.world, text, section)
    return session.settle()


def typed(session, text):
    return settled(finding.query_changed(session.state, session.world, text), session.world)


def sources(session):
    return [row.source for row in session.world.library.rows(session.state.listing.articles())]


def test_every_section_is_counted(session):
    look(session, "bridge")
    counts, advice = counted(session.state, session.world, session.state.query, Lexicon(session.world.library))
    assert advice is None
    assert int(counts["all"]) == len(session.state.listing)
    assert int(counts["titles"]) == len(look(session, "bridge", "titles").state.listing)
    assert int(counts["quotes"]) == len(look(session, "bridge", "quotes").state.listing)


def test_the_section_of_quotes_leads_to_each_quote(session):
    look(session, "speaker:feld", "quotes")
    assert len(session.state.listing) >= 2
    for index in range(len(session.state.listing)):
        session.state = replace(session.state, cursor=index, pane="list")
        session.do("into")
        reading = session.state.reading
        assert session.state.pane == "text"
        assert any(span.contains(reading.cursor) for quote in reading.analysis.quotes for span in quote.spans)


def test_n_goes_from_quote_to_quote(session):
    look(session, "speaker:feld", "quotes")
    session.do("into")
    first = session.state.reading.key, session.state.reading.cursor
    session.do("next_hit")
    assert (session.state.reading.key, session.state.reading.cursor) != first
    assert session.state.cursor == 1


def test_a_name_that_was_found_leads_to_its_articles(session):
    look(session, "venn", "names")
    assert session.state.query.found[0].label == "Orla Venn"
    session.do("into")
    assert session.state.query.text == 'person:"Orla Venn"'
    assert len(session.state.listing) == 3
    assert session.state.pane == "list"


def test_a_query_that_cannot_be_understood_leaves_the_last_good_hits(session):
    session.state = replace(session.state, prompt=Prompt("query", before=session.state))
    session.state = typed(session, "tolm")
    hits = list(session.state.listing.rows)
    session.state = typed(session, "speker:x tolm")
    assert session.state.prompt.problem.column == 1
    assert list(session.state.listing.rows) == hits
    session.state = typed(session, "tolm ")
    assert session.state.prompt.problem is None


def test_sorting_and_unread_stay_within_the_hits(session):
    look(session, "bridge")
    keys = set(session.state.listing.articles())
    session.do("sort")
    assert session.state.query.text == "bridge sort:relevance"
    assert set(session.state.listing.articles()) == keys
    seen = set()
    for _ in range(len(keys)):
        session.do("next_unread")
        seen.add(session.state.reading.key)
        read = session.state.memory.read | {session.state.reading.article.id}
        session.state = replace(session.state, memory=replace(session.state.memory, read=read))
    assert seen <= keys
    assert session.do("next_unread").said == "no unread articles are left among the hits"
    session.do("clear")
    assert session.state.query is None


def test_a_search_is_kept_heads_the_list_and_can_be_taken_away_and_back(session):
    look(session, "tolm")
    state, effect = searching.saved(session.state, session.world, "  Fire  at Tolm ")
    assert [one.name for one in state.saved] == ["Fire at Tolm"]
    assert effect == SaveQueries(state.saved)
    state = finding.drop_query(state, session.world)
    assert state.listing.item(0).saved == 0
    assert [state.listing.item(index).saved for index in range(3)] == [0, None, None]
    session.state = replace(state, cursor=0, pane="list")
    session.do("into")
    assert session.state.query.text == "tolm"
    state, _ = searching.dropped(session.state, session.world, session.state.saved[0])
    assert state.saved == ()
    state, effect = undo(state, session.world, 0)
    assert [one.query for one in state.saved] == ["tolm"]
    assert effect == SaveQueries(state.saved)


@pytest.mark.parametrize(
    "name", ["read", "star", "tag", "select", "merge_events", "take_out", "note", "why", "down", "up"]
)
def test_no_key_fails_on_a_saved_search(session, name):
    look(session, "tolm")
    state, _ = searching.saved(session.state, session.world, "x")
    session.state = replace(finding.drop_query(state, session.world), cursor=0, pane="list")
    session.do(name)


def test_how_much_a_saved_search_finds(session):
    assert how_many(session.state, session.world, "tolm", Lexicon(session.world.library)) == "2"
    assert how_many(session.state, session.world, "speker:x", Lexicon(session.world.library)) == "!"


def test_nothing_under_a_key_without_a_search(session):
    assert "F searches" in session.do("next_section").said
    assert "F searches" in session.do("save_query").said


def test_an_answer_that_comes_too_late_changes_nothing(session):
    early = asked(session.state, session.world, "bridge")
    answer = next(iter(answers(early.asking, early, session.world, Lexicon(session.world.library))))
    later = asked(early, session.world, "tolm")
    assert answered(later, session.world, early.asking, answer) is later
    given_up = finding.drop_query(later, session.world)
    assert given_up.asking is None
    assert answered(given_up, session.world, early.asking, answer) is given_up


def test_what_is_shown_stays_until_the_hits_are_known(session):
    look(session, "bridge")
    hits = session.state.listing
    state = asked(session.state, session.world, "tolm")
    assert state.listing is hits
    assert settled(state, session.world).listing is not hits


def test_hits_that_come_later_leave_the_cursor_where_it_is(session):
    state = asked(session.state, session.world, "tolm OR bridge")
    *_, whole = answers(state.asking, state, session.world, Lexicon(session.world.library))
    some = whole.results._replace(keys=whole.results.keys[:2], is_whole=False)
    part = answered(state, session.world, state.asking, whole._replace(results=some))
    part = replace(part, cursor=1)
    full = answered(part, session.world, state.asking, whole)
    assert (full.cursor, full.asking) == (1, None)
    assert len(full.listing) == len(whole.results.keys) > 2


@pytest.mark.parametrize("text", ["speaker:", "tolm -", "foo:", "quo"])
def test_what_is_only_begun_leaves_the_last_good_hits(session, text):
    session.state = replace(session.state, prompt=Prompt("query", before=session.state))
    session.state = typed(session, "bridge")
    hits = list(session.state.listing.rows)
    session.state = typed(session, text)
    if text != "tolm -":
        assert list(session.state.listing.rows) == hits
    assert session.state.prompt.problem is None


def test_enter_calls_a_query_by_what_it_stands_for(session):
    session.state = replace(session.state, prompt=Prompt("query", before=session.state))
    session.state = typed(session, "brid")
    hits = list(session.state.listing.rows)
    session.state = finding.accept(session.state, session.world)
    assert session.state.query.text in ("brid*", "bridge")
    assert list(look(session, session.state.query.text).state.listing.rows) == hits


def test_enter_before_the_hits_are_known_reads_on_when_they_are(session):
    state = replace(session.state, prompt=Prompt("query", before=session.state), pane="list")
    state = finding.accept(finding.query_changed(state, session.world, "bridge"), session.world)
    assert state.prompt is None
    state = settled(state, session.world)
    assert state.pane == "text"
    assert state.memory.queries[-1] == state.query.text


def test_enter_on_a_query_that_is_not_understood_stays_in_the_field(session):
    state = replace(session.state, prompt=Prompt("query", before=session.state))
    state = finding.query_changed(state, session.world, "speker:x")
    assert finding.accept(state, session.world) is state


def test_a_jump_to_what_the_search_has_not_found_leaves_the_search_and_one_to_a_hit_does_not(session):
    look(session, "speaker:feld")
    hits = session.state.listing.articles()
    session.state = searching.jumped(session.state, session.world, hits[-1], "")
    assert session.state.query is not None
    other = next(key for key in session.world.library.order().keys if key not in hits)
    session.state = searching.jumped(session.state, session.world, other, "")
    assert session.state.query is None
    assert session.state.listing.item(session.state.cursor).key == session.state.reading.key == other
    assert "gq" in session.state.message.text
