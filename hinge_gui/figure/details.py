"""What makes a box or a roll the thing that it is: folds, stripes, seams, drawers, light on glass."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from math import cos, pi, sin

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point, polygon, smooth
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.solids import SQUIRCLE, Solid, lit_strips
from hinge_gui.figure.vector import Vec, add, dot, scale, unit

_LINE = 0.0022
_BACK = 0.02  # a face that is turned to the viewer no more than this is not seen


def _on(solid: Solid, *corners: Vec, camera: Camera) -> list[Point]:
    """Points of a solid, in shares of its half axes, in the picture."""
    return [camera.project(add(solid.centre, _combined(solid.half, corner)))[:2] for corner in corners]


def _combined(axes: tuple[Vec, Vec, Vec], by: Vec) -> Vec:
    a, b, c = (scale(axis, k) for axis, k in zip(axes, by, strict=True))
    return add(add(a, b), c)


def _seen(solid: Solid, axis: int, sign: float, camera: Camera) -> bool:
    """Whether the face to that side looks at the viewer."""
    outward = solid.half[axis]
    return sign * dot(unit(outward), camera.rows[2]) > _BACK


def _lines(solid: Solid, lines: Sequence[Contour], shade: float, width: float = _LINE) -> list[Shape]:
    return [Shape(solid.role, tuple(lines), shade=shade, stroke_width=width)] if lines else []


def _folds(solid: Solid, camera: Camera, levels: Sequence[float]) -> list[Shape]:
    """The layers of what is folded, on the faces to its sides; at the front they turn over into one another."""
    lines = []
    for sign in (1.0, -1.0):
        if _seen(solid, 0, sign, camera):
            ends = ((sign, level, k) for level in levels for k in (-0.92, 0.92))
            points = _on(solid, *ends, camera=camera)
            lines += [polygon(points[n : n + 2], closed=False) for n in range(0, len(points), 2)]
        if _seen(solid, 2, sign, camera):
            lines += [
                polygon(_on(solid, (0.95, level, sign), (-0.80, level, sign), camera=camera), closed=False)
                for level in levels
            ]
    return _lines(solid, lines, 1.0)


def _stripes(solid: Solid, camera: Camera, at: Sequence[tuple[float, float]], shade: float) -> list[Shape]:
    """Woven bands over the top and down the sides, between these shares of the way across."""
    bands = []
    for low, high in at:
        if _seen(solid, 1, 1.0, camera):
            bands.append(polygon(_on(solid, *((x, 1.0, z) for x, z in _square(0.94, low, high)), camera=camera)))
        for sign in (1.0, -1.0):
            if _seen(solid, 0, sign, camera):
                bands.append(polygon(_on(solid, *((sign, y, z) for y, z in _square(0.80, low, high)), camera=camera)))
    return [Shape(solid.role, tuple(bands), shade=shade)] if bands else []


def _square(reach: float, low: float, high: float) -> list[Point]:
    return [(-reach, low), (reach, low), (reach, high), (-reach, high)]


def _blanket(solid: Solid, camera: Camera) -> list[Shape]:
    bands = _stripes(solid, camera, ((-0.78, -0.62), (-0.54, -0.48), (0.48, 0.54), (0.62, 0.78)), -0.9)
    return [*bands, *_folds(solid, camera, (-0.42, 0.02, 0.46))]


def _towel(solid: Solid, camera: Camera) -> list[Shape]:
    return [*_stripes(solid, camera, ((-0.80, -0.70), (-0.62, -0.58)), -0.9), *_folds(solid, camera, (0.0,))]


def _rolled(solid: Solid, camera: Camera) -> list[Shape]:
    """The spiral at its end, woven bands round it, and the edge where it stops."""
    shapes = []
    for low, high in ((-0.86, -0.80), (0.80, 0.86)):
        shapes += lit_strips(solid, camera, (low, high), ((-2.0, 2.0, -0.85),))
    for sign in (1.0, -1.0):
        if _seen(solid, 2, sign, camera):
            shapes += _lines(solid, [_spiral(solid, camera, sign)], 1.5, 0.0028)
    return shapes


def _spiral(solid: Solid, camera: Camera, sign: float) -> Contour:
    turns = ((0.85 * i, 0.80 - 0.043 * i) for i in range(17))
    return smooth(_on(solid, *((r * cos(t), r * sin(t), sign) for t, r in turns), camera=camera), closed=False)


def _bolster(solid: Solid, camera: Camera) -> list[Shape]:
    """Piping round both ends, and a button in the middle of each."""
    shapes = []
    for sign in (1.0, -1.0):
        shapes += lit_strips(solid, camera, (0.93 * sign, 0.97 * sign), ((-2.0, 2.0, 1.0),))
        if _seen(solid, 2, sign, camera):
            angles = [k * pi / 6 for k in range(12)]
            rims = [
                smooth(_on(solid, *((r * cos(t), r * sin(t), sign) for t in angles), camera=camera))
                for r in (0.88, 0.14)
            ]
            shapes += [*_lines(solid, rims[:1], 0.9), Shape(solid.role, (rims[1],), shade=1.0)]
    return shapes


def _plump(solid: Solid, camera: Camera) -> list[Shape]:
    """The seam round a pillow, on the side to the viewer."""
    rim = [(x, 0.0, z) for x, z in SQUIRCLE]
    towards = [dot(_combined(solid.half, (x, 0.0, z)), camera.rows[2]) for x, _, z in rim]
    n = len(rim)
    first = next((i for i in range(n) if towards[i] > 0.0 >= towards[i - 1]), None)
    if first is None:
        return []
    near = [rim[(first + i) % n] for i in range(n) if towards[(first + i) % n] > 0.0]
    return _lines(solid, [smooth(_on(solid, *near, camera=camera), closed=False)], 0.9)


def _mat(solid: Solid, camera: Camera) -> list[Shape]:
    if not _seen(solid, 1, 1.0, camera):
        return []
    ends = [
        polygon(_on(solid, (k, 1.0, -0.96), (k, 1.0, 0.96), camera=camera), closed=False) for k in (-0.965, 0.965)
    ]
    return _lines(solid, ends, 0.7, 0.0030)


# Light on a mirror's glass: bands, each by its edges at the right in shares of the half height, and how they slant.
_GLEAMS, _SLANT = ((-0.25, 0.10), (0.20, 0.30)), 0.62


def _mirror(solid: Solid, camera: Camera) -> list[Shape]:
    if solid.role != "glass":
        return []
    bands = []
    for sign in (1.0, -1.0):
        if not _seen(solid, 0, sign, camera):
            continue
        for low, high in _GLEAMS:
            corners = ((low - _SLANT, -1.0), (low, 1.0), (high, 1.0), (high - _SLANT, -1.0))
            bands.append(polygon(_on(solid, *((sign, y, z) for y, z in corners), camera=camera)))
    return [Shape(solid.role, tuple(bands), shade=-0.55, opacity=0.6)] if bands else []


# Of a kitchen's cabinet, in shares of its half height and half depth from the middle.
_PLINTH, _RECESS, _DOOR, _DRAWER, _HANDLE = -0.79, -0.80, -0.92, 0.52, -1.05


def _kitchen(solid: Solid, camera: Camera) -> list[Shape]:
    """What makes a box a kitchen's: a plinth that stands back, two doors with drawers over them, panels, a tap."""
    if solid.role == "steel":
        return _tap(solid, camera)
    if solid.role != "cabinet":
        return []

    def face(*corners: Vec) -> list[Point]:
        return _on(solid, *corners, camera=camera)

    lines: list[Contour] = []
    dark: list[Contour] = []
    handles: list[Contour] = []
    for side in (1.0, -1.0):
        if dot(scale(solid.half[2], side), camera.rows[2]) <= 0.0:
            continue
        lines.append(polygon(face((_DOOR, _PLINTH, side), (_DOOR, 1.0, side)), closed=False))
        lines.append(polygon(face((_DOOR, _DRAWER, side), (-1.0, _DRAWER, side)), closed=False))
        lines.append(polygon(face(*((x, y, side) for x, y in _panel(-0.72, 0.84)))))
        dark.append(
            polygon(face((-1.01, -1.0, side), (-1.01, _PLINTH, side), (_RECESS, _PLINTH, side), (_RECESS, -1.0, side)))
        )
    if dot(solid.half[0], camera.rows[2]) < 0.0:
        dark.append(polygon(face((-1.0, -1.0, -1.0), (-1.0, _PLINTH, -1.0), (-1.0, _PLINTH, 1.0), (-1.0, -1.0, 1.0))))
        lines.append(polygon(face((-1.0, _PLINTH, 0.0), (-1.0, 1.0, 0.0)), closed=False))
        lines.append(polygon(face((-1.0, _DRAWER, -1.0), (-1.0, _DRAWER, 1.0)), closed=False))
    elif _seen(solid, 0, 1.0, camera):
        lines += [polygon(face(*((1.0, y, z) for z, y in _panel(*ends)))) for ends in ((-0.92, -0.05), (0.05, 0.92))]
    if dot(solid.half[0], camera.rows[2]) < 0.05 * dot(solid.half[0], solid.half[0]) ** 0.5:
        for w, height in product((-0.5, 0.5), (0.76, 0.36)):
            handles.append(polygon(face((_HANDLE, height, w - 0.11), (_HANDLE, height, w + 0.11)), closed=False))
    return [
        Shape(solid.role, tuple(dark), shade=0.9),
        Shape(solid.role, tuple(lines), shade=0.8, stroke_width=_LINE),
        Shape("steel", tuple(handles), shade=0.6, stroke_width=0.0070),
    ]


def _panel(left: float, right: float) -> list[Point]:
    """Set into the end or the back of a cabinet."""
    return [(left, -0.68), (left, 0.84), (right, 0.84), (right, -0.68)]


# A tap, in shares of its half depth and half height: up from the worktop and over, to where the water falls.
_SPOUT = ((0.8, -1.0), (0.8, -0.2), (0.78, 0.45), (0.45, 0.9), (-0.15, 0.97), (-0.72, 0.72), (-0.92, 0.20))


def _tap(solid: Solid, camera: Camera) -> list[Shape]:
    spout = smooth(_on(solid, *((x, y, 0.0) for x, y in _SPOUT), camera=camera), closed=False)
    foot = polygon(_on(solid, (0.8, -1.0, 0.0), (0.8, -0.72, 0.0), camera=camera), closed=False)
    lever = polygon(_on(solid, (0.8, -0.55, 0.0), (0.8, -0.36, 1.0), camera=camera), closed=False)
    shine = polygon(_on(solid, (0.74, -0.6, 0.0), (0.74, 0.2, 0.0), camera=camera), closed=False)
    return [
        Shape("background", (spout,), stroke_width=0.0165),
        Shape(solid.role, (foot,), stroke_width=0.0165),
        Shape(solid.role, (spout, lever), stroke_width=0.0105),
        Shape(solid.role, (shine,), shade=-0.9, stroke_width=0.0026),
    ]


DETAILS: Mapping[str, Callable[[Solid, Camera], list[Shape]]] = {
    "mat": _mat,
    "counter": _kitchen,
    "rolled towel": _rolled,
    "folded towel": _towel,
    "folded blanket": _blanket,
    "pillow": _plump,
    "cushion": _plump,
    "bolster": _bolster,
    "mirror": _mirror,
}
