"""Two reports side by side and the versions of a quote, without a screen."""

import pytest

from reader.session.comparing.model import Comparing, Versions
from reader.session.effects import Copy, Scroll
from reader.session.opening import at_cursor

INQUIRY = '"Somebody read that report'


def put(session, words: str) -> int:
    """Move the cursor to some words."""
    offset = session.state.reading.article.text.index(words)
    session.state = at_cursor(session.state, offset)
    return offset


def comparing(session) -> Comparing:
    assert isinstance(session.state.view, Comparing)
    return session.state.view


def beside(session) -> tuple[str, str]:
    """The words of the current block on both sides."""
    table = comparing(session).table
    block = table.blocks[comparing(session).block]
    return tuple(
        " ".join(side.article.paragraphs[place].of(side.article.text) for place in places)
        for side, places in ((table.a, block.a), (table.b, block.b))
    )


def test_it_opens_at_the_passage_under_the_cursor(session) -> None:
    put(session, "Repairs are expected")
    session.do("compare")
    left, right = beside(session)
    assert "42 million" in left
    assert "58 million" in right
    assert session.state.scope == "compare"


def test_leaving_without_a_move_is_exactly_where_one_was(session) -> None:
    put(session, "Repairs are expected")
    before = session.state
    session.do("compare", "leave_comparison")
    assert session.state.view is None
    assert session.state.reading is before.reading
    assert session.state.pane == before.pane


def test_leaving_after_a_move_goes_to_the_passage_one_is_on(session) -> None:
    session.do("compare")
    while "42 million" not in beside(session)[0]:
        session.do("next_difference")
    session.do("clear")
    assert session.state.view is None
    assert session.source == "Harbour Gazette"
    assert session.state.reading.sentence.of(session.state.reading.article.text).startswith("Repairs")


def test_enter_goes_into_the_side_with_the_focus(session) -> None:
    put(session, "Repairs are expected")
    session.do("compare", "right_side", "open_side")
    assert session.source == "Northern Wire"
    reading = session.state.reading
    assert "58 million" in reading.sentence.of(reading.article.text)
    session.do("jump_back")
    assert session.source == "Harbour Gazette"


def test_the_differences_are_a_round_and_say_both_sides(session) -> None:
    session.do("compare")
    seen = []
    for _ in comparing(session).table.differences:
        session.do("next_difference")
        seen.append(session.said)
    assert any("four metres" in text or "42 million" in text for text in seen)
    assert any("42 million" in text and "58 million" in text for text in seen)
    assert seen[0].startswith("1/")
    session.do("next_difference")
    assert "round to the other end" in session.said
    session.do("previous_difference")
    assert session.said.startswith(f"{len(seen)}/{len(seen)}")


def test_no_verdict_is_given(session) -> None:
    session.do("compare")
    for one in comparing(session).table.differences:
        for word in ("misquot", "omit", "hid", "wrong", "false", "bias"):
            assert word not in one.text.lower()


def test_swapping_twice_is_where_one_was(session) -> None:
    put(session, "Opposition councillor")
    session.do("compare")
    before = comparing(session)
    session.do("swap_sides")
    turned = comparing(session)
    assert (turned.table.a, turned.table.b) == (before.table.b, before.table.a)
    session.do("swap_sides")
    assert comparing(session).table.blocks == before.table.blocks
    session.do("leave_comparison")
    assert session.source == "Harbour Gazette"


def test_another_source_keeps_the_passage_of_the_left_one(session) -> None:
    put(session, INQUIRY)
    session.do("compare")
    assert beside(session)[1] == ""
    session.do("next_right")
    left, right = beside(session)
    assert comparing(session).table.b.name == "Meridian Post"
    assert INQUIRY in left
    assert INQUIRY in right
    session.do("next_right")
    assert comparing(session).table.b.name == "Northern Wire"
    session.do("right_source", which=2)
    assert INQUIRY in beside(session)[1]
    session.do("right_source", which=0)
    assert "Harbour Gazette is on the left" in session.said
    session.do("right_source", which=7)
    assert session.said == "this event has 3 sources"


def test_from_the_other_source_it_is_put_beside_the_one_one_came_from(session) -> None:
    session.do("go_to_source", which=2)
    session.do("compare")
    table = comparing(session).table
    assert (table.a.name, table.b.name) == ("Meridian Post", "Harbour Gazette")


def test_only_differences_keeps_the_cursor_on_one(session) -> None:
    session.do("compare", "only_differences")
    view = comparing(session)
    assert view.only
    assert view.table.blocks[view.block].kinds
    session.do("only_differences")
    assert not comparing(session).only


def test_both_passages_are_copied_with_their_references(session) -> None:
    put(session, "Repairs are expected")
    session.do("compare", "copy_pair")
    assert isinstance(session.effect, Copy)
    assert "42 million" in session.effect.text
    assert "— Harbour Gazette, 2024-05-14, ¶9, https://gazette.example/kessum/bridge" in session.effect.text
    assert "— Northern Wire, 2024-05-14, ¶6" in session.effect.text


def test_a_note_is_on_both_passages(session) -> None:
    put(session, "Repairs are expected")
    session.do("compare", "note_on_pair")
    pair = session.state.prompt.pair
    assert [article.source for article, _ in pair] == ["Harbour Gazette", "Northern Wire"]
    assert ["million" in span.of(article.text) for article, span in pair] == [True, True]


def test_a_lone_report_says_what_to_do(session) -> None:
    key = next(
        row.key for row in session.world.library.rows(session.world.library.order().keys) if row.source == "北河日报"
    )
    session.state = session.state.__class__(reading=session.world.reading(key), pane="text")
    for name in ("compare", "quote_versions"):
        session.do(name)
        assert session.state.view is None
        assert "no other source covers this event" in session.said


def test_moving_is_left_to_the_screen(session) -> None:
    session.do("compare", "down")
    assert session.effect == Scroll(rows=1)
    session.do("bottom")
    assert session.effect == Scroll(to="bottom")


@pytest.mark.parametrize(
    "name", ["next_difference", "only_differences", "swap_sides", "copy_pair", "unlock", "next_versions"]
)
def test_by_name_without_a_view_they_say_how_to_get_one(session, name: str) -> None:
    session.do(name)
    assert session.state.view is None
    assert "c opens them" in session.said or "d on a quote" in session.said


def test_what_is_for_the_panes_closes_the_view(session) -> None:
    session.do("compare", "next_source")
    assert session.state.view is None
    assert session.source == "Northern Wire"


def test_the_versions_of_a_quote(session) -> None:
    put(session, "for as long as the engineers")
    session.do("quote_versions")
    view = session.state.view
    assert isinstance(view, Versions)
    names = [version.name for version in view.versions]
    assert names == ["Harbour Gazette", "Northern Wire", "Meridian Post"]
    wire, post = view.versions[1:]
    assert wire.kind == "trimmed"
    assert 0 < wire.kept < wire.words
    assert wire.speaker == "same speaker"
    assert not post.quotes
    session.do("copy_versions")
    assert session.effect.text.count("Northern Wire") == 1


def test_from_quote_to_quote_and_into_a_version(session) -> None:
    put(session, INQUIRY)
    session.do("quote_versions")
    view = session.state.view
    assert {version.name for version in view.versions if version.quotes} == {"Harbour Gazette", "Meridian Post"}
    session.do("previous_versions", "next_versions")
    assert session.state.view.quote == view.quote
    session.state = session.state.__class__(**{**_fields(session.state), "view": _with_cursor(view, 2)})
    session.do("open_version")
    assert session.source == "Meridian Post"
    assert session.state.reading.article.text[session.state.reading.cursor :].startswith(INQUIRY)


def _fields(state) -> dict[str, object]:
    return {name: getattr(state, name) for name in state.__dataclass_fields__}


def _with_cursor(view: Versions, cursor: int) -> Versions:
    return Versions(view.quote, view.index, view.count, view.versions, cursor)


def test_not_on_a_quote_says_what_to_do(session) -> None:
    put(session, "The regional government in Marrick")
    session.do("quote_versions")
    if session.state.view is None:
        assert "> goes to the next one" in session.said
