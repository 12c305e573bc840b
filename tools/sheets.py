"""Contact sheets of the figure, to be looked at: `python -m tools.sheets FOLDER [SHEET…]`.

Sheets: poses (every exercise and variant, start and end, both sides), ranges, mistakes (right beside wrong), builds,
themes (looks in light and dark), thumbnails (96 and 48 px), sides (each from eight sides), heads,
movement (moments of the way), props (each alone, from four sides, in light and dark).
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from hinge_gui.core.exercise import RANGES, Exercise
from hinge_gui.figure.bounds import Bounds
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.differences import Place, places_of
from hinge_gui.figure.ground import horizon, prop_shadow
from hinge_gui.figure.look import BUILDS, CLOTHES, HAIR, HAIR_COLOURS, SKIN, Look
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.order import in_order
from hinge_gui.figure.prop import SIZES_CM, Prop, prop
from hinge_gui.figure.props import BACKDROPS, prop_parts
from hinge_gui.figure.scene import Scene
from hinge_gui.figure.small import TINY_PX
from hinge_gui.figure.spec import FigureSpec
from hinge_gui.figure.stage import Stage
from hinge_gui.paint.inset import paint_inset
from hinge_gui.paint.painter import Fit, paint_scene
from hinge_gui.paint.palette import Palette
from hinge_gui.store.library import Library
from hinge_gui.store.places import places

LABEL_PX = 22
_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture of a sheet."""

    label: str
    figure: Mapping[str, Any]
    progress: float = 1.0
    side: str = "right"
    range_: str = "usual"
    mistake: str | None = None
    look: Look = _PLAIN
    theme: str = "light"
    marks: bool = True
    camera: Camera | None = None
    crop: Callable[[Bounds], Bounds] | None = None
    places: Sequence[Place] = ()
    small: int = 0
    """As the thumbnail of so many pixels."""
    prop: str | None = None
    """This alone, and no body."""

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        palette = Palette.named(self.theme, self.look)
        if self.prop:
            paint_scene(painter, rect, _alone(prop(self.prop, (0, 0, 0)), self.camera or Camera()), palette)
        elif self.small:
            self._paint_small(painter, QRectF(rect.x(), rect.y(), self.small, self.small), palette)
        else:
            self._paint_figure(painter, rect, palette)
        if self.label:
            painter.setPen(palette.colour("ink"))
            painter.drawText(rect.topLeft() + QPointF(8, LABEL_PX - 6), self.label)

    def _paint_small(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        small = Stage(FigureSpec.from_mapping(self.figure), side=self.side, look=self.look).small
        scene, side = small.scene(self.progress, self.small), 0.54 * rect.width()
        paint_scene(painter, rect, scene, palette, fit=Fit(0.02, 0.04, 0.02, 0.04))
        if small.close and self.small > TINY_PX:
            corner = QRectF(rect.right() - side if small.faces_right else rect.left(), rect.top(), side, side)
            paint_inset(painter, corner, replace(scene, bounds=small.close), palette)

    def _paint_figure(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        spec = FigureSpec.from_mapping(self.figure)
        stage = Stage(
            spec, side=self.side, range_=self.range_, look=self.look, mistake=self.mistake, camera=self.camera
        )
        stage.point_out(self.places)
        scene = stage.scene(self.progress)
        if self.crop:
            scene = replace(scene, bounds=self.crop(scene.bounds))
        paint_scene(painter, rect, scene, palette, marks=self.marks)


def _alone(thing: Prop, camera: Camera) -> Scene:
    parts = prop_parts(thing, camera)
    ends = [p for part in parts for shape in part.shapes for contour in shape.contours for p in contour.ends()]
    if thing.kind in BACKDROPS[:1]:  # a wall has no end
        ends = [(-0.6, -0.05), (0.6, 1.0)]
    xs, ys = zip(*ends, strict=True)
    bounds = (min(xs), min(ys), max(xs), max(ys))
    shapes = (prop_shadow(thing, camera), *(shape for part in in_order(parts) for shape in part.shapes))
    return Scene(shapes, (), bounds, horizon(camera))


Exercises = Mapping[str, Exercise]


def exercises() -> dict[str, Exercise]:
    """Every built-in exercise and variant that has a figure, by `id` or `id, variant`."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["HINGE_GUI_HOME"] = home
        entries = [entry for entry in Library(places()).exercises.all() if not entry.own]
    found = {}
    for entry in entries:
        if entry.exercise is None:
            raise SystemExit("\n".join(map(str, entry.faults)))
        found[entry.id] = entry.exercise
        found.update({f"{entry.id}, {name}": form for name, form in entry.exercise.variants.items()})
    return {name: exercise for name, exercise in found.items() if exercise.figure}


def poses(all_: Exercises) -> Iterator[Tile]:
    for (name, exercise), side in product(all_.items(), ("left", "right")):
        for phase, progress in (("start", 0.0), ("end", 1.0)):
            yield Tile(f"{name} · {phase} · {side}", exercise.figure or {}, progress, side)


def ranges(all_: Exercises) -> Iterator[Tile]:
    for (name, exercise), range_ in product(all_.items(), RANGES):
        yield Tile(f"{name} · {range_}", exercise.figure or {}, range_=range_)


def mistakes(all_: Exercises) -> Iterator[Tile]:
    for name, exercise in all_.items():
        for mistake in exercise.learn.mistakes:
            if isinstance(mistake.pose, str):
                spec = FigureSpec.from_mapping(exercise.figure or {})
                seen = Camera.of(spec.seen_from(mistake.pose))
                right, wrong = (Motion(spec, mistake=pose).at(1.0) for pose in (None, mistake.pose))
                places = places_of(mistake.breaks, "right", right, wrong)
                yield Tile(f"{name} · right", exercise.figure or {}, camera=seen, places=places)
                yield Tile(f"{name} · {mistake.name}", exercise.figure or {}, mistake=mistake.pose, places=places)


def builds(all_: Exercises) -> Iterator[Tile]:
    for (name, exercise), build in product(_plain(all_).items(), BUILDS):
        yield Tile(f"{name} · {build}", exercise.figure or {}, look=Look(build=build), marks=False)


def themes(all_: Exercises) -> Iterator[Tile]:
    figure = all_["hip-hinge"].figure or {}
    for n, (hair, theme) in enumerate(product(HAIR, ("light", "dark"))):
        look = Look(tuple(BUILDS)[n % 5], hair, SKIN[n % 5], HAIR_COLOURS[(n * 2) % 5], CLOTHES[n % 4])
        yield Tile(f"{hair} · {look.skin} · {look.clothes}", figure, look=look, theme=theme)


def thumbnails(all_: Exercises) -> Iterator[Tile]:
    for theme, size, exercise in product(("light", "dark"), (96, 48), all_.values()):
        yield Tile("", exercise.figure or {}, theme=theme, small=size)


def props(all_: Exercises) -> Iterator[Tile]:
    figure = all_["hip-hinge"].figure or {}
    seen = (Camera(90.0, 8.0), Camera(50.0, 12.0), Camera(0.0, 10.0), Camera(90.0, 75.0))
    for kind, theme, camera in product((kind for kind in SIZES_CM if kind != "strap"), ("light", "dark"), seen):
        yield Tile(kind, figure, theme=theme, camera=camera, prop=kind)


def sides(all_: Exercises) -> Iterator[Tile]:
    for (name, exercise), yaw in product(_plain(all_).items(), range(0, 360, 45)):
        yield Tile(f"{name} · {yaw}°", exercise.figure or {}, camera=Camera(float(yaw), 12.0), marks=False)


def heads(all_: Exercises) -> Iterator[Tile]:
    def crop(bounds: Bounds) -> Bounds:
        left, _, right, top = bounds
        middle = (left + right) / 2
        return (middle - 0.11, top - 0.2, middle + 0.11, top)

    start = {"poses": {"start": {"contacts": {"foot": {"heel": [-6]}}}, "end": {"contacts": {"foot": {"heel": [-6]}}}}}
    for hair, yaw in product(HAIR, range(0, 360, 45)):
        yield Tile(f"{hair} · {yaw}°", start, look=Look(hair=hair), camera=Camera(float(yaw), 4.0), crop=crop)


def movement(all_: Exercises) -> Iterator[Tile]:
    for (name, exercise), step in product(all_.items(), range(6)):
        yield Tile(f"{name} · {step * 20} %", exercise.figure or {}, step / 5)


def _plain(all_: Exercises) -> dict[str, Exercise]:
    """The exercises without their variants, but with hands and knees."""
    return {name: e for name, e in all_.items() if e.variant in (None, "hands-and-knees")}


SHEETS: Mapping[str, tuple[Callable[[Exercises], Iterator[Tile]], int, int, int]] = {
    "poses": (poses, 4, 420, 420),
    "ranges": (ranges, 3, 480, 420),
    "mistakes": (mistakes, 4, 420, 420),
    "builds": (builds, 5, 380, 380),
    "themes": (themes, 4, 420, 420),
    "thumbnails": (thumbnails, 24, 100, 100),
    "sides": (sides, 8, 320, 320),
    "heads": (heads, 8, 240, 240),
    "movement": (movement, 6, 340, 320),
    "props": (props, 8, 260, 260),
}
"""What is on a sheet, how many tiles wide it is, and a tile's width and height in px."""


def sheet(name: str, all_: Exercises) -> QImage:
    make, columns, width, height = SHEETS[name]
    tiles = list(make(all_))
    rows = -(-len(tiles) // columns)
    image = QImage(columns * width, rows * height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(13)
    painter.setFont(font)
    for n, tile in enumerate(tiles):
        tile.paint(painter, QRectF(n % columns * width + 1, n // columns * height + 1, width - 2, height - 2))
    painter.end()
    return image


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sheets", nargs="*", metavar="SHEET", help=", ".join(SHEETS))
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication([])
    arguments.folder.mkdir(parents=True, exist_ok=True)
    all_ = exercises()
    for name in arguments.sheets or SHEETS:
        if name not in SHEETS:
            raise SystemExit(f"No sheet {name!r}; there are {', '.join(SHEETS)}.")
        file = arguments.folder / f"{name}.png"
        sheet(name, all_).save(str(file))
        print(file)


if __name__ == "__main__":
    main()
