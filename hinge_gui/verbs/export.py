"""`hinge-gui export`: a routine with all that it needs, as one file to share."""

from __future__ import annotations

import argparse

from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from hinge_gui.store.share import export_routine
from hinge_gui.verbs.output import demand_place, output_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help="a routine: its id, its name, or a file")
    parser.add_argument(
        "-o", "--output", metavar="F.hinge", type=output_file, required=True, help="a file that is not there"
    )


def run(args: argparse.Namespace) -> int:
    demand_place(args.output)
    here = places()
    library = Library(here)
    names = export_routine(library.routine(args.routine), library, here, args.output)
    library.remember()
    print(f"{args.output}: {', '.join(names)}")
    return 0
