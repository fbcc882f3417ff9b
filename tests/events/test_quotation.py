"""The same utterance in two reports gets the class that says how it differs; what only looks alike is left apart."""

import re

import pytest
from tellings import article, person, plain

from reader.events import compare
from reader.events.wording import word_keys
from reader.model import Analysis, Article, ComparedQuote, Quote, Span, Speaker

FRAME = "After the vote in Orsk on Friday the council leader Mara Quill told the packed chamber: {}"
LONG = "we will rebuild the old lighthouse stone by stone before the winter storms return"
_MARKED = re.compile(r"<([^>]+)>")


def telling(text: str, name: str, speaker: str | None = "Mara Quill") -> tuple[Article, Analysis]:
    """A report in which every `<…>` is a quotation; an `~` before its words makes it indirect."""
    raw = text
    found: list[tuple[str, str]] = []
    for n, match in enumerate(_MARKED.finditer(raw), 1):
        kind = "indirect" if match.group(1).startswith("~") else "direct" if match.group(1)[0] in '"“' else "mixed"
        found.append((kind, match.group(1).removeprefix("~")))
        assert n < 9
    made = article(_MARKED.sub(lambda match: match.group(1).removeprefix("~"), raw), name)
    quotes = []
    place = 0
    for n, (kind, words) in enumerate(found, 1):
        start = made.text.index(words, place)
        place = start + len(words)
        who = Speaker(speaker, "person", None, "name") if speaker else Speaker()
        quotes.append(Quote(f"q{n}", kind, (Span(start, place),), speaker=who))  # type: ignore[arg-type]
    entities = (person(made, speaker),) if speaker and speaker in made.text else ()
    return made, plain(made, quotes=tuple(quotes), entities=entities)


def compared(a: str, b: str, speaker_of_b: str = "Mara Quill") -> tuple[ComparedQuote, ...]:
    one, found = telling(FRAME.format(a), "a")
    other, found_other = telling(FRAME.format(b), "b", speaker_of_b)
    return compare(one, found, other, found_other).quotes


CLASSES = [
    ('<"It is over.">', '<"It is over.">', "identical"),
    ('<"It is over.">', "<“It is over”>.", "identical"),
    (f'<"{LONG}.">', f"<“{LONG}”>.", "identical"),
    (f'<"{LONG}.">', f"<“{LONG.title()}”>.", "identical"),
    ('<"The harbour is ours">', '<"The harbor is ours.">', "identical"),
    ('<"We stand — all of us — together">', '<"We stand - all of us - together">', "identical"),
    ('<"It’s the people’s house">', "<\"It's the people's house\">", "identical"),
    ('<"For us it is clear that we must go">', '<"For us, it is clear that we must go">', "punctuation"),
    ('<"Stop, stop and think again">', '<"Stop stop and think again!">', "punctuation"),
    ('<"No; we shall never sell it">', '<"No, we shall never sell it">', "punctuation"),
    (f'<"{LONG}.">', '<"we will rebuild the old lighthouse">', "trimmed"),
    ('<"rebuild the old lighthouse stone by stone">', f'<"{LONG}.">', "trimmed"),
    (f'<"{LONG}.">', '<"rebuild … before the winter storms return">', "trimmed"),
    ("<she was “ready” to rebuild it>", "<she was “ready to rebuild” it>", "trimmed"),
    (
        '<"The sea gave us everything we have, and we will not forget it">',
        '<"The sea gave us everything we have">',
        "trimmed",
    ),
    (f'<"{LONG}.">', f'<"{LONG.replace("old", "white")}.">', "reworded"),
    (
        f'<"{LONG}.">',
        '<"we shall rebuild the lighthouse stone after stone before the winter storms come back">',
        "reworded",
    ),
    ('<"We do not want a fight">', '<"We don\'t want a fight here">', "reworded"),
    ('<"Nobody told us about the leak until Monday">', '<"No one told us about the leak before Monday">', "reworded"),
    (f'<"{LONG}.">', "<~the town would rebuild the lighthouse stone by stone before the winter>", "paraphrased"),
    ("<~the old lighthouse would be rebuilt before the winter storms>", f'<"{LONG}.">', "paraphrased"),
    (
        '<"We will rebuild the old lighthouse. We will do it before the storms return">',
        '<"We will rebuild the old lighthouse"> and added: <"We will do it before the storms return">',
        "split",
    ),
    (
        '<"We will rebuild the old lighthouse"> and added: <"We will do it before the storms return">',
        '<"We will rebuild the old lighthouse. We will do it before the storms return">',
        "merged",
    ),
    (f'<"{LONG}.">', '<"Taxes will not rise in this town, not by a single penny">', "only"),
    ('<"never again">', '<"a great day">', "only"),
    ('<"We are ready to talk to everybody about the price">', '<"ready to fight">', "only"),
    ("<~the lighthouse needed paint>", '<"The ferry must run on Sundays">', "only"),
    ('<"an absolute scandal">', '<"an absolute triumph">', "only"),
]


@pytest.mark.parametrize(("a", "b", "kind"), CLASSES)
def test_class_of_the_same_utterance(a: str, b: str, kind: str) -> None:
    assert {pair.kind for pair in compared(a, b)} == {kind}


@pytest.mark.parametrize(("a", "b", "kind"), [row for row in CLASSES if row[2] not in ("only", "split", "merged")])
def test_pieces_give_back_both_quotations(a: str, b: str, kind: str) -> None:
    (pair,) = compared(a, b)
    for sign, text in (("-", a), ("+", b)):
        told = word_keys("".join(piece for step, piece in pair.ops if step in ("=", sign)))
        assert told == word_keys(text.replace("~", ""))


def test_a_different_speaker_is_a_veto() -> None:
    pairs = compared(f'<"{LONG}.">', f'<"{LONG}.">', "Otto Fenn")
    assert {pair.kind for pair in pairs} == {"only"}


def test_a_fragment_outside_aligned_passages_proves_nothing() -> None:
    one, found = telling('Mara Quill told the council in Orsk that the ferry was <"ready to go"> on Friday.', "a", None)
    other, found_other = telling(
        'Sanctions against the fleet are <"ready to go">, the envoy warned in Bryn.', "b", None
    )
    assert {pair.kind for pair in compare(one, found, other, found_other).quotes} == {"only"}


def test_the_same_long_quotation_is_found_where_nothing_else_is_alike() -> None:
    one, found = telling(f'The council met. <"{LONG}."> So it went.', "a", None)
    other, found_other = telling(f'Rain fell on the market all day. Then came the words: <"{LONG}.">', "b", None)
    assert {pair.kind for pair in compare(one, found, other, found_other).quotes} == {"identical"}


def test_every_quotation_is_accounted_for() -> None:
    pairs = compared('<"It is over"> and <"go home">', '<"It is over"> and <"stay here"> and <"all of you">')
    assert sorted(pair.a for pair in pairs if pair.a) == ["q1", "q2"]
    assert sorted(pair.b for pair in pairs if pair.b) == ["q1", "q2", "q3"]
