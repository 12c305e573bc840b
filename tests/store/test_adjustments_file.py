"""A person's changes to a routine come back as they were; what cannot be used is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_gui.core.adjust import Adjustments, Change
from hinge_gui.core.errors import PersonError
from hinge_gui.store.adjustments_file import AdjustmentsFiles
from hinge_gui.store.cache import Cache
from hinge_gui.store.read import Reader
from tests.store.files import write

CHANGES = Adjustments(
    {"calf-stretch#0": Change(hold=45, repetitions=3), "hip-hinge#1": Change(rest=2.5, range="regular"),
     "twist-on-the-floor#0": Change(pace=1.5, variant="seated", extra_left=15, skip=True)},
    ready=30, hold_scale=1.2, more_repetitions=-1, range="usual", extra_right=5,
)  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> AdjustmentsFiles:
    return AdjustmentsFiles(tmp_path / "adjustments", Reader(Cache(None)))


def test_what_was_saved_is_read_back(files: AdjustmentsFiles) -> None:
    files.save("gentle-practice", CHANGES)
    assert files.load("gentle-practice") == (CHANGES, [])
    assert files.load("regulars") == (Adjustments(), [])


def test_a_person_can_read_it(files: AdjustmentsFiles) -> None:
    files.save("mine", CHANGES)
    assert files.file("mine").read_text("utf-8").splitlines()[1:] == [
        "ready: 30", "hold_scale: 1.2", "more_repetitions: -1", "range: usual", "extra_right: 5", "steps:",
        "  calf-stretch#0: {hold: 45, repetitions: 3}", "  hip-hinge#1: {rest: 2.5, range: regular}",
        "  twist-on-the-floor#0: {pace: 1.5, variant: seated, extra_left: 15, skip: true}",
    ]  # fmt: skip


def test_no_changes_leave_no_file(files: AdjustmentsFiles) -> None:
    files.save("mine", CHANGES)
    files.save("mine", Adjustments())
    files.save("mine", Adjustments())
    assert not files.file("mine").exists()


def test_a_file_that_cannot_be_removed_is_told(files: AdjustmentsFiles) -> None:
    files.file("mine").mkdir(parents=True)
    with pytest.raises(PersonError, match="cannot be written"):
        files.save("mine", Adjustments())


def test_what_cannot_be_used_is_left_out_and_told(files: AdjustmentsFiles) -> None:
    file = write(
        files.file("mine"),
        "ready: soon\nhold_scale: 1.5\nnewer: 1\nsteps:\n  calf-stretch#0: {hold: -1, rest: 4, range: far}\n"
        "  hip-hinge#0: {repetitions: 2.5}\n  soleus-stretch#0: 3\n",
    )
    changes, faults = files.load("mine")
    assert changes == Adjustments({"calf-stretch#0": Change(rest=4)}, hold_scale=1.5)
    assert [(f.file, f.line, f.column) for f in faults] == [
        (str(file), 5, 26), (str(file), 5, 46), (str(file), 6, 30), (str(file), 1, 8),
    ]  # fmt: skip


def test_a_broken_file_is_kept_aside(files: AdjustmentsFiles) -> None:
    write(files.file("mine"), "ready: 30\nsteps: {")
    changes, faults = files.load("mine")
    assert changes == Adjustments(ready=30)
    assert "kept as mine.yaml.broken-1" in faults[0].message
    assert files.load("mine") == (Adjustments(ready=30), [])
