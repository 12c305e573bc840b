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
    belly: float = 0.0
    bust: float = 0.004


BUILDS: Mapping[str, Build] = {
    "average": Build(),
    "slim": Build(limbs=0.90, hips=0.91, waist=0.88, chest=0.93, bust=0.003),
    "broad": Build(limbs=1.08, hips=0.98, waist=1.07, chest=1.10, bust=0.002),
    "rounder": Build(limbs=1.13, hips=1.16, waist=1.24, chest=1.12, belly=0.012, bust=0.010),
    "older": Build(limbs=0.95, hips=1.03, waist=1.12, chest=1.00, belly=0.007, bust=0.004),
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
