"""What is shown before the application is there stands where the application then puts it, at every size."""

from dataclasses import replace

import pyte
import pytest
from reader_user import LARGE, MIDDLE, STANDARD, Place

from reader.ui.first_frame import frame
from reader.ui.start import Opened


@pytest.mark.parametrize("size", [(60, 20), STANDARD, (104, 30), MIDDLE, (140, 40), LARGE])
async def test_its_words_stand_where_the_application_puts_them(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        app = user.app
        opened = Opened(app.world, app.state, app.library_name, app.looks.spec)
        drawn = _picture(frame(opened, app.counts, size), size)
        for line, (early, late) in enumerate(zip(drawn, user.screen.splitlines(), strict=False)):
            for column, letter in enumerate(early):
                if letter not in " ▌":  # the cursor's bar stands beside its whole sentence later
                    assert letter == late[column : column + 1], f"line {line}: {early}\n{late}"


def _picture(written: str, size: tuple[int, int]) -> list[str]:
    screen = pyte.Screen(*size)
    pyte.ByteStream(screen).feed(written.encode())
    return [line.rstrip() for line in screen.display]


async def test_there_is_none_where_it_would_not_be_what_the_application_shows(place: Place) -> None:
    async with place.opened() as user:
        app = user.app
        opened = Opened(app.world, app.state, app.library_name, app.looks.spec)
        assert frame(opened, app.counts, MIDDLE)
        assert not frame(opened, app.counts, (30, 40))
        assert not frame(opened, app.counts, (120, 8))
        assert not frame(opened._replace(state=replace(app.state, cursor=90)), app.counts, MIDDLE)
