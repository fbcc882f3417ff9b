"""Frozen dataclasses that cost little to define: what the standard ones compile six times a class is made when needed.

`@dataclass(frozen=True, slots=True)` of the standard library writes and compiles `__init__`, `__repr__`, `__eq__`,
`__hash__`, `__setattr__` and `__delattr__` of every class while it is imported, about 1 ms each time; with the hundred
and more values of this program that is a quarter of its start. The decorator here makes classes that behave the same
(fields, `replace`, matching, pickling, equality, hashes, errors), but compiles `__init__` alone, at the first call.
What is asked for beyond frozen values with slots, or declared in a class by hand, goes to the standard decorator.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """As `dataclasses.dataclass`."""
        if cls is None:
            return lambda decorated: dataclass(decorated, **options)
        rest = {name: on for name, on in options.items() if name not in ("frozen", "slots", "kw_only")}
        inherits = any(base is not object and base not in _ours for base in cls.__mro__[1:])
        by_hand = not cls.__doc__ or inherits or not _MADE.isdisjoint(cls.__dict__)
        if not (options.get("frozen") and options.get("slots")) or rest or by_hand:
            return dataclasses.dataclass(cls, **options)
        return _frozen(cls, options.get("kw_only", False))


_MADE = frozenset(
    (
        *("__init__", "__post_init__", "__repr__", "__eq__", "__hash__"),
        *("__setattr__", "__delattr__", "__getstate__", "__setstate__"),
    )
)
"""What a class must not declare itself."""

_ours: set[type] = set()
"""The classes that were made here: they can be inherited from."""


def _frozen(cls: type, kw_only: bool) -> Any:
    bases: list[Any] = [base for base in cls.__mro__[1:] if base in _ours]
    for base in bases:  # it would not let what is open to changes inherit from what is not
        base.__dataclass_params__.frozen = False
    made: Any = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
    for one in (made, *bases):
        declared = one.__dataclass_params__
        declared.init = declared.repr = declared.eq = declared.frozen = True
    _ours.add(made)

    def first(self: object, *values: object, **named: object) -> None:
        made.__init__ = _compiled(made)
        made.__init__(self, *values, **named)

    first.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__init__ = first
    made.__signature__ = _Signature()
    made.__eq__, made.__hash__ = _comparing(tuple(one.name for one in dataclasses.fields(made) if one.compare))
    made.__repr__ = _shown
    made.__setattr__, made.__delattr__ = _no_assignment, _no_deletion
    made.__getstate__, made.__setstate__ = _state, _restored
    return made


class _Signature:
    """The signature of a class whose `__init__` is not compiled yet, for those who ask."""

    def __get__(self, instance: object, owner: Any) -> object:
        import inspect

        signature = inspect.signature(_compiled(owner))
        return signature.replace(parameters=list(signature.parameters.values())[1:])


def _compiled(made: Any) -> Callable[..., None]:
    """`__init__`: each value goes straight into its slot."""
    known: dict[str, object] = {"_unset": _UNSET}
    parameters: list[str] = []
    keywords: list[str] = []
    lines: list[str] = []
    for one in dataclasses.fields(made):
        name, value = one.name, one.name
        known[f"_set_{name}"] = getattr(made, name).__set__
        parameter = name
        if one.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = one.default
            parameter += f"=_default_{name}"
            value = name if one.init else f"_default_{name}"
        elif one.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = one.default_factory
            parameter += "=_unset"
            value = f"_make_{name}() if {name} is _unset else {name}" if one.init else f"_make_{name}()"
        elif not one.init:
            continue
        if one.init:
            (keywords if one.kw_only else parameters).append(parameter)
        lines.append(f" _set_{name}(self, {value})")
    listed = ", ".join(["self", *parameters, *(["*", *keywords] if keywords else [])])
    found: dict[str, Any] = {}
    exec(f"def __init__({listed}):\n" + ("\n".join(lines) or " pass"), known, found)
    init: Callable[..., None] = found["__init__"]
    init.__qualname__, init.__module__ = f"{made.__qualname__}.__init__", made.__module__
    init.__annotations__ = {one.name: one.type for one in dataclasses.fields(made) if one.init} | {"return": None}
    return init


_UNSET = object()


def _comparing(names: tuple[str, ...]) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    """Equality and hash by the values of some fields."""
    from operator import attrgetter

    if len(names) > 1:
        values: Callable[[Any], tuple[object, ...]] = attrgetter(*names)
    else:

        def values(one: Any) -> tuple[object, ...]:
            return tuple(getattr(one, name) for name in names)

    def equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return equal, hashed


_showing: set[int] = set()
"""The values whose representation is being made, so that one that holds itself ends."""


def _shown(self: Any) -> str:
    if id(self) in _showing:
        return "..."
    _showing.add(id(self))
    try:
        parts = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
        return f"{self.__class__.__qualname__}({', '.join(parts)})"
    finally:
        _showing.discard(id(self))


def _no_assignment(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deletion(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _restored(self: Any, state: list[object]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
