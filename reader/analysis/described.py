"""What an article says about a speaker beside the name, where it names him: "its director, Jo Field, said"."""

from reader.model import Quote, Span

_LONGEST = 80
"""Characters; what is longer than that is a clause of its own."""
_OPENING = ("the", "a", "an", "its", "his", "her", "their", "one")


def description(quote: Quote, text: str) -> Span | None:
    """The words before the name in the mention of a speaker, without the comma between; None where there are none."""
    mention, name = quote.speaker.mention, quote.speaker.name
    if mention is None or not name or quote.speaker.via != "name":
        return None
    words = mention.of(text)
    comma = words.rfind(", ")
    rest = words[comma + 2 :]
    if not 0 < comma <= _LONGEST or not rest or rest.split()[-1] != name.split()[-1] or "," in words[:comma]:
        return None
    first = words.split(" ", 1)[0].lower()
    return Span(mention.start, mention.start + comma) if first in _OPENING or first.endswith(("'s", "’s")) else None


def within_a_sentence(words: str) -> str:
    """ "The German  chancellor" with a small "the" and single spaces: it need not stand at the start of a sentence."""
    first, _, rest = " ".join(words.split()).partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in _OPENING else f"{first} {rest}".rstrip()
