"""A page as Markdown (CommonMark with tables) in which no word of an article or a note can act as markup."""

import re
from collections.abc import Iterable, Iterator

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

_MARKUP = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)")
"""What acts anywhere; an underscore between two letters does not."""
_LEADING = re.compile(r"^(\s*)([-+#=]|\d{1,9}(?=[.)]))")
"""What makes a list, a heading or a rule at the start of a line."""
_ADDRESS = re.compile(r"""[\s<>()\[\]\\`"'|^{}]""")


def render(blocks: Iterable[Block]) -> str:
    """The page, with a newline at its end."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def escape(text: str) -> str:
    """Text as it stands inside a line: every character means itself."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(printable(text).split()))


def begin(text: str) -> str:
    """An escaped text at the start of a line."""
    return _LEADING.sub(_blunted, text)


def _blunted(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}\\" if match[2].isdigit() else f"{match[1]}\\{match[2]}"


def run(parts: Run) -> str:
    """A line of words; its spaces at the ends of strings are kept."""
    return "".join(map(_inline, parts))


def _inline(part: Inline) -> str:
    match part:
        case str():
            lead, trail = " " * part[:1].isspace(), " " * (part[-1:].isspace() and len(part.strip()) > 0)
            return f"{lead}{escape(part)}{trail}"
        case Ref():
            return f"[{escape(part.text)}]"
        case Target(label):
            return f"**[{escape(label)}]**"
        case Code(text):
            return _code(printable(text))
        case Strong(text):
            return f"**{escape(text)}**" if text.strip() else ""
        case Link(text, url):
            return f"[{escape(text)}](<{_address(url)}>)" if part.acts else escape(f"{text} {url}")


def _code(text: str) -> str:
    """A code span, between more backticks than there are in a row inside it."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    edge = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def _address(url: str) -> str:
    return _ADDRESS.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), printable(url))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, parts):
            yield f"{'#' * level} {run(parts)}"
        case Paragraph(parts):
            yield begin(run(parts))
        case Items(items):
            yield from (f"- {begin(run(item))}" for item in items)
        case Own(lines):
            yield from (f"> {begin(escape(line))}".rstrip() for line in lines)
        case Table(header, rows):
            yield _row(header)
            yield "|" + " --- |" * len(header)
            yield from map(_row, rows)


def _row(cells: tuple[Run, ...]) -> str:
    return "|" + "".join(f" {run(cell).strip()} |" for cell in cells)
