"""`hinge-gui check`: what is wrong with routines and exercises, and what would be right."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from hinge_gui.store.check_file import check_file
from hinge_gui.store.library import Library
from hinge_gui.store.places import places


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="a routine or an exercise, as YAML")


def run(args: argparse.Namespace) -> int:
    """1 where a file has a fault; warnings alone leave it 0."""
    here = places()
    library = Library(here)
    code = 0
    for file in args.files:
        faults = check_file(file, library, here)
        for fault in faults:
            print(fault, file=sys.stderr)
        if any(not fault.warning for fault in faults):
            code = 1
        else:
            print(" ".join(f"{file}: good to play".splitlines()))
    library.remember()
    return code
