"""Two reports laid beside each other: nothing is lost, nothing is shown twice, whatever the comparison says."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Analysis, Article, Comparison, Only, Passage, Span
from reader.session.comparing.aligning import _increasing, blocks
from reader.session.comparing.model import Side
from reader.session.comparing.opening import block_at, laid, offset_in, passages


def report(name: str, lengths: list[int]) -> tuple[Article, tuple[Span, ...]]:
    """An article of so many paragraphs, each of so many sentences, with the sentences' spans."""
    text, paragraphs, sentences = "", [], []
    for count in lengths:
        start = len(text)
        for number in range(count):
            begin = len(text)
            text += f"The {name} boat {number} reached pier {len(sentences)}."
            sentences.append(Span(begin, len(text)))
            text += " "
        text = text.rstrip()
        paragraphs.append(Span(start, len(text)))
        text += "\n\n"
    return Article(id=name, file=name, text=text.strip(), paragraphs=tuple(paragraphs)), tuple(sentences)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Side, Side, Comparison]:
    """Two reports and any links between their sentences."""
    lengths = st.lists(st.integers(1, 3), max_size=9)
    (a, own), (b, other) = report("left", draw(lengths)), report("right", draw(lengths))
    links = []
    if own and other:
        link = st.tuples(
            st.lists(st.sampled_from(own), min_size=1, max_size=2, unique=True),
            st.lists(st.sampled_from(other), min_size=1, max_size=2, unique=True),
            st.sampled_from(["same", "similar", "differs"]),
            st.floats(0.1, 1.0),
            st.booleans(),
        )
        links = draw(st.lists(link, max_size=12))
    found = tuple(Passage(tuple(sorted(x)), tuple(sorted(y)), kind, score, sure) for x, y, kind, score, sure in links)
    told_a = {span for one in found if one.sure for span in one.a}
    told_b = {span for one in found if one.sure for span in one.b}
    only_a = tuple(Only((span,), 0.5) for span in own if span not in told_a)
    only_b = tuple(Only((span,), 0.5) for span in other if span not in told_b)
    one = Side(1, 0, "Gazette", a, Analysis(sentences=own))
    two = Side(2, 1, "Wire", b, Analysis(sentences=other))
    return one, two, Comparison(found, only_a=only_a, only_b=only_b)


@settings(deadline=None)
@given(pairs())
def test_every_paragraph_stands_in_exactly_one_block(pair: tuple[Side, Side, Comparison]) -> None:
    a, b, comparison = pair
    found = blocks(a.article, b.article, comparison)
    left = [place for block in found for place in block.a]
    right = [place for block in found for place in block.b]
    assert left == list(range(len(a.article.paragraphs)))
    assert sorted(right) == list(range(len(b.article.paragraphs)))
    texts = [a.article.paragraphs[place].of(a.article.text) for place in left]
    assert "\n\n".join(texts) == a.article.text
    texts = [b.article.paragraphs[place].of(b.article.text) for place in sorted(right)]
    assert "\n\n".join(texts) == b.article.text


@settings(deadline=None)
@given(pairs())
def test_without_moved_blocks_the_right_report_is_in_its_order_too(pair: tuple[Side, Side, Comparison]) -> None:
    a, b, comparison = pair
    firsts = [
        block.b[0] for block in blocks(a.article, b.article, comparison) if block.a and block.b and not block.moved
    ]
    assert firsts == sorted(firsts)


@settings(deadline=None)
@given(pairs())
def test_a_sign_says_what_stands_there(pair: tuple[Side, Side, Comparison]) -> None:
    a, b, comparison = pair
    for block in blocks(a.article, b.article, comparison):
        if block.a and block.b:
            assert block.sign != "only"
            assert 0 < block.score <= 1
        else:
            assert block.sign == "only" or block.elsewhere


@settings(deadline=None)
@given(pairs())
def test_differences_and_places_lead_to_blocks_that_hold_them(pair: tuple[Side, Side, Comparison]) -> None:
    found = laid(*pair)
    for one in found.differences:
        block = found.blocks[one.block]
        assert one.kind in block.kinds
        for which, spans in (("a", one.a), ("b", one.b)):
            article = found.side(which).article
            if one.kind == "only":
                assert all(article.paragraph_at(span.start) in block.of(which) for span in spans)
    for which in ("a", "b"):
        article = found.side(which).article
        for span in article.paragraphs:
            index = block_at(found, which, span.start)
            offset, told = offset_in(found, index, which)
            assert told
            assert article.paragraph_at(offset) in found.blocks[index].of(which)
        words = [span.of(article.text) for index in range(len(found.blocks)) for span in passages(found, index, which)]
        assert sum(map(len, words)) >= sum(end - start for start, end in article.paragraphs)


@settings(deadline=None)
@given(st.lists(st.integers(0, 12), max_size=9, unique=True))
def test_the_longest_run_in_the_same_order(values: list[int]) -> None:
    kept = [values[index] for index in _increasing(values)]
    assert kept == sorted(kept)
    runs = (run for size in range(len(values), 0, -1) for run in combinations(values, size) if list(run) == sorted(run))
    assert len(kept) == len(next(runs, ()))


def test_two_paragraphs_that_one_tells_stand_beside_it() -> None:
    (a, own), (b, other) = report("left", [1, 1, 1]), report("right", [2])
    links = (
        Passage((own[0],), (other[0],), "similar", 0.9, True),
        Passage((own[1],), (other[1],), "similar", 0.6, True),
    )
    found = blocks(a, b, Comparison(links, only_a=(Only((own[2],), 0.3),)))
    assert [(block.a, block.b, block.sign) for block in found] == [((0, 1), (0,), "similar"), ((2,), (), "only")]


def test_what_is_told_in_another_order_is_brought_beside_and_said_to_be() -> None:
    (a, own), (b, other) = report("left", [1, 1, 1]), report("right", [1, 1, 1])
    order = ((0, 2), (1, 0), (2, 1))
    links = tuple(Passage((own[x],), (other[y],), "same", 1.0, True) for x, y in order)
    found = blocks(a, b, Comparison(links))
    assert [(block.a, block.b, block.moved) for block in found] == [
        ((0,), (2,), True),
        ((1,), (0,), False),
        ((2,), (1,), False),
    ]
    assert {block.sign for block in found} == {"same"}


def test_what_is_told_beside_another_paragraph_is_pointed_to() -> None:
    (a, own), (b, other) = report("left", [1, 1, 1]), report("right", [1])
    links = (Passage((own[0],), (other[0],), "same", 1.0, True), Passage((own[2],), (other[0],), "similar", 0.4, True))
    found = blocks(a, b, Comparison(links, only_a=(Only((own[1],), 0.3),)))
    assert [block.elsewhere for block in found] == [(), (), (0,)]


def test_a_weak_link_alone_puts_nothing_beside_what_the_other_does_not_tell() -> None:
    (a, own), (b, other) = report("left", [1]), report("right", [1])
    link = Passage((own[0],), (other[0],), "similar", 0.2, False)
    found = blocks(a, b, Comparison((link,), only_a=(Only((own[0],), 0.4),), only_b=(Only((other[0],), 0.4),)))
    assert [(block.a, block.b) for block in found] == [((), (0,)), ((0,), ())]


def test_two_empty_reports() -> None:
    assert blocks(Article(id="a", file="a", text=""), Article(id="b", file="b", text=""), Comparison()) == ()
