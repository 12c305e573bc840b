"""The frame of a figure that is turned: the same from all sides, so that it neither grows nor shrinks on its way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from math import acos, cos, degrees, hypot, radians, sin

from hinge_gui.figure.bounds import Bounds
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.easing import smoothstep
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.look import Look
from hinge_gui.figure.prop import Prop
from hinge_gui.figure.props import BACKDROPS, prop_parts
from hinge_gui.figure.shapes import Flat
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Vec, dot

_BESIDE, _BEFORE = Camera(0.0), Camera(90.0)  # between them they see how thick everything is
_BLENDED_DEG = 40.0  # from its own view on a figure goes over into the common frame, so that nothing jumps


class Turntable:
    """What a body and its things take up as they go round the upright axis through their middle."""

    def __init__(self, bodies: Sequence[Body3D], props: Iterable[Prop], look: Look) -> None:
        beside, before = Flesh(look, _BESIDE), Flesh(look, _BEFORE)
        rings: list[tuple[Flat, float]] = []
        for body in bodies:
            for one, other in zip(beside.parts(body), before.parts(body), strict=True):
                pairs = zip(one.flats, other.flats, strict=True)
                rings += [(ring, max(ring.reach, again.reach)) for ring, again in pairs]
        things = (prop_parts(prop, _BESIDE) for prop in props if prop.kind not in (*BACKDROPS, "strap"))
        rings += [(corner, 0.0) for part in chain.from_iterable(things) for corner in part.flats]
        # seen from beside, the picture's axes are those of the room
        x, z = (_middle([ring.x for ring, _ in rings]), _middle([ring.depth for ring, _ in rings]))
        self._middle: Vec = (x, 0.0, z)
        away = [(hypot(ring.x - x, ring.depth - z) + reach, ring.y, reach) for ring, reach in rings]
        self._circles = [(out, height - reach, height + reach) for out, height, reach in away]
        self._radius = max(out for out, _, _ in self._circles)

    def frame(self, camera: Camera, home: Camera, at_home: Bounds) -> Bounds:
        """What must be seen from there; near its own view, `home`, it has something of the frame that it has there."""
        share = smoothstep(min(1.0, _apart_deg(camera, home) / _BLENDED_DEG))
        hx, hy, _ = home.project(self._middle)
        x, y, _ = camera.project(self._middle)
        own = (at_home[0] - hx, at_home[1] - hy, at_home[2] - hx, at_home[3] - hy)
        left, bottom, right, top = (a + (b - a) * share for a, b in zip(own, self._all_round(camera), strict=True))
        return (x + left, y + bottom, x + right, y + top)

    def _all_round(self, camera: Camera) -> Bounds:
        """About the middle of the floor, as wide and high from every side."""
        steep, flat = abs(sin(radians(camera.pitch_deg))), cos(radians(camera.pitch_deg))
        bottom = min(flat * low - steep * out for out, low, _ in self._circles)
        top = max(flat * high + steep * out for out, _, high in self._circles)
        return (-self._radius, bottom, self._radius, top)


def _middle(values: Sequence[float]) -> float:
    return (min(values) + max(values)) / 2


def _apart_deg(a: Camera, b: Camera) -> float:
    """By how much one is turned from the other, about whichever axis leads there straight."""
    trace = sum(map(dot, a.rows, b.rows))
    return degrees(acos(max(-1.0, min(1.0, (trace - 1.0) / 2))))
