"""The figure looks as it did when somebody last looked: `python -m tools.golden` paints the pictures anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtGui import QImage

from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.paint.figures import differing, figure_of
from tools.golden import FOLDER, GOLDEN, Golden, paint_still

pytestmark = pytest.mark.usefixtures("qapp")

MAY_DIFFER = 0.003  # of the pixels, for the antialiasing of another Qt


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_it_looks_as_it_did(golden: Golden) -> None:
    entry = Library(places()).exercise(golden.exercise)
    assert entry is not None
    assert entry.exercise is not None
    before = QImage(str(FOLDER / f"{golden.name}.png"))
    assert not before.isNull(), "no such picture; run python -m tools.golden and look at it"
    assert differing(before, golden.paint(entry.exercise)) < MAY_DIFFER


def test_there_is_no_picture_that_nobody_compares() -> None:
    assert {file.stem for file in FOLDER.glob("*.png")} == {golden.name for golden in GOLDEN}


@pytest.mark.parametrize("joint", ["r_elbow", "l_knee", "neck", "r_ankle", "lumbar"])
def test_a_limb_that_moves_by_fifteen_degrees_is_seen(joint: str) -> None:
    figure: Mapping[str, Any] = figure_of("hip-hinge", "hands-free")
    stance = {"pelvis_tilt": 45, "r_hip": 45, "l_hip": 45, "r_elbow": 10, "l_knee": 5, "neck": 0}
    anchored = {**figure, "anchor": {"pelvis": [0, 90, 0]}, "marks": []}
    pictures = []
    for bend in (0, 15):
        end = {**stance, joint: stance.get(joint, 0) + bend}
        posed = {**anchored, "poses": {"start": end, "end": end}}
        pictures.append(paint_still(posed))
    still, moved = pictures
    assert differing(still, moved) > MAY_DIFFER
