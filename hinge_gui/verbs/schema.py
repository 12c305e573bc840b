"""`hinge-gui schema`: the JSON schema of a format, for text editors that complete and check."""

from __future__ import annotations

import argparse
import json

from hinge_gui.store.json_schema import json_schema
from hinge_gui.store.library import Library
from hinge_gui.store.places import places


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", choices=("routine", "exercise"))


def run(args: argparse.Namespace) -> int:
    library = Library(places())
    known = [entry.exercise for entry in library.exercises.all() if entry.exercise] if args.format == "routine" else []
    print(json.dumps(json_schema(args.format, known), indent=1))
    return 0
