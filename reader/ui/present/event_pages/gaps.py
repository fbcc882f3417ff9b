"""Coverage, drawn: what only one source tells, what was not found in it, what it tells in another place."""

from reader.session.event_pages import sections, stating
from reader.session.event_pages.model import GAP_LISTS, Gap, Gaps
from reader.ui.present.articles import Line
from reader.ui.present.event_pages.look import Look, cut, legend, passage, source
from reader.ui.widgets.line import wrap_line

TITLES = {"only": "Only in {name}", "missing": "Not found in {name}", "moved": "Earlier or later in {name}"}
LEAD = 8
"""Cells before the words: the mark, the paragraph."""


def head(page: Gaps, width: int, look: Look) -> list[Line]:
    """The three lists with how much is in each; the source that it is about stands out."""
    name = page.event.names[page.home]
    pieces: list[tuple[str, str]] = []
    for which in GAP_LISTS:
        count = sum(gap.id not in look.seen for gap in page.lists.get(which, ()))
        number = f" {count}" if page.lists else ""
        if which == page.which:
            pieces.append((f" {look.signs.first}{TITLES[which].format(name=name)}{number}{look.signs.last} ", "title"))
        else:
            pieces.append((f"  {_SHORT[which]}{number}  ", "dim-meta"))
    return [cut(pieces, width), *legend(page.event, width, (page.home,)), ()]


_SHORT = {"only": "only here", "missing": "not found here", "moved": "earlier or later"}


def card(page: Gaps, index: int, width: int, look: Look) -> list[Line]:
    """A passage: paragraph and first words, then what is in it and who else tells it; above the first its part."""
    gap = page.rows[index]
    aside = gap.id in look.seen
    tick = look.signs.seen if aside else " "
    place = f"{look.signs.paragraph}{gap.paragraph}"
    article = page.event.members[gap.place].article
    words = " ".join(stating.flat(span, article.text) for span in gap.spans)
    role = "dim-meta" if aside else ""
    lead = ((f"{tick} ", "dim-meta"), (f"{place:<{LEAD - 2}}", "dim-meta" if aside else "only"))
    about = f" {look.signs.dot} ".join(part for part in (_elsewhere(page, gap, look), *gap.why) if part)
    part = sections.heading(page, index)
    above: list[Line] = [cut(((f" {part}", "heading"),), width)] if part else []
    return [*above, cut((*lead, (words, role)), width), cut(((" " * LEAD, ""), (about, "dim-meta")), width)]


def _elsewhere(page: Gaps, gap: Gap, look: Look) -> str:
    event, sign = page.event, look.signs.paragraph
    if page.which == "moved":
        place, _, paragraph = gap.elsewhere[0]
        there = "it" if len(event.keys) == 2 else event.names[place]
        return f"{sign}{gap.paragraph} here {look.signs.pair} {sign}{paragraph} in {event.names[place] or there}"
    if page.which == "missing":
        others = ", ".join(f"{place + 1} {sign}{paragraph}" for place, _, paragraph in gap.elsewhere)
        also = f" {look.signs.dot} also {others}" if others else ""
        return f"{gap.place + 1} {event.names[gap.place]}{also}"
    return ""


def detail(page: Gaps, width: int, height: int, look: Look) -> list[Line]:
    """The passage whole."""
    if page.cursor >= page.count:
        return []
    gap = page.rows[page.cursor]
    event = page.event
    about = (
        _elsewhere(page, gap, look) if page.which == "moved" else stating.about_gap(event, gap, page.which, page.home)
    )
    where = f" {about}" if page.which == "moved" else f" {look.signs.paragraph}{gap.paragraph} {look.signs.dot} {about}"
    if page.which == "missing" and gap.elsewhere:
        there = ", ".join(f"{source(event, place, width)} {look.signs.paragraph}{n}" for place, _, n in gap.elsewhere)
        where += f" {look.signs.dot} also {there}"
    lines = [cut(((f" {gap.place + 1} {event.names[gap.place]}", "bold"), (where, "dim-meta")), width)]
    text = " ".join(stating.flat(span, event.members[gap.place].article.text) for span in gap.spans)
    rows = wrap_line(((text, ""),), width - 5)
    room = height - 1 if page.which != "moved" else max(1, (height - 2) // 2)
    if len(rows) > room:
        rows = [*rows[: room - 1], (*rows[room - 1], (f" {look.signs.ellipsis}", "dim-meta"))] if room else []
    lines += [((" " * 3, ""), *row) for row in rows]
    if page.which == "moved":
        place, span, paragraph = gap.elsewhere[0]
        lines.append(
            ((f" {place + 1} {event.names[place]}", "bold"), (f" {look.signs.paragraph}{paragraph}", "dim-meta"))
        )
        found = passage(event, place, (span,), width - 5, max(1, height - len(lines)), look, "")
        lines += [((" " * 3, ""), *row) for row in found]
    return lines
