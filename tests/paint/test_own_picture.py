"""A person's own pictures: read as small as they are shown, never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from hinge_gui.paint.own_picture import read, size_of

pytestmark = pytest.mark.usefixtures("qapp")


def photo(file: Path, width: int, height: int) -> str:
    """Red on its left, blue on its right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for y in range(height):
        for x in range(width // 2):
            image.setPixelColor(x, y, QColor("red"))
    assert image.save(str(file))
    return str(file)


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp"])
def test_it_is_as_large_as_fits_and_mirrored_on_demand(tmp_path: Path, suffix: str) -> None:
    file = photo(tmp_path / f"one.{suffix}", 80, 40)
    assert size_of(file) == QSize(80, 40)
    image, mirror = read(file, QSize(40, 40)), read(file, QSize(40, 40), mirrored=True)
    assert image is not None
    assert mirror is not None
    assert image.size() == QSize(40, 20)
    assert image.pixelColor(4, 10).red() > 200 > 60 > image.pixelColor(36, 10).red()
    assert mirror.pixelColor(36, 10).red() > 200


def test_a_drawing_is_sharp_at_any_size(tmp_path: Path) -> None:
    file = tmp_path / "one.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"><rect width="10" height="20"/></svg>'
    )
    image = read(str(file), QSize(400, 400))
    assert image is not None
    assert image.size() == QSize(200, 400)


def test_a_photo_of_thirty_thousand_pixels_is_read_small(tmp_path: Path) -> None:
    wide = QImage(30_000, 60, QImage.Format.Format_Grayscale8)
    wide.fill(90)
    file = str(tmp_path / "wide.jpg")
    assert wide.save(file)
    image = read(file, QSize(300, 300))
    assert image is not None
    assert image.width() == 300


@pytest.mark.parametrize("raw", [b"", b"MZ a program", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\xff" * 40])
def test_what_is_no_picture_is_none(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "one.png"
    file.write_bytes(raw)
    assert read(str(file), QSize(40, 40)) is None
    assert read(str(tmp_path / "none.png"), QSize(40, 40)) is None
    assert size_of(str(tmp_path / "none.png")) is None
