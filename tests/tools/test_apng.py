"""The animated PNG is a PNG, and its pictures put back together are the pictures that went in."""

from __future__ import annotations

import struct
import zlib

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tools.apng import SIGNATURE, _chunks, animated_png, difference


def picture(x: int, y: int) -> QImage:
    image = QImage(61, 40, QImage.Format.Format_RGB888)
    image.fill(QColor("#f6f1e7"))
    painter = QPainter(image)
    painter.fillRect(x, y, 7, 5, QColor("#2f7f86"))
    painter.end()
    return image


def test_difference_is_the_smallest_rectangle() -> None:
    assert difference(picture(3, 4), picture(30, 20)) == QRect(3, 4, 34, 21)
    assert difference(picture(54, 35), picture(54, 35)).isEmpty()
    before = picture(60, 39)
    assert difference(before, picture(200, 200)) == QRect(60, 39, 1, 1)


def test_frames_put_back_together() -> None:
    pictures = [picture(3, 4), picture(3, 4), picture(30, 20), picture(10, 20)]
    data = animated_png([(p, 100) for p in pictures])
    assert QImage.fromData(data).convertToFormat(QImage.Format.Format_RGB888) == pictures[0]

    chunks = list(_chunks(data))
    assert dict(chunks)[b"acTL"] == struct.pack(">II", 3, 0)  # the second was like the first
    controls = [struct.unpack(">5I2H2B", body) for name, body in chunks if name == b"fcTL"]
    assert [c[5] for c in controls] == [200, 100, 100]
    numbers = [struct.unpack(">I", body[:4])[0] for name, body in chunks if name in (b"fcTL", b"fdAT")]
    assert numbers == list(range(len(numbers)))

    canvas = pictures[0].copy()
    cuts = [body[4:] for name, body in chunks if name == b"fdAT"]
    for (_, width, height, x, y, *_rest), cut, whole in zip(controls[1:], cuts, pictures[2:], strict=True):
        painter = QPainter(canvas)
        painter.drawImage(x, y, QImage.fromData(still(width, height, cut)))
        painter.end()
        assert canvas == whole


def still(width: int, height: int, compressed: bytes) -> bytes:
    """One cut as a PNG of its own."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", compressed) + chunk(b"IEND", b"")
