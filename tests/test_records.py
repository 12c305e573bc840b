"""Records are dataclasses: what the standard decorator promises holds for them, though their methods are shared."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field

import pytest

from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    x: int
    y: int = 2
    names: list[str] = field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True)
class Summit(Place):
    height: int = 0


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


def test_values_are_taken_by_place_by_name_and_by_default() -> None:
    assert (Place(1).x, Place(1).y, Place(1, 5).y, Place(x=3, y=4).x) == (1, 2, 5, 3)
    assert Summit(1, height=8).height == 8


def test_each_has_a_default_list_of_its_own() -> None:
    assert Place(1).names is not Place(1).names


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [
        ((), {}, "Place needs x"),
        ((1, 2, [], 4), {}, "Place takes 3 values, not 4"),
        ((1,), {"x": 1}, "Place takes no x, or has it already"),
        ((1,), {"z": 1}, "Place takes no z, or has it already"),
    ],
)
def test_what_is_wrong_with_the_values_is_said(values: tuple[int, ...], named: dict[str, int], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Place(*values, **named)  # type: ignore[arg-type]


def test_a_record_stays_as_it_is() -> None:
    place = Place(1)
    with pytest.raises(FrozenInstanceError):
        place.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.x
    assert place.x == 1
    assert not hasattr(place, "__dict__")


def test_records_are_equal_by_what_is_compared_and_by_kind() -> None:
    assert Place(1, 2, ["a"]) == Place(1, 2, ["b"])
    assert hash(Place(1, 2, ["a"])) == hash(Place(1, 2, ["b"]))
    assert Place(1) != Place(2)
    assert Place(1, 2) != Summit(1, 2)
    assert Nothing() == Nothing()
    assert Place(1) != object()


def test_a_record_shows_its_values() -> None:
    assert repr(Summit(1)) == "Summit(x=1, y=2, names=[], height=0)"


def test_the_standard_library_takes_it_for_a_dataclass() -> None:
    assert dataclasses.replace(Summit(1, height=8), x=5) == Summit(5, height=8)
    assert [f.name for f in dataclasses.fields(Summit)] == ["x", "y", "names", "height"]
    assert dataclasses.asdict(Place(1)) == {"x": 1, "y": 2, "names": []}
    match Place(7):
        case Place(x, 2):
            assert x == 7


def test_a_record_is_copied_and_pickled() -> None:
    assert copy.deepcopy(Place(1, 3)) == pickle.loads(pickle.dumps(Place(1, 3))) == Place(1, 3)
