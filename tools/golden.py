"""Paints the golden pictures anew, to be looked at before they are committed: `python -m tools.golden`.

tests/paint/test_golden.py holds the figure to them; it fails on a limb that has moved.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from hinge_gui.core.exercise import Exercise
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.look import Look
from hinge_gui.figure.staging import stage_of
from hinge_gui.paint.inset import paint_corner
from hinge_gui.paint.painter import Fit, paint_scene
from hinge_gui.paint.palette import Palette

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "paint" / "golden"
SIZE_PX = 200
_AVERAGE = Look()
_WITH_MARKS_PX = 160  # below this size marks would only be in the way


def paint_still(
    figure: Mapping[str, Any],
    size_px: int = SIZE_PX,
    *,
    phase: str = "end",
    side: str = "right",
    range_: str = "usual",
    mistake: str | None = None,
    look: Look | None = None,
    theme: str = "light",
    seen_from: Camera | None = None,
) -> QImage:
    """The figure of an exercise at its `start` or `end`, square; with marks where there is room."""
    stage = stage_of(figure, side=side, range_=range_, look=look, mistake=mistake)
    if seen_from:
        stage.look_from(seen_from)
    progress = 0.0 if phase == "start" else 1.0
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    rect, large = QRectF(image.rect()), size_px >= _WITH_MARKS_PX
    palette, scene = Palette.named(theme, look), stage.scene(progress)
    inset = None if seen_from else stage.inset(progress)
    fit = Fit() if large else Fit(0.06, 0.06, 0.06, 0.07)
    to_pixels = paint_scene(painter, rect, scene, palette, marks=large, fit=fit)
    if inset:
        paint_corner(painter, rect, scene, inset, to_pixels, palette)
    painter.end()
    return image


@dataclass(frozen=True, slots=True)
class Golden:
    """One picture of one pose."""

    exercise: str
    variant: str | None = None
    phase: str = "end"
    side: str = "right"
    range_: str = "usual"
    mistake: str | None = None
    theme: str = "light"
    look: Look = _AVERAGE
    seen_from: Camera | None = None
    """Another side than its own, where limbs that are hidden there are in sight."""

    @property
    def name(self) -> str:
        turned = f"from-{self.seen_from.yaw_deg:g}-{self.seen_from.pitch_deg:g}" if self.seen_from else None
        words = (self.exercise, self.variant, self.phase, self.side, self.range_, self.mistake, self.theme, turned)
        return "_".join([*(word for word in words if word), self.look.build, self.look.hair])

    def paint(self, exercise: Exercise) -> QImage:
        return paint_still(
            exercise.form(self.variant).figure or {},
            phase=self.phase,
            side=self.side,
            range_=self.range_,
            mistake=self.mistake,
            theme=self.theme,
            look=self.look,
            seen_from=self.seen_from,
        )


GOLDEN = (
    Golden("calf-stretch", phase="start"),
    Golden("calf-stretch"),
    Golden("calf-stretch", side="left", range_="regular"),
    Golden("calf-stretch", "seated", look=Look("older", "short", "sand", "grey", "clay")),
    Golden("soleus-stretch"),
    Golden("soleus-stretch", side="left", theme="dark"),
    Golden("top-of-foot-stretch", phase="start", side="left"),
    Golden("top-of-foot-stretch"),
    Golden("top-of-foot-stretch", "seated", look=Look("rounder", "bun", "umber", "black", "plum")),
    Golden("legs-on-the-wall", phase="start"),
    Golden("legs-on-the-wall"),
    Golden("legs-on-the-wall", range_="regular", theme="dark"),
    Golden("legs-on-the-wall", "sitting", look=Look("slim", "long", "porcelain", "auburn", "moss")),
    Golden("twist-on-the-floor", phase="start"),
    Golden("twist-on-the-floor"),
    Golden("twist-on-the-floor", side="left", range_="first-weeks"),
    Golden("twist-on-the-floor", "both-knees", theme="dark"),
    Golden("twist-on-the-floor", "seated", look=Look("average", "ponytail", "ebony", "black", "moss")),
    Golden("hip-hinge", phase="start"),
    Golden("hip-hinge"),
    Golden("hip-hinge", mistake="rounded"),
    Golden("hip-hinge", mistake="squat", side="left"),
    Golden("hip-hinge", "stool", look=Look("broad", "cropped", "umber", "black", "lagoon")),
    Golden("hip-hinge", "hands-free", range_="regular", theme="dark", look=Look("average", "none")),
    Golden("hip-hinge", "hands-and-knees"),
    Golden("hip-hinge", "hands-and-knees", side="left", look=Look("rounder", "long", "sand", "blond", "plum")),
    Golden("calf-stretch", seen_from=Camera(120, 15)),
    Golden("soleus-stretch", seen_from=Camera(120, 15)),
    Golden("top-of-foot-stretch", seen_from=Camera(120, 15)),
    Golden("legs-on-the-wall", seen_from=Camera(140, 25)),
    Golden("legs-on-the-wall", "sitting", seen_from=Camera(270, 20)),
    Golden("twist-on-the-floor", seen_from=Camera(90, 20)),
    Golden("hip-hinge", seen_from=Camera(150, 15)),
    Golden("hip-hinge", "hands-free", seen_from=Camera(90, 15)),
)


def main() -> None:
    from tools.sheets import exercises

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for stale in FOLDER.glob("*.png"):
        stale.unlink()
    all_ = exercises()
    for golden in GOLDEN:
        golden.paint(all_[golden.exercise]).save(str(FOLDER / f"{golden.name}.png"))
    print(f"{len(GOLDEN)} pictures in {FOLDER}")


if __name__ == "__main__":
    main()
