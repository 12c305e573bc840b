"""Head, face and hair, right from every side.

The skull is a tube from crown to chin. Features of the face sit on its surface and are drawn where their outward
direction meets the viewer, foreshortened with it. Hair is the part of an ellipsoid above a hairline that runs round
the head; what of it is seen is bounded by the visible hairline and by the ellipsoid's own outline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.look import Look
from hinge_gui.figure.shapes import Contour, Flat, Glow, Point, Ring, Shape, Tube, blob, ellipse, outline, smooth
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Mat, Vec, add, apply, column, dot, scale, unit

# Rows of (above the middle of the head, back of the head, front of the face, half width), crown to chin.
SKULL = (
    (0.0655, -0.0130, -0.0010, 0.0060),
    (0.0635, -0.0300, 0.0170, 0.0200),
    (0.0540, -0.0460, 0.0330, 0.0340),
    (0.0380, -0.0570, 0.0455, 0.0440),
    (0.0200, -0.0590, 0.0495, 0.0475),
    (0.0020, -0.0560, 0.0472, 0.0470),
    (-0.0170, -0.0490, 0.0475, 0.0438),
    (-0.0340, -0.0340, 0.0480, 0.0375),
    (-0.0470, -0.0160, 0.0472, 0.0285),
    (-0.0560, 0.0050, 0.0430, 0.0180),
    (-0.0600, 0.0170, 0.0330, 0.0090),
)
NOSE = (
    (0.0440, 0.0090, 0.0035, 0.0050),
    (0.0450, -0.0050, 0.0110, 0.0065),
    (0.0460, -0.0135, 0.0155, 0.0085),
    (0.0440, -0.0200, 0.0090, 0.0070),
)
EAR = (-0.0060, -0.0040, 0.0475)

HAIR_MIDDLE = (-0.0045, 0.0130, 0.0)
HAIR_AXES = (0.0610, 0.0600, 0.0515)
# (degrees round the head from the face, degrees up to the hairline) by style.
_FULL = ((0, 38), (25, 37), (48, 27), (66, 6), (80, -16), (92, -17), (104, -12), (130, -36), (180, -47))
HAIRLINE = {
    "short": ((0, 40), (25, 40), (46, 30), (62, 14), (76, -8), (90, -9), (104, -4), (130, -24), (180, -36)),
    "cropped": ((0, 44), (25, 46), (44, 36), (60, 22), (76, -2), (90, -4), (104, 0), (130, -22), (180, -34)),
    "long": ((0, 37), (25, 34), (48, 20), (66, -6), (80, -34), (92, -44), (104, -52), (130, -58), (180, -62)),
}
VOLUME = {"cropped": 0.965, "short": 1.0, "long": 1.0}

CONTOUR_STEPS = 28
HAIRLINE_STEPS = 32
_CLEAR_DEG = 24  # the hair is set off only that far above its hairline, so that no notch shows there


class HeadSpace:
    """The head's own axes seen by the camera, so that a feature costs one sum."""

    def __init__(self, body: Body3D, camera: Camera) -> None:
        self.frame: Mat = body.frames["head"]
        self.middle: Vec = body.joints["head"]
        self.camera = camera
        right, up, towards = camera.rows
        axes = [column(self.frame, n) for n in range(3)]
        self.view: Vec = (dot(towards, axes[0]), dot(towards, axes[1]), dot(towards, axes[2]))
        self._x = tuple(dot(right, axis) for axis in axes)
        self._y = tuple(dot(up, axis) for axis in axes)
        self._at = camera.project(self.middle)

    def flat(self, v: Vec) -> Point:
        """A direction in the head's axes, in the picture."""
        return (
            self._x[0] * v[0] + self._x[1] * v[1] + self._x[2] * v[2],
            self._y[0] * v[0] + self._y[1] * v[1] + self._y[2] * v[2],
        )

    def at(self, v: Vec) -> Point:
        """A point in the head's axes, in the picture."""
        x, y = self.flat(v)
        return (self._at[0] + x, self._at[1] + y)

    def depth(self, v: Vec) -> float:
        return self._at[2] + dot(v, self.view)

    def facing(self, normal: Vec) -> float:
        """1: looks at the viewer, 0: edge on, below 0: turned away."""
        return dot(unit(normal), self.view)


def head_parts(body: Body3D, look: Look, camera: Camera) -> list[Part]:
    """The head with its face and hair; a bun, tail or fall of hair is a part of its own."""
    space = HeadSpace(body, camera)
    part = Part("head" if space.view[0] > -0.35 else "nape")
    skull = Tube("skin", tuple(_skull_ring(body, row) for row in SKULL), edge_to=5, rounded=True)
    drawn = outline(skull, camera)
    nose = outline(_nose(body), camera)
    drawn.contours.extend(nose.contours)
    drawn.edges.extend(nose.edges)
    part.flats.extend(drawn.flats)
    hair = [] if look.hair == "none" else _cap(space, look.hair)
    edges = [*drawn.edges, *(edge for shape in hair for edge in shape.edges)]
    part.shapes.append(Shape("skin", (), tuple(edges)))
    part.shapes.extend(_ear(space, far=True))
    part.shapes.append(Shape("skin", tuple(drawn.contours)))
    part.shapes.extend(_face(space))
    cap = Part("cap", flats=part.flats)
    cap.shapes.extend(replace(shape, edges=()) for shape in hair)
    cap.shapes.extend(_ear(space, far=False))
    extra = _gathered(body, space, look.hair)
    return [part, cap] if extra is None else [part, cap, extra]


def _skull_ring(body: Body3D, row: tuple[float, float, float, float]) -> Ring:
    above, back, front, wide = row
    frame = body.frames["head"]
    centre = add(body.joints["head"], apply(frame, ((back + front) / 2, above, 0.0)))
    return Ring(centre, scale(column(frame, 0), (front - back) / 2), scale(column(frame, 2), wide))


def _nose(body: Body3D) -> Tube:
    frame, middle = body.frames["head"], body.joints["head"]
    rings = tuple(
        Ring(add(middle, apply(frame, (x, y, 0.0))), scale(column(frame, 0), deep), scale(column(frame, 2), wide))
        for x, y, deep, wide in NOSE
    )
    return Tube("skin", rings, 0.002, 0.002)


def _face(space: HeadSpace) -> list[Shape]:
    shapes: list[Shape] = []
    for sign in (1.0, -1.0):
        cheek = space.facing((0.75, -0.2, sign * 0.65))
        if cheek > 0.35:
            centre, u, v = space.at((0.036, -0.019, sign * 0.028)), space.flat((-0.008, 0.0, 0.012)), space.flat((0.0, 0.010, 0.0))
            glow = Glow(centre, u, v)
            shapes.append(Shape("cheek", (ellipse(centre, u, v),), opacity=0.36 * min(1.0, (cheek - 0.35) * 4), glow=glow))
        eye = space.facing((0.86, 0.0, sign * 0.5))
        if eye > 0.08:
            shapes.extend(_eye(space, sign))
    frontal = space.facing((1.0, -0.25, 0.0))
    if frontal > 0.25:
        under = _bow(space, (0.0510, -0.0195, 0.0070), (0.0570, -0.0225, 0.0), (0.0510, -0.0195, -0.0070))
        shapes.append(Shape("skin-line", (under,), opacity=min(1.0, 2 * (frontal - 0.25)), stroke_width=0.0020))
    mouth = [v for v in _MOUTH if space.facing((v[0] - 0.022, 0.0, v[2] * 1.3)) > 0.05]
    if len(mouth) > 1:
        shapes.append(Shape("lip", (smooth([space.at(v) for v in mouth], closed=False),), stroke_width=0.0026))
    return shapes


def _bow(space: HeadSpace, start: Vec, middle: Vec, end: Vec) -> Contour:
    """One soft arc through three points."""
    p, q, r = space.at(start), space.at(middle), space.at(end)
    x, y = 2 * q[0] - (p[0] + r[0]) / 2, 2 * q[1] - (p[1] + r[1]) / 2
    return Contour(
        p,
        ((p[0] + (x - p[0]) * 2 / 3, p[1] + (y - p[1]) * 2 / 3, r[0] + (x - r[0]) * 2 / 3, r[1] + (y - r[1]) * 2 / 3, *r),),
        closed=False,
    )


_MOUTH: tuple[Vec, ...] = (
    (0.0405, -0.0335, 0.0150),
    (0.0440, -0.0360, 0.0105),
    (0.0468, -0.0376, 0.0055),
    (0.0480, -0.0382, 0.0),
    (0.0468, -0.0376, -0.0055),
    (0.0440, -0.0360, -0.0105),
    (0.0405, -0.0335, -0.0150),
)


def _eye(space: HeadSpace, sign: float) -> list[Shape]:
    centre = space.at((0.0425, 0.0020, sign * 0.0185))
    across, up = space.flat((-0.0018, 0.0, sign * 0.0039)), space.flat((0.0, 0.0054, 0.0))
    brow = _bow(space, (0.0475, 0.0165, sign * 0.0105), (0.0455, 0.0203, sign * 0.0185), (0.0400, 0.0172, sign * 0.0270))
    lash = _bow(space, (0.0445, 0.0055, sign * 0.0135), (0.0430, 0.0092, sign * 0.0190), (0.0390, 0.0055, sign * 0.0250))
    return [
        Shape("eye", (ellipse(centre, across, up),)),
        Shape("eye", (lash,), stroke_width=0.0018),
        Shape("brow", (brow,), stroke_width=0.0030),
    ]


def _ear(space: HeadSpace, *, far: bool) -> list[Shape]:
    shapes: list[Shape] = []
    for sign in (1.0, -1.0):
        facing = space.facing((-0.15, 0.0, sign))
        if (facing < -0.12) != far:
            continue
        centre = (EAR[0], EAR[1], sign * EAR[2])
        axes = [space.flat(v) for v in ((0.0085, 0.003, 0.0), (-0.003, 0.0145, 0.0), (-0.002, 0.0, sign * 0.0055))]
        ear = blob(axes, space.at(centre))
        shapes.append(Shape("skin", (ear,), (ear,) if far else ()))
        if facing > 0.15:
            fold = [space.at((EAR[0] + x, EAR[1] + y, sign * (EAR[2] + 0.005))) for x, y in ((0.002, 0.0085), (-0.0045, 0.0040), (-0.0035, -0.0040), (0.001, -0.0080))]
            shapes.append(Shape("skin-line", (smooth(fold, closed=False),), stroke_width=0.0022))
    return shapes


def _cap(space: HeadSpace, style: str) -> list[Shape]:
    """The visible part of the hair on the skull."""
    line = HAIRLINE.get(style, _FULL)
    volume = VOLUME.get(style, 1.0)
    axes = (HAIR_AXES[0] * volume, HAIR_AXES[1] * volume, HAIR_AXES[2] * volume)
    hairline: list[tuple[Point, bool]] = []
    for i in range(HAIRLINE_STEPS):
        around = -180.0 + 360.0 * i / HAIRLINE_STEPS
        up = _elevation(line, abs(around))
        c = cos(radians(up))
        ray = (c * cos(radians(around)), sin(radians(up)), c * sin(radians(around)))
        point = (ray[0] * axes[0], ray[1] * axes[1], ray[2] * axes[2])
        normal = (ray[0] / axes[0], ray[1] / axes[1], ray[2] / axes[2])
        hairline.append((space.at(add(HAIR_MIDDLE, point)), dot(normal, space.view) > 0))
    rim = _rim(space, axes, line)
    region = _region(hairline, rim)
    if region is None:
        return []
    closed = smooth(region)
    return [Shape("hair", (closed,), (closed,))] if not any(seen for _, seen in hairline) else [_hair(closed, rim)]


def _hair(region: Contour, rim: Sequence[tuple[Point, float]]) -> Shape:
    """Set off from what lies behind along the head's outline only, not along the hairline."""
    edges: list[Contour] = []
    run: list[Point] = []
    start = next((i for i, (_, above) in enumerate(rim) if above < _CLEAR_DEG), 0)
    for point, above in [*rim[start:], *rim[:start]]:
        if above >= _CLEAR_DEG:
            run.append(point)
            continue
        if len(run) > 1:
            edges.append(smooth(run, closed=False))
        run = []
    if len(run) > 1:
        edges.append(smooth(run, closed=False))
    return Shape("hair", (region,), tuple(edges))


def _elevation(line: Sequence[tuple[float, float]], around: float) -> float:
    for (a, up), (b, further) in pairwise(line):
        if around <= b:
            t = (around - a) / (b - a)
            return up + (further - up) * t * t * (3 - 2 * t)
    return line[-1][1]


def _rim(space: HeadSpace, axes: Vec, line: Sequence[tuple[float, float]]) -> list[tuple[Point, float]]:
    """The outline of the hair's ellipsoid, clockwise, and how many degrees each of its points lies above the hairline."""
    view = space.view
    scaled = unit((view[0] * axes[0], view[1] * axes[1], view[2] * axes[2]))
    helper: Vec = (0.0, 1.0, 0.0) if abs(scaled[1]) < 0.9 else (1.0, 0.0, 0.0)
    u = unit(_cross(helper, scaled))
    v = _cross(scaled, u)
    rim = []
    for i in range(CONTOUR_STEPS):
        t = -2 * pi * i / CONTOUR_STEPS
        c, s = cos(t), sin(t)
        ray = (u[0] * c + v[0] * s, u[1] * c + v[1] * s, u[2] * c + v[2] * s)
        up = degrees(asin(max(-1.0, min(1.0, ray[1]))))
        around = abs(degrees(atan2(ray[2], ray[0])))
        point = (ray[0] * axes[0], ray[1] * axes[1], ray[2] * axes[2])
        rim.append((space.at(add(HAIR_MIDDLE, point)), up - _elevation(line, around)))
    return rim


def _cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _region(hairline: list[tuple[Point, bool]], rim: list[tuple[Point, float]]) -> list[Point] | None:
    """The outline of the visible hair: the longest visible run of the hairline, closed along the hairy rim."""
    visible = _longest_run(hairline)
    hairy = _longest_run([(point, above >= 0) for point, above in rim])
    if len(visible) == len(hairline):
        return visible
    if not visible or len(hairy) == len(rim):
        return [p for p, _ in rim] if hairy and len(hairy) == len(rim) else None
    if not hairy:
        return visible if len(visible) > 2 else None
    if _distance(visible[-1], hairy[0]) > _distance(visible[-1], hairy[-1]):
        hairy = hairy[::-1]
    return [*visible, *hairy]


def _longest_run(marked: list[tuple[Point, bool]]) -> list[Point]:
    """The longest run of marked points on a ring."""
    if all(mark for _, mark in marked):
        return [p for p, _ in marked]
    start = next(i for i, (_, mark) in enumerate(marked) if not mark)
    best: list[Point] = []
    run: list[Point] = []
    for p, mark in [*marked[start:], *marked[:start], (marked[start][0], False)]:
        if mark:
            run.append(p)
        else:
            best, run = (run if len(run) > len(best) else best), []
    return best


def _distance(p: Point, q: Point) -> float:
    return hypot(p[0] - q[0], p[1] - q[1])


def _gathered(body: Body3D, space: HeadSpace, style: str) -> Part | None:
    """A bun, a tail or a fall of hair, which hangs whichever way is down."""
    if style == "bun":
        part = Part("hair")
        centre: Vec = (-0.0610, 0.0430, 0.0)
        axes = [space.flat(v) for v in ((0.0225, 0.006, 0.0), (-0.006, 0.0235, 0.0), (0.0, 0.0, 0.0250))]
        x, y = space.at(centre)
        bun = blob(axes, (x, y))
        part.shapes.append(Shape("hair", (bun,), (bun,)))
        part.flats.append(Flat(x, y, space.depth(centre), 0.022, 0.0, 0.0, 0.022, 0.022))
        return part
    if style in ("ponytail", "long"):
        return _fall(body, space, style)
    return None


def _fall(body: Body3D, space: HeadSpace, style: str) -> Part:
    frame, middle = space.frame, space.middle
    root = add(middle, apply(frame, (-0.060, 0.022, 0.0) if style == "ponytail" else (-0.046, -0.006, 0.0)))
    back = scale(column(frame, 0), -1.0)
    rows = ((0.0, 0.015, 0.015), (0.03, 0.019, 0.021), (0.065, 0.018, 0.020), (0.10, 0.013, 0.014), (0.12, 0.007, 0.008))
    if style == "long":
        rows = ((-0.02, 0.020, 0.040), (0.02, 0.024, 0.047), (0.055, 0.023, 0.047), (0.085, 0.018, 0.044), (0.10, 0.012, 0.038))
    down = unit(add(scale(column(frame, 1), -0.55), (0.0, -0.6, 0.0)))
    away = unit(add(back, scale(down, -dot(back, down))))
    right = unit(_cross(down, away))
    rings = []
    for along, deep, wide in rows:
        drift = 0.020 * sqrt(max(0.0, along) / 0.1) if style == "ponytail" else 0.004
        at = add(add(root, scale(down, along)), scale(away, drift))
        at = (at[0], max(at[1], deep), at[2])  # hair lies on the floor, not in it
        rings.append(Ring(at, scale(away, deep), scale(right, wide)))
    part = Part("hair")
    part.add(outline(Tube("hair", tuple(rings), 0.010, 0.008, edge_from=1), space.camera), "hair", 0.0)
    return part
