"""What is seen is what is nearest, in every built-in pose from all sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.stage import Stage
from tests.figure.forms import Form, forms
from tests.helpers import only_in_torture
from tools.depth import Found, View, compare, painted, to_pixels_of, views

pytestmark = pytest.mark.usefixtures("qapp")

WRONG = 0.001  # of what is seen, over all pictures
WRONG_IN_FORM = 0.002
WRONG_IN_ONE = 0.025
JUMP_PX = 30  # of the shirt, seen as a hundred and twenty-eight pixels of picture
EVERY = 109  # picture in the suite: a prime, so that each side and moment has its turn


def share_of_wrong(some: list[View]) -> float:
    whole = Found()
    for view in some:
        found = view.find()
        assert found.share < WRONG_IN_ONE, (str(view), found.wrong.most_common(3))
        whole.add(found)
    return whole.share


def all_views() -> list[View]:
    return [*views([(str(form), form.spec) for form in forms()])]


def test_some_from_all_pictures_show_what_is_nearest() -> None:
    assert share_of_wrong(all_views()[::EVERY]) < WRONG


@pytest.mark.torture
@only_in_torture
@pytest.mark.parametrize("form", forms(), ids=str)
def test_all_pictures_show_what_is_nearest(form: Form) -> None:
    assert share_of_wrong([*views([(str(form), form.spec)])]) < WRONG_IN_FORM


def test_a_picture_painted_the_wrong_way_round_is_noticed() -> None:
    scene = Stage(forms()[0].spec, camera=Camera(20.0, 10.0)).scene(1.0)
    assert compare(scene).share < WRONG_IN_ONE
    assert compare(replace(scene, parts=scene.parts[::-1])).share > 0.1


@pytest.mark.parametrize("form", forms(), ids=str)
def test_the_line_between_shirt_and_trousers_moves_without_a_jump(form: Form) -> None:
    stage, before = Stage(form.spec), 0
    for step in range(61):
        scene = stage.scene(step / 60)
        names = [part.name for part in scene.parts]
        over = names.index("shirt")  # what lies under it hides nothing of it
        colours = [1 + (name == "shirt") for name in names[over:]]
        seen = painted(scene.parts[over:], to_pixels_of(scene.bounds), colours)
        now = int((seen == 2).sum())
        assert not step or abs(now - before) < JUMP_PX, (step, before, now)
        before = now
