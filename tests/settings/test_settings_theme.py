"""Theme files that people write, and colours that can be read."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.settings import colour, roles, theme
from reader.settings.roles import RoleStyle

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def loaded(tmp_path: Path, text: str, name: str = "mine") -> tuple[theme.ThemeSpec | None, list[str]]:
    (tmp_path / f"{name}.yaml").write_text(text)
    spec, problems = theme.load(name, [tmp_path])
    return spec, [f"{problem.line} {problem.severity}: {problem.message}|{problem.hint}" for problem in problems]


def test_contrast_is_wcags() -> None:
    assert colour.contrast("#000000", "#ffffff") == 21
    assert colour.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert colour.contrast("#ff0000", "#ffffff") == pytest.approx(4.0, abs=0.005)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [("#ABC", "#aabbcc"), ("1e4E79", "#1e4e79"), ("ansi_Red", "ansi_red"), ("red", None), ("#12345", None), ("", None)],
)
def test_colours_are_understood(text: str, parsed: str | None) -> None:
    assert colour.parse(text) == parsed


@given(colours, colours)
@settings(max_examples=100, deadline=None)
def test_every_colour_can_be_made_readable_on_every_ground(text: str, ground: str) -> None:
    made = colour.readable(text, [ground])
    assert colour.contrast(made, ground) >= colour.READABLE
    if colour.contrast(text, ground) >= colour.READABLE:
        assert made == text


def test_a_colour_is_corrected_no_further_than_needed_and_keeps_its_hue() -> None:
    made = colour.readable("#e05a3a", ["#f7f2e7"])
    assert colour.contrast(made, "#f7f2e7") < 4.7
    red, green, blue = colour.channels(made)
    assert red > 2 * green > 0
    assert red > 2 * blue


names = st.sampled_from(roles.ROLES)
styles = st.builds(RoleStyle, colours, st.none() | colours, st.booleans(), dim=st.booleans())


@given(st.dictionaries(names, styles, max_size=8), st.booleans())
@settings(max_examples=80, deadline=None)
def test_whatever_a_theme_names_every_role_can_be_read(written: dict[str, RoleStyle], dark: bool) -> None:
    resolved = roles.resolve(written, dark)
    assert tuple(sorted(resolved)) == tuple(sorted(roles.ROLES))
    for role, style in resolved.items():
        assert not style.dim
        if role not in (*roles.GROUNDS, *roles.LINES):
            assert roles.least(style, resolved) >= colour.READABLE, role


@given(st.dictionaries(names, st.sampled_from(colour.ANSI).map(RoleStyle), min_size=1, max_size=8), st.booleans())
def test_a_theme_of_the_terminals_colours_has_every_role(written: dict[str, RoleStyle], dark: bool) -> None:
    resolved = roles.resolve(written, dark)
    assert tuple(sorted(resolved)) == tuple(sorted(roles.ROLES))
    assert all(style.colour in colour.ANSI for style in resolved.values())


def test_a_theme_names_what_it_wants_and_the_rest_follows(tmp_path: Path) -> None:
    spec, problems = loaded(
        tmp_path, 'background: "#102030"\nperson: bold #FFEEDD on 0a1420\n'.replace("bold #", "bold ")
    )
    assert problems == []
    assert spec is not None
    assert spec.dark
    assert spec.written["person"] == RoleStyle("#ffeedd", "#0a1420", bold=True)
    assert str(spec.resolved()["person"]) == "bold #ffeedd on #0a1420"
    assert spec.resolved()["background"].colour == "#102030"
    assert spec.resolved()["hit"].reverse


def test_every_mistake_is_told_and_the_rest_is_used(tmp_path: Path) -> None:
    spec, problems = loaded(
        tmp_path,
        "name: mine\ndark: maybe\n"
        'background: "#f0f0f0"\n'
        "foreground: #000000\n"
        'persn: "#102030"\n'
        'person: "bald #102030"\n'
        'date: "#102030 #203040"\n'
        'place: "bold"\n'
        'hit: "#102030 on"\n'
        'note: ["#102030"]\n'
        "only: ansi_red\n"
        'read: "#cccccc"\n',
    )
    assert spec is not None
    assert not spec.dark
    assert sorted(spec.written) == ["background", "read"]
    assert problems[:-2] == [
        '4 error: foreground has no colour|colours need quotation marks: "#1f4e79"',
        "5 error: unknown role 'persn'|did you mean person?",
        "6 error: person: neither a colour nor a style: 'bald'|did you mean bold?",
        "7 error: date needs one colour, not 2|the ground comes after on",
        "8 error: place needs one colour, not 0|the ground comes after on",
        '9 error: hit: no colour after on|write "#211d18 on #ece2cc"',
        '10 error: note has no colour|colours need quotation marks: "#1f4e79"',
        "2 error: dark is true or false|",
    ]
    assert problems[-2].startswith("11 error: only: ansi colours cannot be used")
    assert problems[-1].startswith("12 notice: read: #cccccc has 1.")


def test_the_users_theme_overrides_ours_and_a_broken_one_gives_way(tmp_path: Path) -> None:
    ours, mine = tmp_path / "ours", tmp_path / "mine"
    for folder in (ours, mine):
        folder.mkdir()
        (folder / "page.yaml").write_text(f'description: "{folder.name}"\nbackground: "#ffffff"\n')
    (ours / "other.yml").write_text('background: "#000000"\n')
    assert theme.names([ours, mine, tmp_path / "none"]) == ("other", "page")
    spec, problems = theme.load("page", [ours, mine])
    assert (spec and spec.description, problems) == ("mine", ())
    (mine / "page.yaml").write_text("background: [\n")
    spec, problems = theme.load("page", [ours, mine])
    assert spec is not None
    assert spec.description == "ours"
    assert [problem.path for problem in problems] == [str(mine / "page.yaml")]
    themes, problems = theme.load_all([ours, mine])
    assert (list(themes), len(problems)) == (["other", "page"], 1)


@pytest.mark.parametrize("name", ["newsprnt", "", "..", "../page", "/etc/passwd", "a\0b", "x" * 5000])
def test_a_theme_that_is_not_there_is_told_with_the_nearest(tmp_path: Path, name: str) -> None:
    (tmp_path / "newsprint.yaml").write_text('background: "#ffffff"\n')
    spec, (problem,) = theme.load(name, [tmp_path])
    assert spec is None
    assert "no theme is called" in problem.message
    assert "newsprint" in problem.hint


def test_loading_one_theme_reads_no_other(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("[")
    (tmp_path / "page.yaml").write_text('background: "#ffffff"\n')
    assert theme.load("page", [tmp_path])[1] == ()
