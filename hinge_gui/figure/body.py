"""Flesh on the bones: the trunk and the limbs as tubes.

The tables hold half depths (front to back) and half widths of an average body at ease, in statures, with how far the
middle of each cross-section lies before the bone: that is where a calf, a buttock or the front of a thigh come from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point, smooth
from hinge_gui.figure.look import Look
from hinge_gui.figure.seat import hip_contour, seat_contour, seat_rings
from hinge_gui.figure.shapes import Flat, Glow, Outline, Ring, Shape, Tube, flatten, outline, ring_at
from hinge_gui.figure.sitting import Seat, pressed
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.solids import Placed
from hinge_gui.figure.vector import (
    Mat,
    Vec,
    add,
    apply,
    column,
    cross,
    distance,
    dot,
    lerp,
    scale,
    sub,
    transpose,
    unit,
)

Profile = Sequence[tuple[float, float, float, float]]
"""Rows of (share of the bone from its root, middle before the bone, half depth, half width)."""

THIGH: Profile = (
    (0.02, -0.010, 0.064, 0.049),
    (0.16, -0.0115, 0.0640, 0.052),
    (0.36, -0.0035, 0.0585, 0.050),
    (0.58, 0.004, 0.0475, 0.0440),
    (0.80, 0.003, 0.0390, 0.0370),
    (0.92, 0.003, 0.0355, 0.0340),
    (1.00, 0.002, 0.0345, 0.0330),
)
SHANK: Profile = (
    (0.00, 0.002, 0.0345, 0.0330),
    (0.09, 0.0000, 0.0341, 0.0324),
    (0.20, -0.0050, 0.0354, 0.0345),
    (0.33, -0.0095, 0.0360, 0.0360),
    (0.48, -0.0085, 0.0325, 0.0320),
    (0.64, -0.0040, 0.0270, 0.0265),
    (0.78, -0.0010, 0.0250, 0.0240),
    (0.86, 0.0005, 0.0250, 0.0240),
)
ANKLE: Profile = (
    (0.82, 0.000, 0.0205, 0.0185),
    (0.92, 0.000, 0.0190, 0.0170),
    (1.00, 0.001, 0.0205, 0.0185),
)
# Rows of (joint, frame, before, above, half depth, half width) from hem to neckline.
SHIRT = (
    ("sacrum", "pelvis", -0.005, -0.014, 0.0690, 0.0970),
    ("sacrum", "pelvis", -0.004, 0.020, 0.0650, 0.0925),
    ("waist", "low bend", 0.0000, 0.006, 0.0578, 0.0810),
    ("waist", "bend", 0.0040, 0.042, 0.0645, 0.0865),
    ("chest", "high bend", 0.0122, 0.004, 0.0627, 0.0935),
    ("c7", "thorax", -0.002, -0.052, 0.0605, 0.0985),
    ("c7", "thorax", -0.003, -0.030, 0.0510, 0.1030),
    ("c7", "thorax", -0.004, -0.011, 0.0425, 0.0860),
    ("c7", "thorax", -0.003, 0.006, 0.0350, 0.0620),
    ("c7", "thorax", 0.002, 0.0210, 0.0300, 0.0345),
)
_FULL = ("hips", "waist", "waist", "ribs", "chest", "chest", "chest")  # what makes each row fuller
_SWELL = (0.0, 0.001, 0.003, 0.0035, 0.003, 0.0015)  # of the rows with a breath
_WITH_SHOULDERS = {6: 0.9, 7: 0.75, 8: 0.4}  # the rows that follow the shoulders up and outward, and by which share
_HALF_SHOULDERS = 0.106  # between whose joints the rows are drawn
_AT_EASE = 0.030  # of the shoulders below the base of the neck
_UNDER_CHIN, _CHIN_SHADE = (0.026, 0.002, 0.0), 0.060  # where its shadow lies on the neck, and how far it reaches
_NECKLINE = -0.16  # how far it falls at the front, as a slope
_FOLD_WIDTH = 0.0019
PLAIN = 99  # no edge along the sides
FOLDS = {"shirt": 0.5, "trousers": 0.5, "hair": -0.3}  # how much darker than its cloth a fold is, a strand lighter
HOLLOW = 0.17  # how dark the side away from the light is


@dataclass(slots=True)
class Part:
    """Shapes that are painted one right after the other, and the rings that say how near they are.

    A piece of a prop is `placed` instead: flat faces say what lies before it.
    """

    name: str
    shapes: list[Shape] = field(default_factory=list)
    flats: list[Flat] = field(default_factory=list)
    placed: Placed | None = None

    def add(self, drawn: Outline, role: str, shade: float, folds: tuple[int, int] | None = None) -> Shape:
        """Skin is set off from what lies behind; where cloth meets cloth a fold, a little darker, is enough.

        `folds` are the rings between which one runs along either side.
        """
        cloth = role in FOLDS
        shape = Shape(role, tuple(drawn.contours), () if cloth else tuple(drawn.edges), shade)
        self.shapes.append(shape)
        if drawn.hollow:
            self.shapes.append(Shape("hollow", (drawn.hollow,), opacity=HOLLOW * drawn.hollow_depth))
        lines = [drawn.seam] if drawn.seam else []
        if cloth:
            lines.extend(drawn.edges)
        if folds and drawn.left:
            lines.extend(_fold(side, drawn.flats, *folds) for side in (drawn.left, drawn.right))
        if lines:
            self.shapes.append(Shape(role, tuple(lines), shade=shade + FOLDS[role], stroke_width=_FOLD_WIDTH))
        self.flats.extend(drawn.flats)
        return shape


def _fold(side: Sequence[Point], flats: Sequence[Flat], first: int, last: int) -> Contour:
    """A line along the inside of an outline, and not to its very end, so that it does not stand out of it."""
    points = []
    for (x, y), flat in zip(side[first : last + 1], flats[first : last + 1], strict=True):
        dx, dy = flat.x - x, flat.y - y
        share = 0.5 * _FOLD_WIDTH / (hypot(dx, dy) or 1.0)
        points.append((x + dx * share, y + dy * share))
    (ax, ay), (bx, by) = points[-2:]
    short = 1.0 - min(0.5, _FOLD_WIDTH / (hypot(bx - ax, by - ay) or 1.0))
    points[-1] = (ax + (bx - ax) * short, ay + (by - ay) * short)
    return smooth(points, closed=False)


def bone_rings(root: Vec, tip: Vec, frame: Mat, profile: Profile, full: float) -> tuple[Ring, ...]:
    """The rings of a limb along its bone, `full` times as thick as the profile."""
    (x, y, z), (dx, dy, dz) = root, sub(tip, root)
    (fx, fy, fz), (rx, ry, rz) = column(frame, 0), column(frame, 2)
    rings = []
    for t, before, deep, wide in profile:
        deep, wide = deep * full, wide * full
        centre = (x + dx * t + fx * before, y + dy * t + fy * before, z + dz * t + fz * before)
        rings.append(Ring(centre, (fx * deep, fy * deep, fz * deep), (rx * wide, ry * wide, rz * wide)))
    return tuple(rings)


def trunk_parts(body: Body3D, look: Look, camera: Camera, breath: float, on: Seat | None = None) -> list[Part]:
    """Seat and shirt. `breath` 0..1 lifts chest and belly by a share that is hardly seen; the seat gives way to what it
    is `on`."""
    joints, frames, build = body.joints, body.frames, look.shape
    seat = Part("seat", flats=flatten(seat_rings(body, look), camera))
    seat.add(Outline([seat_contour(body, look, camera, on)]), "trousers", 0.0)
    belly, bust = build.belly, build.bust
    ahead = (0.55 * belly, 0.95 * belly, belly, 0.5 * belly + 0.4 * bust, bust, 0.6 * bust)
    shrug, broad = _shrug(body), distance(joints["r_shoulder"], joints["l_shoulder"]) / (2 * _HALF_SHOULDERS)
    turned = {**frames, **_bends(frames["lumbar"], frames["thorax"])}
    rings = []
    for n, (joint, frame, before, above, deep, wide) in enumerate(SHIRT):
        k = getattr(build, _FULL[n]) if n < len(_FULL) else build.neck
        across = 1 + (broad - 1) * _WITH_SHOULDERS[n] if n in _WITH_SHOULDERS else k
        grown = (breath * _SWELL[n] + ahead[n] / 2) if n < len(_SWELL) else 0.0
        raised = above + shrug * _WITH_SHOULDERS.get(n, 0.0)
        rings.append(ring_at(joints[joint], turned[frame], before + grown, raised, deep * k + grown, wide * across))
    rings[-1] = _tilted(rings[-1], frames["thorax"], _NECKLINE)
    shirt = Tube(
        "shirt",
        tuple(rings[::-1]),
        tip_cap=0.010,
        edge_from=PLAIN,
        edge_tip=False,
        hem=True,
        opens=True,
        uneven=True,
        hollow=True,
    )
    part = Part("shirt")
    part.add(outline(shirt, camera), "shirt", 0.0)
    return [seat, part]


def _bends(lumbar: Mat, thorax: Mat) -> Mapping[str, Mat]:
    """Between low back and ribs: turned a quarter, half, three quarters, so that a bent back is one curve."""
    bend = _between(lumbar, thorax)
    return {"low bend": _between(lumbar, bend), "bend": bend, "high bend": _between(bend, thorax)}


def _between(one: Mat, other: Mat) -> Mat:
    """Turned half with the one and half with the other."""
    forward, up = (unit(add(column(one, n), column(other, n))) for n in (0, 1))
    return transpose((forward, up, cross(forward, up)))


def _shrug(body: Body3D) -> float:
    """How much higher than at ease the shoulders are, on the way from low back to neck."""
    joints, up = body.joints, column(body.frames["thorax"], 1)
    middle = lerp(joints["r_shoulder"], joints["l_shoulder"], 0.5)
    return dot(sub(middle, joints["c7"]), up) + _AT_EASE


def neck_part(body: Body3D, look: Look, camera: Camera) -> Part:
    """From the neckline to under the skull."""
    joints, frames, thorax, head = body.joints, body.frames, body.frames["thorax"], body.frames["head"]
    low, middle, top, k = joints["c7"], frames["neck"], joints["skull"], look.shape.neck
    base = ring_at(low, thorax, 0.002, 0.0200, 0.0285 * k, 0.0338 * k)
    rings = (
        _tilted(base, thorax, _NECKLINE),
        ring_at(lerp(low, top, 0.52), middle, -0.002, 0.000, 0.0272 * k, 0.0318 * k),
        ring_at(lerp(low, top, 0.95), middle, -0.003, 0.000, 0.0268 * k, 0.0275 * k),
        ring_at(top, head, -0.004, 0.012, 0.0270, 0.0280 * k),
        ring_at(top, head, -0.008, 0.036, 0.0245, 0.0290),
        ring_at(top, head, -0.014, 0.062, 0.0215, 0.0270),
    )
    part = Part("neck")
    skin = part.add(outline(Tube("skin", rings, edge_from=PLAIN, edge_tip=False), camera), "skin", 0.0)
    # of the chin, not seen from behind
    in_shade = max(0.0, min(1.0, (dot(column(head, 0), camera.rows[2]) + 0.6) / 0.9))
    if in_shade:
        x, y, _ = camera.project(add(top, apply(head, _UNDER_CHIN)))
        glow = Glow((x, y), (_CHIN_SHADE, 0.0), (0.0, _CHIN_SHADE))
        part.shapes.append(skin.with_glow("skin-shade", glow, in_shade))
    return part


def thigh_part(
    body: Body3D, side: str, look: Look, camera: Camera, shade: float, on: Seat | None = None
) -> Part:
    joints, frames, full = body.joints, body.frames, look.shape.limbs
    hip, knee = joints[f"{side}_hip"], joints[f"{side}_knee"]
    rings = pressed(bone_rings(hip, knee, frames[f"{side}_thigh"], THIGH, full), on)
    thigh = Tube(
        "trousers",
        rings,
        0.030,
        0.034 * full,
        edge_from=PLAIN,
        edge_tip=False,
        hollow=True,
    )
    part = Part(f"{side}_thigh")
    drawn = outline(thigh, camera)
    upper = drawn.flats[1:2] if on and on.beyond(rings[2].centre) else drawn.flats[1:3]  # not round a seat's edge
    drawn.contours.append(hip_contour(body, side, look, upper, camera, on))
    worn = part.add(drawn, "trousers", 0.0, (1, 5))
    if shade:
        part.shapes.insert(1, replace(fading(worn, hip, knee, 0.13, camera, "trousers", 1.0), shade=shade))
    return part


def shank_part(body: Body3D, side: str, look: Look, camera: Camera, shade: float) -> Part:
    """The shank with its bare ankle."""
    knee, ankle, frame = body.joints[f"{side}_knee"], body.joints[f"{side}_ankle"], body.frames[f"{side}_shank"]
    full = look.shape.limbs
    shank = Tube(
        "trousers",
        bone_rings(knee, ankle, frame, SHANK, full),
        0.034 * full,
        edge_from=PLAIN,
        edge_tip=False,
        hem=True,
        hollow=True,
    )
    bare = Tube(
        "skin",
        bone_rings(knee, ankle, frame, ANKLE, 0.5 + 0.5 * full),
        0.0,
        0.018,
        edge_to=1,
        edge_tip=False,
        grows=(False, True),
    )
    part = Part(f"{side}_shank")
    part.add(outline(bare, camera), "skin", shade)
    part.flats.clear()  # the bare ankle is the foot's to order
    part.add(outline(shank, camera), "trousers", shade, (1, len(SHANK) - 1))
    return part


def fading(worn: Shape, root: Vec, tip: Vec, wide: float, camera: Camera, role: str, opacity: float) -> Shape:
    """The shade of a far limb, from `tip` up, so much to either side.

    Where it grows out of the trunk there is none, and so no border.
    """
    (x, y, _), (u, v, _) = camera.project(tip), camera.project(sub(root, tip))
    long = hypot(u, v) or 1e-6
    along = max(1.0, wide / 2 / long)
    return worn.with_glow(role, Glow((x, y), (u * along, v * along), (-v / long * wide, u / long * wide)), opacity)


def _tilted(ring: Ring, frame: Mat, slope: float) -> Ring:
    """The ring leaning down at its front by `slope`."""
    deep = sum(x * x for x in ring.a) ** 0.5
    return Ring(ring.centre, add(ring.a, scale(column(frame, 1), slope * deep)), ring.b)
