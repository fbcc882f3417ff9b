"""Names of one bearer are found across articles, however fully each of them gives the name."""

import pytest
from tellings import article, everywhere, plain

from reader.events.bearers import bearers, shared_names
from reader.model import Analysis, Entity


def naming(*names: str) -> Analysis:
    made = article(f"Those who came were {', '.join(names)} and nobody else.")
    return plain(made, entities=tuple(Entity(name, "person", everywhere(made.text, name)) for name in names))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Roy Tull", "Roy B. Tull Jr."),
        ("Bob Tull", "Robert Tull"),
        ("Roy Tull", "Roy Tull"),
        ("Tull", "Roy B. Tull"),
    ],
)
def test_one_person_under_two_names(a: str, b: str) -> None:
    pairs = shared_names(naming(a), naming(b))
    assert [(pair.a.name, pair.b.name) for pair in pairs] == [(a, b)]


@pytest.mark.parametrize(
    ("a", "b"), [("Roy Tull", "Anna Tull"), ("Roy Tull Jr.", "Roy Tull Sr."), ("Roy Tull", "Roy Hall")]
)
def test_two_people(a: str, b: str) -> None:
    assert shared_names(naming(a), naming(b)) == []


def test_every_form_leads_to_the_commonest_name() -> None:
    one, two, three = bearers([naming("Roy Tull"), naming("Roy B. Tull Jr."), naming("Roy Tull", "Ada Finch")])
    assert one["Roy Tull"] == two["Roy B. Tull Jr."] == three["Roy Tull"] == "Roy Tull"
    assert three["Ada Finch"] == "Ada Finch"
    assert bearers([]) == ()
