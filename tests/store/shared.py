"""Shared files for the tests, sound and otherwise."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROUTINE = """\
# from the physio
format: hinge-routine/1
name: For Änna
steps:
  - exercise: side-bend  # gently
  - rounds: 2
    steps: [{exercise: calf-stretch}]
"""


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\0"))
    + _chunk(b"IEND", b"")
)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'


def entry(name: str, *, mode: int = 0, flags: int = 0) -> zipfile.ZipInfo:
    """An entry of a zip with any name, kind of file and flags."""
    info = zipfile.ZipInfo("x")
    info.filename = info.orig_filename = name  # the constructor would tidy it up
    info.create_system, info.external_attr, info.flag_bits = 3, mode << 16, flags
    return info


def pack(target: Path, contents: Mapping[str, Any] | Iterable[tuple[zipfile.ZipInfo, bytes]]) -> Path:
    """A zip of anything."""
    pairs = contents.items() if isinstance(contents, Mapping) else contents
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, raw in pairs:
            file.writestr(name, raw)
    return target
