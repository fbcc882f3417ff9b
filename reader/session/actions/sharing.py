"""Taking a passage elsewhere: as a quotation with its reference, as Markdown, or in the browser."""

from reader.model import Article, Span
from reader.session.effects import Copy, OpenUrl
from reader.session.registry import Step, action, said
from reader.session.state import Reading, State
from reader.session.world import World

GROUP = "Sharing"


def reference(article: Article, span: Span) -> str:
    """Where a passage stands: source, day, paragraph, address."""
    paragraph = article.paragraph_at(span.start) + 1
    parts = [article.source or article.file, (article.published or "")[:10], f"¶{paragraph}", article.url or ""]
    return ", ".join(part for part in parts if part)


def _speaker(reading: Reading, span: Span) -> str:
    for quote in reading.analysis.quotes:
        if quote.speaker.name and any(part.overlaps(span) for part in quote.spans):
            return quote.speaker.name
    return ""


def quotation(reading: Reading) -> str:
    """The passage with who said it and where it stands, for pasting into a text."""
    span = reading.passage
    words = span.of(reading.article.text).strip()
    quoted = words if words[:1] in '“"«‘' else f"“{words}”"
    who = _speaker(reading, span)
    return f"{quoted} — {who + ', ' if who else ''}{reference(reading.article, span)}"


def markdown(reading: Reading) -> str:
    """The passage as a Markdown block quotation with a link to its source."""
    article, span = reading.article, reading.passage
    words = span.of(article.text).strip().replace("\n\n", "\n>\n> ")
    name = _linked(article)
    paragraph = article.paragraph_at(span.start) + 1
    day = f", {article.published[:10]}" if article.published else ""
    return f"> {words}\n>\n> — {name}{day}, ¶{paragraph}\n"


def _linked(article: Article) -> str:
    name = article.label if article.source is None else f"{article.source}: {article.label}"
    name = name.replace("[", "\\[").replace("]", "\\]")
    return f"[{name}](<{article.url}>)" if article.url else name


@action("y", group=GROUP)
def copy_quotation(state: State, world: World, which: int) -> Step:
    """Copy the passage as a quotation with speaker and reference."""
    if state.reading is None:
        return said(state, "no article is open")
    return state, Copy(quotation(state.reading), "quotation")


@action("Y", group=GROUP)
def copy_markdown(state: State, world: World, which: int) -> Step:
    """Copy the passage as a Markdown block quotation."""
    if state.reading is None:
        return said(state, "no article is open")
    return state, Copy(markdown(state.reading), "Markdown quotation")


@action("o", group=GROUP)
def open_in_browser(state: State, world: World, which: int) -> Step:
    """Open the article's address in the browser."""
    url = state.reading.article.url if state.reading else None
    if not url:
        return said(state, "this article states no address")
    if not url.lower().startswith(("http://", "https://")):
        return said(state, "only http and https addresses are opened", "error")
    return said(state, f"opening {url}"), OpenUrl(url)
