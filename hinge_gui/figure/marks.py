"""The marks that teach, drawn over the figure.

In an exercise's data a mark is a map with its `kind`:

    {kind: plumb, at: work_ankle}        the upright line through a joint, from the floor to over the hip
    {kind: spine}                        the line of the back
    {kind: pivot, at: work_hip}          the hip as the one hinge, with the arc that the trunk has gone
    {kind: arrow, at: c7, fades: true}   the way of a joint from start to end; `fades`: gone when it is there
    {kind: contact, at: work_heel}       a ring round what must not lift
    {kind: stop, at: pelvis}             a bar where the movement ends, shown as it gets there
    {kind: muscle, name: calf, side: work_}   a muscle that feels it; without `side` both

Any may have a `cue`, the phrase with which it fades in: `hold` is the first of that phase, `{hold: 2}` the second.
Where nothing is said, one of `in` comes as the movement begins, one of `hold` as the body comes to where it stays.
One of `setup`, one that is there `from_start: true` and one without a cue are there all the time then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import atan2, cos, hypot, pi, sin
from typing import Any

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point, circle, polygon, smooth
from hinge_gui.figure.easing import arch
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Vec, add, apply, column, dot, sub, unit
from hinge_gui.records import dataclass

_SPINE = ("sacrum", "low_back", "waist", "chest", "c7", "skull")
_ARC_RADIUS = 0.190
CUES: Mapping[str, tuple[float, float]] = {"setup": (-1.0, 0.0), "in": (0.02, 0.20), "hold": (0.80, 1.0)}
"""Between which moments of the way a mark fades in where nothing is said, by the phase whose words it goes with."""
Told = Mapping[str, float]
"""How far what goes with a phrase has come, 0 to 1, by phase and number as `hold:0`, of phrases that are said."""
_SIDEWAYS, _END_ON = 0.75, 0.35  # seen less from the side than that, an angle tells nothing, or no hip a hinge
_STOP_UP, _STOP_AHEAD, _STOP_LONG, _STOP_SIZE = 0.068, 0.106, 0.064, 0.025  # from the middle of the pelvis; half sizes
_SIGN = 0.021  # radius of the tick or cross on a ring
_TICK = (((-0.5, 0.0), (-0.12, -0.4), (0.5, 0.4)),)
_CROSS = (((-0.4, -0.4), (0.4, 0.4)), ((-0.4, 0.4), (0.4, -0.4)))
_ARROW_SEEN, _ARROW_HEAD, _BOW_STEPS = 0.025, 0.030, 10
_CHIN, _NAPE = 0.10, 0.05  # from the head's middle: what it hides in front of it, and how far behind it that begins
_SPINE_SEEN = 0.10  # one that is seen shorter is seen end-on, and tells nothing
_OF_FOOT, _OVER_SOLE = ("heel", "ball", "toe_mid", "toe"), 0.012  # joints on the sole; how far over them is flesh
_BEHIND_FOOT = 0.09  # how much nearer its ball is where a foot is seen from before, which hides its heel
_HALO = 0.0045  # how much wider the pale line under a mark is


@dataclass(frozen=True, slots=True)
class Moment:
    """What marks are made from: the body now, and the bodies on its way from start to end."""

    body: Body3D
    way: Sequence[Body3D]
    progress: float
    """How much of the way is done, 0 to 1."""
    camera: Camera
    wrong: bool = False

    def at(self, joint: str) -> Point:
        return self.camera.project(self.body.joints[joint])[:2]

    @property
    def from_the_side(self) -> float:
        """1: one looks along the line of the hips, 0: across it."""
        return abs(dot(column(self.body.frames["pelvis"], 2), self.camera.rows[2]))


def mark_shapes(mark: Mapping[str, Any], moment: Moment) -> list[Shape]:
    """The shapes of one mark; none for a muscle, which is part of the body, or a kind that is not known."""
    kind = _kind_of(mark)
    return kind.draw(mark, moment) if kind else []


def made_from(mark: Mapping[str, Any], now: Moment) -> list[float]:
    """Of this body all that the shapes of a mark depend on, number after number."""
    kind = _kind_of(mark)
    if kind is None:
        return []
    at = [str(mark.get("at", kind.at))] if kind.at else []
    numbers = [coordinate for joint in (*at, *kind.joints) for coordinate in now.body.joints[joint]]
    return [*numbers, kind.grown(now.progress)] if kind.grown else numbers


def is_left(mark: Mapping[str, Any], progress: float, *, fades: bool) -> float:
    """How much of a mark is left on the way, 0 to 1; an arrow may be gone when it is there."""
    is_gone = mark.get("kind") == "arrow" and mark.get("fades", fades)
    return max(0.0, min(1.0, 2.5 * (1.0 - progress))) if is_gone else 1.0


def cue_of(mark: Mapping[str, Any]) -> tuple[str, int]:
    """The phase whose words a mark with a `cue` goes with, and which phrase of it, from 1."""
    cue = mark["cue"]
    return next(iter(cue.items())) if isinstance(cue, Mapping) else (cue, 1)


def shown_by(mark: Mapping[str, Any], progress: float, told: Told | None = None) -> float:
    """How much of a mark is there at this moment, 0 to 1; without what was `told` as in a picture, by the movement."""
    if mark.get("cue") is None:
        return 1.0
    phase, number = cue_of(mark)
    for n in range(number - 1, -1, -1):  # what is left unsaid goes with the words before it
        if told and (come := told.get(f"{phase}:{n}")) is not None:
            return come
    first, last = CUES[phase]
    return 1.0 if mark.get("from_start") else max(0.0, min(1.0, (progress - first) / (last - first)))


def _plumb(mark: Mapping[str, Any], now: Moment) -> list[Shape]:
    x, _, z = now.body.joints[_joint(mark)]
    top = max(now.body.joints["r_hip"][1], now.body.joints["l_hip"][1]) + 0.085
    foot, head = (now.camera.project(v)[:2] for v in ((x, 0.0, z), (x, top, z)))
    return _haloed(polygon((foot, head), closed=False), "guide", 0.0042, dashed=True)


def _spine(mark: Mapping[str, Any], now: Moment) -> list[Shape]:
    points = _bare([now.camera.project(now.body.joints[name]) for name in (*_SPINE, "head")])
    if len(points) < 3 or hypot(points[-1][0] - points[0][0], points[-1][1] - points[0][1]) < _SPINE_SEEN:
        return []
    line = smooth(points, closed=False)
    if now.wrong and not mark.get("kept"):
        return _haloed(line, "wrong", 0.0105, dashed=True)
    return [Shape("spine", (line,), opacity=0.95, stroke_width=0.0095, dashed=True)]


def _bare(points: Sequence[Vec]) -> list[Point]:
    """Those that are not behind the last of them, the head."""
    *spine, (x, y, nearness) = points
    return [(u, v) for u, v, depth in spine if hypot(u - x, v - y) > _CHIN or nearness - depth < _NAPE]


def _pivot(mark: Mapping[str, Any], now: Moment) -> list[Shape]:
    if now.from_the_side < _END_ON:
        return []
    centre = now.at(_joint(mark))
    shapes = [
        Shape("spine", (circle(centre, 0.0185),)),
        Shape("accent", (circle(centre, 0.0125),)),
    ]
    first, last = (_trunk_angle(body, now.camera) for body in (now.way[0], now.body))
    turn = (last - first + pi) % (2 * pi) - pi
    if abs(turn) > 0.08 and now.from_the_side > _SIDEWAYS:
        along = last + (pi / 2 if turn > 0 else -pi / 2)
        head = _arrow_head(_on_arc(centre, _ARC_RADIUS, last), along, 0.024)
        shapes[:0] = _haloed_all((_arc(centre, _ARC_RADIUS, first, turn), head), "accent", 0.0085)
    return shapes


def _arrow(mark: Mapping[str, Any], now: Moment) -> list[Shape]:
    joint = str(mark.get("at", "c7"))
    away = mark.get("offset", (0.0, 0.0, 0.0))
    points = [now.camera.project(_off(body, joint, away))[:2] for body in now.way]
    length = hypot(points[-1][0] - points[0][0], points[-1][1] - points[0][1])
    if length < _ARROW_SEEN:
        return []
    swept = _swept(points)
    (px, py), (qx, qy) = swept[-2:]
    head = _arrow_head((qx, qy), atan2(qy - py, qx - px), min(_ARROW_HEAD, 0.6 * length))
    return _haloed_all((smooth(swept, closed=False), head), "accent", 0.0085)


def _swept(points: Sequence[Point]) -> list[Point]:
    """From first to last in one bow as high as theirs: the waits and the lift of a step would be hooks."""
    (ax, ay), (bx, by) = points[0], points[-1]
    cx, cy = bx - ax, by - ay
    length = hypot(cx, cy)
    high = max((((y - ay) * cx - (x - ax) * cy) / length for x, y in points), key=abs)
    over = (-cy / length * high, cx / length * high)
    shares = [n / _BOW_STEPS for n in range(_BOW_STEPS + 1)]
    return [(ax + t * cx + arch(t) * over[0], ay + t * cy + arch(t) * over[1]) for t in shares]


def _off(body: Body3D, joint: str, away: Sequence[float]) -> Vec:
    frame = body.frames["thorax" if joint in ("c7", "chest", "skull", "head") else "pelvis"]
    return add(body.joints[joint], apply(frame, (float(away[0]), float(away[1]), float(away[2]))))


def _contact(mark: Mapping[str, Any], now: Moment) -> list[Shape]:
    joint = _joint(mark)
    if joint.endswith("_heel"):
        heel, ball = (now.camera.project(now.body.joints[name]) for name in (joint, f"{joint[0]}_ball"))
        if ball[2] - heel[2] > _BEHIND_FOOT:
            return []
    x, y = now.at(joint)
    ring = circle((x, y + _OVER_SOLE), 0.036)
    return _haloed(ring, "guide", 0.0068)


def _near(progress: float) -> float:
    return max(0.0, min(1.0, (progress - 0.8) / 0.2))


def _stop(mark: Mapping[str, Any], now: Moment) -> list[Shape]:
    """A bar before the belly, along the pelvis as it is in the end, with the sign of a road that ends.

    It grows in the last of the way, as the belly comes to it. A back that bends on after the pelvis bends over it.
    """
    near = _near(now.progress)
    if near == 0.0 or now.from_the_side < _SIDEWAYS:
        return []
    end = now.way[-1]
    turn = _trunk_angle(end, now.camera) - _trunk_angle(now.way[0], now.camera)
    x, y, _ = now.camera.project(end.joints["pelvis"])
    u, v, _ = now.camera.project(unit(column(end.frames["pelvis"], 1)))
    ahead = _STOP_AHEAD if sin(turn) > 0 else -_STOP_AHEAD
    x, y = x + u * _STOP_UP - v * ahead, y + v * _STOP_UP + u * ahead
    long, size = _STOP_LONG * near, _STOP_SIZE * near
    bar = polygon(((x - u * long, y - v * long), (x + u * long, y + v * long)), closed=False)
    sign = polygon([_on_arc((x, y), size, pi / 8 - pi / 4 * n) for n in range(8)])
    stroke = polygon(((x - 0.55 * size, y), (x + 0.55 * size, y)), closed=False)
    return [
        *_haloed(bar, "stop", 0.0105),
        Shape("background", (sign,), stroke_width=0.0070),
        Shape("stop", (sign,)),
        Shape("spine", (stroke,), stroke_width=0.30 * size),
    ]


def _differs(mark: Mapping[str, Any], now: Moment) -> list[Shape]:
    """A ring round the place at which a mistake and the right way differ, told apart by its sign and its dashes.

    It is in no exercise's data: whoever shows both puts it there.
    """
    joint = _joint(mark)
    (x, y), radius, role = now.at(joint), float(mark["radius"]), "wrong" if now.wrong else "guide"
    aside = pi / 4
    if joint[2:] in _OF_FOOT:
        y += _OVER_SOLE
        if x < now.at(f"{joint[0]}_ankle")[0]:
            aside = 3 * pi / 4  # away from the leg, which it would hide
    sx, sy = _on_arc((x, y), radius, aside)
    lines = _CROSS if now.wrong else _TICK
    sign = tuple(polygon([(sx + _SIGN * u, sy + _SIGN * v) for u, v in line], closed=False) for line in lines)
    return [
        *(_haloed(circle((x, y), radius), role, 0.0075, dashed=now.wrong) if radius else ()),
        Shape("background", (circle((sx, sy), _SIGN),), stroke_width=0.0070),
        Shape(role, (circle((sx, sy), _SIGN),)),
        Shape("background", sign, stroke_width=0.0060),
    ]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a mark is drawn, and from what: from the joint that it is `at`, from others, from how far the way has gone.

    Without an `at` of its own it is made from the same joints wherever it is put, or from the whole way.
    """

    draw: Callable[[Mapping[str, Any], Moment], list[Shape]]
    at: str = ""
    joints: Sequence[str] = ()
    grown: Callable[[float], float] | None = None


_HIPS, _TRUNK = ("r_hip", "l_hip"), ("pelvis", "c7")
KINDS: Mapping[str, Kind] = {
    "plumb": Kind(_plumb, "r_ankle", _HIPS),
    "spine": Kind(_spine, joints=(*_SPINE, "head")),
    "pivot": Kind(_pivot, "r_hip", (*_HIPS, *_TRUNK)),
    "arrow": Kind(_arrow),
    "contact": Kind(_contact, "r_heel", ("r_ball", "l_ball")),
    "stop": Kind(_stop, joints=(*_HIPS, *_TRUNK), grown=_near),
}
_DIFFERS = Kind(_differs, "pelvis", ("r_ankle", "l_ankle"))


def _kind_of(mark: Mapping[str, Any]) -> Kind | None:
    return _DIFFERS if mark.get("kind") == "differs" else KINDS.get(str(mark.get("kind")))


def _joint(mark: Mapping[str, Any]) -> str:
    kind = _kind_of(mark)
    return str(mark.get("at", kind.at if kind else ""))


def _haloed(line: Contour, role: str, width: float, *, dashed: bool = False) -> list[Shape]:
    return _haloed_all((line,), role, width, dashed=dashed)


def _haloed_all(lines: tuple[Contour, ...], role: str, width: float, *, dashed: bool = False) -> list[Shape]:
    """Lines that read on cloth and on paper alike: pale ones under them all."""
    return [
        Shape("background", lines, opacity=0.75, stroke_width=width + _HALO),
        Shape(role, lines, stroke_width=width, dashed=dashed),
    ]


def _trunk_angle(body: Body3D, camera: Camera) -> float:
    x, y, _ = camera.project(sub(body.joints["c7"], body.joints["pelvis"]))
    return atan2(y, x)


def _on_arc(centre: Point, radius: float, angle: float) -> Point:
    return (centre[0] + radius * cos(angle), centre[1] + radius * sin(angle))


def _arc(centre: Point, radius: float, start: float, turn: float) -> Contour:
    steps = max(3, int(abs(turn) / 0.2) + 1)
    return smooth([_on_arc(centre, radius, start + turn * i / steps) for i in range(steps + 1)], closed=False)


def _arrow_head(tip: Point, angle: float, size: float) -> Contour:
    left, right = (_on_arc(tip, size, angle + pi + spread) for spread in (0.5, -0.5))
    return polygon((left, tip, right), closed=False)
