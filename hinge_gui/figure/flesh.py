"""The whole body as parts. On the way from start to end much of it stands still, and is not made anew."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from operator import sub

from hinge_gui.figure.arms import arm_parts
from hinge_gui.figure.body import Part, neck_part, shank_part, thigh_part, trunk_parts
from hinge_gui.figure.bounds import Bounds
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.hands_feet import foot_part, hand_part
from hinge_gui.figure.head import head_parts
from hinge_gui.figure.joints import OTHER, SIDES
from hinge_gui.figure.look import Look
from hinge_gui.figure.sitting import Seat
from hinge_gui.figure.skeleton import Body3D

_Joints = tuple[list[float], list[float]]
"""Where joints are and how bones are turned, number after number."""
_Reader = Callable[[Body3D], _Joints]
_STILL = 8e-4  # of stature: less than half a pixel where the body is five hundred high
_STRAIGHT = 8 * _STILL  # of a bone's axes: flesh lies no farther from its bone than an eighth of stature
_THICKEST = 0.16  # of stature: flesh and hair reach no farther from their joints
_SHADES = 16  # shades of a colour that the eye tells apart, as many as a palette mixes
_FAR_FROM, _FAR_BY = 0.02, 0.09  # of stature: how much nearer its fellow is when shade begins; how much more when full


def _made_from(joints: str, frames: str, side: str = "") -> _Reader:
    """Reads what of a body some parts are made from; `?` stands for the side."""
    at, turned = (names.replace("?", side).split() for names in (joints, frames))
    flat = chain.from_iterable

    def read(body: Body3D) -> _Joints:
        where, how = body.joints, body.frames
        return list(flat([where[name] for name in at])), list(flat(flat([how[name] for name in turned])))

    return read


def _limbs(joints: str, frames: str) -> dict[str, _Reader]:
    return {side: _made_from(joints, frames, side) for side in SIDES}


_TRUNK = _made_from("pelvis sacrum low_back waist chest c7 r_shoulder l_shoulder", "pelvis lumbar thorax")
_NECK = _made_from("c7 skull", "thorax neck head")
_HEAD = _made_from("head", "head")
_THIGH = _limbs("?_hip ?_knee", "pelvis ?_thigh")
_SHANK = _limbs("?_knee ?_ankle", "?_shank")
_FOOT = _limbs("?_heel ?_ball ?_toe_mid ?_toe", "?_foot ?_toes")
_ARM = _limbs("?_shoulder ?_elbow ?_wrist", "thorax ?_upper_arm ?_forearm")
_HAND = _limbs("?_wrist ?_hand ?_fingers", "?_hand")


class Flesh:
    """The parts of one body as one camera sees them, from frame to frame.

    Parts that have not moved by as much as one sees are handed out again, with the very same shapes.
    """

    def __init__(self, look: Look, camera: Camera, on: Seat | None = None) -> None:
        """`on` is what the body sits on, if it does."""
        self._look, self._camera, self._on = look, camera, on
        self._within: Bounds | None = None
        self._kept: dict[str, tuple[tuple[object, ...], _Joints, list[Part]]] = {}

    def parts(self, body: Body3D, breath: float = 0.0, within: Bounds | None = None) -> list[Part]:
        """The parts, not yet in order; more shapes may be laid over them. What is far from `within` is left out."""
        look, camera, on, self._within = self._look, self._camera, self._on, within
        parts = self._kept_or("trunk", (breath,), _TRUNK(body), lambda: trunk_parts(body, look, camera, breath, on))
        parts += self._kept_or("neck", (), _NECK(body), lambda: [neck_part(body, look, camera)])
        parts += self._kept_or("head", (), _HEAD(body), lambda: head_parts(body, look, camera))
        for side in SIDES:
            parts += self._leg(body, side)
            parts += self._arm(body, side)
        return parts

    def _leg(self, body: Body3D, side: str) -> list[Part]:
        look, camera, on = self._look, self._camera, self._on
        shade = _shade(body, side, "hip", camera)
        return [
            *self._kept_or(
                f"{side}_thigh",
                (shade,),
                _THIGH[side](body),
                lambda: [thigh_part(body, side, look, camera, shade, on)],
            ),
            *self._kept_or(
                f"{side}_shank", (shade,), _SHANK[side](body), lambda: [shank_part(body, side, look, camera, shade)]
            ),
            *self._kept_or(f"{side}_foot", (shade,), _FOOT[side](body), lambda: [foot_part(body, side, camera, shade)]),
        ]

    def _arm(self, body: Body3D, side: str) -> list[Part]:
        look, camera = self._look, self._camera
        shade = _shade(body, side, "shoulder", camera)
        return [
            *self._kept_or(
                f"{side}_arm", (shade,), _ARM[side](body), lambda: arm_parts(body, side, look, camera, shade)
            ),
            *self._kept_or(f"{side}_hand", (shade,), _HAND[side](body), lambda: [hand_part(body, side, camera, shade)]),
        ]

    def _kept_or(
        self, name: str, same: tuple[object, ...], near: _Joints, make: Callable[[], list[Part]]
    ) -> list[Part]:
        """The parts as they were, where they were made from the `same` and joints are `near` where they were then."""
        if self._within and not self._is_about(self._within, near[0]):
            return []
        found = self._kept.get(name)
        if found is None or found[0] != same or not _is_near(found[1], near):
            found = self._kept[name] = same, near, make()
        return [Part(part.name, part.shapes.copy(), part.flats) for part in found[2]]

    def _is_about(self, within: Bounds, joints: list[float]) -> bool:
        """Whether a part of these joints may reach into the bounds."""
        left, bottom, right, top = within
        at = map(self._camera.project, zip(joints[::3], joints[1::3], joints[2::3], strict=True))
        xs, ys, _ = zip(*at, strict=True)
        beside = max(xs) < left - _THICKEST or min(xs) > right + _THICKEST
        return not (beside or max(ys) < bottom - _THICKEST or min(ys) > top + _THICKEST)


def _shade(body: Body3D, side: str, joint: str, camera: Camera) -> float:
    """How far a limb lies behind its fellow, 0 to 1; looked down on, all lie in the same light."""
    here = camera.project(body.joints[f"{side}_{joint}"])[2]
    there = camera.project(body.joints[f"{OTHER[side]}_{joint}"])[2]
    behind = max(0.0, min(1.0, (there - here - _FAR_FROM) / _FAR_BY)) * camera.rows[1][1]
    return round(behind * _SHADES) / _SHADES


def _is_near(before: _Joints, now: _Joints) -> bool:
    """Whether what is made of these would look the same."""
    return is_still(before[0], now[0]) and is_still(before[1], now[1], _STRAIGHT)


def is_still(before: list[float], now: list[float], within: float = _STILL) -> bool:
    """Whether nobody sees that these have moved."""
    return not now or max(map(abs, map(sub, before, now))) < within
