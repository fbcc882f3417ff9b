"""A folder of articles that others change while somebody reads them."""

from pathlib import Path

PAPERS = 50
"""More than the list has room for."""


def report(number: int, *more: str) -> str:
    """Text of an article that is an event of its own."""
    paragraphs = [
        f"The council of Aldmere{number} met on Monday about report {number}, and the hall was full until late.",
        f"“The ferry will sail on day {number},” Mayor Tessaly Brun said on Monday after the vote.",
        "Nobody spoke against it, and the harbour stays open to the end of the year.",
        *more,
    ]
    head = f"---\ntitle: Report {number}\nsource: Paper {number}\ndate: '{1800 + number}-03-04'\n---\n\n"
    return head + "\n\n".join(paragraphs) + "\n"


def put(path: Path, text: str) -> None:
    """Write a file at once: nobody sees half of it, however slow the machine is."""
    aside = path.with_name("aside")
    aside.write_text(text, "utf-8")
    aside.replace(path)


def write(folder: Path) -> None:
    """The first of them."""
    folder.mkdir()
    for number in range(1, PAPERS + 1):
        (folder / f"{number}.md").write_text(report(number), "utf-8")
