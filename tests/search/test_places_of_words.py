"""Words are found where they stand, whatever letters the text is written in, and no further than is asked."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.search.folding import fold, fold_words
from reader.search.lexicon import TEXTS, Lexicon
from reader.search.places import MOST, Places, spans_of
from reader.search.query import Term

LETTERS = "aAbé\u0301ÉßẞİIıΣςσǆŉﬁⅷ²½ⒶᎠꭰ日कि\u0f73ͅ_-'’“”…\u00a0 \n\t0"
"""Those that become more or fewer, that lower case alone makes something else of, and marks between words."""
texts = st.text(st.sampled_from(LETTERS), max_size=40)
words = st.text(st.sampled_from([char for char in LETTERS if char.isalnum()]), min_size=1, max_size=3)


def found(text: str, *asked: Term) -> list[str]:
    return [span.of(text) for span in spans_of(text, asked)]


def places_of(text: str, term: Term) -> list[Span]:
    """The same by the fold that knows the way back, one word after the other."""
    folded = fold(text)
    first, *others = (re.escape(fold(word).text) for word in term.words)
    end = r"[^\W_]*" if term.is_prefix else r"(?![^\W_])"
    pattern = rf"(?<![^\W_]){first}" + "".join(rf"[\W_]+{word}" for word in others) + end
    return [folded.span(*match.span()) for match in re.finditer(pattern, folded.text) if match.end() > match.start()]


@given(texts, words, st.booleans())
def test_a_word_is_found_as_by_the_whole_fold(text, word, is_prefix):
    if fold(word).text:
        assert spans_of(text, [Term((word,), is_prefix)]) == places_of(text, Term((word,), is_prefix))


@given(texts, words, words)
def test_a_phrase_is_found_as_by_the_whole_fold(text, one, other):
    if fold(one).text and fold(other).text:
        assert spans_of(text, [Term((one, other))]) == places_of(text, Term((one, other)))


@given(texts)
def test_every_letter_stays_in_its_place(text):
    folded = fold_words(text)
    if folded is not None:
        assert len(folded) == len(text)
        assert [char for char in folded if char.isalnum()] == [char for char in fold(text).text if char.isalnum()]


def test_letters_that_become_two_are_found_all_the_same():
    assert fold_words("Die Straße") is None
    assert found("Die Straße – e\u0301cole", Term(("strasse",)), Term(("ecole",))) == ["Straße", "e\u0301cole"]


def test_marks_of_print_keep_a_text_quick_to_fold():
    assert fold_words("“Élan”… he said – Zoë’s") == "“elan”… he said – zoe’s"


def test_terms_come_in_the_order_of_the_text_with_their_numbers():
    places = Places("fog and ferry, fog", (Term(("ferry",)), Term(("bridge",)), Term(("fog",))))
    assert places.numbers == (0, 2)
    assert places.terms == (Term(("ferry",)), Term(("fog",)))
    assert [(one.span.start, one.number) for at in range(3) if (one := places.at(at))] == [(0, 2), (8, 0), (15, 2)]
    assert places.at(3) is None


def test_nothing_is_looked_for_beyond_what_is_asked():
    places = Places("fog " * 1000, (Term(("fog",)),))
    assert places.at(0) is not None
    assert len(places.before(100)) < 30


def test_a_word_that_stands_everywhere_is_not_looked_for_to_the_end():
    assert len(spans_of("fog " * 1000, [Term(("fog",))])) == MOST


def test_texts_are_read_once_and_few_are_kept(library):
    lexicon = Lexicon(library)
    lexicon.renew()
    keys = library.order().keys
    texts = lexicon.texts(keys)
    assert texts[keys[0]] == (library.article(keys[0]).title, library.article(keys[0]).text)
    assert lexicon.texts(keys)[keys[0]] is texts[keys[0]]
    assert lexicon.texts([10**9])[10**9] == ("", "")
    assert len(lexicon.texts(range(10**9, 10**9 + TEXTS))) == TEXTS
