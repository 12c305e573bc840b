"""A routine given away and taken in: all of it or nothing, and nothing of the other person's written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hinge_gui.core.errors import PersonError
from hinge_gui.store import share_import
from hinge_gui.store.library import Library
from hinge_gui.store.own_files import create
from hinge_gui.store.places import Places
from hinge_gui.store.share import export_routine
from hinge_gui.store.share_import import ImportPlan, carry_out, plan_import
from hinge_gui.store.share_zip import read_zip
from tests.store.files import EXERCISE, write
from tests.store.shared import JPEG, PNG, ROUTINE

PICTURED = EXERCISE + "pictures:\n  - {file: bend.png, alt: To the side}  # taken in the garden\n  - file: far/up.jpg\n"


def places_in(root: Path) -> Places:
    return Places(root, root, root / "cache", root / "state")


def home(root: Path, *, name: str = "ännas") -> Places:
    """A person who made a routine of an exercise of their own with two pictures."""
    write(root / "routines" / f"{name}.yaml", ROUTINE)
    write(root / "exercises" / "bend.yaml", PICTURED)
    write(root / "pictures" / "bend.png", PNG)
    write(root / "pictures" / "far" / "up.jpg", JPEG)
    return places_in(root)


def export(giver: Places, target: Path, routine: str = "ännas") -> Path:
    library = Library(giver)
    export_routine(library.routine(routine), library, giver, target)
    return target


def plan(file: Path, taker: Places) -> ImportPlan:
    return plan_import(file, Library(taker), taker)


def take_in(file: Path, taker: Places) -> ImportPlan:
    planned = plan(file, taker)
    carry_out(planned)
    return planned


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return export(home(tmp_path / "giver"), tmp_path / "a.hinge")


@pytest.fixture
def taker(tmp_path: Path) -> Places:
    return places_in(tmp_path / "taker")


def test_what_goes_in_is_what_is_needed_byte_for_byte(shared: Path) -> None:
    assert read_zip(shared) == {
        "routine.yaml": ROUTINE.encode(),
        "exercises/side-bend.yaml": PICTURED.encode(),
        "pictures/bend.png": PNG,
        "pictures/far/up.jpg": JPEG,
    }


def test_the_same_routine_gives_the_same_bytes(shared: Path, tmp_path: Path) -> None:
    os.utime(tmp_path / "giver" / "routines" / "ännas.yaml", (1, 1))
    assert export(places_in(tmp_path / "giver"), tmp_path / "b.hinge").read_bytes() == shared.read_bytes()


def test_a_built_in_routine_is_its_text_alone(tmp_path: Path) -> None:
    file = export(places_in(tmp_path), tmp_path / "g.hinge", "gentle-practice")
    assert list(read_zip(file)) == ["routine.yaml"]
    assert plan(file, places_in(tmp_path)).routine.there


def test_a_file_that_is_there_is_not_written_over(shared: Path, tmp_path: Path) -> None:
    before = shared.read_bytes()
    with pytest.raises(PersonError, match="not written over"):
        export(places_in(tmp_path / "giver"), shared)
    assert shared.read_bytes() == before


def test_a_routine_with_faults_is_not_given_away(tmp_path: Path) -> None:
    giver = home(tmp_path)
    (tmp_path / "pictures" / "bend.png").write_bytes(b"MZ a program")
    with pytest.raises(PersonError, match="has faults"):
        export(giver, tmp_path / "a.hinge")
    (tmp_path / "pictures" / "bend.png").unlink()
    with pytest.raises(PersonError, match="has faults"):
        export(giver, tmp_path / "a.hinge")
    assert not (tmp_path / "a.hinge").exists()


def test_everything_arrives_and_plays(shared: Path, taker: Places) -> None:
    planned = plan(shared, taker)
    assert not taker.data.exists()  # a plan writes nothing
    assert not any(piece.is_renamed for piece in planned.pieces)
    carry_out(planned)
    assert files(taker.data) == {
        "routines/for-anna.yaml": ROUTINE.encode(),
        "exercises/side-bend.yaml": PICTURED.encode(),
        "pictures/bend.png": PNG,
        "pictures/far/up.jpg": JPEG,
    }
    entry = Library(taker).routine("For Änna")
    assert (entry.id, entry.faults) == ("for-anna", ())


def test_a_second_time_all_of_it_is_there(shared: Path, taker: Places, tmp_path: Path) -> None:
    take_in(shared, taker)
    before = files(taker.data)
    assert all(piece.there for piece in take_in(shared, taker).pieces)
    assert files(taker.data) == before
    assert all(piece.there for piece in plan(shared, places_in(tmp_path / "giver")).pieces)


def test_what_clashes_comes_under_a_name_of_its_own(shared: Path, taker: Places) -> None:
    own = {
        "routines/for-anna.yaml": ROUTINE.encode() + b"# mine\n",
        "exercises/other.yaml": EXERCISE.encode(),  # with the same id
        "exercises/bend.png": PNG + b"mine",  # would be shown in its stead
        "pictures/far/UP.jpg": JPEG + b"mine",  # the same file on some disks
    }
    for name, raw in own.items():
        write(taker.data / name, raw)
    planned = take_in(shared, taker)

    found = files(taker.data)
    assert {name: found[name] for name in own} == own
    assert found["pictures/bend-2.png"] == PNG
    assert found["pictures/far/up-2.jpg"] == JPEG
    exercise, routine = PICTURED, ROUTINE.replace("exercise: side-bend", "exercise: side-bend-2")
    for old, new in (("bend.png", "bend-2.png"), ("up.jpg", "up-2.jpg"), ("id: side-bend", "id: side-bend-2")):
        exercise = exercise.replace(old, new)
    assert found["exercises/side-bend-2.yaml"] == exercise.encode()
    assert found["routines/for-anna-2.yaml"] == routine.encode()
    assert planned.routine.id == "for-anna-2"
    assert all(piece.is_renamed for piece in planned.pieces)
    assert Library(taker).routine("for-anna-2").faults == ()

    assert all(piece.there for piece in take_in(shared, taker).pieces)  # not a third one
    assert files(taker.data) == found


@pytest.mark.parametrize("stop_at", range(4))
def test_a_disk_that_fills_up_leaves_nothing_behind(
    shared: Path, taker: Places, stop_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = plan(shared, taker)
    done: list[Path] = []

    def fill_up(path: Path, raw: bytes) -> None:
        if len(done) == stop_at:
            raise PersonError("the disk is full")
        done.append(path)
        create(path, raw)

    monkeypatch.setattr(share_import, "create", fill_up)
    with pytest.raises(PersonError, match="the disk is full"):
        carry_out(planned)
    assert not taker.data.exists()


def test_a_file_that_came_up_meanwhile_is_not_written_over(shared: Path, taker: Places) -> None:
    planned = plan(shared, taker)
    write(taker.routines / "for-anna.yaml", b"mine")
    with pytest.raises(PersonError, match="came up meanwhile"):
        carry_out(planned)
    assert files(taker.data) == {"routines/for-anna.yaml": b"mine"}
