"""The things around the body, built of solids: furniture with legs, rolls, cushions, a wall, a mirror."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, radians, sin

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.details import DETAILS
from hinge_gui.figure.prop import CHAIR_SEAT_CM, CM, Prop
from hinge_gui.figure.solids import Solid, draw, flats_of, place
from hinge_gui.figure.vector import Vec, add, dot, scale, sub
from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes solids in a prop's own axes: forward, up from its base, across."""

    prop: Prop

    def solid(self, role: str, low: Vec, high: Vec, form: str = "box") -> Solid:
        turn = radians(self.prop.turn_deg)
        forward, across = (cos(turn), 0.0, -sin(turn)), (sin(turn), 0.0, cos(turn))
        mid = tuple((p + q) / 2 for p, q in zip(low, high, strict=True))
        half = tuple((q - p) / 2 for p, q in zip(low, high, strict=True))
        centre = add(self.prop.at, add(add(scale(forward, mid[0]), (0.0, mid[1], 0.0)), scale(across, mid[2])))
        return Solid(role, centre, (scale(forward, half[0]), (0.0, half[1], 0.0), scale(across, half[2])), form)

    def post(self, role: str, low: Vec, high: Vec) -> Solid:
        """An upright roll."""
        box = self.solid(role, low, high)
        forward, up, across = box.half
        return Solid(role, box.centre, (forward, across, up), "roll")

    @property
    def half_size(self) -> Vec:
        x, y, z = self.prop.size
        return (x / 2, y, z / 2)


def _whole(role: str, form: str = "box") -> Callable[[Builder], list[Solid]]:
    def build(b: Builder) -> list[Solid]:
        x, y, z = b.half_size
        return [b.solid(role, (-x, 0.0, -z), (x, y, z), form)]

    return build


def _towards_body(b: Builder) -> float:
    """Which of its two faces, forward or back, looks at the body, which is about 0."""
    turn = radians(b.prop.turn_deg)
    return -1.0 if b.prop.at[0] * cos(turn) - b.prop.at[2] * sin(turn) > 0.0 else 1.0


def _wall(b: Builder) -> list[Solid]:
    """Wider and higher than any picture: a wall has no end that one sees."""
    x, y, z = b.half_size
    far = _ENDLESS * z
    foot = _towards_body(b) * x
    board = b.solid("skirting", (foot - 0.8 * CM, 0.0, -far), (foot + 0.8 * CM, 8 * CM, far))
    return [b.solid("wall", (-x, 0.0, -far), (x, _ENDLESS * y, far)), board]


def _legs(b: Builder, role: str, height: float, inset: float, thick: float) -> list[Solid]:
    x, _, z = b.half_size
    return [
        b.solid(
            role,
            (i * (x - inset) - thick, 0.0, k * (z - inset) - thick),
            (i * (x - inset) + thick, height, k * (z - inset) + thick),
        )
        for i in (-1, 1)
        for k in (-1, 1)
    ]


def _stool(b: Builder) -> list[Solid]:
    x, y, z = b.half_size
    thick, slab = 1.7 * CM, 4.5 * CM
    rail = y * 0.30
    rungs = [
        b.solid(
            "wood-low", (-x + 4 * CM, rail, k * (z - 4 * CM) - CM), (x - 4 * CM, rail + 2.5 * CM, k * (z - 4 * CM) + CM)
        )
        for k in (-1, 1)
    ]
    return [*rungs, *_legs(b, "wood-low", y - slab, 4 * CM, thick), b.solid("wood", (-x, y - slab, -z), (x, y, z))]


_BOARD_FROM, _RAIL = 0.80, (0.52, 0.66)  # of the height of a chair's back


def _chair(b: Builder) -> list[Solid]:
    x, y, z = b.half_size
    seat, slab, thick = CHAIR_SEAT_CM * CM, 4 * CM, 1.7 * CM
    parts = _legs(b, "wood-low", seat - slab, 2.5 * CM, thick)
    # A board on posts that end under it, a rail between them: no piece reaches into another.
    board, low, high = (seat + (y - seat) * share for share in (_BOARD_FROM, *_RAIL))
    for k in (-1, 1):
        at = k * (z - 2.5 * CM)
        parts.append(b.solid("wood-low", (-x + 0.8 * CM, seat, at - thick), (-x + 4.2 * CM, board, at + thick)))
    parts.append(b.solid("wood", (-x + 0.6 * CM, board, -z), (-x + 3.8 * CM, y, z)))
    within = z - 2.5 * CM - thick
    parts.append(b.solid("wood", (-x + CM, low, -within), (-x + 3.8 * CM, high, within)))
    # The rim of the seat is a piece of its own at either side: it covers what sinks into the seat before it.
    rim = z - 1.5 * CM
    parts += [
        b.solid("wood", (-x, seat - slab, low), (x, seat, high)) for low, high in ((-z, -rim), (-rim, rim), (rim, z))
    ]
    return parts


def _counter(b: Builder) -> list[Solid]:
    x, y, z = b.half_size
    return [
        b.solid("cabinet", (-x + 4 * CM, 0.0, -z + 1.5 * CM), (x - CM, y - 4 * CM, z - 1.5 * CM)),
        b.solid("wood", (-x, y - 4 * CM, -z), (x, y, z)),
        b.solid("steel", (x - 24 * CM, y, -2 * CM), (x - 6 * CM, y + 27 * CM, 2 * CM), "tap"),
    ]


def _mirror(b: Builder) -> list[Solid]:
    x, y, z = b.half_size
    glass = [_towards_body(b) * (x + out) for out in (0.0, 0.2 * CM)]
    feet = [b.solid("wood-low", (-x - 9 * CM, 0.0, k - CM), (x + 9 * CM, 2 * CM, k + CM)) for k in (-z + CM, z - CM)]
    return [
        *feet,
        b.solid("wood", (-x, 2 * CM, -z), (x, y, z)),
        b.solid("glass", (min(glass), 6 * CM, -z + 4 * CM), (max(glass), y - 4 * CM, z - 4 * CM)),
    ]


def _stick(b: Builder) -> list[Solid]:
    """A pole with rubber at its ends."""
    x, y, z = b.half_size
    ends = ((0.0, 4 * CM), (y - 4 * CM, y))
    rubber = [b.post("ink", (-x, low, -z), (x, high, z)) for low, high in ends]
    return [b.post("wood", (-0.8 * x, 2 * CM, -0.8 * z), (0.8 * x, y - 2 * CM, 0.8 * z)), *rubber]


_ENDLESS = 20.0
_BUILD: Mapping[str, Callable[[Builder], list[Solid]]] = {
    "wall": _wall,
    "mat": _whole("mat"),
    "stool": _stool,
    "counter": _counter,
    "chair": _chair,
    "rolled towel": _whole("cloth", "roll"),
    "half roller": _whole("foam", "half"),
    "folded towel": _whole("cloth", "soft"),
    "folded blanket": _whole("blanket", "soft"),
    "pillow": _whole("pillow", "plump"),
    "cushion": _whole("cushion", "plump"),
    "bolster": _whole("cushion", "roll"),
    "mirror": _mirror,
    "stick": _stick,
    "strap": _whole("cloth"),
}
BACKDROPS = ("wall", "mirror")
"""What a picture may cut off."""
WALL = "wall 0"
"""The name of a wall's own part, before its skirting."""
FLOOR_LEVEL = ("mat",)
"""What lies under everything and is painted first."""


def prop_parts(prop: Prop, camera: Camera) -> list[Part]:
    """The pieces of a prop, each to be put in its place among the parts of the body."""
    parts = []
    for n, solid in enumerate(_BUILD[prop.kind](Builder(prop))):
        shapes = draw(solid, camera)
        if prop.kind in DETAILS:
            shapes.extend(DETAILS[prop.kind](solid, camera))
        parts.append(Part(f"{prop.kind} {n}", shapes, flats_of(solid, camera), place(solid, camera)))
    return parts


def hides_the_body(prop: Prop, body: Vec, camera: Camera) -> bool:
    """A wall between the viewer and the body is left out, as soon as one looks at it from beyond."""
    if prop.kind not in BACKDROPS:
        return False
    turn = radians(prop.turn_deg)
    normal = (cos(turn), 0.0, -sin(turn))
    beyond = dot(sub(prop.at, body), normal) * dot(normal, camera.rows[2])
    return beyond > 1e-6
