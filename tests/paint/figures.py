"""Figures of the built-in exercises, painted small, and how much two pictures differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QImage, QPainter

from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import add, apply, mul, spin_x, spin_z, sub, transpose
from hinge_gui.store.library import Library
from hinge_gui.store.places import places


def figure_of(exercise: str, variant: str | None = None) -> Mapping[str, Any]:
    """The figure section of a built-in exercise; a fault in its file fails the test."""
    entry = Library(places()).exercises.find(exercise)
    assert entry is not None
    assert entry.exercise is not None, entry.faults
    figure = entry.exercise.form(variant).figure
    assert figure is not None
    return figure


_BEYOND = {
    "shoulder": ("upper_arm", "forearm", "hand"),
    "elbow": ("forearm", "hand"),
    "wrist": ("hand",),
    "hip": ("thigh", "shank", "foot", "toes"),
    "knee": ("shank", "foot", "toes"),
    "ankle": ("foot", "toes"),
}
_AT = {
    "upper_arm": ("elbow",), "forearm": ("wrist",), "hand": ("hand", "fingers"),
    "thigh": ("knee",), "shank": ("ankle",), "foot": ("heel", "ball"), "toes": ("toe_mid", "toe"),
}  # fmt: skip


def bend(body: Body3D, side: str, joint: str, by_deg: float, *, aside: bool = False) -> Body3D:
    """The same body, bent or led aside by so much in one joint, whatever is beyond it going along."""
    bones = _BEYOND[joint]
    centre = body.joints[f"{side}_{joint}"]
    first = body.frames[f"{side}_{bones[0]}"]
    turn = mul((spin_x if aside else spin_z)(first, by_deg), transpose(first))
    joints, frames = dict(body.joints), dict(body.frames)
    for bone in bones:
        frames[f"{side}_{bone}"] = mul(turn, frames[f"{side}_{bone}"])
        for name in (f"{side}_{at}" for at in _AT[bone]):
            joints[name] = add(centre, apply(turn, sub(joints[name], centre)))
    return Body3D(joints, frames)


def differing(a: QImage, b: QImage, by: int = 24) -> float:
    """The share of pixels of which a channel differs by more than `by` of 255."""
    assert a.size() == b.size()
    apart = a.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, b.convertToFormat(QImage.Format.Format_RGB32))
    painter.end()
    channels, much = bytes(apart.constBits()), bytes(value > by for value in range(256))
    blue, green, red = (int.from_bytes(channels[n::4].translate(much)) for n in range(3))
    return (blue | green | red).bit_count() / (len(channels) // 4)
