"""Writes an animated PNG: any browser plays it, a program that knows only PNG shows the first picture.

Chunks after the APNG specification (now part of PNG, third edition): one fcTL before each picture, the first picture
in IDAT, the others in fdAT, each only where it differs from the one before.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QRect
from PySide6.QtGui import QImage, QImageWriter

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def animated_png(pictures: Sequence[tuple[QImage, int]]) -> bytes:
    """Pictures of one size, each with the milliseconds that it stays; plays for ever."""
    frames = _frames([(image.convertToFormat(QImage.Format.Format_RGB888), ms) for image, ms in pictures])
    first = _png(pictures[0][0].convertToFormat(QImage.Format.Format_RGB888))
    out = SIGNATURE + _chunk(b"IHDR", first[b"IHDR"]) + _chunk(b"acTL", struct.pack(">II", len(frames), 0))
    number = 0
    for n, (image, place, stays_ms) in enumerate(frames):
        area = (image.width(), image.height(), place.x(), place.y())
        out += _chunk(b"fcTL", struct.pack(">5I2H2B", number, *area, stays_ms, 1000, 0, 0))
        data = _png(image)[b"IDAT"]
        out += _chunk(b"IDAT", data) if n == 0 else _chunk(b"fdAT", struct.pack(">I", number + 1) + data)
        number += 1 if n == 0 else 2
    return out + _chunk(b"IEND", b"")


def _frames(pictures: Sequence[tuple[QImage, int]]) -> list[tuple[QImage, QRect, int]]:
    """Each picture cut to what changed; one that changed nothing lengthens the one before."""
    frames: list[tuple[QImage, QRect, int]] = []
    last: QImage | None = None
    for image, stays_ms in pictures:
        changed = image.rect() if last is None else difference(last, image)
        if changed.isEmpty():
            cut, place, before_ms = frames[-1]
            frames[-1] = (cut, place, before_ms + stays_ms)
        else:
            frames.append((image.copy(changed), changed, stays_ms))
        last = image
    return frames


def difference(before: QImage, after: QImage) -> QRect:
    """The smallest rectangle that holds every pixel in which two RGB888 pictures differ."""
    width, line = after.width() * 3, after.bytesPerLine()
    was, will_be = bytes(before.constBits()), bytes(after.constBits())
    rows = [
        (y, was[start : start + width], will_be[start : start + width])
        for y, start in enumerate(range(0, after.height() * line, line))
        if was[start : start + width] != will_be[start : start + width]
    ]
    if not rows:
        return QRect()
    left, right = width, 0
    for _, old, new in rows:
        if old[:left] != new[:left]:
            left = next(i for i in range(left) if old[i] != new[i])
        if old[right:] != new[right:]:
            right = next(i for i in range(width, right, -1) if old[i - 1] != new[i - 1])
    left, right = left // 3, (right + 2) // 3
    return QRect(left, rows[0][0], right - left, rows[-1][0] - rows[0][0] + 1)


def _png(image: QImage) -> dict[bytes, bytes]:
    """The chunks of the picture as Qt writes it, by name; several of one name joined."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(100)
    writer.write(image)
    chunks: dict[bytes, bytes] = {}
    for name, data in _chunks(bytes(buffer.data().data())):
        chunks[name] = chunks.get(name, b"") + data
    return chunks


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
