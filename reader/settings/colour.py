"""Colours as numbers: contrast between two of them, and the nearest readable one."""

import re
from collections.abc import Iterable
from functools import lru_cache

ANSI_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
ANSI = ("ansi_default", *(f"ansi_{n}" for n in ANSI_NAMES), *(f"ansi_bright_{n}" for n in ANSI_NAMES))
"""The names of the terminal's own colours, as the screen knows them."""

READABLE = 4.5
"""Least contrast of text: WCAG 2.2, success criterion 1.4.3 (level AA)."""

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")

Channels = tuple[float, float, float]


def parse(text: str) -> str | None:
    """A colour as written (`#f60`, `ff6600`, `ansi_red`) in its one form (`#ff6600`, `ansi_red`), or None."""
    if text.lower() in ANSI:
        return text.lower()
    match = _HEX.fullmatch(text)
    if match is None:
        return None
    digits = match[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def is_ansi(colour: str) -> bool:
    """Whether it is one of the terminal's own colours, whose value nobody but the terminal knows."""
    return colour.startswith("ansi_")


def channels(colour: str) -> Channels:
    """Red, green and blue of `#rrggbb`, 0 to 1."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def to_hex(rgb: Channels) -> str:
    """The nearest `#rrggbb`; what lies outside the gamut is clipped."""
    return "#" + "".join(f"{round(min(1.0, max(0.0, channel)) * 255):02x}" for channel in rgb)


def _linear(channel: float) -> float:
    # The sRGB transfer function (IEC 61966-2-1). WCAG has the older threshold 0.03928; no 8-bit value lies between.
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(channel: float) -> float:
    channel = max(0.0, channel)
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` as WCAG 2.2 defines it, 0 for black to 1 for white."""
    red, green, blue = (_linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rrggbb` as WCAG 2.2 defines it, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def least_contrast(colour: str, backgrounds: Iterable[str]) -> float:
    """Contrast against the worst of `backgrounds`."""
    return min(contrast(colour, background) for background in backgrounds)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other`, mixed in sRGB as screens blend."""
    pairs = zip(channels(one), channels(other), strict=True)
    red, green, blue = (a + (b - a) * share for a, b in pairs)
    return to_hex((red, green, blue))


def extreme(background: str) -> str:
    """Black or white, whichever is read more easily on `background`."""
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, background))


def readable(colour: str, backgrounds: Iterable[str], ratio: float = READABLE) -> str:
    """The colour nearest to `colour` in lightness, of its hue, that has `ratio` on each of `backgrounds`.

    Black or white where no colour has it on all of them.
    """
    grounds = tuple(backgrounds)
    if least_contrast(colour, grounds) >= ratio:
        return colour
    ink = max("#000000", "#ffffff", key=lambda end: least_contrast(end, grounds))
    lightness, a, b = _oklab(channels(colour))
    end = 1.0 if ink == "#ffffff" else 0.0
    near, far = lightness, end
    best = ink
    for _ in range(14):
        middle = (near + far) / 2
        # Chroma fades evenly on the way to black or white, as no colour there has any.
        fade = (end - middle) / (end - lightness) if end != lightness else 0.0
        candidate = to_hex(_from_oklab((middle, a * fade, b * fade)))
        if least_contrast(candidate, grounds) >= ratio:
            best, far = candidate, middle
        else:
            near = middle
    return best


def ground(colour: str, background: str, ratio: float = READABLE) -> str:
    """`colour` as a second background beside `background`: moved towards it until the same ink can be read on both."""
    ink = extreme(background)
    for share in (0.0, 0.25, 0.5, 0.75):
        candidate = mix(colour, background, share)
        if contrast(ink, candidate) >= ratio:
            return candidate
    return background


def _oklab(rgb: Channels) -> Channels:
    # Björn Ottosson, "A perceptual color space for image processing", 2020: the matrices are facts of the space.
    red, green, blue = (_linear(channel) for channel in rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lab: Channels) -> Channels:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )
