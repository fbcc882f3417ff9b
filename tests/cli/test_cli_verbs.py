"""The verbs from end to end, on two invented reports of one event."""

import json

import pytest

ALL = ("show", "quotes", "entities", "events", "compare", "matrix", "timeline")


@pytest.mark.parametrize("verb", ALL)
def test_json_and_jsonl_hold_the_same_records(run, talks, verb) -> None:
    whole, lines = run(verb, talks, "--json"), run(verb, talks, "--jsonl")
    assert whole.code == lines.code == 0
    assert json.loads(whole.out)["schema"] == f"reader/{verb}/1"
    assert whole.data == lines.data
    assert whole.data


@pytest.mark.parametrize("verb", ALL)
@pytest.mark.parametrize("form", ["--json", "--jsonl", None])
def test_the_same_input_gives_the_same_bytes(run, talks, verb, form) -> None:
    arguments = [verb, talks, *([form] if form else [])]
    assert run(*arguments).out == run(*arguments).out


@pytest.mark.parametrize("verb", ALL)
def test_plain_text_has_no_control_character_but_the_line_feed(run, talks, verb) -> None:
    done = run(verb, talks)
    assert done.code == 0
    assert done.text
    assert all(character == "\n" or character.isprintable() for character in done.text)


def test_show_tells_the_body_from_the_rest(run, talks) -> None:
    gazette, wire = run("show", talks, "--jsonl").data
    assert gazette["title"] == "Ferry runs aground off Sele"
    assert gazette["published"] == "2031-03-03"
    assert gazette["place"] == "Selmouth"
    assert gazette["text"].startswith("A ferry with 120 people")
    assert len(gazette["paragraphs"]) == 3
    assert wire["published"] == "2031-03-04"


def test_quotes_finds_who_said_it(run, talks) -> None:
    gazette, wire = run("quotes", talks, "--jsonl").data
    speakers = {quote["speaker"]["name"] for quote in gazette["quotes"] if quote["kind"] == "direct"}
    assert speakers == {"Ilse Branden"}
    assert any("Nobody was hurt" in quote["spans"][0]["text"] for quote in wire["quotes"])
    assert "Ilse Branden: " in run("quotes", talks).text


def test_entities_finds_names_dates_and_figures(run, talks) -> None:
    gazette, _ = run("entities", talks, "--jsonl").data
    assert "Ilse Branden" in {entity["name"] for entity in gazette["entities"]}
    assert 120 in {figure["value"] for figure in gazette["figures"]}
    assert "2031-03-04" not in {date["value"] for date in gazette["dates"] if date["role"] == "published"}


def test_every_article_is_in_exactly_one_event(run, talks) -> None:
    (talks / "c-other.txt").write_text(
        "# Bakery opens in Odra\n\nOdra Post\nMay 9, 2031\n\nA bakery opened.\n", "utf-8"
    )
    events = run("events", talks, "--json").data
    files = [article["file"] for event in events for article in event["articles"]]
    assert sorted(files) == sorted(str(path) for path in talks.iterdir())
    assert len(events) == 2
    pairs = run("events", talks, "--json", "--min-sources", "2").data
    assert [len(event["articles"]) for event in pairs] == [2]


def test_nothing_found_is_exit_code_1(run, talks) -> None:
    (talks / "b-wire.txt").unlink()
    assert run("events", talks, "--min-sources", "2").code == 1


def test_compare_sets_two_articles_side_by_side(run, talks) -> None:
    (pair,) = run("compare", talks, "--json").data
    assert [pair[side]["title"][:5] for side in "ab"] == ["Ferry", "Passe"]
    assert pair["passages"]
    for passage in pair["passages"]:
        for side in "ab":
            for span in passage[side]:
                assert pair[side]["text"][span["start"] : span["end"]] == span["text"]


def test_compare_says_by_its_exit_code_whether_anything_differs(run, talks) -> None:
    a = talks / "a-gazette.txt"
    copy = talks / "copy.txt"
    copy.write_bytes(a.read_bytes())
    assert run("compare", a, talks / "b-wire.txt").code == 0
    assert run("compare", "--exit-code", a, talks / "b-wire.txt").code == 1
    assert run("compare", "--exit-code", a, copy).code == 0


def test_compare_wants_two_articles(run, talks, here) -> None:
    assert run("compare", talks / "a-gazette.txt").code == 2
    assert run("compare", talks / "a-gazette.txt", "nosuch.txt").code == 3
    container = here / "three.jsonl"
    rows = [{"id": name, "text": f"A dog barked {name}."} for name in "abc"]
    container.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert run("compare", container).code == 2
    (pair,) = run("compare", container, "--ids", "c", "a", "--json").data
    assert (pair["a"]["id"], pair["b"]["id"]) == ("c", "a")
    assert run("compare", container, "--ids", "c", "zz").code == 2


def test_matrix_counts_each_quote_once(run, talks) -> None:
    quotes = [(one["id"], quote["id"]) for one in run("quotes", talks, "--jsonl").data for quote in one["quotes"]]
    sources = [row["sources"] for row in run("matrix", talks, "--jsonl").data]
    cells = [(article, quote) for row in sources for article, found in row.items() for quote in found]
    assert sorted(cells) == sorted(quotes)


def test_without_a_verb_and_a_terminal_the_articles_are_listed(run, talks) -> None:
    done = run(talks)
    assert done.code == 0
    assert "2031-03-03 · " in done.text
    assert done.text.count("\n") == 2
    (talks.parent / "articles").symlink_to(talks)
    assert run().text.count("\n") == 2


def test_without_articles_there_is_a_hint(run) -> None:
    done = run()
    assert done.code == 3
    assert "articles" in done.err
