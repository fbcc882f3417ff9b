"""Invented reports of invented events, told by invented outlets, and short ways to make articles and analyses."""

import re
from collections.abc import Sequence

from reader.analysis.sentences import split
from reader.model import Analysis, Article, Entity, Figure, Quote, Span, Speaker

HARBOUR_A = """\
Dockers in the port of Velmora walked out on Monday after talks on a new shift system broke down, leaving 14 container \
ships waiting outside the breakwater.

The port authority said about 2,300 workers had joined the strike by noon. Harbour master Ilka Brandvold called the \
walkout "a slap in the face of every customer we have".

"We will not go back until the night shifts are paid as night shifts," union leader Teodor Vasko told a crowd at gate \
three.

The authority had offered a rise of 3 per cent over two years, which members rejected in a ballot last week.

Fruit importers warned that 600 tonnes of bananas would spoil by Thursday.
"""

HARBOUR_B = """\
Union leader Teodor Vasko said on Monday that dockers would stay out "until the night shifts are paid as night \
shifts", as a strike over a new shift system closed the port of Velmora.

Fourteen container ships were waiting outside the breakwater after the talks broke down.

About 3,200 workers had joined the strike by noon, the port authority said.

The mayor of Velmora, Anselm Corvi, urged both sides to return to the table and offered the town hall as a neutral \
place for talks.

Ilka Brandvold, the harbour master, described the walkout as "a slap in the face of every customer we have".
"""

FLOOD_A = """\
The Orlen river burst its banks above Tarnfeld on Saturday night, flooding about 400 houses and cutting the railway to \
the coast.

Two people were missing, the fire brigade said. Volunteers filled sandbags until dawn.

"I have never seen the water rise so fast," said farmer Greta Solheim, who lost 60 sheep.
"""

FLOOD_B = """\
Some 400 homes were under water in Tarnfeld on Sunday after the Orlen burst its banks overnight. The railway to the \
coast was cut.

Farmer Greta Solheim, who lost 60 sheep, said she had never seen the water rise so fast.

The government in Ostrava Bay promised emergency aid of 5 million crowns.
"""

TRIAL = """\
A court in Marrick sentenced the banker Odile Fenwick to four years in prison on Wednesday for hiding losses from \
investors in the Lantern Fund.

Prosecutors had asked for seven years. Her lawyer said she would appeal.
"""


def article(text: str, name: str = "a", **fields: object) -> Article:
    """An article with one paragraph a line."""
    text = "\n\n".join(line.strip() for line in text.strip().split("\n") if line.strip())
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    return Article(id=name, file=f"{name}.txt", text=text, paragraphs=paragraphs, **fields)  # type: ignore[arg-type]


def at(text: str, words: str) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def everywhere(text: str, words: str) -> tuple[Span, ...]:
    """Everywhere the words stand."""
    return tuple(Span(*match.span()) for match in re.finditer(re.escape(words), text))


def plain(of: Article, **found: object) -> Analysis:
    """Its sentences, and what the test says was found."""
    return Analysis(sentences=split(of.text, of.paragraphs), **found)  # type: ignore[arg-type]


def quote(of: Article, words: str, speaker: str | None = None, name: str = "q1", kind: str = "direct") -> Quote:
    """A quotation of these words, marks included."""
    who = Speaker(speaker, "person", None, "name") if speaker else Speaker()
    return Quote(name, kind, (at(of.text, words),), speaker=who)  # type: ignore[arg-type]


def person(of: Article, name: str, forms: Sequence[str] = ()) -> Entity:
    """A person with all mentions of the name and its forms."""
    mentions = sorted({span for form in (name, *forms) for span in everywhere(of.text, form)})
    return Entity(name, "person", tuple(mentions), aliases=tuple(forms))


def figure(of: Article, words: str, value: float, counted: str | None = None, hedge: str | None = None) -> Figure:
    """A figure written with these words."""
    return Figure(at(of.text, words), value, of=counted, hedge=hedge)  # type: ignore[arg-type]
