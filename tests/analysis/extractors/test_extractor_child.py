"""An extractor in a child process: what it finds is used, and whatever it does wrong, the article is analysed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.analysis import analyse
from reader.analysis.extractors import BUILTIN, UnavailableError, choose, installed, spacy

TEXT = "Orla Venn spoke on 3 May.\n\n“It stays shut,” Venn said. The town paid 12 crowns."


def test_names_are_the_childs_and_everything_else_is_ours(fake, article):
    extractor, given = fake(), article(TEXT)
    found, own = extractor.analyse(given), analyse(given)
    assert "It" in {entity.name for entity in found.entities}  # as only the child would have it
    assert (found.sentences, found.dates, found.figures) == (own.sentences, own.dates, own.figures)
    assert [quote.spans for quote in found.quotes] == [quote.spans for quote in own.quotes]
    assert [quote.speaker.name for quote in found.quotes] == ["Venn"]
    assert extractor.problems() == ()


def test_one_child_serves_all_articles_and_gives_the_same_each_time(fake, article):
    extractor = fake()
    first = extractor.analyse(article(TEXT))
    child = extractor._child
    assert extractor.analyse(article(TEXT)) == first
    assert extractor._child is child


def test_names_of_a_long_article_stand_in_their_places(fake, article, monkeypatch):
    monkeypatch.setattr(spacy, "TEXT_CHARACTERS", 40)
    monkeypatch.setattr(spacy, "ASKED_CHARACTERS", 100)
    text = "\n\n".join(f"the {'dull ' * 12}road to Kessum{chr(97 + n)} was long" for n in range(20))
    found = fake().analyse(article(text))
    mentions = [mention for entity in found.entities for mention in entity.mentions]
    assert [mention.of(text) for mention in mentions] == [f"Kessum{chr(97 + n)}" for n in range(20)]


def test_an_empty_article_asks_nothing(fake, article):
    assert fake().analyse(article("")).entities == ()


@pytest.mark.parametrize("mode", ["shouts", "adds", "counts wrongly", "points outside", "says words", "dies on Dragon"])
def test_a_child_that_fails_is_replaced_by_our_own_and_the_user_told(fake, article, mode):
    extractor, given = fake(mode), article("Orla Venn saw the Dragon.")
    assert extractor.analyse(given) == analyse(given)
    [problem] = extractor.problems()
    assert problem.path == "story.txt"
    assert problem.message.startswith("spaCy ")
    assert "built-in extractor" in problem.hint


def test_after_a_failure_the_next_article_has_a_child_again(fake, article):
    extractor = fake("dies on Dragon")
    for _ in range(4):
        extractor.analyse(article("The Dragon."))
        assert "Quite" in {entity.name for entity in extractor.analyse(article("Quite so, Venn.")).entities}
    assert len(extractor.problems()) == 4


def test_after_three_failures_in_a_row_it_is_given_up(fake, article):
    extractor = fake("dies on Dragon")
    for _ in range(5):
        extractor.analyse(article("The Dragon."))
    given = article("Quite so, Venn.")
    assert extractor.analyse(given) == analyse(given)
    assert [problem.hint.endswith("from here on") for problem in extractor.problems()] == [False, False, True]


@pytest.mark.parametrize("mode", ["hangs", "trickles"])
def test_a_child_that_takes_too_long_is_not_waited_for(fake, article, monkeypatch, mode):
    monkeypatch.setattr(spacy, "ANSWER_SECONDS", 0.1)
    extractor, given = fake(mode), article(TEXT)
    assert extractor.analyse(given) == analyse(given)
    assert extractor.problems()[0].message == "spaCy took too long"


def test_more_text_than_a_pipe_holds_does_not_block_a_child_that_hangs(fake, article, monkeypatch):
    monkeypatch.setattr(spacy, "ANSWER_SECONDS", 0.1)
    monkeypatch.setattr(spacy, "CHARACTERS_PER_SECOND", 10**9)
    monkeypatch.setattr(spacy, "ASKED_CHARACTERS", 10**6)
    extractor = fake("hangs")
    extractor.analyse(article("\n\n".join(["so it was said " * 40] * 400)))
    assert extractor.problems()[0].message == "spaCy took too long"


@pytest.mark.parametrize("mode", ["refuses", "dies loading", "says nothing"])
def test_a_model_that_cannot_be_loaded_is_asked_for_once(fake, article, monkeypatch, mode):
    monkeypatch.setattr(spacy, "LOADING_SECONDS", 0.5)
    extractor, given = fake(mode), article(TEXT)
    assert not extractor.is_ready
    with pytest.raises(UnavailableError) as raised:
        extractor.load()
    assert raised.value.installed
    assert extractor.is_ready
    assert [extractor.analyse(given) for _ in range(3)] == [analyse(given)] * 3
    assert len(extractor.problems()) == 1


def test_a_program_that_is_not_there_is_a_problem_and_no_error(article):
    extractor, given = spacy.SpacyExtractor("fake", ["/no/such/program"]), article(TEXT)
    assert extractor.analyse(given) == analyse(given)
    assert "could not be started" in extractor.problems()[0].message


def test_the_child_ends_when_the_extractor_is_closed_and_starts_again_when_needed(fake, article):
    extractor = fake()
    found = extractor.analyse(article(TEXT))
    pid = extractor._child._process.pid
    extractor.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert extractor.analyse(article(TEXT)) == found


SERVES = """
import sys
from reader.analysis.extractors import serving
def load(model):
    print("loading", model)
    return lambda texts: [[(0, 1, "ORG")] for _ in texts]
serving.serve.__defaults__ = (load,)
serving.main()
"""


def test_what_libraries_print_does_not_come_between_the_answers():
    from reader.analysis.extractors.process import Child

    child = Child([sys.executable, "-c", SERVES])
    child.tell({"model": "fake"})
    assert child.answer(60) == {"ready": "fake"}
    assert child.ask({"texts": ["one", "two"]}, 60) == {"names": [[[0, 1, "ORG"]], [[0, 1, "ORG"]]]}
    child.kill()


PARENT = """
import sys, time
from reader.analysis.extractors.process import Child
child = Child([sys.executable, "-c", sys.argv[1]])
child.tell({"model": "fake"})
child.answer(60)
print(child._process.pid, flush=True)
time.sleep(600)
"""


def test_the_child_does_not_outlive_a_parent_that_is_killed():
    command = [sys.executable, "-c", PARENT, SERVES]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as parent:
        pid = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 60
    while _lives(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _lives(pid)


def _lives(pid: int) -> bool:
    """Whether a process is there and not only not waited for yet."""
    if Path("/proc/self/stat").exists():
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except (FileNotFoundError, ProcessLookupError):
            return False
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return done.stdout.strip()[:1] not in ("", "Z")


def test_the_builtin_extractor_is_the_default_and_needs_nothing():
    assert choose("builtin") is BUILTIN
    assert BUILTIN.is_ready
    assert BUILTIN.problems() == ()


def test_without_spacy_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setattr(installed, "_version", lambda _: None)
    with pytest.raises(UnavailableError) as raised:
        choose("spacy", "en_core_web_md")
    assert raised.value.problem.message == "spaCy is not installed"
    assert "spacy download en_core_web_md" in raised.value.problem.hint
    assert not raised.value.installed


def test_an_old_spacy_or_a_missing_model_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(installed, "_version", {"spacy": "2.3.9"}.get)
    assert "spaCy 2.3.9 is installed" in installed.missing("en_core_web_sm").message
    monkeypatch.setattr(installed, "_version", {"spacy": "3.8.1", "en_x": "3.8.0"}.get)
    assert installed.missing("en_x") is None
    assert installed.missing("en_y").hint == "python -m spacy download en_y"
    assert "no spaCy model" in installed.missing(str(tmp_path)).message
    (tmp_path / "meta.json").write_text('{"version": "1.2"}')
    assert installed.missing(str(tmp_path)) is None
    assert installed.model_version(str(tmp_path)) == "1.2"
