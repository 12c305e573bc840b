"""What the README says is so: its commands exist, its routine is sound, its pictures are there and are not stale."""

from __future__ import annotations

import os
import re
import statistics
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tools import readme_pictures

REPOSITORY = Path(__file__).resolve().parents[2]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make ([a-z-]+)", README)) - {"what"}))
def test_make_targets_exist(target: str) -> None:
    assert re.search(rf"^{target}:", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:hinge_gui|resources|tests|docs)/[\w./-]*)`", README))))
def test_named_places_exist(path: str) -> None:
    assert (REPOSITORY / path).exists()


@pytest.mark.parametrize("path", re.findall(r"\]\((?!https?:)([^)]+)\)", README))
def test_links_and_pictures_exist(path: str) -> None:
    assert (REPOSITORY / path).is_file()


def test_a_screen_and_a_half() -> None:
    assert len(README.splitlines()) <= 90


def difference(one: QImage, other: QImage) -> float:
    """Mean difference of a channel, 0 to 255, seen from afar: fonts may differ a little, the scene may not."""
    size = QSize(110, 68)
    small = [
        image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation).convertToFormat(
            QImage.Format.Format_RGBA8888
        )
        for image in (one, other)
    ]
    channels = [bytes(image.constBits()) for image in small]
    return statistics.mean(abs(a - b) for a, b in zip(channels[0], channels[1], strict=True))


@pytest.mark.parametrize("name", ["routine", "practice"])
def test_pictures_are_not_stale(name: str) -> None:
    """`make readme-pictures` makes them anew; of the animated one the first picture is compared."""
    kept = QImage(str(readme_pictures.PICTURES / f"{name}.png"))
    fresh = readme_pictures.routine_picture() if name == "routine" else readme_pictures.first_of_practice()
    assert difference(kept, fresh) < 3


def test_the_film_shows_the_practice_playing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """At its second moment as a snapshot has it: nothing is paused by the jump there."""
    monkeypatch.setattr("os.environ", dict(os.environ))
    moments_s = [405.0, 416.0]
    filmed = readme_pictures.film(readme_pictures.PRACTICE, moments_s)
    pictured = readme_pictures.snapshot(readme_pictures.PRACTICE, moments_s[1], readme_pictures.WINDOW)
    corner = QRect(220, 50, 160, 40)  # where the phase stands
    assert difference(filmed[1].copy(corner), pictured.copy(corner)) < 1


def test_another_scene_would_be_seen() -> None:
    """What the comparison is worth: the two pictures of the README differ by more than it allows."""
    assert difference(*(QImage(str(readme_pictures.PICTURES / f"{n}.png")) for n in ("routine", "practice"))) > 3
