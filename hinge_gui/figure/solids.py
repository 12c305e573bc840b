"""Boxes and rolls: what props are built of, how they look from a side, and what lies before or behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, hypot, pi, sin

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point, Segment, polygon
from hinge_gui.figure.shapes import Flat, Glow, Shape
from hinge_gui.figure.vector import Vec, add, dot, scale, unit
from hinge_gui.records import dataclass

_TOP_LIGHT, _END_DARK = -0.45, 0.40  # how much lighter a top and darker a side is than the face to the viewer
_END_LIGHT = -0.7  # the end of a roll, so that its spiral is seen
_EDGE_ON = -0.03  # a face turned no farther away than this still counts as facing the viewer
_ASLANT = 0.1  # one turned no more than this to or from the viewer hides as much as it bears
_ROUND_STEPS = 32
_ENDLESS_ROLES = ("wall", "skirting")


@dataclass(frozen=True, slots=True)
class Solid:
    """A box by its middle and three half axes (forward, up, across). `form`: box, soft (rounded), plump (a pillow),
    roll (round along `across`), half (a roll cut flat at its underside), tap (nothing but its details).
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

    @property
    def is_round(self) -> bool:
        return self.form in ("roll", "half")

    def half_axes(self) -> tuple[Vec, Vec, Vec]:
        """Forward, up and across, as the solid's own."""
        a, b, c = (scale(direction, reach) for direction, reach in self.faces[::2])
        return a, b, c

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
    """The solid in the camera's axes: picture right, picture up, towards the viewer."""
    faces = []
    for axis in solid.half:
        flat = camera.project(axis)
        reach = hypot(*flat)
        direction = unit(flat)
        faces.append((direction, reach))
        faces.append((scale(direction, -1.0), reach))
    return Placed(camera.project(solid.centre), tuple(faces), solid.form)


def ends_of(roll: Placed) -> list[Flat]:
    """The rings at either end of a roll; of half a roll those of a whole one whose upper half it is."""
    a, b, c = roll.half_axes()
    x, y, z = roll.centre
    if roll.form == "half":
        x, y, z, b = x - b[0], y - b[1], z - b[2], scale(b, 2.0)
    reach = max(hypot(a[0], a[1]), hypot(b[0], b[1]))
    return [
        Flat(x + k * c[0], y + k * c[1], z + k * c[2], a[0], a[1], b[0], b[1], reach, a[2], b[2]) for k in (-1.0, 1.0)
    ]


def flats_of(solid: Solid, camera: Camera) -> list[Flat]:
    """The corners as points for the order of depth."""
    return [Flat(x, y, depth, 0.0, 0.0, 0.0, 0.0, 0.0) for x, y, depth in map(camera.project, solid.corners())]


def draw(solid: Solid, camera: Camera) -> list[Shape]:
    """The faces that look at the viewer."""
    if solid.form in ("roll", "half"):
        return _roll(solid, camera)
    if solid.form == "plump":
        return _plump(solid, camera)
    if solid.form == "tap":
        return []
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
    if role == "glass":
        return 0.0
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


def _plump(solid: Solid, camera: Camera) -> list[Shape]:
    """A pillow: thick in the middle, thin at its edges, its corners drawn out."""
    a, b, c = solid.half
    points = []
    for out, high in _PILLOW:
        for x, z in SQUIRCLE:
            for up in (high, -high):
                points.append(add(add(scale(a, x * out), scale(c, z * out)), scale(b, up)))
    rim = _hull([camera.project(add(solid.centre, v))[:2] for v in points])
    body = _round(rim, 1.0)
    x, y, _ = camera.project(add(solid.centre, scale(b, 0.55)))
    u, v = (camera.project(scale(axis, 0.95))[:2] for axis in (a, c))
    if abs(u[0] * v[1] - u[1] * v[0]) < 0.3 * hypot(*b) * max(hypot(*u), hypot(*v)):
        u, v = max(u, v, key=lambda p: hypot(*p)), (0.0, 0.5 * hypot(*b))
    light = Shape(solid.role, (body,), shade=2.2 * _TOP_LIGHT, opacity=0.85, glow=Glow((x, y), u, v))
    return [Shape(solid.role, (body,), (body,), shade=0.12), light]


_PILLOW = ((1.0, 0.16), (0.90, 0.62), (0.72, 0.90), (0.45, 1.0))
"""Shares of the way out from the middle, and how thick it is there."""
SQUIRCLE = tuple(
    (abs(cos(t)) ** 0.45 * (1 if cos(t) > 0 else -1), abs(sin(t)) ** 0.45 * (1 if sin(t) > 0 else -1))
    for t in (2 * pi * (k + 0.5) / 24 for k in range(24))
)
"""A pillow from above: points round a square whose corners are round (a superellipse), in shares of its half axes."""


def _roll(solid: Solid, camera: Camera) -> list[Shape]:
    ends = [[camera.project(v)[:2] for v in _rim(solid, sign)] for sign in (-1.0, 1.0)]
    body = _round(_hull([*ends[0], *ends[1]]), 0.004)
    shapes = [Shape(solid.role, (body,), (body,))]
    shapes += lit_strips(solid, camera, (-1.0, 1.0), _BANDS)
    facing = dot(unit(solid.half[2]), camera.rows[2])
    if abs(facing) > 0.08:
        end = _hull(ends[1 if facing > 0 else 0])
        lit = solid.form == "roll"
        shapes.append(Shape(solid.role, (_round(end, 0.003),), shade=_END_LIGHT if lit else _END_DARK * 0.6))
    return shapes


def _rim(solid: Solid, along: float) -> list[Vec]:
    """Round a roll, at this share of the way from its middle to its end."""
    a, b, across = solid.half
    middle, half = add(solid.centre, scale(across, along)), solid.form == "half"
    steps = _ROUND_STEPS // 2 + 1 if half else _ROUND_STEPS
    rim = []
    for i in range(steps):
        t = 2 * pi * i / _ROUND_STEPS
        high = 2 * sin(t) - 1 if half else sin(t)
        rim.append(add(middle, add(scale(a, cos(t)), scale(b, high))))
    return rim


_BANDS = ((0.86, 2.0, -0.55), (-2.0, 0.42, 0.55))
"""How bright a roll's side is, from and to, and in which shade it is painted; between them it has its own colour."""
_LIT_FROM_ABOVE, _LIT_FROM_HERE = 0.85, 0.53


def lit_strips(
    solid: Solid, camera: Camera, along: tuple[float, float], bands: Sequence[tuple[float, float, float]]
) -> list[Shape]:
    """Bands along the visible side of a roll, between two shares of its length, where it is as bright as each says."""
    low, high = ([camera.project(v)[:2] for v in _rim(solid, end)] for end in along)
    a, b, _ = solid.half
    light = add((0.0, _LIT_FROM_ABOVE, 0.0), scale(camera.rows[2], _LIT_FROM_HERE))
    brightness = []
    for i in range(len(low)):
        t = 2 * pi * i / _ROUND_STEPS
        normal = unit(add(scale(unit(a), cos(t)), scale(unit(b), sin(t))))
        brightness.append(dot(normal, light) if dot(normal, camera.rows[2]) > -0.02 else None)
    shapes = []
    for least, most, shade in bands:
        within = [bright is not None and least <= bright < most for bright in brightness]
        for run in _runs(within):
            strip = [*(low[i] for i in run), *(high[i] for i in reversed(run))]
            shapes.append(Shape(solid.role, (polygon(strip),), shade=shade))
    return shapes


def _runs(marked: Sequence[bool]) -> list[list[int]]:
    """The runs of two or more marked places on a ring."""
    n = len(marked)
    runs = []
    for first in (i for i in range(n) if marked[i] and not marked[i - 1]):
        run = [first]
        while marked[(run[-1] + 1) % n]:
            run.append((run[-1] + 1) % n)
        runs.append(run)
    return [run for run in runs if len(run) > 1]


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
