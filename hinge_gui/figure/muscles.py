"""Where a muscle shows: a soft patch on its own side of the limb, at most half as wide as the limb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import ellipsoid
from hinge_gui.figure.easing import smoothstep
from hinge_gui.figure.flesh import is_still
from hinge_gui.figure.joints import SIDES, SIGN
from hinge_gui.figure.shapes import Glow, Shape
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Vec, add, column, cross, dot, lerp, scale, sub, unit
from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Patch:
    """Between two joints, around `middle` of the way, reaching `half_length` of it either way.

    `towards` is the side of the limb in the axes of `frame` (forward, up, inward to the middle of the body), `out`
    how far from the bone the patch lies, `half_width` its reach round the limb; both in statures.
    """

    part: str
    root: str
    tip: str
    frame: str
    middle: float
    half_length: float
    towards: Vec
    out: float
    half_width: float


MUSCLES: Mapping[str, Sequence[Patch]] = {
    "calf": (Patch("shank", "knee", "ankle", "shank", 0.35, 0.31, (-1.0, 0.0, 0.0), 0.034, 0.034),),
    "soleus": (Patch("shank", "knee", "ankle", "shank", 0.58, 0.34, (-1.0, 0.0, 0.0), 0.029, 0.028),),
    "shin": (Patch("shank", "knee", "ankle", "shank", 0.42, 0.40, (0.94, 0.0, -0.34), 0.025, 0.021),),
    "top-of-foot": (Patch("foot", "ankle", "ball", "foot", 0.70, 0.46, (0.45, 0.89, 0.0), 0.016, 0.019),),
    "hamstrings": (Patch("thigh", "hip", "knee", "thigh", 0.52, 0.48, (-1.0, 0.0, 0.0), 0.048, 0.046),),
    "adductors": (Patch("thigh", "hip", "knee", "thigh", 0.42, 0.46, (0.15, 0.0, 1.0), 0.042, 0.042),),
    "buttock": (Patch("seat", "hip", "knee", "pelvis", 0.02, 0.20, (-1.0, 0.0, -0.35), 0.052, 0.046),),
    "back": (Patch("shirt", "sacrum", "c7", "lumbar", 0.38, 0.50, (-1.0, 0.0, -0.35), 0.052, 0.024),),
    "waist": (Patch("shirt", "sacrum", "chest", "lumbar", 0.40, 0.46, (0.20, 0.0, -1.0), 0.078, 0.052),),
    "chest": (
        Patch("shirt", "shoulder", "chest", "thorax", 0.50, 0.40, (1.0, 0.0, 0.0), 0.050, 0.033),
        Patch("upper_arm", "shoulder", "chest", "thorax", 0.50, 0.40, (1.0, 0.0, 0.0), 0.050, 0.033),
    ),
}
OPACITY = 0.92
_CARRIERS = ("trousers", "shirt", "skin")
_HIDDEN, _PLAIN = -0.85, -0.30  # a patch turned away from the viewer that far is not seen; one turned less is
Glows = dict[tuple[str, str, str], tuple[Shape, float, list[float], Shape]]
"""By muscle, part and side: what carries it, how strong it is and where it lies, and the patch."""


def show_muscle(
    name: str,
    sides: str,
    strength: float,
    body: Body3D,
    parts: Sequence[Part],
    camera: Camera,
    kept: Glows | None = None,
) -> None:
    """Lay the patches of a muscle over the parts that carry them. `sides`: r, l or rl. KeyError for an unknown name.

    Whoever shows a movement hands in what was `kept` of it: where limb and strength are the same, so is the patch.
    """
    by_name, kept = {part.name: part for part in parts}, {} if kept is None else kept
    for patch in MUSCLES[name]:
        for side in SIDES:
            part = by_name.get(patch.part) or by_name.get(f"{side}_{patch.part}")
            if part is None or side not in sides:
                continue
            carrier = [shape for shape in part.shapes if shape.role in _CARRIERS and not shape.stroke_width][-1]
            key, ends = (name, part.name, side), _ends(patch, side, body)
            lies = [*ends[0], *ends[1]]
            found = kept.get(key)
            if found is None or found[0] is not carrier or found[1] != strength or not is_still(found[2], lies):
                glow, seen = _glow(patch, side, ends, body, camera)
                shape = carrier.with_glow("muscle", glow, OPACITY * seen * strength)
                found = kept[key] = carrier, strength, lies, shape
            if found[3].opacity > 0.0:
                part.shapes.append(found[3])


def _ends(patch: Patch, side: str, body: Body3D) -> tuple[Vec, Vec]:
    joints = body.joints
    root = joints.get(patch.root) or joints[f"{side}_{patch.root}"]
    return root, joints.get(patch.tip) or joints[f"{side}_{patch.tip}"]


def _glow(patch: Patch, side: str, ends: tuple[Vec, Vec], body: Body3D, camera: Camera) -> tuple[Glow, float]:
    frames, (root, tip) = body.frames, ends
    frame = frames.get(patch.frame) or frames[f"{side}_{patch.frame}"]
    forward, up, inward = patch.towards
    towards = unit(
        add(
            add(scale(column(frame, 0), forward), scale(column(frame, 1), up)),
            scale(column(frame, 2), -SIGN[side] * inward),
        )
    )
    bone = sub(tip, root)
    centre = add(lerp(root, tip, patch.middle), scale(towards, patch.out))
    around = unit(cross(bone, towards))
    axes = [
        camera.project(v)[:2]
        for v in (
            scale(bone, patch.half_length),
            scale(around, patch.half_width),
            scale(towards, patch.half_width * 0.72),
        )
    ]
    x, y, _ = camera.project(centre)
    rim = ellipsoid(axes, (x, y))
    (ax, ay), (bx, by) = rim.start, rim.segments[0][4:6]
    seen = max(0.0, min(1.0, (dot(towards, camera.rows[2]) - _HIDDEN) / (_PLAIN - _HIDDEN)))
    return Glow((x, y), (ax - x, ay - y), (bx - x, by - y)), smoothstep(seen)
