"""`hinge-gui log`: what was practised, on every computer that shares the data folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from hinge_gui.core.practice import PracticeEntry
from hinge_gui.store.log import PracticeLog, csv_of
from hinge_gui.store.places import places
from hinge_gui.verbs.text import table

_HEAD = ("Date", "Routine", "Held", "Planned", "Sides", "")
_SIDES = ("left", "right", "both")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--csv", action="store_true", help="every hold as a line of comma-separated values")
    parser.add_argument("--since", type=_date, metavar="DATE", help="from this day on, such as 2026-11-01")


def run(args: argparse.Namespace) -> int:
    entries, faults = PracticeLog(places().log).read()
    for fault in faults:
        print(replace(fault, warning=True), file=sys.stderr)
    wanted = [entry for entry in entries if args.since is None or _begun(entry).date() >= args.since]
    if args.csv:
        print(csv_of(wanted), end="")
    elif wanted:
        print(table([_HEAD, *map(_row, wanted)], indent=0))
    else:
        print("No practice yet." if args.since is None else f"No practice since {args.since}.")
    return 0


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; write year, month and day, such as 2026-11-01") from None


def _begun(entry: PracticeEntry) -> datetime:
    """By the clock on the wall where it was practised."""
    return datetime.fromisoformat(entry.when)


def _row(entry: PracticeEntry) -> Sequence[str]:
    held, planned = sum(h.held_s for h in entry.holds), sum(h.planned_s for h in entry.holds)
    by_side = ((side, sum(h.held_s for h in entry.holds if h.side == side)) for side in _SIDES)
    sides = ", ".join(f"{side} {seconds:.0f} s" for side, seconds in by_side if seconds)
    when = f"{_begun(entry):%Y-%m-%d %H:%M}"
    return when, entry.name, f"{held:.0f} s", f"{planned:.0f} s", sides, "" if entry.completed else "stopped early"
