"""The forms in which dates are written, as one expression that is tried only where its first letters stand."""

import re

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "couple": 2,
}  # fmt: skip
HOLIDAYS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_CAPITALS = (
    r"(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:JAN|FEB|AUG|SEPT?|OCT|NOV|DEC)\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d|20)\d\d"
_YEAR_END = r"(?!\w|[,.]\d)"
_COUNT = (
    r"(?:\d{1,4}|[Aa]n?(?:\scouple\sof)?|[Oo]ne|[Tt]wo|[Tt]hree|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|several|some|a\sfew|few|many)"
)
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_WHICH = r"(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)"

DATE = re.compile(
    rf"""
    (?:
      (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))
    | (?P<slash>(?:3[01]|[12]\d|0?[1-9])[/.](?:3[01]|[12]\d|0?[1-9])[/.](?:{_YEAR}|\d\d)(?![\d/]))
    | (?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),?\s(?:the\s)?)?(?:
          (?P<month1>{_MONTH}|{_CAPITALS})\s(?P<day1>{_DAY})(?![\w%]|[,.]\d{{3}})
          (?:\s?[-–]\s?{_DAY}(?!\w))?(?:,?\s(?P<year1>{_YEAR}){_YEAR_END})?
        | (?P<day2>{_DAY})\s(?:of\s)?(?P<month2>{_MONTH}|{_CAPITALS})(?!\w)(?:,?\s(?P<year2>{_YEAR}){_YEAR_END})?
      )
    | (?P<month3>{_MONTH})(?:,|\sof)?\s(?P<year3>{_YEAR}){_YEAR_END}
    | (?P<last_weekday>(?:{_WHICH}|[Tt]his\scoming|[Tt]his\spast)\s(?:{_WEEKDAY}))(?!\w)
    | (?P<weekday>{_WEEKDAY})(?!\w)
    | (?P<quarter>(?:[Tt]he\s)?(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th|Q[1-4])
        (?:[\s-]quarter|[\s-]half)?\s(?:of\s)?(?P<year4>{_YEAR})(?!\w))
    | (?P<season>{_SEASON}\s(?:of\s)?(?P<year5>{_YEAR}))(?!\w)
    | (?P<near>{_WHICH}\s(?P<unit1>week|month|year|weekend|spring|summer|autumn|fall|winter|quarter|{_MONTH}))(?!\w)
    | (?P<part>(?:[Ee]arlier|[Ll]ater)\s(?:this|that|in\sthe)\s(?P<unit2>week|month|year))(?!\w)
    | (?P<anaphor>[Tt]he\s(?:previous|next|following|same|preceding)
        \s(?P<unit3>day|week|month|year|morning|evening|night|afternoon))(?!\w)
    | (?P<daybefore>[Tt]he\sday\s(?:before\syesterday|after\stomorrow|before|after|earlier|later))(?!\w)
    | (?P<count>(?P<number>{_COUNT})\s(?P<unit4>day|week|month|year|decade)s?
        \s(?P<way>ago|earlier|later|before|after|afterwards?|previously|prior))(?!\w)
    | (?P<vague>(?:Days|Weeks|Months|Years)\s(?:earlier|later|ago|before|after))(?!\w)
    | (?P<deictic>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast\snight
       |[Tt]his\s(?:morning|afternoon|evening))(?!\w)
    | (?P<holiday>New\sYear['’]s\s(?:Eve|Day)|Christmas\s(?:Eve|Day)|Boxing\sDay|Valentine['’]s\sDay
        |Halloween)(?!\w)
    | (?P<attack>9/11)(?![\w/])
    | (?P<month4>{_MONTH})(?!\w)
    | (?P<year6>{_YEAR})(?![\w%]|[,.]\d|-\d\d-|/\d)
    )
    """,
    re.VERBOSE,
)

_COUNTED = r"(?:few[ ]|couple[ ]of[ ])?(?:day|week|month|year|decade)"
_NEAR = r"[ ][A-Znwmysafqcp]"
# One character, and behind it the first letters of any form above: cheap to look for, so that `DATE` is tried at few
# places. A class of characters at its head is what lets the search skip, and no two parts of the rest begin alike, so
# that one letter tells which it can be.
TRIGGER = re.compile(
    rf"""[\s(\[“”\"'‘’—–,/-](?=\d\d?[ /.snrt]|1\d\d|20\d\d
    |A(?:pr|PR|ug|UG|n?[ ]{_COUNTED})|a(?:n?[ ]{_COUNTED}|utumn[ ])
    |Boxing|Christmas|[Cc]oming{_NEAR}
    |D(?:ec|EC|ays)|[Ee]arlier[ ][ti]|e(?:ight|leven)[ ]{_COUNTED}
    |F(?:eb|EB|ri)|f(?:irst[ ]|ourth[ ]|all[ ]|(?:our|ive|ew)[ ]{_COUNTED})
    |Halloween|J(?:an|AN|un|UN|ul|UL)|[Ll](?:ast{_NEAR}|ater[ ][ti])
    |M(?:a[ry]|A[RY]|on)|many[ ]{_COUNTED}
    |N(?:ov|OV|ew[ ]Year)|[Nn]ext{_NEAR}|nine[ ]{_COUNTED}
    |O(?:ct|CT)|[Oo]ne[ ]{_COUNTED}|[Pp]ast{_NEAR}|Q[1-4][ ]
    |S(?:ep|EP|at|un)|s(?:econd[ ]|pring[ ]|ummer[ ]|(?:ix|even|everal|ome)[ ]{_COUNTED})
    |T(?:ue|hu)|t(?:hird[ ]|(?:en|welve)[ ]{_COUNTED})
    |[Tt](?:his{_NEAR}|oday|omorrow|onight|(?:wo|hree)[ ]{_COUNTED}
      |he[ ](?:previous|next|following|same|preceding|day|first|second|third|fourth|last|final|1st|2nd|3rd|4th))
    |Valentine|W(?:ed|eeks)|winter[ ]|Years|[Yy]esterday)
    """,
    re.VERBOSE,
)


_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}


def month_number(word: str) -> int:
    """1 to 12 for "Jan.", "SEPT", "March"."""
    return _MONTH_NUMBERS[word[:3].lower()]
