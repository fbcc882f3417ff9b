"""What a line is by itself: a byline, a caption, a credit, something that a web page says around an article.

Every test is for the whole line and errs towards the body: a line wrongly left in is a blemish, one wrongly taken out
is a loss.
"""

import re
from typing import NamedTuple

from reader.formats.outlets import agencies_in, agency_named, outlet_named, sounds_like_outlet
from reader.text.regex import regex

_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ter|ten|af|av|zu)"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.?(?:[\w’'.-]{0,30})|" + _PARTICLE + r")"
_NAME = rf"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]{{0,30}}(?:\s+{_NAME_WORD}){{0,5}}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+with\s+){_NAME}){{0,9}}"
_BYLINE = regex(
    rf"(?:By|BY|by|Written by|Words by|Text by|Story by|Report by|Reported "
    rf"by)\s*:?\s+(?P<names>{_NAMES})(?P<rest>.{{0,80}})$"
)
_BYLINE_STARTS = ("By", "BY", "by", "Written", "Words", "Text", "Story", "Report")
_DIVIDERS = ("|", "/", "•", "·", " – ", " — ", " - ")
_TWO_PARTS = regex(rf"(?P<names>{_NAMES})\s*(?:[|/•·]|\s[–—-]\s)\s*(?P<rest>[^|/•·]{{2,60}})$")
_ROLE = regex(
    r"\b(?:staff|correspondent|reporter|editor|writer|bureau|desk|news|press|agency|service|contributor"
    r"|columnist|chief|analyst|"
    r"in [A-Z]|for [A-Z]|at [A-Z]|of [A-Z]|@\w)",
)
_CONNECTOR = regex(r"^[\s,|•·–—/()-]+|[\s,|•·–—/()-]+$")
_ORGANISATION = regex(r"(?:Staff|Reporter|Correspondent|Desk|Bureau|Writer|Editors?|Agency|Agencies|Press|News|Team)\b")

_CAPTION_LABEL = regex(
    r"(?:(?:file\s+)?(?:photo(?:graph)?|image|picture|pic|illustration|graphic)s?|(?:photo|image|picture"
    r"|media|video)\s+"
    r"(?:caption|credit|credits|source|courtesy|by|copyright)|caption|photo illustration|credit)"
    r"(?:\s*[:：]\s*|,\s+)\S",
    re.IGNORECASE,
)
_CAPTION_MARK = regex(
    r"[(\[](?:file\s+)?(?:photo(?:graph)?s?|image|picture|pic|ap photo|reuters photo|afp photo"
    r"|courtesy)(?:\s*(?:by|via|courtesy|credit|:|/)|"
    r"\s*[\])])[^()\[\]]{0,120}[)\]]?\.?$"
    r"|[(\[](?:AP Photo|AFP Photo|Reuters)/[^()\[\]]{2,80}[)\]]\.?$"
    r"|\bREUTERS/[A-Z][^.]{2,60}$"
    r"|(?:/|\bvia )(?:Getty Images|AFP|AP|Reuters|TASS|EPA|EPA-EFE|Shutterstock|Anadolu|Xinhua|Sputnik)\s*[)\]]?\.?$"
    r"|[|©]\s?(?:Getty Images|AFP|AP|Reuters|EPA|Shutterstock)\.?$"
    r"|\[[^\[\]]{2,60}/[^\[\]]{2,40}\]$",
    re.IGNORECASE,
)
_CREDIT_AT_END = regex(
    r"(?:^|[.!?”\"’)|]\s+|\s[–—-]\s|\()(?:Photo(?:graph)?|Picture|Image|PHOTO|IMAGE)s?(?: by| credit)?:\s*"
    rf"{_NAME}(?:\s*[/,]\s*{_NAME})?[).]?$"
)
"""Case counts: `… on Monday. Photo: Ann Lee`."""
_BOLD_CREDIT = regex(r"^(?P<before>.*?)\s*(?:\*\*|__)(?P<bold>[^*]{2,120})(?:\*\*|__)\s*(?P<after>[^*]{0,120})$")
_CREDIT = regex(r"[\w.’' -]{2,60}\s*/\s*[\w.’' -]{2,60}(?:\s*/\s*[\w.’' -]{2,60})?$")
_PICTURE_DESK = regex("getty|shutterstock|pool|press service", re.IGNORECASE)
_LONGEST_CAPTION = 600

_FURNITURE = frozenset(
    """
    advertisement|advertisements|advertising|ad|sponsored|sponsored content|story continues below advertisement
    article continues below advertisement|story continues after advertisement|continue reading
    continue reading below|read more|read less|read full story|read full article|read the full story|show more
    load more|see more|more|subscribe|subscribe now|sign up|sign in|log in|register|share|share this
    share this article|share this story|share article|share on facebook|share on twitter|share on x
    share on whatsapp|share via email|share this page|tweet|facebook|twitter|whatsapp|telegram|linkedin|reddit
    email|e-mail|print|print this article|copy link|copied|save|save article|bookmark|comments|comment
    leave a comment|view comments|join the conversation|add a comment|post a comment|no comments|related
    related articles|related stories|related content|related topics|related news|related posts|most read
    most popular|trending|recommended|recommended stories|recommended for you|more stories|more on this story
    more from|you may also like|you might also like|also read|listen|listen to this article|listen to article
    play|watch|watch live|watch now|skip to content|skip to main content|menu|home|search|close|next|previous
    next article|previous article|back to top|top|follow us|follow|newsletter|newsletters|download app|gallery
    photo gallery|image|video|loading|end of article|end|ends|### end|-30-|full text|abstract|text size|a a a
    open image in modal|view gallery|enlarge|cookie settings|accept cookies|privacy policy|terms of use
    contact us|[email protected]|getty images|this article is more than 1 year old
    this article was written by ai
    """.replace("\n", "|").replace("  ", "").split("|")
)  # fmt: skip
_FURNITURE_START = regex(
    r"(?:read more|read also|also read|read next|see also|more on this|related|recommended|further "
    r"reading|don[’']t miss|"
    r"must read|now read|up next)\s*(?:[:|»>–—]|-\s)"
    r"|(?:sign up|subscribe|register)\b.{0,120}\b(?:newsletters?|inbox|alerts?|updates|briefing|channel|podcast)\b"
    r"|(?:follow|like)\s+(?:us|me|@\w+|.{1,60})\s+on\s+(?:twitter|x|facebook|instagram|linkedin|telegram"
    r"|threads|bluesky|google news)\b"
    r"|(?:click|tap) here (?:to|for)\b"
    r"|download (?:the|our) .{0,60}\bapp\b"
    r"|(?:one of )?your browser (?:does not|extensions?)\b"
    r"|(?:support|donate to) (?:our|independent) .{0,60}\b(?:journalism|newsroom|reporting)\b"
    r"|our standards: "
    r"|have (?:a tip|an opinion)\b"
    r"|(?:about\s+)?[0-9]{1,3}\s*-?\s*(?:min(?:ute)?s?)\s*(?:-?\s*read)?$"
    r"|[0-9]{1,4}\s+(?:comments?|shares?|views?|likes?)$"
    r"|[0-9]{1,2}\s+(?:minutes?|hours?|days?|weeks?|months?)\s+ago$"
    r"|jump to (?:comments|content|recipe)",
    re.IGNORECASE,
)
_FURNITURE_STARTS = frozenset(
    """
    read also see more rela reco furt don' don’ must now up sign subs regi foll like clic tap down one your supp dona
    our have abou jump
    """.split()  # noqa: SIM905 - a list would take a line for each word
)
"""How what the pattern above matches begins, in up to four characters; else it is a digit."""
_LONGEST_FURNITURE = 260
_SENTENCES = regex(r"[.!?][”\"’)]?\s+[A-Z“\"]")

_COPYRIGHT = regex(
    r"(?:©|\(c\)\s+(?-i:[12A-Z])|copyright\b).{0,200}|.{0,160}\ball rights reserved\b.{0,120}", re.IGNORECASE
)
_CREDITED = regex(
    r"(?P<who>.{2,200}?)\s+(?:also\s+|has\s+)?contributed\s+(?:to\s+(?:this|the)\s+(?:report|story"
    r"|article|piece|dispatch)|reporting|from\s+[\w ,.]{2,60})"
    r"(?:\s+from\s+[\w ,.]{2,60})?\.?$"
    r"|(?:with|including|additional)\s+(?:additional\s+)?(?:reporting|inputs?|material|files"
    r"|contributions?|information|agenc(?:y|ies))(?:\s+(?:from|by)\s+(?P<from>.{2,200}))?$"
    r"|(?:additional\s+)?(?:reporting|writing|editing|compiled|edited|translated|translation"
    r"|produced)\s+by\s+(?P<by>.{2,400})$"
    r"|(?:with|from)\s+(?:wire\s+)?(?:agencies|agency reports|news agencies|wire services)\.?$",
    re.IGNORECASE,
)
_SIGNATURE = regex(r"(?:[a-z]{2,4}/)*[a-z]{2,4}\s*\((?P<who>[^()]{2,60})\)$")
_FIRST_PUBLISHED = regex(
    r"(?:this|the) (?:article|story|piece|post|report|dispatch) (?:was |is |has been )?(?:originally |first )?"
    r"(?:published|appeared|posted|republished|updated|amended|corrected|produced|translated|syndicated)\b.{0,250}$"
    r"|(?:originally|first) (?:published|appeared) (?:at|in|on|by)\b.{0,150}$",
    re.IGNORECASE,
)


CREDIT_STARTS = (
    "with", "including", "additional", "report", "writ", "edit", "compil", "translat", "produc", "from", "copyright",
    "this ", "the ", "original", "first ", "©",
)  # fmt: skip
"""What a credit begins with, unless it has a telling word; looked at first, because the patterns cost more."""

_CREDITED_STARTS = CREDIT_STARTS[:10]
"""Those of them with which a line begins that says who contributed, though it has no form of "contribute"."""
_LONGEST_CREDIT, SHORT_CREDIT = 510, 60
_PARTS = regex(r"[/,&]|\band\b")


class Byline(NamedTuple):
    """Who signed, as far as the line says."""

    author: str | None
    agencies: tuple[str, ...]
    outlet: str | None


def _cased(names: str) -> str:
    """A byline in capitals in the usual case."""
    if names.upper() != names or len(names) < 5:
        return names
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), names).replace(" And ", " and ")


def _byline(names: str, rest: str) -> Byline | None:
    rest = _CONNECTOR.sub("", rest)
    agencies = tuple(agencies_in(f"{names}, {rest}"))
    outlet = next((known for part in re.split(r"[,|•·/]", rest) if (known := outlet_named(part.strip()))), None)
    if rest and not (agencies or outlet or _ROLE.search(rest)):
        return None
    people = [part for part in re.split(r"\s*,\s*", names) if not agency_named(part) and not outlet_named(part)]
    outlet = outlet or next((known for part in re.split(r"\s*,\s*", names) if (known := outlet_named(part))), None)
    if len(people) > 1 and sounds_like_outlet(people[-1]):
        outlet = outlet or people[-1]
        people.pop()
    people = [person for person in people if not _ORGANISATION.match(person)] or people
    author = _cased(", ".join(people)) if people else None
    if author and (whole := agency_named(author)):
        return Byline(None, (whole,), outlet)
    return Byline(author, agencies, None if outlet and agency_named(outlet) else outlet)


def byline(line: str) -> Byline | None:
    """Who signed in a line such as `By Jane Roe and John Doe, AP` or `Jane Roe | Reuters`."""
    if len(line) > 200 or (line.endswith((".", "?", "!", ":", ";")) and not line.endswith(("Jr.", "Sr."))):
        return None
    if line.startswith(_BYLINE_STARTS) and (match := _BYLINE.match(line)):
        return _byline(match["names"], match["rest"])
    if not any(mark in line for mark in _DIVIDERS):
        return None
    match = _TWO_PARTS.match(line)
    if match and (agencies_in(match["rest"]) or outlet_named(match["rest"].strip())) and match["names"].count(" ") <= 8:
        return None if outlet_named(match["names"]) else _byline(match["names"], match["rest"])
    return None


def looks_like_name(line: str) -> bool:
    """Whether a line is two to four capitalised words and nothing else, as a signature is."""
    words = line.split()
    return 2 <= len(words) <= 4 and bool(re.fullmatch(_NAME, line)) and line.upper() != line and not outlet_named(line)


def caption(line: str, bare: str) -> bool:
    """Whether a line is a picture's caption or credit; `bare` is the line without markup."""
    if len(bare) > _LONGEST_CAPTION or not bare:
        return False
    if bold_credit(line):
        return True
    if bare[0] in "fpimcgFPIMCG" and _CAPTION_LABEL.match(bare):
        return len(bare) <= 400
    tail = bare[-80:]
    if ":" in tail and _CREDIT_AT_END.search(tail) and len(_SENTENCES.findall(bare)) <= 4:
        return True
    if not (
        "/" in tail or tail[-1] in ")]" or tail[-2:] in (").", "].") or "|" in tail or "©" in tail or "via " in tail
    ):
        return False
    return bool(_CAPTION_MARK.search(bare[-160:])) and len(_SENTENCES.findall(bare)) <= 3


def bold_credit(line: str) -> bool:
    """Whether a line is a caption with a credit, one of the two in bold: `words **Name / AGENCY**`, `**words**
    Name / AGENCY`."""
    if ("**" not in line and "__" not in line) or len(line) > _LONGEST_CAPTION:
        return False
    match = _BOLD_CREDIT.match(line)
    if not match:
        return False
    after, bold = match["after"].strip(), match["bold"].strip()
    end = f"{bold} {after}" if after.startswith("/") else after or bold
    return bool(_CREDIT.match(end)) and len(end) < 120


def credit(bare: str) -> bool:
    """Whether a line is a picture credit and nothing else: `Name Surname / AGENCY`."""
    if len(bare) > 100 or "/" not in bare or not _CREDIT.match(bare):
        return False
    return bool(agencies_in(bare.rsplit("/", 1)[1])) or bool(_PICTURE_DESK.search(bare))


def furniture(bare: str) -> bool:
    """Whether a line is what a web page puts around an article: buttons, advertisements, links to other articles."""
    if len(bare) > _LONGEST_FURNITURE:
        return False
    if len(bare) < 45 and bare.casefold().strip(" .:|»›>→-–—") in _FURNITURE:
        return True
    if bare[:4].split(" ", 1)[0].casefold() not in _FURNITURE_STARTS and not bare[:1].isdigit():
        return False
    return bool(_FURNITURE_START.match(bare)) and not _SENTENCES.search(bare)


class Credit(NamedTuple):
    """A line at the foot that says who else had a part in the report."""

    agencies: tuple[str, ...]


def foot_credit(bare: str) -> Credit | None:
    """The credit that a line at the foot of an article gives; None for any other line."""
    if len(bare) > _LONGEST_CREDIT:
        return None
    text = bare.strip("()[]*_ –—-")
    if not text:
        return None
    start = text[:12].casefold()
    begun = start.startswith(CREDIT_STARTS)
    credited = begun and start.startswith(_CREDITED_STARTS)
    telling = credited or "contribut" in text or (begun and ("ontribut" in text or "ONTRIBUT" in text))
    if telling and (match := _CREDITED.match(text)):
        agencies = tuple(agencies_in(match["who"] or match["from"] or ""))
        return None if match["who"] and _SENTENCES.search(text) else Credit(agencies)
    if len(text) < SHORT_CREDIT and (agencies := _signed_by(bare, text)):
        return Credit(agencies)
    if _claims_rights(bare, text) and len(text) <= 300 and _COPYRIGHT.match(bare.strip("[]*_ –—-")):
        return Credit(tuple(agencies_in(text)))
    return Credit(()) if begun and _FIRST_PUBLISHED.match(text) else None


def _claims_rights(line: str, text: str) -> bool:
    """Whether a line says, at a glance, that it could be a copyright."""
    return line[0] in "©(" or text[0] in "©Cc" or "eserved" in text or "RESERVED" in text


def _signed_by(line: str, text: str) -> tuple[str, ...]:
    """The agencies of a short line that names nothing else: `AFP/Reuters`, `ab/cd (dpa)`."""
    if "(" in line and (match := _SIGNATURE.match(line.strip("*_ "))):
        return tuple(agencies_in(match["who"]))
    if (text[0].islower() and text[0] != "d" and line[0] != "(") or text[-1] in '.!?”"’:;':
        return ()
    parts = [part.strip() for part in _PARTS.split(text)]
    return tuple(agencies_in(text)) if all(agency_named(part) for part in parts) else ()
