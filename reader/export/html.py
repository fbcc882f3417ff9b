"""A page as one HTML file that needs nothing else: no script, no style sheet, font or picture from anywhere."""

from collections.abc import Iterable, Iterator
from html import escape as _escaped

from reader.export.page import (
    Block,
    Code,
    Heading,
    Inline,
    Items,
    Link,
    Own,
    Paragraph,
    Ref,
    Run,
    Strong,
    Table,
    Target,
)
from reader.text.clean import printable

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #1c1c1c;
  background: #fdfcf8; }}
h1, h2, h3, table {{ font-family: system-ui, sans-serif; line-height: 1.25; }}
table {{ border-collapse: collapse; font-size: .9rem; }}
td, th {{ border: 1px solid #bbb; padding: .25rem .5rem; text-align: left; vertical-align: top; }}
blockquote {{ border-left: 3px solid #1f5fa8; margin-left: 0; padding-left: 1rem; }}
a {{ color: #1f5fa8; }}
a.ref {{ text-decoration: none; white-space: nowrap; font: .85em system-ui, sans-serif; }}
@media (prefers-color-scheme: dark) {{ body {{ color: #ddd; background: #1b1b1b; }} a {{ color: #8db8ea; }} }}
</style>
</head>
<body>
"""


def render(blocks: Iterable[Block]) -> str:
    """The page, whose title is its first heading."""
    page = tuple(blocks)
    title = next((_plain(block.run) for block in page if isinstance(block, Heading)), "")
    body = "\n".join("\n".join(_lines(block)) for block in page)
    return f"{_HEAD.format(title=escape(title))}{body}\n</body>\n</html>\n"


def escape(text: str) -> str:
    """Text in which every character means itself, also inside an attribute."""
    return _escaped(printable(text), quote=True)


def _plain(parts: Run) -> str:
    return "".join(part if isinstance(part, str) else part[0] for part in parts)


def run(parts: Run) -> str:
    """A line of words."""
    return "".join(map(_inline, parts))


def _inline(part: Inline) -> str:
    match part:
        case str():
            return escape(part)
        case Ref():
            return f'<a class="ref" href="#source-{escape(part.label)}">[{escape(part.text)}]</a>'
        case Target(label):
            return f'<strong id="source-{escape(label)}">[{escape(label)}]</strong>'
        case Code(text):
            return f"<code>{escape(text)}</code>"
        case Strong(text):
            return f"<strong>{escape(text)}</strong>"
        case Link(text, url):
            if not part.acts:
                return escape(f"{text} {url}")
            return f'<a href="{escape(url)}" rel="noopener noreferrer">{escape(text)}</a>'


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, parts):
            yield f"<h{level}>{run(parts)}</h{level}>"
        case Paragraph(parts):
            yield f"<p>{run(parts)}</p>"
        case Items(items):
            yield "<ul>"
            yield from (f"<li>{run(item)}</li>" for item in items)
            yield "</ul>"
        case Own(lines):
            yield "<blockquote>" + "<br>\n".join(map(escape, lines)) + "</blockquote>"
        case Table(header, rows):
            yield "<table>"
            yield f"<tr>{''.join(f'<th>{run(cell)}</th>' for cell in header)}</tr>"
            yield from (f"<tr>{''.join(f'<td>{run(cell)}</td>' for cell in row)}</tr>" for row in rows)
            yield "</table>"
