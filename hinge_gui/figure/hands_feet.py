"""Feet with a heel, an arch, a ball and toes; hands with a thumb, that can rest flat."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point, ellipsoid, polygon, smooth, spline
from hinge_gui.figure.joints import SIGN
from hinge_gui.figure.shapes import Outline, Ring, Shape, Tube, edge, inside, outline
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Mat, Vec, add, apply, column, cross, distance, dot, lerp, scale, sub, unit

# Rows of (share from heel to ball, underside over the sole, top over the sole, half width).
FOOT = (
    (0.00, 0.0125, 0.0195, 0.0045),
    (0.03, 0.0060, 0.0265, 0.0112),
    (0.09, 0.0014, 0.0355, 0.0162),
    (0.18, 0.0000, 0.0455, 0.0190),
    (0.28, 0.0002, 0.0530, 0.0200),
    (0.44, 0.0015, 0.0540, 0.0200),
    (0.62, 0.0030, 0.0425, 0.0212),
    (0.80, 0.0020, 0.0290, 0.0240),
    (1.00, 0.0000, 0.0215, 0.0262),
)
_ACHILLES, _INSTEP = 3, 5  # the rows between whose tops the leg grows out of the foot
_FROM_ASIDE = 0.5  # cosine: a side of the outline that looks up no less than that is the top of the foot
_KNUCKLE = 0.0107  # half as high as the foot at its ball, about which the toes bend
# Of each toe from the great one: how far inward of the middle of the foot, how far its tip falls short, its radius.
TOES = (
    (0.0165, 0.000, 0.0090),
    (0.0040, 0.001, 0.0066),
    (-0.0060, 0.005, 0.0062),
    (-0.0145, 0.010, 0.0058),
    (-0.0215, 0.016, 0.0054),
)
_FLAT = 0.78  # how high a toe is, of its width
_BENT = 0.995  # cosine: toes that are bent less against the foot leave no gap
_TUCKED = 0.95  # cosine of the bend of their middle joints from which toes are tucked under
_KNEE = (0.003, 0.0070)  # of the middle of a middle joint that bends: forward and up from the joint in the sole
_CLEFT_SHOWN = 0.15  # cosine: toes that are seen more along their nails than that show no lines between them
_CLEFT_ROOM = 0.0034  # between two clefts in the picture; nearer to each other they would be one smudge
# Of each finger from the index: how far towards the thumb, how far its tip falls short, its radius.
FINGERS = (
    (0.0128, 0.0050, 0.0060),
    (0.0042, 0.0000, 0.0062),
    (-0.0046, 0.0030, 0.0060),
    (-0.0128, 0.0120, 0.0052),
)


def foot_part(body: Body3D, side: str, camera: Camera, shade: float) -> Part:
    """Foot and toes; the lines between the toes are seen from above and from before."""
    joints, frame = body.joints, body.frames[f"{side}_foot"]
    heel, ball, mid, tip = (joints[f"{side}_{name}"] for name in ("heel", "ball", "toe_mid", "toe"))
    up, right = column(frame, 1), column(frame, 2)
    inward = scale(right, -SIGN[side])
    rings = tuple(
        Ring(
            add(add(lerp(heel, ball, t), scale(up, (low + top) / 2)), scale(inward, 0.0025 * t)),
            scale(up, (top - low) / 2),
            scale(right, wide),
        )
        for t, low, top, wide in FOOT
    )
    part = Part(f"{side}_foot")
    tube = Tube("skin", rings, hull_below=0.64, rounded=True)
    foot = outline(tube, camera, partial(_round_the_heel, up=camera.project(up)[:2]))
    toes, slits = _toes((ball, mid, tip), frame, body.frames[f"{side}_toes"], inward, camera)
    foot.contours.extend(toes.contours)
    foot.edges.extend(toes.edges)
    foot.flats.extend(toes.flats)
    part.add(foot, "skin", shade)
    if len(slits) > 1:  # a single one would be taken for a scratch
        part.shapes.append(Shape("skin-line", tuple(slits), shade=shade, stroke_width=0.0022))
    return part


def _round_the_heel(foot: Outline, *, up: Point) -> None:
    """One curve from the ball of the foot round its heel and back, which the toes close.

    It sets the foot off, but for where the leg grows out of its top: there it dives under the filling.
    """
    left, right, flats, last = foot.left, foot.right, foot.flats, len(FOOT) - 1
    around = [*right[::-1], *left]
    curve = spline(around)
    foot.contours.append(Contour(around[0], tuple(curve)))
    for k, top in ((1, left), (-1, right)):
        x, y = top[_INSTEP][0] - flats[_INSTEP].x, top[_INSTEP][1] - flats[_INSTEP].y
        if x * up[0] + y * up[1] > _FROM_ASIDE * hypot(x, y):
            heel, instep = (inside(top[ring], flats[ring]) for ring in (_ACHILLES, _INSTEP))
            a, b = sorted(last + (k > 0) + k * ring for ring in (_ACHILLES, _INSTEP))
            first, second = (heel, instep) if k > 0 else (instep, heel)
            foot.edges = [edge(around[0], curve[:a], around[0], first), edge(around[b], curve[b:], second, around[-1])]
            return
    foot.edges = [Contour(around[0], tuple(curve), closed=False)]


def _toes(
    joints: tuple[Vec, Vec, Vec], foot: Mat, frame: Mat, inward: Vec, camera: Camera
) -> tuple[Outline, list[Contour]]:
    """Toes from ball over middle to tip, and the clefts between them."""
    ball, mid, tip = joints
    up, right = column(frame, 1), column(frame, 2)
    along = unit(sub(tip, mid))
    tip_up = unit(cross(right, along))
    rings = (
        _toe_ring(ball, up, right, inward, 0.0, 0.0215, 0.0262, 0.0025),
        _toe_ring(lerp(ball, mid, 0.6), up, right, inward, 0.0, 0.0170, 0.0262, 0.0020),
        _toe_ring(lerp(mid, tip, 0.20), tip_up, right, inward, 0.0, 0.0140, 0.0225, 0.0030),
    )
    drawn = outline(Tube("skin", rings, 0.004, 0.004, edge_tip=False), camera)
    if dot(up, column(foot, 1)) < _BENT:
        knuckle_up = unit(add(up, column(foot, 1)))  # round between foot and toes, however far these bend
        knuckle = _Seen.of((ball, cross(knuckle_up, right), knuckle_up, inward), camera)
        knuckle.bulge(drawn, (0.0, _KNUCKLE, 0.0025), (_KNUCKLE, _KNUCKLE, 0.0262))
    seen = _Seen.of((tip, along, tip_up, inward), camera)
    ends = [(-short - 1.6 * radius, _FLAT * radius, sideways) for sideways, short, radius in TOES]
    for at, (_, _, radius) in zip(ends, TOES, strict=True):
        seen.bulge(drawn, at, (2.1 * radius, _FLAT * radius, radius))
    slits = _clefts(seen, ends, ((-0.010, 0.8), (0.006, 0.8), (0.014, 0.2)))
    if dot(up, tip_up) < _TUCKED:  # bent at their middle joints, which are then what one sees from before
        seen = _Seen.of((mid, unit(sub(mid, ball)), up, inward), camera)
        knees = [(_KNEE[0], _KNEE[1], sideways) for sideways, _, _ in TOES]
        for at, (_, _, radius) in zip(knees, TOES, strict=True):
            seen.bulge(drawn, at, (1.3 * radius, 0.95 * radius, 1.08 * radius))
        slits += _clefts(seen, knees, ((-0.012, 0.9), (0.002, 0.9), (0.011, 0.2)))
    return drawn, slits


class _Seen(NamedTuple):
    """A place and three directions as they lie in the picture; `faces` is how much the second looks at the viewer."""

    place: Point
    along: Point
    up: Point
    inward: Point
    faces: float

    @classmethod
    def of(cls, vectors: tuple[Vec, Vec, Vec, Vec], camera: Camera) -> _Seen:
        (x, y, _), (ax, ay, _), (ux, uy, near), (rx, ry, _) = map(camera.project, vectors)
        return cls((x, y), (ax, ay), (ux, uy), (rx, ry), near)

    def at(self, along: float, up: float, inward: float) -> Point:
        (x, y), (ax, ay), (ux, uy), (rx, ry), _ = self
        return (x + ax * along + ux * up + rx * inward, y + ay * along + uy * up + ry * inward)

    def bulge(self, drawn: Outline, at: Vec, half: Vec) -> None:
        """Add an ellipsoid to what is filled and set off."""
        axes = [(x * k, y * k) for (x, y), k in zip(self[1:4], half, strict=True)]
        drawn.contours.append(ellipsoid(axes, self.at(*at)))
        drawn.edges.append(drawn.contours[-1])


def _clefts(seen: _Seen, toes: Sequence[Vec], way: Sequence[Point]) -> list[Contour]:
    """The lines between toes on their side to the viewer; none where they would not be seen apart.

    `way` goes along them and over their tips: how far on, and how high above their middles, of the height of a toe.
    """
    if abs(seen.faces) < _CLEFT_SHOWN:
        return []
    lines = []
    for (one, other), (_, _, radius) in zip(pairwise(toes), TOES[1:], strict=False):
        x, y, z = lerp(one, other, 0.5)
        skin = _FLAT * (radius if seen.faces > 0 else -radius)
        points = [seen.at(x + on, y + skin * high, z) for on, high in way]
        (ax, ay), (bx, by), (px, py), (qx, qy) = *points[:2], seen.at(*one), seen.at(*other)
        if _apart((qx - px, qy - py), (bx - ax, by - ay)) > _CLEFT_ROOM:
            lines.append(smooth(points, closed=False))
    return lines


def _apart(way: Point, line: Point) -> float:
    """How far aside of a line a way leads."""
    return abs(way[0] * line[1] - way[1] * line[0]) / (hypot(*line) or 1.0)


def _toe_ring(at: Vec, up: Vec, right: Vec, inward: Vec, low: float, top: float, wide: float, shift: float) -> Ring:
    centre = add(add(at, scale(up, (low + top) / 2)), scale(inward, shift))
    return Ring(centre, scale(up, (top - low) / 2), scale(right, wide))


def hand_part(body: Body3D, side: str, camera: Camera, shade: float) -> Part:
    """Palm, fingers held together, thumb; the lines between the fingers where their backs or tips face the viewer."""
    joints, frame = body.joints, body.frames[f"{side}_hand"]
    wrist, knuckles, tips = (joints[f"{side}_{name}"] for name in ("wrist", "hand", "fingers"))
    back, right = column(frame, 0), column(frame, 2)
    thumbward = scale(right, -SIGN[side])
    curl = unit(sub(tips, knuckles))
    finger_back = unit(cross(curl, right))
    if dot(finger_back, back) < 0:
        finger_back = scale(finger_back, -1.0)
    middle = add(lerp(knuckles, tips, 0.50), scale(finger_back, 0.0035))
    rings = (
        Ring(wrist, scale(back, 0.0128), scale(right, 0.0142)),
        Ring(lerp(wrist, knuckles, 0.42), scale(back, 0.0128), scale(right, 0.0183)),
        Ring(add(knuckles, scale(back, 0.001)), scale(back, 0.0108), scale(right, 0.0205)),
        Ring(middle, scale(finger_back, 0.0082), scale(right, 0.0192)),
        Ring(lerp(knuckles, tips, 0.78), scale(finger_back, 0.0066), scale(right, 0.0172)),
    )
    part = Part(f"{side}_hand")
    hand = outline(Tube("skin", rings, 0.012, 0.0055, grows=(True, False)), camera)
    seen = _Seen.of((tips, curl, finger_back, thumbward), camera)
    for sideways, short, radius in FINGERS:
        seen.bulge(hand, (-short - radius, 0.0, sideways), (1.9 * radius, 0.95 * radius, radius))
    thumb = outline(_thumb(wrist, frame, thumbward), camera)
    facing = dot(thumbward, camera.rows[2])
    order = (hand, thumb) if facing > -0.2 else (thumb, hand)
    for drawn in order:
        part.add(drawn, "skin", shade)
    if abs(seen.faces) > 0.35:
        lines = tuple(_finger_lines(seen, distance(knuckles, tips)))
        part.shapes.append(Shape("skin-line", lines, shade=shade, stroke_width=0.0018))
    return part


def _thumb(wrist: Vec, frame: Mat, thumbward: Vec) -> Tube:
    def at(down: float, out: float, palm: float) -> Vec:
        return add(add(wrist, apply(frame, (-palm, -down, 0.0))), scale(thumbward, out))

    back, down = column(frame, 0), column(frame, 1)
    across = unit(add(thumbward, scale(down, 0.5)))
    rings = (
        Ring(at(0.010, 0.007, 0.001), scale(back, 0.0082), scale(across, 0.0085)),
        Ring(at(0.027, 0.0165, 0.003), scale(back, 0.0072), scale(across, 0.0070)),
        Ring(at(0.042, 0.0215, 0.005), scale(back, 0.0062), scale(across, 0.0060)),
        Ring(at(0.054, 0.0225, 0.007), scale(back, 0.0050), scale(across, 0.0048)),
    )
    return Tube("skin", rings, 0.006, 0.0055, edge_from=1, grows=(True, False))


def _finger_lines(seen: _Seen, long: float) -> list[Contour]:
    lines = []
    for (sideways, short, _), (further, shorter, _) in pairwise(FINGERS):
        across, end = (sideways + further) / 2, 0.93 - max(short, shorter) * 14
        a = seen.at(-0.70 * long, 0.0, across * 1.1)
        lines.append(polygon((a, seen.at((end - 1.0) * long, 0.0, across)), closed=False))
    return lines
