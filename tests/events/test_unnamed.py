"""Who has a name among the speakers, and what those are called who have none."""

import pytest

from reader.analysis import analyse
from reader.events import Member, speakers, who_said_what
from reader.events.unnamed import description, is_name, surnames
from reader.model import Article, Span
from reader.model.analysis import Quote, Speaker

PEOPLE = frozenset(("Vasko", "Brandvold"))


@pytest.mark.parametrize(
    ("name", "type", "named"),
    [
        ("Teodor Vasko", "person", True),
        ("Harbour Authority", "organisation", True),
        ("Ostrel", "place", True),
        ("Vasko and Brandvold", "group", True),
        ("Teodor Vasko Jr. and Ilka Brandvold", "group", True),
        ("prosecutors", "group", False),
        ("Dockers", "group", False),
        ("Dockers and Clerks", "group", False),
        ("Harbour officials", "group", False),
        ("Another top Docker", None, False),
        ("Every Docker", None, False),
        ("harbour’s oldest captain", None, False),
        ("Noordam", None, False),
        ("Sietse Noordam", None, True),
        ("Ostrel Democrat", "organisation", False),
        ("Harbour Republicans", "organisation", False),
        ("Friends of the Sound", None, True),
    ],
)
def test_what_is_a_name(name, type, named) -> None:
    assert is_name(name, type, PEOPLE) is named


@pytest.mark.parametrize(
    ("text", "mention", "words"),
    [
        ("The indictment says so.", "The indictment", "indictment"),
        ("Prosecutors say so. The prosecutors left.", "Prosecutors", "prosecutors"),
        ("Liberals say so. He met Liberals.", "Liberals", "Liberals"),
        ("Then Dockers say so.", "Dockers", "Dockers"),
        ("Harbour Board members say so.", "Harbour Board members", "Harbour Board members"),
        ("At the time, it was said so.", "the time", None),
        ("A man hiding a wanted docker told them so.", "hiding a wanted docker", None),
        ("A visiting captain said so.", "A visiting captain", "visiting captain"),
        ("They say so.", "They", None),
        ("A man who says so.", "who", None),
        ("It is said.", None, None),
    ],
)
def test_how_somebody_without_a_name_is_called(text, mention, words) -> None:
    span = Span(text.index(mention), text.index(mention) + len(mention)) if mention else None
    assert description(Quote("q1", "indirect", (Span(0, len(text)),), speaker=Speaker(mention=span)), text) == words


TEXTS = (
    'The harbour was closed on Monday, Ilva Brandt said. "Nobody may sail," said one captain. The report said that '
    "forty boats lay at the quay.",
    'Ilva Brandt said that nobody may sail. Fishermen said that they would wait. "Nobody may sail," said one captain.',
)


def _members() -> tuple[Member, ...]:
    articles = [Article(f"a{n}", f"{n}.txt", text, (Span(0, len(text)),)) for n, text in enumerate(TEXTS)]
    return tuple(Member(one, analyse(one)) for one in articles)


def test_every_quotation_is_with_a_name_or_with_one_description() -> None:
    members = _members()
    found = speakers(members)
    assert found.unnamed is not None
    for n, member in enumerate(members):
        named = [id for row in found.named for id in row.quotes[n]]
        described = [id for row in found.described for id in row.quotes[n]]
        assert sorted(described) == sorted(found.unnamed.quotes[n])
        assert sorted([*named, *described]) == sorted(quote.id for quote in member.analysis.quotes)
    assert {row.speaker for row in found.named} <= {row.speaker for row in who_said_what(members)}
    assert all(row.described for row in found.described)
    assert not any(row.described for row in found.named)


def test_surnames_are_last_words_without_junior() -> None:
    text = "Teodor Vasko Jr. met Ilka Brandvold."
    found = surnames([analyse(Article("a", "a.txt", text, (Span(0, len(text)),)))])
    assert found >= {"Brandvold"}
    assert "Jr." not in found
