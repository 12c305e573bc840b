"""Arms: a sleeve that grows out of the shoulder, and what is bare of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hinge_gui.figure.body import PLAIN, Part, Profile, bone_rings, fading
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, hull
from hinge_gui.figure.joints import SIGN
from hinge_gui.figure.look import Look
from hinge_gui.figure.rounds import round_at
from hinge_gui.figure.shapes import Flat, Tube, outline
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Mat, Vec, add, apply, column, cross, dot, lerp, sub, unit

SLEEVE: Profile = (
    (0.00, 0.000, 0.0255, 0.0195),
    (0.14, 0.000, 0.0295, 0.0262),
    (0.30, 0.000, 0.0298, 0.0285),
    (0.48, 0.000, 0.0292, 0.0287),
    (0.60, 0.000, 0.0295, 0.0290),
)
UPPER_ARM: Profile = (
    (0.45, 0.001, 0.0255, 0.0250),
    (0.70, 0.001, 0.0245, 0.0235),
    (0.88, 0.000, 0.0220, 0.0215),
    (1.00, 0.000, 0.0208, 0.0205),
)
FOREARM: Profile = (
    (0.00, 0.000, 0.0208, 0.0205),
    (0.14, 0.001, 0.0228, 0.0222),
    (0.32, 0.002, 0.0232, 0.0225),
    (0.58, 0.001, 0.0195, 0.0190),
    (0.82, 0.000, 0.0155, 0.0152),
    (1.00, 0.000, 0.0138, 0.0140),
)
_CHEST, _SHOULDER = (0.036, 0.032, 0.010), (0.0255, 0.0185, 0.0210)  # half axes
_STRAIGHT = 0.8  # cosine of the bend up to which an elbow shows no crease
_SAME_GARMENT = 0.20  # how dark a far sleeve is at its hem: it is one with the shirt
_HEM = 0.62  # where it lies on the upper arm


def arm_parts(body: Body3D, side: str, look: Look, camera: Camera, shade: float) -> list[Part]:
    """Sleeve with the bare part of the upper arm, forearm."""
    upper, fore = (column(body.frames[f"{side}_{bone}"], 1) for bone in ("upper_arm", "forearm"))
    is_straight = dot(upper, fore) > _STRAIGHT
    return [
        _upper_arm(body, side, look, camera, shade, is_straight=is_straight),
        _forearm(body, side, look, camera, shade, is_straight=is_straight),
    ]


def _upper_arm(body: Body3D, side: str, look: Look, camera: Camera, shade: float, *, is_straight: bool) -> Part:
    shoulder, elbow, full = body.joints[f"{side}_shoulder"], body.joints[f"{side}_elbow"], look.shape.limbs
    frame = body.frames[f"{side}_upper_arm"]
    rings = bone_rings(shoulder, elbow, frame, SLEEVE, full)
    sleeve = Tube("shirt", rings, 0.0165, edge_from=PLAIN, edge_tip=False, hem=True, hollow=True)
    bare = Tube(
        "skin",
        bone_rings(shoulder, elbow, frame, UPPER_ARM, full),
        0.0,
        0.0205 * full,
        edge_tip=False,
        grows=(False, not is_straight),
    )
    part = Part(f"{side}_upper_arm")
    part.add(outline(bare, camera), "skin", shade)
    drawn = outline(sleeve, camera)
    drawn.contours.append(_shoulder(shoulder, frame, body.frames["thorax"], side, full, drawn.flats[1:2], camera))
    worn = part.add(drawn, "shirt", 0.0, (2, len(SLEEVE) - 1))
    if shade:
        hem = lerp(shoulder, elbow, _HEM)
        part.shapes.append(fading(worn, shoulder, hem, 0.07, camera, "hollow", _SAME_GARMENT * shade))
    part.flats = [*drawn.flats, *part.flats[: len(UPPER_ARM)]]  # one chain from shoulder to elbow
    return part


def _forearm(body: Body3D, side: str, look: Look, camera: Camera, shade: float, *, is_straight: bool) -> Part:
    elbow, wrist, full = body.joints[f"{side}_elbow"], body.joints[f"{side}_wrist"], look.shape.limbs
    rings = bone_rings(elbow, wrist, body.frames[f"{side}_forearm"], _slender_at_the_end(FOREARM, full), 1.0)
    fore = Tube(
        "skin",
        rings,
        0.0205 * full,
        0.0138,
        edge_from=0 if is_straight else 1,
        edge_tip=False,
        grows=(not is_straight, True),
        hollow=True,
    )
    part = Part(f"{side}_forearm")
    part.add(outline(fore, camera), "skin", shade)
    return part


@cache
def _slender_at_the_end(profile: Profile, full: float) -> Profile:
    """`full` times as thick at the root; hands and feet are much the same in everybody."""
    return tuple(
        (t, before, deep * k, wide * k)
        for t, before, deep, wide, k in ((*row, 1 + (full - 1) * (1 - 0.7 * row[0])) for row in profile)
    )


def _shoulder(
    shoulder: Vec, frame: Mat, thorax: Mat, side: str, full: float, upper_sleeve: Sequence[Flat], camera: Camera
) -> Contour:
    """From within the chest over the shoulder down to the rings of the sleeve, with no gap under a lifted arm."""
    inside = add(shoulder, apply(thorax, (-0.008, 0.002, -0.062 * SIGN[side])))
    forward, lateral = column(thorax, 0), unit(sub(shoulder, inside))
    chest = round_at(inside, (forward, unit(cross(forward, lateral)), lateral), _CHEST, camera)
    top = round_at(shoulder, [column(frame, n) for n in range(3)], [half * full for half in _SHOULDER], camera)
    return hull([chest, top, *((f.x, f.y, f.ax, f.ay, f.bx, f.by) for f in upper_sleeve)])
