"""Where a date or a quantity may begin: looked for once for both, because a look at every word costs most of either."""

import re
from functools import lru_cache

_COUNTED = "day|wee|mon|yea|dec|few|cou|hun|tho|mil|bil|tri|doz|thi|qua|fif|six|ten"
_THE = r"he[ ](?:fi|fol|fou|pre|ne|sa|se|da|la|th|\d)"
# What may stand before one, and its first letters: a superset of what dates and quantities ask for themselves. Capitals
# and small letters are told apart first, because every alternative that is tried at every word counts.
_PLACE = re.compile(
    rf"""[\s(\[“”\"'‘’—–,/-](?=[\d$€£¥₹₽₴₺]
    |(?=[A-Z])(?:T(?:{_THE}|ue|hu|o[dmn]|w|his[ ]|hir|hree|en)|A(?:pr|PR|u|U|A|\$|n?[ ](?:{_COUNTED}))|Boxing
        |C(?:hristmas|\$|A|U|HF|oming[ ])|D(?:ec|EC|ays)|E(?:UR|arl|ig|le)|F(?:eb|EB|ri|ou|ort|i[vf])|GBP|H(?:al|K\$)
        |J(?:an|AN|u|U)|L(?:ast|ater)[ ]|M(?:a[ry]|A[RY]|on)|N(?:ov|OV|e[wx]|i|Z\$)|O(?:ct|CT|ne)|Past|Q\d|R(?:s|\$)
        |S(?:ep|EP|at|un|ix|ev|\$)|U(?:S\$|SD)|Valentine|W(?:ed|eeks)|Y(?:ears|est)|Zero)
    |(?=[acefhlmnopstwyz])(?:t(?:{_THE}|o[dmn]|w|his[ ]|hir|hree|en)|a(?:utumn|n?[ ](?:{_COUNTED}))|coming[ ]
        |e(?:arlier|igh|lev)|f(?:irst|ou|ort|i[vf]|all[ ]|ew)|half|l(?:ast|ater)[ ]|many|n(?:ext|ine)|one|past
        |s(?:ix|ev|econd|pring|ummer|ome[ ](?:{_COUNTED}))|winter|yest|zero))
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=2)
def beginnings(text: str) -> tuple[int, ...]:
    """The offsets, in order. The last text is remembered: dates and figures ask one after the other."""
    return tuple([match.start() for match in _PLACE.finditer("\n" + text)])
