"""Who is meant where a long title, a description or a party stands around a name."""

import pytest

from reader.analysis import analyse
from reader.model import Article, Span


def speaker(text: str) -> str | None:
    found = analyse(Article("a", "a.txt", text, (Span(0, len(text)),))).quotes
    return found[0].speaker.name if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Former Secretary of State Jonas Velling said he had kept the letters.", "Jonas Velling"),
        ("“We want the truth,” said former Fish and Harbour Development Secretary Mira Osten.", "Mira Osten"),
        ("Secretary of State Jonas Velling issued a statement decrying the leak.", "Jonas Velling"),
        ("Another top Liberal, Sen. Jonas Velling of South Carolina, also said that he was wrong.", "Jonas Velling"),
        ("The Democrat, Representative Mira Osten of Ohio, said that the ferry had declined.", "Mira Osten"),
        ("Speaking on “Harbour Morning,” Sen. Jonas Velling, R-Ariz., said the remarks were wrong.", "Jonas Velling"),
        ("President Velling stood firm on Friday, warning that the strike could last for years.", "Velling"),
        ("Arizona Gov. Jan Velling (R) announced her decision to veto the bill on Wednesday.", "Jan Velling"),
        ("An aide to Senator Jonas Velling said that the vote was off.", None),
    ],
)
def test_the_person_behind_a_title(text, name) -> None:
    assert speaker(text) == name


def test_a_place_behind_a_role_is_nobody() -> None:
    assert speaker("The mayor of Washington, DC, suggested that it was peddling hate.") is None


def test_words_that_open_a_sentence_are_nobody() -> None:
    assert speaker("Indeed, as the director has said, your letter “puts you at odds with the party.”") is None


FAMILY = (
    "Jonas Velling III, a lawyer and the husband of Clara Velling, spoke on Monday. "
    "“He will lose,” Mr. Velling wrote. “We shall see,” Ms. Velling said."
)


def test_a_title_tells_husband_and_wife_apart() -> None:
    found = analyse(Article("a", "a.txt", FAMILY, (Span(0, len(FAMILY)),))).quotes
    assert [quote.speaker.name for quote in found if quote.kind == "direct"] == ["Jonas Velling III", "Clara Velling"]


def test_a_son_named_late_is_not_whom_the_article_was_about() -> None:
    text = (
        "President Velling went home. Mr. Velling said that he was tired. Mr. Velling then slept. "
        "His son, Jonas Velling Jr., was away."
    )
    found = analyse(Article("a", "a.txt", text, (Span(0, len(text)),)))
    assert found.quotes[0].speaker.name == "Velling"
    assert {entity.name for entity in found.entities} >= {"Velling", "Jonas Velling Jr."}
