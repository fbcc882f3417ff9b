"""Files that are edited, added and deleted while somebody reads them."""

from pathlib import Path

import pytest
from reader_user import MIDDLE, Place, User

PAPERS = 50


def report(number: int, *more: str) -> str:
    paragraphs = [
        f"The council of Aldmere met on Monday about report {number}, and the hall was full until late.",
        f"“The ferry will sail on day {number},” Mayor Tessaly Brun said on Monday after the vote.",
        "Nobody spoke against it, and the harbour stays open to the end of the year.",
        *more,
    ]
    head = f"---\ntitle: Report {number}\nsource: Paper {number}\ndate: '{1960 + number}-03-04'\n---\n\n"
    return head + "\n\n".join(paragraphs) + "\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("reader.library.watching.SHORTEST", 0.05)
    monkeypatch.setattr("reader.ui.indexer.LOOK", 0.05)
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1, PAPERS + 1):
        (folder / f"{number}.md").write_text(report(number), "utf-8")
    return folder


async def ready(user: User) -> None:
    await user.until(lambda: user.app.world.library.count().analysed == PAPERS, "all of them")
    await user.until(lambda: not user.app.indexer.runs and user.state.progress.finished, "the end of indexing")


async def test_an_edited_article_keeps_its_note_and_shows_what_changed(place: Place, folder: Path) -> None:
    async with place.opened(MIDDLE, [folder], indexing=True) as user:
        await ready(user)
        await user.press("G", "s", "enter")
        title = user.reading.article.title
        assert title == "Report 1"
        await user.go_to("Nobody spoke against it")
        await user.press("a")
        await user.type("who was there?", "enter")
        await user.until(lambda: len(user.reading.notes) == 1, "the note")
        changed = report(1, "Two members left early.").replace("hall was full", "hall was half empty")
        (folder / "1.md").write_text(changed, "utf-8")
        await user.until(lambda: "1 changed" in user.status, "the news")
        assert "Two members left early." in user.reading.article.text
        assert len(user.reading.notes) == 1
        assert user.reading.notes[0].anchor.span is not None
        assert user.reading.changed == "+1 ¶, 1 ¶ reworded"
        await user.shown("changed: +1 ¶, 1 ¶ reworded", "Δ")
        assert user.reading.article.id in user.state.memory.starred
        await user.press("g", "v")
        await user.shown("What changed", "+ Two members left early.", "half empty", "as before")
        await user.press("escape", "r")
        await user.gone("Δ")
        await user.press("U")
        await user.shown("Δ")


async def test_the_list_stays_where_it_is_when_files_come_and_go(place: Place, folder: Path) -> None:
    async with place.opened(MIDDLE, [folder], indexing=True) as user:
        await ready(user)
        await user.press("G", "k", "k", "k")
        key, row = user.state.listing.item(user.state.cursor).key, user.main.rows.screen_row
        (folder / "new.md").write_text(report(90), "utf-8")
        (folder / "40.md").unlink()
        await user.until(lambda: "1 new, 1 gone" in user.status, "the news")
        assert user.app.counts.articles == PAPERS
        assert user.state.listing.item(user.state.cursor).key == key
        assert user.main.rows.screen_row == row


async def test_watching_can_be_turned_off(place: Place, folder: Path) -> None:
    async with place.opened(MIDDLE, [folder], indexing=True, watch=False) as user:
        await ready(user)
        assert user.app.indexer._watch is None
