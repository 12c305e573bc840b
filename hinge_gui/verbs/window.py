"""`hinge-gui [ROUTINE] [--start]`: opens the window; with no display the practice is followed in the terminal."""

from __future__ import annotations

import argparse
import gc
import sys

from hinge_gui.verbs.display import demand_display, has_display

NO_DISPLAY = "hinge-gui: there is no display, so you can follow along right here"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", nargs="?", metavar="ROUTINE", help="a name, an id or a file")
    parser.add_argument("--start", action="store_true", help="play at once")


def run(args: argparse.Namespace) -> int:
    if not has_display():
        from hinge_gui.verbs import follow

        print(NO_DISPLAY, file=sys.stderr)
        parser = argparse.ArgumentParser()
        follow.add_arguments(parser)
        return follow.run(parser.parse_args([args.routine] if args.routine else []))
    gc.disable()  # nothing that a start makes is garbage; the app turns it on again after the first paint
    demand_display()
    from hinge_gui.app import Options
    from hinge_gui.app import run as run_app

    return run_app(Options(args.routine, args.start))
