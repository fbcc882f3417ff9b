"""What reading gives: articles, and what was wrong with what could not be read."""

from reader.model import Article, Problem
from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one file or one stream held."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a container: an article, what is wrong with the line, or (a renamed id) both."""

    article: Article | None
    problem: Problem | None
    offset: int
    """Bytes from the start of the file to the line."""
    length: int
    """Bytes of the line, without its newline."""
