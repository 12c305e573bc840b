"""The place in a practice survives a crash and means the same only in the same timeline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hinge_gui.core.adjust import Adjustments, adjusted
from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.timeline import Timeline
from hinge_gui.store.library import Library
from hinge_gui.store.place_file import PlaceFile, fingerprint, place_of
from hinge_gui.store.places import places

WHEN = "2026-11-22T18:30:00+01:00"


@pytest.fixture
def timeline() -> Timeline:
    library = Library(places())
    routine = library.routine().routine
    assert routine is not None
    return compile_routine(routine, library.catalogue)


def test_it_is_kept_and_cleared(timeline: Timeline) -> None:
    file = PlaceFile(places())
    assert file.read() is None
    file.clear()
    hold = next(s for s in timeline.segments if s.kind == "hold" and s.side == "right")
    place = place_of(timeline, hold.start_ms + 8000, WHEN)
    file.keep(place)
    assert PlaceFile(places()).read() == place
    assert (place.exercise, place.side, place.repetition, place.phase) == ("calf-stretch", "right", 1, "hold")
    assert place.fits(timeline)
    file.clear()
    assert file.read() is None


@pytest.mark.parametrize("torn", ["", "{", "[]", "3", "{}", '{"routine": "x"}', "\0"])
def test_a_torn_file_is_none(timeline: Timeline, home: Path, torn: str) -> None:
    file = PlaceFile(places())
    file.keep(place_of(timeline, 0, WHEN))
    (kept,) = (home / "state").iterdir()
    kept.write_text(torn, "utf-8")
    assert file.read() is None


def test_a_place_without_end_is_none(timeline: Timeline, home: Path) -> None:
    file = PlaceFile(places())
    file.keep(place_of(timeline, 7000, WHEN))
    (kept,) = (home / "state").iterdir()
    kept.write_text(kept.read_text("utf-8").replace("7000", "1e999"), "utf-8")
    assert file.read() is None


def test_the_fingerprint_changes_with_what_is_played(timeline: Timeline) -> None:
    library = Library(places())
    routine = library.routine().routine
    assert routine is not None
    longer = adjusted(routine, library.catalogue, Adjustments(hold_scale=1.5))
    prints = {
        fingerprint(timeline),
        fingerprint(compile_routine(longer, library.catalogue)),
        fingerprint(compile_routine(replace(routine, first_side="right"), library.catalogue)),
    }
    assert len(prints) == 3
