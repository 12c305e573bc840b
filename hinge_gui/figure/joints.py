"""The names of the joints' angles, how far each can go, and which way left and right mirror.

A pose is a small map of angles in degrees, each relative to the bone before it, in the terms of anatomy:
flexion is positive (an ankle's is dorsiflexion, lifting the forefoot), `_abd` leads away from the body,
`hip_open` and `sh_open` do the same for a limb that is lifted forward, `_rot` turns the limb outward.
`turn`, `pelvis_roll`, `twist` and `head_turn` turn towards the person's left, `side` and `pelvis_side`
lean to the right. `toes` is positive when they lift and negative when they are tucked under, `wrist` is
positive when the back of the hand nears the forearm, and `palm` says where the palm of a hanging arm
looks: 0 back, 90 to the thigh, 180 forward.
"""

from __future__ import annotations

from collections.abc import Mapping

Pose = Mapping[str, float]

SIDES = ("r", "l")
SIGN: Mapping[str, int] = {"r": 1, "l": -1}  # the direction of a side along z
OTHER: Mapping[str, str] = {"r": "l", "l": "r"}

TRUNK_RANGES: Mapping[str, tuple[float, float]] = {
    "turn": (-180, 180),
    "pelvis_tilt": (-110, 130),
    "pelvis_side": (-25, 25),
    "pelvis_roll": (-100, 100),
    "lumbar": (-30, 60),
    "thorax": (-20, 40),
    "twist": (-50, 50),
    "side": (-35, 35),
    "neck": (-60, 60),
    "head_turn": (-80, 80),
}

# Ceilings of ordinary adults; those of ankle, toes and wrist are the ones met under the body's weight.
LIMB_RANGES: Mapping[str, tuple[float, float]] = {
    "hip": (-25, 125),
    "hip_abd": (-30, 45),
    "hip_open": (-45, 60),
    "hip_rot": (-45, 60),
    "knee": (-10, 150),
    "ankle": (-60, 35),
    "toes": (-40, 70),
    "shrug": (-10, 30),
    "sh": (-60, 180),
    "sh_abd": (-45, 180),
    "sh_open": (-45, 110),
    "sh_rot": (-90, 90),
    "elbow": (-5, 150),
    "palm": (-10, 190),
    "wrist": (-80, 90),
    "curl": (0, 100),
}

JOINT_RANGES: Mapping[str, tuple[float, float]] = {
    **TRUNK_RANGES,
    **{f"{side}_{name}": bounds for side in SIDES for name, bounds in LIMB_RANGES.items()},
}

MIRRORED_SIGN = ("turn", "pelvis_side", "pelvis_roll", "twist", "side", "head_turn")

# A person standing at ease: arms a little away from the body, elbows and fingers soft, palms to the thighs.
NEUTRAL: Pose = {
    f"{side}_{name}": angle
    for side in SIDES
    for name, angle in {"sh_abd": 7.0, "elbow": 9.0, "palm": 75.0, "curl": 22.0}.items()
}


def sided(name: str, work: str) -> str:
    """A name with the side that `work_` or `other_` means before it, where this one works."""
    return name.replace("work_", f"{work}_").replace("other_", f"{OTHER[work]}_")


def mirrored(pose: Pose) -> dict[str, float]:
    """The same pose with left and right exchanged."""
    out = {}
    for name, angle in pose.items():
        if name[:2] in ("r_", "l_"):
            out[OTHER[name[0]] + name[1:]] = angle
        else:
            out[name] = -angle if name in MIRRORED_SIGN else angle
    return out
