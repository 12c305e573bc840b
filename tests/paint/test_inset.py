"""The small round picture of what the whole does not show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from hinge_gui.figure.scene import Scene
from hinge_gui.figure.staging import stage_of
from hinge_gui.paint.inset import empty_corner, inset_corner, paint_inset
from hinge_gui.paint.painter import Fit
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.strokes import path_of
from tests.paint.figures import differing, figure_of
from tools.golden import paint_still

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("exercise", ["legs-on-the-wall", "top-of-foot-stretch", "calf-stretch"])
def test_exercises_that_name_one_have_one_on_both_sides(exercise: str) -> None:
    right, left = (stage_of(figure_of(exercise), side=side).inset(1.0) for side in ("right", "left"))
    assert right is not None
    assert left is not None
    assert left.bounds[0] == pytest.approx(-right.bounds[2], abs=1e-6)


def test_others_have_none() -> None:
    assert stage_of(figure_of("hip-hinge")).inset(1.0) is None


@pytest.mark.parametrize("exercise", ["legs-on-the-wall", "top-of-foot-stretch", "calf-stretch", "twist-on-the-floor"])
def test_what_lies_out_of_its_sight_is_left_out_and_nothing_else(
    exercise: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pictures() -> tuple[int, list[QImage]]:
        stage = stage_of(figure_of(exercise))
        scenes = [scene for n in range(5) if (scene := stage.inset(n / 4))]
        return sum(len(scene.shapes) for scene in scenes), [painted(scene) for scene in scenes]

    few, shown = pictures()
    monkeypatch.setattr("hinge_gui.figure.scene.overlap", lambda *_: True)
    many, whole = pictures()
    assert few < many
    assert max(differing(one, other) for one, other in zip(shown, whole, strict=True)) < 0.003


def painted(scene: Scene) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_inset(painter, QRectF(image.rect()), scene, Palette.named("light"))
    painter.end()
    return image


def test_it_is_painted_within_its_circle() -> None:
    scene = stage_of(figure_of("top-of-foot-stretch")).inset(1.0)
    assert scene is not None
    image = QImage(120, 120, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_inset(painter, QRectF(10, 10, 100, 100), scene, Palette.named("light"))
    painter.end()
    assert image.pixelColor(60, 60).alpha() == 255
    assert image.pixelColor(14, 14).alpha() == 0


def test_it_stands_in_the_emptiest_corner() -> None:
    stage = stage_of(figure_of("top-of-foot-stretch"))
    scene, rect = stage.scene(1.0), QRectF(0, 0, 800, 800)
    to_pixels = Fit().to_pixels(rect, scene.bounds)
    corner = inset_corner(rect, scene, to_pixels, 180)
    assert corner is not None
    assert rect.contains(corner)
    head = scene.boxes()["head"]
    assert not corner.intersects(to_pixels.mapRect(QRectF(head[0], head[1], head[2] - head[0], head[3] - head[1])))


@pytest.mark.parametrize(
    ("exercise", "mistake", "phase"), [("legs-on-the-wall", None, 0.0), ("twist-on-the-floor", "forced", 1.0)]
)
def test_it_covers_neither_hand_nor_arrow(exercise: str, mistake: str | None, phase: float) -> None:
    scene, rect = stage_of(figure_of(exercise), mistake=mistake).scene(phase), QRectF(0, 0, 1000, 1000)
    to_pixels = Fit().to_pixels(rect, scene.bounds)
    corner = inset_corner(rect, scene, to_pixels, 260)
    assert corner is not None
    hands = [QRectF(x, y, u - x, v - y) for name, (x, y, u, v) in scene.boxes().items() if name.endswith("hand")]
    arrows = [path_of(shape.contours).boundingRect() for shape in dict(scene.marks).get("arrow", ())]
    assert not any(corner.intersects(to_pixels.mapRect(box)) for box in [*hands, *arrows])


def test_where_every_corner_is_taken_it_stays_away() -> None:
    scene, rect = stage_of(figure_of("legs-on-the-wall")).scene(1.0), QRectF(0, 0, 800, 800)
    assert inset_corner(rect, scene, Fit().to_pixels(rect, scene.bounds), 600) is None


def test_it_reaches_as_far_as_the_exercise_says() -> None:
    figure = dict(figure_of("calf-stretch"))
    for reach_cm in (12, 24):
        scene = stage_of({**figure, "inset": {"at": "work_ball", "reach": reach_cm}}).inset(1.0)
        assert scene is not None
        left, bottom, right, top = scene.bounds
        assert right - left == top - bottom == pytest.approx(2 * reach_cm / 170)


@pytest.mark.parametrize(
    ("exercise", "size_px", "shown"),
    [
        ("legs-on-the-wall", 600, True),
        ("legs-on-the-wall", 96, False),
        ("calf-stretch", 400, True),
        ("calf-stretch", 96, True),
    ],
)
def test_a_thumbnail_shows_only_one_that_comes_much_closer(exercise: str, size_px: int, shown: bool) -> None:
    figure = dict(figure_of(exercise))
    whole = paint_still(figure, size_px)
    figure.pop("inset")
    assert (paint_still(figure, size_px) != whole) is shown


def test_over_a_practice_it_lies_only_where_nothing_else_is() -> None:
    page = QRectF(0, 0, 600, 400)
    body = [QRectF(200, 0, 400, 400)]
    square = empty_corner(page, body, 160)
    assert page.contains(square)
    assert not square.intersects(body[0])
    assert empty_corner(page, [QRectF(60, 60, 480, 280)], 160).isNull()
