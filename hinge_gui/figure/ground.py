"""The floor and the wall, and the soft shadow where the body comes near them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import cos, hypot, radians, sin

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import ellipse
from hinge_gui.figure.joints import SIDES
from hinge_gui.figure.prop import Prop
from hinge_gui.figure.shapes import Glow, Shape
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Vec

# What may touch the floor: pairs of joints with the half width of what lies between.
_BELOW: Sequence[tuple[str, str, float]] = (
    ("r_heel", "r_toe", 0.030),
    ("l_heel", "l_toe", 0.030),
    ("r_knee", "r_ankle", 0.045),
    ("l_knee", "l_ankle", 0.045),
    ("r_hip", "r_knee", 0.060),
    ("l_hip", "l_knee", 0.060),
    ("pelvis", "chest", 0.120),
    ("chest", "c7", 0.125),
    ("skull", "crown", 0.065),
    ("r_shoulder", "r_elbow", 0.040),
    ("l_shoulder", "l_elbow", 0.040),
    ("r_elbow", "r_fingers", 0.032),
    ("l_elbow", "l_fingers", 0.032),
)
# What of a leg may touch a wall.
_BEFORE: Sequence[tuple[str, str, float]] = (("heel", "ball", 0.045), ("ankle", "knee", 0.055))
_FALLS = 0.022  # how far below what throws it a shadow on a wall lies: the light comes from above
# A shadow that moves by less than this share of its width, or fades by less than that, looks the same.
_SAME, _LEAST_SAME, _SHADES = 0.04, 0.0025, 50
_NEAR = 0.20  # what is higher than this throws no shadow to speak of
_FLATTEST = 0.011  # the shadow's half height where one looks along the floor
_STEEP_DEG, _RISES_WITHIN_DEG = 50.0, 18.0  # looked on from higher up, the floor's end rises out of the picture
_BEYOND = 9.0  # of stature
_UNDER, _BESIDE, _PROP_SHADE = 1.22, 0.022, 0.20  # how far a prop's shadow reaches, of its half size and beside it


def horizon(camera: Camera) -> float:
    """How high in the picture the floor ends; beyond every picture where one looks down on it."""
    return 0.020 + 0.42 * max(0.0, sin(radians(camera.pitch_deg))) + _BEYOND * looked_down_on(camera) ** 2


def looked_down_on(camera: Camera) -> float:
    """From 0, where one sees the end of the floor, to 1, where the floor is all around."""
    return max(0.0, min(1.0, (camera.pitch_deg - _STEEP_DEG) / _RISES_WITHIN_DEG))


def shadows(body: Body3D, camera: Camera) -> list[Shape]:
    """Dark where the body is close to the floor, fading with its height."""
    shapes = []
    for a, b, wide in _BELOW:
        p, q = body.joints[a], body.joints[b]
        height = max(0.0, (min(p[1], q[1]) * 2 + max(p[1], q[1])) / 3 - wide * 0.6)
        if height < _NEAR:
            near = round((1.0 - height / _NEAR) * _SHADES) / _SHADES
            shapes.append(_shadow(_rounded(p, wide), _rounded(q, wide), wide, near, camera))
    return shapes


def _rounded(v: Vec, wide: float) -> Vec:
    step = max(_LEAST_SAME, _SAME * wide)
    return (round(v[0] / step) * step, round(v[1] / step) * step, round(v[2] / step) * step)


def prop_shadow(prop: Prop, camera: Camera) -> Shape:
    """Soft on the floor around what stands or lies there."""
    turn = radians(prop.turn_deg)
    forward, across = (_UNDER * half + _BESIDE for half in (prop.size[0] / 2, prop.size[2] / 2))
    u, v = (cos(turn) * forward, 0.0, -sin(turn) * forward), (sin(turn) * across, 0.0, cos(turn) * across)
    return _on_floor((prop.at[0], 0.0, prop.at[2]), u, v, _PROP_SHADE, camera)


@lru_cache(maxsize=64)
def _shadow(p: Vec, q: Vec, wide: float, near: float, camera: Camera) -> Shape:
    dx, dz = (q[0] - p[0]) / 2, (q[2] - p[2]) / 2
    long = hypot(dx, dz)
    ux, uz = (dx / long, dz / long) if long > 1e-6 else (1.0, 0.0)
    reach = long + wide * 1.15
    middle = ((p[0] + q[0]) / 2, 0.0, (p[2] + q[2]) / 2)
    along, aside = (ux * reach, 0.0, uz * reach), (-uz * wide * 1.3, 0.0, ux * wide * 1.3)
    return _on_floor(middle, along, aside, 0.30 * near * near, camera)


def _on_floor(middle: Vec, along: Vec, aside: Vec, opacity: float, camera: Camera) -> Shape:
    x, y, _ = camera.project(middle)
    u, v = (camera.project(axis)[:2] for axis in (along, aside))
    # Seen along the floor both axes lie in it; the flat side is then given a little height.
    if abs(u[0] * v[1] - u[1] * v[0]) < _FLATTEST * max(hypot(*u), hypot(*v)):
        u, v = (max(abs(u[0]), abs(v[0])), 0.0), (0.0, _FLATTEST)
        y -= 0.004
    return Shape("shadow", (ellipse((x, y), u, v),), opacity=opacity, glow=Glow((x, y), u, v))


def wall_shadows(body: Body3D, camera: Camera, wall: float) -> list[Shape]:
    """Dark where the legs are close to a wall that stands so far forward."""
    shapes = []
    for side in SIDES:
        for a, b, wide in _BEFORE:
            p, q = body.joints[f"{side}_{a}"], body.joints[f"{side}_{b}"]
            away = abs(wall - (p[0] + q[0]) / 2)
            if away < _NEAR:
                near = round((1.0 - away / _NEAR) * _SHADES) / _SHADES
                shapes.append(_on_wall(_rounded(p, wide), _rounded(q, wide), wide, near, camera, wall))
    return shapes


@lru_cache(maxsize=64)
def _on_wall(p: Vec, q: Vec, wide: float, near: float, camera: Camera, wall: float) -> Shape:
    dy, dz = (q[1] - p[1]) / 2, (q[2] - p[2]) / 2
    long = hypot(dy, dz) or 1e-6
    uy, uz, reach = dy / long, dz / long, long + wide
    x, y, _ = camera.project((wall, (p[1] + q[1]) / 2 - _FALLS, (p[2] + q[2]) / 2))
    u, v = (camera.project(axis)[:2] for axis in ((0.0, uy * reach, uz * reach), (0.0, -uz * wide, uy * wide)))
    return Shape("shadow", (ellipse((x, y), u, v),), opacity=0.26 * near * near, glow=Glow((x, y), u, v))
