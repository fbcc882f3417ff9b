"""One sentence in every source's words."""

from reader.session.keys import Keys
from reader.session.state import Reading, State
from reader.session.world import World
from reader.ui.present import marked
from reader.ui.present.sheets import SheetPage, SheetRow, prose
from reader.ui.present.wordings import differing


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """The sentence under the cursor and what each other source has in its place."""
    rows: list[SheetRow] = []
    reading = state.reading
    if reading is None:
        return SheetPage("Versions", (), "no article is open", "Esc closes")
    for place, key in enumerate(reading.strip):
        name = f"{place + 1} {reading.sources[place]}"
        if key == reading.key:
            rows.append(SheetRow(((name, "source-current"), ("  on the screen", "dim-meta")), name, place))
            rows += prose(reading.sentence.of(reading.article.text), width, "", 2, place)
        else:
            rows += _other(world, reading, key, place, name, width)
        rows.append(SheetRow(()))
    return SheetPage("Every version of this sentence", tuple(rows[:-1]), "", "Enter goes there · Esc closes", False)


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
