"""The whole way with spaCy itself: a small pipeline with hand-written patterns, saved and loaded as a model is."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from reader.analysis import analyse
from reader.analysis.extractors import UnavailableError, choose

pytestmark = pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is an extra, and not installed here")

TEXT = "Orla Venn runs Kessum.\n\n“We wait,” Venn said.\n\nMostly Ostish, Venn's guests ate at noon on Friday."
PATTERNS = [
    {"label": "PERSON", "pattern": "Orla Venn"},
    {"label": "GPE", "pattern": "Venn"},
    {"label": "GPE", "pattern": "Kessum"},
    {"label": "NORP", "pattern": "Ostish"},
    {"label": "DATE", "pattern": "Friday"},
]
MAKE = """
import json, sys, spacy
language, patterns, folder = sys.argv[1:]
nlp = spacy.blank(language)
if patterns:
    nlp.add_pipe("entity_ruler").add_patterns(json.loads(patterns))
nlp.to_disk(folder)
"""


def make(folder: Path, patterns: str, language: str = "en") -> str:
    subprocess.run([sys.executable, "-c", MAKE, language, patterns, str(folder)], check=True)
    return str(folder)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return make(tmp_path_factory.mktemp("model") / "small", json.dumps(PATTERNS))


def test_a_model_in_a_folder_finds_the_names(model, article):
    extractor, given = choose("spacy", model), article(TEXT)
    try:
        extractor.load()
        found = extractor.analyse(given)
    finally:
        extractor.close()
    assert extractor.problems() == ()
    assert [(e.name, e.type, len(e.mentions)) for e in found.entities] == [
        ("Orla Venn", "person", 3),
        ("Kessum", "place", 1),
    ]
    assert [quote.speaker.name for quote in found.quotes] == ["Orla Venn"]
    assert found.dates == analyse(given).dates


def test_a_model_that_finds_no_names_or_another_language_is_refused(tmp_path, article):
    for why, model in (
        ("no component that finds names", make(tmp_path / "empty", "")),
        ("not for English", make(tmp_path / "german", json.dumps(PATTERNS[:1]), "de")),
    ):
        extractor = choose("spacy", model)
        with pytest.raises(UnavailableError, match=why):
            extractor.load()
        assert extractor.analyse(article(TEXT)) == analyse(article(TEXT))


def test_a_folder_that_holds_no_model_is_refused(tmp_path):
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = en\npipeline = [")
    with pytest.raises(UnavailableError, match="cannot be loaded"):
        choose("spacy", str(tmp_path)).load()


def test_spacy_stays_out_of_the_readers_own_process(model, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(TEXT, "utf-8")
    call = "import sys\nfrom reader.cli import main\ncode = main(sys.argv[1:])\nprint(code, 'spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", call, "entities", str(story), "--extractor", "spacy"],
        env={"READER_SPACY_MODEL": model, "HOME": str(tmp_path), "PATH": "", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "person ×3 Orla Venn" in done.stdout
    assert done.stdout.endswith("0 False\n")
