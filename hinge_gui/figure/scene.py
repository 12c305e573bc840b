"""Everything of one picture, from the floor up, ready to be stroked: props, shadow, body, marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from operator import sub

from hinge_gui.figure.body import Part
from hinge_gui.figure.bounds import Bounds, bounds_of, overlap, union
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.ground import horizon, prop_shadow, shadows, wall_shadows
from hinge_gui.figure.look import Look
from hinge_gui.figure.marking import Marking, Marks
from hinge_gui.figure.marks import Moment, Told
from hinge_gui.figure.order import Orders, in_order
from hinge_gui.figure.prop import Prop
from hinge_gui.figure.props import BACKDROPS, FLOOR_LEVEL, WALL, hides_the_body, prop_parts
from hinge_gui.figure.shapes import Flat, Shape
from hinge_gui.figure.sitting import Seat
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.strap import strap_parts
from hinge_gui.records import dataclass


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

    def painted(self) -> tuple[Shape, ...]:
        """All that there is to paint, the marks last."""
        return (*self.shapes, *(shape for _, shapes in self.marks for shape in shapes))

    def boxes(self) -> dict[str, Bounds]:
        """Where each part of the body is."""
        return {name: bounds_of(flats) for name, flats in self.rings.items()}


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


class Kept:
    """What is kept of a movement that one camera sees: what stands still is not made anew in the next picture."""

    def __init__(self, look: Look, camera: Camera, on: Seat | None = None, before: Kept | None = None) -> None:
        """`on` is what the body sits on. Of another camera `before` the order of depth is kept to where one sees no
        difference."""
        self._look, self._on, self.camera = look, on, camera
        self.orders: Orders = Orders(before.orders if before else None)
        self.flesh, self.marking = Flesh(look, camera, on), Marking()

    def rest(self) -> None:
        """Let go of all but the orders: the next picture makes it anew."""
        self.orders.rest()
        self.flesh, self.marking = Flesh(self._look, self.camera, self._on), Marking()


def compose(
    body: Body3D,
    furniture: Furniture,
    marks: Marks,
    kept: Kept,
    bounds: Bounds,
    *,
    way: Sequence[Body3D],
    progress: float,
    breath: float = 0.0,
    told: Told | None = None,
    wrong: bool = False,
    within: Bounds | None = None,
) -> Scene:
    """A body among its props as the camera of what was `kept` sees it.

    `way` is the body at moments from start to end, for marks that show the movement. `told` are the phrases with which
    marks fade in, where any are said. `wrong` draws the marks of a mistake. Parts that lie wholly outside of `within`
    are left out.
    """
    camera, parts = kept.camera, kept.flesh.parts(body, breath, within)
    if furniture.strap:
        parts.extend(strap_parts(body, camera))
    moment = Moment(body, way, progress, camera, wrong)
    drawn = kept.marking.drawn(marks, moment, parts, told)
    among: Sequence[Part] = furniture.among
    if within:
        among, parts = ([part for part in some if overlap(bounds_of(part.flats), within)] for some in (among, parts))
    everything, known = [*among, *parts], len(among)
    ordered = kept.orders.of(everything, known, progress)
    rings = {part.name: part.flats for part in parts}
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


def bounds_of_moment(body: Body3D, furniture: Furniture, flesh: Flesh) -> Bounds:
    """What of a moment must be seen, without the pains of painting it."""
    return union([*(bounds_of(part.flats) for part in flesh.parts(body)), *furniture.boxes])


_HARDLY = 1e-5  # of stature


def changed(before: Scene, after: Scene, margin: float = 0.02) -> Bounds | None:
    """What must be painted anew to go from one scene to the other of the same body; None where nothing moved.

    Marks are not looked at: where they change, paint it all.
    """
    moved = [
        bounds_of(rings)
        for name, now in after.rings.items()
        for rings in (now, before.rings[name])
        if any(max(map(abs, map(sub, a, b))) > _HARDLY for a, b in zip(now, before.rings[name], strict=True))
    ]
    if not moved:
        return None
    left, bottom, right, top = union(moved)
    return (left - margin, bottom - margin, right + margin, top + margin)


def furnish(props: Sequence[Prop], body: Body3D, camera: Camera) -> Furniture:
    """The props, without a wall that would hide the body."""
    under: list[Part] = []
    among: list[Part] = []
    cast: list[Shape] = []
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
            boxes.extend(bounds_of(part.flats) for part in parts)
        if prop.kind not in (*FLOOR_LEVEL, "wall"):
            cast.append(prop_shadow(prop, camera))
    strap = any(prop.kind == "strap" for prop in props)
    under.append(Part("shadows", cast))  # over the mat
    return Furniture(tuple(under), tuple(in_order(among)), tuple(boxes), strap, wall)
