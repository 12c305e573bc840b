"""Where a mistake differs from the right way, by the measures that it breaks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import dist

from hinge_gui.figure.joints import sided
from hinge_gui.figure.skeleton import Body3D

Place = tuple[str, float]
"""A joint, and the radius of the ring round it, in statures."""

_HEAD, _TRUNK, _LIMB = 0.100, 0.070, 0.052  # radii of the rings, in statures

PLACES: Mapping[str, Place] = {
    "knee-line": ("work_knee", _LIMB),
    "knee": ("work_knee", _LIMB),
    "knees": ("work_knee", _LIMB),
    "shoulders": ("work_shoulder", _LIMB),
    "hips": ("pelvis", _TRUNK),
    "leg-vertical": ("pelvis", _TRUNK),
    "thighs": ("pelvis", _TRUNK),
    "toes": ("work_toe", _LIMB),
    "pad": ("work_toe", _LIMB),
    "heel": ("work_heel", _LIMB),
    "heels": ("work_heel", _LIMB),
    "ball": ("work_ball", _LIMB),
    "foot": ("work_ball", _LIMB),
    "feet": ("work_ball", _LIMB),
    "ankle": ("work_ankle", _LIMB),
    "head": ("head", _HEAD),
    "head-turn": ("head", _HEAD),
    "pelvis-lag": ("waist", _TRUNK),
    "spine": ("waist", _TRUNK),
    "pelvis-level": ("sacrum", _TRUNK),
    "tail": ("sacrum", _TRUNK),
    "knee-rest": ("work_knee", _LIMB),
    "pelvis-roll": ("pelvis", _TRUNK),
    "pelvis-turn": ("pelvis", _TRUNK),
    "hands": ("work_hand", _LIMB),
    "hands-down": ("work_hand", _LIMB),
    "arms": ("work_wrist", _LIMB),
    "elbows": ("work_elbow", _LIMB),
    "knee-rule": ("work_knee", _LIMB),
    "kneecaps": ("work_knee", _LIMB),
    "legs": ("pelvis", _TRUNK),
    "opening": ("pelvis", _TRUNK),
    "chest": ("chest", _TRUNK),
    "trunk": ("chest", _TRUNK),
}
"""The joint where one sees that a measure is missed and how wide a ring goes round it, the plainest place first."""

# How far up the body these are, the hands as they hang: rings stand apart where two of these steps lie between them.
_FAR_UP: Mapping[str, int] = {
    "toe": 0, "ball": 0, "heel": 0, "ankle": 0, "knee": 2, "pelvis": 4, "sacrum": 4, "hand": 4, "wrist": 4,
    "waist": 5, "elbow": 5, "chest": 6, "shoulder": 6, "head": 7,
}  # fmt: skip
_APART = 2
_ARMS = ("work_hand", "work_wrist", "work_elbow")  # what is measured of them is the worse of both
_CLEARLY = 2.0  # so many times as far the other one must have gone to be the one that is meant


def places_of(breaks: Collection[str], side: str, right: Body3D, wrong: Body3D) -> list[Place]:
    """Where to look at a mistake that breaks these: the plainest place, and the next plainest clearly apart from it.

    `right` and `wrong` are the bodies at the end of either way: of two arms the one is meant that differs.
    """
    found = [place for measure, place in PLACES.items() if measure in breaks]
    apart = [place for place in found if abs(_far_up(place) - _far_up(found[0])) >= _APART]
    return [(_meant(joint, side, right, wrong), radius) for joint, radius in (*found[:1], *apart[:1])]


def _far_up(place: Place) -> int:
    return _FAR_UP[place[0].removeprefix("work_")]


def _meant(joint: str, side: str, right: Body3D, wrong: Body3D) -> str:
    work, other = (sided(joint, letter) for letter in ("lr" if side == "left" else "rl"))
    far, other_far = (dist(right.joints[name], wrong.joints[name]) for name in (work, other))
    return other if joint in _ARMS and other_far > _CLEARLY * far else work
