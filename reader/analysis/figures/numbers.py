"""Numbers in digits and in words, and what they are worth."""

import re

_UNITS = {
    word: value
    for value, word in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        )
    )
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SMALL = _UNITS | _TENS | {"a": 1, "an": 1}
_SCALES = {"hundred": 100, "dozen": 12, "thousand": 1_000, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALE_SIGNS = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12} | _SCALES
_PARTS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "seventh": 1 / 7, "eighth": 1 / 8,
    "ninth": 1 / 9, "tenth": 1 / 10,
}  # fmt: skip

_NUMBER_WORDS = "|".join(sorted((*_UNITS, *_TENS, *_SCALES), key=len, reverse=True))
_WORD = re.compile(rf"({_NUMBER_WORDS})(?![\w])", re.IGNORECASE)
_ARTICLE = re.compile(r"an?\s(?=(?:hundred|thousand|million|billion|trillion|dozen)\b)", re.IGNORECASE)
_JOINT = re.compile(r"\sand\s|,\s|\s|-")
_PART = r"(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
FRACTION = rf"(?:(?:(?:one|two|three|four|five)[-\s]|an?\s){_PART}|half)"
DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?"


def digits_value(digits: str, scale: str | None) -> float:
    """`100,000` and `1.5` with `million`."""
    value = float(digits.replace(",", ""))
    # Rounded, because 3.2 times a thousand million is not 3,200,000,000 in binary.
    return round(value * SCALE_SIGNS[scale.lower()], 4) if scale else value


def read_words(text: str, start: int) -> tuple[int, float]:
    """(end, value) of the number in words at `start`; (`start`, 0) where there is none.

    "One hundred and five thousand" is one number, "two and five" are two, "nineteen eighty" is none of ours.
    """
    article = _ARTICLE.match(text, start)
    end = article.end() if article else start
    total, current, limit = 0.0, 1.0 if article else 0.0, 1e15
    joined = True
    while joined and (match := _WORD.match(text, end)):
        word = match[1].lower()
        if word in _SCALES:
            scale = _SCALES[word]
            if scale <= 100:
                current = (current or 1) * scale
            elif scale >= limit:
                break
            else:
                total, current, limit = total + (current or 1) * scale, 0.0, scale
        else:
            value = _SMALL[word]
            room = current % 100 == 0 if value >= 10 else current % 10 == 0 and current % 100 != 10
            if not room or (current and value == 0):
                break
            current += value
        end = match.end()
        joint = _JOINT.match(text, end)
        joined = joint is not None and _WORD.match(text, joint.end()) is not None
        if joint and joined:
            if joint.group().strip() in ("and", ",") and word not in _SCALES:
                break
            end = joint.end()
    stop = end
    while stop > start and text[stop - 1] in " ,-\n":
        stop -= 1
    if text[:stop].endswith(" and"):
        stop -= 4
    return (stop, total + current) if stop > start and (not article or stop > article.end()) else (start, 0.0)


def fraction_value(words: str) -> float:
    """ "Two-thirds", "a quarter", "half"."""
    number, _, part = words.lower().replace("-", " ").rpartition(" ")
    if part == "half":
        return 0.5
    return round(_SMALL.get(number.split(" ")[0], 1) * _PARTS[part.removesuffix("s")], 4)
