"""Every theme that comes with the reader can be read, in both senses."""

import colorsys
from pathlib import Path

import pytest

from reader.settings import colour, document, roles, theme
from reader.settings.config import Config

FOLDER = Path(__file__).parents[2] / "themes"
FILES = sorted(FOLDER.glob("*.yaml"))
THEMES, PROBLEMS = theme.load_all([FOLDER])
MEASURED = {name: spec for name, spec in THEMES.items() if not spec.ansi}
TEXT = tuple(name for name in roles.ROLES if name not in (*roles.GROUNDS, *roles.LINES))

# The palette that xterm starts with, the usual measure of the sixteen colours (its manual page, `color0` to `color15`).
XTERM = dict(
    zip(
        (*(f"ansi_{name}" for name in colour.ANSI_NAMES), *(f"ansi_bright_{name}" for name in colour.ANSI_NAMES)),
        (
            *("#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5"),
            *("#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"),
        ),
        strict=True,
    )
)


def hue(text: str) -> float:
    """Degrees of the colour circle."""
    return colorsys.rgb_to_hls(*colour.channels(text))[0] * 360


def is_grey(text: str) -> bool:
    return max(colour.channels(text)) - min(colour.channels(text)) < 0.05


def test_every_file_is_a_theme_without_a_word_to_say_against_it() -> None:
    assert PROBLEMS == ()
    assert sorted(THEMES) == sorted(file.stem for file in FILES)
    assert len(THEMES) >= 10


def test_the_defaults_are_there_light_by_day_and_dark_by_night() -> None:
    assert not THEMES[Config().theme_for(dark=False)].dark
    assert THEMES[Config().theme_for(dark=True)].dark


def test_there_is_a_choice_for_every_eye_and_terminal() -> None:
    assert sum(not spec.dark for spec in THEMES.values()) >= 3
    assert {spec.dark for spec in THEMES.values() if spec.ansi} == {True, False}
    assert any(all(is_grey(style.colour) for style in spec.written.values()) for spec in MEASURED.values())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_theme_tells_its_name_and_mood(file: Path) -> None:
    entries = {entry.key: entry.value for entry in document.read(file).entries}
    assert getattr(entries["name"], "text", None) == file.stem
    assert 10 < len(THEMES[file.stem].description) < 80


@pytest.mark.parametrize("name", MEASURED)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    resolved = MEASURED[name].resolved()
    low = {role: round(roles.least(resolved[role], resolved), 2) for role in TEXT}
    assert {role: ratio for role, ratio in low.items() if ratio < colour.READABLE} == {}


@pytest.mark.parametrize("name", MEASURED)
def test_no_colour_of_our_own_themes_had_to_be_corrected(name: str) -> None:
    resolved = MEASURED[name].resolved()
    written = MEASURED[name].written
    assert {role: style.colour for role, style in written.items() if resolved[role].colour != style.colour} == {}


@pytest.mark.parametrize("name", ["high-contrast", "high-contrast-light"])
def test_high_contrast_is_high(name: str) -> None:
    resolved = THEMES[name].resolved()
    assert min(roles.least(resolved[role], resolved) for role in TEXT) >= 7  # WCAG 2.2, 1.4.6 (level AAA)


@pytest.mark.parametrize("name", MEASURED)
def test_agreement_and_difference_are_blue_and_orange_or_told_by_shape(name: str) -> None:
    same, differs = (MEASURED[name].resolved()[role] for role in ("same", "differs"))
    assert same.words != differs.words
    if not is_grey(same.colour):
        assert 180 <= hue(same.colour) <= 260
        assert 15 <= hue(differs.colour) <= 60


@pytest.mark.parametrize("name", THEMES)
def test_what_is_marked_survives_without_colour(name: str) -> None:
    resolved = THEMES[name].resolved()
    people, organisations, places = (resolved[role].words for role in ("person", "organisation", "place"))
    assert len({people, organisations, places, ""}) == 4
    assert resolved["figure"].underline
    assert resolved["date"].underline
    assert resolved["hit"].reverse
    assert resolved["differs"].bold
    assert resolved["unread"].bold
    assert not resolved["read"].bold


@pytest.mark.parametrize("name", [name for name, spec in THEMES.items() if spec.ansi])
def test_the_sixteen_colours_keep_to_their_convention(name: str) -> None:
    spec = THEMES[name]
    resolved = spec.resolved()
    ground, ink = ("#000000", "#ffffff") if spec.dark else ("#ffffff", "#000000")
    assert {resolved[role].colour for role in roles.GROUNDS} == {"ansi_default"}
    assert all(style.background is None for style in resolved.values())
    for role in TEXT:
        shown = ink if resolved[role].colour == "ansi_default" else XTERM[resolved[role].colour]
        assert colour.contrast(shown, ground) >= colour.READABLE, role


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_theme_is_read_without_importing_a_parser(file: Path) -> None:
    """The start of the program waits for one theme; importing PyYAML would cost more than all else about it."""
    assert document._plain(file.read_text("utf-8")) is not None
    plain = document.read(file).entries
    assert document._from_yaml(file.read_text("utf-8"), file).entries == plain
