"""What one sits on: flesh gives way to it, and bends round its edge."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, hypot, radians, sin

from hinge_gui.figure.prop import Prop
from hinge_gui.figure.shapes import Ring
from hinge_gui.figure.vector import Vec, scale
from hinge_gui.records import dataclass

_FALLS = 0.8  # how steeply flesh may hang down beyond the edge
_THINNEST = 0.45  # of its height: no flesh is pressed flatter


@dataclass(frozen=True, slots=True)
class Seat:
    """The top of a seat: its middle, half of what it reaches forward and across, and how it is turned."""

    middle: Vec
    half: tuple[float, float]
    turn: tuple[float, float]

    @classmethod
    def among(cls, props: Iterable[Prop], pelvis: Vec) -> Seat | None:
        """The chair that somebody sits on whose hips are there."""
        for prop in props:
            if prop.kind == "chair":
                turn = radians(prop.turn_deg)
                half = (prop.size[0] / 2, prop.size[2] / 2)
                seat = cls((prop.at[0], prop.seat, prop.at[2]), half, (cos(turn), sin(turn)))
                if seat.beyond(pelvis) < half[0] / 2 and pelvis[1] > prop.seat:
                    return seat
        return None

    def beyond(self, at: Vec) -> float:
        """How far a place is beyond its edges; 0 over it."""
        x, z = at[0] - self.middle[0], at[2] - self.middle[2]
        c, s = self.turn
        forward, across = x * c - z * s, x * s + z * c
        return hypot(max(0.0, abs(forward) - self.half[0]), max(0.0, abs(across) - self.half[1]))

    def under(self, at: Vec) -> float:
        """How high the flesh there lies at the least."""
        return max(0.0, self.middle[1] - _FALLS * self.beyond(at))


def pressed(rings: tuple[Ring, ...], seat: Seat | None) -> tuple[Ring, ...]:
    """A limb's rings, flat where they lie on a seat."""
    return tuple(_pressed(ring, seat) for ring in rings) if seat else rings


def _pressed(ring: Ring, seat: Seat) -> Ring:
    (x, y, z), a, b = ring
    half, low = hypot(a[1], b[1]), seat.under(ring.centre)
    if half == 0.0 or y - half >= low:  # one that is level is of a limb that hangs straight down
        return ring
    flatter = max(_THINNEST, (y + half - low) / (2.0 * half))
    return Ring((x, low + half * flatter, z), scale(a, flatter), b)
