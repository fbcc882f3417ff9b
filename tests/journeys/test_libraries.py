"""Libraries that are empty, missing or being indexed while one reads."""

from pathlib import Path

from newsstand import BRIDGE_GAZETTE, report
from reader_user import MIDDLE, STANDARD, Place


async def test_an_empty_folder_says_what_to_do_and_takes_articles(place: Place, tmp_path: Path) -> None:
    empty = tmp_path / "articles"
    empty.mkdir()
    async with place.opened(MIDDLE, [empty], indexing=True) as user:
        words = " ".join(line.strip(" │") for line in user.list.splitlines())
        assert "No articles here yet." in words
        assert "press R." in words
        for key in ("enter", "j", "]", "a", "i", "escape", "=", "/", "n", "r", "t", "V", "space", "tab", "y", "o", "g"):
            await user.press(key)
        await user.press("escape", "g", "a")
        (empty / "first.md").write_text(report("Cracked", "Harbour Gazette", "2024-05-14", BRIDGE_GAZETTE), "utf-8")
        await user.press("R")
        await user.until(lambda: user.state.reading is not None and user.reading.analysed, "the new article")
        assert user.source == "Harbour Gazette"


async def test_a_folder_that_does_not_exist(place: Place, tmp_path: Path) -> None:
    async with place.opened(MIDDLE, [tmp_path / "nowhere"]) as user:
        assert "no such file or folder" in user.status
        assert user.app.is_running
        await user.press("q")
    assert user.app.return_value == 0


async def test_a_changed_file_is_seen_after_a_rescan_and_the_place_kept(place: Place, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name in ("bridge-gazette.md", "bridge-wire.md", "ferry-post.md"):
        (articles / name).write_text((place.newsstand.articles / name).read_text("utf-8"), "utf-8")
    async with place.opened(STANDARD, [articles], indexing=True) as user:
        await user.until(lambda: user.app.counts.articles == 3 and len(user.state.listing), "three articles")
        await user.until(lambda: user.state.reading is not None and len(user.reading.strip) == 2, "the event")
        await user.press("enter")
        await user.go_to("Ferry operator")
        (articles / "bridge-post.md").write_text(
            (place.newsstand.articles / "bridge-post.md").read_text("utf-8"), "utf-8"
        )
        await user.press("R")
        await user.until(lambda: len(user.reading.strip) == 3, "the third source")
        assert user.source == "Harbour Gazette"
        assert user.sentence.startswith("Ferry operator")
        assert "Meridian" in user.strip


async def test_a_file_that_is_gone(place: Place, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name in ("bridge-gazette.md", "ferry-post.md"):
        (articles / name).write_text((place.newsstand.articles / name).read_text("utf-8"), "utf-8")
    async with place.opened(MIDDLE, [articles], indexing=True) as user:
        await user.until(lambda: len(user.state.listing) == 2, "two articles")
        (articles / "ferry-post.md").unlink()
        await user.press("R")
        await user.until(lambda: len(user.state.listing) == 1, "one article")
        await user.press("G", "j", "k", "enter")
        assert user.source == "Harbour Gazette"
