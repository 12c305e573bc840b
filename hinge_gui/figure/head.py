"""Head and face, right from every side.

The skull is a tube from crown to chin. Features of the face sit on its surface and are drawn where their outward
direction meets the viewer, foreshortened with it.
"""

from __future__ import annotations

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point, ellipse, ellipsoid, smooth
from hinge_gui.figure.hair import bald, behind_the_crown, cap, gathered
from hinge_gui.figure.head_space import HeadSpace
from hinge_gui.figure.look import Look
from hinge_gui.figure.shapes import Glow, Ring, Shape, Tube, outline, ring_at
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Vec

# Rows of (above the middle of the head, back of the head, front of the face, half width), crown to chin.
SKULL = (
    (0.0658, -0.0145, 0.0041, 0.0082),
    (0.0603, -0.0321, 0.0217, 0.0237),
    (0.0499, -0.0464, 0.0360, 0.0364),
    (0.0359, -0.0558, 0.0454, 0.0446),
    (0.0200, -0.0590, 0.0486, 0.0475),
    (0.0040, -0.0560, 0.0462, 0.0468),
    (-0.0150, -0.0495, 0.0470, 0.0440),
    (-0.0290, -0.0390, 0.0490, 0.0395),
    (-0.0390, -0.0270, 0.0474, 0.0338),
    (-0.0500, -0.0105, 0.0468, 0.0250),
    (-0.0570, 0.0060, 0.0420, 0.0160),
    (-0.0600, 0.0170, 0.0330, 0.0080),
)
NOSE = (
    (0.0440, 0.0080, 0.0030, 0.0045),
    (0.0455, -0.0030, 0.0085, 0.0060),
    (0.0465, -0.0110, 0.0125, 0.0078),
    (0.0460, -0.0165, 0.0125, 0.0085),
    (0.0440, -0.0205, 0.0080, 0.0065),
)
_EYES = 0.003
EAR = (-0.0060, -0.0040, 0.0475)


def head_parts(body: Body3D, look: Look, camera: Camera) -> list[Part]:
    """The head with its face and hair; a bun, tail or fall of hair is a part of its own."""
    space = HeadSpace(body, camera)
    part = Part("head" if space.view[0] > -0.35 else "nape")
    rings = tuple(_skull_ring(body, row, look.shape.face) for row in SKULL)
    skull = Tube("skin", rings, edge_to=5, hull_below=0.94, rounded=True)
    drawn = outline(skull, camera)
    nose = outline(_nose(body), camera)
    drawn.contours.extend(nose.contours)
    drawn.edges.extend(nose.edges)
    part.flats.extend(drawn.flats)
    hair = [] if look.hair == "none" else cap(space, look.hair)
    if not hair:
        whole, crown = bald(space)
        drawn.contours.append(whole)
        part.shapes.append(Shape("skin", (), (*drawn.edges[1:], crown)))
    part.shapes.extend(behind_the_crown(space, look.hair))
    part.shapes.extend(_ear(space, far=True))
    part.shapes.append(Shape("skin", tuple(drawn.contours)))
    part.shapes.extend(_face(space))
    covering = Part("cap", flats=part.flats)
    covering.shapes.extend(hair)
    covering.shapes.extend(_ear(space, far=False))
    return [part, covering, *gathered(space, look.hair)]


def _skull_ring(body: Body3D, row: tuple[float, float, float, float], face: float) -> Ring:
    above, back, front, wide = row
    wide *= face if above < _EYES else 1.0
    deep = (front - back) / 2
    return ring_at(body.joints["head"], body.frames["head"], back + deep, above, deep, wide)


def _nose(body: Body3D) -> Tube:
    frame, middle = body.frames["head"], body.joints["head"]
    rings = tuple(ring_at(middle, frame, *row) for row in NOSE)
    return Tube("skin", rings, 0.002, 0.002)


def _face(space: HeadSpace) -> list[Shape]:
    shapes: list[Shape] = []
    for sign in (1.0, -1.0):
        cheek = space.facing((0.75, -0.2, sign * 0.65))
        if cheek > 0.55:
            centre, u, v = (
                space.at((0.036, -0.019, sign * 0.028)),
                space.flat((-0.008, 0.0, 0.012)),
                space.flat((0.0, 0.010, 0.0)),
            )
            glow = Glow(centre, u, v)
            shapes.append(
                Shape("cheek", (ellipse(centre, u, v),), opacity=0.36 * min(1.0, (cheek - 0.55) * 4), glow=glow)
            )
        eye = space.facing((0.86, 0.0, sign * 0.5))
        if eye > 0.08:
            shapes.extend(_eye(space, sign))
    frontal = space.facing((1.0, -0.25, 0.0))
    if frontal > 0.45:
        under = _bow(space, (0.0510, -0.0195, 0.0070), (0.0570, -0.0225, 0.0), (0.0510, -0.0195, -0.0070))
        shapes.append(Shape("skin-line", (under,), opacity=min(1.0, 3 * (frontal - 0.45)), stroke_width=0.0020))
    mouth = [v for v in _mouth(space) if space.facing((v[0] - 0.022, 0.0, v[2] * 1.3)) > 0.15]
    if len(mouth) > 1:
        shapes.append(Shape("lip", (smooth([space.at(v) for v in mouth], closed=False),), stroke_width=0.0026))
    return shapes


def _bow(space: HeadSpace, start: Vec, middle: Vec, end: Vec) -> Contour:
    """One soft arc through three points."""
    p, q, r = space.at(start), space.at(middle), space.at(end)
    x, y = 2 * q[0] - (p[0] + r[0]) / 2, 2 * q[1] - (p[1] + r[1]) / 2
    return Contour(
        p,
        (
            (
                p[0] + (x - p[0]) * 2 / 3,
                p[1] + (y - p[1]) * 2 / 3,
                r[0] + (x - r[0]) * 2 / 3,
                r[1] + (y - r[1]) * 2 / 3,
                *r,
            ),
        ),
        closed=False,
    )


def _mouth(space: HeadSpace) -> list[Vec]:
    """Upside down the bow of a smile would be read as a frown: there it is straight."""
    smile = max(0.0, min(1.0, 0.6 + 1.2 * space.flat((0.0, 1.0, 0.0))[1]))
    x, y = _LIPS
    return [(x + (u - x) * smile, y + (v - y) * smile, z) for u, v, z in _MOUTH]


_LIPS = (0.0455, -0.0352)  # before and above the middle of the head
_MOUTH: tuple[Vec, ...] = (
    (0.0405, -0.0312, 0.0155),
    (0.0440, -0.0352, 0.0105),
    (0.0472, -0.0373, 0.0055),
    (0.0484, -0.0379, 0.0),
    (0.0472, -0.0373, -0.0055),
    (0.0440, -0.0352, -0.0105),
    (0.0405, -0.0312, -0.0155),
)


def _eye(space: HeadSpace, sign: float) -> list[Shape]:
    centre = space.at((0.0425, 0.0010, sign * 0.0185))
    across, up = space.flat((-0.0018, 0.0, sign * 0.0038)), space.flat((0.0, 0.0050, 0.0))
    glint = space.at((0.0435, 0.0032, sign * 0.0180))
    # A brow that falls outward is a kind one.
    brow = _bow(
        space, (0.0464, 0.0200, sign * 0.0120), (0.0450, 0.0214, sign * 0.0190), (0.0385, 0.0158, sign * 0.0275)
    )
    lash = _bow(
        space, (0.0445, 0.0042, sign * 0.0130), (0.0430, 0.0085, sign * 0.0190), (0.0385, 0.0030, sign * 0.0258)
    )
    return [
        Shape("eye-white", (ellipse(centre, _times(across, 1.75), _times(up, 0.98)),)),
        Shape("eye", (ellipse(centre, across, up),)),
        Shape("spine", (ellipse(glint, _times(across, 0.30), _times(up, 0.26)),), opacity=0.9),
        Shape("eye", (lash,), opacity=0.75, stroke_width=0.0017),
        Shape("brow", (brow,), stroke_width=0.0027),
    ]


def _times(p: Point, k: float) -> Point:
    return (p[0] * k, p[1] * k)


def _ear(space: HeadSpace, *, far: bool) -> list[Shape]:
    shapes: list[Shape] = []
    for sign in (1.0, -1.0):
        facing = space.facing((-0.15, 0.0, sign))
        if (facing < -0.12) != far:
            continue
        centre = (EAR[0], EAR[1], sign * EAR[2])
        axes = [space.flat(v) for v in ((0.0085, 0.003, 0.0), (-0.003, 0.0145, 0.0), (-0.002, 0.0, sign * 0.0055))]
        ear = ellipsoid(axes, space.at(centre))
        shapes.append(Shape("skin", (ear,)))
        if facing > 0.15:
            fold = [
                space.at((EAR[0] + x, EAR[1] + y, sign * (EAR[2] + 0.005)))
                for x, y in ((0.002, 0.0085), (-0.0045, 0.0040), (-0.0035, -0.0040), (0.001, -0.0080))
            ]
            shapes.append(Shape("skin-line", (smooth(fold, closed=False),), stroke_width=0.0022))
    return shapes
