"""The dateline: `MOSCOW –`, `PARIS, Feb 3 (Reuters) -`, `KYIV, Ukraine —` before a report's first words."""

import re
from typing import NamedTuple

from reader.formats.dates import date_at
from reader.formats.outlets import agencies_in
from reader.text.regex import regex

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*+){0,4}"
_PLACE = rf"{_CAPITALS}|[A-ZÀ-ÖØ-Þ][\w.'’-]*+(?:[ /][A-ZÀ-ÖØ-Þ][\w.'’-]*+){{0,3}}"
_REGION = r"(?:,\s*[A-ZÀ-ÖØ-Þ][\w.'’ ]{0,30}?){0,2}"
_MONTH_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s+[0-3]?[0-9](?:st|nd|rd|th)?|[0-3]?[0-9](?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?)"
_DAY = rf"(?:[,\s]\s*{_MONTH_DAY}(?:,?\s+[12][0-9]{{3}})?)?"
_AGENCY = r"(?:,?\s*\((?P<agency>[^()]{2,60})\))?"
_DASH = r"\s*(?:(?P<dash>[–—―]|--)|(?P<hyphen>\s-)|(?P<colon>:))\s*"
_DATELINE = regex(rf"(?P<dateline>(?P<place>{_PLACE}){_REGION}{_DAY}{_AGENCY}){_DASH}(?=[\"“‘'«(\[A-ZÀ-ÖØ-Þ0-9$€£])")
_AGENCY_ONLY = regex(r"\((?P<agency>[^()]{2,40})\)\s*(?:[–—―]|--|-)\s+(?=\S)")
_END = regex(r"[–—―:-]")
"""What a dateline ends with, or a part of it."""
_WORD = regex(r"[^\W\d_]+")
_NO_PLACE = frozenset(
    """
    BREAKING UPDATE UPDATED EXCLUSIVE WATCH ANALYSIS OPINION NOTE CORRECTION LIVE VIDEO PHOTOS INTERVIEW
    EDITORIAL COMMENT REVIEW EXPLAINER FACTBOX NEW JUST TL;DR TLDR WARNING SPOILER Q A Q&A I NATO EU US UK UN
    USA WHO IMF GDP CEO FBI CIA COVID UNICEF UNESCO OPEC
    """.split()  # noqa: SIM905 - a list would take a line for each word
)
_CITIES = frozenset(
    """
    abuja|accra|addis ababa|aden|algiers|amman|amsterdam|ankara|astana|athens|atlanta|auckland|baghdad|baku
    bamako|bangkok|barcelona|beijing|beirut|belfast|belgrade|berlin|bern|birmingham|bogota|bogotá|boston
    brasilia|bratislava|brussels|bucharest|budapest|buenos aires|cairo|canberra|cape town|caracas|chennai
    chicago|chisinau|colombo|copenhagen|dakar|dallas|damascus|delhi|detroit|dhaka|doha|dubai|dublin|edinburgh
    frankfurt|gaza|geneva|glasgow|hamburg|hanoi|harare|havana|helsinki|hong kong|houston|islamabad|istanbul
    jakarta|jerusalem|johannesburg|kabul|kampala|karachi|kathmandu|kharkiv|khartoum|kiev|kigali|kinshasa|kolkata
    kuala lumpur|kuwait city|kyiv|kyoto|lagos|lahore|lima|lisbon|ljubljana|london|los angeles|luxembourg|lviv
    lyon|madrid|manama|manila|manchester|marseille|mecca|melbourne|mexico city|miami|milan|minsk|mogadishu
    montevideo|montreal|moscow|mumbai|munich|muscat|nairobi|naples|new delhi|new york|nicosia|odesa|odessa|oslo
    ottawa|panama city|paris|perth|philadelphia|phnom penh|podgorica|prague|pretoria|pristina|pyongyang|quito
    rabat|ramallah|reykjavik|riga|rio de janeiro|riyadh|rome|san francisco|san salvador|sanaa|santiago|sarajevo
    sao paulo|são paulo|seattle|seoul|shanghai|singapore|skopje|sofia|st. petersburg|stockholm|strasbourg|sydney
    taipei|tallinn|tashkent|tbilisi|tehran|tel aviv|the hague|tirana|tokyo|toronto|tripoli|tunis|ulaanbaatar
    united nations|vancouver|venice|vienna|vientiane|vilnius|warsaw|washington|wellington|windhoek|yangon
    yerevan|zagreb|zurich
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
)
"""Cities from which news is often filed; needed only where the form alone leaves doubt."""
_SMALL = frozenset({"and", "of", "the", "de", "del", "la", "el", "am", "an", "au", "der", "sur"})


class Dateline(NamedTuple):
    """A dateline and where the report begins after it."""

    text: str | None
    place: str | None
    agencies: tuple[str, ...]
    credited: str | None
    """Who else stands in the parentheses where a wire service signs: an outlet, or a region."""
    date: str | None
    end: int


def _is_capitals(text: str) -> bool:
    return text.upper() == text and sum(map(str.isalpha, text)) >= 3


def _cased(place: str) -> str:
    place = place.split("/")[0].strip()
    if not _is_capitals(place):
        return place
    words = re.split(r"([ -])", place)
    return "".join(
        word.casefold() if index and word.casefold() in _SMALL else _WORD.sub(lambda match: match[0].capitalize(), word)
        for index, word in enumerate(words)
    )


def _plausible(match: re.Match[str], agencies: tuple[str, ...], after: str) -> bool:
    place = match["place"]
    if place.upper() in _NO_PLACE or place.split(" ")[0] in _NO_PLACE - {"NEW"}:
        return False
    if agencies:
        return True
    known = place.split("/")[0].casefold() in _CITIES
    if match["colon"]:
        return known
    if not _is_capitals(place):
        return known and bool(match["dash"]) and not re.match(r"[^.]{0,200}\s[–—]\s+[a-z]", after)
    region = match["dateline"][len(place) :]
    if not known and (place.count(" ") > 3 or (_is_capitals(region) and sum(map(str.isalpha, region)) > 4)):
        return False  # a heading in capitals that runs into the text
    return known or len(place) > 5 or "," in region


def dateline(paragraph: str) -> Dateline | None:
    """The dateline with which a paragraph begins, or None."""
    head = paragraph[:200]
    if head[:1] != "(" and not _END.search(head):
        return None
    if only := _AGENCY_ONLY.match(head):
        agencies = tuple(agencies_in(only["agency"]))
        return Dateline(None, None, agencies, None, None, only.end()) if agencies else None
    match = _DATELINE.match(head)
    if not match:
        return None
    agencies = tuple(agencies_in(match["agency"])) if match["agency"] else ()
    if not _plausible(match, agencies, paragraph[match.end() : match.end() + 300]):
        return None
    text = match["dateline"].strip()
    day = re.search(r"(?:[A-Z][a-z]+\.?\s+[0-9]{1,2}|[0-9]{1,2}\s+[A-Z][a-z]+\.?),?\s+[0-9]{4}", text)
    stamp = date_at(day[0]) if day else None
    credited = match["agency"].strip() if match["agency"] and not agencies else None
    return Dateline(text, _cased(match["place"]), agencies, credited, stamp.value if stamp else None, match.end())
