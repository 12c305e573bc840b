"""`hinge-gui timeline`: every segment and cue of a routine."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace

from hinge_gui.core.adjust import adjusted
from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.errors import Fault
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.prepared import as_wished, manner_of
from hinge_gui.core.routine import Routine
from hinge_gui.core.timeline import Cue, Segment, Timeline
from hinge_gui.store.adjustments_file import AdjustmentsFiles
from hinge_gui.store.library import Library
from hinge_gui.store.places import Places, places
from hinge_gui.store.settings_file import SettingsFile
from hinge_gui.verbs.text import clock

_KINDS = {"ready": "get ready", "travel": "on the way", "end": "up from the floor"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_choices(parser)
    parser.add_argument("--json", action="store_true", help="for programs")


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Which timeline is meant; for every verb that makes something of one."""
    parser.add_argument("routine", metavar="ROUTINE", help="its name, its id or a file")
    parser.add_argument("--guidance", choices=("full", "short", "bare"), help="how much is said; short if left out")
    parser.add_argument("--adjusted", action="store_true", help="with your own adjustments and settings")


def run(args: argparse.Namespace) -> int:
    timeline, library = chosen(args)
    print(json.dumps(timeline.as_json()) if args.json else "\n".join(_lines(timeline, library.catalogue)))
    return 0


def chosen(args: argparse.Namespace) -> tuple[Timeline, Library]:
    """The timeline that the arguments ask for; faults in the person's settings go to stderr."""
    here = places()
    library = Library(here)
    routine, manner = library.playable(args.routine), Manner()
    if args.adjusted:
        routine, manner, faults = _as_adjusted(routine, library, here)
        for fault in faults:
            print(replace(fault, warning=True), file=sys.stderr)
    if args.guidance:
        manner = replace(manner, guidance=args.guidance)
    timeline = compile_routine(routine, library.catalogue, manner)
    library.remember()
    return timeline, library


def _as_adjusted(routine: Routine, library: Library, here: Places) -> tuple[Routine, Manner, list[Fault]]:
    """The routine as this person plays it, and what was wrong with the files that say so."""
    settings, faults = SettingsFile(here.settings, library.reader).load()
    changes, more = AdjustmentsFiles(here.adjustments, library.reader).load(routine.id)
    manner = manner_of(settings)
    return adjusted(as_wished(routine, settings), library.catalogue, changes), manner, [*faults, *more]


def _lines(timeline: Timeline, catalogue: Catalogue) -> Iterator[str]:
    yield f"{timeline.name}, {clock(timeline.total_ms)}"
    cues: dict[int, list[Cue]] = {}
    for cue in timeline.cues:
        cues.setdefault(cue.segment, []).append(cue)
    step = -1
    for n, segment in enumerate(timeline.segments):
        if segment.step != step and segment.kind != "end":
            step = segment.step
            yield f"\n{_title(segment, catalogue)}"
        waits = "  waits for a key" if segment.wait else ""
        yield f"{clock(segment.start_ms):>8}  {_what(segment):<22}{clock(segment.duration_ms):>7}{waits}"
        for cue in cues.get(n, ()):
            yield f"{clock(cue.at_ms, tenths=True):>16}  {f'“{cue.text}”' if cue.text else f'({cue.bell})'}"


def _title(segment: Segment, catalogue: Catalogue) -> str:
    if segment.exercise is None:
        return f"{segment.step + 1}. Pause"
    form = catalogue[segment.exercise].form(segment.variant)
    variant = f", {form.variant_name[:1].lower()}{form.variant_name[1:]}" if form.variant_name else ""
    return f"{segment.step + 1}. {form.name}{variant}"


def _what(segment: Segment) -> str:
    words = [_KINDS.get(segment.kind, segment.kind)]
    if segment.side in {"left", "right"}:
        words.append(str(segment.side))
    if segment.repetition and segment.kind == "hold":
        words.append(f"{segment.repetition} of {segment.of}")
    return ", ".join(words)
