"""The line under a hit shows the words looked for where most of them stand together."""

from hypothesis import given
from hypothesis import strategies as st

from reader.search.places import spans_of
from reader.search.query import QueryError, parse
from reader.search.rewriting import wanted
from reader.search.snippets import WIDTH, make_snippet

FILLER = "Nothing of note happened here at all. " * 20


def terms(query):
    try:
        return wanted(parse(query).node)
    except QueryError:
        return ()


def marked(snippet) -> list[str]:
    return [span.of(snippet.text) for span in snippet.spans]


def test_the_place_with_most_of_the_words():
    text = FILLER + "The ferry came. " + FILLER + "The ferry hit the bridge in fog. " + FILLER
    snippet = make_snippet("", text, terms("ferry bridge fog"))
    assert marked(snippet) == ["ferry", "bridge", "fog"]
    assert snippet.text.startswith("… ")
    assert snippet.text.endswith(" …")
    assert len(snippet.text) <= WIDTH + 4


def test_paragraphs_become_one_line():
    snippet = make_snippet("", "One ferry.\n\nTwo ferries.\n\nA ferry again.", terms("ferr*"))
    assert snippet.text == "One ferry. Two ferries. A ferry again."
    assert marked(snippet) == ["ferry", "ferries", "ferry"]


def test_a_phrase_over_a_paragraph_break():
    snippet = make_snippet("", "One ferry.\n\nTwo ferries.", terms('"ferry two"'))
    assert marked(snippet) == ["ferry. Two"]


def test_a_word_far_behind_in_a_long_text():
    snippet = make_snippet("", FILLER * 200 + "ferry", terms("ferry"))
    assert marked(snippet) == ["ferry"]


def test_nothing_to_mark_shows_the_beginning():
    snippet = make_snippet("Title", "Some text here.", terms("absent"))
    assert (snippet.field, snippet.text, snippet.spans) == ("text", "Some text here.", ())


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=20))
def test_marks_lie_inside_and_do_not_overlap(title, text, query):
    snippet = make_snippet(title, text, terms(query))
    end = 0
    for span in snippet.spans:
        assert end <= span.start < span.end <= len(snippet.text)
        end = span.end


@given(st.lists(st.sampled_from(["ferry", "fog", "bridge", "x " * 30]), max_size=40), st.integers(1, 3))
def test_the_window_begins_where_most_different_words_stand_together(pieces, many):
    text = " ".join(pieces)
    asked = terms("ferry fog bridge")[:many]
    places = [(span.start, span.end, term) for term in asked for span in spans_of(text, [term])]
    counts = {start: len({term for a, b, term in places if start <= a and b <= start + 120}) for start, _, _ in places}
    best = max(sorted(counts), key=counts.__getitem__, default=None)
    snippet = make_snippet("", text, asked)
    if best is not None:
        before = text[: snippet.spans[0].start] if not snippet.text.startswith("… ") else None
        shown = {snippet.text[a:b] for a, b in snippet.spans}
        assert len(shown) >= counts[best]
        assert before is None or before == snippet.text[: snippet.spans[0].start]


def test_a_hit_knows_which_words_it_has_in_the_order_in_which_they_were_asked():
    asked = terms("fog ferry storm")
    assert make_snippet("", "A ferry in fog.", asked).terms == asked[:2]
