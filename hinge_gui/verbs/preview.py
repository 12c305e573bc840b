"""`hinge-gui preview`: the figure of an exercise file in a window, anew each time the file is saved."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from hinge_gui.core.errors import Fault, MachineError, PersonError
from hinge_gui.core.exercise import Exercise
from hinge_gui.verbs.display import demand_display, has_display


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="an exercise, as YAML")


def run(args: argparse.Namespace) -> int:
    file: Path = args.file.absolute()
    if not os.path.isfile(file):
        raise PersonError(f"there is no file {args.file}")
    if not has_display():
        raise MachineError("There is no display.", "`hinge-gui check` tells what is wrong with a file.")
    demand_display()
    from PySide6.QtWidgets import QApplication

    from hinge_gui.paint.one_thread import paint_in_one_thread
    from hinge_gui.ui.ending import Ending
    from hinge_gui.ui.preview.window import PreviewWindow
    from hinge_gui.ui.theme import Theme

    paint_in_one_thread()
    application = QApplication([])
    window = PreviewWindow(Theme("system"), file, lambda: read(file))
    window.resize(760, 720)
    Ending(window.close, window)
    window.show()
    return application.exec()


def read(file: Path) -> tuple[Exercise | None, Sequence[str]]:
    """The exercise with its warnings, or None with its faults, each at its line and column."""
    from hinge_gui.store.check_file import check_exercise
    from hinge_gui.store.places import places

    exercise, faults = check_exercise(file, places())
    return exercise, [_told(fault) for fault in faults]


def _told(fault: Fault) -> str:
    """The file itself stands in the window's title."""
    place = f"Line {fault.line}, column {fault.column}: " if fault.line else ""
    return place + fault.message
