"""`hinge-gui rehearse ROUTINE`: the real window, N times as fast, on its own."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from hinge_gui.core.errors import PersonError
from hinge_gui.core.events import CueDue, Fact, Finished, SegmentStarted, Started
from hinge_gui.core.timeline import Segment
from hinge_gui.verbs.display import demand_display
from hinge_gui.verbs.output import demand_place, output_file

if TYPE_CHECKING:
    from hinge_gui.app import App

FASTEST = 1000.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help="a name, an id or a file")
    parser.add_argument("--speed", type=_speed, default=1.0, metavar="N", help="so many times as fast; silent above 1")
    parser.add_argument("--aloud", action="store_true", help="bells and voice at any speed")
    parser.add_argument("--events", type=output_file, metavar="FILE", help="write down when each thing happened")


def run(args: argparse.Namespace) -> int:
    if args.events is not None:
        demand_place(args.events)
    demand_display()
    from hinge_gui.app import Options
    from hinge_gui.app.launch import run as run_app

    silent = args.speed > 1 and not args.aloud
    options = Options(args.routine, start=True, rehearsal=True, speed=args.speed, silent=silent)
    record = _Record(args.events) if args.events is not None else None

    def prepare(app: App) -> None:
        """The routine can be played: now the file may be written over."""
        if record is not None:
            record.begin(app)
        _quit_at_end(app)

    try:
        return run_app(options, prepare)
    finally:
        if record is not None:
            record.end()


class _Record:
    """The file of events; PersonError where it cannot be written, also where the disk is full half way."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._stream: IO[str] | None = None
        self._trouble: OSError | None = None

    def begin(self, app: App) -> None:
        try:
            self._stream = self._file.open("w", encoding="utf-8", buffering=1)  # each line is there at once
        except OSError as error:
            raise self._told(error) from error
        stream, practice = self._stream, app.practice

        def hear(fact: Fact) -> None:
            now_ns = time.monotonic_ns()
            event = event_of(fact, practice.timeline.segments)
            if event is None or self._trouble is not None:
                return
            try:
                stream.write(json.dumps({"planned_ms": fact.at_ms, "actual_ns": now_ns, **event}) + "\n")
            except OSError as error:
                self._trouble = error
                app.window.close()

        practice.fact.connect(hear)

    def end(self) -> None:
        try:
            if self._stream is not None:
                self._stream.close()
        except OSError as error:
            self._trouble = self._trouble or error
        if self._trouble is not None:
            raise self._told(self._trouble) from self._trouble

    def _told(self, error: OSError) -> PersonError:
        return PersonError(f"{self._file} cannot be written: {error.strerror}.", "Name another file.")


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no speed; write a number, such as 50") from None
    if not 0.1 <= speed <= FASTEST:
        raise argparse.ArgumentTypeError(f"a speed lies between 0.1 and {FASTEST:g}")
    return speed


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
