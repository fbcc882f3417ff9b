"""The steps from a cleaned text to an article, shared by every format."""

import re

from reader.formats.body import read_body, take_asides
from reader.formats.dates import date_in_url
from reader.formats.draft import Draft
from reader.formats.foot import read_foot
from reader.formats.head import read_head
from reader.formats.outlets import host_of, is_host, outlet_named, outlet_of_host
from reader.formats.page import Page
from reader.model import Article

_TITLE_TAIL = re.compile(r"^(?P<title>.{8,}?)\s+(?:[|–—-]|::|»)\s+(?P<outlet>[^|–—]{2,50})$")


def compose(draft: Draft, page: Page) -> Article:
    """Read head, foot and body off the page, derive what follows from other fields, and finish the article."""
    take_asides(draft, page)
    read_head(draft, page)
    read_foot(draft, page)
    read_body(draft, page)
    if draft.house_style:
        agency, words, line = draft.house_style
        draft.state("agency", agency, line, words)
    _outlet_in_title(draft)
    _source(draft)
    _published(draft)
    return draft.finish()


def _outlet_in_title(draft: Draft) -> None:
    """`Headline | Outlet`, as pages call themselves: the outlet is no part of the headline."""
    match = _TITLE_TAIL.match(draft.get("title") or "")
    if not match:
        return
    known = outlet_named(match["outlet"])
    stated = draft.get("source") or ""
    if known or match["outlet"].casefold() == stated.casefold():
        draft.fields["title"] = match["title"]
        draft.state("source", known, None, f"the end of the title: {match['outlet']}")


def _source(draft: Draft) -> None:
    stated = draft.get("source")
    if stated and is_host(stated):
        host = host_of(stated) or stated
        draft.fields["source"] = outlet_of_host(host) or host
        return
    url = draft.get("url")
    derived = host_of(url) if url and not stated else None
    if derived:
        draft.state("source", outlet_of_host(derived) or derived, None, f"the URL's host, {derived}")


def _published(draft: Draft) -> None:
    url = draft.get("url")
    if url and not draft.get("published"):
        draft.state("published", date_in_url(url), None, "the date in the URL's path")
