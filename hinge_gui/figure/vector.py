"""Vectors and rotation matrices (three numbers, nine numbers), as much of them as a body of two dozen bones needs.

Axes of the room: x forward (where the person faces), y up, z to the person's right; right-handed, angles in
degrees. A positive turn about z takes x to y (flexing a hip), about x takes y to z, about y takes z to x.
Plain tuples and unrolled sums, because a frame of the figure is made some thirty times a second in CPython.
"""

from __future__ import annotations

from math import acos, atan2, cos, degrees, radians, sin, sqrt

Vec = tuple[float, float, float]
Mat = tuple[Vec, Vec, Vec]  # rows; the columns are the local axes seen from the room

ORIGIN: Vec = (0.0, 0.0, 0.0)
X: Vec = (1.0, 0.0, 0.0)
Y: Vec = (0.0, 1.0, 0.0)
Z: Vec = (0.0, 0.0, 1.0)
IDENTITY: Mat = (X, Y, Z)


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, k: float) -> Vec:
    return (a[0] * k, a[1] * k, a[2] * k)


def lerp(a: Vec, b: Vec, t: float) -> Vec:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    return length(sub(a, b))


def unit(a: Vec) -> Vec:
    """The direction of `a`; ORIGIN for a vector too short to have one."""
    n = length(a)
    return scale(a, 1 / n) if n > 1e-12 else ORIGIN


def angle_deg(a: Vec, b: Vec) -> float:
    """The angle between two directions, 0 to 180."""
    n = length(a) * length(b)
    return degrees(acos(max(-1.0, min(1.0, dot(a, b) / n)))) if n > 1e-12 else 0.0


def wrapped_deg(angle: float) -> float:
    """The same direction as an angle from -180 up to 180."""
    return (angle + 180.0) % 360.0 - 180.0


def mul(a: Mat, b: Mat) -> Mat:
    """First `b`, then `a`: the frame `b`, given in the axes of the frame `a`."""
    (a0, a1, a2), (a3, a4, a5), (a6, a7, a8) = a
    (b0, b1, b2), (b3, b4, b5), (b6, b7, b8) = b
    return (
        (a0 * b0 + a1 * b3 + a2 * b6, a0 * b1 + a1 * b4 + a2 * b7, a0 * b2 + a1 * b5 + a2 * b8),
        (a3 * b0 + a4 * b3 + a5 * b6, a3 * b1 + a4 * b4 + a5 * b7, a3 * b2 + a4 * b5 + a5 * b8),
        (a6 * b0 + a7 * b3 + a8 * b6, a6 * b1 + a7 * b4 + a8 * b7, a6 * b2 + a7 * b5 + a8 * b8),
    )


def apply(m: Mat, v: Vec) -> Vec:
    """The local vector `v` of the frame `m`, seen from the room."""
    x, y, z = v
    return (
        m[0][0] * x + m[0][1] * y + m[0][2] * z,
        m[1][0] * x + m[1][1] * y + m[1][2] * z,
        m[2][0] * x + m[2][1] * y + m[2][2] * z,
    )


def transpose(m: Mat) -> Mat:
    """The inverse of a rotation."""
    return ((m[0][0], m[1][0], m[2][0]), (m[0][1], m[1][1], m[2][1]), (m[0][2], m[1][2], m[2][2]))


def column(m: Mat, n: int) -> Vec:
    """The n-th local axis (0 forward, 1 up along the bone, 2 right) seen from the room."""
    return (m[0][n], m[1][n], m[2][n])


def from_columns(x: Vec, y: Vec, z: Vec) -> Mat:
    return ((x[0], y[0], z[0]), (x[1], y[1], z[1]), (x[2], y[2], z[2]))


def spin_x(m: Mat, angle: float) -> Mat:
    """`m` turned about its own x axis."""
    if not angle:
        return m
    c, s = cos(radians(angle)), sin(radians(angle))
    (a, b, d), (e, f, g), (h, i, j) = m
    return ((a, b * c + d * s, d * c - b * s), (e, f * c + g * s, g * c - f * s), (h, i * c + j * s, j * c - i * s))


def spin_y(m: Mat, angle: float) -> Mat:
    """`m` turned about its own y axis."""
    if not angle:
        return m
    c, s = cos(radians(angle)), sin(radians(angle))
    (a, b, d), (e, f, g), (h, i, j) = m
    return ((a * c - d * s, b, a * s + d * c), (e * c - g * s, f, e * s + g * c), (h * c - j * s, i, h * s + j * c))


def spin_z(m: Mat, angle: float) -> Mat:
    """`m` turned about its own z axis."""
    if not angle:
        return m
    c, s = cos(radians(angle)), sin(radians(angle))
    (a, b, d), (e, f, g), (h, i, j) = m
    return ((a * c + b * s, b * c - a * s, d), (e * c + f * s, f * c - e * s, g), (h * c + i * s, i * c - h * s, j))


def frame_along(up: Vec, right: Vec) -> Mat:
    """The frame whose y axis is `up` and whose z axis is as near to `right` as that allows."""
    y = unit(up)
    z = unit(sub(right, scale(y, dot(right, y))))
    return from_columns(cross(y, z), y, z)


def turned(m: Mat, axis: Vec, angle: float) -> Mat:
    """`m` turned about an axis of length 1 that is given in its own frame."""
    if not angle:
        return m
    c, s = cos(radians(angle)), sin(radians(angle))
    x, y, z = axis
    k = 1.0 - c
    return mul(
        m,
        (
            (x * x * k + c, x * y * k - z * s, x * z * k + y * s),
            (y * x * k + z * s, y * y * k + c, y * z * k - x * s),
            (z * x * k - y * s, z * y * k + x * s, z * z * k + c),
        ),
    )


def turn_between(a: Mat, b: Mat) -> tuple[Vec, float]:
    """The axis in the frame `a`, and the angle up to 180, by which `turned` makes `b` of `a`."""
    r = mul(transpose(a), b)
    away = (r[2][1] - r[1][2], r[0][2] - r[2][0], r[1][0] - r[0][1])
    angle = degrees(atan2(length(away), r[0][0] + r[1][1] + r[2][2] - 1.0))
    return unit(away), angle


def bend_deg(upper: Mat, lower: Mat) -> float:
    """How far a bone is turned about the z axis of the one before it."""
    turn = mul(transpose(upper), lower)
    return degrees(atan2(turn[1][0], turn[0][0]))
