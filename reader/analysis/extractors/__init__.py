"""Who analyses: the program's own rules, or another extractor behind the same interface.

The built-in extractor is always there and is the default. Another one is chosen by name, is imported only then, and
falls back on the built-in one for what it cannot do.
"""

from collections.abc import Collection, Iterable
from typing import Protocol

from reader.analysis import PARTS, analyse
from reader.model import Analysis, Article, Problem

__all__ = ["BUILTIN", "CHOICES", "Extractor", "UnavailableError", "choose"]

CHOICES = ("builtin", "spacy")


class Extractor(Protocol):
    """Something that finds what one article says. Methods may be called from any thread."""

    name: str
    """Tells its analyses from those of any other: the key under which they may be kept."""

    def analyse(self, article: Article, upto: int | None = None, parts: Collection[str] = PARTS) -> Analysis:
        """As `reader.analysis.analyse`. Never fails: what went wrong is among the problems."""

    @property
    def is_ready(self) -> bool:
        """Whether the next analysis need not wait for something to be loaded."""

    def load(self) -> None:
        """Wait until it is ready. Raises `UnavailableError` where it cannot be; that is among the problems then, and
        the built-in extractor has taken its place."""

    def problems(self) -> Iterable[Problem]:
        """What went wrong since it was made."""

    def close(self) -> None:
        """Let go of what it holds. It may be used again."""


class UnavailableError(Exception):
    """An extractor that was chosen cannot be had here; `problem` says what is missing and what to do."""

    def __init__(self, problem: Problem, installed: bool = False) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.installed = installed
        """Whether all of it is there, but cannot be read."""


class Builtin:
    """The program's own rules and weights, in this process."""

    name = "builtin"
    is_ready = True

    def analyse(self, article: Article, upto: int | None = None, parts: Collection[str] = PARTS) -> Analysis:
        return analyse(article, upto, parts=parts)

    def load(self) -> None:
        """Milliseconds, and only when first used."""

    def problems(self) -> Iterable[Problem]:
        return ()

    def close(self) -> None:
        """Nothing is held."""


BUILTIN: Extractor = Builtin()


def choose(name: str, model: str = "en_core_web_sm") -> Extractor:
    """The extractor called `name`, one of `CHOICES`; `model` is a spaCy model's name or folder.

    Nothing is started yet. Raises `UnavailableError` where the parts of it are not installed.
    """
    if name == "builtin":
        return BUILTIN
    from reader.analysis.extractors.spacy import SpacyExtractor

    return SpacyExtractor(model)
