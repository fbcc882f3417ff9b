"""A small library of invented reports: three events told by several outlets, one lone report, one file that is broken.

The places, people and outlets do not exist. The tellings of an event disagree as real ones do: in figures, in the
length of a quotation, in what is left out.
"""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.library import Library

TODAY = date(2024, 6, 1)
"""The day on which every test takes place."""


def report(title: str | None, source: str, day: str, body: str, **fields: str) -> str:
    """A Markdown file with front matter."""
    stated = {"title": title, "source": source, "date": day, **fields}
    lines = [f'{key}: "{value}"' for key, value in stated.items() if value]
    return "\n".join(["---", *lines, "---", "", body.strip(), ""])


BRIDGE_GAZETTE = """\
The Anselm Bridge at Kessum was closed to all traffic on Tuesday after inspectors found cracks in two of its six piers.

Mayor Orla Venn said the bridge would stay shut "for as long as the engineers tell us to, and not one day less". About \
18,000 vehicles cross it every day.

"We did not want to wait for a disaster," she told reporters at the town hall. "A closed bridge is a nuisance. A \
fallen one is a grave."

The cracks were found by divers on Monday evening during a routine inspection, the roads office said. One of them is \
four metres long.

Ferry operator Ilmar Joost said he would run twice as many boats across the Sarn from Wednesday morning, and carry \
cyclists free of charge.

Shopkeepers in the old town fear for their trade. "Half of my customers come over that bridge," said Petra Halvorsen, \
who sells cheese in Mill Street.

The bridge was opened in 1931 and last repaired in 1987. A report written in 2019 had called for new foundations, but \
the town council put the work off twice.

Opposition councillor Dario Feld called for an inquiry. "Somebody read that report and laid it aside," Feld said.

Repairs are expected to cost 42 million crowns, according to the roads office.

The regional government in Marrick has promised to pay half of the sum.
"""

BRIDGE_WIRE = """\
KESSUM – Engineers closed the Anselm Bridge on Tuesday after divers found cracks in two of its piers.

The divers found the damage on Monday evening, during a routine inspection. The longest crack measures six metres, the \
roads office said.

Some 18,000 vehicles use the bridge every day.

Orla Venn, the mayor, said it would stay shut "for as long as the engineers tell us to".

Ilmar Joost, who runs the ferries across the Sarn, promised twice as many boats from Wednesday.

The roads office put the cost of the repairs at 58 million crowns. It is not clear who will pay.

Schools on the western bank will begin an hour later this week, the education office said.
"""

BRIDGE_POST = """\
Nobody in Kessum was surprised on Tuesday when the Anselm Bridge was closed. A report of 2019 had called for new \
foundations.

"Somebody read that report and laid it aside," said Dario Feld, an opposition councillor, who wants an inquiry into \
why the council put the work off twice.

The roads office says that cracks were found in two of the six piers.

Mayor Orla Venn defended the decision. "We did not want to wait for a disaster," she said.

Petra Halvorsen, who sells cheese in Mill Street, said that half of her customers came over the bridge.

An architect, Lena Quist, proposed a footbridge of timber that could be built within a month.

The Anselm Bridge was opened in 1931.
"""

STRIKE_GAZETTE = """\
Librarians in Ostwell went on strike on Friday over plans to close four of the city's nine branches.

"We are not closing books, we are closing doors on children," said Marta Ilves, who leads the librarians' union.

The city says that it must save 3.1 million crowns this year. Councillor Bram Okker said nobody would lose a job.

Readers brought tea and biscuits to the pickets in front of the central library on Harbour Square.

The strike is to end on Sunday evening.
"""

STRIKE_WIRE = """\
OSTWELL – Librarians walked out on Friday in protest at the closing of four branches in Ostwell.

Union leader Marta Ilves said the city was "closing doors on children".

The city wants to save 3.4 million crowns, Councillor Bram Okker said. He promised that no jobs would be lost.

The walkout ends on Sunday.
"""

FERRY_POST = """\
A fire broke out on the ferry Heron on Lake Ardane on Saturday, and all 64 passengers were brought ashore unhurt.

Captain Sunniva Rask said the flames had started in the galley. "The crew did everything right," Rask said.

Two fishing boats took the passengers to the village of Tolm. The ferry was towed to the yard at Ardane Head.

The shipping office has begun an investigation.
"""

FERRY_WIRE = """\
All 60 passengers of the ferry Heron were brought ashore after a fire in the galley on Lake Ardane on Saturday.

Fishing boats carried them to Tolm, where villagers gave them blankets and soup.

Sunniva Rask, the captain, praised her crew. "They did everything right," she said.

The shipping office is investigating the fire.
"""

LANTERNS = """\
灯笼节 lit the canal of 北河 on Thursday evening, and some 2,000 lanterns floated past the old tea house 🏮🎉.

"我们等了三年," said the tea master 林小雨, whose name means small rain. "We waited three years for this."

Families 👨‍👩‍👧 came from as far as Zoë’s café on the north bank.
"""

FILES = {
    "bridge-gazette.md": report(
        "Cracked bridge at Kessum closed",
        "Harbour Gazette",
        "2024-05-14",
        BRIDGE_GAZETTE,
        author="Tove Lind",
        url="https://gazette.example/kessum/bridge",
    ),
    "bridge-wire.md": report("Kessum bridge shut over cracks in piers", "Northern Wire", "2024-05-14", BRIDGE_WIRE),
    "bridge-post.md": report("The bridge that everybody knew about", "Meridian Post", "2024-05-15", BRIDGE_POST),
    "strike-gazette.md": report("Librarians strike in Ostwell", "Harbour Gazette", "2024-04-19", STRIKE_GAZETTE),
    "strike-wire.md": report("Ostwell libraries: staff walk out", "Northern Wire", "2024-04-19", STRIKE_WIRE),
    "ferry-post.md": report("Fire on Lake Ardane ferry", "Meridian Post", "2024-03-09", FERRY_POST),
    "ferry-untitled.md": report(None, "Northern Wire", "2024-03-10", FERRY_WIRE),
    "lanterns.md": report("灯笼节 lights the canal 🏮", "北河日报", "2024-02-22", LANTERNS),
}
BROKEN = "scan.txt"
BROKEN_BYTES = b"\x00\x01\x02\x89PNG\r\n" + bytes(range(256)) * 8


@dataclass(frozen=True)
class Newsstand:
    """A folder of articles that no test changes, and a catalogue of it for copying."""

    articles: Path
    cache: Path

    def open(self, home: Path) -> Library:
        """The library with a catalogue of the test's own."""
        cache = home / "cache"
        if not cache.exists():
            shutil.copytree(self.cache, cache)
        return Library.open([self.articles], cache)


def build(home: Path) -> Newsstand:
    """Write the articles and index them."""
    made = Newsstand(home / "articles", home / "cache")
    made.articles.mkdir(parents=True)
    for name, text in FILES.items():
        (made.articles / name).write_text(text, "utf-8")
    (made.articles / BROKEN).write_bytes(BROKEN_BYTES)
    library = Library.open([made.articles], made.cache)
    library.index()
    library.close()
    return made
