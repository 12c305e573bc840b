"""`hinge-gui doctor`: what works on this machine, and what to do where it does not."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from hinge_gui import __version__
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from hinge_gui.verbs import doctor_checks as checks
from hinge_gui.verbs.doctor_checks import Finding

SOUND = ("Sound by Qt", "Sound by playsound")
ALL_WELL = "A practice can be followed with sight and sound."
NOT_YET = "Something is missing for a practice with sight and sound; see the lines marked !."
FOLLOW = "Meanwhile, in the terminal: hinge-gui follow"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--probe", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    if args.probe:
        from hinge_gui.verbs.doctor_probe import probe

        return probe()
    findings = examine()
    print(f"hinge-gui {__version__}")
    print("\n".join(lines(findings)))
    well = can_follow(findings)
    print(f"\n{ALL_WELL}" if well else f"\n{NOT_YET}\n{FOLLOW}")
    return 0 if well else 3


def examine() -> list[Finding]:
    """Every finding in the order of the table; some five seconds at the very most."""
    here = places()
    library = Library(here)
    wished = checks.wishes(here, library.reader)
    with ThreadPoolExecutor(3) as pool:  # all wait for other programs
        spoken = pool.submit(checks.voice, wished)
        asked, played = pool.submit(checks.ask_qt), pool.submit(checks.sound_by_programs)
        told = asked.result()
        by_programs = checks.unless_unheard(played.result(), told)
    return [
        checks.python(),
        checks.pyside(told),
        checks.display(told),
        checks.fonts(told),
        checks.sound_by_qt(told),
        by_programs,
        spoken.result(),
        checks.better_voice(wished),
        checks.keep_awake(told),
        checks.media_keys(told),
        checks.camera(told),
        checks.data_folder(here),
        checks.settings(here, library.reader),
        checks.own_things(library),
    ]


def can_follow(findings: Sequence[Finding]) -> bool:
    """All that is needed is there, and one of the two ways to sound."""
    seen = all(f.state == "ok" for f in findings if f.needed)
    return seen and any(f.state == "ok" for f in findings if f.name in SOUND)


def lines(findings: Sequence[Finding]) -> Iterator[str]:
    """The table: what is needed and missing carries a `!`, each remedy stands below its line."""
    heard = any(f.state == "ok" for f in findings if f.name in SOUND)
    width = max(len(f.name) for f in findings)
    for f in findings:
        vital = f.needed or (f.name in SOUND and not heard)
        mark = "!" if vital and f.state != "ok" else " "
        yield f"{mark} {f.state:<10}{f.name:<{width}}  {f.words}"
        if f.state != "ok":
            yield from (f"{'':<{width + 14}}{line}" for line in f.remedy.splitlines())
