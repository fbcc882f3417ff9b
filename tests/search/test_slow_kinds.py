"""What no index answers by itself: the newest hits come at once, and nothing is left out unread that could be one."""

import json

import pytest

from reader.library import Library
from reader.search import find
from reader.search.lexicon import Lexicon
from reader.search.matching import found

MANY = 900
SAID = "“We shall mend pier {0} with 4000{0:03} bolts, whatever the cost,” said Mayor Tessaly Brun."


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    home = tmp_path_factory.mktemp("slow")
    with (home / "feed.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(MANY):
            day = f"{2000 + number // 300}-{1 + number // 25 % 12:02d}-{1 + number % 25:02d}"
            text = f"The council of Aldmere met on day {number}. {SAID.format(number)}"
            if number == 3:
                text = "뉴스 속보: 서울 항구. Μια άλλη μέρα.\n\n"
                text += "The fog. A Ferry, however, sailed. Dr. Brun said the ferry sank in fog."
            stream.write(json.dumps({"id": f"a{number}", "title": f"Day {number}", "text": text, "date": day}) + "\n")
    library = Library.open([home / "feed.jsonl"], home / "cache")
    library.index()
    yield library
    library.close()


def hits(library, query, typing=False):
    results = find(library, query, typing=typing, limit=2000)
    assert results.problem is None
    return [library.article(hit.key).id for hit in results.hits]


def test_a_page_of_a_frequent_expression_needs_no_list_of_words(shelf):
    lexicon = Lexicon(shelf)
    answers = found(lexicon, r"/[A-Z]ldm\w+ met/", 2000, typing=False, waits=0.0)
    first = next(one for one in answers if one.keys)
    assert not lexicon.knows_all
    assert not first.is_whole
    *_, last = answers
    assert lexicon.knows_all
    assert last.keys[: len(first.keys)] == first.keys
    assert len(last.keys) == len(set(last.keys)) == MANY - 1


@pytest.mark.parametrize(
    ("query", "some"),
    [
        (r"/Aldmere met on day 77\b/", ["a77"]),
        (r"/(?i:ALDMERE)\s+met\s+on\s*day 78\./", ["a78"]),
        (r"/\d{7}\d/", []),
        (r"/\b4000\d{2}7 bolts/", [f"a{number}" for number in range(MANY - 3, 0, -10)]),
        (r"quote:/pier 15 with 4000/", ["a15"]),
        (r"quote:/We shall \w+ pier 16\b/", ["a16"]),
        (r"quote:/council of Aldmere/", []),
        (r"speaker:/Tess\w+/ quote:/pier 17 /", ["a17"]),
    ],
)
def test_expressions_find_what_stands_there(shelf, query, some):
    wanted = [one for one in some if one != "a3"]
    assert sorted(hits(shelf, query)) == sorted(wanted)


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("뉴스 same-sentence 서울", True),
        ("ferry same-sentence sank", True),
        ("fog same-sentence however", False),
        ("fog same-paragraph however", True),
        ("ferry same-sentence fog", True),
        ('"dr brun" same-sentence fo*', True),
        ("err same-sentence sank", False),
        ("fog same-sentence 뉴스", False),
    ],
)
def test_words_of_one_sentence(shelf, query, is_found):
    assert hits(shelf, query) == (["a3"] if is_found else [])


def test_a_word_that_none_goes_on_from_has_its_other_spellings_while_it_is_typed(tmp_path):
    with (tmp_path / "feed.jsonl").open("w", encoding="utf-8") as stream:
        for number, name in enumerate(["Volodymyr Zelensky", "Volodymyr Zelenskyy"]):
            text = f"President {name} spoke in Aldmere. Mr {name.split()[1]} said the talks went on."
            stream.write(json.dumps({"id": f"a{number}", "title": "Talks", "text": text, "date": "2024-05-01"}) + "\n")
    library = Library.open([tmp_path / "feed.jsonl"], tmp_path / "cache")
    library.index()
    typed = find(library, "zelenskyy", typing=True)
    assert typed.written == "zelenskyy"
    assert typed.keys == find(library, typed.written, typing=False).keys
    assert len(typed.keys) == 2
    library.close()


def test_a_loose_quotation_in_letters_that_the_index_folds_otherwise(tmp_path):
    with (tmp_path / "feed.jsonl").open("w", encoding="utf-8") as stream:
        text = "“Київ and Україна, Βουλή and Αθήνα will talk,” said Mayor Tessaly Brun in Aldmere."
        stream.write(json.dumps({"id": "a", "title": "Talks", "text": text, "date": "2024-05-01"}) + "\n")
    library = Library.open([tmp_path / "feed.jsonl"], tmp_path / "cache")
    library.index()
    assert hits(library, 'quote:"Київ Україна Βουλή Αθήνα"~') == ["a"]
    assert hits(library, 'speaker:brun quote:"Київ Україна Βουλή Αθήνα talked"~') == ["a"]
    library.close()
