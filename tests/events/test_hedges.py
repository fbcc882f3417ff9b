"""How exactly a figure is put: a bound that may itself be meant is never shown as one that is not."""

import pytest
from tellings import article, at

from reader.events.hedges import hedged
from reader.model import Figure
from reader.model.analysis import Hedge

PUT = [
    ("At least 20 people were hurt.", "20", "over", "at least 20"),
    ("More than 20 people were hurt.", "20", "over", "over 20"),
    ("No fewer than twenty people were hurt.", "twenty", "over", "no fewer than twenty"),
    ("Up to 300 sheep were lost.", "300", "under", "up to 300"),
    ("At most a dozen sheep were lost.", "dozen", "under", "at most dozen"),
    ("Some 300 sheep were lost.", "300", "about", "about 300"),
    ("The mill lost 300 or more sheep.", "300", "over", "300 or more"),
    ("The mill lost 300 sheep.", "300", None, "300"),
]


@pytest.mark.parametrize(("text", "words", "kind", "shown"), PUT)
def test_a_figure_is_as_exact_as_the_article_puts_it(text: str, words: str, kind: Hedge | None, shown: str) -> None:
    made = article(text)
    assert hedged(made.text, Figure(at(made.text, words), 20.0, None, "people", kind)) == shown
