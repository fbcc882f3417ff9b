"""Units of measure and money under one name each, whatever the article writes."""

import re

CURRENCY_SIGNS = {
    "$": "US$", "US$": "US$", "USD": "US$", "€": "€", "EUR": "€", "£": "£", "GBP": "£", "¥": "¥", "A$": "A$",
    "AU$": "A$", "C$": "C$", "CA$": "C$", "HK$": "HK$", "NZ$": "NZ$", "S$": "S$", "R$": "R$", "₹": "rupees",
    "Rs": "rupees", "Rs.": "rupees", "₽": "roubles", "₴": "hryvnias", "₺": "lira", "CHF": "CHF",
}  # fmt: skip
_NAMES = {
    "%": "% percent per\\scent pct pc",
    "percentage points": "percentage\\spoints? points\\s(?=of\\sGDP) percentage-points?",
    "US$": "(?:US\\s|U\\.S\\.\\s|American\\s)?dollars? bucks USD",
    "cents": "cents?",
    "€": "euros? EUR",
    "£": "pounds?\\ssterling pounds?(?!\\sof) quid",
    "pounds": "lbs? pounds?(?=\\sof)",
    "¥": "yen",
    "yuan": "yuan renminbi",
    "roubles": "(?:Russian\\s)?roubles? (?:Russian\\s)?rubles?",
    "rupees": "rupees?",
    "hryvnias": "hryvnias? hryvnyas?",
    "lira": "liras?",
    "francs": "(?:Swiss\\s)?francs?",
    "pesos": "pesos?",
    "rand": "rand",
    "shekels": "shekels?",
    "km": "km kms kilometers? kilometres?",
    "m²": "square\\smeters? square\\smetres? sq\\s?m",
    "km²": "square\\skilomet(?:er|re)s? sq\\s?km",
    "square miles": "square\\smiles? sq\\smi(?:les)?",
    "square feet": "square\\sfeet square\\sfoot sq\\sft",
    "m": "meters? metres?",
    "cm": "cm centimet(?:er|re)s?",
    "mm": "mm millimet(?:er|re)s?",
    "miles": "miles?",
    "feet": "feet foot ft",
    "inches": "inch(?:es)?",
    "yards": "yards?",
    "acres": "acres?",
    "hectares": "hectares? ha",
    "tonnes": "(?:metric\\s)?tonnes? metric\\stons? (?:short\\s|long\\s)?tons?",
    "kg": "kg kgs kilograms? kilos?",
    "g": "grams? grammes?",
    "ounces": "ounces? oz",
    "litres": "lit(?:er|re)s?",
    "gallons": "gallons?",
    "barrels": "barrels? bbl",
    "km/h": "km/h kph kmh kilomet(?:er|re)s?\\s(?:an|per)\\shour",
    "mph": "mph miles\\s(?:an|per)\\shour",
    "seconds": "seconds? secs?",
    "minutes": "minutes? mins?",
    "hours": "hours? hrs?",
    "days": "days?",
    "weeks": "weeks?",
    "months": "months?",
    "years": "years?(?:\\sold|\\sof\\sage)? yrs?",
    "decades": "decades?",
    "centuries": "centur(?:y|ies)",
    "°C": "°\\s?C degrees?\\s(?:Celsius|centigrade|C\\b)",
    "°F": "°\\s?F degrees?\\s(?:Fahrenheit|F\\b)",
    "degrees": "degrees?(?!\\sin)",
    "MW": "MW megawatts?",
    "GW": "GW gigawatts?",
    "kWh": "kWh kilowatt[\\s-]hours?",
    "cubic metres": "cubic\\smet(?:er|re)s?",
    "basis points": "basis\\spoints?",
}  # fmt: skip

UNIT = "|".join(
    f"(?:{form})"
    for form in sorted((form for forms in _NAMES.values() for form in forms.split(" ")), key=len, reverse=True)
)
"""All forms as one expression; the longest first, so that "percentage points" is not "percent"."""

_FORMS = [(re.compile(form, re.IGNORECASE), name) for name, forms in _NAMES.items() for form in forms.split(" ")]
_KNOWN: dict[str, str] = {}


def unit_name(written: str, after: str = "") -> str:
    """The one name of a unit as written; `after` is what follows it, which tells money from weight in "pounds of"."""
    key = written + "|" + after[:4]
    if key not in _KNOWN:
        if len(_KNOWN) > 2_000:
            _KNOWN.clear()
        text = written + after[:4]
        _KNOWN[key] = next(
            (name for form, name in _FORMS if (m := form.match(text)) and m.end() == len(written)), written.lower()
        )
    return _KNOWN[key]
