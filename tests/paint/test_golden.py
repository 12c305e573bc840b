"""The figure looks as it did when somebody last looked: `python -m tools.golden` paints the pictures anew."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from hinge_gui.figure.motion import Motion
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.paint.figures import bend, differing
from tools.golden import FOLDER, GOLDEN, Golden

pytestmark = pytest.mark.usefixtures("qapp")

BASES = tuple(Golden(exercise) for exercise in (
    "calf-stretch", "soleus-stretch", "top-of-foot-stretch", "legs-on-the-wall", "twist-on-the-floor", "hip-hinge",
))  # fmt: skip
MAY_DIFFER = 0.0006  # of the pixels, for the antialiasing of another Qt; a foot alone has some 2 % of them


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_it_looks_as_it_did(golden: Golden) -> None:
    entry = Library(places()).exercises.find(golden.exercise)
    assert entry is not None
    assert entry.exercise is not None
    before = QImage(str(FOLDER / f"{golden.name}.png"))
    assert not before.isNull(), "no such picture; run python -m tools.golden and look at it"
    assert differing(before, golden.paint(entry.exercise)) < MAY_DIFFER


def test_there_is_no_picture_that_nobody_compares() -> None:
    assert {file.stem for file in FOLDER.glob("*.png")} == {golden.name for golden in GOLDEN}


@pytest.mark.parametrize("joint", ["elbow", "knee", "ankle", "shoulder"])
@pytest.mark.parametrize("golden", [golden for golden in GOLDEN if golden in BASES], ids=lambda golden: golden.exercise)
def test_a_limb_that_moves_by_twelve_degrees_is_seen(
    golden: Golden, joint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever holds it: the solved body itself is bent, on the side that works, in the joint alone."""
    entry = Library(places()).exercises.find(golden.exercise)
    assert entry is not None
    assert entry.exercise is not None
    solved = Motion.solved

    def bent(motion: Motion, progress: float, breath: float = 0.0) -> tuple[Body3D, dict[str, float]]:
        body, misses = solved(motion, progress, breath)
        return bend(body, "r", joint, 12.0), misses

    monkeypatch.setattr(Motion, "solved", bent)
    before = QImage(str(FOLDER / f"{golden.name}.png"))
    assert differing(before, golden.paint(entry.exercise)) > MAY_DIFFER
