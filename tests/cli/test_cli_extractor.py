"""Choosing who finds the names: the flag, the configuration, and what is said where spaCy is not here."""

import json

import pytest

from reader.analysis.extractors import BUILTIN, UnavailableError
from reader.cli import extracting
from reader.model import Analysis, Entity, Problem, Span

VERBS = ["quotes", "entities", "matrix", "compare", "sources"]
MISSING = Problem("", None, "spaCy is not installed", "install it")


class Other:
    """An extractor that knows one name and then fails."""

    name = "other"
    is_ready = True

    def __init__(self, name, model):
        self.closed = False
        self.chosen = (name, model)

    def analyse(self, article, upto=None, parts=()):
        return Analysis(entities=(Entity("Somebody Else", "person", (Span(0, 3),)),))

    def load(self):
        pass

    def problems(self):
        return (Problem("a.txt", None, "spaCy took too long"),)

    def close(self):
        self.closed = True


@pytest.fixture
def without_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(name: str, model: str) -> object:
        if name == "builtin":
            return BUILTIN
        raise UnavailableError(MISSING)

    monkeypatch.setattr(extracting, "choose", choose)


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Other]:
    made: list[Other] = []

    def choose(name: str, model: str) -> object:
        if name == "builtin":
            return BUILTIN
        made.append(Other(name, model))
        return made[-1]

    monkeypatch.setattr(extracting, "choose", choose)
    return made


@pytest.mark.parametrize("verb", VERBS)
def test_a_flag_that_cannot_be_followed_is_wrong_usage(run, talks, without_spacy, verb):
    done = run(verb, talks, "--extractor", "spacy")
    assert (done.code, done.out) == (2, b"")
    assert done.err.startswith("reader: --extractor spacy needs spaCy")
    assert "not installed (install it)" in done.err


def test_a_model_that_is_there_but_cannot_be_read_is_missing_input(run, talks, monkeypatch):
    def load(self):
        raise UnavailableError(Problem("", None, "spaCy cannot be used"), installed=True)

    monkeypatch.setattr(extracting, "choose", Other)
    monkeypatch.setattr(Other, "load", load)
    assert run("entities", talks, "--extractor", "spacy").code == 3


def test_a_configuration_that_cannot_be_followed_is_told_and_passed_over(run, talks, without_spacy, monkeypatch):
    usual = run("entities", talks, "--json")
    monkeypatch.setenv("READER_EXTRACTOR", "spacy")
    done = run("entities", talks, "--json")
    assert done.code == 0
    assert done.data == usual.data
    assert "the built-in extractor is used (install it)" in done.err
    assert [w["severity"] for w in json.loads(done.text)["warnings"]] == ["notice"]
    assert run("entities", talks, "--json", "--extractor", "builtin").out == usual.out


@pytest.mark.parametrize("by", ["flag", "environment", "config", "given config", "project"])
def test_the_extractor_that_is_chosen_analyses_and_is_closed(run, talks, here, chosen, monkeypatch, tmp_path, by):
    flags = []
    if by == "flag":
        flags = ["--extractor", "spacy"]
    elif by == "environment":
        monkeypatch.setenv("READER_EXTRACTOR", "spacy")
    elif by == "config":
        config = tmp_path / "xdg" / "config" / "reader" / "config.yaml"
        config.parent.mkdir(parents=True)
        config.write_text("extractor: spacy\nspacy_model: en_other\n")
    elif by == "given config":
        (here / "other.yaml").write_text("extractor: spacy\nspacy_model: en_other\n")
        flags = ["--config", "other.yaml"]
    else:
        (here / ".reader.yaml").write_text("extractor: spacy\nspacy_model: ./planted\n")
    done = run("entities", talks, "--jsonl", *flags)
    assert [record["entities"][0]["name"] for record in done.data] == ["Somebody Else"] * 2
    assert done.code == 4  # done, but one article was not analysed as was asked
    assert "a.txt: spaCy took too long" in done.err
    assert [other.closed for other in chosen] == [True]
    assert chosen[0].chosen == ("spacy", "en_other" if "config" in by else "en_core_web_sm")


@pytest.mark.parametrize("verb", ["timeline", "show", "events"])
def test_verbs_whose_answer_does_not_depend_on_it_have_no_such_flag(run, talks, verb):
    assert run(verb, talks, "--extractor", "spacy").code == 2


def test_the_doctor_says_whether_spacy_could_be_used(run, talks, monkeypatch):
    from reader.analysis.extractors import installed

    monkeypatch.setattr(installed, "missing", lambda _: MISSING)
    assert "ok extractor: not used: spaCy is not installed" in run("doctor", talks).text
    monkeypatch.setenv("READER_EXTRACTOR", "spacy")
    done = run("doctor", talks)
    assert done.code == 1
    assert "problem extractor: spaCy is not installed (install it)" in done.text
