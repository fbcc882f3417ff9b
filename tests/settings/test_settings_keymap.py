"""The user's keys: what is right is used, what is wrong is told with its line."""

import string
from pathlib import Path

import pytest
from textual.keys import Keys, _character_to_key

from reader.settings import key_names, keymap
from reader.settings.keymap import ActionKeys, Keymap

ACTIONS = {
    "next_source": ActionKeys(("]", "alt+right"), ("text",)),
    "compare": ActionKeys(("c",), ("text",)),
    "gaps": ActionKeys(("x",), ("text", "list")),
    "fold": ActionKeys(("h", "left"), ("list",)),
    "back": ActionKeys(("h", "left", "backspace"), ("text",)),
    "top": ActionKeys(("g g", "home")),
    "go_events": ActionKeys(("g e",)),
    "quit": ActionKeys(("q", "ctrl+q")),
    "close": ActionKeys(("escape",)),
}


def loaded(tmp_path: Path, text: str) -> tuple[Keymap, list[str]]:
    file = tmp_path / "keys.yaml"
    file.write_text(text)
    found, problems = keymap.load(file, ACTIONS)
    assert {problem.path for problem in problems} <= {str(file)}
    return found, [f"{problem.line} {problem.severity}: {problem.message}|{problem.hint}" for problem in problems]


def test_without_a_file_every_action_has_its_own_keys(tmp_path: Path) -> None:
    found, problems = keymap.load(tmp_path / "none.yaml", ACTIONS)
    assert problems == ()
    assert found.keys["next_source"] == ("right_square_bracket", "alt+right")
    assert found.keys["top"] == ("g g", "home")
    assert found.changed == frozenset()
    assert keymap.load(None, ACTIONS)[0] == found


def test_keys_are_given_taken_and_left(tmp_path: Path) -> None:
    found, problems = loaded(
        tmp_path, 'next_source: ["}", Alt+Right, f5]\ncompare: Ctrl+Y\ngaps: []\ngo_events: gv\nback: ←\n'
    )
    assert problems == []
    assert found.keys["next_source"] == ("right_curly_bracket", "alt+right", "f5")
    assert found.keys["compare"] == ("ctrl+y",)
    assert found.keys["gaps"] == ()
    assert found.keys["go_events"] == ("g v",)
    assert found.keys["back"] == ("left",)
    assert found.keys["fold"] == ("h", "left")
    assert found.changed == {"next_source", "compare", "gaps", "go_events", "back"}


def test_every_mistake_is_told_and_the_rest_is_used(tmp_path: Path) -> None:
    found, problems = loaded(
        tmp_path,
        "nxt_source: n\n"
        "next_source: [pgdwn, n]\n"
        "compare: ctrl+i\n"
        "gaps: #\n"
        "fold: {a: b}\n"
        "back: [ctrl+q, ctrl+h, crtl+b]\n"
        "top: [t, [u]]\n"
        "go_events: ctrl+shift+e\n",
    )
    assert problems == [
        "1 error: unknown action 'nxt_source'|did you mean next_source?",
        "2 error: next_source: no key is called 'pgdwn'|did you mean pagedown?",
        "3 error: compare: most terminals send Ctrl+I as Tab|choose another key",
        '4 error: gaps: not a key or a list of keys|write keys in quotation marks: "[", "#", "~"',
        '5 error: fold: not a key or a list of keys|write keys in quotation marks: "[", "#", "~"',
        "6 error: back: Ctrl+Q cannot be given away: it always quits|",
        "6 error: back: most terminals send Ctrl+H as Backspace|choose another key",
        "6 error: back: no key is called 'crtl+b'|did you mean ctrl+b?",
        '7 error: top: not a key or a list of keys|write keys in quotation marks: "[", "#", "~"',
        "8 error: go_events: most terminals send Ctrl+Shift+E as Ctrl+E|choose another key",
    ]
    assert found.keys["next_source"] == ("n",)
    assert found.keys["compare"] == ("c",)
    assert found.keys["back"] == ("h", "left", "backspace")
    assert found.keys["top"] == ("t",)
    assert found.keys["go_events"] == ("g e",)


def test_an_action_loses_the_key_that_the_file_gives_to_another(tmp_path: Path) -> None:
    found, problems = loaded(tmp_path, "compare: x\nfold: c\n")
    assert found.keys["compare"] == ("x",)
    assert found.keys["gaps"] == ()
    assert found.keys["fold"] == ("c",)
    assert problems == ["1 notice: compare takes x from gaps|gaps has no key now: give it another one"]


def test_of_two_lines_that_want_one_key_the_first_has_it(tmp_path: Path) -> None:
    found, problems = loaded(tmp_path, "compare: v\ngaps: [v, u]\nfold: v\n")
    assert found.keys["compare"] == ("v",)
    assert found.keys["gaps"] == ("u",)
    assert found.keys["fold"] == ("v",)
    assert problems == ["2 error: gaps does not get v: compare has it (line 1)|choose another key for one of them"]


def test_a_key_that_begins_others_takes_them(tmp_path: Path) -> None:
    found, problems = loaded(tmp_path, "compare: g\n")
    assert found.keys["compare"] == ("g",)
    assert found.keys["top"] == ("home",)
    assert problems == [
        "1 notice: compare takes g g from top|",
        "1 notice: compare takes g e from go_events|go_events has no key now: give it another one",
    ]


def test_two_actions_can_change_places(tmp_path: Path) -> None:
    found, problems = loaded(tmp_path, "compare: x\ngaps: c\n")
    assert (found.keys["compare"], found.keys["gaps"], problems) == (("x",), ("c",), [])


def test_an_action_keeps_its_reserved_key(tmp_path: Path) -> None:
    found, problems = loaded(tmp_path, "quit: [Q, ctrl+q]\nclose: escape\n")
    assert (found.keys["quit"], problems) == (("Q", "ctrl+q"), [])


def test_the_last_of_two_lines_for_one_action_counts(tmp_path: Path) -> None:
    found, problems = loaded(tmp_path, "compare: v\ncompare: u\n")
    assert found.keys["compare"] == ("u",)
    assert problems == ["1 error: compare is given again in line 2, which counts|remove one of the two"]


def test_a_broken_file_leaves_every_key_as_it_was(tmp_path: Path) -> None:
    found, problems = loaded(tmp_path, "compare: [x\n")
    assert found == keymap.load(None, ACTIONS)[0]
    assert len(problems) == 1


@pytest.mark.parametrize("char", [*string.printable[:94], "é", "ß", "я", "中", "€", "§", "¿", "«", "´"])
def test_a_character_has_the_name_that_the_screen_gives_it(char: str) -> None:
    assert key_names.canonical(char) == _character_to_key(char)
    assert key_names.display(key_names.canonical(char) or "") == char
    assert key_names.canonical(_character_to_key(char)) == _character_to_key(char)


def test_the_named_keys_are_those_of_the_screen() -> None:
    screen = {key.value for key in Keys}
    assert {key for key in key_names.KEYS if key not in screen} <= {"space", "enter", "backspace", "tab"}
    for key in ("ctrl+left", "shift+tab", "ctrl+shift+pageup", "ctrl+backslash", "f12"):
        assert key in screen
        assert key_names.canonical(key) == key


@pytest.mark.parametrize(
    ("written", "name", "shown"),
    [
        ("Ctrl+X", "ctrl+x", "Ctrl+X"),
        ("CTRL+SHIFT+Left", "ctrl+shift+left", "Ctrl+Shift+←"),
        ("shift+a", "A", "A"),
        ("Alt+]", "alt+right_square_bracket", "Alt+]"),
        ("ctrl-d", "ctrl+d", "Ctrl+D"),
        ("ctrl++", "ctrl+plus", "Ctrl++"),
        ("alt+-", "alt+minus", "Alt+-"),
        ("Esc", "escape", "Esc"),
        ("PgDn", "pagedown", "PgDn"),
        ("Page_Up", "pageup", "PgUp"),
        ("space", "space", "Space"),
        ("F10", "f10", "F10"),
        ("question_mark", "question_mark", "?"),
        ("meta+shift+ctrl+home", "alt+ctrl+shift+home", "Alt+Ctrl+Shift+Home"),
    ],
)
def test_keys_are_understood_as_people_write_them(written: str, name: str, shown: str) -> None:
    assert key_names.canonical(written) == name
    assert key_names.display(name) == shown


@pytest.mark.parametrize("written", ["", "ab", "ctrl+", "crtl+x", "f25", "\x1b", "hyper+x", "😀name", "bell", "g"[1:]])
def test_what_is_no_key_is_none(written: str) -> None:
    assert key_names.canonical(written) is None
    assert key_names.sequence(written, frozenset("g")) is None
