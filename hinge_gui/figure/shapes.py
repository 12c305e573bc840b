"""Closed outlines in the plane of the picture, and how a tube of flesh becomes one.

A limb is a tube: elliptic rings strung along a bone. Seen from any side its outline is a smooth curve through the
points where each ring's tangent runs along the limb, closed by a cap at either end. Where the limb points at the
viewer there is no such curve; there the outline is the hull of its rings. On the way to that the curve leans as the
limb tapers and the rings at its ends are filled along with it, so that nothing jumps while the camera turns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import hypot, pi, sin, sqrt
from typing import NamedTuple

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import ARC, Contour, Point, Segment, ellipse, hull, smooth, spline, uneven_spline
from hinge_gui.figure.vector import Mat, Vec

_SEAM_UP, _SEAM_WIDTH = 0.0085, 0.93  # how far a seam lies from the end of its tube, and its share of the width
LIGHT: Vec = (0.55, 0.83, 0.0)  # where it comes from: above and before the person, so that sides mirror
STRIP_FROM = 0.35  # a tube shorter in the picture than this share of its length has no outline along it
RINGS_BELOW = 0.72  # and one shorter than this share shows its end rings, and leans as it tapers
EDGE_DIVES = 0.0030  # under its own filling an edge is hidden by this much: half its width and a little
_TURN_UP = 0.006  # of an open end that faces the viewer: what comes out of it is seen that much farther in
_INTO_IT = 0.6  # how much of the ring one sees that looks right into it, and no longer at its rim
_HARDLY = 0.22  # a dark side no darker than this is not seen, and not worth its price
_STEEPEST = 0.9  # of a tapering tube's side against the tube; a steeper one is hidden by its wider end


class Glow(NamedTuple):
    """A soft patch: full in the middle of the ellipse spanned by `u` and `v`, nothing at its rim."""

    centre: Point
    u: Point
    v: Point

    def has_rim(self, contours: tuple[Contour, ...]) -> bool:
        """Whether these are the ellipse itself: beyond its rim there is nothing to cut off."""
        (x, y), (ux, uy), _ = self
        return len(contours) == 1 and contours[0].start == (x + ux, y + uy)


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing to paint, of one colour.

    `edges` are stroked in the colour of the background before the filling, which sets the shape off from what lies
    behind; where a limb grows out of another it has no edge. `shade` 0 is near, 1 far. A shape with a `stroke_width`
    is a line and has no filling; one with a `glow` is filled with that patch only.
    """

    role: str
    contours: tuple[Contour, ...]
    edges: tuple[Contour, ...] = ()
    shade: float = 0.0
    opacity: float = 1.0
    stroke_width: float = 0.0
    dashed: bool = False
    glow: Glow | None = None
    within: tuple[tuple[Contour, ...], ...] = ()
    """Regions, each given by its outlines: it is painted only where it lies in all of them."""

    def faded(self, strength: float) -> Shape:
        return replace(self, opacity=self.opacity * strength)

    def only_within(self, region: tuple[Contour, ...]) -> Shape:
        return Shape(
            self.role,
            self.contours,
            self.edges,
            self.shade,
            self.opacity,
            self.stroke_width,
            self.dashed,
            self.glow,
            (*self.within, region),
        )

    def with_glow(self, role: str, glow: Glow, opacity: float) -> Shape:
        """The same outline, filled with a soft patch."""
        return replace(self, role=role, edges=(), shade=0.0, opacity=opacity, glow=glow)


class Ring(NamedTuple):
    """A cross-section: its middle and two half axes at right angles, in the room."""

    centre: Vec
    a: Vec
    b: Vec


def ring_at(at: Vec, frame: Mat, before: float, above: float, deep: float, wide: float) -> Ring:
    """Across a bone: so far before and above a joint, with these half axes forward and to the right."""
    (fx, ux, rx), (fy, uy, ry), (fz, uz, rz) = frame
    x, y, z = at
    return Ring(
        (x + fx * before + ux * above, y + fy * before + uy * above, z + fz * before + uz * above),
        (fx * deep, fy * deep, fz * deep),
        (rx * wide, ry * wide, rz * wide),
    )


@dataclass(frozen=True, slots=True)
class Tube:
    """Rings from root to tip. `root_cap` and `tip_cap` round its ends off; 0 cuts them along the ring.

    `edge_from` and `edge_to` are the rings between which the sides are set off from what lies behind.
    """

    role: str
    rings: tuple[Ring, ...]
    root_cap: float = 0.0
    tip_cap: float = 0.0
    edge_from: int = 0
    edge_to: int = 99
    edge_tip: bool = True
    grows: tuple[bool, bool] = (False, False)
    """Whether it grows out of another at either end of its edge, which thins out there."""
    hem: bool = False  # a seam along the tip
    opens: bool = False  # one sees into its tip, if that faces the viewer, and what comes out of it
    uneven: bool = False  # its rings lie at unlike distances
    hollow: bool = False  # its side away from the light is darker
    hull_below: float = STRIP_FROM  # shorter in the picture than this share of its length it is drawn as its hull
    rounded: bool = False
    """One smooth curve all round, without caps; its edge then runs over the root from `edge_to` to `edge_to`."""


class Flat(NamedTuple):
    """A ring projected into the picture, in statures: its middle, its depth (greater is nearer), its two half axes."""

    x: float
    y: float
    depth: float
    ax: float
    ay: float
    bx: float
    by: float
    reach: float
    """The half width of the ring at its widest, near enough."""
    az: float = 0.0
    bz: float = 0.0
    """How much nearer the ends of its two half axes are than its middle."""


@dataclass(slots=True)
class Outline:
    """A tube in the picture: what to fill, what to set off, and its rings for the order of depth."""

    contours: list[Contour] = field(default_factory=list)
    edges: list[Contour] = field(default_factory=list)
    flats: list[Flat] = field(default_factory=list)
    left: list[Point] = field(default_factory=list)
    right: list[Point] = field(default_factory=list)
    uneven: bool = False
    """The points of its sides lie at unlike distances."""
    hollow: Contour | None = None
    """The side turned away from the light, as a slender patch, and how dark it is."""
    hollow_depth: float = 0.0
    seam: Contour | None = None


def flatten(rings: Sequence[Ring], camera: Camera) -> list[Flat]:
    """The rings as the camera sees them."""
    (r0, r1, r2), (u0, u1, u2), (t0, t1, t2) = camera.rows
    flats = []
    for ring in rings:
        x, y, z = ring.centre
        ax, ay, az = ring.a
        bx, by, bz = ring.b
        a_x, a_y = r0 * ax + r1 * ay + r2 * az, u0 * ax + u1 * ay + u2 * az
        b_x, b_y = r0 * bx + r1 * by + r2 * bz, u0 * bx + u1 * by + u2 * bz
        flats.append(
            Flat(
                r0 * x + r1 * y + r2 * z,
                u0 * x + u1 * y + u2 * z,
                t0 * x + t1 * y + t2 * z,
                a_x,
                a_y,
                b_x,
                b_y,
                sqrt(max(a_x * a_x + a_y * a_y, b_x * b_x + b_y * b_y)),
                t0 * ax + t1 * ay + t2 * az,
                t0 * bx + t1 * by + t2 * bz,
            )
        )
    return flats


def outline(tube: Tube, camera: Camera, strip: Callable[[Outline], None] | None = None) -> Outline:
    """The silhouette of a tube; `strip` may draw it from its sides otherwise than from cap to cap."""
    flats = flatten(tube.rings, camera)
    drawn = Outline(flats=flats, uneven=tube.uneven)
    first, last = flats[0], flats[-1]
    span, deep = hypot(last.x - first.x, last.y - first.y), last.depth - first.depth
    share = span / (hypot(span, deep) or 1.0)
    if share > tube.hull_below:
        drawn.left, drawn.right = _sides(flats)
        if share < RINGS_BELOW:
            _lean(drawn, first=0 if tube.rounded else 1)
            drawn.uneven = True
        if strip:
            strip(drawn)
        else:
            _add_strip(drawn, tube)
        if tube.hollow:
            _add_hollow(drawn, camera, (share - STRIP_FROM) / (1 - STRIP_FROM))
    else:
        _add_hull(drawn, tube)
    if tube.hull_below < share < RINGS_BELOW:
        drawn.contours += [ellipse((f.x, f.y), (f.ax, f.ay), (f.bx, f.by)) for f in (flats[0], flats[-1])]
    return drawn


def _add_strip(drawn: Outline, tube: Tube) -> None:
    flats, last = drawn.flats, len(drawn.flats) - 1
    if tube.rounded:
        drawn.contours.append(smooth([*drawn.left, *drawn.right[::-1]]))
        stop = min(last, tube.edge_to) + 1
        drawn.edges.append(smooth([*drawn.right[:stop][::-1], *drawn.left[:stop]], closed=False))
        return
    curve = uneven_spline if drawn.uneven else spline
    up, down = curve(drawn.left), curve(drawn.right[::-1])
    tip = _cap(flats[-1], flats[-2], drawn.left[-1], tube.tip_cap, end=1.0, opens=tube.opens)
    root = _cap(flats[0], flats[1], drawn.left[0], tube.root_cap, end=-1.0)
    drawn.contours.append(Contour(drawn.left[0], (*up, *tip, *down, *root)))
    if tube.hem:
        drawn.seam = _seam(flats[-1], flats[-2], drawn.left[-1], tube)
    first, stop = tube.edge_from, min(last, tube.edge_to)
    if first >= stop:
        return
    going, coming = up[first:stop], down[last - stop : last - first]
    root_ends = _ends(drawn, first, tube.grows[0])
    if stop == last and tube.edge_tip:
        drawn.edges.append(edge(drawn.left[first], (*going, *tip, *coming), *root_ends))
    else:
        tip_ends = _ends(drawn, stop, tube.grows[1])
        drawn.edges.append(edge(drawn.left[first], going, root_ends[0], tip_ends[0]))
        drawn.edges.append(edge(drawn.right[stop], coming, tip_ends[1], root_ends[1]))


def _ends(drawn: Outline, ring: int, grows: bool) -> tuple[Point, Point]:
    """Where an edge begins or ends at the left and the right of a ring."""
    both = drawn.left[ring], drawn.right[ring]
    return (inside(both[0], drawn.flats[ring]), inside(both[1], drawn.flats[ring])) if grows else both


def edge(start: Point, segments: Sequence[Segment], first: Point, last: Point) -> Contour:
    """Along the segments, but from `first` to `last`: what is moved there thins out over one segment."""
    dx, dy = first[0] - start[0], first[1] - start[1]
    moved = list(segments)
    moved[0] = (moved[0][0] + dx, moved[0][1] + dy, *moved[0][2:])
    a, b, c, d, u, v = moved[-1]
    moved[-1] = (a, b, c + last[0] - u, d + last[1] - v, *last)
    return Contour(first, tuple(moved), closed=False)


def inside(point: Point, flat: Flat) -> Point:
    """As far in from the outline that an edge is hidden there under the filling."""
    dx, dy = flat.x - point[0], flat.y - point[1]
    share = EDGE_DIVES / (hypot(dx, dy) or 1.0)
    return (point[0] + dx * share, point[1] + dy * share)


def _add_hollow(drawn: Outline, camera: Camera, strength: float) -> None:
    """A patch along the side away from the light, tapering to nothing at both ends so that joints stay smooth."""
    flats, last = drawn.flats, len(drawn.flats) - 1
    tx, ty = flats[last].x - flats[0].x, flats[last].y - flats[0].y
    n = hypot(tx, ty) or 1.0
    x, y, _ = camera.project(LIGHT)
    lit = (-ty * x + tx * y) / n  # above 0: the light comes from the left of root to tip
    depth = (abs(lit) * strength - _HARDLY) / (1 - _HARDLY)
    if depth <= 0.0:
        return
    rim = drawn.right if lit > 0 else drawn.left
    shares, inner, curve = _hollow_shares(last), [], uneven_spline if drawn.uneven else spline
    for i, ((px, py), f) in enumerate(zip(rim, flats, strict=True)):
        share = shares[i]
        inner.append((px + (f.x - px) * share, py + (f.y - py) * share))
    drawn.hollow = Contour(rim[0], (*curve(rim), *curve(inner[::-1])))
    drawn.hollow_depth = depth


@cache
def _hollow_shares(last: int) -> tuple[float, ...]:
    """How far the dark side reaches from the rim to the middle, ring by ring."""
    return (0.0, *(0.62 * sin(pi * i / last) ** 0.6 for i in range(1, last)), 0.0)


def _seam(at: Flat, inner: Flat, left: Point, tube: Tube) -> Contour:
    """The tip's line, a little up the tube and within its sides."""
    tx, ty = at.x - inner.x, at.y - inner.y
    n = (hypot(tx, ty) or 1.0) / _SEAM_UP
    narrow = (at.x + (left[0] - at.x) * _SEAM_WIDTH, at.y + (left[1] - at.y) * _SEAM_WIDTH)
    first, second = _cap(at, inner, narrow, tube.tip_cap, end=1.0, opens=tube.opens)
    dx, dy = -tx / n, -ty / n
    moved = tuple(tuple(v + (dy if k % 2 else dx) for k, v in enumerate(segment)) for segment in (first, second))
    return Contour((narrow[0] + dx, narrow[1] + dy), moved, closed=False)


def _sides(flats: Sequence[Flat]) -> tuple[list[Point], list[Point]]:
    """Where each ring's tangent runs along the limb: the outline to the left and right of root to tip."""
    left: list[Point] = []
    right: list[Point] = []
    before, last = flats[0], len(flats) - 1
    for i, flat in enumerate(flats):
        after = flats[i + 1] if i < last else flat
        tx, ty = after[0] - before[0], after[1] - before[1]
        x, y, _, ax, ay, bx, by, _, _, _ = flat
        an, bn = ay * tx - ax * ty, by * tx - bx * ty
        h = hypot(an, bn) or 1e-9
        ox, oy = (ax * an + bx * bn) / h, (ay * an + by * bn) / h
        left.append((x + ox, y + oy))
        right.append((x - ox, y - oy))
        before = flat
    return left, right


def _lean(drawn: Outline, first: int) -> None:
    """Where a foreshortened tube tapers, move its sides to where the widest of its rings hides the others.

    A line that touches two neighbouring rings is not along the limb, but leans as their widths differ.
    """
    flats = drawn.flats
    for i in range(first, len(flats) - 1):
        before, (x, y, _, ax, ay, bx, by, _, _, _), after = flats[max(0, i - 1)], flats[i], flats[i + 1]
        tx, ty = after.x - before.x, after.y - before.y
        long = hypot(tx, ty) or 1e-9
        tx, ty = tx / long, ty / long
        for points, nx, ny in ((drawn.left, -ty, tx), (drawn.right, ty, -tx)):
            narrowing = (_reach(before, nx, ny) - _reach(after, nx, ny)) / long
            along = max(-_STEEPEST, min(_STEEPEST, narrowing))
            across = sqrt(1.0 - along * along)
            ux, uy = nx * across + tx * along, ny * across + ty * along
            a, b = ax * ux + ay * uy, bx * ux + by * uy
            h = hypot(a, b) or 1e-9
            points[i] = (x + (ax * a + bx * b) / h, y + (ay * a + by * b) / h)


def _reach(ring: Flat, x: float, y: float) -> float:
    """How far a ring reaches from its middle in a direction."""
    return hypot(ring.ax * x + ring.ay * y, ring.bx * x + ring.by * y)


def _cap(
    at: Flat, inner: Flat, left: Point, roundness: float, end: float, *, opens: bool = False
) -> tuple[Segment, Segment]:
    """Half an ellipse from one side of the end to the other, bulging away from the tube, or into one that is open.

    `left` is the outline's point to the left of root to tip; `end` is 1 at the tip and -1 at the root.
    """
    x, y = at.x, at.y
    tx, ty = x - inner.x, y - inner.y
    n = hypot(tx, ty) or 1.0
    tx, ty = tx / n, ty / n
    # The ring's other extreme, along the limb: how far a cut end bulges when one looks into it.
    an, bn = at.ay * tx - at.ax * ty, at.by * tx - at.bx * ty
    h = hypot(an, bn) or 1e-9
    qx, qy = (at.bx * an - at.ax * bn) / h, (at.by * an - at.ay * bn) / h
    if qx * tx + qy * ty < 0:
        qx, qy = -qx, -qy
    across = hypot(qx, qy)
    ex, ey = qx, qy
    if roundness:
        # An ellipsoid's half axes add up as squares; the one along the limb is foreshortened as the limb is.
        bulge = sqrt(across * across + roundness * roundness * max(0.0, 1.0 - (across / at.reach) ** 2))
        ex, ey = bulge * tx, bulge * ty
    if opens and at.ax * at.by > at.ay * at.bx:
        sight = max(0.0, min(1.0, (_INTO_IT - across / at.reach) / 0.12))
        bulge = sqrt(across * across + roundness * roundness) - across - min(_TURN_UP, 0.35 * across)
        ex, ey = ex + (bulge * tx - qx - ex) * sight, ey + (bulge * ty - qy - ey) * sight
    ox, oy = end * (left[0] - x), end * (left[1] - y)
    ox_, oy_, ex_, ey_ = ARC * ox, ARC * oy, ARC * ex, ARC * ey
    return (
        (x + ox + ex_, y + oy + ey_, x + ex + ox_, y + ey + oy_, x + ex, y + ey),
        (x + ex - ox_, y + ey - oy_, x - ox + ex_, y - oy + ey_, x - ox, y - oy),
    )


def _add_hull(drawn: Outline, tube: Tube) -> None:
    """Looked at end on, a tube is as good as the hull of its rings."""
    round_all = [(f.x, f.y, f.ax, f.ay, f.bx, f.by) for f in drawn.flats]
    drawn.contours.append(hull(round_all))
    if tube.edge_tip:
        first = tube.edge_from
        drawn.edges.append(hull(round_all[first:]) if first else drawn.contours[-1])
