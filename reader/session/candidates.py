"""Who may have said it, and which names may be one: what the user chooses from when correcting by hand."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.model import Entity, Quote
from reader.session.choice import Option
from reader.session.state import Reading
from reader.session.world import World

ARTICLES = 12
"""Articles of the event that are asked for names, the open one first; more would make a key wait."""
NOBODY = Option("nobody who is named", "the quote stays without a speaker")


class Known(NamedTuple):
    """A name of the event."""

    name: str
    type: str
    mentions: int
    sources: tuple[str, ...]
    titles: tuple[str, ...]

    @property
    def detail(self) -> str:
        """What is known, in a few words."""
        return " · ".join(
            part for part in (", ".join(self.titles[:2]), f"{self.mentions}×", ", ".join(self.sources)) if part
        )


def names(reading: Reading, world: World) -> list[Known]:
    """The names of the event's articles, those of the open one first; each with its mentions in all of them."""
    keys = [reading.key, *(key for key in reading.strip if key != reading.key)][:ARTICLES]
    labels = dict(zip(reading.strip, reading.sources, strict=False))
    found: dict[str, list[tuple[str, Entity]]] = {}
    for key in keys:
        entities = reading.analysis.entities if key == reading.key else world.library.analysis(key).entities
        for entity in entities:
            found.setdefault(entity.name, []).append((labels.get(key, ""), entity))
    return [_known(name, bearers) for name, bearers in found.items()]


def _known(name: str, bearers: Sequence[tuple[str, Entity]]) -> Known:
    types = Counter(entity.type for _, entity in bearers)
    titles = dict.fromkeys(title for _, entity in bearers for title in entity.titles)
    sources = dict.fromkeys(label for label, _ in bearers if label)
    return Known(
        name,
        types.most_common(1)[0][0],
        sum(len(entity.mentions) for _, entity in bearers),
        tuple(sources),
        tuple(titles),
    )


def speakers(reading: Reading, world: World, quote: Quote) -> tuple[Option, ...]:
    """Who may have said it: the rival that the program thought of, people named nearby, then everybody else."""
    known = {one.name: one for one in names(reading, world)}
    distance = _distances(reading, quote)
    people = [one for one in known.values() if one.type == "person"]
    others = [one for one in known.values() if one.type != "person"]
    ranked = sorted(people, key=lambda one: (distance.get(one.name, 1 << 60), -one.mentions, one.name))
    ranked += sorted(others, key=lambda one: (one.name not in distance, -one.mentions, one.name))
    rival = quote.speaker.rival
    first = [Option(rival, "the program’s second guess", rival)] if rival else []
    rest = [Option(one.name, one.detail, one.name) for one in ranked if one.name not in (rival, quote.speaker.name)]
    here = sum(one.name in distance for one in people if one.name not in (rival, quote.speaker.name))
    return (*first, *rest[:here], NOBODY, *rest[here:])


def _distances(reading: Reading, quote: Quote) -> dict[str, int]:
    """For each name of the open article: code points from the quote to its nearest mention."""
    start, end = quote.spans[0].start, quote.spans[-1].end
    return {
        entity.name: min(max(0, span.start - end, start - span.end) for span in entity.mentions)
        for entity in reading.analysis.entities
        if entity.mentions
    }


def alike(name: str, reading: Reading, world: World) -> tuple[Option, ...]:
    """The event's other names, those most like this one first."""
    from rapidfuzz import fuzz

    known = [one for one in names(reading, world) if one.name != name]
    ranked = sorted(known, key=lambda one: (-round(fuzz.WRatio(name.casefold(), one.name.casefold())), one.name))
    return tuple(Option(one.name, one.detail, one.name) for one in ranked)


def forms(name: str, reading: Reading, world: World) -> tuple[Option, ...]:
    """The forms under which the event's articles write a name, but for the name itself, commonest first."""
    counts: Counter[str] = Counter()
    for key in [reading.key, *(key for key in reading.strip if key != reading.key)][:ARTICLES]:
        text = world.library.article(key).text
        analysis = reading.analysis if key == reading.key else world.library.analysis(key)
        for entity in analysis.entities:
            if entity.name == name:
                counts.update(_written(text, entity))
    return tuple(Option(form, f"{count}×", form) for form, count in counts.most_common() if form != name)


def _written(text: str, entity: Entity) -> Iterable[str]:
    return (" ".join(span.of(text).split()) for span in entity.mentions)
