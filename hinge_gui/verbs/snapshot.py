"""`hinge-gui snapshot ROUTINE --at M:SS -o F.png`: the window as a picture."""

from __future__ import annotations

import argparse
import os
import re

from hinge_gui.core.errors import PersonError
from hinge_gui.verbs.display import demand_display
from hinge_gui.verbs.output import demand_place, output_file
from hinge_gui.verbs.text import clock

BESIDE = ("home", "learn", "editor", "exercises", "exercise", "preferences", "log")
PAGES = ("player", "fullscreen", *BESIDE)
_TURNS = 3  # of the event loop: what takes another size asks those around it anew


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help="a name, an id or a file")
    parser.add_argument("--at", type=_place_ms, required=True, metavar="M:SS", help="the moment of the practice")
    parser.add_argument("-o", "--output", type=output_file, required=True, metavar="F.png")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--page", type=_page, default="player", help=", ".join(PAGES))

def run(args: argparse.Namespace) -> int:
    demand_place(args.output)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display, and nobody wants a window to flash
    demand_display()
    from hinge_gui.app import App, Options
    from hinge_gui.app.launch import qt_application

    qt = qt_application()
    app = App(Options(args.routine, rehearsal=True, silent=True), clock=lambda: 0.0)
    practice = app.practice
    if args.at > practice.timeline.total_ms:
        raise PersonError(f"{practice.routine.name} is over after {clock(practice.timeline.total_ms)}.")
    practice.set_settings(practice.settings.with_value("theme", args.theme))
    app.window.resize(*args.size)
    _take_pointer_away()
    app.window.show()
    practice.play_from(args.at)
    if args.page == "fullscreen":
        app.window.follow(full_screen=False)
    app.window.finish_painting()
    if args.page in BESIDE:
        app.pages.show(args.page)
    for _ in range(_TURNS):
        qt.processEvents()
        if args.page in BESIDE:
            app.pages.finish_painting()
    done = app.window.grab().save(str(args.output))
    app.window.close()
    if not done:
        raise PersonError(f"{args.output} cannot be written.", "Name a .png in a folder that you may write to.")
    return 0


def _take_pointer_away() -> None:
    """Qt's pretended pointer would lie over the window, and what is below it would light up."""
    from PySide6.QtGui import QCursor

    QCursor.setPos(-100, -100)


def _place_ms(text: str) -> int:
    found = re.fullmatch(r"(?:(\d+):)?(\d+):([0-5]\d(?:\.\d{1,3})?)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text} is no moment; write minutes and seconds, 2:05")
    hours, minutes, seconds = (float(group or 0) for group in found.groups())
    return round(((hours * 60 + minutes) * 60 + seconds) * 1000)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{2,5})x(\d{2,5})", text)
    if not found or not all(100 <= int(side) <= 8000 for side in found.groups()):
        raise argparse.ArgumentTypeError(f"{text} is no size; write width x height, 1280x800")
    return int(found[1]), int(found[2])


def _page(text: str) -> str:
    if text not in PAGES:
        raise argparse.ArgumentTypeError(f"there is no page {text}; there are {', '.join(PAGES)}")
    return text
