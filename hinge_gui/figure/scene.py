"""Everything of one picture, from the floor up, ready to be stroked: props, shadow, body, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hinge_gui.figure.body import Part, arm_parts, leg_parts, neck_part, trunk_parts
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.hands_feet import foot_part, hand_part
from hinge_gui.figure.head import head_parts
from hinge_gui.figure.joints import OTHER, SIDES
from hinge_gui.figure.look import Look
from hinge_gui.figure.order import in_order
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.skeleton import Body3D

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top in the plane of the picture, in statures."""

_FAR_FROM, _FAR_BY = 0.02, 0.09  # a limb is wholly in shade when its fellow is that much nearer


def body_parts(body: Body3D, camera: Camera, look: Look, breath: float = 0.0) -> list[Part]:
    """The parts of the body in the order in which they are painted."""
    parts = trunk_parts(body, look, camera, breath)
    parts.append(neck_part(body, camera))
    parts.extend(head_parts(body, look, camera))
    for side in SIDES:
        leg_shade, arm_shade = _shade(body, side, "hip", camera), _shade(body, side, "shoulder", camera)
        parts.extend(leg_parts(body, side, look, camera, leg_shade))
        parts.append(foot_part(body, side, camera, leg_shade))
        parts.extend(arm_parts(body, side, look, camera, arm_shade))
        parts.append(hand_part(body, side, camera, arm_shade))
    return in_order(parts)


def _shade(body: Body3D, side: str, joint: str, camera: Camera) -> float:
    """How far a limb lies behind its fellow, 0 to 1."""
    here = camera.project(body.joints[f"{side}_{joint}"])[2]
    there = camera.project(body.joints[f"{OTHER[side]}_{joint}"])[2]
    return max(0.0, min(1.0, (there - here - _FAR_FROM) / _FAR_BY))


def body_shapes(body: Body3D, camera: Camera, look: Look, breath: float = 0.0) -> list[Shape]:
    return [shape for part in body_parts(body, camera, look, breath) for shape in part.shapes]
