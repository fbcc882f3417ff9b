"""A dozen pictures: how the screen looks. After a change that is meant: `pytest tests/snapshots --snapshot-update`."""

from collections.abc import Callable

import pytest
from reader_user import Place, User
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

WIDE, ROOMY, SMALL = (140, 36), (118, 30), (80, 24)

PICTURES = {
    "wide-list": (WIDE, "newsprint", ""),
    "wide-text-dark": (WIDE, "lamplight", "enter } }"),
    "roomy-names": (ROOMY, "newsprint", "enter p"),
    "medium-panel-over-the-text": ((104, 28), "newsprint", "enter p"),
    "small-list": (SMALL, "newsprint", ""),
    "small-text": (SMALL, "newsprint", "enter } }"),
    "small-next-source": (SMALL, "lamplight", "enter } ]"),
    "search": (ROOMY, "newsprint", "F i n q u i r y"),
    "help": (SMALL, "newsprint", "?"),
    "note": (SMALL, "newsprint", "enter a"),
    "versions": (ROOMY, "newsprint", "enter } ="),
    "zoomed-wide-characters": (SMALL, "newsprint", "G k enter z"),
    "high-contrast": (SMALL, "high-contrast-light", "enter } ]"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_the_same(place: Place, snap_compare: Callable[..., bool], name: str) -> None:
    size, theme, keys = PICTURES[name]
    app = place.app(theme=theme)

    async def before(pilot: Pilot[int]) -> None:
        user = User(app, pilot)
        await user.until(user.ready, "the first article")
        await user.press(*keys.split())
        if user.state.prompt or user.state.sheet:
            await user.until(lambda: app.screen.focused not in (None, app.main.page, app.main.rows), "a field")
        for field in app.screen.query("Input, TextArea"):
            assert isinstance(field, Input | TextArea)
            field.cursor_blink = False
        if user.state.reading and len(user.reading.strip) > 1:
            await user.until(lambda: user.reading.tellings.told, "the comparison")
        if user.state.query:
            await user.until(lambda: user.state.query and user.state.query.counts, "the counts of the sections")
        await user.settled()

    try:
        assert snap_compare(app, terminal_size=size, run_before=before)
    finally:
        app.indexer.stop()
        app.hands.finish()
        app.world.library.close()
