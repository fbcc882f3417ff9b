"""From keys to actions: the table that the user's keymap and the registry make together."""

from collections.abc import Mapping

from reader.model.frozen import dataclass
from reader.session.registry import ACTIONS, SCOPES, Action
from reader.session.state import Scope

ALIASES = {
    "left_square_bracket": "[", "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "left_parenthesis": "(", "right_parenthesis": ")", "greater_than_sign": ">", "less_than_sign": "<",
    "equals_sign": "=", "slash": "/", "question_mark": "?", "colon": ":", "grave_accent": "`", "backslash": "\\",
    "exclamation_mark": "!", "comma": ",", "full_stop": ".", "minus": "-", "plus": "+", "semicolon": ";",
    "number_sign": "#", "asterisk": "*", "ampersand": "&", "percent_sign": "%", "dollar_sign": "$", "at": "@",
    "circumflex_accent": "^", "underscore": "_", "vertical_line": "|", "tilde": "~", "apostrophe": "'",
    "quotation_mark": '"',
}  # fmt: skip
"""Textual's names of the symbols, for keys files that use them."""

SHOWN = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home",
    "end": "End", "enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab", "backspace": "Backspace",
    "delete": "Del",
}  # fmt: skip


def normal(key: str, character: str | None = None) -> str:
    """One name for one key: the character itself for what prints, Textual's name for the rest."""
    if character is not None and len(character) == 1 and character.isprintable() and character != " ":
        return character
    return ALIASES.get(key, key)


def shown(keys: str) -> str:
    """A key, or two in a row, as people write them: `Ctrl+D`, `gg`, `Alt+→`."""
    return "".join(_one_shown(key) for key in keys.split())


def _one_shown(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    return "+".join([*(m.capitalize() for m in modifiers), SHOWN.get(last, last.upper() if modifiers else last)])


@dataclass(frozen=True, slots=True)
class Hit:
    """What a key means: an action, with the position of the key among the action's."""

    action: Action
    which: int


class Keys:
    """The keys of every action, by pane; a first key of two is held until the second comes."""

    def __init__(self, keymap: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """`keymap` holds the keys of each action; an action it does not name keeps its own."""
        self._table: dict[Scope, dict[str, Hit]] = {scope: {} for scope in SCOPES}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.pending = ""
        for action in ACTIONS.values():
            named = (keymap or {}).get(action.name, action.keys)
            keys = tuple(" ".join(normal(part) for part in key.split()) for key in named)
            self.keys[action.name] = keys
            for which, key in enumerate(keys):
                for scope in action.scope:
                    self._table[scope].setdefault(key, Hit(action, which))
        self._prefixes = {
            scope: {key.split()[0] for key in table if " " in key} for scope, table in self._table.items()
        }

    def press(self, key: str, scope: Scope) -> Hit | None:
        """Take a key. None where it means nothing, or is the first of two (then `pending` holds it)."""
        if self.pending:
            both, self.pending = f"{self.pending} {key}", ""
            return self._table[scope].get(both)
        if key in self._prefixes[scope]:
            self.pending = key
            return None
        return self._table[scope].get(key)

    def continuations(self, scope: Scope) -> list[tuple[str, Action]]:
        """What may follow the pending key, for the hint that lists it."""
        lead = f"{self.pending} "
        return [(key.removeprefix(lead), hit.action) for key, hit in self._table[scope].items() if key.startswith(lead)]

    def first(self, name: str) -> str:
        """The key to show for an action; empty where it has none."""
        keys = self.keys.get(name, ())
        return shown(keys[0]) if keys else ""

    def all_shown(self, name: str) -> str:
        """All keys of an action."""
        return " ".join(shown(key) for key in self.keys.get(name, ()))
