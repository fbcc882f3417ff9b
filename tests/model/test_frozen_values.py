"""Values made by our decorator do what those of the standard library do."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import field

import pytest

from reader.model.frozen import dataclass


def _pair(decorate):
    @decorate(frozen=True, slots=True)
    class Sighting:
        """A bird, seen."""

        bird: str
        count: int = 1
        places: list[str] = field(default_factory=list)
        remark: str = field(default="", compare=False, repr=False)

    return Sighting


OURS, THEIRS = _pair(dataclass), _pair(dataclasses.dataclass)
ARGUMENTS = [(("wren",), {}), (("wren", 2), {"places": ["Sele"]}), ((), {"bird": "rook", "remark": "late"})]


@dataclass(frozen=True, slots=True)
class Point:
    """At module level, so that it can be pickled."""

    x: int
    y: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Only by name; one that needs a value may follow one that does not."""

    size: int = 3
    name: str


@dataclass(frozen=True, slots=True)
class Nested:
    """May hold itself, by way of a list."""

    inner: list


@pytest.mark.parametrize(("values", "named"), ARGUMENTS)
def test_fields_equality_and_representation_are_the_same(values, named) -> None:
    ours, theirs = OURS(*values, **named), THEIRS(*values, **named)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs)
    assert ours == OURS(*values, **named)
    assert ours != theirs
    assert dataclasses.replace(ours, count=7).count == 7


def test_what_is_not_compared_makes_no_difference() -> None:
    assert OURS("wren", remark="a") == OURS("wren", remark="b")
    assert Point(1, 2) == Point(1, 2) != Point(2, 1)
    assert hash(Point(1, 2)) == hash((1, 2))
    assert len({Point(1), Point(1), Point(2)}) == 2


def test_each_gets_a_list_of_its_own() -> None:
    assert OURS("wren").places is not OURS("wren").places


@pytest.mark.parametrize("wrong", [lambda: OURS(), lambda: OURS("wren", colour="brown"), lambda: Named(2, name="x")])
def test_wrong_arguments_are_refused(wrong) -> None:
    with pytest.raises(TypeError):
        wrong()


def test_nothing_can_be_assigned_or_deleted() -> None:
    point = Point(1)
    for change in (lambda: setattr(point, "x", 2), lambda: delattr(point, "x"), lambda: setattr(point, "z", 2)):
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
            change()
    assert not hasattr(point, "__dict__")


def test_it_is_copied_pickled_and_matched() -> None:
    point = Point(4, 5)
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point
    match point:
        case Point(x, 5):
            assert x == 4
        case _:
            pytest.fail("no match")


def test_its_signature_can_be_asked_for_before_it_is_made() -> None:
    @dataclass(frozen=True, slots=True)
    class Fresh:
        """Not made yet."""

        one: int
        two: int = 2

    assert list(inspect.signature(Fresh).parameters) == ["one", "two"]
    assert Fresh(1).two == 2


def test_only_by_name_and_in_any_order() -> None:
    assert Named(name="x") == Named(name="x", size=3)


def test_one_that_holds_itself_can_be_shown() -> None:
    nested = Nested([])
    nested.inner.append(nested)
    assert repr(nested) == "Nested(inner=[...])"


def test_what_a_class_declares_by_hand_is_left_to_the_standard_library() -> None:
    @dataclass(frozen=True, slots=True)
    class Checked:
        """With a check of its own."""

        size: int

        def __post_init__(self) -> None:
            if self.size < 0:
                raise ValueError(self.size)

    with pytest.raises(ValueError, match="-1"):
        Checked(-1)
    assert Checked(1) == Checked(1)


def test_one_inherits_from_another() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Page:
        """A base."""

        event: int
        cursor: int = 0

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Matrix(Page):
        """With more of its own."""

        column: int = 1

    page = Matrix(event=3, column=2)
    assert (page.event, page.cursor, page.column) == (3, 0, 2)
    assert dataclasses.replace(page, cursor=5) == Matrix(event=3, cursor=5, column=2) != page
    assert Page(event=3) != Matrix(event=3)
    assert pickle.loads(pickle.dumps(Point(1))) == Point(1)
    assert repr(page).endswith("Matrix(event=3, cursor=0, column=2)")
