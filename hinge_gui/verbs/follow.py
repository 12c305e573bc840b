"""`hinge-gui follow`: the practice in a terminal, on the same engine as the window's."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from types import FrameType
from typing import TextIO

from hinge_gui.audio.keep_awake import KeepAwake
from hinge_gui.core.events import Fact, Finished, Paused, Resumed, Sink, Started, Stopped
from hinge_gui.core.fading import faded
from hinge_gui.core.moment import clock
from hinge_gui.core.player import Player
from hinge_gui.core.practice import PracticeEntry, Record, side_in_turn
from hinge_gui.core.prepared import Order, Prepared, prepare
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import Timeline
from hinge_gui.store.adjustments_file import AdjustmentsFiles
from hinge_gui.store.library import DEFAULT_ROUTINE, Library
from hinge_gui.store.log import PracticeLog
from hinge_gui.store.places import places
from hinge_gui.store.settings_file import SettingsFile
from hinge_gui.ui.clock import sleepless_ms
from hinge_gui.verbs.follow_board import Board
from hinge_gui.verbs.follow_keys import Keys, NoKeys, keyboard
from hinge_gui.verbs.follow_loop import Loop
from hinge_gui.verbs.follow_panel import Panel
from hinge_gui.verbs.follow_screen import Lines, Paper, Screen
from hinge_gui.verbs.follow_sound import Silence, Sounds
from hinge_gui.verbs.text import table

NO_KEYS = "No keyboard here: nothing waits for a key."
INTERRUPTED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", nargs="?", default=DEFAULT_ROUTINE, help="its name, id or file")


def run(args: argparse.Namespace) -> int:
    here = places()
    library = Library(here)
    routine = library.playable(args.routine)
    settings, faults = SettingsFile(here.settings, library.reader).load()
    changes, more = AdjustmentsFiles(here.adjustments, library.reader).load(routine.id)
    for fault in [*faults, *more]:
        print(fault, file=sys.stderr)
    log = PracticeLog(here.log)
    done, _ = log.read()
    learnt = faded(done, _now()) if settings.word("guidance") == "fade" else None
    order = Order(routine, changes, side_in_turn(done, routine.id), learnt=learnt)
    prepared = prepare(order, library.catalogue, settings)
    library.remember()
    return follow(prepared, library, settings, log)


def follow(prepared: Prepared, library: Library, settings: Settings, log: PracticeLog) -> int:
    """Play it to its end or until the person stops; what was held goes into the log either way."""
    began = _now().isoformat(timespec="seconds")
    timeline, paper, record = prepared.timeline, Paper(sys.stdout), Record(prepared.timeline)
    paper.write(f"{timeline.name}, {clock(timeline.total_ms)}\n")
    code = 0
    with ExitStack() as stack:
        keys = stack.enter_context(keyboard(sys.stdin.fileno())) if _is_terminal(sys.stdin) else NoKeys()
        if not keys.present:
            paper.write(f"{NO_KEYS}\n")
        sounds = stack.enter_context(closing(_sounds(timeline, settings, paper)))
        sinks: list[Sink] = [record, sounds]
        if settings.flag("keep_awake"):
            sinks.append(stack.enter_context(closing(ScreenAwake())))
        board = Board(timeline, prepared.steps, lambda: sounds.troubles)
        screen = stack.enter_context(closing(_screen(board, paper)))
        loop = Loop(Player(timeline, waits=keys.present), sleepless_ms, keys, board, screen, sinks)
        stack.callback(loop.abandon)
        stack.enter_context(_set_aside(screen, keys))
        try:
            loop.run()
        except (KeyboardInterrupt, EOFError):  # Ctrl-C, a signal to end, or the terminal was closed
            code = INTERRUPTED
            loop.abandon()
    entry = record.entry(began)
    if entry is not None:
        log.append(entry)
    paper.write(summary(entry, library))
    return code


class ScreenAwake:
    """A sink that keeps the screen from going dark while the practice plays."""

    def __init__(self) -> None:
        self._awake = KeepAwake(lambda: None)

    def hear(self, fact: Fact) -> None:
        if isinstance(fact, Started | Resumed):
            self._awake.hold()
        elif isinstance(fact, Paused | Finished | Stopped):
            self._awake.release()

    def close(self) -> None:
        self._awake.close()


def summary(entry: PracticeEntry | None, library: Library) -> str:
    """What was held, against what was planned; no scores."""
    if entry is None:
        return "Stopped before the first hold; nothing is logged.\n"
    held: dict[tuple[str, str], tuple[float, float]] = {}
    for h in entry.holds:
        lived_s, planned_s = held.get((h.exercise, h.side), (0.0, 0.0))
        held[h.exercise, h.side] = (lived_s + h.held_s, planned_s + h.planned_s)
    rows = [
        (library.catalogue[exercise].name, "" if side == "both" else side, f"{lived_s:.0f} of {planned_s:.0f} s held")
        for (exercise, side), (lived_s, planned_s) in held.items()
    ]
    return f"{'Well done.' if entry.completed else 'Stopped here.'}\n{table(rows)}\n"


def _now() -> datetime:
    """With the offset from UTC."""
    return datetime.now().astimezone()


def _sounds(timeline: Timeline, settings: Settings, paper: Paper) -> Sounds | Silence:
    if settings.flag("muted"):
        return Silence()
    return Sounds(timeline, settings, (lambda: paper.write("\a")) if _is_terminal(sys.stdout) else None)


def _screen(board: Board, paper: Paper) -> Screen:
    can_redraw = _is_terminal(sys.stdout) and os.environ.get("TERM", "xterm") not in {"dumb", ""}
    return Panel(board, paper) if can_redraw else Lines(board, paper)


@contextmanager
def _set_aside(screen: Screen, keys: Keys) -> Iterator[None]:
    """Ctrl-Z gives the terminal back before it stops the process."""

    def rest(_number: int, _frame: FrameType | None) -> None:
        screen.close()
        keys.give_back()
        os.kill(os.getpid(), signal.SIGSTOP)

    before = None if sys.platform == "win32" else signal.signal(signal.SIGTSTP, rest)
    try:
        yield
    finally:
        if sys.platform != "win32":
            signal.signal(signal.SIGTSTP, before)


def _is_terminal(stream: TextIO | None) -> bool:
    """None is where there is no stream at all: a service, or Windows' start without a console."""
    return stream is not None and stream.isatty()
