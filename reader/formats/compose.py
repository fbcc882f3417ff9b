"""The steps from a cleaned text to an article, shared by every format."""

from reader.formats.body import read_body, take_asides
from reader.formats.dates import date_in_url
from reader.formats.draft import Draft
from reader.formats.foot import read_foot
from reader.formats.head import read_head
from reader.formats.masthead import rights_holder, same_outlet
from reader.formats.outlets import host_of, is_host, outlet_named, outlet_of_host, sounds_like_outlet
from reader.formats.page import Page
from reader.model import Article
from reader.text.regex import regex

_TAIL_SIGN = regex(r"[|–—:»-]")
_TITLE_TAIL = regex(r"^(?P<title>.{8,}?)\s+(?:[|–—-]|::|»)\s+(?P<outlet>[^|–—]{2,50})$")


def compose(draft: Draft, page: Page) -> Article:
    """Read head, foot and body off the page, derive what follows from other fields, and finish the article."""
    take_asides(draft, page)
    read_head(draft, page)
    read_foot(draft, page)
    read_body(draft, page)
    _outlet_in_title(draft)
    _source(draft)
    _published(draft)
    return draft.finish()


def _outlet_in_title(draft: Draft) -> None:
    """`Headline | Outlet`, as pages call themselves: the outlet is no part of the headline."""
    title = draft.get("title") or ""
    match = _TITLE_TAIL.match(title) if _TAIL_SIGN.search(title) else None
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
    if stated:
        draft.fields["source"] = outlet_named(stated) or stated  # one outlet, whatever the kind of file it comes in
        return
    site = host_of(url) if url else None
    known = outlet_of_host(site) if site else None
    if not known:
        for line in draft.leftovers:
            name = rights_holder(line)
            if name and (same_outlet(name, site) if site else sounds_like_outlet(name)):
                draft.state("source", name, None, line)
                return
    draft.state("source", known or site, None, f"the URL's host, {site}")


def _published(draft: Draft) -> None:
    url = draft.get("url")
    if url and not draft.get("published"):
        draft.state("published", date_in_url(url), None, "the date in the URL's path")
