"""`hinge-gui [ROUTINE] [--start]`: opens the window; with no display the practice is followed in the terminal."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hinge_gui.core.errors import MachineError
from hinge_gui.verbs.display import demand_display, has_display

if TYPE_CHECKING:
    from hinge_gui.app import App

NO_DISPLAY = "hinge-gui: there is no display, so you can follow along right here"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", nargs="?", metavar="ROUTINE", help="a name, an id or a file, also a shared one")
    parser.add_argument("--start", action="store_true", help="play at once")


def run(args: argparse.Namespace) -> int:
    shared = Path(args.routine) if args.routine and args.routine.lower().endswith(".hinge") else None
    if not has_display():
        if shared:
            raise MachineError("There is no display.", f"Take it in with: hinge-gui import {shared}")
        from hinge_gui.verbs import follow

        print(NO_DISPLAY, file=sys.stderr)
        parser = argparse.ArgumentParser()
        follow.add_arguments(parser)
        return follow.run(parser.parse_args([args.routine] if args.routine else []))
    gc.disable()  # nothing that a start makes is garbage; the app turns it on again after the first paint
    demand_display()
    from hinge_gui.app import Options
    from hinge_gui.app.launch import run as run_app

    def look_at_shared(app: App) -> None:
        if shared:
            app.window.painted.connect(lambda: app.pages.sharing.look_at(shared))

    return run_app(Options(None if shared else args.routine, args.start and not shared), look_at_shared)
