"""Boxes and rolls: what props are built of, how they look from a side, and what lies before or behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, hypot, pi, sin

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point, Segment, smooth
from hinge_gui.figure.shapes import Flat, Shape
from hinge_gui.figure.vector import Vec, add, dot, scale, unit
from hinge_gui.records import dataclass

_TOP_LIGHT, _END_DARK = -0.45, 0.40  # how much lighter a top and darker a side is than the face to the viewer
_END_LIGHT = -0.7  # the end of a roll, so that its spiral is seen
_EDGE_ON = -0.03  # a face turned no farther away than this still counts as facing the viewer
_ASLANT = 0.1  # one turned no more than this to or from the viewer hides as much as it bears
_ROUND_STEPS = 14
_ENDLESS_ROLES = ("wall", "skirting")


@dataclass(frozen=True, slots=True)
class Solid:
    """A box by its middle and three half axes (forward, up, across). `form`: box, soft (rounded), roll (round along
    `across`), half (a roll cut flat at its underside).
    """

    role: str
    centre: Vec
    half: tuple[Vec, Vec, Vec]
    form: str = "box"

    def corners(self) -> list[Vec]:
        a, b, c = self.half
        return [
            add(
                self.centre,
                (i * a[0] + j * b[0] + k * c[0], i * a[1] + j * b[1] + k * c[1], i * a[2] + j * b[2] + k * c[2]),
            )
            for i in (-1, 1)
            for j in (-1, 1)
            for k in (-1, 1)
        ]


@dataclass(frozen=True, slots=True)
class Placed:
    """A solid as the camera sees it: its middle, and its faces' outward directions with their distance from it."""

    centre: Vec
    faces: tuple[tuple[Vec, float], ...]
    form: str = "box"

    def before(self, points: Iterable[Vec]) -> tuple[bool, float]:
        """Whether things at these points (picture x, y, depth) cover the solid or it covers them, and how surely.

        Told by the face that best separates the two: what lies beyond a face that looks at the viewer is nearer. Sure
        is the room between them in statures, below 0 where they reach into one another or are parted only by a face
        that is seen edge on.
        """
        x, y, z = self.centre
        there = [(px - x, py - y, pz - z) for px, py, pz in points]
        best, side = float("-inf"), 0.0
        for (nx, ny, nz), reach in self.faces:
            gap = min([nx * px + ny * py + nz * pz for px, py, pz in there]) - reach
            if gap > best:
                best, side = gap, nz
        return side > _EDGE_ON, best if abs(side) > _ASLANT else -1.0


def place(solid: Solid, camera: Camera) -> Placed:
    faces = []
    for axis in solid.half:
        flat = camera.project(axis)
        reach = hypot(*flat)
        direction = unit(flat)
        faces.append((direction, reach))
        faces.append((scale(direction, -1.0), reach))
    return Placed(camera.project(solid.centre), tuple(faces), solid.form)


def flats_of(solid: Solid, camera: Camera) -> list[Flat]:
    """The corners as points for the order of depth."""
    return [Flat(x, y, depth, 0.0, 0.0, 0.0, 0.0, 0.0) for x, y, depth in map(camera.project, solid.corners())]


def draw(solid: Solid, camera: Camera) -> list[Shape]:
    """The faces that look at the viewer."""
    if solid.form in ("roll", "half"):
        return _roll(solid, camera)
    return _soft(solid, camera) if solid.form == "soft" else _box(solid, camera)


def _box(solid: Solid, camera: Camera) -> list[Shape]:
    hull = _hull([camera.project(v)[:2] for v in solid.corners()])
    # The hull under the faces closes the hairlines between them; a wall is too large to be painted twice.
    shapes = [] if solid.role in _ENDLESS_ROLES else [Shape(solid.role, (_round(hull, 0.0035),))]
    for n, axis in enumerate(solid.half):
        across, along = solid.half[(n + 1) % 3], solid.half[(n + 2) % 3]
        for sign in (1.0, -1.0):
            normal = unit(scale(axis, sign))
            if dot(normal, camera.rows[2]) < 0.02:
                continue
            middle = add(solid.centre, scale(axis, sign))
            face = [
                camera.project(
                    add(
                        middle,
                        (i * across[0] + j * along[0], i * across[1] + j * along[1], i * across[2] + j * along[2]),
                    )
                )[:2]
                for i, j in ((-1, -1), (-1, 1), (1, 1), (1, -1))
            ]
            shapes.append(Shape(solid.role, (_round(face, 0.0030),), shade=_light(normal, n, solid.role)))
    return shapes


def _light(normal: Vec, axis: int, role: str) -> float:
    """Light from above: tops lighter, the faces forward and back darker than those to the side."""
    if role == "wall":
        return 0.0 if axis == 0 else _END_DARK * 0.6
    if axis == 1:
        return _TOP_LIGHT if normal[1] > 0 else _END_DARK
    return _END_DARK if axis == 0 else 0.0


def _soft(solid: Solid, camera: Camera) -> list[Shape]:
    hull = _hull([camera.project(v)[:2] for v in solid.corners()])
    up = solid.half[1]
    body = _round(hull, 0.6 * hypot(*up), 0.45)
    shapes = [Shape(solid.role, (body,), (body,))]
    if dot(unit(up), camera.rows[2]) > 0.1:
        a, c = scale(solid.half[0], 0.92), scale(solid.half[2], 0.92)
        middle = add(solid.centre, up)
        face = [
            camera.project(add(middle, add(scale(a, i), scale(c, j))))[:2]
            for i, j in ((-1, -1), (-1, 1), (1, 1), (1, -1))
        ]
        shapes.append(Shape(solid.role, (_round(face, 0.03),), shade=_TOP_LIGHT * 0.6))
    return shapes


def _roll(solid: Solid, camera: Camera) -> list[Shape]:
    a, b, across = solid.half
    base = -1.0 if solid.form == "half" else 0.0
    rim = []
    steps = _ROUND_STEPS if solid.form == "roll" else _ROUND_STEPS // 2
    for i in range(steps + (1 if base else 0)):
        t = (2 * pi if not base else pi) * i / steps
        high = sin(t) if not base else 2 * sin(t) - 1
        rim.append(add(scale(a, cos(t)), scale(b, high)))
    ends = [[camera.project(add(add(solid.centre, scale(across, sign)), v))[:2] for v in rim] for sign in (-1.0, 1.0)]
    body = _round(_hull([*ends[0], *ends[1]]), 0.004)
    shapes = [Shape(solid.role, (body,), (body,), shade=_TOP_LIGHT * 0.3)]
    facing = dot(unit(across), camera.rows[2])
    if abs(facing) > 0.08:
        end = _hull(ends[1 if facing > 0 else 0])
        lit = solid.form == "roll"
        shapes.append(Shape(solid.role, (_round(end, 0.003),), shade=_END_LIGHT if lit else _END_DARK * 0.6))
        if solid.form == "roll":
            shapes.append(_spiral(solid, camera, 1.0 if facing > 0 else -1.0))
    return shapes


def _spiral(solid: Solid, camera: Camera, sign: float) -> Shape:
    """The edge of the cloth at the end of a roll."""
    a, b, across = solid.half
    end = add(solid.centre, scale(across, sign))
    points = []
    for i in range(17):
        t, r = 0.85 * i, 0.80 - 0.043 * i
        points.append(camera.project(add(end, add(scale(a, r * cos(t)), scale(b, r * sin(t)))))[:2])
    return Shape(solid.role, (smooth(points, closed=False),), shade=1.5, stroke_width=0.0028)


def _hull(points: Sequence[Point]) -> list[Point]:
    """The convex hull, clockwise (Andrew's monotone chain, the other way round)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def chain(run: Sequence[Point]) -> list[Point]:
        out: list[Point] = []
        for p in run:
            while len(out) > 1 and _turn(out[-2], out[-1], p) >= 0:
                out.pop()
            out.append(p)
        return out[:-1]

    return chain(ordered) + chain(ordered[::-1])


def _turn(o: Point, a: Point, b: Point) -> float:
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def _round(points: Sequence[Point], radius: float, share: float = 0.5) -> Contour:
    """A polygon with its corners rounded, by `radius` or by this share of the shorter side next to it."""
    segments: list[Segment] = []
    start: Point | None = None
    n = len(points)
    for i in range(n):
        (px, py), (x, y), (qx, qy) = points[i - 1], points[i], points[(i + 1) % n]
        back, forth = hypot(px - x, py - y) or 1e-9, hypot(qx - x, qy - y) or 1e-9
        cut = min(radius, share * back, share * forth)
        ax, ay = x + (px - x) * cut / back, y + (py - y) * cut / back
        bx, by = x + (qx - x) * cut / forth, y + (qy - y) * cut / forth
        if start is None:
            start = (ax, ay)
        else:
            segments.append((ax, ay))
        segments.append(((ax + 2 * x) / 3, (ay + 2 * y) / 3, (bx + 2 * x) / 3, (by + 2 * y) / 3, bx, by))
    return Contour(start or (0.0, 0.0), tuple(segments))
