"""Where what was said begins, when it stands before its speaker: *…, Field said*."""

from reader.analysis.quotes.extent import ends_with_comma, has_finite_verb
from reader.analysis.quotes.phrases import Range
from reader.analysis.quotes.tokens import Tokens


def left_content(tokens: Tokens, end: int, low: int, done: int) -> Range | None:
    """What was said before the speaker at `end`: back to the sentence's begin, or to what another cue has taken."""
    tags, last = tokens.tags, end
    if last - 1 > low and tokens.low[last - 1] == "as" and tags[last - 2] in ",Q":
        last -= 1
    while last > low and tags[last - 1] in ",-":
        last -= 1
    if last <= low or (last == end and tags[last - 1] != "Q"):
        return None
    low = max(low, done)
    first = max(tags.rfind(":", low, last) + 1, tags.rfind(";", low, last) + 1, min(low, last))
    first = _without_opening(tokens, first, last)
    if first >= last:
        return None
    if "Q" not in tags[first:last]:
        return Range(first, last) if last - first >= 3 and has_finite_verb(tokens, first, last) else None
    if tags[last - 1] == "Q":
        return _cut_before_quote(tokens, first, last)
    return _cut_after_quote(tokens, first, last)


def _without_opening(tokens: Tokens, first: int, last: int) -> int:
    """Past *But*, *And*, *However,* at the begin."""
    tags = tokens.tags
    while first < last and tags[first] in ",c-.":
        first += 1
    if first + 1 < last and tags[first] == "r" and tags[first + 1] == ",":
        first += 2
    return first


def _cut_before_quote(tokens: Tokens, first: int, last: int) -> Range:
    """A quoted stretch that is a sentence of its own is not joined with the reporter's words before it."""
    tags, text, at = tokens.tags, tokens.text, last - 1
    if at == first or "Q" in tags[first:at]:
        return Range(first, last)
    capital = text[tokens.start[at] + 1 : tokens.start[at] + 2].isupper()
    whole = capital and len(text[tokens.start[at] : tokens.end[at]].split()) >= 4
    return Range(at, last) if tags[at - 1] in ",:" or whole else Range(first, last)


def _cut_after_quote(tokens: Tokens, first: int, last: int) -> Range:
    """*"…," the tall, old man said*: the words after the quotation are the speaker."""
    tags = tokens.tags
    quote = tags.rindex("Q", first, last)
    speaker = last - quote <= 6 and ends_with_comma(tokens, quote)
    if speaker and all(tag in "NSdwor" for tag in tags[quote + 1 : last]):
        last = quote + 1
    return Range(first, last)
