"""Wrong usage: one line on standard error, the nearest right word, exit code 2."""

import pytest

from reader import __version__
from reader.cli.verbs import VERBS


@pytest.mark.parametrize("arguments", [["--version"], ["-V"]])
def test_version(run, arguments) -> None:
    assert run(*arguments).text == f"reader {__version__}\n"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(run, verb) -> None:
    done = run(verb, "--help")
    assert done.code == 0
    assert f"  reader {verb}" in done.text
    assert VERBS[verb].capitalize() in done.text


def test_help_lists_every_verb(run) -> None:
    done = run("--help")
    assert done.code == 0
    assert all(f"\n  {verb} " in done.text for verb in VERBS)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["quots"], "did you mean quotes?"),
        (["compaer", "a", "b"], "did you mean compare?"),
        (["show", "x", "--jsno"], "did you mean --json?"),
        (["events", "x", "--min-source", "2"], "did you mean --min-sources?"),
        (["--thema", "dark"], "did you mean --theme?"),
        (["--ascii", "quotes"], "the verb comes first"),
        (["xyzzy"], "--help"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_word(run, arguments, hint) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert hint in done.err
    assert done.err.count("\n") == 1
    assert not done.out


@pytest.mark.parametrize("verb", ["show", "quotes", "entities", "events", "compare", "matrix", "timeline"])
def test_a_verb_without_a_path_is_wrong_usage(run, verb) -> None:
    assert run(verb).code == 2


def test_json_and_jsonl_exclude_each_other(run) -> None:
    assert run("show", "x", "--json", "--jsonl").code == 2


def test_a_file_with_the_name_of_a_verb_can_be_read(run, here) -> None:
    (here / "quotes").write_text("A dog barked in Sele.\n", "utf-8")
    done = run("show", "./quotes", "--json")
    assert done.code == 0
    assert done.data[0]["file"] == "./quotes"


def test_an_escape_sequence_in_an_argument_is_not_echoed(run) -> None:
    done = run("show", "x", "--js\x1b]0;owned\x07on")
    assert done.code == 2
    assert "\x1b" not in done.err
    assert "\x07" not in done.err
