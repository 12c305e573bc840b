"""Makes the README's pictures from the product itself: `make readme-pictures`.

`practice.png` is an animated PNG of the player page, what `hinge-gui snapshot` gives at each moment but in one process;
`routine.png` is what the ten-line routine in the README gives, read out of the README so that the two cannot part.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from hinge_gui.app import App, Options
from hinge_gui.app.launch import qt_application
from tools.apng import animated_png

REPOSITORY = Path(__file__).resolve().parents[1]
PICTURES = REPOSITORY / "docs" / "pictures"
HINGE_GUI = [sys.executable, "-m", "hinge_gui"]
PRACTICE, EXERCISES = "gentle-practice", ("hip-hinge",)
WINDOW, SHOWN_WIDTH = "1280x800", 960
ROUTINE_WINDOW, ROUTINE_AT_S = "1280x800", 45.0
SHOWN = {"in": (200, 60_000), "hold": (1000, 4000), "out": (200, 60_000)}  # ms a picture, ms of the segment at most


def hinge_gui(*arguments: str) -> str:
    """One command, offscreen, with a home of its own, so that nobody's settings are in the picture."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HINGE_GUI_HOME": home}
        command = [*HINGE_GUI, *arguments]
        done = subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def snapshot(routine: str, at_s: float, window: str) -> QImage:
    """The window at a moment of the practice, at the width in which the README shows it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "snapshot.png"
        moment = f"{int(at_s // 60)}:{at_s % 60:06.3f}"
        hinge_gui("snapshot", routine, "--at", moment, "-o", str(file), "--size", window, "--theme", "light")
        return shown(QImage(str(file)))


def shown(image: QImage) -> QImage:
    return image.scaledToWidth(SHOWN_WIDTH, Qt.TransformationMode.SmoothTransformation)


def film(routine: str, moments_s: list[float]) -> list[QImage]:
    """The window at each of these moments."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "HINGE_GUI_HOME": home}
        qt = qt_application()
        app = App(Options(routine, rehearsal=True, silent=True), clock=lambda: 0.0)
        app.practice.set_settings(app.practice.settings.with_value("theme", "light"))
        app.window.resize(*map(int, WINDOW.split("x")))
        app.window.show()
        images = []
        for moment_s in moments_s:
            begins = app.practice.view == "start"
            (app.practice.play_from if begins else app.practice.seek)(round(moment_s * 1000))
            app.practice.undo_changed.emit("")  # nobody jumped
            app.window.finish_painting()
            qt.processEvents()
            images.append(shown(app.window.grab().toImage()))
        app.practice.stop()
        app.window.close()
        app.window.deleteLater()
        app.deleteLater()
    return images


def moments(timeline: dict[str, Any]) -> list[tuple[float, int]]:
    """Seconds into the practice and how long each picture stays: the first repetition of each exercise that is shown.

    Five pictures a second of a movement; of a hold only the beginning, one a second, for only its digits change.
    """
    shown: list[tuple[float, int]] = []
    for segment in timeline["segments"]:
        if segment["exercise"] not in EXERCISES or segment["repetition"] != 1 or segment["kind"] not in SHOWN:
            continue
        if segment["side"] == "right":  # the second side
            continue
        step_ms, shown_ms = SHOWN[segment["kind"]]
        length_ms = min(segment["duration_ms"], shown_ms)
        shown += [((segment["start_ms"] + ms) / 1000, step_ms) for ms in range(0, length_ms, step_ms)]
    return shown


def ten_line_routine() -> str:
    """The routine that stands in the README."""
    found = re.search(r"```yaml\n(.*?)```", (REPOSITORY / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    if found is None:
        raise LookupError("README.md has no ```yaml block")
    return found[1]


def routine_picture() -> QImage:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "morning.yaml"
        file.write_text(ten_line_routine(), encoding="utf-8")
        return snapshot(str(file), ROUTINE_AT_S, ROUTINE_WINDOW)


def practice_moments() -> list[tuple[float, int]]:
    return moments(json.loads(hinge_gui("timeline", PRACTICE, "--json")))


def first_of_practice() -> QImage:
    return snapshot(PRACTICE, practice_moments()[0][0], WINDOW)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    routine_picture().save(str(PICTURES / "routine.png"))
    moments_s, stays_ms = zip(*practice_moments(), strict=True)
    images = film(PRACTICE, list(moments_s))
    (PICTURES / "practice.png").write_bytes(animated_png(list(zip(images, stays_ms, strict=True))))
    for file in sorted(PICTURES.glob("*.png")):
        print(f"{file.relative_to(REPOSITORY)}: {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
