"""What was made before a key came looks as what is made when it comes, and a wrong guess shows nothing wrong."""

from collections.abc import Sequence

import pytest
from reader_user import Place, User

from reader.ui.widgets.lines import Lines


def _drawn(panes: Sequence[Lines]) -> list[str]:
    return [row.written for pane in panes for row in pane.drawn(pane.inner) or ()]


async def _same_as_made_now(user: User) -> None:
    panes = (user.page, user.main.panel)
    seen = _drawn(panes)
    assert seen
    for pane in panes:
        pane.forget_rows()
    user.main.draw_again()
    await user.settled()
    assert _drawn(panes) == seen


@pytest.mark.parametrize("keys", ["jjj", "jjkjk", "jj\r]]]j", "jJj`jjk"])
async def test_the_next_article_looks_the_same_made_ahead(place: Place, keys: str) -> None:
    async with place.opened(size=(140, 40)) as user:
        for key in keys:
            await user.until(lambda: not user.app.timers.is_set("ahead"), "all that is made ahead")
            await user.press("enter" if key == "\r" else key)
            await _same_as_made_now(user)


async def test_what_the_same_key_shows_next_is_there_before_it_comes(place: Place) -> None:
    async with place.opened(size=(140, 40)) as user:
        await user.press("`", "j")
        await user.until(lambda: user.page._next is not None, "what comes next")
        ahead = user.page._next
        await user.press("j")
        assert user.page._galley is ahead


async def test_another_width_is_drawn_in_its_own_way(place: Place) -> None:
    async with place.opened(size=(140, 40)) as user:
        await user.press("j")
        await user.until(lambda: user.page._next is not None, "what comes next")
        await user.pilot.resize_terminal(118, 30)
        await user.settled()
        await user.press("j")
        await _same_as_made_now(user)
