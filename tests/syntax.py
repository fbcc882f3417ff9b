"""Small questions about a syntax tree that the rule about markup asks."""

import ast

FINISHED = {"Content", "Text", "Strip", "Segment", "Style", "Visual", "Blank", "Group", "Table"}
"""Types that are shown as they are."""


def finished_type(annotation: ast.expr | None) -> bool:
    """Whether an annotation names finished content, alone, in a union of such, or as what a container holds."""
    match annotation:
        case ast.Constant(value=str(text)):
            return finished_type(ast.parse(text, mode="eval").body)
        case ast.Constant(value=None):
            return True
        case ast.BinOp(op=ast.BitOr()):
            return finished_type(annotation.left) and finished_type(annotation.right)
        case ast.Subscript(value=container, slice=inner) if last_name(container) in (
            "list",
            "tuple",
            "Sequence",
            "Iterable",
            "Iterator",
        ):
            return all(
                finished_type(one) or _is_ellipsis(one)
                for one in (inner.elts if isinstance(inner, ast.Tuple) else [inner])
            )
        case ast.Name() | ast.Attribute():
            return last_name(annotation) in FINISHED | {"Option"}
    return False


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def last_name(node: ast.AST) -> str:
    """`Static` of `Static`, of `widgets.Static` and of `Static[str]`."""
    match node:
        case ast.Name():
            return node.id
        case ast.Attribute():
            return node.attr
        case ast.Subscript():
            return last_name(node.value)
        case ast.Call():
            return last_name(node.func)
    return ""


def is_super_init(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "__init__"
        and last_name(node.func.value) == "super"
    )


def markup_off(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and any(
        keyword.arg == "markup" and isinstance(keyword.value, ast.Constant) and keyword.value.value is False
        for keyword in node.keywords
    )
