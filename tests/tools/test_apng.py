"""The animated PNG is a PNG, and its pictures put back together are the pictures that went in."""

from __future__ import annotations

import struct
import zlib

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tools.apng import SIGNATURE, animated_png, chunks, difference
from tools.palette import palette_of


def picture(x: int, y: int) -> QImage:
    image = QImage(61, 40, QImage.Format.Format_RGB888)
    image.fill(QColor("#f6f1e7"))
    painter = QPainter(image)
    painter.fillRect(x, y, 7, 5, QColor("#2f7f86"))
    painter.end()
    return image


def test_difference_is_the_smallest_rectangle() -> None:
    def rows(x: int, y: int) -> list[bytes]:
        return [bytes(int(x <= column < x + 7 and y <= row < y + 5) for column in range(61)) for row in range(40)]

    assert difference(rows(3, 4), rows(30, 20)) == QRect(3, 4, 34, 21)
    assert difference(rows(54, 35), rows(54, 35)).isEmpty()
    assert difference(rows(60, 39), rows(200, 200)) == QRect(60, 39, 1, 1)


def test_frames_put_back_together() -> None:
    pictures = [picture(3, 4), picture(3, 4), picture(30, 20), picture(10, 20)]
    data = animated_png([(p, 100) for p in pictures])
    assert QImage.fromData(data).convertToFormat(QImage.Format.Format_RGB888) == pictures[0]

    found = list(chunks(data))
    assert dict(found)[b"acTL"] == struct.pack(">II", 3, 0)  # the second was like the first
    controls = [struct.unpack(">5I2H2B", body) for name, body in found if name == b"fcTL"]
    assert [c[5] for c in controls] == [200, 100, 100]
    numbers = [struct.unpack(">I", body[:4])[0] for name, body in found if name in (b"fcTL", b"fdAT")]
    assert numbers == list(range(len(numbers)))

    canvas = pictures[0].copy()
    cuts = [body[4:] for name, body in found if name == b"fdAT"]
    colours = {name: body for name, body in found if name in (b"PLTE", b"tRNS")}
    for (_, width, height, x, y, *_rest), cut, whole in zip(controls[1:], cuts, pictures[2:], strict=True):
        painter = QPainter(canvas)
        painter.drawImage(x, y, QImage.fromData(still(width, height, cut, colours)))
        painter.end()
        assert canvas == whole


def still(width: int, height: int, compressed: bytes, colours: dict[bytes, bytes]) -> bytes:
    """One cut as a PNG of its own."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = {b"IHDR": header, **colours, b"IDAT": compressed, b"IEND": b""}
    return SIGNATURE + b"".join(chunk(name, data) for name, data in parts.items())


def test_a_palette_has_the_colours_of_large_areas_and_is_near_all_others() -> None:
    image = QImage(256, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#e2d5bb"))
    for x in range(256):
        image.setPixelColor(x, 0, QColor(x, 255 - x, x // 2))
    palette = palette_of([image], 60)
    assert len(palette) == 60
    assert QColor("#e2d5bb").rgb() in palette
    known = [QColor(rgb) for rgb in palette]
    for x in range(256):
        there = image.pixelColor(x, 0)
        far = min(max(abs(there.red() - k.red()), abs(there.green() - k.green())) for k in known)
        assert far <= 8
