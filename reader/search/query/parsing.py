"""Reads a query. The grammar is in `docs/query.md`; whoever changes one changes the other.

While it is being typed, what is not finished yet is no error: an open quotation mark or bracket, a field without a
value, an operator without a right side. The last word may go on.
"""

from reader.search.query import values
from reader.search.query.errors import QueryError
from reader.search.query.fields import FIELDS, FieldSpec, nearest, nearest_field
from reader.search.query.leaves import bounds, regex, words
from reader.search.query.nodes import (
    And,
    Field,
    Flag,
    Near,
    Node,
    Not,
    Or,
    Query,
    Regex,
    Same,
    Term,
    both,
    either,
)
from reader.search.query.scanning import Piece, scan

MOST_BRACKETS = 30


def parse(text: str, typing: bool = False) -> Query:
    """The query that is written. Raises `QueryError` where it cannot be understood.

    `typing`: the last word is unfinished unless a space, quotation mark or star ends it.
    """
    return _Parser(text, typing).query()


class _Parser:
    """Recursive descent over the pieces: one method for each rule of the grammar."""

    def __init__(self, text: str, typing: bool) -> None:
        self._text = text
        self._typing = typing
        self._pieces = list(scan(text))
        self._at = 0
        self._depth = 0
        self._sort = ""

    def query(self) -> Query:
        """query = [ or ]"""
        node = self._or()
        if piece := self._peek():
            raise QueryError("This bracket closes nothing", piece.start, "leave it out, or open one before")
        return Query(node, self._sort)

    # the grammar's rules

    def _or(self) -> Node | None:
        """or = and { "OR" and }"""
        parts = [self._and()]
        while piece := self._take("or"):
            right = self._and()
            if (right is None or parts[-1] is None) and not self._unfinished(piece):
                raise QueryError("OR stands between two things", piece.start, 'a word of the text is written "OR"')
            parts.append(right)
        return either([part for part in parts if part is not None])

    def _and(self) -> Node | None:
        """and = { ["AND"] not }"""
        parts: list[Node] = []
        while (piece := self._peek()) and piece.kind not in ("or", ")"):
            if piece.kind == "and":
                self._at += 1
                after = self._peek()
                if (not parts or after is None or after.kind in ("or", ")")) and not self._unfinished(piece):
                    raise QueryError("AND stands between two things", piece.start, "words are joined by a space")
                continue
            node = self._not()
            if node is not None:
                parts.append(node)
        return both(parts)

    def _not(self) -> Node | None:
        """not = [ "-" | "NOT" ] near"""
        piece = self._take("-") or self._take("not")
        if piece is None:
            return self._near()
        if self._peek() is None and not self._unfinished(piece):
            what = "NOT" if piece.kind == "not" else "the minus"
            raise QueryError(f"Nothing stands after {what}", piece.start, "name what is not wanted: -word")
        node = self._near()
        return Not(node) if node is not None else None

    def _near(self) -> Node | None:
        """near = atom [ ( "near/" number | "same-sentence" | "same-paragraph" ) atom ]"""
        left = self._atom()
        piece = self._take("near") or self._take("same")
        if piece is None:
            return left
        right = self._atom() if (after := self._peek()) and after.kind in ("word", "phrase") else None
        if right is None and self._unfinished(piece):
            return left
        if not isinstance(left, Term) or not isinstance(right, Term):
            name = f"near/{piece.text}" if piece.kind == "near" else f"same-{piece.text}"
            raise QueryError(f"{name} stands between two words or phrases", piece.start, f'mayor {name} "ferry line"')
        if piece.kind == "near":
            return Near(left, right, int(piece.text))
        return Same(left, right, "sentence" if piece.text == "sentence" else "paragraph")

    def _atom(self) -> Node | None:
        """atom = word | phrase | regex | field | "(" or ")" """
        piece = self._peek()
        if piece is None:
            return None
        self._at += 1
        match piece.kind:
            case "(":
                return self._bracket(piece)
            case "field":
                return self._field(piece)
            case "phrase":
                return self._phrase(piece)
            case "regex":
                return regex(piece)
            case "word":
                return self._word(piece)
            case "near" | "same":
                raise QueryError("Two words or phrases belong around this", piece.start, "mayor near/5 ferry")
        return None

    def _bracket(self, opening: Piece) -> Node | None:
        self._depth += 1
        if self._depth > MOST_BRACKETS:
            raise QueryError("Too many brackets inside each other", opening.start, "write it in fewer steps")
        node = self._or()
        if self._take(")") is None and not self._typing:
            raise QueryError("This bracket is not closed", opening.start, "add )")
        self._depth -= 1
        return node

    # words

    def _phrase(self, piece: Piece) -> Node | None:
        if not piece.is_closed and not self._typing:
            raise QueryError("This quotation mark is not closed", piece.start, 'add "')
        is_open = not piece.is_closed and not piece.text.endswith(" ")
        found = words(piece.text)
        is_prefix = "*" in piece.suffix or is_open
        return Term(found, is_prefix, is_open, piece.is_exact, "~" in piece.suffix) if found else None

    def _word(self, piece: Piece) -> Node | None:
        star = piece.text.endswith("*")
        is_open = self._typing and not star and piece.end == len(self._text)
        found = words(piece.text)
        return Term(found, star or is_open, is_open, piece.is_exact) if found else None

    # fields

    def _field(self, name: Piece) -> Node | None:
        spec = FIELDS.get(name.text)
        value = self._peek()
        if spec is None:
            return self._unknown(name, value)
        if value is None or value.kind in (")", "or", "and"):
            if self._unfinished(name):
                return None
            raise QueryError(f"{name.text}: has no value", name.start, _takes(spec))
        if spec.kind == "words":
            return self._worded(name)
        self._at += 1
        if value.kind not in ("word", "phrase"):
            hint = f"({name.text}:… OR {name.text}:…)" if value.kind == "(" else _takes(spec)
            raise QueryError(f"{name.text}: takes a plain value", value.start, hint)
        text = value.text.strip()
        if spec.kind in ("choice", "sort"):
            return self._chosen(name, value, text.lower(), spec.choices)
        return self._bounded(name, value, text)

    def _unknown(self, name: Piece, value: Piece | None) -> Node | None:
        """A word before a colon that is no field: an error, unless white space follows as it does in prose."""
        if value is None and self._unfinished(name) and name.end == len(self._text):
            return None
        if value is None or value.start > name.end:
            found = words(name.text)
            return Term(found) if found else None
        guess = nearest_field(name.text)
        words_of_it = f"{name.text}:{value.text}".replace('"', "")
        hint = f"did you mean {guess}:?" if guess else f'as words: "{words_of_it}"; fields are ' + ", ".join(FIELDS)
        raise QueryError(f"Unknown field “{name.text}”", name.start, hint)

    def _worded(self, name: Piece) -> Node | None:
        minus = self._take("-")
        start = self._pieces[self._at].start if self._peek() else name.end
        node = self._atom()
        if node is None:
            return None
        _check_inside(node, name, start)
        field = Field(name.text, node)
        return Not(field) if minus else field

    def _chosen(self, name: Piece, value: Piece, text: str, choices: tuple[str, ...]) -> Node | None:
        text = text.removeprefix("-") if text == "-date" else text
        if text not in choices:
            if self._typing and value.end == len(self._text) and any(one.startswith(text) for one in choices):
                return None
            guess = nearest(text, choices)
            hint = (f"did you mean {name.text}:{guess}? " if guess else "") + "One of " + ", ".join(choices)
            raise QueryError(f"{name.text}: does not know “{value.text}”", value.start, hint)
        if name.text == "sort":
            self._sort = text
            return None
        return Flag(name.text, text)

    def _bounded(self, name: Piece, value: Piece, text: str) -> Node | None:
        try:
            return bounds(name.text, text)
        except ValueError as error:
            if self._typing and value.end == len(self._text):
                return None
            hint = values.as_date(text) if name.text == "date" else ""
            hint = f"did you mean date:{hint}?" if hint else FIELDS[name.text].help
            raise QueryError(f"“{text}” is no {error}", value.start, hint) from error

    # the pieces

    def _peek(self) -> Piece | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _take(self, kind: str) -> Piece | None:
        piece = self._peek()
        if piece is None or piece.kind != kind:
            return None
        self._at += 1
        return piece

    def _unfinished(self, piece: Piece) -> bool:
        """Whether this is the last piece of what is still being typed."""
        return self._typing and piece is self._pieces[-1]


def _takes(field: FieldSpec) -> str:
    return f"{field.name}: {', '.join(field.choices) or field.help}"


def _check_inside(node: Node, field: Piece, start: int) -> None:
    """A field asks for words: other fields and nearness have no place in it."""
    match node:
        case Term() | Regex():
            return
        case Not(inner):
            _check_inside(inner, field, start)
        case And(nodes) | Or(nodes):
            for one in nodes:
                _check_inside(one, field, start)
        case _:
            raise QueryError(
                f"{field.text}: takes words, phrases and brackets of them", start, f'{field.text}:"two words"'
            )
