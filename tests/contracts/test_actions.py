"""One registry of actions: whoever asks what a key does gets the same answer everywhere."""

from collections.abc import Iterator
from pathlib import Path

from reader.session.actions import ACTIONS
from reader.session.registry import Action
from reader.settings import key_names

MANUAL = Path(__file__).parents[2] / "docs" / "keys.md"
UNREACHABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+["}
"""What a plain terminal sends as Tab, Enter, Backspace and Escape."""


def faults(action: Action) -> Iterator[str]:
    """What is missing of an action, one sentence each."""
    if not action.keys:
        yield f"{action.name} cannot be reached by a key"
    if not action.group:
        yield f"{action.name} stands in no group"
    if not action.help.endswith("."):
        yield f"{action.name}: help is one sentence"
    if len(action.help) > 110:
        yield f"{action.name}: help does not fit on a line"
    for key in action.keys:
        if not key_names.sequence(key):
            yield f"{action.name}: {key!r} is no key"
        if set(key.split()) & UNREACHABLE:
            yield f"{action.name}: {key!r} does not arrive as itself from a plain terminal"


def test_every_action_has_help_a_group_and_keys_that_arrive() -> None:
    assert [fault for action in ACTIONS.values() for fault in faults(action)] == []


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
