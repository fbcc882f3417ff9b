"""One sentence in every source's words."""

from collections.abc import Sequence

from reader.session.keys import Keys
from reader.session.state import Reading, State
from reader.session.world import World
from reader.ui.present import marked
from reader.ui.present.sheets import SheetPage, SheetRow, prose
from reader.ui.present.wordings import differing


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """The sentence under the cursor and what each other source has in its place."""
    reading = state.reading
    if reading is None:
        return SheetPage("Versions", (), "no article is open", "Esc closes")
    versions: list[list[SheetRow]] = []
    for place, key in enumerate(reading.strip):
        name = f"{place + 1} {reading.sources[place]}"
        if key == reading.key:
            head = SheetRow(((name, "source-current"), ("  on the screen", "dim-meta")), name, place)
            versions.append([head, *prose(reading.sentence.of(reading.article.text), width, "", 2, place)])
        else:
            versions.append(_other(world, reading, key, place, name, width))
    return SheetPage("Every version of this sentence", _spaced(versions), "", "Enter goes there · Esc closes", False)


def _spaced(versions: Sequence[Sequence[SheetRow]]) -> tuple[SheetRow, ...]:
    """The versions with an empty row between them; sources that have none stand together."""
    rows: list[SheetRow] = []
    last = 1
    for version in versions:
        if rows and max(last, len(version)) > 1:
            rows.append(SheetRow(()))
        rows += version
        last = len(version)
    return tuple(rows)


def _other(world: World, reading: Reading, key: int, place: int, name: str, width: int) -> list[SheetRow]:
    landing = world.landing(reading.key, reading.cursor, key)
    article = world.library.article(key)
    paragraph = article.paragraph_at(landing.span.start) + 1
    if not landing.found:
        where = f"  not found in this report · nearest ¶{paragraph}"
        return [SheetRow(((name, "source"), (where, "only")), name, place)]
    score = f"{landing.score:.2f}".removeprefix("0")
    role = "differs" if landing.label == "differs" else "same"
    head = SheetRow(((name, "source"), (f"  {landing.label} · ¶{paragraph} · {score}", role)), name, place)
    sentence = reading.sentence
    text, inks = differing(reading.article.text, [sentence], article.text, [landing.span])
    return [head, *(SheetRow((("  ", ""), *line), text, place) for line in marked.rows(text, inks, width - 2))]
