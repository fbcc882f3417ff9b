"""Articles as people have them on disk: fields recognised, the body whole and nothing but the body."""

import textwrap

import pytest

from reader.formats import read_bytes
from reader.model import Article

TITLE = "Ferries Collide in Fog off Port Belmont"
BODY = [
    'The harbour authority of Port Belmont said on Monday that "two ferries" had collided in thick fog, and that 14'
    " people were taken to hospital with minor injuries.",
    '"We heard a long horn and then nothing at all," said Mira Tallis, 41, who was on the upper deck. The self-'
    "governing port has had three such accidents since 2019.",
    "Officials would not say whether the radar had been switched on. An inquiry opens next week.",
    'The mayor, Jon Pell, called it "a bad night."',
]
TEXT = "\n\n".join(BODY)


def article(text: str, name: str = "a.txt") -> Article:
    reading = read_bytes(text.encode(), name)
    assert not reading.problems
    return reading.articles[0]


def body(found: Article) -> list[str]:
    return [span.of(found.text) for span in found.paragraphs]


def test_headline_byline_date_and_dateline() -> None:
    found = article(f"{TITLE}\nBy Jane Roe\n3 March 2021\n\nPORT BELMONT, Ardania (AP) - {TEXT}\n")
    assert (found.title, found.author, found.published) == (TITLE, "Jane Roe", "2021-03-03")
    assert (found.dateline, found.place, found.agency) == ("PORT BELMONT, Ardania (AP)", "Port Belmont", "AP")
    assert body(found) == BODY
    assert {origin.field: origin.line for origin in found.origins}["published"] == 3


def test_an_article_that_states_nothing() -> None:
    found = article("\n".join(BODY))
    assert body(found) == BODY
    assert (found.title, found.source, found.published, found.dateline, found.url) == (None,) * 5


def test_wrapped_lines_and_crlf_make_no_difference() -> None:
    wrapped = "\n\n".join(textwrap.fill(part, 70) for part in BODY).replace("\n", "\r\n")
    assert article(wrapped).text == TEXT
    assert article(wrapped).id == article("\ufeff" + TEXT, "other.md").id


def test_id_outlives_encoding_and_name_and_tells_outlets_apart() -> None:
    text = "Café owners said “no” on Monday."
    ids = {
        read_bytes(text.encode(code), name).articles[0].id
        for code in ("utf-8", "utf-16", "cp1252")
        for name in ("a.txt", "b.md")
    }
    assert len(ids) == 1
    assert article(f"{TEXT}\n\nhttps://a.test/x-1-y").id != article(f"{TEXT}\n\nhttps://b.test/x-1-y").id


def test_a_url_broken_over_lines_is_rejoined() -> None:
    found = article(
        f"# {TITLE}\n\n{TEXT}\n\nOriginal url:\n\n<https://news.test/a/ferries-collide-in-fog-off-port-belm>\n\nont-harbour-9931"
    )
    assert found.url == "https://news.test/a/ferries-collide-in-fog-off-port-belmont-harbour-9931"
    assert body(found) == BODY


def test_a_url_is_rejoined_with_the_name_of_its_file() -> None:
    found = article(f"{TEXT}\n\nSource: https://news.test/a/202103/03/WS620f0\n\n31.html")
    assert (found.url, found.text) == ("https://news.test/a/202103/03/WS620f031.html", TEXT)


@pytest.mark.parametrize("word", ["Advertisement", "Share", "harbour", "Ends"])
def test_a_url_is_never_joined_with_a_word(word: str) -> None:
    assert (
        article(f"{TEXT}\n\nSource: https://news.test/a/ferries-collide\n{word}").url
        == "https://news.test/a/ferries-collide"
    )


def test_source_and_date_from_the_url() -> None:
    found = article(f"{TITLE}\n\n{TEXT}\n\nhttps://www.bbc.co.uk/news/2021/03/03/ferries\n")
    assert (found.source, found.published) == ("BBC News", "2021-03-03")
    assert any(origin.field == "published" and origin.line is None for origin in found.origins)


@pytest.mark.parametrize(
    "caption",
    [
        "The ferries at the quay on Monday. **Ann Lee / TASS**",
        "**The ferries at the quay on Monday.** Ann Lee / AFP",
        "The ferries at the quay on Monday. [Photo/Agencies]",
        "The ferries at the quay on Monday (Photo by Ann Lee/Getty Images)",
        "Photo: Ann Lee, harbour office",
        "The ferries at the quay on Monday. Photo: Ann Lee",
        "The ferries at the quay on Monday. **Pool photo** / Ostline",
        "The ferries at the quay on Monday.\nAnn Lee / Reuters",
        "![The ferries at the quay](ferry.jpg)\n*The ferries on Monday.*",
    ],
)
def test_captions_leave_the_body_and_are_kept(caption: str) -> None:
    found = article(f"{TITLE}\n\n{caption}\n\n{TEXT}")
    assert body(found) == BODY
    assert found.captions


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("*AFP contributed reporting.*", "AFP"),
        ("The Associated Press contributed to this report.", "AP"),
        ("(With inputs from AFP)", "AFP"),
        ("(Reporting by Jane Roe in Belmont; Editing by John Doe)", None),
        ("(c) Belmont Wire. All of it is invented, with its people\nand places.", None),
        ("AFP/Reuters", "AFP, Reuters"),
        ("ab/cd (dpa, AFP)", "dpa, AFP"),
        ("© 2021 Agence France-Presse. All rights reserved.", "AFP"),
    ],
)
def test_credits_at_the_foot(line: str, agency: str | None) -> None:
    found = article(f"{TITLE}\n\n{TEXT}\n\n{line}\n")
    assert found.agency == agency
    assert body(found) == BODY
    assert found.leftovers


@pytest.mark.parametrize(
    "line", ["Advertisement", "**Read more:** A harbour without a pilot", "Share this article", "5 min read"]
)
def test_page_furniture_leaves_the_body(line: str) -> None:
    found = article("\n\n".join([TITLE, *BODY[:2], line, *BODY[2:]]))
    assert body(found) == BODY
    assert len(found.leftovers) == 1


@pytest.mark.parametrize(
    "paragraph",
    [
        "Share prices fell by a tenth on Tuesday, the exchange said.",
        "By the end of the week, no ferry had left the port.",
        "The editor contributed to the debate about this report on Monday, and so did the mayor.",
        "In March 2021, the port was closed.",
        "Photo evidence was shown to the court on Monday.",
        "The court was shown one more photo: Belmont harbour in the fog of Monday night.",
        "(c) the owner pays for the pilot, and the port for the radar.",
        'He wrote "5 * 3 [sic]" on the wall / AFP saw it.',
        "NATO – The alliance that was founded in 1949 – said nothing.",
    ],
)
def test_ordinary_paragraphs_stay(paragraph: str) -> None:
    assert body(article("\n\n".join([TITLE, BODY[0], paragraph, BODY[1]]))) == [BODY[0], paragraph, BODY[1]]


def test_an_ambiguous_date_is_left_out_with_a_notice() -> None:
    found = article(f"{TITLE}\n\n03/04/2021\n\n{TEXT}")
    assert found.published is None
    assert body(found) == BODY
    assert found.notices[0].severity == "notice"


def test_body_is_never_an_escape_sequence() -> None:
    found = article(f"{TITLE}\x1b]0;pwned\x07\n\n{BODY[0]}\x1b[2J &#27;[31m\n")
    assert found.title == TITLE
    assert "\x1b" not in found.text
