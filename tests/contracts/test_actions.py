"""One registry of actions: whoever asks what a key does gets the same answer everywhere."""

from pathlib import Path

import pytest

from reader.session.actions import ACTIONS
from reader.settings import key_names

MANUAL = Path(__file__).parents[2] / "docs" / "keys.md"
UNREACHABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+["}
"""What a plain terminal sends as Tab, Enter, Backspace and Escape."""

actions = pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action.name)


@actions
def test_an_action_has_keys_help_and_a_group(action) -> None:
    assert action.keys, f"{action.name} cannot be reached by a key"
    assert action.group
    assert action.help.endswith("."), f"{action.name}: help is one sentence"
    assert len(action.help) <= 110, f"{action.name}: help does not fit on a line"


@actions
def test_its_keys_are_known_and_can_be_sent_by_a_plain_terminal(action) -> None:
    for key in action.keys:
        assert key_names.sequence(key), f"{action.name}: {key!r} is no key"
        assert not set(key.split()) & UNREACHABLE, f"{action.name}: {key!r} does not arrive as itself"


def test_no_two_actions_want_the_same_key_in_the_same_pane() -> None:
    wanted: dict[tuple[str, str], list[str]] = {}
    for action in ACTIONS.values():
        for scope in action.scope:
            for key in action.keys:
                wanted.setdefault((scope, key_names.sequence(key) or key), []).append(action.name)
    assert {place: names for place, names in wanted.items() if len(names) > 1} == {}


def test_no_key_is_the_beginning_of_another() -> None:
    keys = {(scope, key) for action in ACTIONS.values() for scope in action.scope for key in action.keys}
    hidden = [
        (scope, key) for scope, key in keys for pane, other in keys if pane == scope and other.startswith(f"{key} ")
    ]
    assert hidden == []


def test_the_manual_is_what_the_registry_says(capsysbinary) -> None:
    from reader.cli import main

    assert main(["keys", "--default", "--markdown"]) == 0
    made = capsysbinary.readouterr().out.decode()
    assert MANUAL.exists(), "docs/keys.md is missing: reader keys --default --markdown > docs/keys.md"
    assert MANUAL.read_text("utf-8") == made, "stale: reader keys --default --markdown > docs/keys.md"
