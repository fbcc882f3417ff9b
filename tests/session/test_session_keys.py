"""Keys and what they mean."""

import pytest

from reader.session.keys import Keys, normal, shown


def test_a_key_means_something_only_in_its_pane() -> None:
    keys = Keys()
    assert keys.press("v", "text").action.name == "select_text"
    assert keys.press("v", "list") is None
    assert keys.press("V", "list").action.name == "select"


def test_the_first_of_two_keys_is_held() -> None:
    keys = Keys()
    assert keys.press("g", "list") is None
    assert keys.pending == "g"
    assert {"g", "n", "a"} <= {key for key, _ in keys.continuations("list")}
    assert keys.press("n", "list").action.name == "go_to_notes"
    assert keys.pending == ""


def test_a_second_key_that_means_nothing_is_swallowed() -> None:
    keys = Keys()
    keys.press("g", "list")
    assert keys.press("j", "list") is None
    assert keys.press("j", "list").action.name == "down"


def test_the_users_keys_replace_an_actions_own() -> None:
    keys = Keys({"next_source": ("f6", "f5 x")})
    assert keys.press("]", "list") is None
    assert keys.press("f6", "list").action.name == "next_source"
    assert keys.press("f5", "list") is None
    assert keys.press("x", "list").which == 1
    assert keys.first("next_source") == "f6"


def test_numbers_tell_which_one_was_pressed() -> None:
    assert Keys().press("3", "text").which == 2


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [("right_square_bracket", "]", "]"), ("space", " ", "space"), ("tab", "\t", "tab"), ("G", "G", "G"),
     ("slash", None, "/"), ("enter", "\r", "enter"), ("ctrl+d", None, "ctrl+d"), ("ö", "ö", "ö")],
)  # fmt: skip
def test_one_name_for_one_key(key: str, character: str | None, name: str) -> None:
    assert normal(key, character) == name


@pytest.mark.parametrize(
    ("key", "text"), [("ctrl+d", "Ctrl+D"), ("g g", "gg"), ("alt+right", "Alt+→"), ("space", "Space"), ("+", "+")]
)
def test_keys_as_people_write_them(key: str, text: str) -> None:
    assert shown(key) == text
