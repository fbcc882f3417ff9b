"""Which marks belong together."""

import pytest

from reader.analysis.quotes.marks import pair_marks
from reader.model import Span


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("“It’s ‘mine’ now.”", ["“It’s ‘mine’ now.”", "‘mine’"]),
        ("‘It’s the voters’ choice,’ he said.", ["‘It’s the voters’ choice,’"]),
        ("'It's the voters' choice,' he said.", ["'It's the voters' choice,'"]),
        ("‘He said “no” to us,’ she said.", ["‘He said “no” to us,’", "“no”"]),
        ("The ’90s and the voters’ choice, 'tis said.", []),
        ("``Yes,'' she said.", ["``Yes,''"]),
        ("''Yes,'' she said.", ["''Yes,''"]),
        ("«Yes», „no“.", ["«Yes»", "„no“"]),
        ('A 6\'2" man said "no".', ['"no"']),
        ("He said “a third.“ And left.", ["“a third.“"]),
        ("”Wrong way,” she said.", ["”Wrong way,”"]),
        ("“Left open. And on.", ["“Left open. And on."]),
    ],
)
def test_pairs(text: str, stretches: list[str]) -> None:
    found = pair_marks(text, Span(0, len(text)))
    assert [text[s.start : s.end] for s in found] == stretches


def test_parent_is_the_stretch_around() -> None:
    text = "“I said, ‘Go.’ She said, ‘No.’”"
    assert [s.parent for s in pair_marks(text, Span(0, len(text)))] == [-1, 0, 0]


def test_stays_inside_its_paragraph() -> None:
    text = "“One.\n\n“Two.”"
    first, second = pair_marks(text, Span(0, 5)), pair_marks(text, Span(7, len(text)))
    assert [(s.closed, s.end) for s in (*first, *second)] == [(False, 5), (True, len(text))]
