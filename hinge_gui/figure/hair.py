"""Hair, right from every side.

On the head it is the part of an ellipsoid above a hairline that runs round the head; what of it is seen is bounded by
the visible hairline and by the ellipsoid's own outline. A bun, a tail or a fall of hair is a part of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import asin, atan2, cos, degrees, dist, pi, radians, sin

from hinge_gui.figure.body import FOLDS, Part
from hinge_gui.figure.curves import Contour, Point, ellipsoid, polygon, smooth
from hinge_gui.figure.easing import smoothstep
from hinge_gui.figure.head_space import HeadSpace
from hinge_gui.figure.joints import SIDES, SIGN
from hinge_gui.figure.shapes import Flat, Ring, Shape, Tube, outline
from hinge_gui.figure.vector import Vec, add, apply, column, cross, dot, scale, sub, unit
from hinge_gui.records import dataclass

HAIR_MIDDLE = (-0.0080, 0.0125, 0.0)
HAIR_AXES = (0.0570, 0.0600, 0.0515)
# (degrees round the head from the face, degrees up to the hairline) by style.
_FULL = ((0, 38), (25, 37), (48, 27), (66, 6), (80, -16), (92, -20), (104, -28), (130, -53), (180, -59))
_HIGH = ((0, 38), (25, 37), (48, 27), (66, 6), (80, -16), (92, -17), (104, -12), (130, -22), (180, -24))
HAIRLINE = {
    "short": ((0, 40), (25, 40), (46, 30), (62, 14), (76, -8), (90, -14), (104, -22), (130, -48), (180, -56)),
    "cropped": ((0, 44), (25, 46), (44, 36), (60, 22), (76, -2), (90, -9), (104, -17), (130, -45), (180, -54)),
    "long": ((0, 37), (25, 34), (48, 20), (66, -6), (80, -34), (92, -44), (104, -52), (130, -58), (180, -62)),
}
_LINES = {**HAIRLINE, "crown": _HIGH, "close crown": _HIGH}  # these without what grows down the nape
VOLUME = {"none": 0.96, "cropped": 0.965, "close crown": 0.965}

CONTOUR_STEPS = 28
HAIRLINE_STEPS = 32
_FRONTAL = 0.15  # how much of a face is seen before lobes of hair lie on both sides of it
_FROM_BELOW = -0.12  # how much of the view is upwards before one sees under the hair
_LIT_FROM_BELOW = 0.3  # how much more before its far side is as light as it gets
_NAPE = 14.0  # degrees above where hair would end
_SAME_VIEW = 5  # decimals of a direction in which two views are one


def cap(space: HeadSpace, style: str) -> list[Shape]:
    """The visible part of the hair on the skull."""
    hairline = [(space.at(point), dot(normal, space.view) > 0) for point, normal in _hairline(style)]
    region = _region(hairline, _seen_rim(space, style))
    if region is None:
        return []
    return [Shape("hair", (smooth(region),))]


def bald(space: HeadSpace) -> tuple[Contour, Contour]:
    """The round of a head without hair, and what of it is set off: not the nape, which grows out of the neck."""
    rim = _seen_rim(space, "none")
    crown = _longest_run([(point, above > _NAPE) for point, above in rim])
    whole = smooth([point for point, _ in rim])
    return whole, smooth(crown, closed=False) if len(crown) < len(rim) else whole


def behind_the_crown(space: HeadSpace, style: str) -> list[Shape]:
    """The hair's far side: over the forehead and beside the nape from below, else what shows between lobes and face."""
    if style == "none":
        return []
    if space.view[1] > _FROM_BELOW:
        return _between_lobes(space, style)
    over = _seen_rim(space, "close crown" if style == "cropped" else "crown")
    hairy = _above_hairline(over)
    lit = smoothstep(min(1.0, (_FROM_BELOW - space.view[1]) / _LIT_FROM_BELOW))
    nape = [
        (point, above < 0 <= of_all) for (point, above), (_, of_all) in zip(over, _seen_rim(space, style), strict=True)
    ]
    shapes = [Shape("hair", (polygon(run),)) for run in _runs(nape) if len(run) > 2]
    return [*shapes, Shape("hair", (polygon(hairy),), shade=FOLDS["hair"] * lit)] if len(hairy) > 2 else shapes


def _between_lobes(space: HeadSpace, style: str) -> list[Shape]:
    if space.view[0] < _FRONTAL:
        return []
    hairy = _above_hairline(_seen_rim(space, style))
    return [Shape("hair", (polygon(hairy),))] if len(hairy) > 2 else []


def _seen_rim(space: HeadSpace, style: str) -> list[tuple[Point, float]]:
    """The silhouette of the hair in the picture, with each point's degrees above the hairline."""
    view = (round(v, _SAME_VIEW) for v in space.view)
    return [(space.at(point), above) for point, above in _rim(style, *view)]


def _above_hairline(rim: Sequence[tuple[Point, float]]) -> list[Point]:
    return _longest_run([(point, above >= 0) for point, above in rim])


def _axes(style: str) -> Vec:
    volume = VOLUME.get(style, 1.0)
    return (HAIR_AXES[0] * volume, HAIR_AXES[1] * volume, HAIR_AXES[2] * volume)


@cache
def _hairline(style: str) -> Sequence[tuple[Vec, Vec]]:
    """Points all round the head and the hair's outward direction there, in the head's axes."""
    axes, found = _axes(style), []
    for i in range(HAIRLINE_STEPS):
        around = -180.0 + 360.0 * i / HAIRLINE_STEPS
        up = _elevation(_LINES.get(style, _FULL), abs(around))
        c = cos(radians(up))
        ray = (c * cos(radians(around)), sin(radians(up)), c * sin(radians(around)))
        point = (ray[0] * axes[0], ray[1] * axes[1], ray[2] * axes[2])
        found.append((add(HAIR_MIDDLE, point), (ray[0] / axes[0], ray[1] / axes[1], ray[2] / axes[2])))
    return found


def _elevation(line: Sequence[tuple[float, float]], around: float) -> float:
    for (a, up), (b, further) in pairwise(line):
        if around <= b:
            t = (around - a) / (b - a)
            return up + (further - up) * smoothstep(t)
    return line[-1][1]


@lru_cache(maxsize=32)
def _rim(style: str, forward: float, up: float, right: float) -> Sequence[tuple[Vec, float]]:
    """The outline of the hair's ellipsoid, clockwise, with each point's degrees above the hairline.

    All in the head's axes, as is the view from which it is the outline; a head that only nods before a camera at
    its side is seen from the same one all the time.
    """
    axes, line = _axes(style), _LINES.get(style, _FULL)
    scaled = unit((forward * axes[0], up * axes[1], right * axes[2]))
    helper: Vec = (0.0, 1.0, 0.0) if abs(scaled[1]) < 0.9 else (1.0, 0.0, 0.0)
    u = unit(cross(helper, scaled))
    v = cross(scaled, u)
    rim = []
    for i in range(CONTOUR_STEPS):
        t = -2 * pi * i / CONTOUR_STEPS
        c, s = cos(t), sin(t)
        ray = (u[0] * c + v[0] * s, u[1] * c + v[1] * s, u[2] * c + v[2] * s)
        raised = degrees(asin(max(-1.0, min(1.0, ray[1]))))
        around = abs(degrees(atan2(ray[2], ray[0])))
        point = (ray[0] * axes[0], ray[1] * axes[1], ray[2] * axes[2])
        rim.append((add(HAIR_MIDDLE, point), raised - _elevation(line, around)))
    return rim


def _region(hairline: list[tuple[Point, bool]], rim: list[tuple[Point, float]]) -> list[Point] | None:
    """The outline of the visible hair: the longest visible run of the hairline, closed along the hairy rim."""
    visible = _longest_run(hairline)
    hairy = _above_hairline(rim)
    if len(hairy) == len(rim):  # from behind all of it, from before a frame of the face
        return _frame(visible, hairy) if len(visible) > len(hairline) / 2 else hairy
    if len(visible) == len(hairline):
        return visible
    if not visible:
        return None
    if not hairy:
        return visible if len(visible) > 2 else None
    if dist(visible[-1], hairy[0]) > dist(visible[-1], hairy[-1]):
        hairy = hairy[::-1]
    return [*visible, *hairy]


def _frame(line: list[Point], rim: list[Point]) -> list[Point]:
    """What lies between a line and the rim round it: along the one, back along the other."""
    back = rim[::-1] if _twice_the_area(line) * _twice_the_area(rim) > 0 else rim
    first, last = (min(range(len(back)), key=lambda n: dist(back[n], end)) for end in (line[-1], line[0]))
    return [*line, *(back[first : last + 1] if first < last else [*back[first:], *back[: last + 1]])]


def _twice_the_area(ring: list[Point]) -> float:
    """Within the ring; its sign is the way round."""
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True))


def _longest_run(marked: list[tuple[Point, bool]]) -> list[Point]:
    """The longest run of marked points on a ring."""
    return max(_runs(marked), key=len, default=[])


def _runs(marked: list[tuple[Point, bool]]) -> list[list[Point]]:
    """The runs of marked points on a ring."""
    if all(mark for _, mark in marked):
        return [[p for p, _ in marked]]
    start = next(i for i, (_, mark) in enumerate(marked) if not mark)
    runs: list[list[Point]] = []
    before = False
    for p, mark in [*marked[start:], *marked[:start]]:
        if mark and before:
            runs[-1].append(p)
        elif mark:
            runs.append([p])
        before = mark
    return runs


def gathered(space: HeadSpace, style: str) -> list[Part]:
    """A bun, a tail or a fall of hair with its locks, which hang whichever way is down."""
    if style == "bun":
        return [_bun(space)]
    if style == "ponytail":
        return [_hanging(space, _TAIL, "hair")]
    if style == "long":
        return [_hanging(space, _FALL, "hair"), *(_hanging(space, _LOCK, f"{side}_lock", SIGN[side]) for side in SIDES)]
    return []


def _bun(space: HeadSpace) -> Part:
    part = Part("hair")
    centre: Vec = (-0.0610, 0.0430, 0.0)
    axes = [space.flat(v) for v in ((0.0225, 0.006, 0.0), (-0.006, 0.0235, 0.0), (0.0, 0.0, 0.0250))]
    x, y = space.at(centre)
    bun = ellipsoid(axes, (x, y))
    part.shapes.append(Shape("hair", (bun,)))
    part.shapes.append(Shape("hair", (bun,), shade=FOLDS["hair"], stroke_width=0.0024))
    part.flats.append(Flat(x, y, space.depth(centre), 0.022, 0.0, 0.0, 0.022, 0.022))
    return part


@dataclass(frozen=True, slots=True)
class Fall:
    """Hair that hangs from `root`, in the head's axes: rows of (how far down, how far back, half depth, half width)."""

    root: Vec
    rows: Sequence[tuple[float, float, float, float]]
    lies: bool = False
    """On the neck, however far the head is bowed; else it falls past it."""


_TAIL = Fall(
    (-0.060, 0.022, 0.0),
    (
        (0.0, 0.000, 0.015, 0.015),
        (0.03, 0.011, 0.019, 0.021),
        (0.065, 0.016, 0.018, 0.020),
        (0.10, 0.020, 0.013, 0.014),
        (0.12, 0.022, 0.007, 0.008),
    ),
)
_FALL = Fall(
    (-0.034, 0.010, 0.0),
    (
        (0.0, 0.000, 0.0270, 0.0430),
        (0.030, 0.001, 0.0295, 0.0485),
        (0.058, 0.004, 0.0265, 0.0500),
        (0.086, 0.007, 0.0225, 0.0480),
        (0.106, 0.009, 0.0185, 0.0440),
    ),
    lies=True,
)
_LOCK = Fall(
    (-0.024, 0.016, 0.0405),
    (
        (0.0, 0.000, 0.0170, 0.0070),
        (0.030, 0.000, 0.0215, 0.0115),
        (0.058, -0.002, 0.0205, 0.0122),
        (0.084, -0.003, 0.0185, 0.0112),
        (0.102, -0.004, 0.0150, 0.0085),
    ),
)


def _hanging(space: HeadSpace, fall: Fall, name: str, sign: float = 1.0) -> Part:
    frame = space.frame
    x, y, z = fall.root
    root = add(space.middle, apply(frame, (x, y, z * sign)))
    forward = column(frame, 0)
    down = unit(add(scale(column(frame, 1), -0.55), (0.0, -0.6, 0.0)))
    if fall.lies:
        down = unit(sub(down, scale(forward, max(0.0, dot(down, forward)))))
    away = unit(sub(scale(down, dot(forward, down)), forward))
    right = unit(cross(down, away))
    rings = []
    for along, back, deep, wide in fall.rows:
        at = add(add(root, scale(down, along)), scale(away, back))
        at = (at[0], max(at[1], min(deep, wide)), at[2])  # hair lies on the floor, not in it
        rings.append(Ring(at, scale(away, deep), scale(right, wide)))
    part = Part(name)
    part.add(outline(Tube("hair", tuple(rings), 0.013, 0.008, edge_from=2), space.camera), "hair", 0.0)
    return part
