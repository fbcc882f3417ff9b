"""Accidents of the catalogue, the folder and its files while somebody reads: the list comes back, the place stays."""

import os
import shutil
from pathlib import Path

import pytest
from papers import PAPERS, put, report
from reader_user import MIDDLE, Place, User

from reader.library import catalogue


async def rests(user: User, many: int = PAPERS) -> None:
    """Until so many articles are in the list and nothing is being looked at."""

    def done() -> bool:
        here = user.app.world.library.count()
        return here.analysed == here.articles == many == len(user.state.listing) and not user.app.indexer.runs

    await user.until(done, f"{many} articles")


def spoil(path: Path, how: str) -> None:
    match how:
        case "the folder deleted":
            shutil.rmtree(path.parent)
        case "emptied":
            os.truncate(path, 0)
        case _:
            path.rename(path.with_name("x"))
            path.write_bytes(b"something else" * 1000)


@pytest.mark.parametrize("how", ["the folder deleted", "emptied", "replaced"])
async def test_a_lost_catalogue_comes_back_by_itself(place: Place, folder: Path, how: str) -> None:
    async with place.opened(MIDDLE, [folder], indexing=True) as user:
        await rests(user)
        library = user.app.world.library
        await user.press("j", "j", "enter")
        text, openings = user.reading.article.text, library.openings()
        spoil(catalogue.place(catalogue.roots_of([folder]), place.home / "cache"), how)
        await user.until(lambda: library.openings() > openings, "somebody to notice")
        await user.until(lambda: "nothing is lost" in user.status, "a word about it")
        await rests(user)
        assert user.reading.article.text == text
        await user.press("q", "k", "enter")
        assert user.reading.article.text not in ("", text)
        put(folder / "new.md", report(150))
        await rests(user, PAPERS + 1)


async def test_a_folder_that_disappears_is_said_and_what_was_read_stays(place: Place, folder: Path) -> None:
    async with place.opened(MIDDLE, [folder], indexing=True) as user:
        await rests(user)
        elsewhere = folder.rename(folder.with_name("elsewhere"))
        await user.until(lambda: "what is indexed can still be read" in user.status, "a word about it")
        await user.press("j", "enter")
        assert "The council of Aldmere" in user.reading.article.text
        await user.press("R")
        await user.until(lambda: "what is indexed can still be read" in user.status, "the same when asked")
        assert user.app.counts.articles == PAPERS
        elsewhere.rename(folder)
        await user.press("R")
        await user.until(lambda: "no article has come or gone" in user.status, "all well again")


async def test_the_cursor_stays_on_its_article_while_a_thousand_arrive_above_it(place: Place, folder: Path) -> None:
    async with place.opened(MIDDLE, [folder], indexing=True) as user:
        await rests(user)
        await user.press("G", "k", "k")
        key, row = user.state.listing.item(user.state.cursor).key, user.main.rows.screen_row
        lines = [
            f'{{"id": "n{number}", "title": "News {number}", "date": "{2000 + number % 20}-01-0{number % 9 + 1}", '
            f'"source": "Wire", "text": "Item {number} came in from Tarn{number} today."}}\n'
            for number in range(1000)
        ]
        put(folder / "wire.jsonl", "".join(lines))
        moved = set()

        def arrived() -> bool:
            moved.add((user.state.listing.item(user.state.cursor).key, user.main.rows.screen_row))
            return user.app.counts.articles == PAPERS + 1000 and user.state.progress.phase == "analysing"

        await user.until(arrived, "the thousand")
        assert moved == {(key, row)}


async def test_files_turn_into_what_is_no_file(place: Place, folder: Path) -> None:
    async with place.opened(MIDDLE, [folder], indexing=True) as user:
        await rests(user)
        await user.press("G")
        title = user.reading.article.title
        (folder / "10.md").write_text("", "utf-8")
        for number in (11, 12, 13):
            (folder / f"{number}.md").unlink()
        (folder / "11.md").mkdir()
        (folder / "11.md" / "inside.md").write_text(report(120), "utf-8")
        (folder / "12.md").symlink_to("12.md")
        os.mkfifo(folder / "13.md")
        (folder / "14.md").rename(folder / "140.md")
        (folder / "15.md").write_bytes(bytes(3000))
        (folder / "again").symlink_to(".")

        def said() -> dict[str, str]:
            return {Path(problem.path).name: problem.message for problem in user.app.world.library.problems()}

        await user.until(lambda: {"10.md", "12.md", "15.md"} <= said().keys(), "a word about each")
        await user.until(lambda: user.app.world.library.count().articles == PAPERS - 3, "what is left")
        await user.until(lambda: not user.app.indexer.runs, "the end of it")
        assert user.reading.article.title == title
        messages = said()
        assert "empty" in messages["10.md"]
        assert "symbolic" in messages["12.md"]
        assert "NUL" in messages["15.md"]
        assert "13.md" not in messages  # a pipe is no article, and nobody waits for what it might give
