"""Flesh that is as good as an ellipsoid: where limbs grow out of the trunk, their hull is one round (`curves.hull`)."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Ellipse
from hinge_gui.figure.vector import Vec


def round_at(middle: Vec, axes: Sequence[Vec], half: Sequence[float], camera: Camera, lies: float = 0.0) -> Ellipse:
    """The silhouette of an ellipsoid with these axes and half their lengths.

    It is raised where it would lie in the floor, or in something as high as it `lies`.
    """
    (r0, r1, r2), (u0, u1, u2), _ = camera.rows
    xx = xy = yy = high = 0.0
    for (x, y, z), k in zip(axes, half, strict=True):
        u, v = (r0 * x + r1 * y + r2 * z) * k, (u0 * x + u1 * y + u2 * z) * k
        xx, xy, yy, high = xx + u * u, xy + u * v, yy + v * v, high + y * y * k * k
    x, y, z = middle
    y = max(y, lies + sqrt(high))
    p = sqrt(xx)
    q = xy / p if p else 0.0
    return (r0 * x + r1 * y + r2 * z, u0 * x + u1 * y + u2 * z, p, q, 0.0, sqrt(max(yy - q * q, 0.0)))
