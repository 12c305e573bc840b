"""One figure as a file: PNG pixels or SVG vectors, with its alternative text inside."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter

from hinge_gui.core.errors import PersonError
from hinge_gui.figure.stage import Stage
from hinge_gui.figure.words import describe
from hinge_gui.paint.inset import paint_corner
from hinge_gui.paint.painter import paint_scene
from hinge_gui.paint.palette import Palette
from hinge_gui.paper.svg import svg

Format = Literal["png", "svg"]
FORMATS: tuple[Format, ...] = ("png", "svg")
LARGEST_PX = 8000


def format_of(file: Path) -> Format:
    """By the file's ending. PersonError for any other."""
    for known in FORMATS:
        if file.suffix.lower() == f".{known}":
            return known
    raise PersonError(f"{file.name}: a picture is a .png or a .svg file")


def picture(stage: Stage, progress: float, title: str, size_px: int, format_: Format) -> bytes:
    """The stage at this share of the way, square, as the bytes of a file."""
    scene, alt = stage.scene(progress), alternative(stage, progress, title)
    palette = Palette.named("light", stage.look)
    if format_ == "svg":
        return svg(scene, stage.inset(progress), palette, size_px, title, alt)
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.setText("Title", title)
    image.setText("Description", alt)
    painter = QPainter(image)
    room, inset = QRectF(0.0, 0.0, size_px, size_px), stage.inset(progress)
    to_pixels = paint_scene(painter, room, scene, palette)
    if inset:
        paint_corner(painter, room, scene, inset, to_pixels, palette)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only bytes for the format
    return bytes(data.data())


def alternative(stage: Stage, progress: float, title: str) -> str:
    """What the picture shows, in words."""
    return f"{title}. {describe(stage.motion, stage.props, stage.camera, progress)}"
