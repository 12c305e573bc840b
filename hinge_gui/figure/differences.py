"""Where a mistake differs from the right way, by the measures that it breaks."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_HEAD, _TRUNK, _LIMB = 0.100, 0.070, 0.052  # radii of the rings, in statures

PLACES: Mapping[str, tuple[str, float]] = {
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
    "pelvis-roll": ("pelvis", _TRUNK),
    "pelvis-turn": ("pelvis", _TRUNK),
    "hands": ("work_hand", _LIMB),
    "hands-down": ("work_hand", _LIMB),
    "arms": ("work_wrist", _LIMB),
    "elbows": ("work_elbow", _LIMB),
    "knee-rule": ("work_knee", _LIMB),
    "knee-rest": ("work_knee", _LIMB),
    "kneecaps": ("work_knee", _LIMB),
    "legs": ("pelvis", _TRUNK),
    "opening": ("pelvis", _TRUNK),
    "chest": ("chest", _TRUNK),
    "trunk": ("chest", _TRUNK),
}
"""The joint where one sees that a measure is missed and how wide a ring goes round it, the plainest place first."""


def place_of(breaks: Collection[str], side: str) -> tuple[str, float] | None:
    """Joint and radius of the place at which to look, where a mistake breaks these; None where it breaks nothing."""
    work = "l" if side == "left" else "r"
    for measure, (joint, radius) in PLACES.items():
        if measure in breaks:
            return joint.replace("work_", f"{work}_"), radius
    return None
