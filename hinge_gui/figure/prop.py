"""The things that stand around the body, as boxes: what they are, where, how large.

In a figure's data lengths are centimetres beside a person 1.70 m tall; here they are shares of stature.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hinge_gui.figure.vector import Vec, scale
from hinge_gui.records import dataclass

CM = 1 / 170.0  # one centimetre in statures

# How far each reaches forward, up and across, in cm. A chair's height is its back's, a wall's is what one sees.
SIZES_CM: Mapping[str, Vec] = {
    "wall": (8, 150, 240),
    "mat": (185, 1, 65),
    "stool": (34, 63, 34),
    "counter": (55, 90, 110),
    "chair": (44, 88, 44),
    "rolled towel": (9, 5, 30),
    "half roller": (15, 7.5, 30),
    "folded towel": (24, 3, 28),
    "folded blanket": (38, 6, 45),
    "pillow": (26, 4, 42),
    "cushion": (34, 14, 34),
    "bolster": (24, 20, 60),
    "mirror": (3, 175, 60),
    "stick": (3, 140, 3),
    "strap": (3, 1, 1),
}
CHAIR_SEAT_CM = 45.0


@dataclass(frozen=True, slots=True)
class Prop:
    """One thing. `at` is the middle of its base, `size` its reach forward, up and across, before `turn_deg`.

    `turn_deg` turns it about the upright axis, to the left as a body's `turn`. A chair that is not turned has
    its seat forward of its back, as a person sits who faces forward.
    """

    kind: str
    at: Vec
    size: Vec
    turn_deg: float = 0.0

    @property
    def top(self) -> float:
        """The height of its highest point; of a chair, the top of its back."""
        return self.at[1] + self.size[1]

    @property
    def seat(self) -> float:
        """The height of what one sits or lies on: a chair's seat, the top of anything else."""
        return self.at[1] + CHAIR_SEAT_CM * CM if self.kind == "chair" else self.top

    def mirrored(self) -> Prop:
        x, y, z = self.at
        return replace(self, at=(x, y, -z), turn_deg=-self.turn_deg)


def prop(kind: str, at_cm: Vec, size_cm: Vec | None = None, turn_deg: float = 0.0) -> Prop:
    """A thing of this kind; KeyError for a kind that nobody has drawn."""
    usual = SIZES_CM[kind]
    return Prop(kind, scale(at_cm, CM), scale(size_cm or usual, CM), turn_deg)
