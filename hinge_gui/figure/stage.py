"""One exercise's figure, ready to be shown at any moment of its movement, in a frame that stays still."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from hinge_gui.figure.bounds import Bounds, union
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.differences import Place
from hinge_gui.figure.joints import sided
from hinge_gui.figure.look import Look
from hinge_gui.figure.marks import Told, shown_by
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.prop import CM
from hinge_gui.figure.props import BACKDROPS
from hinge_gui.figure.scene import Furniture, Kept, Scene, bounds_of_moment, compose, furnish
from hinge_gui.figure.sitting import Seat
from hinge_gui.figure.small import LEVEL, Small
from hinge_gui.figure.spec import FigureSpec, Stance
from hinge_gui.figure.turntable import Turntable

_WAY = (0.0, 0.25, 0.5, 0.75, 1.0)  # moments that bounds, arcs and arrows are made from
_CURVES, _CURVE_DEG = ("lumbar", "thorax", "neck", "side", "twist"), 2.0  # what differs by no more is alike
_UNDER_THE_ARC = ("waist", "chest")
_FOOT = ("toe", "toe_mid", "ball", "heel", "ankle")
_FOOT_RAISED = 0.28  # of its reach: how far above the foot an inset has its middle, as of a floor there is enough
_INSET_REACH = {"foot": 0.105, "trunk": 0.20}  # from its middle to its rim, in statures


class Stage:
    """Body, props, marks and camera of one form of an exercise.

    `side` is the side that works (`both` counts as right); the left is the mirror image of the right, camera and
    all. `bounds` takes in the whole way from start to end, and with `beside` also that of another stage, so that a
    mistake stands in the same frame as the right way.
    """

    def __init__(
        self,
        spec: FigureSpec,
        *,
        side: str = "right",
        range_: str = "usual",
        look: Look | None = None,
        mistake: str | None = None,
        camera: Camera | None = None,
    ) -> None:
        side = "left" if side == "left" else "right"
        self.look = look or Look()
        self._spec, self._side = spec, side
        self.motion = Motion(spec, side=side, range_=range_, body=self.look.build, mistake=mistake)
        self.props = spec.props(range_, side, mistake)
        self.marks = spec.marks(side)
        self.wrong = mistake is not None
        if mistake is not None:
            keeps = _keeps(spec.pose("end", range_, side), spec.pose("end", range_, side, mistake))
            self.marks = [{**mark, "kept": True} if mark.get("kind") == keeps else mark for mark in self.marks]
        self._inset = _sided_inset(spec.raw.get("inset"), side)
        usual = Camera.of(spec.seen_from(mistake))
        self.home = camera or (usual.mirrored() if side == "left" else usual)
        self.way = tuple(self.motion.at(progress) for progress in _WAY)
        self.camera = self.home
        self._furniture = furnish(self.props, self.way[0], self.camera)
        self._on = Seat.among(self.props, self.way[0].joints["pelvis"])
        self._kept = Kept(self.look, self.camera, self._on)
        self._kept_of_inset = Kept(self.look, self._inset[1], self._on) if self._inset else None
        self.bounds = self._at_home = self._whole()

    def look_from(self, camera: Camera) -> None:
        """Turn the view; the frame goes with it. `home` is the exercise's own view."""
        if camera != self.camera:
            self.camera = camera
            self._furniture = furnish(self.props, self.way[0], camera)
            at_home = camera == self.home
            self._kept = Kept(self.look, camera, self._on, None if at_home else self._kept)
            self.bounds = self._at_home if at_home else self._turntable.frame(camera, self.home, self._at_home)

    def seen_as(self, other: Stage) -> None:
        """Have the home of the other, too: that of a mistake, where it is seen best."""
        self.home = other.home
        self.look_from(other.home)

    def beside(self, other: Stage) -> None:
        """Show both in the same frame."""
        self.bounds = other.bounds = union((self.bounds, other.bounds))

    def hide_marks(self) -> None:
        """Show the body alone."""
        self.marks = []

    def point_out(self, places: Sequence[Place]) -> None:
        """Ring where this figure and the one beside it differ; what was ringed there gives way.

        Where the line of the spine shows it, that line is signed and has no second one across it, nor has a ring there.
        """
        for joint, radius in places:
            kept = [mark for mark in self.marks if mark.get("kind") != "contact" or not _as_one(mark.get("at"), joint)]
            by_line = joint == "waist" and any(mark.get("kind") == "spine" for mark in kept)
            if joint in _UNDER_THE_ARC:
                kept = [mark for mark in kept if mark.get("kind") not in ("pivot", "arrow")]
            sign = {"kind": "differs", "at": joint, "radius": 0.0 if by_line else radius, "cue": "hold"}
            self.marks = [*kept, sign]

    def scene(self, progress: float, breath: float = 0.0, told: Told | None = None) -> Scene:
        """The picture at this share of the way; marks fade in with what was `told`, else by the movement."""
        scene = compose(
            self.motion.at(progress, breath),
            self._furniture,
            self.marks,
            self._kept,
            self.bounds,
            way=self.way,
            progress=progress,
            breath=breath,
            told=told,
            wrong=self.wrong,
        )
        return replace(scene, opacity=self._opacity(progress)) if self.motion.crossfade else scene

    def marks_shown(self, progress: float, told: Told | None, only: str = "") -> tuple[float, ...]:
        """How much of each mark is there; with `only`, of the marks of that kind."""
        return tuple(shown_by(mark, progress, told) for mark in self.marks if not only or mark.get("kind") == only)

    def rest(self) -> None:
        """Let go of the flesh of the last picture, and of the small one: the next makes all of it anew."""
        self.__dict__.pop("small", None)
        self._kept.rest()
        if self._kept_of_inset:
            self._kept_of_inset.rest()

    @property
    def has_backdrop(self) -> bool:
        """Whether something stands behind that has no end, and is no part of `bounds`."""
        return any(prop.kind in BACKDROPS for prop in self.props)

    @property
    def has_inset(self) -> bool:
        return self._inset is not None

    def inset(self, progress: float, breath: float = 0.0, told: Told | None = None) -> Scene | None:
        """A small picture of what the whole does not show (the pelvis from the side, the toes), where there is one."""
        if self._inset is None or self._kept_of_inset is None:
            return None
        joint, camera, reach = self._inset
        body = self.motion.at(progress, breath)
        muscles = [mark for mark in self.marks if mark.get("kind") == "muscle"]
        x, y, _ = camera.project(body.joints[joint])
        if joint[2:] in _FOOT:
            y += _FOOT_RAISED * reach
        bounds = (x - reach, y - reach, x + reach, y + reach)
        scene = compose(
            body,
            self._furniture_of_inset,
            muscles,
            self._kept_of_inset,
            bounds,
            way=self.way,
            progress=progress,
            breath=breath,
            told=told,
            wrong=self.wrong,
            within=bounds,
        )
        return replace(scene, opacity=self._opacity(progress))

    @cached_property
    def small(self) -> Small:
        """What a thumbnail shows. Where the small picture shows a foot, all else is told by how far the knees bend:
        they bend as far as they ever do, seen from the side.
        """
        if self._inset is None or self._inset[0][2:] not in _FOOT:
            return Small(self.motion, self.props, self.marks, self.home, self.look)
        side, leg = self._side, self._inset[0][0]
        motion = Motion(self._spec, side=side, range_="regular", body=self.look.build)
        camera = LEVEL.mirrored() if side == "left" else LEVEL
        return Small(motion, self._spec.props("regular", side), self.marks, camera, self.look, leg)

    @cached_property
    def _furniture_of_inset(self) -> Furniture:
        assert self._inset
        return furnish(self.props, self.way[0], self._inset[1])

    def _opacity(self, progress: float) -> float:
        """Of the body: poses that cannot be joined by a movement fade into one another."""
        if not self.motion.crossfade:
            return 1.0
        return abs(2.0 * self.motion.ease(max(0.0, min(1.0, progress))) - 1.0)

    @cached_property
    def _turntable(self) -> Turntable:
        return Turntable(self.way, self.props, self.look)

    def _whole(self) -> Bounds:
        """The bounds of the whole way as the camera sees it."""
        return union(bounds_of_moment(body, self._furniture, self._kept.flesh) for body in self.way)


def _sided_inset(raw: Mapping[str, Any] | None, side: str) -> tuple[str, Camera, float] | None:
    """Joint, camera and reach of an `inset: {at: pelvis, view: side, reach: 20}`; the usual view is from the side."""
    if raw is None:
        return None
    joint = sided(str(raw.get("at", "pelvis")), side[0])
    camera = Camera.of(raw.get("view", "side"))
    usual = _INSET_REACH["foot" if joint[2:] in _FOOT else "trunk"]
    reach = float(raw["reach"]) * CM if "reach" in raw else usual
    return joint, camera.mirrored() if side == "left" else camera, reach


def _as_one(a: object, b: str) -> bool:
    """Whether one ring would lie in the other: one joint, or two of a foot."""
    foot = {f"{b[:2]}{name}" for name in _FOOT}
    return a == b or (a in foot and b in foot)


def _keeps(right: Stance, wrong: Stance) -> str | None:
    """The kind of mark that holds for a mistake, too: the line of a spine with the same curves, as what lies elsewhere
    does not blame it; the stop of a pelvis that came as far, as it is the back that went on."""
    if _alike(right, wrong, _CURVES):
        return "spine"
    return "stop" if _alike(right, wrong, ("pelvis_tilt",)) else None


def _alike(a: Stance, b: Stance, angles: Sequence[str]) -> bool:
    return all(abs(a.angles.get(name, 0.0) - b.angles.get(name, 0.0)) <= _CURVE_DEG for name in angles)
