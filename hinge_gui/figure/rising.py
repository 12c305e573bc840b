"""The way up from the floor: two figures on the way to standing, written as an exercise's `figure` is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

ON_ONE_SIDE: Final[Mapping[str, Any]] = {
    "view": {"yaw": 34, "pitch": 24},
    "anchor": {"pelvis": [0, 16]},
    "props": [{"kind": "mat", "at": [5, 0, 12]}, {"kind": "pillow", "at": [-64, 1, 8], "size": [28, 9, 40]}],
    "poses": {
        "all": {
            "pelvis_tilt": -90,
            "pelvis_roll": -88,
            "side": -7,
            "neck": 8,
            "hip": 44,
            "knee": 85,
            "work_hip_abd": 4,
            "other_hip_abd": -13,
            "contacts": {
                "foot": None,
                "work_hand": {"palm": [-72, 2, 38], "point": 150, "elbow": [0.6, 0, 1]},
                "other_hand": {"palm": [-28, 1.5, -34], "point": -145, "elbow": [0.6, 0.6, 0.3]},
            },
        },
        "start": {},
        "end": {},
    },
}
SITTING: Final[Mapping[str, Any]] = {
    "view": {"yaw": 30, "pitch": 14},
    "anchor": {"pelvis": [0, 10]},
    "props": [{"kind": "mat", "at": [15, 0, 0]}],
    "poses": {
        "all": {
            "hip": 90,
            "pelvis_tilt": -14,
            "lumbar": 4,
            "thorax": 4,
            "neck": 6,
            "contacts": {
                "foot": {"heel": [48, 1, 9]},
                "hand": {"palm": [-34, 1.5, 25], "point": 150},
            },
        },
        "start": {},
        "end": {},
    },
}
