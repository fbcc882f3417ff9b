"""Files that are edited, added and deleted while somebody reads them."""

from pathlib import Path

from papers import PAPERS, put, report
from reader_user import MIDDLE, Place, User


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
        put(folder / "1.md", changed)
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
        put(folder / "new.md", report(90))
        (folder / "40.md").unlink()
        told = set()

        def is_told() -> bool:
            told.update(news for news in ("1 new", "1 gone") if news in user.status)
            return len(told) == 2  # on a slow machine the one is noticed before the other is done

        await user.until(is_told, "the news")
        assert user.app.counts.articles == PAPERS
        assert user.state.listing.item(user.state.cursor).key == key
        assert user.main.rows.screen_row == row


async def test_watching_can_be_turned_off(place: Place, folder: Path) -> None:
    async with place.opened(MIDDLE, [folder], indexing=True, watch=False) as user:
        await ready(user)
        assert user.app.indexer._watch is None
