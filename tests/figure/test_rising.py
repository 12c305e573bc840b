"""The figures on the way up from the floor are held to what every built-in pose is held to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from hinge_gui.figure import rising
from hinge_gui.figure.look import BUILDS
from hinge_gui.figure.measures import broken, measure
from hinge_gui.figure.spec import FigureSpec
from hinge_gui.figure.stage import Stage


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("figure", [rising.ON_ONE_SIDE, rising.SITTING], ids=["on one side", "sitting"])
def test_no_joint_is_beyond_nature_and_no_hand_off_the_floor(figure: Mapping[str, Any], build: str) -> None:
    spec = FigureSpec.from_mapping(figure)
    assert {side: broken(measure(spec, side=side, body=build)) for side in ("left", "right")} == {
        "left": set(),
        "right": set(),
    }


def test_one_hip_lies_above_the_other_on_the_side_and_beside_it_in_sitting() -> None:
    lying, sitting = (Stage(FigureSpec.from_mapping(f)).way[-1].joints for f in (rising.ON_ONE_SIDE, rising.SITTING))
    assert lying["l_hip"][1] - lying["r_hip"][1] == pytest.approx(0.1, abs=0.02)
    assert sitting["l_hip"][1] == pytest.approx(sitting["r_hip"][1])
    assert sitting["head"][1] > lying["head"][1] + 0.25
