"""Feet with a heel, an arch, a ball and toes; hands with a thumb, that can rest flat."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point, ellipsoid, polygon
from hinge_gui.figure.joints import SIGN
from hinge_gui.figure.shapes import Outline, Ring, Shape, Tube, outline
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Mat, Vec, add, apply, column, cross, dot, lerp, scale, sub, unit

# Rows of (share from heel to ball, underside over the sole, top over the sole, half width).
FOOT = (
    (0.02, 0.0045, 0.0270, 0.0125),
    (0.11, 0.0005, 0.0400, 0.0180),
    (0.26, 0.0000, 0.0530, 0.0200),
    (0.44, 0.0015, 0.0530, 0.0195),
    (0.62, 0.0030, 0.0400, 0.0210),
    (0.80, 0.0020, 0.0290, 0.0240),
    (1.00, 0.0000, 0.0215, 0.0262),
)
# Of each toe from the great one: how far inward of the middle of the foot, how far its tip falls short, its radius.
TOES = (
    (0.0165, 0.000, 0.0090),
    (0.0040, 0.001, 0.0066),
    (-0.0060, 0.005, 0.0062),
    (-0.0145, 0.010, 0.0058),
    (-0.0215, 0.016, 0.0054),
)
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
    foot = outline(Tube("skin", rings, 0.005, 0.006, edge_root=True, edge_tip=False, hull_below=0.64), camera)
    toes, slits = _toes((ball, mid, tip), body.frames[f"{side}_toes"], inward, camera)
    foot.contours.extend(toes.contours)
    foot.edges.extend(toes.edges)
    foot.flats.extend(toes.flats)
    part.add(foot, "skin", shade)
    if len(slits) > 1:  # a single one would be taken for a scratch
        part.shapes.append(Shape("skin-line", tuple(slits), shade=shade, stroke_width=0.0022))
    return part


def _toes(joints: tuple[Vec, Vec, Vec], frame: Mat, inward: Vec, camera: Camera) -> tuple[Outline, list[Contour]]:
    """Toes from ball over middle to tip, and the clefts between them."""
    ball, mid, tip = joints
    up, right = column(frame, 1), column(frame, 2)
    along = unit(sub(tip, mid))
    tip_up = unit(cross(right, along))
    rings = (
        _toe_ring(ball, up, right, inward, 0.0, 0.0215, 0.0262, 0.0025),
        _toe_ring(lerp(ball, mid, 0.6), up, right, inward, 0.0, 0.0180, 0.0262, 0.0020),
        _toe_ring(lerp(mid, tip, 0.15), tip_up, right, inward, 0.0, 0.0150, 0.0225, 0.0030),
    )
    drawn = outline(Tube("skin", rings, 0.004, 0.004, edge_tip=False), camera)
    slits: list[Contour] = []
    shown = dot(tip_up, camera.rows[2])
    to_viewer = scale(tip_up, 1.0 if shown > 0 else -1.0)  # their clefts are seen from above and from below
    previous: Vec | None = None
    for sideways, short, radius in TOES:
        end = add(add(tip, scale(along, -short - radius)), scale(inward, sideways))
        end = add(end, scale(tip_up, radius * 0.92))
        axes = [
            camera.project(v)[:2]
            for v in (scale(along, radius * 1.5), scale(tip_up, radius * 0.9), scale(right, radius))
        ]
        x, y, _ = camera.project(end)
        drawn.contours.append(ellipsoid(axes, (x, y)))
        drawn.edges.append(drawn.contours[-1])
        if previous is not None and abs(shown) > 0.15:
            cleft = add(lerp(previous, end, 0.5), scale(to_viewer, radius * 0.7))
            far = -0.010 if shown > 0 else -0.004
            a, b = (camera.project(add(cleft, scale(along, k)))[:2] for k in (0.006, far))
            if _apart(camera.project(sub(end, previous))[:2], (b[0] - a[0], b[1] - a[1])) > _CLEFT_ROOM:
                slits.append(polygon((a, b), closed=False))
        previous = end
    return drawn, slits


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
    hand = outline(Tube("skin", rings, 0.012, 0.0055, edge_from=1), camera)
    for sideways, short, radius in FINGERS:
        end = add(add(tips, scale(curl, -short - radius)), scale(thumbward, sideways))
        axes = [
            camera.project(v)[:2]
            for v in (scale(curl, radius * 1.9), scale(finger_back, radius * 0.95), scale(right, radius))
        ]
        hand.contours.append(ellipsoid(axes, camera.project(end)[:2]))
        hand.edges.append(hand.contours[-1])
    thumb = outline(_thumb(wrist, frame, thumbward), camera)
    facing = dot(thumbward, camera.rows[2])
    order = (hand, thumb) if facing > -0.2 else (thumb, hand)
    for drawn in order:
        part.add(drawn, "skin", shade)
    if abs(dot(finger_back, camera.rows[2])) > 0.35:
        part.shapes.append(
            Shape(
                "skin-line", tuple(_finger_lines(knuckles, tips, thumbward, camera)), shade=shade, stroke_width=0.0018
            )
        )
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
    return Tube("skin", rings, 0.006, 0.0055, edge_from=1)


def _finger_lines(knuckles: Vec, tips: Vec, thumbward: Vec, camera: Camera) -> list[Contour]:
    lines = []
    for (sideways, short, _), (further, shorter, _) in pairwise(FINGERS):
        across, end = (sideways + further) / 2, 0.93 - max(short, shorter) * 14
        a = camera.project(add(lerp(knuckles, tips, 0.30), scale(thumbward, across * 1.1)))
        b = camera.project(add(lerp(knuckles, tips, end), scale(thumbward, across)))
        lines.append(polygon((a[:2], b[:2]), closed=False))
    return lines
