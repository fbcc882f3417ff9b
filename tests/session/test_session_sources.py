"""The walk from source to source, without a screen."""

import pytest

from reader.session.opening import at_cursor

INQUIRY = '"Somebody read that report'


def put(session, words: str) -> int:
    """Move the cursor to some words."""
    offset = session.state.reading.article.text.index(words)
    session.state = at_cursor(session.state, offset)
    return offset


def test_every_sentence_of_every_source_is_returned_to_exactly(session) -> None:
    for start in range(3):
        session.do("go_to_source", which=start)
        for sentence in session.state.reading.analysis.sentences:
            session.state = at_cursor(session.state, sentence.start)
            before = session.state.reading
            for steps in (["next_source", "previous_source"], ["next_source"] * 3, ["previous_source"] * 3):
                session.do(*steps)
                assert (session.state.reading.key, session.state.reading.cursor) == (before.key, before.cursor)


def test_the_passage_is_looked_up_from_where_the_walk_began(session) -> None:
    put(session, INQUIRY)
    session.do("next_source", "next_source")
    reading = session.state.reading
    assert reading.article.text[reading.cursor :].startswith(INQUIRY)
    assert reading.landed is not None
    assert session.state.message.sign == "same"


def test_moving_ends_the_walk(session) -> None:
    put(session, INQUIRY)
    session.do("next_source")
    assert session.state.round is not None
    session.do("next_paragraph")
    assert session.state.round is None


def test_not_reported_is_said_and_nothing_is_marked(session) -> None:
    put(session, "The regional government in Marrick")
    session.do("go_to_source", which=2)
    assert session.state.message.sign == "only"
    assert "not found in Meridian Post’s report" in session.said
    assert session.state.reading.landed is None


@pytest.mark.parametrize("which", [3, 8])
def test_a_number_without_a_source(session, which: int) -> None:
    before = session.state.reading
    session.do("go_to_source", which=which)
    assert session.state.reading is before
    assert session.said == "this event has 3 sources"


def test_an_article_that_has_gone_is_an_error_and_the_other_stays(session, monkeypatch) -> None:
    before = session.state.reading
    monkeypatch.setattr(session.world, "row", lambda key: None)
    session.do("next_source")
    assert session.said == "this article is gone from the library"
    assert session.state.reading is before
