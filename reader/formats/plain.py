"""Plain text as people have it on disk, with or without front matter and remnants of Markdown."""

from reader.formats.compose import compose
from reader.formats.draft import Draft
from reader.formats.frontmatter import read_front_matter
from reader.formats.page import Page
from reader.formats.readwise import read_metadata_section
from reader.model import Article


def read_text(text: str, draft: Draft) -> Article:
    """The article that a cleaned text makes; Markdown is read the same way, since neither suffix keeps its promise."""
    body, first = read_front_matter(text, draft)
    page = Page.of(body, first)
    read_metadata_section(draft, page)
    return compose(draft, page)
