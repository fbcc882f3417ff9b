"""Where an article names dates, what they come to, and what part they play."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from reader.analysis.addresses import Outside, addresses
from reader.analysis.beginnings import beginnings
from reader.analysis.dates.context import Context, Resolved, month_value
from reader.analysis.dates.patterns import DATE, TRIGGER, month_number
from reader.analysis.dates.resolving import resolve
from reader.analysis.vocabulary import word_set
from reader.model import Article, DateMention, Span
from reader.model.analysis import DateRole

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FUTURE = word_set(
    """
    will won't won’t shall due scheduled expected plan plans planned planning intend intends upcoming until deadline
    would starting begin begins start starts next hope hopes want wants slated postponed invited coming it'll they'll
    he'll she'll we'll it’ll they’ll he’ll she’ll we’ll
    """
)
_TERMS = word_set("before by")
"""Of the future where the date itself is the term: "by June", and not "accused by the court in June"."""
_BEFORE_A_TERM = word_set(
    "and at beginning early end earliest late latest mid middle midnight no noon of on or start the"
)
"""What may stand between such a word and its date."""
_FUTURE_WITH_TO = word_set("going set agreed mean means aim aims is are")
"""Past or none by themselves; of the future before "to"."""
_PAST = word_set(
    """
    said told was were had did has have announced came began met held took made ordered reported died killed confirmed
    warned arrived left visited signed approved voted launched spoke wrote won lost hit struck ago since after earlier
    accused called urged released published asked added rejected agreed started opened fell rose happened passed quit
    pleaded resigned testified sued charged arrested appeared became found led went
    """
)
_BEEN = word_set(
    """
    since was were ago began started opened held took met died killed arrived left visited signed approved voted won
    lost hit struck fell rose happened passed quit resigned arrested
    """
)
"""Of these, what is said of the day itself: "began on 7 October", and not "announced a vote on 7 October"."""
_BEFORE_YEAR = word_set(
    """
    in since by from until till during before after around circa early late mid of to between and through and/or year
    fiscal as spring summer autumn fall winter election elections back c. ca. about late-
    """
)
_JOIN = re.compile(r"\s+(?:and|or|to|through|until)\s+|\s*[–—-]\s*")
_YEAR_BEHIND = re.compile(r",?\s(?:of\s)?(last|this|next)\syear(?!\w)")
_DETERMINERS = word_set("the a his her its their our my that this's")
_SOON_COUNTED = word_set(
    """
    people men women troops soldiers dollars euros pounds km kilometres kilometers miles metres meters feet years days
    hours minutes seconds percent per tonnes tons kg votes words jobs homes cases deaths points degrees yards pages
    members seats workers students children families civilians refugees migrants police officers fighters vehicles
    tanks aircraft million billion thousand hp rpm square cubic calories
    """
)
_NAMED_DAYS = word_set("black good bloody ash super palm easter cyber fat ruby holy maundy giving red")
_NEVER_ALONE = word_set("may march august")


def find_dates(article: Article, sentences: Sequence[Span]) -> tuple[DateMention, ...]:
    """The dates of `article`: those of its metadata first (`span` None), then those of the text in order.

    A weekday in a report of what happened is the latest such day on or before publication; after words of the future it
    is the next. "The previous day" and "two days later" count from the day that the report last spoke of.
    """
    published, month = _publication(article)
    return (*_metadata(article, published, month), *_in_text(article, sentences, published, month))


def _publication(article: Article) -> tuple[date | None, tuple[int, int] | None]:
    match = _PUBLISHED.match(article.published or "")
    if not match or not match[2]:
        return None, None
    try:
        return (date(int(match[1]), int(match[2]), int(match[3])) if match[3] else None), (int(match[1]), int(match[2]))
    except ValueError:
        return None, None


def _metadata(article: Article, published: date | None, month: tuple[int, int] | None) -> Iterator[DateMention]:
    match = _PUBLISHED.match(article.published or "")
    if match:
        yield DateMention(None, match.group(), "published", certain=True)
    dated = DATE.search(article.dateline or "")
    if dated:
        value, certain = resolve(dated, Context(published, None, future=False, month=month))
        yield DateMention(None, value, "dateline", certain)


def _in_text(
    article: Article, sentences: Sequence[Span], published: date | None, month: tuple[int, int] | None
) -> Iterator[DateMention]:
    text, narrative = article.text, None
    outside = Outside(addresses(text))
    starts = [start for start, _ in sentences]
    for match in _matches(text):
        if not outside(*match.span()) or not _is_date(match, text):
            continue
        at = bisect_right(starts, match.start()) - 1
        undated = (
            match["weekday"]
            or match["month4"]
            or ((match["day1"] or match["day2"]) and not (match["year1"] or match["year2"]))
        )
        telling = _tense(text, starts[at] if at >= 0 else 0, match) if undated else ""
        future = telling == "future"
        context = Context(published, narrative, future, month, past=telling in _BEEN)
        value, certain = (
            _of_a_range(match, text) or _of_the_year_behind(match, text, published) or resolve(match, context)
        )
        role: DateRole = "mentioned"
        if value and len(value) == 10:
            day = date.fromisoformat(value)
            near = published or narrative
            role = "event" if near is None or -14 <= (day - near).days <= 14 else "mentioned"
            if role == "event" and not future:
                narrative = day
        yield DateMention(Span(match.start(), match.end()), value, role, certain)


def _of_a_range(match: re.Match[str], text: str) -> Resolved | None:
    """A bare month that takes its year from the one after it: "between June and July 2016"."""
    if not match["month4"] or not (joined := _JOIN.match(text, match.end())):
        return None
    other = DATE.match(text, joined.end())
    if other is None or not other["month3"]:
        return None
    first, last, year = month_number(match["month4"]), month_number(other["month3"]), int(other["year3"])
    return month_value(year - (first > last), first), True


def _of_the_year_behind(match: re.Match[str], text: str, published: date | None) -> Resolved | None:
    """A day or a month with "last year" behind it."""
    number = "1" if match["month1"] else "2" if match["month2"] else ""
    if published is None or not (match["month4"] or (number and not match[f"year{number}"])):
        return None
    behind = _YEAR_BEHIND.match(text, match.end())
    if behind is None:
        return None
    year = published.year + {"last": -1, "this": 0, "next": 1}[behind[1]]
    month = month_number(match["month4"] or match[f"month{number}"])
    if not number:
        return month_value(year, month), True
    day = int(re.sub(r"\D", "", match[f"day{number}"]))
    try:
        return date(year, month, day).isoformat(), True
    except ValueError:
        return None, False


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of `DATE`, tried only where its first letters stand."""
    end, padded = 0, "\n" + text
    for start in beginnings(text):
        # The character that the trigger takes is one further left in the text than in what is searched.
        if start < end or not TRIGGER.match(padded, start) or (start and text[start - 1] in "/-"):
            continue
        match = DATE.match(text, start)
        if match:
            end = match.end()
            yield match


def _tense(text: str, sentence: int, match: re.Match[str]) -> str:
    """The last verb or preposition before the date that tells: "future", or the word itself if it speaks of the past.

    Empty where nothing tells.
    """
    following, term = "", True
    for word in reversed(text[max(sentence, match.start() - 140) : match.start()].lower().split()):
        bare = word.strip('.,;:“”"()')
        if (
            bare in _FUTURE
            or (term and bare in _TERMS)
            or (following == "to" and bare in _FUTURE_WITH_TO)
            or (bare == "ahead" and following == "of")
        ):
            return "future"
        if (bare == "to" and following == "be") or (bare == "no" and following == "later"):
            return "future"
        if bare in _PAST:
            return bare
        following, term = bare, term and bare in _BEFORE_A_TERM
    return ""


def _is_date(match: re.Match[str], text: str) -> bool:
    """Whether the words are a date here and no name, verb or count."""
    start, end = match.span()
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    previous = (before.split() or [""])[-1]
    if match["year6"]:
        return is_year(previous.lower(), before, after, int(match["year6"]))
    if match["weekday"]:
        return previous.lower() not in _NAMED_DAYS and not re.match(
            r"\s(?:Times|Mirror|Telegraph|Express|Night|Mail|Post|Herald)\b", after
        )
    if match["month4"] or match["month3"]:
        return _is_month(match, previous, before, after)
    if match["daybefore"]:
        return (
            (
                " " not in match["daybefore"][8:].strip()
                and re.match(r"\s*(?:[,.;:)\"”’]|$|and\b|when\b|that\b)", after) is not None
            )
            or "yesterday" in match["daybefore"]
            or "tomorrow" in match["daybefore"]
        )
    if match["count"]:
        # "three days after the vote" counts from something else, and so does "a day earlier than planned".
        return match["way"] not in ("before", "after", "prior") or re.match(r"\s*(?:[,.;:)\"”]|$)", after) is not None
    if match["near"] and match["unit1"] in ("spring", "fall"):
        return not after.startswith(" of ")
    return True


def is_year(previous: str, before: str, after: str, year: int) -> bool:
    """Whether four digits are a year: by the word before (`previous`, lower case) and by what follows."""
    bare = previous.rstrip(",").lstrip("(“\"‘'[")
    following = (after.split() or [""])[0].lower().rstrip(".,;:")
    if before[-1:] == "(" or (before[-1:] in "-–—/" and re.search(r"(?:1\d|20)\d\d\s?[-–—/]\Z", before)):
        return True
    if before[-1:] in "-–—":
        return bare.endswith(("mid-", "early-", "late-", "pre-", "post-"))
    if following in _SOON_COUNTED:
        return False
    counted = (
        after[:1] == " "
        and following.endswith("s")
        and following not in ("was", "is", "as", "has", "its", "his", "this")
    )
    if bare in _DETERMINERS:
        return year >= 1800 and after[:1] == " " and following.isalpha()
    if bare not in _BEFORE_YEAR:
        return False
    if year < 1700:
        return bare in ("in", "since", "until", "circa", "year") and not counted
    if bare in ("of", "to", "and", "about", "around", "by", "from", "as", "after", "before"):
        return year >= 1800 and not counted
    return not counted


def _is_month(match: re.Match[str], previous: str, before: str, after: str) -> bool:
    word = (match["month4"] or match["month3"]).rstrip(".").lower()
    if match["month3"]:
        return True
    if match["month4"].endswith(".") or (len(word) < 4 and word != "may"):
        return False
    if (
        previous[:1].isupper()
        and previous.isalpha()
        and before.endswith(" ")
        and previous.lower() not in ("in", "since", "by", "until", "from", "late", "early", "last", "on")
    ):
        return False
    if re.match(r"\s[A-Z][a-z]", after) and previous.lower() not in ("in", "since", "by", "until", "from"):
        return False
    if word not in _NEVER_ALONE:
        return True
    if previous.lower() in (
        "in",
        "since",
        "by",
        "until",
        "last",
        "next",
        "of",
        "late",
        "early",
        "from",
        "between",
        "through",
        "during",
        "and",
        "to",
        "this",
        "till",
    ) or before.endswith(("mid-", "Mid-")):
        return True
    return previous.lower() == "the" and re.match(r"\s[a-z]{3,}(?<!for)\b", after) is not None
