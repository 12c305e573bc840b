"""`hinge-gui`: finds the verb, runs it, and turns errors into one line and an exit code.

0 done, 1 the input is at fault, 2 wrong usage, 3 the machine lacks something.
"""

from __future__ import annotations

import argparse
import errno
import importlib
import io
import keyword
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NoReturn

from hinge_gui import __version__
from hinge_gui.core.errors import MachineError, PersonError, near

# Each verb is the module of this name in `hinge_gui.verbs`, imported when it is asked for. Where the first word is
# none of them, it is a routine for the window.
VERBS: Mapping[str, str] = {
    "window": "open the window",
    "list": "routines and exercises, built-in and your own",
    "check": "tell what is wrong with routines and exercises",
    "timeline": "every segment and cue of a routine",
    "picture": "one figure as a PNG or SVG file",
    "measure": "what a figure is held to, with its bounds",
    "preview": "an exercise that you are writing, its figure anew each time you save",
    "rehearse": "a routine in the window, on its own and as fast as you like",
    "snapshot": "the window as a picture",
    "follow": "a practice in this terminal",
    "audio": "a practice as sound, to be followed by ear alone",
    "sheet": "a one-page hand-out as PDF",
    "export": "a routine with all that it needs, as one file to share",
    "import": "take in a shared file",
    "log": "what you practised, and for how long",
    "schema": "the JSON schema of a format, for text editors",
    "doctor": "what works on this machine, and what to do where it does not",
}
OWN_VERBS: Mapping[str, str] = {"_player": "plays sounds for the window, which starts it itself"}
WINDOW = "window"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
DONE, INPUT_AT_FAULT, WRONG_USAGE, MACHINE_LACKS, INTERRUPTED = 0, 1, 2, 3, 130


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{self.prog}: {message}; `{self.prog} --help` tells more\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is returned, but for wrong usage and help, which exit as argparse does."""
    words = list(sys.argv[1:] if argv is None else argv)
    _make_outputs_safe()
    try:
        with _ended_as_by_ctrl_c():
            code = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return DONE
    except OSError as error:
        return _tell_system_error(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except PersonError as error:
        _tell(error)
        return MACHINE_LACKS if isinstance(error, MachineError) else INPUT_AT_FAULT
    return code


@contextmanager
def _ended_as_by_ctrl_c() -> Iterator[None]:
    """Also a logout or a shutdown leaves nothing temporary behind; a window hears of them by `Ending`."""

    def end(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    ends = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in ends}
    for number, handler in before.items():
        if handler == signal.SIG_DFL:  # `nohup` has it otherwise
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell_system_error(error: OSError) -> int:
    """A full disk, a file or a folder that may not be looked at; anything else is a bug, and raised."""
    if error.filename is None and error.errno in _FULL:
        _drop_output()
        _tell(PersonError(f"the output cannot be written: {error.strerror}."))
    elif isinstance(error, PermissionError) and error.filename is not None:
        _tell(PersonError(f"{error.filename} may not be read or written.", "Give yourself the right, or name another."))
    else:
        raise error
    return INPUT_AT_FAULT


def _run(words: list[str]) -> int:
    known = {**VERBS, **OWN_VERBS}
    if words and words[0] in known:
        verb, rest = words[0], words[1:]
        parser = Parser(prog=f"hinge-gui {verb}", description=known[verb])
    else:
        verb, rest = WINDOW, words
        parser = _top_parser()
        if len(words) > 1 and "-" not in {words[0][:1], words[1][:1]} and (hint := near(words[0], VERBS)):
            parser.error(f"there is no command {words[0]}{hint}")
    name = f"{verb}_" if keyword.iskeyword(verb) else verb
    module = importlib.import_module(f"hinge_gui.verbs.{name}")
    module.add_arguments(parser)
    code = module.run(parser.parse_args(rest))
    assert isinstance(code, int)
    return code


def _top_parser() -> Parser:
    listed = "\n".join(f"  {verb:<12}{help_}" for verb, help_ in VERBS.items() if verb != WINDOW)
    parser = Parser(
        prog="hinge-gui",
        description="A follow-along player for gentle exercise routines.",
        epilog=f"commands (each with --help of its own):\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"hinge-gui {__version__}")
    return parser


def _tell(error: PersonError) -> None:
    for line in error.faults or (f"hinge-gui: {error}",):
        print("".join(c if c.isprintable() else " " for c in str(line)), file=sys.stderr)


def _make_outputs_safe() -> None:
    """A terminal that lacks a letter gets a question mark, not a traceback; what has no stderr gets no words of it."""
    if sys.stderr is None:  # `print` would take the output instead
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _drop_output() -> None:
    """Whoever read has gone (`| head`): what is still to be flushed goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
