"""`reader sources`: the sources of each event beside each other."""

import json


def test_each_event_has_its_sources_and_names(run, talks) -> None:
    (event,) = run("sources", talks, "--json").data
    assert [source["source"] for source in event["sources"]]
    for source in event["sources"]:
        assert set(source["quotes"]) == {"direct", "mixed", "indirect", "unattributed"}
        assert 0 <= source["share_quoted"] <= 1
        assert source["quoted_words"] <= source["words"]
        assert all(verb["count"] > 0 and isinstance(verb["neutral"], bool) for verb in source["verbs"])
    branden = next(name for name in event["names"] if name["name"] == "Ilse Branden")
    ids = {source["id"] for source in event["sources"]}
    assert set(branden["sources"]) <= ids
    for calls in branden["sources"].values():
        assert sum(form["count"] for form in calls["forms"] if form["kind"] != "role") == calls["mentions"]


def test_the_numbers_are_those_of_the_other_verbs(run, talks) -> None:
    quotes = {one["id"]: one["quotes"] for one in run("quotes", talks, "--jsonl").data}
    for event in run("sources", talks, "--jsonl").data:
        for source in event["sources"]:
            assert sum(source["quotes"].values()) == len(quotes[source["id"]])


def test_the_schema_is_named_and_both_forms_hold_the_same(run, talks) -> None:
    whole = run("sources", talks, "--json")
    assert json.loads(whole.out)["schema"] == "reader/sources/1"
    assert whole.data == run("sources", talks, "--jsonl").data
    assert run("sources", talks).out == run("sources", talks).out


def test_plain_text_names_verbs_and_what_people_are_called(run, talks) -> None:
    text = run("sources", talks).text
    assert " verbs of speech: " in text
    assert " calls Ilse Branden: " in text
    assert all(character == "\n" or character.isprintable() for character in text)


def test_an_event_of_one_source_and_missing_input(run, talks) -> None:
    (talks / "b-wire.txt").unlink()
    (event,) = run("sources", talks, "--json").data
    assert len(event["sources"]) == 1
    assert run("sources", "nosuch.txt").code == 3
