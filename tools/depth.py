"""How much of a picture is covered by the wrong part: `python -m tools.depth [--every N] [--worst N]`.

The painter's order is held against the depth of each part's own surface in each pixel. Parts are painted at low
resolution, each in a colour of its own; a pixel is wrong where the part that is seen lies behind another one that is
there, by more than what merges (`figure/grown.py`). Every movement is looked at from all sides at its start, middle
and end.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from math import ceil, hypot

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPathStroker, QTransform

from hinge_gui.figure.body import Part
from hinge_gui.figure.bounds import Bounds
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.grown import merge_within
from hinge_gui.figure.scene import Scene
from hinge_gui.figure.shapes import Flat
from hinge_gui.figure.solids import Placed
from hinge_gui.figure.spec import FigureSpec
from hinge_gui.figure.stage import Stage
from hinge_gui.paint.strokes import path_of

SIZE_PX = 128
YAWS_DEG, PITCHES_DEG = range(0, 360, 45), (0, 25, 55)
MOMENTS = (0.0, 0.5, 1.0)
_LINE_FROM = 0.008  # a line as wide as that covers something: a strap
_BULGE = 0.25  # of its half width, by which the end of a tube is round
Depths = NDArray[np.float64]


@dataclass
class Found:
    """How many pixels a body and its things take up, and how many of them show the wrong part, by (seen, nearer)."""

    pixels: int = 0
    wrong: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        return sum(self.wrong.values()) / max(1, self.pixels)

    def add(self, other: Found) -> None:
        self.pixels += other.pixels
        self.wrong.update(other.wrong)


def compare(scene: Scene) -> Found:
    """One picture."""
    parts = scene.parts
    to_pixels = to_pixels_of(scene.bounds)
    seen = painted(parts, to_pixels, range(1, len(parts) + 1))
    depths = np.full((len(parts) + 1, SIZE_PX, SIZE_PX), -np.inf)
    for n, part in enumerate(parts, 1):
        mask = painted([part], to_pixels, [1]) > 0
        depths[n] = np.where(mask, _surface(part, to_pixels), -np.inf)
    rows, columns = np.indices(seen.shape)
    there = depths[seen, rows, columns]
    nearest = depths.argmax(axis=0)
    near = np.array([[_merges(one, other) for other in parts] for one in parts])
    within = np.pad(near, ((1, 0), (1, 0)))[seen, nearest]
    wrong = (seen > 0) & np.isfinite(there) & (depths.max(axis=0) > np.where(np.isfinite(there), there, 0.0) + within)
    found = Found(int((seen > 0).sum()))
    for i, j in zip(seen[wrong], nearest[wrong], strict=True):
        found.wrong[(parts[i - 1].name, parts[j - 1].name)] += 1
    return found


def _merges(one: Part, other: Part) -> float:
    """How far apart two parts may lie and still cover each other either way."""
    if all(part.name.startswith("wall") for part in (one, other)):
        return float("inf")  # the skirting is let into the wall
    return merge_within(one.name, other.name)


def to_pixels_of(bounds: Bounds) -> QTransform:
    left, bottom, right, top = bounds
    k = (SIZE_PX - 4) / max(right - left, top - bottom)
    return QTransform(k, 0.0, 0.0, -k, SIZE_PX / 2 - k * (left + right) / 2, SIZE_PX / 2 + k * (top + bottom) / 2)


def painted(parts: Sequence[Part], to_pixels: QTransform, colours: Sequence[int]) -> NDArray[np.uint8]:
    image = QImage(SIZE_PX, SIZE_PX, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    for part, colour in zip(parts, colours, strict=True):
        for shape in part.shapes:
            path = path_of(shape.contours)
            if shape.stroke_width > _LINE_FROM:
                line = QPainterPathStroker()
                line.setWidth(shape.stroke_width)
                line.setCapStyle(Qt.PenCapStyle.FlatCap)
                path = line.createStroke(path)
            elif shape.stroke_width or shape.opacity < 1.0:
                continue
            path = to_pixels.map(path)
            for region in shape.within:
                path = path.intersected(to_pixels.map(path_of(region)))
            painter.fillPath(path, QColor(colour, colour, colour))
    painter.end()
    bits = np.frombuffer(image.constBits(), np.uint8)
    return bits.reshape(SIZE_PX, image.bytesPerLine())[:, :SIZE_PX].copy()


def _surface(part: Part, to_pixels: QTransform) -> Depths:
    """The nearest depth of a part in each pixel, -inf where there is none."""
    return _of_solid(part.placed, to_pixels) if part.placed else _of_tube(part.flats, to_pixels)


def _of_tube(flats: Sequence[Flat], to_pixels: QTransform) -> Depths:
    """A cloud of points on the surface, dense enough to leave no pixel out."""
    k, clouds = to_pixels.m11(), []
    for one, other in pairwise(flats):
        clouds.append(_between(one, other, k))
    for end in (flats[0], flats[-1]):
        clouds.append(_end(end, k))
    depths = np.full((SIZE_PX, SIZE_PX), -np.inf)
    x, y, z = np.concatenate(clouds).T
    column = np.clip(np.floor(k * x + to_pixels.dx()).astype(int), 0, SIZE_PX - 1)
    row = np.clip(np.floor(-k * y + to_pixels.dy()).astype(int), 0, SIZE_PX - 1)
    np.maximum.at(depths, (row, column), z)
    return depths


def _axes(flat: Flat) -> tuple[Depths, Depths, Depths]:
    middle = np.array((flat.x, flat.y, flat.depth))
    return middle, np.array((flat.ax, flat.ay, flat.az)), np.array((flat.bx, flat.by, flat.bz))


def _between(one: Flat, other: Flat, k: float) -> Depths:
    steps = 2 + ceil(2 * k * (hypot(other.x - one.x, other.y - one.y) + abs(other.reach - one.reach)))
    around = 8 + ceil(8 * k * max(one.reach, other.reach))
    t = np.linspace(0.0, 1.0, steps)[:, None, None]
    angle = np.linspace(0.0, 2 * np.pi, around)[None, :, None]
    middle, a, b = (p + (q - p) * t for p, q in zip(_axes(one), _axes(other), strict=True))
    return np.asarray(middle + a * np.cos(angle) + b * np.sin(angle)).reshape(-1, 3)


def _end(flat: Flat, k: float) -> Depths:
    steps, around = 2 + ceil(2 * k * flat.reach), 8 + ceil(8 * k * flat.reach)
    out = np.linspace(0.0, 1.0, steps)[:, None, None]
    angle = np.linspace(0.0, 2 * np.pi, around)[None, :, None]
    middle, a, b = _axes(flat)
    disc = middle + out * (a * np.cos(angle) + b * np.sin(angle))
    rise = _BULGE * min(np.linalg.norm(a), np.linalg.norm(b)) * np.sqrt(1.0 - out * out)
    facing = abs(np.cross(a, b)[2]) / (np.linalg.norm(a) * np.linalg.norm(b) or 1.0)
    disc[..., 2:] += rise * facing
    return np.asarray(disc).reshape(-1, 3)


def _of_solid(solid: Placed, to_pixels: QTransform) -> Depths:
    """Where the line of sight through each pixel's middle meets the solid first."""
    axes = [np.array(face) / reach for face, reach in solid.faces[::2]]
    row, column = np.indices((SIZE_PX, SIZE_PX)) + 0.5
    x = (column - to_pixels.dx()) / to_pixels.m11() - solid.centre[0]
    y = (row - to_pixels.dy()) / to_pixels.m22() - solid.centre[1]
    at = [axis[0] * x + axis[1] * y for axis in axes]
    along = [float(axis[2]) or 1e-9 for axis in axes]
    if solid.form in ("roll", "half"):
        flat = _slab(at[2], along[2])
        lift = 0.5 if solid.form == "half" else 0.0
        rise, slope = (at[1] * (1 - lift) + lift, along[1] * (1 - lift))
        spans = [flat, _disc(at[0], along[0], rise, slope)]
        if lift:
            spans.append(_slab(at[1], along[1]))
    else:
        spans = [_slab(p, d) for p, d in zip(at, along, strict=True)]
    near = np.min([span[1] for span in spans], axis=0)
    far = np.max([span[0] for span in spans], axis=0)
    return np.where(near >= far, near + solid.centre[2], -np.inf)


def _slab(at: Depths, along: float) -> tuple[Depths, Depths]:
    one, other = (-1.0 - at) / along, (1.0 - at) / along
    return np.minimum(one, other), np.maximum(one, other)


def _disc(at: Depths, along: float, rise: Depths, slope: float) -> tuple[Depths, Depths]:
    a, b, c = along * along + slope * slope, at * along + rise * slope, at * at + rise * rise - 1.0
    inside = b * b - a * c
    root = np.sqrt(np.maximum(inside, 0.0)) / a
    return np.where(inside >= 0, -b / a - root, np.inf), np.where(inside >= 0, -b / a + root, -np.inf)


@dataclass(frozen=True)
class View:
    """A moment of a movement from a side."""

    name: str
    spec: FigureSpec
    mistake: str | None
    camera: Camera
    progress: float

    def find(self) -> Found:
        return compare(Stage(self.spec, mistake=self.mistake, camera=self.camera).scene(self.progress))

    def __str__(self) -> str:
        return f"{self.name} at {self.progress} from {self.camera.yaw_deg:.0f}, {self.camera.pitch_deg:.0f}"


def views(specs: Sequence[tuple[str, FigureSpec]]) -> Iterator[View]:
    """Every movement and mistake of these, at its moments from all sides."""
    for name, spec in specs:
        for mistake in (None, *spec.mistakes):
            for yaw, pitch, moment in product(YAWS_DEG, PITCHES_DEG, MOMENTS):
                called = f"{name}, {mistake}" if mistake else name
                yield View(called, spec, mistake, Camera(float(yaw), float(pitch)), moment)


def main() -> None:
    from tools.sheets import exercises

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="look at every n-th picture only")
    parser.add_argument("--worst", type=int, default=20, help="how many pictures and pairs to name")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication([])
    specs = [(name, FigureSpec.from_mapping(one.figure or {})) for name, one in exercises().items()]
    whole, each = Found(), []
    for view in [*views(specs)][:: arguments.every]:
        found = view.find()
        whole.add(found)
        each.append((found.share, str(view), found))
    print(f"{len(each)} pictures, {whole.share:.2%} of what is seen is the wrong part")
    for (seen, nearer), count in whole.wrong.most_common(arguments.worst):
        print(f"  {count / whole.pixels:8.3%}  {seen} covers {nearer}")
    for share, name, found in sorted(each, key=lambda one: -one[0])[: arguments.worst]:
        pairs = ", ".join(f"{seen} > {nearer} {n}" for (seen, nearer), n in found.wrong.most_common(3))
        print(f"  {share:6.2%}  {name}: {pairs}")


if __name__ == "__main__":
    main()
