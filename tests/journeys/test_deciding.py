"""Correcting by hand what the program got wrong: speakers, names, events; taken back, and remembered."""

from reader_user import MIDDLE, STANDARD, Place, User

QUOTE = '"Somebody read that report and laid it aside,"'


async def correct(user: User, name: str) -> None:
    """Correct the speaker of the quote under the cursor, by typing a name."""
    await user.press("e")
    await user.shown("Who said this?")
    await user.type(name, "enter")
    await user.gone("Who said this?")
    await user.until(lambda: "U takes it back" in user.status, "the decision in its file")


def speaker(user: User, words: str) -> str | None:
    """Who has said the quote with these words, as the panel would say."""
    at = user.reading.article.text.index(words)
    return next(q.speaker.name for q in user.reading.analysis.quotes if any(span.contains(at) for span in q.spans))


def names(user: User) -> set[str]:
    """The names of the open article."""
    return {entity.name for entity in user.reading.analysis.entities}


async def to_name(user: User, name: str) -> None:
    """Put the panel's cursor on a name."""
    while user.state.tab != "entities":
        await user.press("p")
    await user.press("g", "p", "g", "g")
    for _ in range(40):
        if user.main.panel.cursor is not None and name in _row(user):
            return
        await user.press("j")
    raise AssertionError(f"{name} is not in the panel")


def _row(user: User) -> str:
    from reader.session.panel import row_here

    row = row_here(user.state)
    return row.text if row and row.kind == "entity" else ""


async def test_a_speaker_is_corrected_for_the_whole_event_and_taken_back(place: Place) -> None:
    for size in (STANDARD, MIDDLE):
        async with place.opened(size) as user:
            await user.press("enter")
            await user.go_to(QUOTE)
            await correct(user, "halvorsen")
            assert "speaker: Petra Halvorsen" in user.status
            assert speaker(user, QUOTE) == "Petra Halvorsen"
            await user.press("]", "]")
            await user.until(lambda: user.source == "Meridian Post", "the other source")
            assert speaker(user, QUOTE) == "Petra Halvorsen"
            await user.press("U")
            await user.until(
                lambda: "taken back" in user.status and speaker(user, QUOTE) == "Dario Feld", "the old one"
            )
            assert not (place.notes / "decisions.yaml").exists()


async def test_a_name_that_no_article_has_and_nobody_can_be_given(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(QUOTE)
        await correct(user, "Ulf Quint")
        assert speaker(user, QUOTE) == "Ulf Quint"
        await user.press("i")
        await user.shown("corrected by you", "What you have decided about this event")
        await user.press("escape")
        await correct(user, "nobody who")
        assert speaker(user, QUOTE) is None


async def test_names_are_merged_split_and_renamed_and_the_cursor_stays_with_them(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await to_name(user, "Orla Venn")
        await user.press("m")
        await user.shown("Orla Venn is the same as")
        await user.type("feld", "enter")
        await user.until(lambda: "are one name now" in user.status, "the merge")
        assert "Orla Venn" not in names(user)
        assert speaker(user, "not one day less") == "Dario Feld"
        await user.press("U")
        await user.until(lambda: "Orla Venn" in names(user), "the merge taken back")
        await to_name(user, "Orla Venn")
        await user.press("e")
        await user.until(lambda: user.state.prompt, "the field")
        await user.type("", "ctrl+u")
        await user.type("Mayor Venn", "enter")
        await user.until(lambda: "is called “Mayor Venn” now" in user.status, "the new name")
        assert "Mayor Venn" in names(user)
        assert speaker(user, "not one day less") == "Mayor Venn"


async def test_a_form_is_split_off(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await to_name(user, "Dario Feld")
        await user.press("X")
        await user.until(lambda: "is a name of its own now" in user.status, "the form as a name")
        assert {"Dario Feld", "Feld"} <= names(user)
        await user.press("U")
        await user.until(lambda: "Feld" not in names(user), "the form back")


async def test_events_are_merged_and_split_and_the_next_start_remembers(place: Place) -> None:
    async with place.opened(MIDDLE, indexing=True) as user:
        events = user.app.counts.events
        await user.press("k", "V", "G", "k", "V", "M")
        await user.until(lambda: "articles put together" in user.status, "the decision in its file")
        await user.until(lambda: user.app.counts.events == events - 1, "one event less")
        await user.press("i")
        await user.shown("you put these together")
        await user.press("escape", "Q")
    async with place.opened(MIDDLE, indexing=True) as user:
        assert user.app.counts.events == events - 1
        await user.press("enter", "X")
        await user.until(lambda: user.app.counts.events == events, "the article by itself")
        assert len(user.reading.strip) == 1
        await user.press("U")
        await user.until(lambda: user.app.counts.events == events - 1, "the event whole again")


async def test_decisions_are_remembered_by_the_next_start_and_by_a_rescan(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(QUOTE)
        await correct(user, "Petra")
        await user.press("Q")
    async with place.opened(MIDDLE, indexing=True) as user:
        assert speaker(user, QUOTE) == "Petra Halvorsen"
        await user.press("R")
        await user.until(lambda: "looked at the folder again" in user.status, "the rescan")
        assert speaker(user, QUOTE) == "Petra Halvorsen"


async def test_a_broken_file_of_decisions_is_said_and_left_alone(place: Place) -> None:
    place.notes.mkdir(parents=True)
    file = place.notes / "decisions.yaml"
    file.write_text("names: [\n", "utf-8")
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(QUOTE)
        await user.press("e")
        await user.shown("Who said this?")
        await user.type("Petra", "enter")
        await user.until(lambda: "not valid YAML" in user.status, "what is wrong")
        assert file.read_text("utf-8") == "names: [\n"
        await user.press("g", "!")
        await user.shown("type to find")
        assert "not valid YAML" in " ".join(user.screen.replace("│", " ").split())


async def test_without_anything_to_decide_about_the_keys_say_what_to_do(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("M")
        assert "V picks the articles or events to put together" in user.status
        await user.press("k", "X")
        assert "put the cursor on an article of the event" in user.status
        await user.press("e")
        assert "nothing to correct here" in user.status
