"""Seat and hips: one round from the low back to the thigh, however far the hip bends.

What is seen of them is the hull of a few ellipsoids: of either half of the pelvis, of the buttock, which turns half
with pelvis and half with thigh, and of the upper thigh. Where they lie on the floor or a seat they give way.
"""

from __future__ import annotations

from collections.abc import Sequence

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Ellipse, hull
from hinge_gui.figure.joints import SIGN
from hinge_gui.figure.look import Look
from hinge_gui.figure.rounds import round_at
from hinge_gui.figure.shapes import Flat, Ring, ring_at
from hinge_gui.figure.sitting import Seat
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Mat, Vec, add, apply, column, dot, length, scale, unit

# The trousers from just under the shirt's hem: rows of (before, above the hip line, half depth, half width). They reach
# no higher, so that little changes where seat and shirt change places.
_SEAT = (
    (-0.006, 0.024, 0.0658, 0.0938),
    (-0.0085, 0.002, 0.0700, 0.0990),
    (-0.0110, -0.022, 0.0708, 0.0990),
    (-0.0125, -0.043, 0.0640, 0.0925),
    (-0.0105, -0.058, 0.0480, 0.0760),
)
_Rounds = Sequence[tuple[float, float, float, float, float, float]]
"""Rows of (before, above the hip line, beside its middle, half depth, half height, half width)."""
_WHOLE: _Rounds = ((-0.0150, 0.012, 0.0, 0.0590, 0.040, 0.0955), (-0.0145, -0.021, 0.0, 0.0678, 0.046, 0.0990))
_HALF: _Rounds = ((-0.0165, 0.011, 0.030, 0.0565, 0.037, 0.0620), (-0.0200, -0.021, 0.048, 0.0585, 0.044, 0.0475))


def seat_rings(body: Body3D, look: Look) -> tuple[Ring, ...]:
    """Where it is, for what may lie before it."""
    at, pelvis, full = body.joints["pelvis"], body.frames["pelvis"], look.shape.hips
    return tuple(ring_at(at, pelvis, before, above, deep * full, wide * full) for before, above, deep, wide in _SEAT)


def seat_contour(body: Body3D, look: Look, camera: Camera, on: Seat | None = None) -> Contour:
    return hull(_rounds(_WHOLE, body, look, camera, on))


def hip_contour(
    body: Body3D, side: str, look: Look, upper_thigh: Sequence[Flat], camera: Camera, on: Seat | None = None
) -> Contour:
    """Of one side, down to the rings of its thigh."""
    pelvis, thigh = body.frames["pelvis"], body.frames[f"{side}_thigh"]
    buttock = _buttock(body.joints[f"{side}_hip"], pelvis, thigh, look.shape.limbs, camera, on)
    down_to = [(f.x, f.y, f.ax, f.ay, f.bx, f.by) for f in upper_thigh]
    return hull([*_rounds(_HALF, body, look, camera, on, SIGN[side]), buttock, *down_to])


def _rounds(
    rows: _Rounds, body: Body3D, look: Look, camera: Camera, on: Seat | None, sign: float = 1.0
) -> list[Ellipse]:
    at, pelvis, full = body.joints["pelvis"], body.frames["pelvis"], look.shape.hips
    axes = [column(pelvis, n) for n in range(3)]
    found = []
    for before, above, beside, deep, high, wide in rows:
        middle = add(at, apply(pelvis, (before, above, beside * full * sign)))
        found.append(round_at(middle, axes, (deep * full, high, wide * full), camera, _under(middle, on)))
    return found


def _buttock(hip: Vec, pelvis: Mat, thigh: Mat, full: float, camera: Camera, on: Seat | None) -> Ellipse:
    axes = [_between(column(pelvis, n), column(thigh, n)) for n in range(3)]
    bent = 1.0 - max(0.0, dot(column(pelvis, 1), column(thigh, 1)))
    behind, below = scale(axes[0], -0.010 - 0.012 * bent), scale(axes[1], -0.012 + 0.006 * bent)
    half = (0.064 * full, (0.056 + 0.003 * bent) * full, 0.047 * full)
    middle = add(hip, add(behind, below))
    return round_at(middle, axes, half, camera, _under(middle, on))


def _between(a: Vec, b: Vec) -> Vec:
    """Half way from one direction to the other; the first where they are opposite, as no hip can be."""
    both = add(a, b)
    return unit(both) if length(both) > 1e-6 else a


def _under(middle: Vec, on: Seat | None) -> float:
    return on.under(middle) if on else 0.0
