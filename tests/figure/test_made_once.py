"""The stages that the tests of the window share are those of the app, and nobody's turning is seen by another."""

from __future__ import annotations

import pytest

from hinge_gui.figure.stage import Stage
from tests.figure.forms import form
from tests.figure.test_flesh import SEEN
from tests.figures_made_once import StagesMadeOnce


def test_a_copy_is_as_good_as_a_new_one_though_another_was_turned() -> None:
    spec, stages = form("calf-stretch").spec, StagesMadeOnce()
    turned = stages(spec, side="left")
    turned.scene(0.5)
    turned.look_from(turned.home.turned(90))
    copied, new = stages(spec, side="left"), Stage(spec, side="left")
    assert copied.motion is turned.motion
    assert copied.bounds == new.bounds != turned.bounds
    for name, box in new.scene(1.0).boxes().items():
        assert copied.scene(1.0).boxes()[name] == pytest.approx(box, abs=SEEN)


def test_another_side_is_another_stage() -> None:
    spec, stages = form("calf-stretch").spec, StagesMadeOnce()
    assert stages(spec, side="left").home != stages(spec, side="right").home
