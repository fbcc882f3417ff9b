"""The forms in which an event can be exported, by their names on the command line."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from reader.model.frozen import dataclass

if TYPE_CHECKING:
    from reader.export.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Format:
    """One form."""

    name: str
    """As `--format` knows it."""
    title: str
    """What it is, in a few words."""
    suffix: str
    """What files of it end in."""
    maker: tuple[str, str]
    """Module of this package, and its function from a dossier to text."""

    def render(self, dossier: Dossier) -> str:
        """The event in this form. The same event gives the same text."""
        module, function = self.maker
        make: Callable[[Dossier], str] = getattr(import_module(f"reader.export.{module}"), function)
        return make(dossier)


_ALL = (
    Format("markdown", "brief as Markdown", ".md", ("brief", "as_markdown")),
    Format("html", "brief as one HTML file", ".html", ("brief", "as_html")),
    Format("csv", "everything as one table", ".csv", ("lines", "as_csv")),
    Format("json", "everything as JSON", ".json", ("whole", "render")),
    Format("annotations", "your notes as W3C Web Annotations", ".jsonld", ("annotations", "render")),
    Format("csl", "the sources as CSL-JSON", ".csl.json", ("csl", "render")),
    Format("ris", "the sources as RIS", ".ris", ("ris", "render")),
    Format("readwise", "quotations and notes for Readwise", ".readwise.csv", ("readwise", "render")),
)
FORMATS: dict[str, Format] = {one.name: one for one in _ALL}
