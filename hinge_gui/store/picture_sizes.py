"""How large a picture of one's own is, by the head of its file, and whether it is whole and can be read in the memory
there is.

A plain JPEG is made smaller while it is read, so that it may have any size. A PNG and a WebP are read whole before,
and of a JPEG in layers (progressive) every layer is kept until the last one is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO

HEAD_BYTES = 1_000_000  # colour profiles and a camera's notes come before the size of a JPEG
_MOST_SIDE = 8_000
_MOST_CHUNKS = 50_000  # of a PNG; usually a few hundred
_MOST_LAYER_BYTES = 250_000_000
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = {0xC2, 0xC6, 0xCA, 0xCE}
_ALONE = {0x01, *range(0xD0, 0xD9)}  # markers with nothing after them


def size_fault(suffix: str, raw: bytes) -> str | None:
    """Why a picture that begins with these bytes is too large to be read; None where it is not."""
    if suffix in (".jpg", ".jpeg"):
        return _jpeg_fault(raw)
    width, height = _SIZES[suffix](raw)
    if not width or not height:
        return "the picture has no pixels; save it anew"
    if width * height <= _MOST_SIDE**2:
        return None
    return f"the picture has {width} × {height} pixels; make it at most {_MOST_SIDE} pixels wide and high"


def is_cut_short(suffix: str, stream: BinaryIO, size_bytes: int) -> bool:
    """Whether a PNG or WebP ends too early, as after a copy that broke off: nothing of it could be shown."""
    if suffix == ".webp":
        stream.seek(4)
        return size_bytes < 8 + int.from_bytes(stream.read(4), "little")
    at = 8
    for _ in range(_MOST_CHUNKS if suffix == ".png" else 0):
        stream.seek(at)
        length, kind = int.from_bytes(stream.read(4)), stream.read(4)
        at += 12 + length
        if kind == b"IEND" or at > size_bytes:
            return at > size_bytes
    return False


def _png_size(raw: bytes) -> tuple[int, int]:
    return int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big")


def _webp_size(raw: bytes) -> tuple[int, int]:
    kind = raw[12:16]
    if kind == b"VP8X":
        return int.from_bytes(raw[24:27], "little") + 1, int.from_bytes(raw[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(raw[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(raw[26:28], "little") & 0x3FFF, int.from_bytes(raw[28:30], "little") & 0x3FFF


_SIZES: Mapping[str, Callable[[bytes], tuple[int, int]]] = {".png": _png_size, ".webp": _webp_size}


def _jpeg_fault(raw: bytes) -> str | None:
    at = _frame_of(raw)
    if at is None or raw[at + 1] not in _PROGRESSIVE:
        return None
    height, width = (int.from_bytes(raw[n : n + 2], "big") for n in (at + 5, at + 7))
    samplings = [(each >> 4, each & 15) for each in raw[at + 11 : at + 10 + 3 * raw[at + 9] : 3]]
    finest = max((across for across, _ in samplings), default=1) * max((down for _, down in samplings), default=1)
    layer_bytes = 2 * width * height * sum(across * down for across, down in samplings) / max(1, finest)
    if layer_bytes <= _MOST_LAYER_BYTES:
        return None
    return f"the picture has {width} × {height} pixels in layers (progressive); save it as a plain JPEG, or smaller"


def _frame_of(raw: bytes) -> int | None:
    """Where the marker stands that tells the size."""
    at = 2
    while at + 10 < len(raw) and raw[at] == 0xFF:
        marker = raw[at + 1]
        if marker in _FRAMES:
            return at
        at += 1 if marker == 0xFF else 2 if marker in _ALONE else 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
    return None
