"""Finds places where Textual or Rich would read text as markup that the program did not write itself.

A string given to a Static, a toast, a tooltip, an option or a border title is parsed: `[sic]` vanishes, `[/` raises,
`[@click=app.quit]` becomes a link that acts. So such a place takes a literal, or a value that is known to be finished
content: made by `Content(…)` or `Text(…)`, or a name, function or attribute that is annotated as such. The check reads
the syntax tree only and knows no types beyond those annotations; where it cannot know, it complains."""

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from syntax import finished_type, is_super_init, last_name, markup_off

MAKERS = {"Content", "Text", "assemble", "styled", "blank", "empty", "from_ansi", "from_rich_text", "join"}
"""Calls whose result is one of them: `Content(…)`, `Content.assemble(…)`, `Text.assemble(…)`."""
CONTENT_METHODS = {
    "stylize",
    "stylize_before",
    "append",
    "append_text",
    "rstrip",
    "truncate",
    "pad_left",
    "pad_right",
    "copy",
    "join",
}
"""Methods of Content that give Content again, where the receiver is known to be finished."""


@dataclass(frozen=True, slots=True)
class Sink:
    """A call that parses some of its arguments as markup."""

    positions: tuple[int, ...]
    """Which positional arguments."""
    names: tuple[str, ...]
    """Which keywords."""
    can_switch_off: bool = False
    """Whether `markup=False` makes it harmless."""


SINKS = {
    "Static": Sink((0,), ("content", "renderable"), True),
    "Label": Sink((0,), ("content", "renderable"), True),
    "Button": Sink((0,), ("label",)),
    "Checkbox": Sink((0,), ("label",)),
    "RadioButton": Sink((0,), ("label",)),
    "Option": Sink((0,), ("prompt",)),
    "Selection": Sink((0,), ("prompt",)),
    "Tab": Sink((0,), ("label",)),
    "TabPane": Sink((0,), ("title",)),
    "Collapsible": Sink((), ("title",)),
    "TextArea": Sink((), ("placeholder",)),
    "Hit": Sink((1,), ("match_display", "help")),
    "DiscoveryHit": Sink((0,), ("display", "help")),
    "SystemCommand": Sink((0, 1), ("title", "help")),
    "Tree": Sink((0,), ("label",)),
    "add_leaf": Sink((0,), ("label",)),
    "set_label": Sink((0,), ("label",)),
    "add_row": Sink(tuple(range(99)), ("label",)),
    "add_column": Sink((0,), ("label",)),
    "add_columns": Sink(tuple(range(99)), ()),
    "add_option": Sink((0,), ("option",)),
    "replace_option_prompt": Sink((1,), ("prompt",)),
    "replace_option_prompt_at_index": Sink((1,), ("prompt",)),
    "with_tooltip": Sink((0,), ("tooltip",)),
    "highlight": Sink((0,), ("candidate",)),
    "from_markup": Sink((0,), ("markup", "text")),
    "from_text": Sink((0,), ("markup_content_or_text",), True),
    "render_str": Sink((0,), ("text_content",)),
}
ATTRIBUTES = {"tooltip", "border_title", "border_subtitle", "BORDER_TITLE", "BORDER_SUBTITLE"}
WIDGETS = {"Static", "Label"}
"""Those whose `update` parses, unless they were made with `markup=False`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that would parse text of unknown origin."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.line}: {self.what}"


@dataclass(slots=True)
class Known:
    """What annotations and assignments say about names, over all the files that are looked at."""

    functions: dict[str, bool] = field(default_factory=dict)
    """Name of a function or method: whether every function of that name gives finished content."""
    attributes: dict[str, bool] = field(default_factory=dict)
    """The same for annotated attributes of classes."""
    quiet: set[str] = field(default_factory=set)
    """Subclasses of Static and Label that hand `markup=False` on."""
    subclasses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Class to the names of its bases."""
    parsing: set[str] = field(default_factory=set)
    """Names and attributes that hold a Static or Label whose `update` parses."""

    def parses(self, value: ast.expr) -> bool:
        """Whether an expression makes or finds a Static or Label that parses what it is given."""
        if not isinstance(value, ast.Call) or markup_off(value):
            return False
        name = last_name(value.func)
        if name in ("query_one", "query_exactly_one", "query_one_optional", "get_child_by_id", "get_widget_by_id"):
            classes = [last_name(argument) for argument in value.args if not isinstance(argument, ast.Constant)]
            return not classes or any(self.parsing_class(one) for one in classes)
        return self.parsing_class(name)

    def parsing_class(self, name: str) -> bool:
        """Whether a class is Static or Label, or comes from them without switching markup off."""
        return self.derives(name, WIDGETS) and name not in self.quiet

    def derives(self, name: str, bases: Iterable[str]) -> bool:
        """Whether the class is one of `bases` or comes from one of them."""
        wanted = set(bases)
        return name in wanted or any(
            self.derives(base, wanted - {name}) for base in self.subclasses.get(name, ()) if base != name
        )


def check_folder(folder: Path) -> list[str]:
    """Every finding in the Python files below `folder`, as `file:line: what`."""
    trees = {path: ast.parse(path.read_text("utf-8"), str(path)) for path in sorted(folder.rglob("*.py"))}
    known = learn(trees.values())
    return [
        f"{path.relative_to(folder.parent)}:{finding}" for path, tree in trees.items() for finding in check(tree, known)
    ]


def check_source(source: str) -> list[str]:
    """Every finding in one piece of source text."""
    tree = ast.parse(source)
    return [str(finding) for finding in check(tree, learn([tree]))]


def learn(trees: Collection[ast.Module]) -> Known:
    """Collect the annotations and the classes of all files."""
    known = Known()
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                sure = finished_type(node.returns)
                known.functions[node.name] = known.functions.get(node.name, True) and sure
            elif isinstance(node, ast.ClassDef):
                known.subclasses[node.name] = tuple(last_name(base) for base in node.bases)
                if any(is_super_init(call) and markup_off(call) for call in ast.walk(node)):
                    known.quiet.add(node.name)
                for item in node.body:
                    if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                        name = item.target.id
                        known.attributes[name] = known.attributes.get(name, True) and finished_type(item.annotation)
    for tree in trees:
        known.parsing.update(_holders(tree, known))
    return known


def _holders(tree: ast.Module, known: Known) -> Iterator[str]:
    """Names and attributes that are given a parsing widget, by assignment or by annotation."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and known.parses(node.value):
            yield from map(last_name, node.targets)
        elif isinstance(node, ast.AnnAssign) and (
            known.parsing_class(last_name(node.annotation)) or (node.value and known.parses(node.value))
        ):
            yield last_name(node.target)
        elif isinstance(node, ast.arg) and node.annotation and known.parsing_class(last_name(node.annotation)):
            yield node.arg


def check(tree: ast.Module, known: Known) -> Iterator[Finding]:
    """The findings of one file, in order."""
    yield from sorted(_Checker(known).findings(tree), key=lambda finding: finding.line)


class _Checker:
    def __init__(self, known: Known) -> None:
        self.known = known
        self.classes: list[str] = []
        self.scopes: list[dict[str, bool]] = [{}]

    def findings(self, node: ast.AST) -> Iterator[Finding]:
        if isinstance(node, ast.ClassDef):
            self.classes.append(node.name)
            yield from self._children(node)
            self.classes.pop()
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            self.scopes.append(self._names(node))
            if (
                isinstance(node, ast.FunctionDef)
                and node.name == "render"
                and self.classes
                and not finished_type(node.returns)
            ):
                yield Finding(
                    node.lineno, "render() must be annotated to return Content, Text or Strip: a str is parsed"
                )
            yield from self._children(node)
            self.scopes.pop()
        else:
            if isinstance(node, ast.Call):
                yield from self._call(node)
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                yield from self._assignment(node, node.value)
            yield from self._children(node)

    def _children(self, node: ast.AST) -> Iterator[Finding]:
        for child in ast.iter_child_nodes(node):
            yield from self.findings(child)

    def _call(self, call: ast.Call) -> Iterator[Finding]:
        name = last_name(call.func)
        sink = SINKS.get(name)
        if is_super_init(call) and self.classes and self.known.derives(self.classes[-1], SINKS):
            sink = next(SINKS[base] for base in SINKS if self.known.derives(self.classes[-1], [base]))
        elif name[:1].isupper() and sink is None and self.known.derives(name, WIDGETS) and name not in self.known.quiet:
            sink = SINKS["Static"]
        if name in ("OptionList", "add_options"):
            yield from self._arguments(call, "an option", call.args)
        if name == "notify":
            yield from self._notify(call)
        if name == "update" and self._parsing_receiver(call):
            yield from self._arguments(call, "update() of a widget", call.args[:1])
        if sink and not (sink.can_switch_off and markup_off(call)):
            chosen = [argument for position, argument in enumerate(call.args) if position in sink.positions]
            chosen += [keyword.value for keyword in call.keywords if keyword.arg in sink.names]
            yield from self._arguments(call, f"{name}()", chosen)
        yield from self._arguments(call, "tooltip=", [k.value for k in call.keywords if k.arg == "tooltip"])

    def _notify(self, call: ast.Call) -> Iterator[Finding]:
        """A toast's title is parsed even where `markup=False` protects its message."""
        message = [*call.args[:1], *(k.value for k in call.keywords if k.arg == "message")]
        yield from self._arguments(call, "title= of notify()", [k.value for k in call.keywords if k.arg == "title"])
        if not markup_off(call):
            yield from self._arguments(call, "notify()", message)

    def _parsing_receiver(self, call: ast.Call) -> bool:
        """Whether the receiver of `.update(…)` is a widget that parses what it is given."""
        if not isinstance(call.func, ast.Attribute):
            return False
        receiver = call.func.value
        name = last_name(receiver)
        if name in ("self", "super"):
            return bool(self.classes) and self.known.parsing_class(self.classes[-1])
        return self.known.parses(receiver) if isinstance(receiver, ast.Call) else name in self.known.parsing

    def _assignment(self, node: ast.Assign | ast.AnnAssign, value: ast.expr) -> Iterator[Finding]:
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            name = last_name(target)
            if name in ATTRIBUTES and not self._safe(value):
                yield Finding(node.lineno, f"{name} is parsed: {ast.unparse(value)}")

    def _arguments(self, call: ast.Call, what: str, arguments: Iterable[ast.expr]) -> Iterator[Finding]:
        for argument in arguments:
            if not self._safe(argument):
                yield Finding(call.lineno, f"{what} is parsed: {ast.unparse(argument)}")

    def _safe(self, value: ast.expr) -> bool:
        """Whether the value is a literal of ours, finished content, or no text at all."""
        match value:
            case ast.Constant() | ast.Dict() | ast.DictComp() | ast.Set() | ast.SetComp():
                return True
            case ast.IfExp():
                return self._safe(value.body) and self._safe(value.orelse)
            case ast.BoolOp():
                return all(map(self._safe, value.values))
            case ast.BinOp(op=ast.Add() | ast.Mod()):
                return self._safe(value.left) and self._safe(value.right)
            case ast.Starred():
                return self._safe(value.value)
            case ast.List() | ast.Tuple():
                return all(map(self._safe, value.elts))
            case ast.ListComp() | ast.GeneratorExp():
                return self._safe(value.elt)
            case ast.Name():
                return next((scope[value.id] for scope in reversed(self.scopes) if value.id in scope), False)
            case ast.Attribute():
                return self.known.attributes.get(value.attr, False)
            case ast.Call():
                return self._safe_call(value)
            case ast.Await() | ast.NamedExpr():
                return self._safe(value.value)
        return False

    def _safe_call(self, call: ast.Call) -> bool:
        name = last_name(call.func)
        if name in MAKERS or name in ("Option", "Selection", "dict") or (name == "from_text" and markup_off(call)):
            return True
        if name in CONTENT_METHODS and isinstance(call.func, ast.Attribute):
            return self._safe(call.func.value)
        return self.known.functions.get(name, False)

    def _names(self, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> dict[str, bool]:
        """Which names of the function stand for finished content: by annotation, else by all their assignments."""
        given = function.args
        known = {a.arg: finished_type(a.annotation) for a in [*given.posonlyargs, *given.args, *given.kwonlyargs]}
        self.scopes.append(known)
        for node in ast.walk(function):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                known[node.target.id] = finished_type(node.annotation)
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        known[target.id] = known.get(target.id, True) and self._safe(node.value)
        self.scopes.pop()
        return known
