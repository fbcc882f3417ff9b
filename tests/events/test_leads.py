"""Reports of one event begin with it, each in words of its own: their first sentences find each other."""

from tellings import TRIAL, article, plain

from reader.events import compare

GAZETTE = """\
The harbour board of Sele has dropped its plan for a second pier, its chairman announced on Tuesday night.

"We have listened to the fishermen, and we have done the sums again," Anton Grell told a meeting in the net loft.

The pier was to cost 40 million crowns and take the place of the old herring sheds.
"""
WIRE = """\
Plans for another pier at Sele are off after months of protest from the town's fishing fleet.

"We have listened to the fishermen, and we have done the sums again," said Anton Grell, who heads the board.

Herring sheds of the last century would have had to go for it.
"""


def passages_of_the_leads(one: str, other: str):
    a, b = article(one, "a", published="2031-05-12"), article(other, "b", published="2031-05-12")
    found = compare(a, plain(a), b, plain(b))
    return [passage for passage in found.passages if passage.a[0].start == 0 and passage.b[0].start == 0], found


def test_leads_in_other_words_are_related_and_never_sure() -> None:
    leads, found = passages_of_the_leads(GAZETTE, WIRE)
    assert [passage.sure for passage in leads] == [False]
    assert not any(only.spans[0].start == 0 for only in (*found.only_a, *found.only_b))


def test_leads_of_reports_that_share_nothing_are_not_related() -> None:
    assert passages_of_the_leads(GAZETTE, TRIAL)[0] == []
