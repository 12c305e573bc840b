"""Everything of one picture, from the floor up, ready to be stroked: props, shadow, body, marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.ground import horizon, shadows, wall_shadows
from hinge_gui.figure.look import Look
from hinge_gui.figure.marks import Moment, Told, mark_shapes, shown_by
from hinge_gui.figure.muscles import MUSCLES, show_muscle
from hinge_gui.figure.order import Orders, in_order
from hinge_gui.figure.prop import Prop
from hinge_gui.figure.props import BACKDROPS, FLOOR_LEVEL, WALL, hides_the_body, prop_parts, strap_part
from hinge_gui.figure.shapes import Flat, Shape
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.records import dataclass

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top in the plane of the picture, in statures."""

_SHOWN_WRONG = ("plumb", "spine", "pivot", "contact", "differs")  # these say what is wrong, others what to do
_AT_START = 0.3  # how much of a muscle's colour is there before the movement


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture. `shapes` and `marks` are in the order of painting; `horizon` is where the floor ends.

    `bounds` is what must be seen; whoever shows a movement takes the bounds of the whole of it. `rings` are those of
    each part, so that two scenes can be compared. `opacity` is that of the body where poses cross-fade. `parts` are
    what the shapes belong to, from the farthest to the nearest, without what lies under everything.
    """

    shapes: tuple[Shape, ...]
    marks: tuple[tuple[str, tuple[Shape, ...]], ...]
    bounds: Bounds
    horizon: float
    rings: Mapping[str, Sequence[Flat]] = field(default_factory=dict)
    opacity: float = 1.0
    parts: tuple[Part, ...] = ()

    def boxes(self) -> dict[str, Bounds]:
        """Where each part of the body is."""
        return {name: _bounds(flats) for name, flats in self.rings.items()}


@dataclass(frozen=True, slots=True)
class Furniture:
    """Props as a camera sees them: what lies under everything, what the body stands among, in order; where they are."""

    under: tuple[Part, ...]
    among: tuple[Part, ...]
    boxes: tuple[Bounds, ...]
    strap: bool = False
    """Held in the hands, round a foot: it goes with the body."""
    wall: float | None = None
    """How far forward a wall stands that is seen."""


def compose(
    body: Body3D,
    furniture: Furniture,
    marks: Sequence[Mapping[str, Any]] = (),
    camera: Camera | None = None,
    look: Look | None = None,
    *,
    breath: float = 0.0,
    way: Sequence[Body3D] = (),
    progress: float = 1.0,
    told: Told | None = None,
    wrong: bool = False,
    bounds: Bounds | None = None,
    orders: Orders | None = None,
    flesh: Flesh | None = None,
    within: Bounds | None = None,
) -> Scene:
    """A body among its props as a camera sees it.

    `way` is the body at moments from start to end, for marks that show the movement. `told` are the phrases
    with which marks fade in, where any are said. `wrong` draws the marks of a mistake. Whoever shows a movement hands
    in its `bounds` and keeps its `orders` and `flesh`; without them they are made from this moment.
    Parts that lie wholly outside of `within` are left out.
    """
    camera, look = camera or Camera(), look or Look()
    parts = (flesh or Flesh(look, camera)).parts(body, breath)
    if furniture.strap:
        parts.append(strap_part(body, camera))
    moment = Moment(body, way or (body,), progress, camera, wrong)
    drawn = _mark(marks, moment, parts, told)
    among: Sequence[Part] = furniture.among
    if within:
        among, parts = ([part for part in some if _meet(_bounds(part.flats), within)] for some in (among, parts))
    everything, known = [*among, *parts], len(among)
    ordered = orders.of(everything, known, progress) if orders else in_order(everything, known)
    rings = {part.name: part.flats for part in parts}
    if bounds is None:
        bounds = union([*map(_bounds, rings.values()), *furniture.boxes])
    shapes = tuple(_painted(ordered, body, furniture, camera))
    return Scene(shapes, tuple(drawn), bounds, horizon(camera), rings, parts=tuple(ordered))


def _painted(ordered: Sequence[Part], body: Body3D, furniture: Furniture, camera: Camera) -> Iterator[Shape]:
    """What lies under everything, then part by part; shadows right on what they fall on."""
    yield from (shape for part in furniture.under for shape in part.shapes)
    yield from shadows(body, camera)
    for part in ordered:
        yield from part.shapes
        if part.name == WALL and furniture.wall is not None:
            yield from wall_shadows(body, camera, furniture.wall)


def bounds_of(body: Body3D, furniture: Furniture, flesh: Flesh) -> Bounds:
    """What of a moment must be seen, without the pains of painting it."""
    return union([*(_bounds(part.flats) for part in flesh.parts(body)), *furniture.boxes])


def _mark(
    marks: Sequence[Mapping[str, Any]], now: Moment, parts: Sequence[Part], told: Told | None
) -> list[tuple[str, tuple[Shape, ...]]]:
    """The marks by kind; muscles are laid over the parts that carry them instead."""
    hinges = any(mark.get("kind") == "pivot" for mark in marks)  # its arc says at the end what the arrow said before
    drawn: list[tuple[str, tuple[Shape, ...]]] = []
    for mark in marks:
        kind = str(mark.get("kind"))
        strength = shown_by(mark, now.progress, told)
        if strength <= 0.0 or (now.wrong and kind not in _SHOWN_WRONG):
            continue
        if kind == "muscle" and mark.get("name") in MUSCLES:
            sides = str(mark.get("side", "rl")).strip("_")
            felt = strength * (_AT_START + (1.0 - _AT_START) * now.progress)
            show_muscle(str(mark["name"]), sides, felt, now.body, parts, now.camera)
        else:
            drawn.append((kind, tuple(_faded(mark_shapes({"fades": hinges, **mark}, now), strength))))
    return drawn


def union(boxes: Iterable[Bounds]) -> Bounds:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (min(lefts), min(bottoms), max(rights), max(tops))


def changed(before: Scene, after: Scene, margin: float = 0.02) -> Bounds | None:
    """What must be painted anew to go from one scene to the other of the same body; None where nothing moved.

    Marks are not looked at: where they change, paint it all.
    """
    old = before.boxes()
    moved = [
        box
        for name, now in after.boxes().items()
        for box in (now, old.get(name, now))
        if max(abs(a - b) for a, b in zip(now, old.get(name, now), strict=True)) > 1e-5
    ]
    if not moved:
        return None
    left, bottom, right, top = union(moved)
    return (left - margin, bottom - margin, right + margin, top + margin)


def furnish(props: Sequence[Prop], body: Body3D, camera: Camera) -> Furniture:
    """The props, without a wall that would hide the body."""
    under: list[Part] = []
    among: list[Part] = []
    boxes: list[Bounds] = []
    wall: float | None = None
    for prop in props:
        if prop.kind == "strap" or hides_the_body(prop, body.joints["pelvis"], camera):
            continue
        parts = prop_parts(prop, camera)
        if prop.kind == "wall" and not prop.turn_deg:
            wall = prop.at[0] + (prop.size[0] if prop.at[0] < 0 else -prop.size[0]) / 2
        (under if prop.kind in FLOOR_LEVEL else among).extend(parts)
        if prop.kind not in BACKDROPS:
            boxes.extend(_bounds(part.flats) for part in parts)
    strap = any(prop.kind == "strap" for prop in props)
    return Furniture(tuple(under), tuple(in_order(among)), tuple(boxes), strap, wall)


def _faded(shapes: Sequence[Shape], strength: float) -> list[Shape]:
    return list(shapes) if strength >= 1.0 else [shape.faded(strength) for shape in shapes]


def _meet(a: Bounds, b: Bounds) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _bounds(flats: Sequence[Flat]) -> Bounds:
    return (
        min(f.x - f.reach for f in flats),
        min(f.y - f.reach for f in flats),
        max(f.x + f.reach for f in flats),
        max(f.y + f.reach for f in flats),
    )
