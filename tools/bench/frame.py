"""What a frame of a movement costs: the body computed, its shapes painted, in this thread's own processor time."""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass

from hinge_gui.core.dose import full_name
from hinge_gui.core.exercise import Exercise
from hinge_gui.figure.spec import FigureSpec
from hinge_gui.figure.stage import Stage
from hinge_gui.paint.one_thread import paint_in_one_thread
from hinge_gui.store.library import Library
from hinge_gui.store.places import places

FRAMES = 120  # a movement of four seconds at 30 a second


@dataclass(frozen=True, slots=True)
class FrameCost:
    """Of all frames of all exercises and their variants; `slowest` is the one with the dearest median."""

    median_ms: float
    p99_ms: float
    slowest: str
    slowest_ms: float
    frames: int


def measure() -> FrameCost:
    """Every built-in exercise and every variant of it in and out once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    paint_in_one_thread()
    from PySide6.QtGui import QGuiApplication

    _application = QGuiApplication.instance() or QGuiApplication([])
    costs = {
        full_name(form): _movement(form)
        for exercise in Library(places()).catalogue.values()
        for form in (exercise, *exercise.variants.values())
        if form.figure
    }
    everything = sorted(ms for each in costs.values() for ms in each)
    slowest = max(costs, key=lambda name: statistics.median(costs[name]))
    return FrameCost(
        statistics.median(everything),
        everything[int(len(everything) * 0.99)],
        slowest,
        statistics.median(costs[slowest]),
        len(everything),
    )


def _movement(exercise: Exercise) -> list[float]:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    from hinge_gui.paint.painter import paint_scene
    from hinge_gui.paint.palette import Palette
    from hinge_gui.paint.retained import Retained

    stage = Stage(FigureSpec.from_mapping(exercise.figure or {}))
    palette, retained = Palette.named("light"), Retained()
    picture, spent_ms = QImage(800, 600, QImage.Format.Format_ARGB32_Premultiplied), []
    for n in range(2 * FRAMES):
        start_ns = time.thread_time_ns()
        scene = stage.scene(n / FRAMES if n <= FRAMES else 2 - n / FRAMES)
        painter = QPainter(picture)
        paint_scene(painter, QRectF(picture.rect()), scene, palette, retained=retained)
        painter.end()
        spent_ms.append((time.thread_time_ns() - start_ns) / 1e6)
    return spent_ms
