"""`hinge-gui measure`: what a figure is held to, each measure with its bounds."""

from __future__ import annotations

import argparse
import json

from hinge_gui.figure.look import BUILDS
from hinge_gui.figure.measures import measure
from hinge_gui.verbs.figure_words import add_figure_arguments, figure_of
from hinge_gui.verbs.text import table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_figure_arguments(parser)
    parser.add_argument("--body", choices=tuple(BUILDS), default="average", help="whose body")
    parser.add_argument("--json", action="store_true", help="for programs")


def run(args: argparse.Namespace) -> int:
    _, spec = figure_of(args)
    measures = measure(spec, side=args.side, range_=args.range, body=args.body, mistake=args.mistake)
    if args.json:
        print(json.dumps([m.as_json() for m in measures]))
    else:
        rows = [
            (m.measure, f"{m.value:z.1f}", f"{m.low:g} to {m.high:g}", "" if m.ok else "out of bounds")
            for m in measures
        ]
        print(table([("measure", "value", "bounds", ""), *rows], indent=0))
    return 0 if all(m.ok for m in measures) else 1
