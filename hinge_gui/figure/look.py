"""What a person may choose about the figure: its build, hair, skin and clothes."""

from __future__ import annotations

from collections.abc import Mapping

from hinge_gui.records import dataclass

HAIR = ("bun", "short", "long", "ponytail", "cropped", "none")
SKIN = ("porcelain", "sand", "honey", "umber", "ebony")
HAIR_COLOURS = ("black", "brown", "auburn", "blond", "grey")
CLOTHES = ("lagoon", "plum", "moss", "clay")


@dataclass(frozen=True, slots=True)
class Build:
    """How full the body is, as factors of the average one; `belly` and `bust` stand forward, in statures."""

    limbs: float = 1.0
    hips: float = 1.0
    waist: float = 1.0
    chest: float = 1.0
    neck: float = 1.0
    face: float = 1.0  # how wide from the eyes down
    belly: float = 0.0
    bust: float = 0.004

    @property
    def ribs(self) -> float:
        return (self.waist + self.chest) / 2


BUILDS: Mapping[str, Build] = {
    "average": Build(),
    "slim": Build(limbs=0.86, hips=0.88, waist=0.84, chest=0.90, neck=0.93, face=0.96, bust=0.002),
    "broad": Build(limbs=1.12, hips=1.00, waist=1.12, chest=1.16, neck=1.16, face=1.04, bust=0.002),
    "rounder": Build(limbs=1.22, hips=1.25, waist=1.38, chest=1.20, neck=1.14, face=1.09, belly=0.026, bust=0.014),
    "older": Build(limbs=0.95, hips=1.06, waist=1.22, chest=1.02, neck=0.96, face=1.02, belly=0.018, bust=0.005),
}


@dataclass(frozen=True, slots=True)
class Look:
    """One figure's appearance by name; a name that is not known falls back to the first of its kind."""

    build: str = "average"
    hair: str = "bun"
    skin: str = "honey"
    hair_colour: str = "brown"
    clothes: str = "lagoon"

    @property
    def shape(self) -> Build:
        return BUILDS.get(self.build, BUILDS["average"])
