"""Writes an animated PNG: any browser plays it, a program that knows only PNG shows the first picture.

Chunks after the APNG specification (now part of PNG, third edition): one fcTL before each picture, the first picture
in IDAT, the others in fdAT, each only where it differs from the one before: in between they are see-through. All share
one palette, which drawings with few colours do not miss.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from tools.palette import palette_of

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SEE_THROUGH = 255  # of the palette, after all its colours


def animated_png(pictures: Sequence[tuple[QImage, int]]) -> bytes:
    """Pictures of one size, each with the milliseconds that it stays; plays for ever."""
    colours = palette_of([image for image, _ in pictures], SEE_THROUGH)
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    frames = _frames([(image.convertToFormat(QImage.Format.Format_Indexed8, colours, flags), ms)
                      for image, ms in pictures])  # fmt: skip
    size = pictures[0][0].size()
    out = SIGNATURE + _chunk(b"IHDR", struct.pack(">IIBBBBB", size.width(), size.height(), 8, 3, 0, 0, 0))
    table = colours + [0] * (SEE_THROUGH + 1 - len(colours))
    out += _chunk(b"PLTE", b"".join(struct.pack(">I", colour)[1:] for colour in table))
    out += _chunk(b"tRNS", bytes([255] * SEE_THROUGH + [0]))
    out += _chunk(b"acTL", struct.pack(">II", len(frames), 0))
    number = 0
    for n, (rows, place, stays_ms) in enumerate(frames):
        area = (place.width(), place.height(), place.x(), place.y())
        out += _chunk(b"fcTL", struct.pack(">5I2H2B", number, *area, stays_ms, 1000, 0, int(n > 0)))
        data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
        out += _chunk(b"IDAT", data) if n == 0 else _chunk(b"fdAT", struct.pack(">I", number + 1) + data)
        number += 1 if n == 0 else 2
    return out + _chunk(b"IEND", b"")


def _frames(pictures: Sequence[tuple[QImage, int]]) -> list[tuple[list[bytes], QRect, int]]:
    """Of each picture the rows of what changed; one that changed nothing lengthens the one before."""
    frames: list[tuple[list[bytes], QRect, int]] = []
    before: list[bytes] | None = None
    for image, stays_ms in pictures:
        rows = _rows(image)
        place = image.rect() if before is None else difference(before, rows)
        if place.isEmpty():
            cut, where, before_ms = frames[-1]
            frames[-1] = (cut, where, before_ms + stays_ms)
        else:
            frames.append((_changed(before, rows, place), place, stays_ms))
        before = rows
    return frames


def _rows(image: QImage) -> list[bytes]:
    line, data = image.bytesPerLine(), bytes(image.constBits())
    return [data[start : start + image.width()] for start in range(0, image.height() * line, line)]


def _changed(before: list[bytes] | None, rows: list[bytes], place: QRect) -> list[bytes]:
    """Within that place; see-through where nothing changed."""
    left, right = place.left(), place.right() + 1
    if before is None:
        return rows
    return [
        bytes(SEE_THROUGH if old == new else new for old, new in zip(was[left:right], now[left:right], strict=True))
        for was, now in zip(before[place.top() : place.bottom() + 1], rows[place.top() :], strict=False)
    ]


def difference(before: list[bytes], after: list[bytes]) -> QRect:
    """The smallest rectangle that holds every pixel in which two pictures differ."""
    differing = [(y, old, new) for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    if not differing:
        return QRect()
    left, right = len(after[0]), 0
    for _, old, new in differing:
        if old[:left] != new[:left]:
            left = next(i for i in range(left) if old[i] != new[i])
        if old[right:] != new[right:]:
            right = next(i for i in range(len(new), right, -1) if old[i - 1] != new[i - 1])
    return QRect(left, differing[0][0], right - left, differing[-1][0] - differing[0][0] + 1)


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
