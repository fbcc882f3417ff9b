"""Names found by a spaCy model in a child process; everything else by the program's own rules.

What is sensible to take from it: a general model is another opinion on where names stand and of what kind they are.
Sentences stay ours, because the comparison of articles is built on them; so do dates and figures, which a model marks
but does not read; and quotes, for which it has no component. Their speakers are found among its names.
"""

import sys
from collections.abc import Collection, Iterator, Sequence
from threading import RLock
from typing import Any

from reader.analysis import PARTS, analyse
from reader.analysis.extractors import UnavailableError
from reader.analysis.extractors.installed import as_path, missing, model_version
from reader.analysis.extractors.naming import Named, entities_of
from reader.analysis.extractors.process import BrokenError, Child
from reader.model import Analysis, Article, Entity, Problem, Span
from reader.model.analysis import EntityType

COMMAND = (sys.executable, "-P", "-m", "reader.analysis.extractors.serving")
"""`-P`: what lies in the folder that the reader was started in is no place to import from."""

TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "other",
    "LAW": "other",
    "MISC": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
}
"""Labels of OntoNotes 5 and CoNLL 2003, by which models are trained. Peoples, languages, dates and amounts are no names
here."""

LOADING_SECONDS = 60.0
ANSWER_SECONDS = 10.0
CHARACTERS_PER_SECOND = 500
"""What the slowest model may take: a tenth of what the small ones do on one core."""
TEXT_CHARACTERS = 20_000
"""The longest text given to the model at once; it needs some kilobytes of memory for each word."""
ASKED_CHARACTERS = 100_000
FAILURES = 3
"""After so many, one after the other, the child is not started again."""
UNINTELLIGIBLE = "gave an answer that cannot be understood"


class SpacyExtractor:
    """The child process of one run, and what went wrong with it."""

    def __init__(self, model: str, command: Sequence[str] | None = None) -> None:
        """Starts nothing yet. Raises `UnavailableError` where spaCy or the model is not here.

        `command` runs another program in place of ours; then nothing is looked for beforehand.
        """
        folder = as_path(model)
        self._model = model if folder is None else str(folder)
        if command is None and (problem := missing(self._model)) is not None:
            raise UnavailableError(problem, installed=folder is not None and folder.is_dir())
        self.name = f"spacy:{self._model}:{model_version(self._model)}"
        self._command = command or COMMAND
        self._child: Child | None = None
        self._is_loaded = False
        self._was_tried = False
        self._failures = 0
        self._problems: list[Problem] = []
        self._lock = RLock()

    def analyse(self, article: Article, upto: int | None = None, parts: Collection[str] = PARTS) -> Analysis:
        """The names are spaCy's. Where it fails, everything is the built-in extractor's, and a problem says so."""
        with self._lock:
            if self._failures < FAILURES:
                try:
                    found = analyse(article, upto, self._entities, parts)
                    self._failures = 0
                    return found
                except BrokenError as error:
                    self._failed(str(error), article.file)
        return analyse(article, upto, parts=parts)

    @property
    def is_ready(self) -> bool:
        """Whether it has been loaded once, or that has failed. A child that has to be started again is waited for."""
        return self._was_tried

    def load(self) -> None:
        """Start the child and wait until its model is loaded: two seconds, or the time that the disk takes."""
        with self._lock:
            try:
                self._ready()
            except BrokenError as error:
                self._failed(str(error))
                problem = Problem("", None, f"spaCy {error}", "reader doctor shows what is installed")
                raise UnavailableError(problem, installed=True) from error

    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems)

    def close(self) -> None:
        """End the child."""
        with self._lock:
            if self._child is not None:
                self._child.kill()
                self._child = None

    def _ready(self) -> Child:
        """The child with its model loaded. Raises `BrokenError`."""
        if self._child is None:
            self._is_loaded = False
            self._child = Child(self._command)
        if not self._is_loaded:
            failures, self._failures = self._failures, FAILURES  # what cannot be loaded now never will be
            self._child.tell({"model": self._model})
            match self._child.answer(LOADING_SECONDS):
                case {"ready": str()}:
                    self._is_loaded, self._failures = True, failures
                case {"refused": str(why)}:
                    raise BrokenError(f"cannot be used: the model {self._model} {why}")
                case _:
                    raise BrokenError(UNINTELLIGIBLE)
            self._was_tried = True
        return self._child

    def _failed(self, why: str, file: str = "") -> None:
        """Note a failure, for one article or for good."""
        self.close()
        self._was_tried = True
        self._failures += 1
        told = "the built-in extractor has taken its place"
        if self._failures >= FAILURES:
            self._problems.append(Problem("", None, f"spaCy {why}", f"{told} from here on"))
        else:
            self._problems.append(Problem(file, None, f"spaCy {why}", f"{told} for this article"))

    def _entities(self, article: Article, sentences: Sequence[Span]) -> tuple[Entity, ...]:
        """The names of an article. Raises `BrokenError`."""
        child = self._ready()
        return entities_of(article, sentences, [name for part in _parts(article) for name in _ask(child, part)])


def _ask(child: Child, part: Sequence[tuple[int, str]]) -> Iterator[Named]:
    """The names in some pieces of a text, each piece with its offset. Raises `BrokenError`."""
    texts = [text for _, text in part]
    found = child.ask({"texts": texts}, ANSWER_SECONDS + sum(map(len, texts)) / CHARACTERS_PER_SECOND)
    match found:
        case {"names": [*lists]} if len(lists) == len(part):
            for (offset, text), names in zip(part, lists, strict=True):
                yield from _placed(offset, len(text), names)
        case _:
            raise BrokenError(UNINTELLIGIBLE)


def _placed(offset: int, length: int, names: Any) -> Iterator[Named]:
    """One piece's names in their places, where they are what was asked for: in order, and none in another."""
    end = 0
    for name in names if isinstance(names, list) else (None,):
        match name:
            case [int(start), int(stop), str(label)] if end <= start < stop <= length:
                end = stop
                if label in TYPES:
                    yield Span(offset + start, offset + stop), TYPES[label]
            case _:
                raise BrokenError(UNINTELLIGIBLE)


def _parts(article: Article) -> Iterator[list[tuple[int, str]]]:
    """The paragraphs with their offsets, in parts of a bounded length; one that is too long is cut between words."""
    part: list[tuple[int, str]] = []
    length = 0
    for piece in _pieces(article):
        if part and length + len(piece[1]) > ASKED_CHARACTERS:
            yield part
            part, length = [], 0
        part.append(piece)
        length += len(piece[1])
    if part:
        yield part


def _pieces(article: Article) -> Iterator[tuple[int, str]]:
    text = article.text
    for start, end in article.paragraphs:
        while end - start > TEXT_CHARACTERS:
            cut = text.rfind(" ", start + 1, start + TEXT_CHARACTERS) + 1 or start + TEXT_CHARACTERS
            yield start, text[start:cut]
            start = cut
        if end > start:
            yield start, text[start:end]
