"""A person's own picture, read no larger than it is shown: a photo of 30,000 pixels costs what a small one does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

MOST_MB = 256  # of memory while it is read; a picture that needs more is not shown


def size_of(file: str) -> QSize | None:
    """Its pixels, upright; None where it is no picture or is not there."""
    reader = _reader(file)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return None
    return size.transposed() if _lies(reader) else size


def read(file: str, within: QSize, *, mirrored: bool = False) -> QImage | None:
    """The picture as large as fits; None where it cannot be read."""
    reader = _reader(file)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return None
    room = within.transposed() if _lies(reader) else within
    reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return None
    return image.flipped(Qt.Orientation.Horizontal) if mirrored else image


def _reader(file: str) -> QImageReader:
    QImageReader.setAllocationLimit(MOST_MB)
    reader = QImageReader(file)
    reader.setAutoTransform(True)
    return reader


def _lies(reader: QImageReader) -> bool:
    """Whether the camera was held upright, so that the file's rows are the picture's columns."""
    turned = QImageIOHandler.Transformation.TransformationRotate90
    return bool(reader.transformation() & turned)
