"""`hinge-gui sheet ROUTINE -o F.pdf`: the one-page hand-out."""

from __future__ import annotations

import argparse
import os

from hinge_gui.core.compiler import total_ms
from hinge_gui.core.errors import PersonError
from hinge_gui.store.atomic import write_atomic
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from hinge_gui.verbs.display import demand_display
from hinge_gui.verbs.output import demand_place, output_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help="a routine: its id, its name, or a file")
    parser.add_argument(
        "-o", "--output", metavar="F.pdf", type=output_file, required=True, help="where to write the page"
    )
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="its size")


def run(args: argparse.Namespace) -> int:
    demand_place(args.output)
    library = Library(places())
    routine = library.playable(args.routine)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # paper needs no display
    demand_display()
    from PySide6.QtGui import QGuiApplication

    from hinge_gui.paper.sheet import sheet

    app = QGuiApplication.instance() or QGuiApplication(["hinge-gui"])
    try:
        pdf = sheet(routine, library.catalogue, total_ms(routine, library.catalogue), args.paper)
    except ValueError as error:
        raise PersonError(f"{routine.name}: {error}.") from error
    write_atomic(args.output, pdf)
    library.remember()
    del app
    return 0
