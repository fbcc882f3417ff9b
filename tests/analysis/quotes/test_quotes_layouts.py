"""One invented sentence or two per layout, with what must be found in it."""

import pytest

from reader.analysis.quotes import find_quotes
from reader.model import Article, Entity, Quote, Span


def article_of(text: str) -> Article:
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Span(at, at + len(part)))
        at += len(part) + 2
    return Article("a", "a.txt", text, tuple(paragraphs))


def sentences_of(article: Article) -> tuple[Span, ...]:
    """Cut at stops before a space and a capital or a mark: enough for these texts."""
    found = []
    for paragraph in article.paragraphs:
        start = paragraph.start
        for at in range(paragraph.start, paragraph.end - 1):
            stops = any(c in ".?!" for c in article.text[max(start, at - 2) : at])
            if stops and article.text[at] == " " and article.text[at + 1] in _STARTS:
                found.append(Span(start, at))
                start = at + 1
        found.append(Span(start, paragraph.end))
    return tuple(found)


_STARTS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ“\"‘'"
PEOPLE = {
    "Ada Field": ("person", ("Norland Chancellor",), ("Ada Field", "Field")),
    "Tom Brook": ("person", ("President",), ("Tom Brook", "Brook")),
    "Norland": ("place", (), ("Norland",)),
    "Norland Foreign Ministry": ("organisation", (), ("Norland Foreign Ministry",)),
    "Northern Pact": ("organisation", (), ("Northern Pact",)),
}


def entities_of(text: str) -> tuple[Entity, ...]:
    taken: list[Span] = []
    made = []
    forms = sorted(((form, name) for name, (_, _, all_) in PEOPLE.items() for form in all_), key=lambda p: -len(p[0]))
    places: dict[str, list[Span]] = {}
    for form, name in forms:
        at = text.find(form)
        while at >= 0:
            span = Span(at, at + len(form))
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                places.setdefault(name, []).append(span)
            at = text.find(form, at + 1)
    for name, spans in places.items():
        kind, titles, _ = PEOPLE[name]
        used = tuple(title for title in titles if title in text)
        made.append(Entity(name, kind, tuple(sorted(spans)), used))  # type: ignore[arg-type]
    return tuple(made)


def quotes_of(text: str) -> tuple[Article, tuple[Quote, ...]]:
    article = article_of(text)
    return article, find_quotes(article, sentences_of(article), entities_of(text))


CASES = [
    # text, kind, parts, name, via
    (
        "“We will rebuild the bridge,” Field said. Ada Field left.",
        "direct",
        ["“We will rebuild the bridge,”"],
        "Ada Field",
        "name",
    ),
    (
        "“We will rebuild the bridge,” said Ada Field, the mayor.",
        "direct",
        ["“We will rebuild the bridge,”"],
        "Ada Field",
        "name",
    ),
    ('Ada Field said, "We will rebuild."', "direct", ['"We will rebuild."'], "Ada Field", "name"),
    ('Ada Field told reporters: "We will rebuild."', "direct", ['"We will rebuild."'], "Ada Field", "name"),
    (
        "“We will rebuild,” Ada Field said, “and we will pay.”",
        "direct",
        ["“We will rebuild,”", "“and we will pay.”"],
        "Ada Field",
        "name",
    ),
    (
        "“We will rebuild,” Ada Field said. “We will pay.”",
        "direct",
        ["“We will rebuild,”", "“We will pay.”"],
        "Ada Field",
        "name",
    ),
    (
        "Ada Field said the plan was “a disaster” for the coast.",
        "mixed",
        ["the plan was “a disaster” for the coast"],
        "Ada Field",
        "name",
    ),
    (
        "Ada Field said the plan was “sound,” the latest sign that talks may go on.",
        "mixed",
        ["the plan was “sound,”"],
        "Ada Field",
        "name",
    ),
    (
        "“Of course” Norland does not want a quarrel, Ada Field said.",
        "mixed",
        ["“Of course” Norland does not want a quarrel"],
        "Ada Field",
        "name",
    ),
    (
        "Ada Field said that the bridge would stay closed.",
        "indirect",
        ["the bridge would stay closed"],
        "Ada Field",
        "name",
    ),
    (
        "Ada Field said at a meeting in the harbour on Friday that the bridge would stay closed.",
        "indirect",
        ["the bridge would stay closed"],
        "Ada Field",
        "name",
    ),
    (
        "The bridge would stay closed, Ada Field said.",
        "indirect",
        ["The bridge would stay closed"],
        "Ada Field",
        "name",
    ),
    (
        "The bridge, Ada Field said, would stay closed.",
        "indirect",
        ["The bridge", "would stay closed"],
        "Ada Field",
        "name",
    ),
    (
        "According to Ada Field, the bridge would stay closed.",
        "indirect",
        ["the bridge would stay closed"],
        "Ada Field",
        "name",
    ),
    (
        "The bridge will stay closed, according to a statement of the Norland Foreign Ministry.",
        "indirect",
        ["The bridge will stay closed"],
        "Norland Foreign Ministry",
        "name",
    ),
    (
        "Ada Field, 61, a former nurse, said the bridge was unsafe.",
        "indirect",
        ["the bridge was unsafe"],
        "Ada Field",
        "name",
    ),
    (
        "Ada Field, who met Tom Brook in May, said “nobody is to blame.”",
        "direct",
        ["“nobody is to blame.”"],
        "Ada Field",
        "name",
    ),
    (
        "Speaking beside Tom Brook, Ada Field called the plan “a gift.”",
        "mixed",
        ["the plan “a gift.”"],
        "Ada Field",
        "name",
    ),
    ("Norland announced it was closing the harbour.", "indirect", ["it was closing the harbour"], "Norland", "name"),
    ("“Is it safe?” Ada Field asked.", "direct", ["“Is it safe?”"], "Ada Field", "name"),
    ("“It was all lies.” — Ada Field, teacher", "direct", ["“It was all lies.”"], "Ada Field", "name"),
    ("``It was safe,'' Ada Field said.", "direct", ["``It was safe,''"], "Ada Field", "name"),
    ("«It was safe», Ada Field said.", "direct", ["«It was safe»"], "Ada Field", "name"),
    (
        "‘It was the crews’ fault, and it’s over,’ Ada Field said.",
        "direct",
        ["‘It was the crews’ fault, and it’s over,’"],
        "Ada Field",
        "name",
    ),
    (
        "'It was the crews' fault, and it's over,' Ada Field said.",
        "direct",
        ["'It was the crews' fault, and it's over,'"],
        "Ada Field",
        "name",
    ),
    ("Ada Field vowed to rebuild the bridge.", "indirect", ["to rebuild the bridge"], "Ada Field", "name"),
    (
        "Ada Field said she wants [the bridge] to be “safe … and cheap.”",
        "mixed",
        ["she wants [the bridge] to be “safe … and cheap.”"],
        "Ada Field",
        "name",
    ),
]


@pytest.mark.parametrize(("text", "kind", "parts", "name", "via"), CASES, ids=[case[0][:40] for case in CASES])
def test_layout(text: str, kind: str, parts: list[str], name: str, via: str) -> None:
    article, quotes = quotes_of(text)
    found = [(q.kind, [s.of(article.text) for s in q.spans], q.speaker.name, q.speaker.via) for q in quotes]
    assert (kind, parts, name, via) in found


def test_participle_shares_the_subject_of_the_verb_before() -> None:
    article, quotes = quotes_of("Ada Field added that the plan is “a fair start,” saying “others should join us.”")
    assert [(q.kind, q.spans[0].of(article.text), q.speaker.name) for q in quotes] == [
        ("mixed", "the plan is “a fair start,”", "Ada Field"),
        ("direct", "“others should join us.”", "Ada Field"),
    ]


def test_two_speakers_in_one_sentence_keep_their_own_words() -> None:
    article, quotes = quotes_of("Ada Field said the bridge was safe, while Tom Brook said nobody had tested it.")
    assert [(q.spans[0].of(article.text), q.speaker.name) for q in quotes] == [
        ("the bridge was safe", "Ada Field"),
        ("nobody had tested it", "Tom Brook"),
    ]


def test_addressee_is_not_the_speaker() -> None:
    _, (quote,) = quotes_of(
        "President Tom Brook told visiting Norland Chancellor Ada Field on Friday that he is “ready.”"
    )
    assert (quote.speaker.name, quote.addressee) == ("Tom Brook", "Ada Field")


def test_pronoun_means_the_subject_before_and_not_the_last_name() -> None:
    _, quotes = quotes_of(
        "Ada Field’s visit came after she had met Tom Brook.\n\n“We agree on much,” she told reporters."
    )
    assert (quotes[-1].speaker.name, quotes[-1].speaker.via) == ("Ada Field", "pronoun")
    assert any("she" in reason for reason in quotes[-1].reasons)


def test_role_means_the_person_introduced_with_it() -> None:
    meeting = "President Tom Brook received Norland Chancellor Ada Field."
    text = f"{meeting}\n\n“It went well,” the Norland chancellor told reporters."
    _, quotes = quotes_of(text)
    assert (quotes[-1].speaker.name, quotes[-1].speaker.via) == ("Ada Field", "title")


def test_sentence_without_a_cue_is_carried_from_the_one_before() -> None:
    article, quotes = quotes_of(
        "The tests are done, Tom Brook said. But it “cannot wait” for the winter, when ice comes."
    )
    carried = quotes[-1]
    assert (carried.kind, carried.speaker.name, carried.speaker.via) == ("mixed", "Tom Brook", "carried")
    assert carried.spans[0].of(article.text).startswith("it “cannot wait”")


def test_quotation_over_two_paragraphs_is_one_quote_in_two_parts() -> None:
    article, quotes = quotes_of("“We begin in May,” Ada Field said. “It is late.\n\n“But it is not too late.”")
    assert [s.of(article.text) for s in quotes[0].spans] == [
        "“We begin in May,”",
        "“It is late.",
        "“But it is not too late.”",
    ]
    assert len(quotes) == 1


def test_unclosed_mark_does_not_swallow_the_paragraph() -> None:
    article, quotes = quotes_of("Ada Field said: “It is late. The bridge closed at noon. Nobody came.")
    assert quotes[0].spans[0].of(article.text) == "“It is late."


def test_quotation_that_nobody_claims_is_given_without_a_speaker() -> None:
    _, quotes = quotes_of("“Nobody will ever know who wrote these words.”")
    assert [(q.kind, q.speaker.name, q.speaker.mention) for q in quotes] == [("direct", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The host of “Morning Harbour” left early.",
        "The so-called “experts” left early.",
        "It was the voters’ choice in the ’90s.",
        "The reported deal and the claims of fraud were old news.",
    ],
)
def test_no_speech(text: str) -> None:
    assert quotes_of(text)[1] == ()


def test_quote_inside_a_quote_names_the_one_around_it() -> None:
    article, quotes = quotes_of("“I told him, ‘Wait here,’ and I left,” Ada Field said.")
    outer, inner = quotes
    assert (inner.spans[0].of(article.text), inner.nested_in) == ("‘Wait here,’", outer.id)
    assert inner.speaker.name == "Ada Field"


def test_direct_quote_beside_its_named_speaker_is_surer_than_one_that_is_guessed() -> None:
    _, (plain,) = quotes_of("“We will rebuild the bridge,” Ada Field said.")
    _, (guess,) = quotes_of("Ada Field went to the old harbour with “a heavy heart indeed” in May.")
    assert plain.confidence >= 0.9 > 0.5 > guess.confidence


def test_a_paragraph_of_nothing_but_quotation_goes_on_from_the_one_before() -> None:
    text = "“We will rebuild,” Ada Field said. “We will pay.”\n\n“It will take years. We have them.”\n\nIt rained."
    article, (quote,) = quotes_of(text)
    assert [span.of(article.text) for span in quote.spans][-1] == "“It will take years. We have them.”"
    assert quote.speaker.name == "Ada Field"


def test_a_paragraph_with_a_speaker_of_its_own_does_not() -> None:
    text = "“We will rebuild,” Ada Field said. “We will pay.”\n\n“It will take years.” “Too many,” Tom Brook said."
    _, found = quotes_of(text)
    assert all(span.end <= text.index("\n") for span in found[0].spans)
