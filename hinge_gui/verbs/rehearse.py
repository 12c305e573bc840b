"""`hinge-gui rehearse ROUTINE`: the real window, N times as fast, on its own."""

from __future__ import annotations

import argparse
import json
import time
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from hinge_gui.core.errors import PersonError
from hinge_gui.core.events import CueDue, Fact, Finished, SegmentStarted, Started
from hinge_gui.core.timeline import Segment
from hinge_gui.verbs.display import demand_display

if TYPE_CHECKING:
    from hinge_gui.app import App

FASTEST = 1000.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help="a name, an id or a file")
    parser.add_argument("--speed", type=_speed, default=1.0, metavar="N", help="so many times as fast; silent above 1")
    parser.add_argument("--aloud", action="store_true", help="bells and voice at any speed")
    parser.add_argument("--events", type=Path, metavar="FILE", help="write down when each thing happened")


def run(args: argparse.Namespace) -> int:
    demand_display()
    from hinge_gui.app import Options
    from hinge_gui.app import run as run_app

    silent = args.speed > 1 and not args.aloud
    options = Options(args.routine, start=True, rehearsal=True, speed=args.speed, silent=silent)
    with ExitStack() as until_the_end:

        def prepare(app: App) -> None:
            """The routine can be played: now the file may be written over."""
            if args.events is not None:
                _write_down(app, until_the_end.enter_context(_opened(args.events)))
            _quit_at_end(app)

        return run_app(options, prepare)


def _opened(file: Path) -> IO[str]:
    try:
        return file.open("w", encoding="utf-8", buffering=1)  # each line is there at once
    except OSError as error:
        raise PersonError(f"{file} cannot be written: {error.strerror}.", "Name another file.") from error


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no speed; write a number, such as 50") from None
    if not 0.1 <= speed <= FASTEST:
        raise argparse.ArgumentTypeError(f"a speed lies between 0.1 and {FASTEST:g}")
    return speed


def _write_down(app: App, stream: IO[str]) -> None:
    practice = app.practice

    def hear(fact: Fact) -> None:
        now_ns = time.monotonic_ns()
        event = event_of(fact, practice.timeline.segments)
        if event is not None:
            stream.write(json.dumps({"planned_ms": fact.at_ms, "actual_ns": now_ns, **event}) + "\n")

    practice.fact.connect(hear)


def event_of(fact: Fact, segments: tuple[Segment, ...]) -> dict[str, Any] | None:
    """What of a fact is written down; None for what is not."""
    if isinstance(fact, CueDue):
        return _event(fact.cue.kind, fact.cue.text or fact.cue.bell, segments[fact.cue.segment])
    if isinstance(fact, SegmentStarted):
        return _event("segment", fact.segment.kind, fact.segment)
    if isinstance(fact, Started | Finished):
        return _event("started" if isinstance(fact, Started) else "finished", None, None)
    return None


def _event(kind: str, text: str | None, segment: Segment | None) -> dict[str, Any]:
    return {
        "kind": kind,
        "text": text,
        "exercise": segment.exercise if segment else None,
        "side": segment.side if segment else None,
        "repetition": segment.repetition if segment else None,
    }


def _quit_at_end(app: App) -> None:
    from PySide6.QtCore import QTimer

    def hear(fact: Fact) -> None:
        if isinstance(fact, Finished):
            QTimer.singleShot(0, app.window.close)

    app.practice.fact.connect(hear)
